/** Files as they arrive in a form: each taken in for itself, so that one that is refused costs only itself. */
import type { FastifyRequest } from 'fastify';
import { storeFile } from '../../request/index.ts';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { readMultipart } from '../../platform/index.ts';
import type { FilePart, FileStore, FormFields } from '../../platform/index.ts';
import type { FileHolder, UploadedFile } from '../../request/index.ts';

export interface Received {
  readonly fields: FormFields;
  /** Stored, but not recorded yet. */
  readonly files: readonly UploadedFile[];
  readonly faults: readonly FieldFault[];
}

/**
 * Reads a multipart form whose file fields are named by requirement; fields that nobody asked for are passed over. Of several
 * files of one field the last is kept: a page shows one for each. `admit` may refuse a file: asked with 0 before it is stored,
 * with its size after.
 */
export async function receiveFiles(
  request: FastifyRequest,
  store: FileStore,
  holder: FileHolder,
  asked: ReadonlySet<string>,
  admit: (bytes: number) => Promise<void> = async () => undefined,
): Promise<Received> {
  const files = new Map<string, UploadedFile>();
  const faults: FieldFault[] = [];
  const remove = ({ id }: UploadedFile): Promise<void> => store.remove({ government: holder.government, id });
  const onFile = async (part: FilePart): Promise<void> => {
    if (!asked.has(part.field)) return;
    try {
      await admit(0);
      const stored = await storeFile(store, holder, part.field, part);
      await admit(stored.size).catch(async (error: unknown) => {
        await remove(stored);
        throw error;
      });
      const earlier = files.get(part.field);
      files.set(part.field, stored);
      if (earlier) await remove(earlier);
    } catch (error) {
      faults.push(faultOf(part.field, error));
    }
  };
  const fields = await readMultipart(request, { onFile });
  return { fields, files: [...files.values()], faults };
}

/** What is wrong with this file is told at its field; everything else is no matter of one file. */
function faultOf(path: string, error: unknown): FieldFault {
  if (error instanceof Fault && error.kind !== 'unavailable') return { path, words: error.words };
  throw error;
}
