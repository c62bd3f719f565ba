/** A migration may not change how words are spelt: what is kept was spelt by the function before. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { createTestDatabase } from '../../../test/support/database.ts';
import type { TestDatabase } from '../../../test/support/database.ts';

const first = new URL('../../../migrations/0010-queues-and-search.sql', import.meta.url);
const byPeriod = new URL('../../../migrations/0013-search-by-period.sql', import.meta.url);

/** The statement that makes a function, as a migration has it, for another name. */
async function asWrittenIn(migration: URL, name: string, other: string): Promise<string> {
  const text = await readFile(migration, 'utf8');
  const found = new RegExp(`create function pendopo\\.${name}[^;]+;`).exec(text);
  assert.ok(found, `${migration.pathname} makes ${name}`);
  return found[0].replace(`function pendopo.${name}`, `function pg_temp.${other}`);
}

describe('the spelling of words for search', () => {
  let own: TestDatabase;
  let client: Client;

  before(async () => {
    own = await createTestDatabase('spelling');
    client = new Client({ connectionString: own.ownerUrl });
    await client.connect();
    await client.query(await asWrittenIn(first, 'spelt', 'first_spelt'));
    await client.query(await asWrittenIn(byPeriod, 'search_vector', 'first_vector'));
  });
  after(async () => {
    await client.end();
    await own.drop();
  });

  const spelt = async (words: readonly string[]): Promise<{ now: string; first: string }[]> => {
    const { rows } = await client.query<{ now: string; first: string }>(
      'select pendopo.spelt(w) as now, pg_temp.first_spelt(w) as first from unnest($1::text[]) with ordinality as t(w, n) order by n',
      [words],
    );
    return rows;
  };

  const letters = fc.string({
    unit: fc.constantFrom(...Array.from('aabbssttoenmhkgyjvz éÉç.0-AS')),
    maxLength: 40,
  });
  const sayable = (): string[] =>
    fc.sample(fc.oneof(letters, fc.string({ maxLength: 40 })), 3000).map((word) => word.replaceAll('\0', ''));

  it('is what it was from the first', async () => {
    for (const { now, first: before } of await spelt(sayable())) assert.equal(now, before);
  });

  it('finds a request by the same words, whatever its text is', async () => {
    const { rows } = await client.query<{ text: string; now: string; first: string }>(
      `select w as text, pendopo.search_vector('kota-x', id, w) as now, pg_temp.first_vector('kota-x', id, w) as first
         from unnest($1::text[]) w cross join (values ('01a202a9-f8ba-7a4e-bb8a-44424d4ac98e'::uuid)) place (id)`,
      [[...sayable(), '', ' ', '- -', 'sari sari', ' Ujian  daring. ']],
    );
    assert.ok(rows.length > 3000);
    for (const { text, now, first: before } of rows) assert.equal(now, before, JSON.stringify(text));
    assert.equal(rows.at(-1)?.now, "'kota-x/01a2/daring' 'kota-x/01a2/uian'");
  });

  it('makes alike what sounds alike', async () => {
    const pairs = [
      ['Soekarno', 'Sukarno'],
      ['Achmad', 'Ahmad'],
      ['Muhammad', 'Mohamad'],
      ['Annnnisaa', 'Anisa'],
    ] as const;
    const rows = await spelt(pairs.flat());
    for (const [at] of pairs.entries()) assert.equal(rows[2 * at]?.now, rows[2 * at + 1]?.now);
  });
});
