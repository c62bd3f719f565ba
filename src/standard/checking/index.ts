export { checkGovernment, checkTogether, hasErrors, remarksOnService } from './check.ts';
export type { CheckContext } from './rule.ts';
export { movesOf } from './procedure-graph.ts';
export type { Move } from './procedure-graph.ts';
