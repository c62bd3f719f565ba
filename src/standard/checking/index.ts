export { checkGovernment, checkTogether, hasErrors } from './check.ts';
export { reachable } from './procedure-graph.ts';
