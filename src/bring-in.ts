/** The first start of an installation: definitions from the repository, and in the demo the officials' password. */
import type { Clock } from './ground/index.ts';
import { hashPassword, openDatabase } from './platform/index.ts';
import type { Database, DatabaseAddresses, Log } from './platform/index.ts';
import { demoPassword, seedOfficials } from './people/index.ts';
import { loadCatalogue, publishNewGovernments } from './standard/index.ts';
import type { Publication } from './standard/index.ts';

export interface BringInOptions {
  readonly addresses: DatabaseAddresses;
  readonly governmentsDirectory: string;
  /** Officials may sign in with the demo password. */
  readonly demo: boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Publishes the governments of the directory that have nothing published yet and takes in their officials. What is
 * already there is never touched: the database is the source from then on.
 */
export async function bringIn(options: BringInOptions): Promise<readonly Publication[]> {
  const { clock, log } = options;
  const database = await openDatabase({ url: options.addresses.appUrl, role: 'pendopo_app', max: 2 });
  try {
    const publications = await publishNewGovernments(database, options.governmentsDirectory, {
      by: 'berkas',
      clock,
    });
    for (const { government, published, faults } of publications) {
      if (published.length > 0) await takeInOfficials(database, government, options);
      for (const fault of faults.filter(({ severity }) => severity === 'error')) {
        log.error({ file: fault.file, line: fault.line, fault: fault.words.en }, 'definition not published');
      }
    }
    return publications;
  } finally {
    await database.close();
  }
}

async function takeInOfficials(
  database: Database,
  government: string | null,
  { clock, demo }: BringInOptions,
): Promise<void> {
  if (government === null) return;
  const catalogue = await loadCatalogue(database, clock);
  const passwordHash = demo ? await hashPassword(demoPassword) : null;
  await database.transaction({ government }, (tx) =>
    seedOfficials(tx, government, catalogue.organisation(government), passwordHash),
  );
}
