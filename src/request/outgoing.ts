/** Messages on their way out: sealed rows of the outbox and the jobs that send them. */
import { randomUUIDv7 } from 'node:crypto';
import type { Selectable } from 'kysely';
import { insertAll } from '../platform/index.ts';
import type { Job, Tables, Tx } from '../platform/index.ts';
import type { Lang } from '../working-time/index.ts';
import type { RequestDeps } from './deps.ts';
import type { Message } from './letters.ts';
import type { Vault } from './vault.ts';

export type MessageRow = Omit<Selectable<Tables['message']>, 'attempts'>;

/** To whom, under which template and when. */
export interface Envelope {
  readonly template: string;
  readonly lang: Lang;
  readonly to: string;
  readonly at: Temporal.Instant;
}

/** The outbox row of one message, sealed under the request it is about: erased with it. */
export function outboxRow(deps: RequestDeps, vault: Vault, envelope: Envelope, message: Message): MessageRow {
  const { government, request } = vault;
  const { template, lang, to, at } = envelope;
  const id = randomUUIDv7();
  return {
    government,
    id,
    request,
    channel: 'email',
    template,
    lang,
    sealed: vault.seal(`message/${id}`, JSON.stringify({ to, ...message })),
    // Without a mail server there is nothing to wait for: the demo's mailbox page shows it.
    status: deps.mailLeaves ? 'waiting' : 'kept',
    created_at: at,
    sent_at: deps.mailLeaves ? null : at,
  };
}

/** Jobs that send rows of the outbox; none where messages stay in the demo's mailbox. */
export const jobsToSend = (deps: RequestDeps, messages: readonly MessageRow[]): readonly Job[] =>
  deps.mailLeaves
    ? messages.map(({ government, id }) => ({ task: 'send-message', government, payload: { id } }))
    : [];

export async function writeOut(tx: Tx, deps: RequestDeps, messages: readonly MessageRow[]): Promise<void> {
  await insertAll(tx, { message: messages }, jobsToSend(deps, messages));
}
