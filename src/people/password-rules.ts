/** What a new password must be (NIST SP 800-63B-4, 3.1.1.2: length and blocked words; no rules of character classes). Pure. */
import { ok, refused } from '../ground/index.ts';
import type { Result } from '../ground/index.ts';
import { guessedFirst } from './common-passwords.ts';

export const PASSWORD_LEAST = 12;
/** Beyond it a password only makes the server work. */
export const PASSWORD_MOST = 200;
/** So many characters must be left when everything that is guessed first is taken away. */
const LEFT_LEAST = 6;
/** Shorter parts of names stand in too many other words. */
const NAME_PART_LEAST = 3;

/** Whose password it is: nobody's own names are a secret. */
export interface PasswordOwner {
  readonly name: string;
  readonly username: string;
  readonly government: string;
}

/** The password, when it may be used. Faults: `password-short`, `password-long`, `password-guessable`. */
export function checkNewPassword(password: string, owner: PasswordOwner): Result<string> {
  const { length } = Array.from(password.normalize('NFKC'));
  if (length < PASSWORD_LEAST) return tooShort();
  if (length > PASSWORD_MOST) return tooLong();
  return isGuessable(password, owner) ? guessable() : ok(password);
}

function isGuessable(password: string, owner: PasswordOwner): boolean {
  const words = [...ownWords(owner), ...guessedFirst];
  const left = whatCounts(without(shortestPeriod(spelledOut(password)), words));
  return left.length < LEFT_LEAST || new Set(left).size < LEFT_LEAST / 2;
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

/** Without spaces and capitals, and digits between letters as the letters they stand for: "P4ssw0rd!" is "password!". */
function spelledOut(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\s\p{M}]/gu, '')
    .replaceAll(/(?<=\p{L})[01345@$](?=\p{L})/gu, (mark) => LOOKALIKES[mark] ?? mark);
}

/** "abcabcabc" is no more than "abc". */
function shortestPeriod(text: string): string {
  const again = `${text}${text}`.indexOf(text, 1);
  return again > 0 && again < text.length ? text.slice(0, again) : text;
}

/** Years, counters and marks at the ends add nothing, and digits in a row no more than one. */
const whatCounts = (text: string): string =>
  text.replaceAll(/^\P{L}+|(?<!\P{L})\P{L}+$/gu, '').replaceAll(/\d+/g, '1');

const ownWords = ({ name, username, government }: PasswordOwner): readonly string[] =>
  `${name} ${username} ${government}`
    .split(/[^\p{L}]+/u)
    .map((part) => part.toLowerCase())
    .filter((part) => part.length >= NAME_PART_LEAST);

/** What is left when all these words are taken out, longest first. */
function without(text: string, words: readonly string[]): string {
  const longestFirst = [...words]
    .filter((word) => word !== '')
    .sort((one, other) => other.length - one.length);
  return longestFirst.reduce((left, word) => left.replaceAll(word, ''), text);
}

const tooShort = (): Result<never> =>
  refused('invalid', 'password-short', {
    id: `Kata sandi paling sedikit ${PASSWORD_LEAST} karakter. Beberapa kata yang tidak berhubungan mudah diingat dan sukar ditebak.`,
    en: `A password has at least ${PASSWORD_LEAST} characters. A few unrelated words are easy to remember and hard to guess.`,
  });

const tooLong = (): Result<never> =>
  refused('invalid', 'password-long', {
    id: `Kata sandi paling banyak ${PASSWORD_MOST} karakter.`,
    en: `A password has at most ${PASSWORD_MOST} characters.`,
  });

const guessable = (): Result<never> =>
  refused('invalid', 'password-guessable', {
    id: 'Kata sandi ini mudah ditebak: berisi nama Anda, kata yang sering dipakai, deret tombol, atau angka saja. Pakailah beberapa kata yang tidak berhubungan.',
    en: 'This password is easy to guess: it is made of your name, common words, rows of keys, or digits alone. Use a few unrelated words.',
  });
