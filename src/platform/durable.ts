import { closeSync, fsync, open, openSync, writev } from 'node:fs';
import { mkdir, open as openHandle, rm } from 'node:fs/promises';
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
    await sync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a new file that only its owner may read, durable when this returns. Fails when the file exists. */
export async function writeDurably(file: string, content: string): Promise<void> {
  const handle = await openHandle(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * The same for batches, each written by one call, and for the file's place in its directory, which is made when it is missing.
 * Gives how many bytes were written; leaves nothing when it fails. Each call of the system that waits goes through the thread
 * pool and costs more than most of them do, so there are as few as can be: a file of one batch is opened, written and synced.
 */
export async function writeStreamDurably(
  file: string,
  content: AsyncIterable<readonly Buffer[]>,
): Promise<number> {
  let descriptor: number | undefined;
  let written = 0;
  try {
    for await (const batch of content) {
      descriptor ??= await createFile(file);
      written += await writeAll(descriptor, batch);
    }
    descriptor ??= await createFile(file);
    // Neither is told of before both are done, so they may wait together.
    await Promise.all([sync(descriptor), syncDirectory(dirname(file))]);
    return written;
  } catch (error) {
    if (descriptor !== undefined) await rm(file, { force: true });
    throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const openFile = promisify(open);
const sync = promisify(fsync);
const write = promisify(writev);

async function createFile(file: string): Promise<number> {
  try {
    return await openFile(file, 'wx', 0o600);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    // The first file of its directory.
    await makeDirectory(dirname(file));
    return openFile(file, 'wx', 0o600);
  }
}

/** The system may take less than it was given (a disk about to be full); the rest is tried until it says why. */
async function writeAll(descriptor: number, batch: readonly Buffer[]): Promise<number> {
  const total = batch.reduce((sum, { length }) => sum + length, 0);
  let { bytesWritten } = await write(descriptor, [...batch]);
  while (bytesWritten < total) {
    const rest = Buffer.concat(batch).subarray(bytesWritten);
    bytesWritten += (await write(descriptor, [rest])).bytesWritten;
  }
  return total;
}

/** The system's code of an error, such as ENOENT; undefined when it has none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
