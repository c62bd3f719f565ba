import { sql } from 'kysely';
import type { Clock } from '../../ground/index.ts';
import type { Database, Tx } from '../../platform/index.ts';
import type { DefinitionKind } from '../reading/definitions.ts';
import { Catalogue } from './catalogue.ts';
import type { DefinitionSource } from './catalogue.ts';
import { openKeptReadings } from './kept-readings.ts';
import type { StoredDefinition } from './version.ts';

interface DefinitionRow {
  readonly government: string;
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly n: number;
  readonly valid_from: Temporal.Instant;
  readonly sha256: Buffer;
  readonly text: string;
  readonly published_at: Temporal.Instant;
  readonly published_by: string;
}

const stored = (row: DefinitionRow): StoredDefinition => ({
  government: row.government,
  kind: row.kind,
  name: row.name,
  n: row.n,
  validFrom: row.valid_from,
  sha256: row.sha256.toString('hex'),
  text: row.text,
  publishedAt: row.published_at,
  publishedBy: row.published_by,
});

/** Published definitions are public, so they are read without a government (policy `definition_read`). */
export function databaseSource(database: Database): DefinitionSource {
  return {
    stamp: () =>
      database.withoutGovernment(async (tx) => {
        const { rows } = await sql<{ stamp: string }>`select catalogue_stamp() as stamp`.execute(tx);
        return rows[0]?.stamp ?? '';
      }),
    load: (known) =>
      database.withoutGovernment(async (tx) => {
        const { rows } = await sql<DefinitionRow>`
          select government, kind, name, n, valid_from, sha256, text, published_at, published_by
          from definition
          where government || '/' || kind || '/' || name || '/' || n <> all (${[...known]}::text[])
        `.execute(tx);
        return rows.map(stored);
      }),
  };
}

/**
 * The catalogue of everything published; call `refresh()` for what other processes publish later. `keptIn`: a file that keeps
 * what the texts say for the next start.
 */
export async function loadCatalogue(database: Database, clock: Clock, keptIn?: string): Promise<Catalogue> {
  const kept = keptIn === undefined ? undefined : await openKeptReadings(keptIn);
  const catalogue = new Catalogue(databaseSource(database), clock, kept);
  await catalogue.refresh();
  return catalogue;
}

/** The newest version of each definition; of one government, or of all where `government` is null. */
export async function newestVersions(tx: Tx, government: string | null): Promise<StoredDefinition[]> {
  const { rows } = await sql<DefinitionRow>`
    select distinct on (government, kind, name)
      government, kind, name, n, valid_from, sha256, text, published_at, published_by
    from definition
    where ${government}::text is null or government = ${government}
    order by government, kind, name, n desc
  `.execute(tx);
  return rows.map(stored);
}

/** Appends a version through the one function that may; gives its `n`, or the newest where the text is the same. */
export async function insertVersion(
  tx: Tx,
  version: Pick<
    StoredDefinition,
    'government' | 'kind' | 'name' | 'validFrom' | 'sha256' | 'text' | 'publishedBy'
  >,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select publish_definition(${version.government}, ${version.kind}, ${version.name}, ${version.validFrom},
      ${Buffer.from(version.sha256, 'hex')}, ${version.text}, ${version.publishedBy}) as n
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('publish_definition() gave no row');
  return row.n;
}
