/** People: officials, the positions they hold by dates, competence, signing in. */
export { demoPassword } from './demo.ts';
export { chartOf } from './chart.ts';
export type { Chart } from './chart.ts';
export {
  addHolding,
  endHolding,
  findHolder,
  findStanding,
  listOfficials,
  seedOfficials,
} from './officials.ts';
export type { Held, NewHolding, OfficialRow, Standing } from './officials.ts';
export { findSession, issueToken, logAccess, readToken, signIn, signOut } from './sign-in.ts';
export type { SignedIn } from './sign-in.ts';
export { resetPassword } from './password.ts';
