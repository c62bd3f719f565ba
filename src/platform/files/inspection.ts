import { createHash } from 'node:crypto';
import { valueOf } from '../../ground/index.ts';
import { fileEmpty, fileTooLarge } from './faults.ts';
import { fileKind, HEAD_BYTES } from './kind.ts';
import type { FileType } from './kind.ts';

/** What is known of a file once all of it has passed by. */
export interface Measured {
  readonly size: number;
  readonly sha256: Buffer;
}

/** A file on its way into the store: its kind is known, the rest shows while `content` is read. */
export interface Inspected {
  readonly type: FileType;
  /** The whole file. Throws Fault 'file-too-large' on the first byte too many. */
  readonly content: AsyncIterable<Buffer>;
  /** Call it when `content` has been read to its end. */
  readonly measured: () => Measured;
}

/**
 * Looks at the beginning of a stream and watches the rest go by. Throws Faults 'file-empty' and
 * 'file-kind-refused'.
 */
export async function inspect(source: AsyncIterable<Buffer>, maxBytes: number): Promise<Inspected> {
  const chunks = source[Symbol.asyncIterator]();
  try {
    const head = await headOf(chunks);
    if (head.length === 0) throw fileEmpty();
    const type = valueOf(await fileKind(head));
    const hash = createHash('sha256');
    let size = 0;
    const watch = (bytes: Buffer): Buffer => {
      size += bytes.length;
      if (size > maxBytes) throw fileTooLarge(maxBytes);
      hash.update(bytes);
      return bytes;
    };
    return { type, content: watched(head, chunks, watch), measured: () => ({ size, sha256: hash.digest() }) };
  } catch (error) {
    await chunks.return?.();
    throw error;
  }
}

/** What has arrived once it is enough to look at: the first chunk as it is, when that is long enough. */
async function headOf(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let head: Buffer | undefined;
  while (head === undefined || head.length < HEAD_BYTES) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    head = head === undefined ? value : Buffer.concat([head, value]);
  }
  return head ?? Buffer.alloc(0);
}

async function* watched(
  head: Buffer,
  chunks: AsyncIterator<Buffer>,
  watch: (bytes: Buffer) => Buffer,
): AsyncGenerator<Buffer> {
  try {
    yield watch(head);
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next())
      yield watch(next.value);
  } finally {
    await chunks.return?.();
  }
}
