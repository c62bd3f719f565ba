/** What happens without anybody asking: messages leave, deadlines pass. */
import { sql } from 'kysely';
import { Fault } from '../ground/index.ts';
import { insertAll } from '../platform/index.ts';
import type { Database, MailMessage, Mailer, Round, TaskHandler } from '../platform/index.ts';
import { actInside } from './act.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { runningBefore } from './recompute/running.ts';
import { Vault } from './vault.ts';

export interface MessagePayload {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends one message of the outbox. Throws when the mail server refuses, so that the job is tried again. */
export function sendMessageTask(deps: RequestDeps, mailer: Mailer): TaskHandler {
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
    const status = await sent(mailer, { id, ...message });
    await database.transaction({ government }, (tx) =>
      tx
        .updateTable('message')
        .set({ status, sent_at: journalNow(deps.clock) })
        .where('government', '=', government)
        .where('id', '=', id)
        .execute(),
    );
  };
}

/** An address that refuses mail for good is not tried again; any other fault is, by throwing. */
async function sent(mailer: Mailer, message: MailMessage): Promise<'sent' | 'failed'> {
  try {
    await mailer.send(message);
    return 'sent';
  } catch (error) {
    if (error instanceof Fault && error.code === 'mail-refused') return 'failed';
    throw error;
  }
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

/** At most so many of a government in one round; the next round takes the rest. */
const overdueAtOnce = 500;

/**
 * Every minute: requests whose deadline has passed get a job each. Found by index, so no request carries a job of its own
 * that would have to move whenever its deadline does.
 */
export function overdueRound(deps: RequestDeps): Round {
  return {
    at: '* * * * *',
    run: async (database) => {
      for (const government of deps.catalogue.governmentIds()) await watchOverdue(deps, database, government);
    },
  };
}

/**
 * Between a new calendar and its re-computation a promise may seem broken that is not, and would open duties for good: what
 * is still to be put on the newest calendar is judged by the next round.
 */
async function watchOverdue(deps: RequestDeps, database: Database, government: string): Promise<void> {
  const { n } = deps.catalogue.calendar(government);
  await database.transaction({ government }, async (tx) => {
    const { rows } = await sql<{ id: string; number: string }>`
      select r.id, r.number
        from request r
       where r.government = ${government} and r.due_at < ${deps.clock.now()}
         and r.closed_at is null and r.overdue_at is null and not (${runningBefore(government, n)})
       order by r.due_at limit ${overdueAtOnce}`.execute(tx);
    const jobs = rows.map(({ id, number }) => ({
      task: 'watch-deadline',
      government,
      payload: { number },
      key: `deadline/${id}`,
    }));
    await insertAll(tx, {}, jobs);
  });
}
