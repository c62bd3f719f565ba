/** What was posted to act on a request, with the files of an earlier try. */
import type { Readable } from 'node:stream';
import { Fault } from '../ground/index.ts';
import { formFields, readMultipart } from '../platform/index.ts';
import { storeFile } from '../request/index.ts';
import type { UploadedFile } from '../request/index.ts';
import type { PostedForm } from '../ui/index.ts';
import type { Desk } from './desk-page.ts';
import { findKept, forgetKept, keepWithFiles, newHolder } from './held/index.ts';
import type { FormPlace, KeptForm } from './held/index.ts';
import type { PostedFile } from './read-action.ts';

export interface PostedAction {
  readonly fields: PostedForm;
  /** Sent this time; without any, those kept from the time before. */
  readonly files: readonly PostedFile[];
  readonly kept: KeptForm | null;
  /** Whether the files came with this try and are not kept yet. */
  readonly fresh: boolean;
}

const MOST_FILES = 5;

/** Reads a form of the request's page; `number` is the request's own. */
export async function readPosted(desk: Desk, number: string, kept: unknown): Promise<PostedAction> {
  const { request, context } = desk;
  const earlier = await findKept(context, placeOf(desk, number), kept);
  if (!request.isMultipart())
    return { fields: formFields(request), files: await copies(desk, earlier), kept: earlier, fresh: false };
  const files: PostedFile[] = [];
  const fields = await readMultipart(request, {
    limits: { files: MOST_FILES },
    onFile: async ({ fileName, content }) => {
      files.push({ fileName, content: await wholeOf(content) });
    },
  });
  const fresh = files.length > 0;
  return { fields, files: fresh ? files : await copies(desk, earlier), kept: earlier, fresh };
}

function placeOf({ session }: Desk, number: string): FormPlace {
  const { government, standing } = session;
  return { government, official: standing.official, place: `/meja/permohonan/${number}` };
}

async function copies({ context }: Desk, kept: KeptForm | null): Promise<readonly PostedFile[]> {
  const found: PostedFile[] = [];
  for (const { id, name } of kept?.files ?? []) {
    const sealed = { government: kept?.government ?? '', id, dataKey: kept?.dataKey ?? Buffer.alloc(0) };
    found.push({ fileName: name, content: await wholeOf(await context.files.get(sealed)) });
  }
  return found;
}

async function wholeOf(content: AsyncIterable<Buffer> | Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Keeps the files of a form that comes back; null when it has none worth keeping. */
export async function keepPosted(
  desk: Desk,
  number: string,
  { fields, files, kept, fresh }: PostedAction,
): Promise<KeptForm | null> {
  if (!fresh) return kept;
  const { context, session } = desk;
  const form = { ...(kept ?? newHolder(context, session.government)), ...placeOf(desk, number), fields };
  const stored: UploadedFile[] = [];
  for (const { fileName, content } of files) {
    const file = await storedOrNull(() =>
      storeFile(context.files, form, 'evidence', { fileName, content: oneChunk(content) }),
    );
    if (file) stored.push(file);
  }
  return stored.length === 0 ? kept : keepWithFiles(context, form, stored);
}

/** A file that the store refuses is why the form comes back, and is not kept. */
async function storedOrNull(store: () => Promise<UploadedFile>): Promise<UploadedFile | null> {
  try {
    return await store();
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

async function* oneChunk(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}

/** Once the action is recorded its files are the request's, and nothing is kept. */
export async function forgetPosted({ context }: Desk, { kept }: PostedAction): Promise<void> {
  if (kept) await forgetKept(context, kept);
}
