/** Files of a request: their records, and opening one for its applicant or for an official by the access rules. */
import { Fault } from '../ground/index.ts';
import { logAccess } from '../people/index.ts';
import type { Standing } from '../people/index.ts';
import type { Tx } from '../platform/index.ts';
import { getTrackedId } from './applicant-acts.ts';
import type { TrackingCredentials } from './applicant-acts.ts';
import type { RequestDeps } from './deps.ts';
import { mayOpenLetters, seesIdentityFiles, standpointOf } from './model/access.ts';
import type { Standpoint } from './model/access.ts';
import { getRequestRow } from './request-row.ts';
import { Vault } from './vault.ts';

export interface FileView {
  readonly id: string;
  readonly requirement: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly givenBy: 'applicant' | 'official';
  readonly forApplicant: boolean;
  readonly personal: boolean;
}

/** Files of letters stand under this name among those that an office gives. */
export const LETTER_FILE = 'letter';

/** Whether a file may be read from a standpoint: that of a letter is as open as the letter itself. */
export const mayReadFile = (standpoint: Standpoint, { requirement, givenBy }: FileView): boolean =>
  mayOpenLetters(standpoint) || givenBy !== 'official' || requirement !== LETTER_FILE;

/** The files of a request, oldest first; none once it was erased. */
export async function readFiles(tx: Tx, vault: Vault | null): Promise<readonly FileView[]> {
  if (!vault) return [];
  const rows = await tx
    .selectFrom('file')
    .selectAll()
    .where('government', '=', vault.government)
    .where('request', '=', vault.request)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    requirement: row.requirement,
    name: vault.open(`file/${row.id}`, row.sealed_name).toString(),
    type: row.type,
    size: row.size,
    givenBy: row.given_by,
    forApplicant: row.for_applicant,
    personal: row.personal,
  }));
}

const fileNotFound = (): Fault =>
  new Fault('not-found', 'file-not-found', { id: 'Berkas tidak ditemukan.', en: 'File not found.' });

/** What serving a file needs: its name, kind, and the key it is sealed under. */
export interface OpenFile {
  readonly file: FileView;
  readonly dataKey: Buffer;
  readonly request: string;
}

async function openFile(
  tx: Tx,
  deps: RequestDeps,
  government: string,
  request: string,
  id: string,
): Promise<OpenFile> {
  const vault = await Vault.find(tx, deps.keys, government, request);
  const file = (await readFiles(tx, vault)).find((candidate) => candidate.id === id);
  if (!vault || !file) throw fileNotFound();
  return { file, dataKey: vault.dataKey, request };
}

/** A file for the applicant: their own, and what was delivered to them. */
export async function openFileForApplicant(
  deps: RequestDeps,
  credentials: TrackingCredentials,
  id: string,
): Promise<OpenFile> {
  return deps.database.transaction({ government: credentials.government }, async (tx) => {
    const request = await getTrackedId(tx, deps, credentials);
    const opened = await openFile(tx, deps, credentials.government, request, id);
    if (!opened.file.forApplicant) throw fileNotFound();
    return opened;
  });
}

/** A file for an official by the access rules; opening a KTP or the like is written into the access log. */
export async function openFileForDesk(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  number: string,
  id: string,
): Promise<OpenFile> {
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => {
    const { id: request, state } = await getRequestRow(tx, government, number);
    const { value: service } = deps.catalogue.service(government, state.service, state.serviceVersion);
    const standpoint = standpointOf(actor, service, state);
    if (standpoint === null) throw fileNotFound();
    const opened = await openFile(tx, deps, government, request, id);
    if (!mayReadFile(standpoint, opened.file)) throw fileNotFound();
    if (!opened.file.personal) return opened;
    if (!seesIdentityFiles(actor, service, state)) throw fileNotFound();
    await logAccess(tx, government, {
      at: deps.clock.now(),
      actor: actor.official,
      act: 'read-file',
      subject: id,
    });
    return opened;
  });
}
