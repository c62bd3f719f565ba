import { argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** As OWASP's password storage cheat sheet has it: 19 MiB, two passes, one lane. Memory in KiB. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;

/** Version 1.3 of Argon2 (RFC 9106), as the PHC string names it. */
const VERSION = 19;

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** The password's Argon2id hash as a PHC string, which Dovecot and OpenLDAP verify: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function argon2idHash(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await derive('argon2id', { message: password, nonce, tagLength: 32, ...cost });
  const parameters = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;
  return `$argon2id$v=${VERSION}$${parameters}$${base64(nonce)}$${base64(hash)}`;
}
