import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Makes a directory that only its owner may enter, and those above it, durably. */
export async function makeDirectory(directory: string): Promise<void> {
  const wanted = resolve(directory);
  const first = await mkdir(wanted, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = wanted; made.length >= first.length; made = dirname(made))
    await syncDirectory(dirname(made));
}

/** Makes the entries of a directory durable: a file renamed into it is there after a power failure. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a new file that only its owner may read, durable when this returns. Fails when the file exists. */
export async function writeDurably(file: string, content: string): Promise<void> {
  await inNewFile(file, (handle) => handle.writeFile(content));
}

/** How much of a stream is gathered before it is written: most files go to disk by one call of the system. */
const GATHERED_BYTES = 1024 * 1024;

/** The same for a stream; gives how many bytes were written. */
export async function writeStreamDurably(file: string, content: AsyncIterable<Buffer>): Promise<number> {
  let written = 0;
  await inNewFile(file, async (handle) => {
    let gathered: Buffer[] = [];
    let bytes = 0;
    for await (const part of content) {
      gathered.push(part);
      bytes += part.length;
      if (bytes < GATHERED_BYTES) continue;
      written += await writeAll(handle, gathered, bytes);
      [gathered, bytes] = [[], 0];
    }
    written += await writeAll(handle, gathered, bytes);
  });
  return written;
}

async function inNewFile(file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The system may take less than it was given (a disk about to be full); the rest is then tried until it says why. */
async function writeAll(handle: FileHandle, parts: Buffer[], bytes: number): Promise<number> {
  if (bytes === 0) return 0;
  const { bytesWritten } = await handle.writev(parts);
  if (bytesWritten < bytes) await handle.writeFile(Buffer.concat(parts).subarray(bytesWritten));
  return bytes;
}

/** The system's code of an error, such as ENOENT; undefined when it has none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
