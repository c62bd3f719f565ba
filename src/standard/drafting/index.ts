/** From what a decree says to a service that runs: proposals, what they rest on, and the standard put together. Pure. */
export type { ReviewFinding } from './carried-findings.ts';
export { composeService } from './compose.ts';
export { tariffPurposes } from './compose-fee.ts';
export type { ComposeContext, Reviewed } from './compose.ts';
export { definitionText, withPositions } from './definition-text.ts';
export { DraftComponents, DraftStepKind, Running } from './model.ts';
export type {
  DraftClass,
  DraftDecree,
  DraftPosition,
  DraftQuestion,
  DraftRequirement,
  DraftStep,
} from './model.ts';
export { openMatters } from './open-matters.ts';
export { proposeCalendar, proposeGovernment, proposeOrganisation } from './propose-government.ts';
export type { NewGovernment } from './propose-government.ts';
export { proposeNames } from './propose-names.ts';
export { proposeRunning } from './propose-running.ts';
export type { ProposalContext } from './propose-running.ts';
export { asTitle, distinct, idFrom, serviceName } from './wording.ts';
