/** Personal values that must be found again by their exact value while being stored unreadably. */
export type LookupKind = 'nik' | 'phone' | 'email' | 'secret';

/** One spelling for what people write in several ways, so that equal things hash equally. */
const SPELLING: Record<LookupKind, (value: string) => string> = {
  nik: digitsOf,
  phone: (value) => digitsOf(value).replace(/^0/, '62'),
  email: (value) => value.trim().toLowerCase().normalize('NFC'),
  secret: (value) => value.trim(),
};

/** The spelling of `value` that is hashed: a NIK's digits, a phone number with 62 for its leading 0, and so on. */
export function lookupForm(kind: LookupKind, value: string): string {
  return SPELLING[kind](value);
}

function digitsOf(value: string): string {
  return value.replaceAll(/\D/g, '');
}
