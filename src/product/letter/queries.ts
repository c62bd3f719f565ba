/** Letters for those who read: of one request, the register of an office, and one letter for everybody who holds it. */
import { sql } from 'kysely';
import type { Database } from '../../platform/index.ts';
import type { Standing } from '../../people/index.ts';
import { mayOpenLetters } from '../../request/index.ts';
import type { DeskView } from '../../request/index.ts';
import type { LetterDeps } from './deps.ts';
import { openCase, withVault } from './drafting.ts';
import type { LetterAct } from './drafting.ts';
import type { TemplateId } from './model.ts';
import { templatesLacking, templatesOpen } from './offered.ts';
import { caseOf, deciders, footingOf } from './outcome.ts';
import type { Footing } from './outcome.ts';
import { lettersOf, lockLetter } from './rows.ts';
import type { StoredLetter } from './rows.ts';
import { signingPosts } from './signers.ts';

/** Papers of one request. */
export interface RequestLetters {
  readonly letters: readonly StoredLetter[];
  /** Letters that could be begun now. */
  readonly open: readonly TemplateId[];
  /** Those of `open` that a decision calls for and nobody has begun. */
  readonly lacking: readonly TemplateId[];
  /** Those of `open` whose outcome is not decided: drafts for whoever decides. */
  readonly undecided: readonly TemplateId[];
}

/** The letters of a request that an official has opened, and those that could be begun; null for whoever only reads. */
export async function readLetters(
  deps: LetterDeps,
  view: DeskView,
  actor: Standing,
): Promise<RequestLetters | null> {
  if (!mayOpenLetters(view.standpoint) || view.erased) return null;
  const act = { government: view.government.id, number: view.state.number, actor };
  const letters = await withVault(deps, act, view.id, (tx, vault) => lettersOf(tx, vault));
  const open = templatesOpen(view, letters);
  return {
    letters,
    lacking: templatesLacking(view, letters),
    open,
    undecided: open.filter((id) => footingOf(id, caseOf(view)) === 'undecided'),
  };
}

/** One letter, and what it rests on. */
export interface OpenedLetter {
  readonly letter: StoredLetter;
  /** Posts that may sign it. */
  readonly posts: readonly string[];
  /** Whether what it says of the outcome is so. */
  readonly footing: Footing;
  /** Posts that may still decide otherwise, where it is not decided. */
  readonly deciders: readonly string[];
}

/** Fault: `letter-not-found`. */
export async function readLetter(deps: LetterDeps, act: LetterAct, id: string): Promise<OpenedLetter> {
  const { view } = await openCase(deps, act);
  const letter = await withVault(deps, act, view.id, (tx, vault) => lockLetter(tx, vault, id));
  const given = caseOf(view);
  return {
    letter,
    posts: signingPosts(deps, view, letter.template),
    footing: footingOf(letter.template, given),
    deciders: deciders(given),
  };
}

/** What is left of a letter whose request was erased. */
export interface ErasedLetter {
  readonly number: string;
  readonly dated: Temporal.PlainDate;
  readonly template: TemplateId;
  readonly state: 'numbered' | 'signed' | 'void';
  readonly code: string;
}

/** A letter with a number whose request was erased; null where it was not. Faults: `request-not-found`, `letters-read-only`. */
export async function findErasedLetter(
  deps: LetterDeps,
  act: LetterAct,
  id: string,
): Promise<ErasedLetter | null> {
  const { government, number, actor } = act;
  const { rows } = await deps.database.transaction({ government, viewer: actor.official }, (tx) =>
    sql<ErasedLetter>`
      select l.number, l.dated, l.template, l.state, l.code
        from letter l join request r on r.government = l.government and r.id = l.request
       where l.government = ${government} and l.id::text = ${id} and r.number = ${number}
         and r.erased_at is not null and l.running is not null`.execute(tx),
  );
  const [letter = null] = rows;
  // Who may not open the request is not told that there is one.
  if (letter) await openCase(deps, act);
  return letter;
}

/** A line of the register of outgoing letters. */
export interface RegisterLine {
  readonly number: string;
  readonly running: number;
  readonly dated: Temporal.PlainDate;
  readonly template: TemplateId;
  readonly state: 'numbered' | 'signed' | 'void';
  readonly request: string;
  readonly id: string;
  /** The official whose name stands below it. */
  readonly signer: string;
}

/** How many letters one page of the register shows. */
const REGISTER_LINES = 100;

/** What of the register is asked for; pages are counted from 1. */
export interface RegisterAsked {
  readonly year: number;
  /** Looks into numbers of letters and of requests. */
  readonly find: string;
  readonly page: number;
}

const REGISTER_COLUMNS = sql.raw(
  'l.number, l.running, l.dated, l.template, l.state, r.number as request, l.id, l.signer',
);

/** The register of a government for one year, the newest first, a page of it, and whether there is more. */
export async function listRegister(
  database: Database,
  { government, viewer }: { readonly government: string; readonly viewer: string },
  { year, find, page }: RegisterAsked,
): Promise<{ readonly lines: readonly RegisterLine[]; readonly more: boolean }> {
  return database.transaction({ government, viewer }, async (tx) => {
    const like = `%${find.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const { rows } = await sql<RegisterLine>`
      select ${REGISTER_COLUMNS}
        from letter l join request r on r.government = l.government and r.id = l.request
       where l.government = ${government} and l.year = ${year} and l.running is not null
         and (${find} = '' or l.number ilike ${like} or r.number ilike ${like})
       order by l.dated desc, l.running desc, l.id
       limit ${REGISTER_LINES + 1} offset ${(page - 1) * REGISTER_LINES}`.execute(tx);
    return { lines: rows.slice(0, REGISTER_LINES), more: rows.length > REGISTER_LINES };
  });
}

/**
 * Numbered letters that wait for this official's signature, the oldest first, of whatever year; at most a page. Whoever no longer holds the
 * post that is on the sheet signs it no more.
 */
export async function listAwaitingSignature(
  database: Database,
  government: string,
  { official: viewer, held }: Pick<Standing, 'official' | 'held'>,
): Promise<readonly RegisterLine[]> {
  return database.transaction({ government, viewer }, async (tx) => {
    const { rows } = await sql<RegisterLine>`
      select ${REGISTER_COLUMNS}
        from letter l join request r on r.government = l.government and r.id = l.request
       where l.government = ${government} and l.state = 'numbered' and l.signer = ${viewer}
         and l.post = any(${held.map(({ position }) => position)}::text[])
       order by l.dated, l.running limit ${REGISTER_LINES}`.execute(tx);
    return rows;
  });
}

/** What everybody may know of a letter. */
export interface PublicLetter {
  readonly government: string;
  readonly code: string;
  readonly number: string;
  readonly dated: Temporal.PlainDate;
  readonly agency: string;
  readonly template: TemplateId;
  readonly state: 'numbered' | 'signed' | 'void';
  readonly way: StoredLetter['way'];
  readonly sha256: Buffer | null;
  readonly signed_at: Temporal.Instant | null;
  readonly voided_at: Temporal.Instant | null;
  /** Since when nothing is known any more of whom it is for and what it says; its number and hash stay. */
  readonly erased_at: Temporal.Instant | null;
}

/** A letter by the code below it, else by the hash of its file; null when there is none. */
export async function findPublicLetter(
  database: Database,
  by: { readonly code: string } | { readonly sha256: Buffer },
): Promise<PublicLetter | null> {
  const [code, hash] = 'code' in by ? [by.code, null] : [null, by.sha256];
  const { rows } = await database.withoutGovernment((tx) =>
    sql<PublicLetter>`select * from find_letter(${code}, ${hash})`.execute(tx),
  );
  return rows[0] ?? null;
}
