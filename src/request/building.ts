/** What a command is built from, inside the transaction that will carry it out. */
import type { Tx } from '../platform/index.ts';
import type { Service } from '../standard/index.ts';
import type { RequestState } from './model/state.ts';
import type { Vault } from './vault.ts';

export interface BuildContext {
  readonly tx: Tx;
  readonly vault: Vault;
  readonly service: Service;
  readonly state: RequestState;
  readonly now: Temporal.Instant;
}
