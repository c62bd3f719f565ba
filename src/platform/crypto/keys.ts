import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { lookupForm } from './lookup.ts';
import type { LookupKind } from './lookup.ts';
import { loadMasterKey } from './master-key.ts';
import { unseal, seal } from './sealed.ts';

/**
 * Everything that is done with the master key. The key itself never leaves; each purpose has a key of its own
 * derived from it (HKDF-SHA-256), so that what one purpose reveals says nothing about another.
 */
export interface Keys {
  /** Names the master key without telling it; kept with the data, so that a start with another key is noticed. */
  readonly fingerprint: string;
  /** A fresh 32-byte key for the values of one request; destroying its wrapped form erases them. */
  newDataKey(): Buffer;
  /** A data key sealed for storage; opens only with the same `context` (government/request). */
  wrap(dataKey: Buffer, context: string): Buffer;
  /** The data key again. Throws Fault 'unreadable' when it was altered or belongs elsewhere. */
  unwrap(wrapped: Buffer, context: string): Buffer;
  /** 32 bytes by which equal values are found without being stored readably. Spelling is evened out first. */
  lookupHash(kind: LookupKind, value: string): Buffer;
  /** HMAC-SHA-256 under the key of `purpose`, for example 'journal' or 'bearer-token'. */
  mac(purpose: string, bytes: Buffer | string): Buffer;
  /** Compares in constant time. */
  verifyMac(purpose: string, bytes: Buffer | string, mac: Buffer): boolean;
  /** The installation's Ed25519 key for `purpose`; give `createPublicKey(key)` to those who verify. */
  signingKey(purpose: string): KeyObject;
}

/** The keys of this installation. `masterKeyFile` is created (0600) on first use. */
export async function loadKeys(masterKeyFile: string): Promise<Keys> {
  return keysFrom(await loadMasterKey(masterKeyFile));
}

/** The keys derived from a 32-byte master key that is already at hand. */
export function keysFrom(master: Buffer): Keys {
  const derived = purposeKeys(master);
  const mac = (purpose: string, bytes: Buffer | string): Buffer =>
    createHmac('sha256', derived(`mac/${purpose}`))
      .update(bytes)
      .digest();
  return {
    fingerprint: mac('fingerprint', 'master').toString('hex').slice(0, 16),
    newDataKey: () => randomBytes(32),
    wrap: (dataKey, context) => seal(dataKey, derived('wrap'), `wrap/${context}`),
    unwrap: (wrapped, context) => unseal(wrapped, derived('wrap'), `wrap/${context}`),
    lookupHash: (kind, value) => mac(`lookup/${kind}`, lookupForm(kind, value)),
    mac,
    verifyMac: (purpose, bytes, given) => sameBytes(mac(purpose, bytes), given),
    signingKey: (purpose) => ed25519From(derived(`sign/${purpose}`)),
  };
}

/** The public half of a signing key, as PEM text for verifiers outside the installation. */
export function publicPem(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' });
}

/** Constant-time equality; unequal lengths are unequal. */
export function sameBytes(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function purposeKeys(master: Buffer): (purpose: string) => Buffer {
  const known = new Map<string, Buffer>();
  return (purpose) => {
    const key =
      known.get(purpose) ?? Buffer.from(hkdfSync('sha256', master, '', `pendopo/v1/${purpose}`, 32));
    known.set(purpose, key);
    return key;
  };
}

/** RFC 8410: an Ed25519 private key in PKCS #8 is this fixed prefix followed by its 32-byte seed. */
const ED25519_PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

function ed25519From(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([ED25519_PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}
