/**
 * Who comes to a counter: the queue of the day and the visitor book in one. A number is drawn by the officer, or by the visitor
 * where the counter lets them; name and purpose are sealed under a key of their own and erased after 90 days, what is left are figures.
 */
import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { seal, unseal } from '../platform/index.ts';
import type { Tables, Tx } from '../platform/index.ts';
import { journalNow, todayIn } from '../request/index.ts';
import type { RequestDeps } from '../request/index.ts';
import type { Call } from './expected-wait.ts';

export type VisitRow = Selectable<Tables['visit']>;
export type VisitOutcome = NonNullable<VisitRow['outcome']>;

/** A counter of a government. */
export interface CounterSpot {
  readonly government: string;
  /** The position of the counter. */
  readonly counter: string;
}

/** A counter at which an official serves. */
export interface CounterPlace extends CounterSpot {
  readonly official: string;
}

/** What a visitor said; either may be left out, since nobody owes a counter their name. */
export interface VisitorWords {
  readonly name: string;
  readonly purpose: string;
}

export interface Visit extends Omit<VisitRow, 'wrapped' | 'sealed'> {
  /** Null once it was erased. */
  readonly said: VisitorWords | null;
}

const sealPlace = (government: string, id: string): string => `${government}/${id}/visit`;

/** Gives a visitor the next number of the counter's day. */
export async function drawNumber(
  tx: Tx,
  deps: RequestDeps,
  place: CounterPlace,
  said: VisitorWords,
): Promise<string> {
  const id = randomUUIDv7();
  await insertVisit(tx, deps, place, said, { id, drawn_by: place.official });
  return id;
}

const NOTHING_SAID: VisitorWords = { name: '', purpose: '' };

/**
 * Gives whoever takes one themselves the next number. `id` comes with their form: pressed twice, it stays one number. Concurrent
 * presses must have been put in a row by the caller (`lockSelfService`).
 */
export async function drawOwnNumber(tx: Tx, deps: RequestDeps, spot: CounterSpot, id: string): Promise<void> {
  // Also where the id is of another counter, as only a forged form has it: then nothing is given, and nothing found.
  if (await isTaken(tx, spot.government, id)) return;
  await insertVisit(tx, deps, spot, NOTHING_SAID, { id, drawn_by: null });
}

async function isTaken(tx: Tx, government: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('visit')
    .select('id')
    .where('government', '=', government)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

async function insertVisit(
  tx: Tx,
  deps: RequestDeps,
  { government, counter }: CounterSpot,
  said: VisitorWords,
  more: Pick<VisitRow, 'id' | 'drawn_by'> & Partial<VisitRow>,
): Promise<void> {
  const now = journalNow(deps.clock);
  const day = todayIn(deps.catalogue, government, now);
  const [{ id }, dataKey] = [more, deps.keys.newDataKey()];
  await tx
    .insertInto('visit')
    .values({
      government,
      counter,
      day,
      number: await nextNumber(tx, counter, day),
      service: null,
      arrived_at: now,
      called_at: null,
      called_by: null,
      outcome: null,
      ended_at: null,
      request: null,
      wrapped: deps.keys.wrap(dataKey, sealPlace(government, id)),
      sealed: seal(JSON.stringify(said), dataKey, sealPlace(government, id)),
      ...more,
    })
    .execute();
}

/** Drawn inside the transaction that uses it: rolled back, it leaves no gap that a visitor would wonder about. */
async function nextNumber(tx: Tx, counter: string, day: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select next_number(${`antrean/${counter}/${day.toString()}`}, ${day.year}) as number`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('a register gave no number');
  return row.number;
}

/** Calls whoever waits longest; null when nobody waits. Two officers at one counter never call the same visitor. */
export async function callNext(tx: Tx, deps: RequestDeps, place: CounterPlace): Promise<string | null> {
  const { government, counter, official } = place;
  const now = journalNow(deps.clock);
  // Found first and updated then: as a subquery it would be asked once a row, and call everybody.
  const next = await tx
    .selectFrom('visit')
    .select('id')
    .where('government', '=', government)
    .where('counter', '=', counter)
    .where('day', '=', todayIn(deps.catalogue, government, now))
    .where('called_at', 'is', null)
    .where('outcome', 'is', null)
    .orderBy('number')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!next) return null;
  await tx
    .updateTable('visit')
    .set({ called_at: now, called_by: official })
    .where('government', '=', government)
    .where('id', '=', next.id)
    .execute();
  return next.id;
}

/** Ends a visit; false when it is not one of this counter or has ended already. */
export async function endVisit(
  tx: Tx,
  deps: RequestDeps,
  { government, counter }: CounterPlace,
  id: string,
  end: Pick<VisitRow, 'outcome'> & Partial<Pick<VisitRow, 'request' | 'service'>>,
): Promise<boolean> {
  const ended = await tx
    .updateTable('visit')
    .set({ ...end, ended_at: journalNow(deps.clock) })
    .where('government', '=', government)
    .where('counter', '=', counter)
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** A request taken in at the counter stands in the visitor book: as the end of the visit served, or as one that needed no waiting. */
export async function recordTakenIn(
  tx: Tx,
  deps: RequestDeps,
  place: CounterPlace,
  taken: { readonly visit: string | null; readonly request: string; readonly service: string },
): Promise<void> {
  const { visit, request, service } = taken;
  const end = { outcome: 'submitted', request, service } as const;
  if (visit !== null && (await endVisit(tx, deps, place, visit, end))) return;
  const now = journalNow(deps.clock);
  const at = { called_at: now, called_by: place.official, ended_at: now };
  await insertVisit(tx, deps, place, NOTHING_SAID, {
    id: randomUUIDv7(),
    drawn_by: place.official,
    ...end,
    ...at,
  });
}

/** The visits of a counter's day in the order of their numbers. */
export async function listVisits(
  tx: Tx,
  deps: RequestDeps,
  { government, counter }: CounterSpot,
  day: Temporal.PlainDate,
): Promise<readonly Visit[]> {
  const rows = await tx
    .selectFrom('visit')
    .selectAll()
    .where('government', '=', government)
    .where('counter', '=', counter)
    .where('day', '=', day)
    .orderBy('number')
    .execute();
  return rows.map((row) => opened(deps, row));
}

/** Whether this is written as ids of visits are. */
export const isVisitId = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id);

/** What is known of a number to everybody in the room. */
export type Ticket = Pick<VisitRow, 'id' | 'day' | 'number' | 'arrived_at' | 'called_at' | 'outcome'>;

const ticketColumns = ['id', 'day', 'number', 'arrived_at', 'called_at', 'outcome'] as const;

/** A number of a counter, without what its visitor said; null when there is none. */
export async function findTicket(
  tx: Tx,
  { government, counter }: CounterSpot,
  id: string,
): Promise<Ticket | null> {
  if (!isVisitId(id)) return null;
  const row = await tx
    .selectFrom('visit')
    .select(ticketColumns)
    .where('government', '=', government)
    .where('counter', '=', counter)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Numbers of a counter's day whose visit has not ended, in their order. */
export async function listOpenTickets(
  tx: Tx,
  { government, counter }: CounterSpot,
  day: Temporal.PlainDate,
): Promise<readonly Ticket[]> {
  return tx
    .selectFrom('visit')
    .select(ticketColumns)
    .where('government', '=', government)
    .where('counter', '=', counter)
    .where('day', '=', day)
    .where('outcome', 'is', null)
    .orderBy('number')
    .execute();
}

/** Calls that the pace of a queue is reckoned from are among so many of the latest. */
const CALLS_LOOKED_AT = 30;

/**
 * The latest calls of a counter's day, in their order. Not among them: whoever was served without waiting for a call, whose
 * visit stands in the book as called and ended at once (`recordTakenIn`).
 */
export async function listCalls(
  tx: Tx,
  { government, counter }: CounterSpot,
  day: Temporal.PlainDate,
): Promise<readonly Call[]> {
  const rows = await tx
    .selectFrom('visit')
    .select(['arrived_at', 'called_at'])
    .where('government', '=', government)
    .where('counter', '=', counter)
    .where('day', '=', day)
    .where('called_at', 'is not', null)
    .where('ended_at', 'is distinct from', sql.ref<Temporal.Instant>('called_at'))
    .orderBy('called_at', 'desc')
    .limit(CALLS_LOOKED_AT)
    .$narrowType<{ called_at: Temporal.Instant }>()
    .execute();
  return rows.toReversed();
}

/** One visit of a counter; null when there is none. */
export async function findVisit(
  tx: Tx,
  deps: RequestDeps,
  { government, counter }: CounterSpot,
  id: string,
): Promise<Visit | null> {
  if (!isVisitId(id)) return null;
  const row = await tx
    .selectFrom('visit')
    .selectAll()
    .where('government', '=', government)
    .where('counter', '=', counter)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? opened(deps, row) : null;
}

function opened(deps: RequestDeps, { wrapped, sealed, ...row }: VisitRow): Visit {
  if (wrapped === null || sealed === null) return { ...row, said: null };
  const place = sealPlace(row.government, row.id);
  const said = unseal(sealed, deps.keys.unwrap(wrapped, place), place).toString();
  return { ...row, said: JSON.parse(said) as VisitorWords };
}
