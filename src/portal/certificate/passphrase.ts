/** A passphrase as it is typed: held for one act, kept nowhere, never in a fault. Pure. */
import { ok, refused } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import { checkNewPassword } from '../../people/index.ts';
import type { FormFields } from '../../platform/index.ts';
import { certificateWords } from '../words/certificate.ts';

/** Names of the fields. */
export const PASSPHRASE = 'frasa-sandi';
export const AGAIN = 'frasa-sandi-lagi';

type FaultName = keyof (typeof certificateWords)['id']['faults'];

const faultAt = (path: string, name: FaultName): Result<never> => {
  const words = { id: certificateWords.id.faults[name], en: certificateWords.en.faults[name] };
  return refused('invalid', `passphrase-${name}`, words, [{ path, words }]);
};

/** The same rule as for passwords of officials, told in words about a passphrase. */
const named: Readonly<Record<string, FaultName>> = {
  'password-short': 'short',
  'password-long': 'long',
  'password-guessable': 'guessable',
};

/** What was typed; keyboards write the same letter in several ways, so it is brought to one (NFKC). Empty when nothing was. */
export function typedIn(fields: FormFields, name: string): string {
  const typed = fields[name];
  return typeof typed === 'string' ? typed.normalize('NFKC') : '';
}

/** A new passphrase, typed twice. `holder` is its owner's name, which is no secret. Faults by field: `passphrase-…`. */
export function readNewPassphrase(
  fields: FormFields,
  { holder, government }: { readonly holder: string; readonly government: string },
): Result<string> {
  const typed = typedIn(fields, PASSPHRASE);
  if (typed === '') return faultAt(PASSPHRASE, 'missing');
  const checked = checkNewPassword(typed, { name: holder, username: '', government });
  if (!checked.ok) return faultAt(PASSPHRASE, named[checked.fault.code] ?? 'guessable');
  return typedIn(fields, AGAIN) === typed ? ok(typed) : faultAt(AGAIN, 'differs');
}
