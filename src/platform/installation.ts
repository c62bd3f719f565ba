import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Fault, type Words } from '../ground/index.ts';
import type { Config } from './config.ts';
import { openDataDirectory, type DataDirectory } from './data-directory/data-directory.ts';
import type { DatabaseAddresses } from './database/embedded/postgres.ts';
import { startOwnDatabase } from './database/embedded/own-database.ts';
import { migrate } from './database/migrate.ts';

/** What everything else is built on: a data directory, and a migrated database behind three addresses. */
export interface Installation {
  readonly addresses: DatabaseAddresses;
  /** Stops what was started: the embedded database, last of all; and lets go of the data directory. */
  close(): Promise<void>;
}

export type Progress = (words: Words) => void;

/**
 * Opens the installation for the portal: locks the data directory, starts the embedded database unless a server
 * is configured, migrates. Throws the faults of `openDataDirectory`, `startEmbeddedPostgres` and `migrate`.
 */
export async function openInstallation(config: Config, progress: Progress): Promise<Installation> {
  const directory = await openDataDirectory(config.dataDirectory);
  try {
    const database = await startDatabase(config, directory, progress);
    try {
      await migrate({ ...database.addresses, progress });
      return await announce(directory, database);
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    directory.release();
    throw error;
  }
}

/**
 * Opens it for a command: beside the running portal if there is one, whose embedded database is then used;
 * otherwise as `openInstallation` does.
 */
export async function joinInstallation(config: Config, progress: Progress): Promise<Installation> {
  try {
    return await openInstallation(config, progress);
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'data-directory-in-use')) throw error;
    const addresses = addressesOf(config) ?? (await readAnnouncement(config.dataDirectory, error));
    return { addresses, close: () => Promise.resolve() };
  }
}

/**
 * The addresses of an installation whose portal runs, for a program that works beside it for long. Unlike
 * `joinInstallation` it never becomes the one that holds the data directory, which would keep the portal from
 * starting. Fault: `portal-not-running`.
 */
export async function besideInstallation(config: Config): Promise<Pick<Installation, 'addresses'>> {
  const addresses = addressesOf(config) ?? (await readAnnouncement(config.dataDirectory, portalNotRunning()));
  return { addresses };
}

const portalNotRunning = (): Fault =>
  new Fault('unavailable', 'portal-not-running', {
    id: 'Portal pemasangan ini tidak berjalan; basis datanya dimulai oleh portal. Jalankan portal dahulu: npm start.',
    en: 'The portal of this installation does not run, and it is the portal that starts the database. Start it first: npm start.',
  });

async function startDatabase(
  config: Config,
  directory: DataDirectory,
  progress: Progress,
): Promise<Installation> {
  const addresses = addressesOf(config);
  if (addresses !== undefined) return { addresses, close: () => Promise.resolve() };
  const own = await startOwnDatabase(directory, progress);
  const { ownerUrl, appUrl, workerUrl } = own;
  return { addresses: { ownerUrl, appUrl, workerUrl }, close: () => own.stop() };
}

function addressesOf({ database }: Config): DatabaseAddresses | undefined {
  if (database.kind === 'embedded') return undefined;
  return { ownerUrl: database.ownerUrl, appUrl: database.url, workerUrl: database.workerUrl };
}

const announcement = 'running.json';

/**
 * Tells commands where the embedded database listens. Addresses with passwords, of a configured server, are
 * never written: a command reads the same configuration.
 */
async function announce(directory: DataDirectory, database: Installation): Promise<Installation> {
  const file = join(directory.path, announcement);
  await writeFile(file, JSON.stringify(withoutPasswords(database.addresses)), { mode: 0o600 });
  const close = async (): Promise<void> => {
    await rm(file, { force: true });
    await database.close();
    directory.release();
  };
  return { addresses: database.addresses, close };
}

function withoutPasswords(addresses: DatabaseAddresses): DatabaseAddresses | object {
  return Object.values(addresses).every((url: string) => new URL(url).password === '') ? addresses : {};
}

async function readAnnouncement(dataDirectory: string, otherwise: Fault): Promise<DatabaseAddresses> {
  const text = await readFile(join(dataDirectory, announcement), 'utf8').catch(() => '{}');
  const found = JSON.parse(text) as Partial<DatabaseAddresses>;
  // The portal is still starting, or stopping: then the command is told what it found.
  if (found.appUrl === undefined || found.ownerUrl === undefined || found.workerUrl === undefined)
    throw otherwise;
  return { appUrl: found.appUrl, ownerUrl: found.ownerUrl, workerUrl: found.workerUrl };
}
