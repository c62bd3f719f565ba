/** Letters for those who read: of one request, the register of an office, and one letter for everybody who holds it. */
import { sql } from 'kysely';
import type { Database } from '../../platform/index.ts';
import type { Standing } from '../../people/index.ts';
import type { DeskView } from '../../request/index.ts';
import type { LetterDeps } from './deps.ts';
import { openCase, withVault } from './drafting.ts';
import type { LetterAct } from './drafting.ts';
import type { TemplateId } from './model.ts';
import { templatesFor, templatesLacking } from './offered.ts';
import { lettersOf, lockLetter } from './rows.ts';
import type { StoredLetter } from './rows.ts';
import { signingPosts } from './signers.ts';
import { templates } from './templates.ts';

/** Papers of one request. */
export interface RequestLetters {
  readonly letters: readonly StoredLetter[];
  /** Letters that fit it now, and papers that need no number. */
  readonly open: readonly TemplateId[];
  readonly sheets: readonly TemplateId[];
  /** Those of `open` that a decision calls for and nobody has begun. */
  readonly lacking: readonly TemplateId[];
}

/** The letters of a request that an official has opened, and those that could be begun; null for whoever only reads. */
export async function readLetters(
  deps: LetterDeps,
  view: DeskView,
  actor: Standing,
): Promise<RequestLetters | null> {
  if (view.standpoint === 'overseer' || view.erased) return null;
  const act = { government: view.government.id, number: view.state.number, actor };
  const fitting = templatesFor(view);
  const letters = await withVault(deps, act, view.id, (tx, vault) => lettersOf(tx, vault));
  return {
    letters,
    lacking: templatesLacking(view, letters),
    open: fitting.filter((id) => templates[id].numbered),
    sheets: fitting.filter((id) => !templates[id].numbered),
  };
}

/** One letter with the posts that may sign it. Fault: `letter-not-found`. */
export async function readLetter(
  deps: LetterDeps,
  act: LetterAct,
  id: string,
): Promise<{ readonly letter: StoredLetter; readonly posts: readonly string[] }> {
  const { view } = await openCase(deps, act);
  const letter = await withVault(deps, act, view.id, (tx, vault) => lockLetter(tx, vault, id));
  return { letter, posts: signingPosts(deps, view) };
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

/** The register of a government for one year, the newest first; `find` looks into numbers and numbers of requests. */
export async function listRegister(
  database: Database,
  { government, viewer }: { readonly government: string; readonly viewer: string },
  { year, find }: { readonly year: number; readonly find: string },
): Promise<readonly RegisterLine[]> {
  return database.transaction({ government, viewer }, async (tx) => {
    const like = `%${find.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const { rows } = await sql<RegisterLine>`
      select l.number, l.running, l.dated, l.template, l.state, r.number as request, l.id, l.signer
        from letter l join request r on r.government = l.government and r.id = l.request
       where l.government = ${government} and l.year = ${year} and l.running is not null
         and (${find} = '' or l.number ilike ${like} or r.number ilike ${like})
       order by l.agency, l.running desc limit 500`.execute(tx);
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
