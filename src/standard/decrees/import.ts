/** Decrees that administrators gave to be read, and the review of their services, in the database. */
import { randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import { Fault } from '../../ground/index.ts';
import type { Words } from '../../ground/index.ts';
import { enqueue, findJob } from '../../platform/index.ts';
import type { JobStanding, Tx } from '../../platform/index.ts';
import { DraftComponents, Running } from '../drafting/index.ts';
import type { DraftDecree, ReviewFinding } from '../drafting/index.ts';
import type { Placed } from '../import/model.ts';

export const READ_DECREE = 'read-decree';

/** The part of a request that a decree may be; larger ones are to be cut down to their annex. */
export const MOST_DECREE_BYTES = 15_000_000;

export interface DecreeImport {
  readonly id: string;
  readonly fileName: string;
  readonly createdAt: Temporal.Instant;
  readonly state: 'waiting' | 'read' | 'failed';
  /** Why it could not be read. */
  readonly fault: Words | null;
  readonly decree: DraftDecree | null;
  /** The text of the document; empty until it is read. */
  readonly lines: readonly Placed[];
}

/** Where the items of each component stood: null for what was typed by the reviewer. */
export type Places = Readonly<Record<string, readonly ({ page: number | null; line: number } | null)[]>>;

export interface ServiceReview {
  readonly n: number;
  readonly title: string;
  readonly components: DraftComponents;
  readonly places: Places;
  readonly findings: readonly ReviewFinding[];
  /** Components that the reviewer compared with the document. */
  readonly confirmed: readonly string[];
  /** Null until somebody looked at the proposal. */
  readonly running: Running | null;
  /** How often it was saved: what a form must name, so that nobody overwrites somebody else. */
  readonly saved: number;
  /** The service it was published as. */
  readonly published: string | null;
}

interface Given {
  readonly government: string;
  readonly official: string;
  readonly fileName: string;
  readonly content: Buffer;
  readonly at: Temporal.Instant;
}

/** Takes a file in and asks for it to be read. Gives its id. */
export async function addDecreeImport(tx: Tx, { government, official, ...given }: Given): Promise<string> {
  const id = randomUUIDv7();
  await tx
    .insertInto('decree_import')
    .values({
      government,
      id,
      official,
      file_name: given.fileName,
      content: given.content,
      state: 'waiting',
      fault: null,
      decree: null,
      lines: null,
      created_at: given.at,
      read_at: null,
    })
    .execute();
  await askToRead(tx, government, id);
  return id;
}

const keyOf = (id: string): string => `${READ_DECREE}/${id}`;

/** A job of the same import that waits, or was given up by the queue, is replaced and begins anew. */
const askToRead = (tx: Tx, government: string, id: string): Promise<void> =>
  enqueue(tx, { task: READ_DECREE, government, payload: { id }, key: keyOf(id) });

/** Asks once more for an import to be read that nobody has read. Fault: `decree-import-not-found`. */
export async function readDecreeAgain(tx: Tx, government: string, id: string): Promise<void> {
  const { state } = await getDecreeImport(tx, government, id);
  if (state === 'waiting') await askToRead(tx, government, id);
}

/** How the reading of a decree stands. */
export type DecreeReading = JobStanding;

/** How the reading of an import stands that waits; null where no job reads it, so that it would wait for ever. */
export const findReading = (tx: Tx, government: string, id: string): Promise<DecreeReading | null> =>
  findJob(tx, government, keyOf(id));

const COLUMNS = ['id', 'file_name', 'created_at', 'state', 'fault', 'decree'] as const;
const MOST_LISTED = 50;

/** The newest imports, without their text. */
export async function listDecreeImports(tx: Tx, government: string): Promise<DecreeImport[]> {
  const rows = await tx
    .selectFrom('decree_import')
    .select(COLUMNS)
    .where('government', '=', government)
    .orderBy('id', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map((row) => importOf({ ...row, lines: null }));
}

interface ImportRow {
  readonly id: string;
  readonly file_name: string;
  readonly created_at: Temporal.Instant;
  readonly state: DecreeImport['state'];
  readonly fault: unknown;
  readonly decree: unknown;
  readonly lines: unknown;
}

/** What this program wrote there itself, in the transaction that set the state. */
const importOf = ({ id, file_name: fileName, created_at: createdAt, ...row }: ImportRow): DecreeImport => ({
  id,
  fileName,
  createdAt,
  state: row.state,
  fault: row.fault as Words | null,
  decree: row.decree as DraftDecree | null,
  lines: (row.lines ?? []) as readonly Placed[],
});

const notFound = (): Fault =>
  new Fault('not-found', 'decree-import-not-found', {
    id: 'Impor ini tidak ada (lagi). Pilih dari daftarnya.',
    en: 'This import is not there (any more). Choose from the list.',
  });

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** One import with its text. Fault: `decree-import-not-found`. */
export async function getDecreeImport(tx: Tx, government: string, id: string): Promise<DecreeImport> {
  const row = isId(id)
    ? await tx
        .selectFrom('decree_import')
        .select([...COLUMNS, 'lines'])
        .where('government', '=', government)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw notFound();
  return importOf(row);
}

/** Drops an import with its reviews; services that were published from it stay. */
export async function dropDecreeImport(tx: Tx, government: string, id: string): Promise<void> {
  if (!isId(id)) throw notFound();
  await tx.deleteFrom('decree_import').where('government', '=', government).where('id', '=', id).execute();
}

/** The services of an import, in the order of the decree. */
export async function listReviews(tx: Tx, government: string, id: string): Promise<ServiceReview[]> {
  const rows = await tx
    .selectFrom('decree_import_service')
    .selectAll()
    .where('government', '=', government)
    .where('import', '=', id)
    .orderBy('n')
    .execute();
  return rows.map((row): ServiceReview => ({
    n: row.n,
    title: row.title,
    components: DraftComponents.parse(row.components),
    places: row.places as Places,
    findings: row.findings as readonly ReviewFinding[],
    confirmed: row.confirmed as readonly string[],
    running: Running.nullable().catch(null).parse(row.running),
    saved: row.saved,
    published: row.published,
  }));
}

export interface ReviewKey {
  readonly government: string;
  readonly id: string;
  readonly n: number;
  /** The number of the saving that the reviewer saw. */
  readonly saved: number;
}

/** Saves what the reviewer changed. Fault: `review-newer` when somebody else saved meanwhile. */
export async function saveReview(
  tx: Tx,
  { government, id, n, saved }: ReviewKey,
  change: Partial<
    Pick<
      ServiceReview,
      'title' | 'components' | 'places' | 'findings' | 'confirmed' | 'running' | 'published'
    >
  >,
  at: Temporal.Instant,
): Promise<void> {
  const json = (value: unknown): string | undefined =>
    value === undefined ? undefined : JSON.stringify(value);
  const { title, published } = change;
  const { numUpdatedRows } = await tx
    .updateTable('decree_import_service')
    .set({
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
      components: json(change.components),
      places: json(change.places),
      findings: json(change.findings),
      confirmed: json(change.confirmed),
      running: json(change.running),
      saved: saved + 1,
      updated_at: at,
    })
    .where('government', '=', government)
    .where('import', '=', id)
    .where('n', '=', n)
    .where('saved', '=', saved)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw newer();
}

const newer = (): Fault =>
  new Fault('conflict', 'review-newer', {
    id: 'Orang lain menyimpan tinjauan ini sejak Anda membukanya. Buka lagi, lalu ulangi perubahan Anda.',
    en: 'Somebody else saved this review since you opened it. Open it again and repeat your changes.',
  });
