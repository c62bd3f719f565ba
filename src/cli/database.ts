import { Fault } from '../ground/index.ts';
import { openDatabase, readConfig } from '../platform/index.ts';
import type { Database, DatabaseRole } from '../platform/index.ts';
import { valueOf } from '../ground/index.ts';

/** Runs `work` over the installation's database (as the environment names it), and closes it. */
export async function withDatabase<T>(
  role: DatabaseRole,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { database: config } = valueOf(readConfig(process.env));
  if (config.kind === 'embedded') {
    throw new Fault('unavailable', 'database-not-named', {
      id: 'Setel DATABASE_URL ke basis data yang dipakai.',
      en: 'Set DATABASE_URL to the database in use.',
    });
  }
  const database = await openDatabase({ url: config.url, role, max: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
