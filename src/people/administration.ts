/** Officials as administrators keep them: taken in, corrected, their competences, and their end. */
import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { Fault } from '../ground/index.ts';
import type { Tx } from '../platform/index.ts';
import { endSessions } from './sessions.ts';

/** What may be corrected about an official; the user name stays, since signatures in the journal rest on the person. */
export interface OfficialFacts {
  readonly name: string;
  /** Eighteen digits; null for people outside the civil service. */
  readonly nip: string | null;
  readonly rank: string | null;
  readonly email: string;
}

export interface Competence {
  readonly code: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
  /** Certificate or written assignment. */
  readonly evidence: string;
}

/** An official with what the list does not show. */
export interface OfficialRecord extends OfficialFacts {
  readonly id: string;
  readonly username: string;
  readonly disabledAt: Temporal.Instant | null;
  readonly hasPassword: boolean;
  readonly competences: readonly Competence[];
}

/** One official, or null. */
export async function findOfficialRecord(
  tx: Tx,
  government: string,
  id: string,
): Promise<OfficialRecord | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const row = await tx
    .selectFrom('official')
    .select(['id', 'name', 'nip', 'rank', 'email', 'username', 'disabled_at', 'password_hash'])
    .where('government', '=', government)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { disabled_at: disabledAt, password_hash: hash, ...official } = row;
  const competences = await listCompetences(tx, government, id);
  return { ...official, disabledAt, hasPassword: hash !== null, competences };
}

async function listCompetences(tx: Tx, government: string, official: string): Promise<readonly Competence[]> {
  const rows = await tx
    .selectFrom('competence')
    .select(['code', 'from_date as from', 'to_date as to', 'evidence'])
    .where('government', '=', government)
    .where('official', '=', official)
    .orderBy('code')
    .orderBy('from_date', 'desc')
    .execute();
  return rows;
}

const taken = (username: string): Fault =>
  new Fault('conflict', 'username-taken', {
    id: `Nama pengguna ${username} sudah dipakai. Pilih yang lain.`,
    en: `The user name ${username} is taken. Choose another.`,
  });

/** Takes in an official, without a password and without a post. Gives the id. Fault: `username-taken`. */
export async function addOfficial(
  tx: Tx,
  government: string,
  { username, ...facts }: OfficialFacts & { readonly username: string },
): Promise<string> {
  const id = randomUUIDv7();
  const inserted = await tx
    .insertInto('official')
    .values({
      government,
      id,
      slug: slugOf(username),
      username,
      ...facts,
      password_hash: null,
      disabled_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) throw taken(username);
  return id;
}

/** "nama.lain@klaten" is called `nama-lain` where definitions speak of people. */
const slugOf = (username: string): string =>
  username
    .replace(/^([^@]*)@.*$/, '$1')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|(?<!-)-+$/g, '');

/** Corrects an official's facts. False when there is no such official. */
export async function updateOfficial(
  tx: Tx,
  government: string,
  id: string,
  facts: OfficialFacts,
): Promise<boolean> {
  const result = await tx
    .updateTable('official')
    .set(facts)
    .where('government', '=', government)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Records a competence from a day on. False when the same one begins on that day already. */
export async function addCompetence(
  tx: Tx,
  government: string,
  official: string,
  { code, from, to, evidence }: Competence,
): Promise<boolean> {
  const result = await tx
    .insertInto('competence')
    .values({ government, official, code, from_date: from, to_date: to, evidence })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Ends a competence on `lastDay` (included). False when there is none that runs on that day. */
export async function endCompetence(
  tx: Tx,
  government: string,
  official: string,
  { code, from, lastDay }: { code: string; from: Temporal.PlainDate; lastDay: Temporal.PlainDate },
): Promise<boolean> {
  const result = await tx
    .updateTable('competence')
    .set({ to_date: lastDay })
    .where('government', '=', government)
    .where('official', '=', official)
    .where('code', '=', code)
    .where('from_date', '=', from)
    .where('from_date', '<=', lastDay)
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', lastDay)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Nobody else changes who holds what in this government until the transaction ends: what is read after this still holds when it is written. */
export async function lockHoldings(tx: Tx, government: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`holdings/${government}`}))`.execute(tx);
}

/** Takes back a holding that begins after `today`; false when there is none, or it has begun. */
export async function withdrawHolding(tx: Tx, id: string, today: Temporal.PlainDate): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select withdraw_holding(${id}::uuid, ${today}) as done`.execute(tx);
  return rows[0]?.done === true;
}

/**
 * Ends an official: no signing in from `at` on, open sessions are over, posts end today, those that had not begun are taken
 * back. What they did stays theirs.
 */
export async function disableOfficial(
  tx: Tx,
  who: { readonly government: string; readonly official: string },
  { at, today }: { readonly at: Temporal.Instant; readonly today: Temporal.PlainDate },
): Promise<void> {
  const { government, official } = who;
  await tx
    .updateTable('official')
    .set({ disabled_at: at })
    .where('government', '=', government)
    .where('id', '=', official)
    .execute();
  await endSessions(tx, who, { except: null });
  const holdings = await tx
    .selectFrom('holding')
    .select(['id', 'from_date'])
    .where('government', '=', government)
    .where('official', '=', official)
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', today)]))
    .execute();
  for (const { id, from_date: from } of holdings) {
    if (Temporal.PlainDate.compare(from, today) > 0) await withdrawHolding(tx, id, today);
    else
      await tx
        .updateTable('holding')
        .set({ to_date: today })
        .where('government', '=', government)
        .where('id', '=', id)
        .execute();
  }
}

/** Lets an ended official sign in again. Posts are given anew. */
export async function enableOfficial(tx: Tx, government: string, official: string): Promise<void> {
  await tx
    .updateTable('official')
    .set({ disabled_at: null })
    .where('government', '=', government)
    .where('id', '=', official)
    .execute();
}
