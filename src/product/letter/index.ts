/** Letters over requests: numbered, signed, verified by everybody. */
export type { LetterDeps } from './deps.ts';
export { beginLetter } from './beginning.ts';
export { draftMark } from './draft-seen.ts';
export { discardDraft, numberLetter, saveDraft } from './drafting.ts';
export type { LetterAct } from './drafting.ts';
export { issueByHand, voidLetter } from './issuing.ts';
export { findBsre, isSignedByTwo, issueForTrial, issueThroughBsre, signs } from './signing.ts';
export type { BsreTyped } from './signing.ts';
export { dispositionsOf } from './dispositions.ts';
export type { Disposition } from './dispositions.ts';
export { sheetsFor } from './offered.ts';
export { natures, templateIds } from './model.ts';
export type { Draft, Nature, TemplateId } from './model.ts';
export { letterPdf, sheetPdf } from './printing.ts';
export { checkFile } from './checking.ts';
export type { CheckedFile, FoundSignature } from './checking.ts';
export { findShownName, lettersForApplicant } from './of-applicant.ts';
export type { ApplicantLetter } from './of-applicant.ts';
export {
  findErasedLetter,
  findPublicLetter,
  listAwaitingSignature,
  listRegister,
  readLetter,
  readLetters,
} from './queries.ts';
export type {
  ErasedLetter,
  OpenedLetter,
  PublicLetter,
  RegisterAsked,
  RegisterLine,
  RequestLetters,
} from './queries.ts';
export type { StoredLetter } from './rows.ts';
export { templates } from './templates.ts';
export { dispositionWords, MOST_ATTACHMENTS, natureWords } from './words.ts';
export { MOST_WRITTEN } from './written.ts';
