import { randomBytes } from 'node:crypto';

/** A secret of `bits` random bits as base64url text, fit for links, cookies and keys. 128 bits are 22 characters. */
export function randomToken(bits: number): string {
  return randomBytes(Math.ceil(bits / 8)).toString('base64url');
}
