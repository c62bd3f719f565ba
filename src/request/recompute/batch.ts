/**
 * Some hundred running requests put on a new calendar in one transaction: the same rules and the same chain as for one
 * act, written by a few statements for all of them.
 */
import { sql } from 'kysely';
import { insertAll, updateAll } from '../../platform/index.ts';
import type { RowsByTable, Tx } from '../../platform/index.ts';
import { valueOf } from '../../ground/index.ts';
import type { Service } from '../../standard/index.ts';
import { contextFor, latest } from '../act.ts';
import { clockColumns } from '../clock-columns.ts';
import { journalNow } from '../deps.ts';
import type { RequestDeps } from '../deps.ts';
import { messagesTo } from '../effects.ts';
import { jobsToSend } from '../outgoing.ts';
import { extend, stateColumns } from '../journal.ts';
import type { Extended } from '../journal.ts';
import { hasMoved } from '../model/calendar-move.ts';
import { decide } from '../model/decide.ts';
import { firstStep } from '../model/procedure.ts';
import type { RequestState } from '../model/state.ts';
import { decreesBehind } from './change.ts';
import type { CalendarChange } from './change.ts';
import { readRecipients } from './recipients.ts';

/** What requests are put on. */
export interface Aim {
  readonly government: string;
  /** The version of the calendar. */
  readonly n: number;
  /** Why that version and those before it were published. */
  readonly changes: readonly CalendarChange[];
}

/** Up to where a pass has come, in the order of `request_running`. */
export interface Cursor {
  readonly calendarVersion: number;
  readonly id: string;
}

export const START: Cursor = { calendarVersion: 0, id: '00000000-0000-0000-0000-000000000000' };

/** Requests in one transaction: enough to make statements cheap, few enough that nobody waits long for a row. */
const BATCH = 400;

interface RunningRow {
  readonly id: string;
  readonly state: RequestState;
  readonly head: Buffer;
  readonly calendar_version: number;
  readonly overdue_at: Temporal.Instant | null;
}

/**
 * The next running requests that an older calendar was used for, locked. A row that somebody acts on at this moment is
 * passed over: a later pass finds it, as it stands then.
 */
async function lockNext(tx: Tx, { government, n }: Aim, after: Cursor): Promise<readonly RunningRow[]> {
  const { rows } = await sql<RunningRow>`
    select id, state, head, calendar_version, overdue_at
      from request
     where government = ${government} and closed_at is null and calendar_version < ${n}
       and (calendar_version, id) > (${after.calendarVersion}, ${after.id}::uuid)
     order by calendar_version, id
     limit ${BATCH}
       for update skip locked`.execute(tx);
  return rows;
}

/** One request as it stands after the new calendar. */
interface Recomputed {
  readonly row: RunningRow;
  readonly service: Service;
  readonly extended: Extended;
}

/** Puts the next requests on the calendar. Gives where to go on from, or null when none was found. */
export async function recomputeBatch(
  tx: Tx,
  deps: RequestDeps,
  aim: Aim,
  after: Cursor,
): Promise<Cursor | null> {
  const rows = await lockNext(tx, aim, after);
  const last = rows.at(-1);
  if (last === undefined) return null;
  const now = journalNow(deps.clock);
  const done = rows.map((row) => recomputed(deps, aim, row, now));
  await write(tx, deps, aim, done);
  return { calendarVersion: last.calendar_version, id: last.id };
}

function recomputed(deps: RequestDeps, aim: Aim, row: RunningRow, now: Temporal.Instant): Recomputed {
  const { state, head } = row;
  const { government, n, changes } = aim;
  const { value: service } = deps.catalogue.service(government, state.service, state.serviceVersion);
  const at = latest(now, state);
  const { calendar: compiled } = deps.catalogue.calendar(government, n);
  const context = {
    ...contextFor(deps, { government, actor: { kind: 'system' } }, service, state, at),
    calendar: { version: n, compiled },
  };
  const decree = decreesBehind(changes, state.calendarVersion, n);
  const { entries, actor } = valueOf(decide({ type: 'recompute', decree }, state, context));
  const place = {
    keys: deps.keys,
    government,
    request: row.id,
    firstStep: firstStep(service),
    at,
    actor,
  };
  return { row, service, extended: extend({ state, hash: head }, entries, place) };
}

/** Whether the applicant has another deadline than before. */
const isMoved = ({ row, extended }: Recomputed): boolean =>
  hasMoved({ due: extended.state.due, was: row.state });

const instantOf = (iso: string | null): Temporal.Instant | null =>
  iso === null ? null : Temporal.Instant.from(iso);

async function write(tx: Tx, deps: RequestDeps, aim: Aim, done: readonly Recomputed[]): Promise<void> {
  const { government, n } = aim;
  const moved = done.filter(isMoved);
  await updateAll(
    tx,
    'request',
    government,
    done.map(({ row, service, extended }) => ({
      id: row.id,
      ...stateColumns(extended),
      ...clockColumns(deps, service, extended.state, journalNow(deps.clock)),
      // Marked once and for all, unless the calendar put right says that the promise was not broken.
      overdue_at: extended.state.overdue ? row.overdue_at : null,
    })),
  );
  await moveInQueues(tx, government, moved);
  const message = await messagesAbout(tx, deps, government, moved);
  const rows: RowsByTable = {
    journal: done.flatMap(({ extended }) => extended.rows),
    calendar_move: moved.map(({ row, extended }) => ({
      government,
      n,
      request: row.id,
      due_was: instantOf(row.state.due),
      due_is: instantOf(extended.state.due),
    })),
    message,
  };
  await insertAll(tx, rows, jobsToSend(deps, message));
}

async function messagesAbout(
  tx: Tx,
  deps: RequestDeps,
  government: string,
  moved: readonly Recomputed[],
): Promise<ReturnType<typeof messagesTo>> {
  const now = journalNow(deps.clock);
  const recipients = await readRecipients(tx, deps.keys, government, {
    requests: moved.map(({ row }) => row.id),
    at: now,
  });
  return moved.flatMap(({ row, service, extended }) => {
    const found = recipients.get(row.id);
    return found ? messagesTo(found.recipient, deps, { vault: found.vault, service, extended, now }) : [];
  });
}

/** Queues are sorted by deadline; nothing else in them changes. */
async function moveInQueues(tx: Tx, government: string, moved: readonly Recomputed[]): Promise<void> {
  if (moved.length === 0) return;
  const ids = moved.map(({ row }) => row.id);
  const dues = moved.map(({ extended }) => extended.state.due ?? 'infinity');
  await sql`
    update request_viewer v set due_at = new.due
      from unnest(${ids}::uuid[], ${dues}::timestamptz[]) new (request, due)
     where v.government = ${government} and v.request = new.request`.execute(tx);
}
