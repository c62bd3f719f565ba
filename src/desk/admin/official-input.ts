/** What an administrator enters about an official. Pure. */
import type { FieldFault, Words } from '../../ground/index.ts';
import type { OfficialFacts } from '../../people/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { valuesOf } from '../read-action.ts';
import { peopleWords } from './people-words.ts';

type PeopleWords = (typeof peopleWords)['id'];

/** A form read: its value, or every field at fault. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly FieldFault[] };

const LONGEST = 200;

export const saidBy = (say: (words: PeopleWords) => string): Words => ({
  id: say(peopleWords.id),
  en: say(peopleWords.en),
});

/** One line as typed, without control characters and blanks around it. */
export const typedText = (posted: PostedForm, name: string): string =>
  (valuesOf(posted, name)[0] ?? '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST);

export const needed = (path: string, label: (words: PeopleWords) => string): FieldFault => ({
  path,
  words: saidBy((words) => words.needed(label(words))),
});

const fault = (path: string, say: (words: PeopleWords) => string): FieldFault => ({
  path,
  words: saidBy(say),
});

export const read = <T>(value: T, faults: readonly FieldFault[]): Reading<T> =>
  faults.length > 0 ? { ok: false, faults } : { ok: true, value };

/** Name, NIP, rank and e-mail address. */
export function readFacts(posted: PostedForm): Reading<OfficialFacts> {
  const [name, rank, email] = [
    typedText(posted, 'nama'),
    typedText(posted, 'pangkat'),
    typedText(posted, 'surel').toLowerCase(),
  ];
  const nip = typedText(posted, 'nip').replaceAll(/[\s.]/g, '');
  return read({ name, nip: nip || null, rank: rank || null, email }, [
    ...(name === '' ? [needed('nama', (words) => words.name)] : []),
    ...(nip === '' || /^\d{18}$/.test(nip) ? [] : [fault('nip', (words) => words.nipWrong)]),
    ...emailFaults(email),
  ]);
}

function emailFaults(email: string): readonly FieldFault[] {
  if (email === '') return [needed('surel', (words) => words.email)];
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\.[^\s@.]{2,}$/.test(email)
    ? []
    : [fault('surel', (words) => words.emailWrong)];
}

/** A new official; the user name ends in the government's id, which nobody has to type. */
export function readNewOfficial(
  posted: PostedForm,
  government: string,
): Reading<OfficialFacts & { readonly username: string }> {
  const facts = readFacts(posted);
  const typed = typedText(posted, 'pengguna').toLowerCase();
  const own = typed.endsWith(`@${government}`) ? typed.slice(0, -government.length - 1) : typed;
  const wrong = /^[a-z0-9](?:[a-z0-9.]{0,38}[a-z0-9])$/.test(own)
    ? []
    : [fault('pengguna', (words) => words.usernameWrong)];
  if (!facts.ok) return { ok: false, faults: [...facts.faults, ...wrong] };
  return read({ ...facts.value, username: `${own}@${government}` }, wrong);
}
