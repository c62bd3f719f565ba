import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { errorCode, makeDirectory, syncDirectory } from '../durable.ts';
import { diskFull, fileInfected, fileMissing, fileTooLarge } from './faults.ts';
import { begun } from './inspection.ts';
import type { FileType } from './kind.ts';
import { SLOT_BYTES } from './orders.ts';
import { contextOf, pathOf } from './places.ts';
import type { FilePlace } from './places.ts';
import { refuseScarce } from './room.ts';
import { openStream } from './sealed-stream.ts';
import { sweepOrphans } from './sweep.ts';
import type { KnownFiles } from './sweep.ts';
import { noScanner } from './virus-scanner.ts';
import type { VirusScanner } from './virus-scanner.ts';
import { FileWriter } from './writer.ts';
import type { Part } from './writer.ts';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

export interface FileStoreOptions {
  /** Made when missing; on a local file system of the server. */
  readonly directory: string;
  readonly maxBytes?: number;
  readonly scanner?: VirusScanner;
}

/** A file and the data key (of its request) that it is sealed under. */
export interface SealedFile extends FilePlace {
  readonly dataKey: Buffer;
}

/** What is recorded of a stored file. `sealedSize` is its size on disk, `sha256` that of its plain content. */
export interface StoredFile {
  readonly type: FileType;
  readonly size: number;
  readonly sealedSize: number;
  readonly sha256: Buffer;
}

/** People's files: encrypted, in chunks, each durable before anyone is told that it was received. */
export interface FileStore {
  /**
   * Takes a file in; when this returns it is on disk for good. Write its row afterwards: a file without row is
   * swept, a row without file would be a lie. Throws Faults 'file-empty', 'file-kind-refused',
   * 'file-too-large', 'file-infected', 'disk-full'; nothing is left of a file that was refused.
   */
  put(file: SealedFile & { readonly source: AsyncIterable<Buffer> }): Promise<StoredFile>;
  /** For files that nobody has promised to keep for good. Throws Fault 'disk-full' where room is left only for others. */
  refuseScarce(): Promise<void>;
  /** The plain content. Throws Faults 'file-not-found', 'unreadable'; later damage breaks the stream off. */
  get(file: SealedFile): Promise<Readable>;
  /** Removes a file; it may be gone already. */
  remove(place: FilePlace): Promise<void>;
  /** Removes files older than `olderThan` that no row knows of; gives how many. */
  sweepOrphans(isKnown: KnownFiles, olderThan: Temporal.Instant): Promise<number>;
}

/** Opens the store in `directory`, which only this program may enter. */
export async function openFileStore(options: FileStoreOptions): Promise<FileStore> {
  const { directory, maxBytes = MAX_FILE_BYTES, scanner = noScanner } = options;
  await makeDirectory(directory);
  const writer = new FileWriter();
  return {
    put: (file) => put(writer, directory, maxBytes, scanner, file),
    refuseScarce: () => refuseScarce(directory),
    get: (file) => get(directory, file),
    remove: (place) => remove(directory, place),
    sweepOrphans: (isKnown, olderThan) => sweepOrphans(directory, isKnown, olderThan),
  };
}

async function put(
  writer: FileWriter,
  directory: string,
  maxBytes: number,
  scanner: VirusScanner,
  file: SealedFile & { readonly source: AsyncIterable<Buffer> },
): Promise<StoredFile> {
  const path = pathOf(directory, file);
  const chunks = file.source[Symbol.asyncIterator]();
  try {
    const { type, head } = await begun(chunks);
    const place = { path, dataKey: Uint8Array.from(file.dataKey), context: contextOf(file) };
    const written = await writer.write(place, inParts(head, chunks, maxBytes)).catch((error: unknown) => {
      throw storageFault(error);
    });
    await scan(path, scanner, file);
    const { size, sealedSize, sha256 } = written;
    return { size, sealedSize, sha256: Buffer.from(sha256), type };
  } finally {
    await chunks.return?.();
  }
}

/** What arrives, in parts that fit into a slot. Throws Fault 'file-too-large' when it is known to be. */
async function* inParts(head: Buffer, chunks: AsyncIterator<Buffer>, maxBytes: number): AsyncGenerator<Part> {
  let parts: Buffer[] = [];
  let room = SLOT_BYTES;
  let left = maxBytes;
  for (let next: Buffer | null = head; next !== null; next = await nextOf(chunks)) {
    left -= next.length;
    if (left < 0) throw fileTooLarge(maxBytes);
    let rest = next;
    while (rest.length > room) {
      yield { parts: [...parts, rest.subarray(0, room)], last: false };
      rest = rest.subarray(room);
      [parts, room] = [[], SLOT_BYTES];
    }
    parts.push(rest);
    room -= rest.length;
  }
  yield { parts, last: true };
}

async function nextOf(chunks: AsyncIterator<Buffer>): Promise<Buffer | null> {
  const { done, value } = await chunks.next();
  return done === true ? null : value;
}

/** Lets the scanner look at a file as it lies there; one that it does not let pass is removed. */
async function scan(path: string, scanner: VirusScanner, file: SealedFile): Promise<void> {
  try {
    const verdict = await scanner.scan(plainContent(path, file));
    if (!verdict.clean) throw fileInfected();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Opened when the first byte is asked for: a scanner that asks for none leaves nothing open behind it. */
async function* plainContent(path: string, file: SealedFile): AsyncGenerator<Buffer> {
  yield* openStream(createReadStream(path), file.dataKey, contextOf(file));
}

async function get(directory: string, file: SealedFile): Promise<Readable> {
  const sealed = createReadStream(pathOf(directory, file), { highWaterMark: 64 * 1024 });
  const plain = openStream(sealed, file.dataKey, contextOf(file));
  try {
    // The first chunk is opened before the caller has answered anything, while an error can still be shown.
    const first = await plain.next();
    return Readable.from(resumed(first, plain), { objectMode: false });
  } catch (error) {
    throw errorCode(error) === 'ENOENT' ? fileMissing() : error;
  }
}

async function* resumed(
  first: IteratorResult<Buffer, unknown>,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  try {
    if (first.done !== true) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function remove(directory: string, place: FilePlace): Promise<void> {
  const path = pathOf(directory, place);
  try {
    await rm(path);
    await syncDirectory(dirname(path));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** A full disk, told as what it is; everything else as it was. */
export function storageFault(error: unknown): unknown {
  return FULL.has(errorCode(error) ?? '') ? diskFull() : error;
}
