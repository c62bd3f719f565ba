import { argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { sameBytes } from './keys.ts';

/** What an argon2id derivation costs; `memory` in KiB. */
export interface Argon2Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP's first choice for argon2id (19 MiB, 2 passes, 1 lane): about 35 ms on a small server. */
const PASSWORD_COST: Argon2Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Compared against when nobody has the given name, so that the answer takes as long as for a wrong password. */
const NOBODY = encode(PASSWORD_COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(HASH_BYTES));

const derive = promisify(argon2);

/** 32 bytes derived from a password or passphrase. Spelled in NFKC first: keyboards compose accents differently. */
export async function argon2id(password: string, salt: Buffer, cost: Argon2Cost): Promise<Buffer> {
  return derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: salt,
    tagLength: HASH_BYTES,
    ...cost,
  });
}

/** An argon2id hash in the PHC string format: algorithm, cost and salt stand in the text. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return encode(PASSWORD_COST, salt, await argon2id(password, salt, PASSWORD_COST));
}

/**
 * Whether `password` is the one `stored` was made from. Pass undefined when no such person exists: the answer
 * is false and takes the same time. Throws when `stored` is not a hash of ours.
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const { cost, salt, hash } = decode(stored ?? NOBODY);
  const matches = sameBytes(await argon2id(password, salt, cost), hash);
  return matches && stored !== undefined;
}

function encode(cost: Argon2Cost, salt: Buffer, hash: Buffer): string {
  const parameters = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;
  return `$argon2id$v=19$${parameters}$${unpadded(salt)}$${unpadded(hash)}`;
}

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{43})$/;

function decode(stored: string): { cost: Argon2Cost; salt: Buffer; hash: Buffer } {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(stored) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('not an argon2id hash in PHC format');
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
