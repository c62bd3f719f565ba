import { valueOf } from '../ground/index.ts';
import { joinInstallation, openDatabase, readConfig } from '../platform/index.ts';
import type { Config, Database, DatabaseAddresses, DatabaseRole, Installation } from '../platform/index.ts';
import type { CommandIo } from './io.ts';

/**
 * Runs `work` over the installation's database and closes it: the server of DATABASE_URL, else the embedded one, of
 * the running portal if there is one. Progress goes to standard error.
 */
export async function withDatabase<T>(
  io: CommandIo,
  role: DatabaseRole,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const installation = await installationOf(valueOf(readConfig(process.env)), io);
  try {
    return await withRole(installation.addresses, role, work);
  } finally {
    await installation.close();
  }
}

async function withRole<T>(
  { appUrl, workerUrl }: DatabaseAddresses,
  role: DatabaseRole,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ url: role === 'pendopo_app' ? appUrl : workerUrl, role, max: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** A server of one's own needs neither the data directory nor the owner's rights to be read. */
async function installationOf(config: Config, io: CommandIo): Promise<Installation> {
  const { database } = config;
  if (database.kind === 'embedded') {
    return joinInstallation(config, ({ id, en }) => void io.stderr.write(`${id} / ${en}\n`));
  }
  const addresses = { appUrl: database.url, workerUrl: database.workerUrl, ownerUrl: database.ownerUrl };
  return { addresses, close: () => Promise.resolve() };
}
