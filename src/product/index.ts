/** Products: what a request ends with, delivered for real. */
export { CounterpartFault } from './contract.ts';
export type {
  Call,
  Connector,
  ConnectorPlace,
  Counterpart,
  DeliverCall,
  DeliveredWords,
  DeliveryKey,
  Fact,
  PlanInput,
  Presence,
  ProductKind,
  SettingField,
  SettingsForm,
} from './contract.ts';
export { interrupted, notThere, signInRefused, takenByOther, unreachable } from './faults.ts';
export { openTrialAuthority, signLetter, TRIAL_MARK, trialPaths } from './certificate/index.ts';
export type { TrialAuthority, TrialCertificate } from './certificate/index.ts';
export { placeOf } from './delivering/connection.ts';
export type { ProductDeps } from './delivering/deps.ts';
export { BY_HAND } from './delivering/kinds.ts';
export type { AnyConnector, AnyKind, Kinds, OfferedKind } from './delivering/kinds.ts';
export { DELIVER } from './delivering/enqueue.ts';
export { productPort } from './delivering/port.ts';
export { deliverTask, deliveryRound } from './delivering/runner.ts';
export type { RunnerDeps } from './delivering/runner.ts';
export { listEnding, MOST_ENDING } from './ending/listing.ts';
export type { EndingDelivery } from './ending/listing.ts';
export { endingRound, TELL_ENDING, tellEndingTask } from './ending/round.ts';
export { RENEW_SECRET } from './secret-renewal/ask.ts';
export { renewalRound, renewSecretTask } from './secret-renewal/job.ts';
export { productDeps } from './put-together.ts';
export { testConnector } from './delivering/connector-test.ts';
export { findConnector, listConnectors, saveConnector } from './delivering/settings.ts';
export type { ConnectorSheet, ConnectorTest, GivenSettings } from './delivering/settings.ts';
export { listStopped, MOST_STOPPED } from './delivering/stopped.ts';
export type { StoppedDelivery } from './delivering/stopped.ts';
export * from './letter/index.ts';
