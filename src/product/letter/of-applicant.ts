/** Letters as their applicant finds them, and the name that everybody may read if the applicant wants it so. */
import { isInternalLetter, Vault } from '../../request/index.ts';
import type { RequestState } from '../../request/index.ts';
import type { LetterDeps } from './deps.ts';
import type { TemplateId } from './model.ts';
import type { PublicLetter } from './queries.ts';
import { lettersOf } from './rows.ts';
import type { StoredLetter } from './rows.ts';

/** A letter that was issued to the applicant, in force or void. */
export interface ApplicantLetter {
  readonly id: string;
  readonly template: TemplateId;
  readonly number: string;
  readonly dated: Temporal.PlainDate;
  /** Of its verification page. */
  readonly code: string;
  readonly file: string;
  readonly voidedAt: Temporal.Instant | null;
  /** Whom it is addressed to, as printed. */
  readonly name: string;
  /** Whether everybody who checks it is told that name. */
  readonly named: boolean;
}

interface OfRequest {
  readonly id: string;
  readonly government: { readonly id: string };
  readonly state: RequestState;
}

/** The letters of a request that reached its applicant, the oldest first; whoever asks has shown the tracking key. */
export function lettersForApplicant(
  { database, keys }: Pick<LetterDeps, 'database' | 'keys'>,
  { id: request, government: { id: government }, state }: OfRequest,
): Promise<readonly ApplicantLetter[]> {
  return database.transaction({ government }, async (tx) => {
    const vault = await Vault.find(tx, keys, government, request);
    const letters = vault ? await lettersOf(tx, vault) : [];
    return letters.flatMap((letter) => issuedTo(letter, state) ?? []);
  });
}

function issuedTo(letter: StoredLetter, state: RequestState): ApplicantLetter | null {
  const { id, template, number, dated, code, file, voided_at: voidedAt } = letter;
  if (file === null || number === null || dated === null || code === null) return null;
  if (isInternalLetter(template)) return null;
  return {
    id,
    template,
    number,
    dated,
    code,
    file,
    voidedAt,
    name: nameOn(letter),
    named: isNamed(state, id),
  };
}

const isNamed = ({ letters = [] }: RequestState, id: string): boolean =>
  letters.some(({ letter, named, status }) => letter === id && status === 'issued' && named === true);

const nameOn = ({ texts }: StoredLetter): string => (texts?.id.addressee ?? []).join(', ');

/** The name that everybody may read on the verification page of a letter: by the applicant's consent, as long as it holds. */
export function findShownName(
  { database, keys }: Pick<LetterDeps, 'database' | 'keys'>,
  { government, code }: Pick<PublicLetter, 'government' | 'code'>,
): Promise<string | null> {
  return database.transaction({ government }, async (tx) => {
    const row = await tx
      .selectFrom('letter as l')
      .innerJoin('request as r', (join) =>
        join.onRef('r.government', '=', 'l.government').onRef('r.id', '=', 'l.request'),
      )
      .select(['l.id', 'l.request', 'r.state'])
      .where('l.government', '=', government)
      .where('l.code', '=', code)
      .executeTakeFirst();
    if (!row || !isNamed(row.state as RequestState, row.id)) return null;
    const vault = await Vault.find(tx, keys, government, row.request);
    const letter = vault && (await lettersOf(tx, vault)).find(({ id }) => id === row.id);
    // A letter inside the office names officials; no applicant can consent for them.
    return letter && !isInternalLetter(letter.template) ? nameOn(letter) : null;
  });
}
