/** People: officials, the positions they hold by dates, competence, signing in. */
export { demoPassword } from './demo.ts';
export { chartOf } from './chart.ts';
export type { Chart } from './chart.ts';
export {
  addHolding,
  endHolding,
  findHolder,
  findHolders,
  listHolders,
  listOfficials,
  seedOfficials,
} from './officials.ts';
export type { Holder, NewHolding, OfficialRow } from './officials.ts';
export { findStanding, standingOn } from './standing.ts';
export type { Held, Standing } from './standing.ts';
export { listAccess, logAccess } from './access-log.ts';
export type { AccessLine } from './access-log.ts';
export { issueToken, readToken } from './bearer.ts';
export type { SignedIn, SignInDeps } from './deps.ts';
export { checkPassword, completeStep, enter, findStep } from './sign-in.ts';
export type { Entered, FoundStep } from './sign-in.ts';
export { endSessions, findSession, listSessions, signOut } from './sessions.ts';
export type { FoundSession, SessionRowShown } from './sessions.ts';
export { deviceOf } from './device.ts';
export type { Device } from './device.ts';
export { findKnownDevice, KNOWN_DEVICE_DAYS, rememberDevice } from './known-devices.ts';
export {
  changePassword,
  demandNewPassword,
  hasPassword,
  isPasswordDemanded,
  proveOwnPassword,
  resetPassword,
} from './password.ts';
export { checkNewPassword, PASSWORD_LEAST, PASSWORD_MOST } from './password-rules.ts';
export {
  confirmSecondFactor,
  findEnrolment,
  findSecondFactor,
  prepareSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  switchOffSecondFactor,
} from './second-factor.ts';
export type { SecondFactor } from './second-factor.ts';
export {
  addCompetence,
  addOfficial,
  disableOfficial,
  enableOfficial,
  endCompetence,
  findOfficialRecord,
  lockHoldings,
  updateOfficial,
  withdrawHolding,
} from './administration.ts';
export type { Competence, OfficialFacts, OfficialRecord } from './administration.ts';
export { identityProvider } from './identity-provider.ts';
export type { IdentityProvider, PendingSignIn } from './identity-provider.ts';
export { getIdentified } from './identity.ts';
