import { createHash } from 'node:crypto';
import { closeSync, fsync, openSync, rmSync, writevSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { errorCode, makeDirectory, syncDirectory } from '../durable.ts';
import type { NewFile, Written } from './orders.ts';
import { Sealer } from './sealed-stream.ts';

const sync = promisify(fsync);

/**
 * A new file, sealed on its way to the disk. Straight to its place: nobody looks there before its row is written, and the
 * sweep knows it by having none. Hashing, sealing and handing it to the system is done at once: it belongs into a thread of its own.
 */
export class FileBeingWritten {
  readonly #path: string;
  readonly #descriptor: number;
  readonly #sealer: Sealer;
  readonly #hash = createHash('sha256');
  #size = 0;
  #sealedSize = 0;
  #isOpen = true;

  private constructor({ path, dataKey, context }: NewFile, descriptor: number) {
    this.#path = path;
    this.#descriptor = descriptor;
    this.#sealer = new Sealer(Buffer.from(dataKey), context);
  }

  /** Fails when there is a file at the path. */
  static async begin(file: NewFile): Promise<FileBeingWritten> {
    return new FileBeingWritten(file, await createFile(file.path));
  }

  /** The next bytes, which may not change any more. */
  add(bytes: Buffer): void {
    this.#write(this.#sealed(bytes));
  }

  /** The last bytes. */
  end(bytes: Buffer): void {
    this.#write([...this.#sealed(bytes), ...this.#sealer.end()]);
  }

  /** After its end: all is on disk for good when this returns. */
  async settle(): Promise<Written> {
    // Neither is told of before both are done, so they wait together, and with those of other files: a disk settles what
    // many wrote in little more time than what one did.
    await Promise.all([sync(this.#descriptor), syncDirectory(dirname(this.#path))]);
    this.#close();
    return { size: this.#size, sha256: Uint8Array.from(this.#hash.digest()), sealedSize: this.#sealedSize };
  }

  /** Leaves nothing of it. */
  giveUp(): void {
    this.#close();
    rmSync(this.#path, { force: true });
  }

  /** Once: closed again, its number may by then be that of a connection of the whole program. */
  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.#descriptor);
  }

  #sealed(bytes: Buffer): readonly Buffer[] {
    const header = this.#sealedSize === 0 ? [this.#sealer.header()] : [];
    this.#hash.update(bytes);
    this.#size += bytes.length;
    return [...header, ...this.#sealer.add(bytes)];
  }

  /** The system may take less than it was given (a disk about to be full); the rest is tried until it says why. */
  #write(parts: readonly Buffer[]): void {
    const total = parts.reduce((sum, { length }) => sum + length, 0);
    let written = writevSync(this.#descriptor, [...parts]);
    while (written < total) written += writevSync(this.#descriptor, [Buffer.concat(parts).subarray(written)]);
    this.#sealedSize += total;
    for (const part of parts) giveBack(part);
  }
}

/**
 * Gives the memory of written bytes back at once. In a thread that makes little else the collector would come only after
 * dozens of files, and leave holes.
 */
function giveBack({ buffer, byteLength }: Buffer): void {
  // Others than these share their memory.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

async function createFile(path: string): Promise<number> {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    // The first file of its directory.
    await makeDirectory(dirname(path));
    return openSync(path, 'wx', 0o600);
  }
}
