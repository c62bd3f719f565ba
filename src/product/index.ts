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
export { interrupted, refusedByCounterpart, signInRefused, takenByOther, unreachable } from './faults.ts';
