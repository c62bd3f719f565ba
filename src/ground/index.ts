/** The ground every room stands on: faults, results, words, the clock. Pure; imports nothing. */
export { Fault, ok, refused, valueOf } from './fault.ts';
export type { FaultKind, FieldFault, Result, Words } from './fault.ts';
export { StandingClock, systemClock } from './clock.ts';
export type { Clock } from './clock.ts';
