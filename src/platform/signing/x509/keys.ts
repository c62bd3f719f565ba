import { createPrivateKey, generateKeyPair, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { Fault } from '../../../ground/index.ts';
import { argon2id } from '../../crypto/password.ts';
import type { Argon2Cost } from '../../crypto/password.ts';
import { seal, unseal } from '../../crypto/sealed.ts';

const generate = promisify(generateKeyPair);

export interface SigningKeys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** A new pair on P-256: small, made at once, and read by every viewer that knows PAdES. */
export const newSigningKeys = (): Promise<SigningKeys> => generate('ec', { namedCurve: 'P-256' });

const SHORTEST_PASSPHRASE = 8;
/** Beyond it a passphrase only makes the server work. In characters, as they are hashed. */
const LONGEST_PASSPHRASE = 200;

/** OWASP's choice of most memory (46 MiB, 1 pass): the file of a key may be carried off and guessed at. */
const COST: Argon2Cost = { memory: 47_104, passes: 1, parallelism: 1 };
const SALT_BYTES = 16;

/**
 * A private key that only its owner's passphrase opens (argon2id, AES-256-GCM). `context` names the key's place and must be
 * given again. Throws Fault 'passphrase-short', 'passphrase-long'. The passphrase is kept nowhere.
 */
export async function lockKey(key: KeyObject, passphrase: string, context: string): Promise<Buffer> {
  if (passphrase.length < SHORTEST_PASSPHRASE) throw passphraseShort();
  assertPassphraseEnds(passphrase);
  const salt = randomBytes(SALT_BYTES);
  const under = await argon2id(passphrase, salt, COST);
  const plain = key.export({ type: 'pkcs8', format: 'der' });
  try {
    return Buffer.concat([salt, seal(plain, under, context)]);
  } finally {
    plain.fill(0);
    under.fill(0);
  }
}

/** The key, for one operation: let go of it afterwards. Throws Fault 'passphrase-wrong', 'passphrase-long'. */
export async function unlockKey(locked: Buffer, passphrase: string, context: string): Promise<KeyObject> {
  assertPassphraseEnds(passphrase);
  const under = await argon2id(passphrase, locked.subarray(0, SALT_BYTES), COST);
  let plain: Buffer;
  try {
    plain = unseal(locked.subarray(SALT_BYTES), under, context);
  } catch {
    throw passphraseWrong();
  } finally {
    under.fill(0);
  }
  try {
    return createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' });
  } finally {
    plain.fill(0);
  }
}

/** Throws Fault 'passphrase-long', before anything is reckoned with it. */
export function assertPassphraseEnds(passphrase: string): void {
  if (Array.from(passphrase.normalize('NFKC')).length > LONGEST_PASSPHRASE) throw passphraseLong();
}

export const passphraseWrong = (): Fault =>
  new Fault('invalid', 'passphrase-wrong', {
    id: 'Frasa sandi salah. Ketik lagi; bila lupa, minta sertifikat dicabut dan diterbitkan ulang.',
    en: 'The passphrase is wrong. Type it again; if you forgot it, ask to have the certificate revoked and issued anew.',
  });

const passphraseLong = (): Fault =>
  new Fault('invalid', 'passphrase-long', {
    id: `Frasa sandi paling banyak ${LONGEST_PASSPHRASE} karakter.`,
    en: `A passphrase has at most ${LONGEST_PASSPHRASE} characters.`,
  });

const passphraseShort = (): Fault =>
  new Fault('invalid', 'passphrase-short', {
    id: `Frasa sandi paling sedikit ${SHORTEST_PASSPHRASE} karakter; pakailah beberapa kata.`,
    en: `A passphrase has at least ${SHORTEST_PASSPHRASE} characters; use several words.`,
  });
