/** Signing a letter: by BSrE, or for trial by the built-in authority. The signer types the passphrase for each signature. */
import { assertPassphraseEnds, pageSizes, signPdf, verifyPdf } from '../../platform/index.ts';
import type { SignatureBox } from '../../platform/index.ts';
import { CounterpartFault } from '../contract.ts';
import type { ConnectorPlace } from '../contract.ts';
import { bsreClient } from './bsre/client.ts';
import type { BsreSeen } from './bsre/client.ts';
import { unreadableAnswer } from './bsre/faults.ts';
import { lineTo } from './bsre/http.ts';
import type { BsreSettings } from './bsre/settings.ts';
import { faultForSigner, mayNotSign } from './bsre/signing-faults.ts';
import { openTrialAuthority } from './trial/authority.ts';
import { TRIAL_MARK } from './words.ts';

/** What public clients of BSrE write, and viewers show beside the signature. */
const USUAL_REASON = 'Dokumen ini ditandatangani secara elektronik';

interface Common {
  /** Kept in memory for this one signature; never stored, logged or told. */
  readonly passphrase: string;
  readonly reason?: string;
  readonly location?: string;
  /** Where the signature is seen, and the address of the letter's verification page for its code. */
  readonly seen?: { readonly box: SignatureBox; readonly address: string };
}

/** For demonstrations. What it signs is marked on the page, asked or not. */
export interface TrialSigning extends Common {
  readonly way: 'trial';
  /** The government's place of the kind `certificate`. */
  readonly place: ConnectorPlace;
  /** Whose certificate: `official/<id>` or `delivery/<id>`. */
  readonly owner: string;
}

export interface BsreSigningWay extends Common {
  readonly way: 'bsre';
  /** Settings of the connector `bsre`, as its form reads them. */
  readonly settings: BsreSettings;
  readonly nik: string;
  readonly now: Temporal.Instant;
  readonly signal: AbortSignal;
}

export interface SignedLetter {
  readonly pdf: Buffer;
  /** Name in the signer's certificate. */
  readonly signer: string;
  /** Serial number of the certificate, in hexadecimal capitals. */
  readonly serial: string;
  readonly trial: boolean;
}

/**
 * Signs a letter; signatures that are on it stay good. Throws Faults: 'trial-refused' (trial outside a demonstration),
 * 'passphrase-wrong', 'passphrase-long', 'certificate-missing', 'certificate-not-active', 'pdf-…', and those of BSrE ('bsre-…', 'counterpart-…').
 */
export async function signLetter(pdf: Buffer, how: TrialSigning | BsreSigningWay): Promise<SignedLetter> {
  assertPassphraseEnds(how.passphrase);
  return how.way === 'trial' ? signForTrial(pdf, how) : signAtBsre(pdf, how);
}

/** At the foot of the last page, when no other place is asked for. */
const USUAL_BOX: SignatureBox = { page: 'last', x: 40, y: 20, width: 230, height: 40 };

async function signForTrial(pdf: Buffer, how: TrialSigning): Promise<SignedLetter> {
  const authority = openTrialAuthority(how.place);
  const { entry, ...signer } = await authority.unlock(how.owner, how.passphrase);
  const lines = [
    'Ditandatangani secara elektronik oleh',
    entry.holder,
    ...(entry.position === null ? [] : [entry.position]),
  ];
  const picture = { heading: TRIAL_MARK, lines, ...(how.seen && { address: how.seen.address }) };
  const signed = await signPdf(
    pdf,
    {
      signedAt: how.place.clock.now(),
      name: entry.holder,
      reason: `${TRIAL_MARK}. ${how.reason ?? USUAL_REASON}`,
      ...(how.location !== undefined && { location: how.location }),
      seen: { box: how.seen?.box ?? USUAL_BOX, picture },
    },
    signer,
  );
  return { pdf: signed, signer: entry.holder, serial: entry.serial, trial: true };
}

async function signAtBsre(pdf: Buffer, how: BsreSigningWay): Promise<SignedLetter> {
  try {
    const client = bsreClient(how.settings, lineTo(how.settings));
    const status = await client.status(how.nik, how.signal);
    if (status !== 'ISSUE') throw mayNotSign(status);
    const { nik, passphrase, reason = USUAL_REASON, location = null } = how;
    const seen = how.seen ? await placeOf(pdf, how.seen) : null;
    const signed = await client.sign({ pdf, nik, passphrase, reason, location, seen }, how.signal);
    return { pdf: signed, ...(await signatureOf(pdf, signed, how.now)), trial: false };
  } catch (error) {
    throw error instanceof CounterpartFault ? faultForSigner(error) : error;
  }
}

/** What BSrE sets there is a code, which is square: drawn into the whole box it would be pulled apart. */
async function placeOf(pdf: Buffer, { box, address }: NonNullable<Common['seen']>): Promise<BsreSeen> {
  const sizes = await pageSizes(pdf);
  const page = box.page === 'last' ? sizes.length : box.page;
  const side = Math.min(box.width, box.height);
  return {
    page,
    pageHeight: sizes[page - 1]?.height ?? 0,
    x: box.x + (box.width - side) / 2,
    y: box.y + (box.height - side) / 2,
    width: side,
    height: side,
    address,
  };
}

/** What came back must be a file with one good signature more; whom it is by is told by its certificate. */
async function signatureOf(
  before: Buffer,
  after: Buffer,
  now: Temporal.Instant,
): Promise<Pick<SignedLetter, 'signer' | 'serial'>> {
  const [had, has] = await Promise.all([verifyPdf(before, [], now), verifyPdf(after, [], now)]);
  const last = has.at(-1);
  if (has.length <= had.length || !last?.intact || !last.signer) throw unreadableAnswer(200);
  return { signer: last.signer.name, serial: last.signer.serial };
}
