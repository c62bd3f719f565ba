import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { unreadable } from '../crypto/index.ts';
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

/** Seals a stream under `dataKey` for one place (`context`); gives header and sealed chunks, in parts of any size. */
export async function* sealStream(
  source: AsyncIterable<Buffer>,
  dataKey: Buffer,
  context: string,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const key = fileKey(dataKey, salt, context);
  yield Buffer.concat([Buffer.of(VERSION), salt]);
  for await (const { parts, index, last } of pieces(source, CHUNK_BYTES)) {
    const cipher = createCipheriv(ALGORITHM, key, nonce(index, last));
    for (const part of parts) yield cipher.update(part);
    // GCM has nothing left at the end of a chunk but its tag.
    cipher.final();
    yield cipher.getAuthTag();
  }
}

/** Opens what `sealStream` made. Throws Fault 'unreadable' at the first chunk that is not as it was sealed. */
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
