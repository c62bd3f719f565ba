/** Rows of letters, with what is sealed in them opened. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Tables, Tx } from '../../platform/index.ts';
import type { Vault } from '../../request/index.ts';
import { letterMoved, letterNotFound } from './faults.ts';
import type { Draft, LetterText, TemplateId } from './model.ts';

/** What is sealed in a row: the draft, and from its number on the words of the sheet. */
export interface Sealed {
  readonly draft: Draft;
  readonly texts: { readonly id: LetterText; readonly en: LetterText } | null;
  /** Of an electronic signature; missing on every other letter. */
  readonly certificate?: SigningCertificate;
}

/** Whose certificate signed, as it says itself. */
export interface SigningCertificate {
  readonly name: string;
  /** Serial number, in hexadecimal capitals. */
  readonly serial: string;
}

type Row = Selectable<Tables['letter']>;

export interface StoredLetter extends Sealed, Omit<Row, 'sealed' | 'template'> {
  readonly template: TemplateId;
}

const placeOf = (id: string): string => `letter/${id}`;

export const sealLetter = (vault: Vault, id: string, sealed: Sealed): Buffer =>
  vault.seal(placeOf(id), JSON.stringify(sealed));

function opened(vault: Vault, { sealed, template, ...row }: Row): StoredLetter {
  const kept = JSON.parse(vault.open(placeOf(row.id), sealed).toString()) as Sealed;
  return { ...row, ...kept, template: template as TemplateId };
}

/** All letters of a request, the oldest first. */
export async function lettersOf(tx: Tx, vault: Vault): Promise<readonly StoredLetter[]> {
  const rows = await tx
    .selectFrom('letter')
    .selectAll()
    .where('government', '=', vault.government)
    .where('request', '=', vault.request)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => opened(vault, row));
}

/** A draft as it is begun. */
interface Begun extends Pick<
  Row,
  'government' | 'id' | 'request' | 'template' | 'occasion' | 'sealed' | 'agency'
> {
  readonly by: string;
  readonly at: Temporal.Instant;
}

const unnumbered = {
  year: null,
  running: null,
  number: null,
  code: null,
  dated: null,
  signer: null,
  post: null,
  way: null,
  file: null,
  sha256: null,
  signed_at: null,
  voided_at: null,
  reason: null,
} as const;

/** Writes a draft where there is none of this occasion; gives the id of the one that is there then. */
export async function insertDraft(tx: Tx, { by, at, ...begun }: Begun): Promise<string> {
  const { id } = await tx
    .insertInto('letter')
    .values({ ...unnumbered, ...begun, state: 'draft', created_by: by, created_at: at, changed_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['government', 'request', 'template', 'occasion'])
        // By its own words: an index of some rows is not found by a parameter.
        .where(sql<boolean>`state = 'draft'`)
        // Changes nothing; what nothing is done to is not given back either.
        .doUpdateSet({ occasion: begun.occasion }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** One letter of this very request, locked: ids come from addresses. Fault: `letter-not-found`. */
export const lockLetter = async (tx: Tx, vault: Vault, id: string): Promise<StoredLetter> =>
  opened(vault, await lockRow(tx, vault, id));

/** The same with what it says left sealed: after erasure nobody opens it any more. */
export async function lockRow(
  tx: Tx,
  { government, request }: Pick<Vault, 'government' | 'request'>,
  id: string,
): Promise<Row> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw letterNotFound();
  const row = await tx
    .selectFrom('letter')
    .selectAll()
    .where('government', '=', government)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row?.request !== request) throw letterNotFound();
  return row;
}

/** As `lockLetter`, in one of these states. Fault: `letter-moved`. */
export async function lockIn(
  tx: Tx,
  vault: Vault,
  id: string,
  ...states: readonly StoredLetter['state'][]
): Promise<StoredLetter> {
  const letter = await lockLetter(tx, vault, id);
  if (!states.includes(letter.state)) throw letterMoved();
  return letter;
}

/** Changes columns of one letter. */
export async function changeLetter(
  tx: Tx,
  { government, id }: Pick<StoredLetter, 'government' | 'id'>,
  change: Partial<Row>,
): Promise<void> {
  await tx
    .updateTable('letter')
    .set(change)
    .where('government', '=', government)
    .where('id', '=', id)
    .execute();
}
