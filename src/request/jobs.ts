/** What happens without anybody asking: messages leave, deadlines pass. */
import { Fault } from '../ground/index.ts';
import type { Database, Mailer, TaskHandler } from '../platform/index.ts';
import { actInside } from './act.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { Vault } from './vault.ts';

export interface MessagePayload {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends one message of the outbox. Throws when the mail server refuses, so that the job is tried again. */
export function sendMessageTask(deps: RequestDeps, mailer: Mailer | null): TaskHandler {
  return async (payload, { government, database }) => {
    const { id } = payload as { id: string };
    const message = await readMessage(deps, database, government, id);
    if (!message) return; // sent before, or erased with its request
    await database.transaction({ government }, (tx) =>
      tx
        .updateTable('message')
        .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
        .where('government', '=', government)
        .where('id', '=', id)
        .execute(),
    );
    await mailer?.send({ id, ...message });
    await database.transaction({ government }, (tx) =>
      tx
        .updateTable('message')
        .set({ status: mailer ? 'sent' : 'kept', sent_at: journalNow(deps.clock) })
        .where('government', '=', government)
        .where('id', '=', id)
        .execute(),
    );
  };
}

/** A waiting message opened, or null when there is nothing (any more) to send. */
async function readMessage(
  deps: RequestDeps,
  database: Database,
  government: string,
  id: string,
): Promise<MessagePayload | null> {
  return database.transaction({ government }, async (tx) => {
    const row = await tx
      .selectFrom('message')
      .select(['request', 'sealed', 'status'])
      .where('government', '=', government)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row || row.status !== 'waiting') return null;
    const vault = await Vault.find(tx, deps.keys, government, row.request);
    return vault ? (JSON.parse(vault.open(`message/${id}`, row.sealed).toString()) as MessagePayload) : null;
  });
}

/** Marks a request whose deadline has passed. A promise that was kept, moved or paused meanwhile needs nothing. */
export function watchDeadlineTask(deps: RequestDeps): TaskHandler {
  return async (payload, { government, database }) => {
    const { number } = payload as { number: string };
    const input = { government, number, actor: { kind: 'system' }, version: null } as const;
    try {
      await database.transaction({ government }, (tx) =>
        actInside(tx, deps, input, () => ({ command: { type: 'mark-overdue' } })),
      );
    } catch (error) {
      if (
        error instanceof Fault &&
        ['not-due', 'ended', 'request-not-found', 'request-erased'].includes(error.code)
      )
        return;
      throw error;
    }
  };
}
