import { closeSync, fsync, openSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

/** Makes a directory that only its owner may enter, and those above it, durably. */
export async function makeDirectory(directory: string): Promise<void> {
  const wanted = resolve(directory);
  const first = await mkdir(wanted, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = wanted; made.length >= first.length; made = dirname(made))
    await syncDirectory(dirname(made));
}

/** Makes the entries of a directory durable: a file made in it is there after a power failure. */
export async function syncDirectory(directory: string): Promise<void> {
  // Opening a directory that was written to a moment ago waits for nothing; a trip through the thread pool would cost more.
  const descriptor = openSync(directory, 'r');
  try {
    await promisify(fsync)(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a new file that only its owner may read, durable when this returns. Fails when the file exists. */
export async function writeDurably(file: string, content: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The system's code of an error, such as ENOENT; undefined when it has none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
