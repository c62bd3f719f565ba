/** A numbered letter is signed and handed to the applicant, or declared void. */
import { actInside, fileRefs, fileRows, journalNow, storeFile } from '../../request/index.ts';
import type { BuildContext, SigningWay, UploadedFile } from '../../request/index.ts';
import { placeOf } from '../delivering/connection.ts';
import { openTrialAuthority, signLetter } from '../certificate/index.ts';
import type { LetterDeps } from './deps.ts';
import { openCase, withVault } from './drafting.ts';
import type { LetterAct } from './drafting.ts';
import { letterMoved, notASigner, reasonMissing } from './faults.ts';
import { numberedPdf, verifyAddress } from './printing.ts';
import { SIGNING_PLACE } from './paper.ts';
import { changeLetter, lockIn } from './rows.ts';
import type { StoredLetter } from './rows.ts';

/** Files of letters stand under this name among those of a request. */
const LETTER_FILE = 'letter';

const fileName = (number: string): string => `surat-${number.replaceAll('/', '-')}`;

async function* oneChunk(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}

interface Signed {
  readonly way: SigningWay;
  readonly bytes: Buffer;
  readonly extension: string;
}

/** Stores the signed file, then writes letter, file and journal together. Fault: `letter-moved`, those of the file store. */
async function issue(
  deps: LetterDeps,
  act: LetterAct,
  { request, id }: { readonly request: string; readonly id: string },
  { way, bytes, extension }: Signed,
): Promise<void> {
  const letter = await withVault(deps, act, request, (tx, vault) => lockIn(tx, vault, id, 'numbered'));
  const dataKey = await withVault(deps, act, request, async (_, vault) => vault.dataKey);
  const holder = { government: act.government, id: request, dataKey };
  const part = { fileName: `${fileName(letter.number ?? '')}.${extension}`, content: oneChunk(bytes) };
  const file = await storeFile(deps.files, holder, LETTER_FILE, part);
  await deps.database.transaction({ government: act.government, viewer: act.actor.official }, async (tx) => {
    const input = { government: act.government, number: act.number, actor: act.actor, version: null };
    await actInside(tx, deps, input, async (given) => {
      const post = await writeIssued(deps, given, { id, way, file });
      const [ref] = fileRefs(given.vault, [file]);
      if (!ref || letter.number === null) throw letterMoved();
      const { template, number } = letter;
      return { command: { type: 'issue-letter', letter: id, template, number, way, post, file: ref } };
    });
  });
}

async function writeIssued(
  deps: LetterDeps,
  { tx, vault, service, now }: BuildContext,
  { id, way, file }: { readonly id: string; readonly way: SigningWay; readonly file: UploadedFile },
): Promise<string> {
  const letter = await lockIn(tx, vault, id, 'numbered');
  const { government, request } = vault;
  const place = { government, request, at: now, givenBy: 'official', forApplicant: true } as const;
  await tx
    .insertInto('file')
    .values(fileRows(vault, service, [file], place))
    .execute();
  const at = journalNow(deps.clock);
  const signed = { state: 'signed', way, file: file.id, sha256: file.sha256, signed_at: at } as const;
  await changeLetter(tx, letter, { ...signed, changed_at: at });
  if (letter.post === null) throw letterMoved();
  return letter.post;
}

/** A sheet that was signed by hand, scanned. Faults: `letter-moved`, `file-kind-refused` and the other ones of the store. */
export async function issueByHand(
  deps: LetterDeps,
  act: LetterAct,
  id: string,
  scan: { readonly fileName: string; readonly content: Buffer },
): Promise<void> {
  const { view } = await openCase(deps, act);
  const extension = /\.(pdf|jpe?g|png)$/i.exec(scan.fileName)?.[1]?.toLowerCase() ?? 'pdf';
  await issue(deps, act, { request: view.id, id }, { way: 'by-hand', bytes: scan.content, extension });
}

/**
 * Signs with the built-in authority, in a demonstration only; the first passphrase an official types is theirs from then on.
 * Faults: `trial-refused`, `not-a-signer`, `passphrase-wrong`, `passphrase-short`, `letter-moved`.
 */
export async function issueForTrial(
  deps: LetterDeps,
  act: LetterAct,
  id: string,
  passphrase: string,
): Promise<void> {
  const { view } = await openCase(deps, act);
  const letter = await withVault(deps, act, view.id, (tx, vault) => lockIn(tx, vault, id, 'numbered'));
  if (letter.signer !== act.actor.official) throw notASigner();
  const place = placeOf(deps.delivering, act.government, 'certificate');
  const owner = `official/${act.actor.official}`;
  const authority = openTrialAuthority(place);
  const certificate = await authority.enrol({
    owner,
    government: act.government,
    holder: act.actor.name,
    nik: null,
    position: letter.post === null ? null : postTitle(deps, act.government, letter.post),
    organisation: view.government.office.name,
  });
  if (certificate.state !== 'issued') await authority.activate(owner, passphrase);
  const { bytes, places } = await numberedPdf(deps, view.government, letter);
  const signed = await signLetter(bytes, {
    way: 'trial',
    place,
    owner,
    passphrase,
    ...seenAt(deps, letter, places),
  });
  await issue(deps, act, { request: view.id, id }, { way: 'trial', bytes: signed.pdf, extension: 'pdf' });
}

/** What the signer's own post is called; the certificate names no other. */
const postTitle = ({ catalogue }: LetterDeps, government: string, post: string): string | null =>
  catalogue.organisation(government).positions.find(({ id }) => id === post)?.title.id ?? null;

type Places = Awaited<ReturnType<typeof numberedPdf>>['places'];

/** The signature is seen where the sheet left room for it. */
function seenAt(
  { publicUrl }: LetterDeps,
  { code }: StoredLetter,
  places: Places,
): { seen?: { box: Omit<Places[number], 'name'>; address: string } } {
  const place = places.find(({ name }) => name === SIGNING_PLACE);
  if (!place || code === null) return {};
  const { name: _, ...box } = place;
  return { seen: { box, address: verifyAddress(publicUrl, code) } };
}

/** Declares a letter void, with its reason; the number stays used. Faults: `reason-missing`, `letter-moved`. */
export async function voidLetter(
  deps: LetterDeps,
  act: LetterAct,
  id: string,
  reason: string,
): Promise<void> {
  if (reason.trim() === '') throw reasonMissing();
  await openCase(deps, act);
  await deps.database.transaction({ government: act.government, viewer: act.actor.official }, async (tx) => {
    const input = { government: act.government, number: act.number, actor: act.actor, version: null };
    await actInside(tx, deps, input, async ({ vault, now }) => {
      const letter = await lockIn(tx, vault, id, 'numbered', 'signed');
      if (letter.number === null) throw letterMoved();
      const kept = vault.put('letter-void', reason.trim());
      await changeLetter(tx, letter, {
        state: 'void',
        voided_at: now,
        changed_at: now,
        reason: kept.value,
      });
      return { command: { type: 'void-letter', letter: id, number: letter.number, reason: kept } };
    });
  });
}
