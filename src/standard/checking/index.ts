export { checkGovernment, checkTogether, hasErrors } from './check.ts';
