/** Officials and the positions they hold by dates: reading and writing. */
import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../platform/index.ts';
import type { Organisation } from '../standard/index.ts';
import type { Held } from './standing.ts';

/** Somebody in a post, and how they are written to. */
export interface Holder {
  readonly official: string;
  readonly name: string;
  readonly email: string;
}

/** An official who holds `position` on that day; the definitive holder first, or the one of this user name. */
export async function findHolder(
  tx: Tx,
  government: string,
  position: string,
  day: Temporal.PlainDate,
  username?: string,
): Promise<Holder | null> {
  const row = await holdersOn(tx, government, [position], day)
    .$if(username !== undefined, (query) => query.where('o.username', '=', username ?? ''))
    .limit(1)
    .executeTakeFirst();
  return row ? holderIn(row) : null;
}

/** Who holds each of these positions on that day, the definitive holder before who stands in; a vacant one is not there. One statement. */
export async function findHolders(
  tx: Tx,
  government: string,
  positions: readonly string[],
  day: Temporal.PlainDate,
): Promise<ReadonlyMap<string, Holder>> {
  const rows = await holdersOn(tx, government, positions, day).execute();
  // The first of each stays.
  return new Map(rows.toReversed().map((row) => [row.position, holderIn(row)]));
}

/** Everybody who holds `position` on that day: the definitive holder, then who stands in for them (Plh, Plt). */
export async function listHolders(
  tx: Tx,
  government: string,
  position: string,
  day: Temporal.PlainDate,
): Promise<readonly Holder[]> {
  const rows = await holdersOn(tx, government, [position], day).execute();
  return [...new Map(rows.map((row) => [row.official, holderIn(row)])).values()];
}

const holderIn = ({ official, name, email }: Holder): Holder => ({ official, name, email });

const holdersOn = (tx: Tx, government: string, positions: readonly string[], day: Temporal.PlainDate) =>
  tx
    .selectFrom('holding as h')
    .innerJoin('official as o', (join) =>
      join.onRef('o.government', '=', 'h.government').onRef('o.id', '=', 'h.official'),
    )
    .select(['h.position', 'o.id as official', 'o.name', 'o.email'])
    .where('h.government', '=', government)
    .where(sql<boolean>`h.position = any(${[...positions]}::text[])`)
    .where('h.from_date', '<=', day)
    .where((eb) => eb.or([eb('h.to_date', 'is', null), eb('h.to_date', '>=', day)]))
    .where('o.disabled_at', 'is', null)
    .orderBy('h.held_as')
    .orderBy('h.from_date')
    // Ids made in one millisecond stand in no order: of two who began on the same day the first would be chance.
    .orderBy('o.username');

export interface OfficialRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly nip: string | null;
  readonly username: string;
  readonly disabled: boolean;
  readonly holdings: readonly {
    readonly id: string;
    readonly position: string;
    readonly as: Held['as'];
    readonly from: Temporal.PlainDate;
    readonly to: Temporal.PlainDate | null;
    readonly basis: string | null;
  }[];
}

/** All officials of a government with everything they hold and held, by name: the administrator's page. */
export async function listOfficials(tx: Tx, government: string): Promise<readonly OfficialRow[]> {
  const officials = await tx
    .selectFrom('official')
    .select(['id', 'slug', 'name', 'nip', 'username', 'disabled_at'])
    .where('government', '=', government)
    .orderBy('name')
    .execute();
  const holdings = await tx
    .selectFrom('holding')
    .selectAll()
    .where('government', '=', government)
    .orderBy('from_date', 'desc')
    .execute();
  const byOfficial = Map.groupBy(holdings, (holding) => holding.official);
  return officials.map(({ disabled_at, ...official }) => ({
    ...official,
    disabled: disabled_at !== null,
    holdings: (byOfficial.get(official.id) ?? []).map((h) => ({
      id: h.id,
      position: h.position,
      as: h.held_as,
      from: h.from_date,
      to: h.to_date,
      basis: h.basis,
    })),
  }));
}

export interface NewHolding {
  readonly position: string;
  readonly official: string;
  readonly as: Held['as'];
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
  readonly basis: string | null;
}

/** Puts an official into a position from a day on; history is never rewritten, only ended and added to. */
export async function addHolding(tx: Tx, government: string, holding: NewHolding): Promise<string> {
  const id = randomUUIDv7();
  await tx
    .insertInto('holding')
    .values({
      government,
      id,
      position: holding.position,
      official: holding.official,
      held_as: holding.as,
      from_date: holding.from,
      to_date: holding.to,
      basis: holding.basis,
    })
    .execute();
  return id;
}

/** Ends a holding on `lastDay` (included); false when there is none that runs on that day. */
export async function endHolding(
  tx: Tx,
  government: string,
  id: string,
  lastDay: Temporal.PlainDate,
): Promise<boolean> {
  const result = await tx
    .updateTable('holding')
    .set({ to_date: lastDay })
    .where('government', '=', government)
    .where('id', '=', id)
    .where('from_date', '<=', lastDay)
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', lastDay)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Takes the officials of a published organisation into the tables, once: people already there are left alone, because
 * from then on the administrator's page is where they change. `passwordHash` is for the demo; null means no sign-in yet.
 */
export async function seedOfficials(
  tx: Tx,
  government: string,
  organisation: Organisation,
  passwordHash: string | null,
): Promise<void> {
  const known = await tx
    .selectFrom('official')
    .select('id')
    .where('government', '=', government)
    .limit(1)
    .execute();
  if (known.length > 0) return;
  const ids = new Map(organisation.officials.map((official) => [official.id, randomUUIDv7()]));
  const idOf = (slug: string): string => {
    const id = ids.get(slug);
    if (id === undefined) throw new Error(`organisation of ${government} has no official "${slug}"`);
    return id;
  };
  await tx
    .insertInto('official')
    .values(
      organisation.officials.map((o) => ({
        government,
        id: idOf(o.id),
        slug: o.id,
        name: o.name,
        nip: o.nip,
        rank: o.rank,
        username: o.username,
        email: o.email,
        password_hash: passwordHash,
        disabled_at: null,
      })),
    )
    .execute();
  await seedHoldings(tx, government, organisation, idOf);
}

async function seedHoldings(
  tx: Tx,
  government: string,
  organisation: Organisation,
  idOf: (slug: string) => string,
): Promise<void> {
  const holdings = organisation.holdings.map((h) => ({
    government,
    id: randomUUIDv7(),
    position: h.position,
    official: idOf(h.official),
    held_as: h.as,
    from_date: Temporal.PlainDate.from(h.from),
    to_date: h.to === null ? null : Temporal.PlainDate.from(h.to),
    basis: h.basis ?? null,
  }));
  await tx.insertInto('holding').values(holdings).execute();
  const competences = organisation.officials.flatMap((o) =>
    o.competences.map((c) => ({
      government,
      official: idOf(o.id),
      code: c.code,
      from_date: Temporal.PlainDate.from(c.from),
      to_date: c.to === null ? null : Temporal.PlainDate.from(c.to),
      evidence: c.evidence,
    })),
  );
  if (competences.length > 0) await tx.insertInto('competence').values(competences).execute();
}
