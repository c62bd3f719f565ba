/** Files that come in over the API: into the store as they arrive, and out again when nothing came of them. */
import { randomUUIDv7 } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Fault } from '../ground/index.ts';
import { mayHaveBeenDone, readMultipart } from '../platform/index.ts';
import type { FilePart, FormFields } from '../platform/index.ts';
import type { Submission, UploadedFile } from '../request/index.ts';
import type { WebContext } from '../web/index.ts';

export interface Upload {
  readonly fields: FormFields;
  readonly files: readonly UploadedFile[];
}

/** Longest answers that come as a file part of their own; fields have the same limit. */
const MAX_JSON_BYTES = 256 * 1024;

/**
 * Takes in a multipart body and gives it to `use`. What was stored is removed again when the body is refused on the
 * way, when `use` fails, and when it says that the files were not `kept`; not when nobody can tell whether their rows
 * were saved: the sweep finds those that were not.
 */
export async function withUpload<T extends { readonly kept: boolean }>(
  context: WebContext,
  request: FastifyRequest,
  place: Submission & { readonly government: string },
  use: (upload: Upload) => Promise<T>,
): Promise<T> {
  const files: UploadedFile[] = [];
  const jsonParts: Record<string, string> = {};
  try {
    const fields = await readMultipart(request, {
      onFile: async (part) => {
        // curl -F "answers=@answers.json" sends the answers as a file.
        if (part.field === 'answers') jsonParts['answers'] = await textOf(part);
        else if (files.some(({ requirement }) => requirement === part.field)) throw sentTwice(part.field);
        else files.push(await store(context, place, part));
      },
    });
    const result = await use({ fields: { ...fields, ...jsonParts }, files });
    if (!result.kept) await discard(context, place.government, files);
    return result;
  } catch (error) {
    if (!mayHaveBeenDone(error)) await discard(context, place.government, files);
    throw error;
  }
}

/** Of two files for one requirement nobody could say which one counts. */
function sentTwice(path: string): Fault {
  const words = {
    id: 'Kirim satu berkas untuk setiap persyaratan; gabungkan beberapa halaman menjadi satu berkas.',
    en: 'Send one file for each requirement; put several pages into one file.',
  };
  return new Fault('invalid', 'file-twice', words, [{ path, words }]);
}

async function store(
  context: WebContext,
  { government, dataKey }: Submission & { readonly government: string },
  part: FilePart,
): Promise<UploadedFile> {
  const id = randomUUIDv7();
  const stored = await context.files.put({ government, id, dataKey, source: part.content });
  return { id, requirement: part.field, name: part.fileName, ...stored };
}

async function textOf(part: FilePart): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.content) {
    size += chunk.length;
    if (size > MAX_JSON_BYTES) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

async function discard(
  context: WebContext,
  government: string,
  files: readonly UploadedFile[],
): Promise<void> {
  for (const { id } of files) await context.files.remove({ government, id });
}
