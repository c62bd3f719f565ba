/** All that an application has written, for a search for what must stand nowhere. */
import pg from 'pg';
import { allText } from '../conformance/folder.ts';
import type { TestApp } from './app.ts';

/** Every row of every table, the queue's included, as the database writes it. */
async function allRows(ownerUrl: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
      texts.push(...rows.map(({ row }) => row));
    }
    return texts.join('\n');
  } finally {
    await owner.end();
  }
}

/** Database and files as one text. */
export async function everythingKept({ addresses, dataDirectory }: TestApp): Promise<string> {
  return `${await allRows(addresses.ownerUrl)}\n${await allText(dataDirectory)}`;
}

export { writtenForms } from './written-forms.ts';
