/** Several who act at the same moment, without luck: nobody goes on before everybody has come to where they write. */
import { Client } from 'pg';
import type { TestApp } from './app.ts';

/** Starts all of these while nobody can write into `table`, and lets them go once each of them waits for something. */
export async function atOnce<T>(
  { addresses }: TestApp,
  table: string,
  acts: readonly (() => Promise<T>)[],
): Promise<readonly T[]> {
  const owner = new Client({ connectionString: addresses.ownerUrl });
  await owner.connect();
  await owner.query(`begin; lock table pendopo.${table} in exclusive mode`);
  const begun = acts.map((act) => act());
  const waiting = `select count(*)::int as n from pg_locks where not granted and database =
    (select oid from pg_database where datname = current_database())`;
  for (let n = 0; n < begun.length;) n = (await owner.query<{ n: number }>(waiting)).rows[0]?.n ?? 0;
  await owner.query('rollback');
  await owner.end();
  return Promise.all(begun);
}
