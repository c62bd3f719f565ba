/**
 * Files that were uploaded but not handed in yet: of a draft, of the answer to a returned request, of a form of the desk
 * that came back. They are stored and sealed for good, so that no later error costs an upload; handing them in only
 * gives their rows another owner.
 */
import { randomUUIDv7 } from 'node:crypto';
import { seal, unseal } from '../platform/index.ts';
import type { FilePart, FileStore, Tx } from '../platform/index.ts';
import type { UploadedFile } from './uploads.ts';

/** Whose files they are: a draft, a request waiting for its applicant, a form of the desk; and the key they are sealed under. */
export interface FileHolder {
  readonly government: string;
  readonly id: string;
  readonly dataKey: Buffer;
}

const namePlace = ({ government, id }: FileHolder, file: string): string =>
  `${government}/${id}/file/${file}`;

/** The files held, oldest first. */
export async function listHeldFiles(tx: Tx, holder: FileHolder): Promise<readonly UploadedFile[]> {
  const rows = await tx
    .selectFrom('file')
    .select(['id', 'requirement', 'sealed_name', 'type', 'size', 'sha256'])
    .where('government', '=', holder.government)
    .where('draft', '=', holder.id)
    .where('request', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ sealed_name, ...row }) => ({
    ...row,
    name: unseal(sealed_name, holder.dataKey, namePlace(holder, row.id)).toString(),
  }));
}

/** Takes a file into the store; its row is written by `recordHeldFile`. Throws what the store refuses. */
export async function storeFile(
  files: FileStore,
  holder: FileHolder,
  requirement: string,
  part: Pick<FilePart, 'content' | 'fileName'>,
): Promise<UploadedFile> {
  const id = randomUUIDv7();
  const { government, dataKey } = holder;
  const { type, size, sha256 } = await files.put({ government, id, dataKey, source: part.content });
  return { id, requirement, name: part.fileName, type, size, sha256 };
}

/** Records stored files; each takes the place of an earlier one for the same requirement. Gives the ids replaced. */
export async function recordHeldFiles(
  tx: Tx,
  holder: FileHolder,
  files: readonly UploadedFile[],
  now: Temporal.Instant,
): Promise<readonly string[]> {
  if (files.length === 0) return [];
  const replaced = await dropHeldFiles(
    tx,
    holder,
    files.map((file) => file.requirement),
  );
  const rows = files.map((file) => ({
    government: holder.government,
    id: file.id,
    request: null,
    draft: holder.id,
    requirement: file.requirement,
    sealed_name: seal(file.name, holder.dataKey, namePlace(holder, file.id)),
    type: file.type,
    size: file.size,
    sha256: file.sha256,
    given_by: 'applicant' as const,
    for_applicant: true,
    // Marked when they are handed in, by the requirement they then answer.
    personal: false,
    created_at: now,
    erased_at: null,
  }));
  await tx.insertInto('file').values(rows).execute();
  return replaced;
}

/** Removes the rows of held files for these requirements; gives their ids, whose bytes go after the transaction. */
export async function dropHeldFiles(
  tx: Tx,
  holder: FileHolder,
  requirements: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx
    .deleteFrom('file')
    .where('government', '=', holder.government)
    .where('draft', '=', holder.id)
    .where('request', 'is', null)
    .where('requirement', 'in', [...requirements])
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Lets the files go to their request: their rows make place for the request's own. False when they are not these. */
export async function releaseHeldFiles(
  tx: Tx,
  holder: FileHolder,
  expected: readonly UploadedFile[],
): Promise<boolean> {
  const rows = await tx
    .deleteFrom('file')
    .where('government', '=', holder.government)
    .where('draft', '=', holder.id)
    .where('request', 'is', null)
    .returning('id')
    .execute();
  const found = new Set(rows.map((row) => row.id));
  return found.size === expected.length && expected.every((file) => found.has(file.id));
}

/** Destroys bytes whose rows are gone. */
export async function destroyFiles(
  files: FileStore,
  government: string,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) await files.remove({ government, id });
}
