/** Letters signed electronically by whoever holds the post: at BSrE, or for trial by the built-in authority. */
import type { DeskView } from '../../request/index.ts';
import { openTrialAuthority, readBsreSettings, signLetter } from '../certificate/index.ts';
import type { BsreSettings, SignedLetter } from '../certificate/index.ts';
import { placeOf, readSettings } from '../delivering/connection.ts';
import type { LetterDeps } from './deps.ts';
import { checkFooting, openCase, withVault } from './drafting.ts';
import type { LetterAct } from './drafting.ts';
import { bsreNotSet, nikWrong, notASigner, passphraseMissing, signedByTwo } from './faults.ts';
import { issue } from './issuing.ts';
import type { Signed } from './issuing.ts';
import { caseOf } from './outcome.ts';
import { SIGNING_PLACE } from './paper.ts';
import { numberedPdf, verifyAddress } from './printing.ts';
import { lockIn } from './rows.ts';
import type { StoredLetter } from './rows.ts';

/** What the signer types for one signature. It is kept nowhere: not in the database, not in the session, not in a log. */
export interface BsreTyped {
  readonly nik: string;
  readonly passphrase: string;
}

/** How a government's letters reach BSrE; null where its certificates have another connector, or its settings are not complete. */
export function findBsre(
  { database, delivering }: LetterDeps,
  government: string,
): Promise<BsreSettings | null> {
  return database.transaction({ government }, async (tx) => {
    const kept = await readSettings(tx, delivering, government, 'certificate');
    return kept?.connector === 'bsre' ? readBsreSettings({ ...kept.own, ...kept.secrets }) : null;
  });
}

/**
 * Signs through BSrE with what the signer typed, then issues. Whatever goes wrong on the way leaves the letter as it was, with
 * its number; signing again is safe, since the same sheet is signed. Faults: `nik-wrong`, `passphrase-missing`, `bsre-not-set`,
 * `not-a-signer`, `letter-moved`, those of `signLetter`.
 */
export async function issueThroughBsre(
  deps: LetterDeps,
  act: LetterAct,
  id: string,
  typed: BsreTyped,
  signal: AbortSignal,
): Promise<void> {
  const { nik, passphrase } = readTyped(typed);
  const settings = await findBsre(deps, act.government);
  if (!settings) throw bsreNotSet();
  const { view, letter } = await openToSign(deps, act, id);
  const { bytes, places } = await numberedPdf(deps, view.government, letter, { way: 'bsre' });
  const now = deps.clock.now();
  const seen = seenAt(deps, letter, places);
  const signed = await signLetter(bytes, { way: 'bsre', settings, nik, passphrase, now, signal, ...seen });
  await issue(deps, act, { request: view.id, id }, issued('bsre', signed));
}

/** People write a NIK in groups. */
function readTyped({ nik, passphrase }: BsreTyped): BsreTyped {
  const digits = nik.replaceAll(/[\s.-]/g, '');
  if (!/^\d{16}$/.test(digits)) throw nikWrong();
  if (passphrase === '') throw passphraseMissing();
  return { nik: digits, passphrase };
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
  const { view, letter } = await openToSign(deps, act, id);
  const place = placeOf(deps.delivering, act.government, 'certificate');
  const owner = `official/${act.actor.official}`;
  const authority = openTrialAuthority(place);
  const certificate = await authority.enrol({
    owner,
    government: act.government,
    holder: act.actor.name,
    nik: null,
    // It serves for every post its owner signs for, also as Plt. or Plh.: in which one stands on the sheet.
    position: null,
    organisation: view.government.office.name,
  });
  if (certificate.state !== 'issued') await authority.activate(owner, passphrase);
  const { bytes, places } = await numberedPdf(deps, view.government, letter);
  const seen = seenAt(deps, letter, places);
  const signed = await signLetter(bytes, { way: 'trial', place, owner, passphrase, ...seen });
  await issue(deps, act, { request: view.id, id }, issued('trial', signed));
}

const issued = (way: Signed['way'], { pdf, signer, serial }: SignedLetter): Signed => ({
  way,
  bytes: pdf,
  certificate: { name: signer, serial },
});

/**
 * The letter for whom it names below, as long as they hold the post: asked before anybody is called, since a signature that was
 * made cannot be unmade. Faults: `not-a-signer`, `signed-by-two`, `letter-moved`, `letter-overtaken`.
 */
async function openToSign(
  deps: LetterDeps,
  act: LetterAct,
  id: string,
): Promise<{ readonly view: DeskView; readonly letter: StoredLetter }> {
  const { view } = await openCase(deps, act);
  const letter = await withVault(deps, act, view.id, (tx, vault) => lockIn(tx, vault, id, 'numbered'));
  if (!signs(act.actor, letter)) throw notASigner();
  if (isSignedByTwo(letter)) throw signedByTwo();
  checkFooting(letter.template, caseOf(view));
  return { view, letter };
}

/** A record of what was handed over is one of both parties: electronically only the office would have signed it. */
export const isSignedByTwo = ({ texts }: Pick<StoredLetter, 'texts'>): boolean =>
  texts !== null && texts.id.receiver !== null;

/** Whether it is this official's to sign: named on the sheet, and still holding the post on that day. */
export const signs = (
  { official, held }: LetterAct['actor'],
  { signer, post }: Pick<StoredLetter, 'signer' | 'post'>,
): boolean => signer === official && held.some(({ position }) => position === post);

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
