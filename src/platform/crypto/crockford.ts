import { drawBytes } from './random.ts';

/** Crockford's base 32: digits and letters without I, L, O and U, which are misread or spell words. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `length` random characters, 5 bits each. */
export function randomCrockford(length: number): string {
  let text = '';
  // A byte's five last bits are each character with the same chance.
  for (const byte of drawBytes(length)) text += CROCKFORD.charAt(byte & 31);
  return text;
}

/** The character a person meant: lower case and the look-alikes O, I and L are put right. */
export function readCrockford(text: string): string {
  return text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
