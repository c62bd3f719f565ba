/** A numbered letter is signed and handed to the applicant, or declared void. */
import type { Tx } from '../../platform/index.ts';
import {
  actInside,
  fileRefs,
  fileRows,
  isInternalLetter,
  journalNow,
  LETTER_FILE,
  storeFile,
} from '../../request/index.ts';
import type { BuildContext, CauseWords, SigningWay, UploadedFile } from '../../request/index.ts';
import type { LetterDeps } from './deps.ts';
import { checkFooting, openCase, withVault } from './drafting.ts';
import type { LetterAct } from './drafting.ts';
import { letterMoved } from './faults.ts';
import { changeLetter, lockIn, lockRow, sealLetter } from './rows.ts';
import type { SigningCertificate, StoredLetter } from './rows.ts';
import { templates } from './templates.ts';
import { checkReason } from './written.ts';

/** By what the file is: a photograph may have been sent under any name. */
const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

const fileName = (number: string, type: string): string =>
  `surat-${number.replaceAll('/', '-')}.${endings[type] ?? 'pdf'}`;

async function* oneChunk(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}

/** A letter as it was signed, before anything of it is kept. */
export interface Signed {
  readonly way: SigningWay;
  readonly bytes: Buffer;
  /** Of an electronic signature. */
  readonly certificate: SigningCertificate | null;
}

/**
 * Stores the signed file, then writes letter, file and journal together: issued is all of it or nothing, and a file whose
 * letter was not issued belongs to nobody and is swept. Faults: `letter-moved`, `letter-overtaken`, those of the file store.
 */
export async function issue(
  deps: LetterDeps,
  act: LetterAct,
  { request, id }: { readonly request: string; readonly id: string },
  { way, bytes, certificate }: Signed,
): Promise<void> {
  const letter = await withVault(deps, act, request, (tx, vault) => lockIn(tx, vault, id, 'numbered'));
  const dataKey = await withVault(deps, act, request, async (_, vault) => vault.dataKey);
  const holder = { government: act.government, id: request, dataKey };
  const part = { fileName: LETTER_FILE, content: oneChunk(bytes) };
  const stored = await storeFile(deps.files, holder, LETTER_FILE, part);
  const file = { ...stored, name: fileName(letter.number ?? '', stored.type) };
  await deps.database.transaction({ government: act.government, viewer: act.actor.official }, async (tx) => {
    const input = { government: act.government, number: act.number, actor: act.actor, version: null };
    await actInside(tx, deps, input, async (given) => {
      // Once more: the request may have been withdrawn while it was signed.
      checkFooting(letter.template, given);
      const post = await writeIssued(deps, given, { id, way, file, certificate });
      const [ref] = fileRefs(given.vault, [file]);
      if (!ref || letter.number === null) throw letterMoved();
      const { template, number } = letter;
      return {
        command: { type: 'issue-letter', letter: id, template, number, way, post, file: ref },
        words: wordsOf(letter),
      };
    });
  });
}

/** What the message to the applicant says of a letter; nothing of one that is none of theirs. */
const wordsOf = ({ template, number }: Pick<StoredLetter, 'template' | 'number'>): CauseWords =>
  isInternalLetter(template) || number === null ? {} : { label: templates[template].title, letter: number };

interface Issued extends Pick<Signed, 'way' | 'certificate'> {
  readonly id: string;
  readonly file: UploadedFile;
}

async function writeIssued(
  deps: LetterDeps,
  { tx, vault, service, now }: BuildContext,
  { id, way, file, certificate }: Issued,
): Promise<string> {
  const letter = await lockIn(tx, vault, id, 'numbered');
  const { government, request } = vault;
  const forApplicant = !isInternalLetter(letter.template);
  const place = { government, request, at: now, givenBy: 'official', forApplicant } as const;
  await tx
    .insertInto('file')
    .values(fileRows(vault, service, [file], place))
    .execute();
  const at = journalNow(deps.clock);
  const { draft, texts } = letter;
  const sealed = sealLetter(vault, id, { draft, texts, ...(certificate && { certificate }) });
  const signed = { state: 'signed', way, file: file.id, sha256: file.sha256, signed_at: at } as const;
  await changeLetter(tx, letter, { ...signed, sealed, changed_at: at });
  if (letter.post === null) throw letterMoved();
  return letter.post;
}

/** A sheet that was signed by hand, scanned. Faults: `letter-moved`, `file-kind-refused` and the other ones of the store. */
export async function issueByHand(deps: LetterDeps, act: LetterAct, id: string, scan: Buffer): Promise<void> {
  const { view } = await openCase(deps, act);
  const signed = { way: 'by-hand', bytes: scan, certificate: null } as const;
  await issue(deps, act, { request: view.id, id }, signed);
}

/**
 * Declares a letter void, with its reason; the number stays used, and the applicant downloads it no more. Once the personal data were
 * erased it is done without one: the public page must not vouch for ever for what is wrong. Faults: `reason-missing`, `letter-moved`.
 */
export async function voidLetter(
  deps: LetterDeps,
  act: LetterAct,
  id: string,
  reason: string,
): Promise<void> {
  const { view } = await openCase(deps, act);
  if (!view.erased) checkReason(reason);
  await deps.database.transaction({ government: act.government, viewer: act.actor.official }, async (tx) => {
    const input = {
      government: act.government,
      number: act.number,
      actor: act.actor,
      version: null,
      afterErasure: async ({ now }: Pick<BuildContext, 'now'>) => {
        const place = { government: act.government, request: view.id };
        const number = await writeVoid(tx, await lockRow(tx, place, id), { now, reason: null });
        return { command: { type: 'void-letter', letter: id, number } } as const;
      },
    };
    await actInside(tx, deps, input, async ({ vault, now }) => {
      const letter = await lockIn(tx, vault, id, 'numbered', 'signed');
      const { file } = letter;
      const kept = vault.put('letter-void', reason.trim());
      const number = await writeVoid(tx, letter, { now, reason: kept.value });
      return {
        command: { type: 'void-letter', letter: id, number, reason: kept },
        // Nobody is told of a letter that never reached them.
        words: file === null ? {} : { ...wordsOf(letter), text: reason.trim() },
      };
    });
  });
}

type Voidable = Pick<StoredLetter, 'government' | 'id' | 'state' | 'number' | 'file'>;

/** Writes that a letter is void, and gives its number. Fault: `letter-moved`. */
async function writeVoid(
  tx: Tx,
  letter: Voidable,
  { now, reason }: { readonly now: Temporal.Instant; readonly reason: string | null },
): Promise<string> {
  const { state, number, file, government } = letter;
  if ((state !== 'numbered' && state !== 'signed') || number === null) throw letterMoved();
  if (file !== null) await withholdFile(tx, government, file);
  await changeLetter(tx, letter, { state: 'void', voided_at: now, changed_at: now, reason });
  return number;
}

/** The office keeps the file; its applicant finds it no more. */
async function withholdFile(tx: Tx, government: string, file: string): Promise<void> {
  await tx
    .updateTable('file')
    .set({ for_applicant: false })
    .where('government', '=', government)
    .where('id', '=', file)
    .execute();
}
