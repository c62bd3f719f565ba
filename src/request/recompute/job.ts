/**
 * Putting all running requests of a government on its newest calendar (clock.md, rule 9). What is still to be done is
 * what still stands on an older one, so a job that was killed goes on where it was, and a second one changes nothing.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { enqueue } from '../../platform/index.ts';
import type { Round, TaskHandler, Tx } from '../../platform/index.ts';
import type { RequestDeps } from '../deps.ts';
import { recomputeBatch } from './batch.ts';
import { ensureCalendarChange, listCalendarChanges } from './change.ts';
import { digestMessages } from './digest.ts';
import type { Aim } from './one.ts';
import { countRunningBefore, hasRunningBefore } from './progress.ts';
import { START } from './running.ts';
import type { Cursor } from './running.ts';

export const RECOMPUTE = 'recompute-deadlines';

/** Asks for the job, in the transaction that publishes a calendar. */
export async function enqueueRecompute(tx: Tx, government: string): Promise<void> {
  await enqueue(tx, { task: RECOMPUTE, government, payload: {}, key: `${RECOMPUTE}/${government}` });
}

/** The job of one government. */
export function recomputeTask(deps: RequestDeps): TaskHandler {
  return async (_payload, { government, database }) => {
    await recomputeDeadlines({ ...deps, database }, government);
  };
}

/**
 * Every minute: a government with a request on an older calendar gets the job. Whatever published the calendar, and
 * whatever was submitted by a process that had not heard of it yet, is found here.
 */
export function recomputeRound(deps: RequestDeps): Round {
  return {
    at: '* * * * *',
    run: async (database) => {
      for (const government of deps.catalogue.governmentIds()) {
        const { n } = deps.catalogue.calendar(government);
        await database.transaction({ government }, async (tx) => {
          if (await hasRunningBefore(tx, government, n)) await enqueueRecompute(tx, government);
        });
      }
    },
  };
}

/** Batches at a time: while one is computed, the database reads and writes the others. */
const LANES = 3;

/** Rows that somebody acts on are tried again so often, with a breath between; then the job is given back. */
const PASSES = 50;
const BREATH_MS = 200;

/** Puts every running request of a government on the newest calendar, and tells whom it concerns. */
export async function recomputeDeadlines(deps: RequestDeps, government: string): Promise<void> {
  // Published by another process, perhaps, a moment ago.
  await deps.catalogue.refresh();
  const aim = await beginRecompute(deps, government);
  for (let pass = 0; pass < PASSES; pass += 1) {
    await recomputePass(deps, aim);
    if (await finished(deps, aim)) return;
    await pause(BREATH_MS);
  }
  throw new Error(`requests of ${government} stayed locked while their deadlines were computed again`);
}

/** The newest version, written down with the number of requests that are still to be put on it. */
async function beginRecompute({ database, catalogue }: RequestDeps, government: string): Promise<Aim> {
  const { n } = catalogue.calendar(government);
  return database.transaction({ government }, async (tx) => {
    for (const version of catalogue.versions(government, 'calendar', 'calendar')) {
      if (version.n > 1 && version.n <= n) await ensureCalendarChange(tx, catalogue, government, version.n);
    }
    const round = await openChange(tx, government, n, await countRunningBefore(tx, government, n));
    return { government, n, round, changes: await listCalendarChanges(tx, government) };
  });
}

/**
 * Writes down how many requests there are to do; gives the round. Those found after the others were done, since a process
 * submitted them that had not heard of the calendar yet, are a round of their own: the change is opened once more.
 */
async function openChange(tx: Tx, government: string, n: number, found: number): Promise<number> {
  const { rows } = await sql<{ rounds: number }>`
    update calendar_change
       set total = case when total is null then ${found} when finished_at is null then total else total + ${found} end,
           rounds = case when finished_at is null or ${found} = 0 then rounds else rounds + 1 end,
           finished_at = case when ${found} = 0 then finished_at end
     where government = ${government} and n = ${n}
     returning rounds`.execute(tx);
  return rows[0]?.rounds ?? 1;
}

async function recomputePass({ database, ...deps }: RequestDeps, aim: Aim): Promise<void> {
  let after: Cursor = START;
  const lane = async (): Promise<void> => {
    for (;;) {
      const from = after;
      const next = await database.transaction({ government: aim.government }, (tx) =>
        recomputeBatch(tx, { ...deps, database }, aim, from),
      );
      if (next === null) return;
      if (isBefore(after, next)) after = next;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

const isBefore = (one: Cursor, other: Cursor): boolean =>
  one.calendarVersion < other.calendarVersion ||
  (one.calendarVersion === other.calendarVersion && one.id < other.id);

/** When nothing is left: says so once, and tells the officials. False while a locked row was passed over. */
async function finished(deps: RequestDeps, { government, n }: Aim): Promise<boolean> {
  return deps.database.transaction({ government }, async (tx) => {
    if (await hasRunningBefore(tx, government, n)) return false;
    const open = await tx
      .selectFrom('calendar_change')
      .select('n')
      .where('government', '=', government)
      .where('n', '<=', n)
      .where('finished_at', 'is', null)
      .forUpdate()
      .execute();
    const versions = open.map((change) => change.n);
    if (versions.length === 0) return true;
    await digestMessages(tx, deps, government, versions);
    await sql`
      update calendar_change c
         set finished_at = ${deps.clock.now()}, total = coalesce(total, 0),
             moved = (select count(*) from calendar_move m where m.government = c.government and m.n = c.n)
       where government = ${government} and n = any (${versions}::int[])`.execute(tx);
    return true;
  });
}
