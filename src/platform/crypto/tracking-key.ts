import { ok, refused } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import { CROCKFORD, readCrockford } from './crockford.ts';

/** 128 bits in characters of five, the last of them filled up with zeros. */
const DATA = 26;
const CHECK = 2;
const SHAPE = new RegExp(`^[${CROCKFORD}]{${DATA + CHECK}}$`);

/** Prime and below 32²: every wrong character and every swap of two neighbours leaves another remainder. */
const MODULUS = 1021n;
const BITS = 5n;
/** 26 characters hold two bits more than a key has. */
const FILL = 2n;

function characters(value: bigint, length: number): string {
  const at = (index: number): string => CROCKFORD.charAt(Number((value >> (BITS * BigInt(index))) & 31n));
  return Array.from({ length }, (_, index) => at(length - 1 - index)).join('');
}

const valueOf = (text: string): bigint =>
  Array.from(text).reduce((sum, character) => (sum << BITS) | BigInt(CROCKFORD.indexOf(character)), 0n);

/**
 * A tracking key as it stands on receipts: seven groups of four, to be read aloud and typed on a phone, two characters of
 * which tell a slip of the finger. `secret` is its 16 bytes.
 */
export function writeTrackingKey(secret: Uint8Array): string {
  const value = BigInt(`0x${Buffer.from(secret).toString('hex')}`) << FILL;
  const text = characters(value, DATA) + characters(value % MODULUS, CHECK);
  return text.replaceAll(/.{4}(?=.)/g, '$&-');
}

const MISTYPED = {
  id: 'Ada huruf atau angka yang salah ketik pada kunci ini. Periksa kembali tanda terima Anda.',
  en: 'A character of this key is mistyped. Check your receipt again.',
};

/**
 * The one writing of a key as people type it: any case, spaces or dashes anywhere or nowhere, O for 0, I or L for 1. Keys of
 * the first receipts, 22 characters of base64url, are this writing themselves; whatever has no shape of a key is given back
 * trimmed and fits no request. Refuses with `tracking-key-mistyped`.
 */
export function readTrackingKey(text: string): Result<string> {
  const compact = readCrockford(text.replaceAll(/[\s\p{Dash}.]/gu, ''));
  if (!SHAPE.test(compact)) return ok(text.trim());
  const value = valueOf(compact.slice(0, DATA));
  if (value % MODULUS !== valueOf(compact.slice(DATA))) {
    return refused('invalid', 'tracking-key-mistyped', MISTYPED);
  }
  const secret = Buffer.from((value >> FILL).toString(16).padStart(32, '0'), 'hex');
  return ok(secret.toString('base64url'));
}
