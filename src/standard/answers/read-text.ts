import { answerWords } from './words.ts';
import { accepted, wrong } from './reading.ts';
import type { Reading } from './reading.ts';

/**
 * Control characters, marks that turn the direction of text, and letters that take no room or show nothing: able to make
 * a name or number read as another, or a blank pass for an answer. Line feed and tab are judged apart, joiners below.
 */
const INVISIBLE =
  /[[\p{Cc}--[\t\n]]\u2028\u2029\u2800[\p{Default_Ignorable_Code_Point}--[\ufe0e-\ufe0f\u200c-\u200d]]]/v;

/** Joiners belong between the parts of an emoji and into Arabic and Javanese writing; behind a Latin letter they are hidden. */
const HIDDEN_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Javanese}\ufe0f])[\u200c-\u200d]/u;

/** What copying from a page or a document leaves between letters: where a word may break, or a text begins. It means nothing and goes. */
const DEBRIS = /[\u00ad\u200b\u2060\ufeff]/g;

/** Whether there is anything to see: a mark that chooses between forms of a sign is nothing by itself. */
const VISIBLE = /[^\s\ufe0e-\ufe0f]/u;

/** Reads a text of one line, or of several: NFC, trimmed, line ends as `\n`, without debris of copying. Length counts Unicode characters. */
export function readText(raw: unknown, maxLength: number, lines: 'one' | 'several'): Reading {
  if (typeof raw !== 'string') return wrong(answerWords.notText);
  const text = raw.replaceAll(/\r\n?/g, '\n').replaceAll(DEBRIS, '').trim().normalize('NFC');
  if (!text.isWellFormed() || INVISIBLE.test(text) || HIDDEN_JOINER.test(text))
    return wrong(answerWords.control);
  if (raw.trim() !== '' && !VISIBLE.test(text)) return wrong(answerWords.control);
  if (lines === 'one' && text.includes('\n')) return wrong(answerWords.lines);
  if (charactersOf(text) > maxLength) return wrong(answerWords.tooLong(maxLength));
  return accepted(lines === 'one' ? text.replaceAll('\t', ' ') : text);
}

/** Characters as a person and JSON Schema count them: a pair of surrogates is one. */
function charactersOf(text: string): number {
  return Array.from(text).length;
}

// The common subset of RFC 5321 that mail servers accept; quoted local parts and bare hosts are left out.
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Reads an e-mail address; the domain becomes lower case, the part before the @ stays as written. */
export function readEmail(raw: unknown): Reading {
  if (typeof raw !== 'string') return wrong(answerWords.email);
  const text = raw.trim();
  const split = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, split), text.slice(split + 1).toLowerCase()];
  const labels = domain.split('.');
  const valid =
    split > 0 &&
    text.length <= 254 &&
    local.length <= 64 &&
    LOCAL.test(local) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    /[a-z]/.test(labels.at(-1) ?? '');
  return valid ? accepted(`${local}@${domain}`) : wrong(answerWords.email);
}

/** Reads a phone number as people write it in Indonesia, or with a country code; gives `+` and digits (E.164). */
export function readPhone(raw: unknown): Reading {
  if (typeof raw !== 'string' || raw.length > 40) return wrong(answerWords.phone);
  const digits = raw
    .trim()
    .replaceAll(/[\s().-]/g, '')
    .replace(/^\+620?/, '62');
  const international = digits.replace(/^0/, '62');
  const number = international.startsWith('+') ? international : `+${international}`;
  const indonesian = /^\+62[1-9]\d{6,11}$/;
  const foreign = /^\+(?!62)[1-9]\d{7,14}$/;
  // Without a + only an Indonesian number is understood: "44…" would be a guess.
  const valid = indonesian.test(number) || (raw.trim().startsWith('+') && foreign.test(number));
  return valid ? accepted(number) : wrong(answerWords.phone);
}
