import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Fault } from '../../ground/index.ts';
import { drawBytes } from './random.ts';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/** Bytes that `seal` adds to what it seals: version, nonce and authentication tag. */
export const SEAL_OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;

/** What is told of bytes that were altered, cut short, or sealed with another key or for another place. */
export function unreadable(): Fault {
  return new Fault('unavailable', 'unreadable', {
    id: 'Data tersimpan ini tidak dapat dibaca: isinya berubah atau kuncinya lain. Hubungi pengelola sistem.',
    en: 'This stored data cannot be read: it was altered or its key is another one. Contact the administrator.',
  });
}

/**
 * Seals `plain` with AES-256-GCM under a 32-byte `key`. `context` names the place the bytes belong to (for
 * example government/request/field); it is authenticated, not stored, so sealed bytes moved to another row do
 * not open there. Layout: version (1) | nonce (12) | ciphertext | tag (16).
 */
export function seal(plain: Buffer | string, key: Buffer, context: string): Buffer {
  const nonce = drawBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  cipher.setAAD(authenticated(context));
  const body = cipher.update(plain);
  // GCM has nothing left at the end but its tag.
  cipher.final();
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]);
}

/** Opens what `seal` made. Throws Fault 'unreadable' when bytes, key or context are not the ones sealed. */
export function unseal(sealed: Buffer, key: Buffer, context: string): Buffer {
  if (sealed.length < SEAL_OVERHEAD || sealed[0] !== VERSION) throw unreadable();
  const body = sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(1, 1 + NONCE_BYTES));
  decipher.setAAD(authenticated(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw unreadable();
  }
}

function authenticated(context: string): Buffer {
  return Buffer.concat([Buffer.of(VERSION), Buffer.from(context, 'utf8')]);
}
