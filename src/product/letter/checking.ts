/** A file that somebody holds, held against the letter that was issued. */
import { createHash } from 'node:crypto';
import { verifyPdf } from '../../platform/index.ts';
import type { TrustRoot } from '../../platform/index.ts';
import { openTrialAuthority } from '../certificate/index.ts';
import { placeOf } from '../delivering/connection.ts';
import type { LetterDeps } from './deps.ts';
import { findPublicLetter } from './queries.ts';
import type { PublicLetter } from './queries.ts';

/** What a file that somebody holds turns out to be. */
export interface CheckedFile {
  /** The letter it was held against, or whose very file it is. */
  readonly letter: PublicLetter | null;
  /** Byte for byte the file that was issued. */
  readonly same: boolean;
  /** Signatures found in it. */
  readonly signatures: readonly FoundSignature[];
}

/** A signature as the file itself has it. */
export interface FoundSignature {
  /** Name in the signer's certificate: it stands in the file that was brought, so nobody learns it from us. */
  readonly signer: string | null;
  readonly issuer: string | null;
  /**
   * `valid`: intact, by a certificate that we know to be good. `intact`: unchanged since it was signed; whether the certificate
   * is good is for its issuer to say (BSrE). `broken`: neither.
   */
  readonly is: 'valid' | 'intact' | 'broken';
}

/** Holds a file against a letter; without a code it is looked up by its hash. */
export async function checkFile(deps: LetterDeps, file: Buffer, code: string | null): Promise<CheckedFile> {
  const sha256 = createHash('sha256').update(file).digest();
  const letter = await findPublicLetter(deps.database, code === null ? { sha256 } : { code });
  const same = letter?.sha256?.equals(sha256) ?? false;
  return { letter, same, signatures: letter ? await signaturesOf(deps, file, letter) : [] };
}

async function signaturesOf(
  deps: LetterDeps,
  file: Buffer,
  letter: PublicLetter,
): Promise<readonly FoundSignature[]> {
  if (letter.way === null || letter.way === 'by-hand') return [];
  if (!file.subarray(0, 5).equals(Buffer.from('%PDF-'))) return [];
  const roots = await rootsFor(deps, letter);
  try {
    const reports = await verifyPdf(file, roots, deps.clock.now());
    return reports.map(({ signer, valid, intact, covers }) => ({
      signer: signer?.name ?? null,
      issuer: signer?.issuer ?? null,
      is: standingOf({ known: roots.length > 0, valid, intact: intact && covers !== 'changed' }),
    }));
  } catch {
    // Whatever is no PDF has no signature; that it is not ours is said by its hash.
    return [];
  }
}

/** Only the built-in authority is known here; a certificate of BSrE is for BSrE to vouch for. */
async function rootsFor(deps: LetterDeps, { government, way }: PublicLetter): Promise<readonly TrustRoot[]> {
  if (way !== 'trial' || !deps.demo) return [];
  return [await openTrialAuthority(placeOf(deps.delivering, government, 'certificate')).root()];
}

function standingOf(found: {
  readonly known: boolean;
  readonly valid: boolean;
  readonly intact: boolean;
}): FoundSignature['is'] {
  if (found.known) return found.valid ? 'valid' : 'broken';
  return found.intact ? 'intact' : 'broken';
}
