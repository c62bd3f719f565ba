/** The life of a service request. */
export { actAsOfficial } from './official-acts.ts';
export type { OfficialAct } from './official-acts.ts';
export { actInside, requestNotFound, StaleFault } from './act.ts';
export type { Acted, ActInput } from './act.ts';
export type { BuildContext } from './building.ts';
export type { CauseWords } from './effects.ts';
export { putSecret } from './evidence.ts';
export { findOrderExample } from './order-example.ts';
export type { OrderExample } from './order-example.ts';
export { previewOrder } from './preview-order.ts';
export type {
  DeliveredProduct,
  DeliveryProgress,
  HandOrder,
  PlannedDelivery,
  ProductFact,
  ProductOrder,
  ProductPort,
  SecretRenewal,
} from './products.ts';
export {
  askWithdrawal,
  MOST_WITHDRAWAL_REASON,
  MOST_WORDS,
  getTrackedId,
  nameOnLetter,
  openSecret,
  openUpload,
  resubmit,
  withdraw,
  writeToOffice,
} from './applicant-acts.ts';
export type { TrackingCredentials } from './applicant-acts.ts';
export { renewSecret } from './first-secrets.ts';
export { readOwnAnswers } from './known-answers.ts';
export { findAttackedRequest } from './attacked.ts';
export { CHECKPOINTS, checkpointRound, takeCheckpoints } from './checkpoints.ts';
export type { CheckpointDeps } from './checkpoints.ts';
export { chartFor, journalNow, todayIn } from './deps.ts';
export type { RequestDeps } from './deps.ts';

export { eraseRequest } from './erase.ts';
export type { Erasure } from './erase.ts';
export {
  destroyFiles,
  dropHeldFiles,
  listHeldFiles,
  recordHeldFiles,
  releaseHeldFiles,
  storeFile,
} from './held-files.ts';
export type { FileHolder } from './held-files.ts';
export { findHome } from './home.ts';
export { revealIdentity } from './identity.ts';
export type { LetterFacts, SubmissionFacts } from './submission.ts';
export type { ProtectedIdentity } from './contact.ts';
export { fold } from './model/evolve.ts';
export { overdueRound, sendMessageTask, watchDeadlineTask } from './jobs.ts';
export type { MessagePayload } from './jobs.ts';
export { tellOfEnding } from './tell-ending.ts';
export { tellOfUnsetSecret } from './tell-secret-stopped.ts';
export type { EndingProduct } from './tell-ending.ts';
export { noticeRound, sendNoticesTask } from './notices.ts';
export type { SentNotice } from './notices.ts';
export { drawAgenda } from './agenda.ts';
export type { AgendaPlace } from './agenda.ts';
export { Life, rowsOfAll } from './life.ts';
export type { LifeAct, LifeOptions, LifeView } from './life.ts';
export type { Command } from './model/commands.ts';
export { readJournal } from './journal.ts';
export { lookUp, readTakenIn } from './look-up.ts';
export type { FoundRequest, LookUp } from './look-up.ts';
export { concerning, listQueue, openDuties, openPosts, openQueue } from './lists.ts';
export { countCeiling } from './queue/counts.ts';
export type { QueueCounts } from './queue/counts.ts';
export type { Facet, FacetName } from './queue/facets.ts';
export type { OpenDuty } from './queue/duties.ts';
export type { PostSummary } from './queue/posts.ts';
export { holders } from './queue/query.ts';
export type { Holder, QueueFilter, QueueName, QueuePage, QueueQuery, QueueRow } from './queue/query.ts';

export { mayOpenLetters } from './model/access.ts';
export type { Standpoint } from './model/access.ts';
export { actionSchema, actionShapes, shapeOf } from './model/action-input.ts';
export type { ActionInput, EvidenceInput } from './model/action-input.ts';
export { addresseesOf, exampleInput } from './model/action-examples.ts';
export { promiseOf, runningPromise } from './model/deadline.ts';
export type { ClassDue } from './model/deadline.ts';
export { contactChannels, contactOutcomes } from './model/entries.ts';
export type {
  ContactChannel,
  ContactOutcome,
  Entry,
  EntryKind,
  Evidence,
  JournalActor,
  OrderedDelivery,
  ProductEvidence,
  RecordedProduct,
  Ref,
} from './model/entries.ts';
export { isInternalLetter, letterPosts } from './model/letter-rules.ts';
export type { LetterState } from './model/state.ts';
export type { SigningWay } from './model/entries.ts';
export { fileRefs, fileRows } from './uploads.ts';
export type { Offer } from './model/offers.ts';
export type { ActionKind } from './model/procedure.ts';
export {
  firstStep,
  getStep,
  involvedPositions,
  outcomesOf,
  positionsOf,
  stepFor,
  waitingPositions,
} from './model/procedure.ts';
export { isEnded } from './model/state.ts';
export type { DeliveryState, RequestState, Status } from './model/state.ts';
export { leftToDeliver } from './model/delivery-rules.ts';
export { recordOf } from './model/record-rules.ts';
export { forgetRenewal, recordRenewal } from './renewals.ts';
export { checklistIds, findLineText, mandatoryLines } from './model/step-rules.ts';
export { beginSubmission, onlyAtCounter, submitRequest } from './submit/index.ts';
export type { Intake, Receipt, Submission, SubmitInput, Submitted } from './submit/index.ts';
export { sweepFiles, sweepRound } from './sweep.ts';
export type { TimelineItem } from './timeline.ts';

export { filesTakenIn } from './taken-in.ts';
export type { UploadedFile } from './uploads.ts';
export { Vault } from './vault.ts';
export { LETTER_FILE, openFileForApplicant, openFileForDesk } from './files.ts';
export type { FileView, OpenFile } from './files.ts';
export { readForDesk } from './desk-view.ts';
export type { DeskView } from './desk-view.ts';
export { readReceipt } from './receipt-view.ts';
export type { ReceiptView } from './receipt-view.ts';
export { trackRequest } from './tracking-view.ts';
export type { TrackingView } from './tracking-view.ts';
export type { RequestView } from './view.ts';
export { journalActor } from './model/actor.ts';
export type { OfficialActor } from './model/actor.ts';
export { verifyJournal } from './verify.ts';
export type { NumberedFinding, Verification, VerifyDeps } from './verify.ts';
export { giveUpMessage, readOutbox } from './outbox.ts';
export type { Outbox } from './outbox.ts';
export { readCheckpointStanding } from './checkpoint-standing.ts';
export type { CheckpointStanding } from './checkpoint-standing.ts';
export { requestNumbers } from './request-numbers.ts';
export { openByVersion } from './open-by-version.ts';
export { numbersOpenTo, standpointsOn } from './openable.ts';
export {
  countRunningBefore,
  enqueueRecompute,
  listCalendarAsides,
  listCalendarChanges,
  listCalendarMoves,
  previewCalendar,
  RECOMPUTE,
  recomputeDeadlines,
  recomputeRound,
  recomputeTask,
  recordCalendarChange,
} from './recompute/index.ts';
export type {
  CalendarAside,
  CalendarMove,
  CalendarPreview,
  PreviewedMove,
  PreviewedService,
  RecordedChange,
} from './recompute/index.ts';
