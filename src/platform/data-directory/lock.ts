import { DatabaseSync } from 'node:sqlite';

/** Held until released, or until the process ends in whatever way. */
export interface Lock {
  readonly release: () => void;
}

/**
 * Locks a file for this process, or gives undefined when another one (or this one) holds it. SQLite is asked,
 * because it locks through the operating system on every platform and Node has no call of its own for that: such
 * a lock dies with its process, so a crash leaves nothing behind that would stop the next start.
 */
export function tryLock(file: string): Lock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { release: () => database.close() };
}

const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}
