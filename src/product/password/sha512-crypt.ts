/**
 * SHA-512 crypt (`$6$`), by U. Drepper's "Unix crypt using SHA-256 and SHA-512": the one salted hash that crypt(3) of every Linux knows,
 * and through it ProFTPD, Apache, Dovecot and OpenLDAP. The numbered steps are those of that paper.
 */
import { createHash, randomBytes } from 'node:crypto';

const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The rounds that crypt(3) means when none are written. More would only delay: a first password is random, and nobody guesses it. */
const impliedRounds = 5000;

/** The password's hash with a fresh salt. */
export function sha512CryptHash(password: string): string {
  const salt = [...randomBytes(16)].map((byte) => alphabet[byte % 64]).join('');
  return sha512Crypt(password, salt);
}

/** The same by a given salt (at most 16 letters of the alphabet count) and rounds. */
export function sha512Crypt(password: string, salt: string, rounds: number = impliedRounds): string {
  const key = Buffer.from(password, 'utf8');
  const saltBytes = Buffer.from(salt.slice(0, 16), 'latin1');
  let digest = firstDigest(key, saltBytes);
  const keyPart = repeated(sha512(...Array.from(key, () => key)), key.length);
  const saltPart = repeated(
    sha512(...Array.from({ length: 16 + (digest[0] ?? 0) }, () => saltBytes)),
    saltBytes.length,
  );
  for (let round = 0; round < rounds; round += 1)
    digest = sha512(...mixture(round, digest, keyPart, saltPart));
  const told = rounds === impliedRounds ? '' : `rounds=${rounds}$`;
  return `$6$${told}${salt.slice(0, 16)}$${encoded(digest)}`;
}

const sha512 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Bytes repeated (steps 9, 16, 20) and cut to a length. */
const repeated = (bytes: Buffer, length: number): Buffer =>
  Buffer.concat(Array.from({ length: Math.ceil(length / bytes.length) }, () => bytes)).subarray(0, length);

/** Steps 1 to 12. */
function firstDigest(key: Buffer, salt: Buffer): Buffer {
  const alternate = sha512(key, salt, key);
  const parts: Buffer[] = [key, salt, repeated(alternate, key.length)];
  for (let bits = key.length; bits > 0; bits >>= 1) parts.push((bits & 1) === 1 ? alternate : key);
  return sha512(...parts);
}

/** Step 21: what one round hashes. */
function mixture(round: number, digest: Buffer, key: Buffer, salt: Buffer): readonly Buffer[] {
  const odd = round % 2 === 1;
  return [
    odd ? key : digest,
    ...(round % 3 === 0 ? [] : [salt]),
    ...(round % 7 === 0 ? [] : [key]),
    odd ? digest : key,
  ];
}

/** Step 22: three bytes give four letters, in an order of its own. */
function encoded(digest: Buffer): string {
  let text = '';
  for (let group = 0; group < 21; group += 1) {
    const at = [group, group + 21, group + 42];
    const turned = [...at.slice(group % 3), ...at.slice(0, group % 3)];
    const [high = 0, middle = 0, low = 0] = turned.map((index) => digest[index] ?? 0);
    text += letters((high << 16) | (middle << 8) | low, 4);
  }
  return text + letters(digest[63] ?? 0, 2);
}

/** So many letters of six bits each, the lowest bits first. */
const letters = (bits: number, count: number): string =>
  Array.from({ length: count }, (_, at) => alphabet[(bits >> (6 * at)) & 63]).join('');
