import { valueOf } from '../../ground/index.ts';
import { fileEmpty } from './faults.ts';
import { fileKind, HEAD_BYTES } from './kind.ts';
import type { FileType } from './kind.ts';

/** A file on its way into the store: its kind is known, its first bytes are `head`. */
export interface Begun {
  readonly type: FileType;
  readonly head: Buffer;
}

/** Looks at the beginning of a file. Throws Faults 'file-empty' and 'file-kind-refused'. */
export async function begun(chunks: AsyncIterator<Buffer>): Promise<Begun> {
  const head = await headOf(chunks);
  if (head.length === 0) throw fileEmpty();
  return { type: valueOf(await fileKind(head)), head };
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
