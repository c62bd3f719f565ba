/** A letter before its signature: changed, looked at, thrown away, numbered. */
import { randomCrockford } from '../../platform/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Standing } from '../../people/index.ts';
import { findHolders } from '../../people/index.ts';
import {
  journalNow,
  mayOpenLetters,
  readForDesk,
  requestNotFound,
  todayIn,
  Vault,
  waitingPositions,
} from '../../request/index.ts';
import type { DeskView } from '../../request/index.ts';
import { composeLetter } from './compose.ts';
import type { LetterDeps } from './deps.ts';
import type { LetterCase } from './facts.ts';
import { overtaken, readOnly, undecided } from './faults.ts';
import type { Draft, LetterText, TemplateId } from './model.ts';
import { checkSeen, draftMark } from './draft-seen.ts';
import { drawNumber } from './numbering.ts';
import { caseOf, footingOf } from './outcome.ts';
import type { Case } from './outcome.ts';
import { changeLetter, lockIn, sealLetter } from './rows.ts';
import type { StoredLetter } from './rows.ts';
import { checkSigner, getSigner } from './signers.ts';
import { checkDraft } from './written.ts';

/** Which letter, and who acts on it. */
export interface LetterAct {
  readonly government: string;
  readonly number: string;
  readonly actor: Standing;
}

/** Letters of the code: 80 bits, not to be guessed; written in fours. */
const CODE_LENGTH = 16;

/** The request with everything its papers may name. Faults: `request-not-found`, `letters-read-only`. */
export async function openCase(
  deps: LetterDeps,
  { government, number, actor }: LetterAct,
): Promise<LetterCase & { readonly view: DeskView }> {
  const view = await readForDesk(deps, actor, government, number);
  if (!mayOpenLetters(view.standpoint)) throw readOnly();
  return {
    view,
    organisation: deps.catalogue.organisation(government),
    holders: await holdersOf(deps, view),
  };
}

/** Faults: `letter-undecided`, `letter-overtaken`. */
export function checkFooting(template: TemplateId, given: Case): void {
  const footing = footingOf(template, given);
  if (footing === 'undecided') throw undecided();
  if (footing === 'overtaken') throw overtaken();
}

async function holdersOf(deps: LetterDeps, view: DeskView): Promise<Readonly<Record<string, string>>> {
  const { state, service } = view;
  const chosen = Object.values(state.addressees).flat();
  const posts = [...new Set([...chosen, ...waitingPositions(service.value, state)])];
  const government = view.government.id;
  const day = todayIn(deps.catalogue, government, deps.clock.now());
  const holders = await deps.database.transaction({ government }, (tx) =>
    findHolders(tx, government, posts, day),
  );
  return Object.fromEntries([...holders].map(([post, { name }]) => [post, name]));
}

/** Runs inside a transaction of the request's government, with its vault. */
export function withVault<T>(
  deps: LetterDeps,
  { government, actor }: LetterAct,
  request: string,
  work: (tx: Tx, vault: Vault) => Promise<T>,
): Promise<T> {
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => {
    const vault = await Vault.find(tx, deps.keys, government, request);
    if (!vault) throw requestNotFound();
    return work(tx, vault);
  });
}

/**
 * Keeps what an official changed. `seen`: the mark of the draft that stood on their page. Faults: `body-missing`, `not-its-signer`,
 * `letter-moved`, `draft-changed`.
 */
export async function saveDraft(
  deps: LetterDeps,
  act: LetterAct,
  id: string,
  draft: Draft,
  seen?: string,
): Promise<void> {
  const given = await openCase(deps, act);
  checkDraft(draft);
  await withVault(deps, act, given.view.id, async (tx, vault) => {
    const letter = await lockIn(tx, vault, id, 'draft');
    checkSigner(deps, given.view, { template: letter.template, post: draft.post });
    // The same words again, as by a second press, overwrite nothing.
    if (draftMark(letter.draft) === draftMark(draft)) return;
    checkSeen(letter.draft, seen);
    const sealed = sealLetter(vault, id, { draft, texts: null });
    await changeLetter(tx, letter, { sealed, changed_at: journalNow(deps.clock) });
  });
}

/** Throws a draft away. What has a number is never thrown away, but declared void. Faults: `letter-moved`, `draft-changed`. */
export async function discardDraft(
  deps: LetterDeps,
  act: LetterAct,
  id: string,
  seen?: string,
): Promise<void> {
  const given = await openCase(deps, act);
  await withVault(deps, act, given.view.id, async (tx, vault) => {
    const { government, draft } = await lockIn(tx, vault, id, 'draft');
    checkSeen(draft, seen);
    await tx.deleteFrom('letter').where('government', '=', government).where('id', '=', id).execute();
  });
}

/** Words of a draft as they would be printed today. */
export async function previewLetter(
  deps: LetterDeps,
  tx: Tx,
  given: LetterCase,
  { template, draft }: Pick<StoredLetter, 'template' | 'draft'>,
  lang: 'id' | 'en',
): Promise<LetterText> {
  const government = given.view.government.id;
  const dated = todayIn(deps.catalogue, government, deps.clock.now());
  const signer = await getSigner(tx, government, draft.post, dated);
  return composeLetter({ template, draft, signer, dated, number: null }, given, lang);
}

/**
 * Draws the number: from here on the words stand. Faults: `letter-moved`, `letter-undecided`, `letter-overtaken`, `not-its-signer`,
 * `post-vacant`, `letters-not-set`, `draft-changed`: nobody numbers words that they have not seen.
 */
export async function numberLetter(
  deps: LetterDeps,
  act: LetterAct,
  id: string,
  seen?: string,
): Promise<StoredLetter> {
  const given = await openCase(deps, act);
  const { government } = given.view;
  const dated = todayIn(deps.catalogue, act.government, deps.clock.now());
  return withVault(deps, act, given.view.id, async (tx, vault) => {
    const letter = await lockIn(tx, vault, id, 'draft');
    const { template, draft, agency } = letter;
    checkSeen(draft, seen);
    checkFooting(template, caseOf(given.view));
    checkSigner(deps, given.view, { template, post: draft.post });
    const signer = await getSigner(tx, act.government, draft.post, dated);
    // The counter last: whoever draws next waits no longer than it takes to write this row.
    const place = { agency, year: dated.year };
    const drawn = await drawNumber(tx, government, given.view.service.name, place);
    const sheet = { template, draft, signer, dated, number: drawn.number };
    const texts = { id: composeLetter(sheet, given, 'id'), en: composeLetter(sheet, given, 'en') };
    const { year, running, number } = drawn;
    const change = {
      state: 'numbered',
      sealed: sealLetter(vault, id, { draft, texts }),
      year,
      running,
      number,
      code: randomCrockford(CODE_LENGTH),
      dated,
      signer: signer.official,
      post: signer.post,
      changed_at: journalNow(deps.clock),
    } as const;
    await changeLetter(tx, letter, change);
    return { ...letter, ...change, texts };
  });
}
