/** Files that no row knows: what killed programs and broken-off uploads leave behind, which nobody may read or keep. */
import { sql } from 'kysely';
import type { Database, FileStore, Round } from '../platform/index.ts';
import type { RequestDeps } from './deps.ts';

/** Longer than any upload and its transaction take: a file is on disk before its row is. */
const grace = Temporal.Duration.from({ hours: 24 });

/** Sweeps the store every night, at 00.45 WIB. */
export const sweepRound = (deps: Pick<RequestDeps, 'files' | 'clock'>): Round => ({
  at: '45 17 * * *',
  run: async (database) => {
    const now = deps.clock.now();
    await forgetSpent(database, now);
    await sweepFiles(deps.files, database, now.subtract(grace));
  },
});

/** How long a visitor book tells who came and why; the data-protection page says the same. */
const VISITS_KEPT_DAYS = 90;

/** Token buckets long full again, sessions that are over, forms nobody came back to, names in old visitor books. */
async function forgetSpent(database: Database, now: Temporal.Instant): Promise<void> {
  const visitsBefore = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: VISITS_KEPT_DAYS });
  await database.withoutGovernment(async (tx) => {
    await sql`select forget_spent(${now})`.execute(tx);
    await sql`select forget_held(${now}, ${visitsBefore})`.execute(tx);
  });
}

/** Removes the files older than `olderThan` that no request and no draft of any government has. */
export async function sweepFiles(
  files: FileStore,
  database: Database,
  olderThan: Temporal.Instant,
): Promise<void> {
  await files.sweepOrphans((government, ids) => knownFiles(database, government, ids), olderThan);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

async function knownFiles(
  database: Database,
  government: string,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = names.filter((name) => uuid.test(name));
  if (ids.length === 0) return new Set();
  const rows = await database.transaction({ government }, (tx) =>
    tx.selectFrom('file').select('id').where('government', '=', government).where('id', 'in', ids).execute(),
  );
  return new Set(rows.map(({ id }) => id));
}
