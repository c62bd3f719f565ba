import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { errorCode, makeDirectory } from '../../platform/index.ts';

/** How often a lock that another holds is tried again, in milliseconds. */
const again = 15;

/** SQLite's code for "another has it". */
const BUSY = 5;

/**
 * Does the work while nobody else works in this directory, in this process or another. The lock is the kernel's, taken through
 * SQLite: it ends with the process that holds it, so that none is ever left behind by a process that was killed, and none has to
 * be guessed to be stale. Waits until the signal ends it.
 */
export async function withLock<T>(
  directory: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  await makeDirectory(directory);
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(join(directory, '.lock'), { timeout: 0 });
  try {
    for (;;) {
      signal.throwIfAborted();
      try {
        database.exec('BEGIN EXCLUSIVE');
        break;
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
      await pause(again, undefined, { signal });
    }
    return await work();
  } finally {
    database.close();
  }
}

const isBusy = (error: unknown): boolean =>
  errorCode(error) === 'ERR_SQLITE_ERROR' &&
  error instanceof Error &&
  'errcode' in error &&
  error.errcode === BUSY;
