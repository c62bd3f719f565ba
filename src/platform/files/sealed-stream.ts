import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
// Not by their folder's door: the thread that writes files would load all that lies behind it.
import { drawBytes } from '../crypto/random.ts';
import { unreadable } from '../crypto/sealed.ts';
import { pieces } from './pieces.ts';

/**
 * Files are sealed in chunks, so that neither writing nor reading holds a whole file in memory, and so that no
 * byte is given out unverified. The nonce is the chunk's number with a flag on the last one (the STREAM
 * construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015): chunks exchanged, repeated, left out or cut
 * off at the end are noticed. Counting nonces are safe because each file has a key of its own, derived from the
 * request's data key and the file's salt.
 */
const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const SALT_BYTES = 16;
const HEADER_BYTES = 1 + SALT_BYTES;
const TAG_BYTES = 16;
const CHUNK_BYTES = 64 * 1024;

/**
 * Seals a file under `dataKey` for one place (`context`) while it arrives. What it gives, in the order it is given, is the
 * sealed file; the parts it was fed with may not change meanwhile.
 */
export class Sealer {
  readonly #salt = drawBytes(SALT_BYTES);
  readonly #key: Buffer;
  /** Held back: a chunk is sealed when it is known whether another follows. */
  #held: Buffer[] = [];
  #room = CHUNK_BYTES;
  #index = 0;

  constructor(dataKey: Buffer, context: string) {
    this.#key = fileKey(dataKey, this.#salt, context);
  }

  /** What a sealed file begins with. */
  header(): Buffer {
    return Buffer.concat([Buffer.of(VERSION), this.#salt]);
  }

  /** Takes in the next bytes; gives what is sealed by now. */
  add(bytes: Buffer): readonly Buffer[] {
    const sealed: Buffer[] = [];
    let rest = bytes;
    while (rest.length > this.#room) {
      this.#held.push(rest.subarray(0, this.#room));
      rest = rest.subarray(this.#room);
      sealed.push(...this.#sealHeld(false));
    }
    this.#held.push(rest);
    this.#room -= rest.length;
    return sealed;
  }

  /** Gives the rest, when all bytes were taken in. */
  end(): readonly Buffer[] {
    return this.#sealHeld(true);
  }

  #sealHeld(last: boolean): Buffer[] {
    const cipher = createCipheriv(ALGORITHM, this.#key, nonce(this.#index, last));
    const sealed = this.#held.map((part) => cipher.update(part));
    // GCM has nothing left at the end of a chunk but its tag.
    cipher.final();
    this.#held = [];
    this.#room = CHUNK_BYTES;
    this.#index += 1;
    return [...sealed, cipher.getAuthTag()];
  }
}

/** Opens what a `Sealer` made. Throws Fault 'unreadable' at the first chunk that is not as it was sealed. */
export async function* openStream(
  sealed: AsyncIterable<Buffer>,
  dataKey: Buffer,
  context: string,
): AsyncGenerator<Buffer> {
  let key: Buffer | undefined;
  for await (const { parts, index, last } of pieces(sealed, CHUNK_BYTES + TAG_BYTES, HEADER_BYTES)) {
    const bytes = Buffer.concat(parts);
    if (key !== undefined) {
      yield openChunk(bytes, key, nonce(index - 1, last));
    } else if (bytes.length === HEADER_BYTES && bytes[0] === VERSION && !last) {
      key = fileKey(dataKey, bytes.subarray(1), context);
    } else {
      throw unreadable();
    }
  }
}

function openChunk(bytes: Buffer, key: Buffer, iv: Buffer): Buffer {
  if (bytes.length < TAG_BYTES) throw unreadable();
  const decipher = createDecipheriv(ALGORITHM, key, iv);
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES)), decipher.final()]);
  } catch {
    throw unreadable();
  }
}

function fileKey(dataKey: Buffer, salt: Buffer, context: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, salt, `pendopo/v${VERSION}/file/${context}`, 32));
}

function nonce(index: number, last: boolean): Buffer {
  const iv = Buffer.alloc(12);
  iv.writeUInt32BE(index, 7);
  iv.writeUInt8(last ? 1 : 0, 11);
  return iv;
}
