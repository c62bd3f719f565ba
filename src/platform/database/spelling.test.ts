/** A migration may not change how words are spelt: what is kept was spelt by the function before. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { createTestDatabase } from '../../../test/support/database.ts';
import type { TestDatabase } from '../../../test/support/database.ts';

const first = new URL('../../../migrations/0010-queues-and-search.sql', import.meta.url);

describe('the spelling of words for search', () => {
  let own: TestDatabase;
  let client: Client;

  before(async () => {
    own = await createTestDatabase('spelling');
    client = new Client({ connectionString: own.ownerUrl });
    await client.connect();
    const text = await readFile(first, 'utf8');
    const [statement = ''] = /create function pendopo\.spelt[^;]+;/.exec(text) ?? [];
    await client.query(statement.replace('function pendopo.spelt', 'function pg_temp.first_spelt'));
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

  it('is what it was from the first', async () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('aabbssttoenmhkgyjvz éÉç.0-AS')),
      maxLength: 40,
    });
    const words = fc.sample(fc.oneof(letters, fc.string({ maxLength: 40 })), 3000);
    const sayable = words.map((word) => word.replaceAll('\0', ''));
    for (const { now, first: before } of await spelt(sayable)) assert.equal(now, before);
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
