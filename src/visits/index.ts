/** Who comes to a counter: queue numbers, calling, the visitor book, and numbers that visitors take themselves. */
export { countersAmong, countersOf, numberLabel } from './counters.ts';
export type { Counter } from './counters.ts';
export {
  callNext,
  drawNumber,
  drawOwnNumber,
  endVisit,
  findTicket,
  findVisit,
  isVisitId,
  listCalls,
  listOpenTickets,
  listVisits,
  recordTakenIn,
} from './visits.ts';
export type { CounterPlace, CounterSpot, Ticket, Visit } from './visits.ts';
export { expectedWait } from './expected-wait.ts';
export type { Call, Stretch } from './expected-wait.ts';
export { countAhead, standingOf } from './standing.ts';
export type { QueueStanding } from './standing.ts';
export {
  closeSelfService,
  codeOfDay,
  findSelfService,
  isCodeOfDay,
  isScreenKey,
  listSelfService,
  lockSelfService,
  openSelfService,
  screenKey,
} from './self-service.ts';
export type { SelfService } from './self-service.ts';
