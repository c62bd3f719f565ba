/**
 * Which names may stand below a government's domain. Applicants propose one in a form and officials order it: the kind of product takes the
 * rule from here, so that nobody is let through with a name that is refused days later. Pure.
 */
import type { Words } from '../../ground/index.ts';

/** RFC 1123 2.1 with RFC 1035 2.3.4. */
const shape = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const longest = 63;

/**
 * Names that programs look for by themselves (mail set-up, `wpad` and `isatap` even unasked), that name servers and certificates depend
 * on, or that a zone has already.
 */
const reserved: ReadonlySet<string> = new Set([
  'autoconfig',
  'autodiscover',
  'broadcasthost',
  'dns',
  'ftp',
  'imap',
  'isatap',
  'localhost',
  'mail',
  'mta-sts',
  'mx',
  'ns',
  'pop',
  'pop3',
  'smtp',
  'vpn',
  'webmail',
  'wpad',
  'www',
]);

/** ns1, mx2 and their like. */
const numbered = /^(ns|mx|dns|www|mail)\d{1,2}$/;

/** Not fit for a public office wherever they stand in a name. */
const offensive = [
  'anjing',
  'bajingan',
  'bangsat',
  'bokep',
  'gacor',
  'jancok',
  'judionline',
  'judol',
  'kontol',
  'memek',
  'ngentot',
  'pokeronline',
  'porno',
  'slotonline',
  'togel',
] as const;

/** Not fit as a word of their own; inside others they are harmless ("adjudikasi"). */
const offensiveAlone: ReadonlySet<string> = new Set([
  'babi',
  'casino',
  'judi',
  'kasino',
  'lonte',
  'poker',
  'seks',
  'sex',
  'slot',
]);

/** What a government keeps for itself beyond the rule of all. */
export interface OwnNames {
  readonly reserved: readonly string[];
  readonly refusedWords: readonly string[];
}

/** What is wrong with one name in lower case, without its domain; null when nothing is. */
export const dnsLabelFault = (label: string, own: OwnNames): Words | null =>
  shapeFault(label) ?? meaningFault(label, own);

function shapeFault(label: string): Words | null {
  if (label === '') return { id: 'Isi nama subdomain.', en: 'Enter the name.' };
  if (/[^\0-\x7f]/.test(label) || label.startsWith('xn--'))
    return {
      id: 'Nama dengan huruf di luar a–z (IDN) tidak diterima. Pakai huruf a–z, angka, dan tanda hubung.',
      en: 'Names with letters other than a–z (IDN) are not accepted. Use a–z, digits and hyphens.',
    };
  if (label.includes('.'))
    return {
      id: 'Isi satu nama saja, tanpa titik dan tanpa domain di belakangnya.',
      en: 'Enter one name only, without dots and without the domain behind it.',
    };
  if (label.length > longest)
    return { id: `Nama paling panjang ${longest} huruf.`, en: `A name has at most ${longest} letters.` };
  // RFC 5890 2.3.1 keeps names with two hyphens in the third and fourth place for other uses.
  if (!shape.test(label) || label.slice(2, 4) === '--')
    return {
      id: 'Pakai huruf a–z, angka, dan tanda hubung; diawali dan diakhiri huruf atau angka.',
      en: 'Use a–z, digits and hyphens; a letter or digit first and last.',
    };
  return null;
}

function meaningFault(label: string, own: OwnNames): Words | null {
  if (reserved.has(label) || numbered.test(label) || own.reserved.includes(label))
    return {
      id: `Nama "${label}" dicadangkan untuk keperluan jaringan. Pilih nama lain.`,
      en: `The name "${label}" is reserved for the network's own needs. Choose another one.`,
    };
  if (isOffensive(label, own.refusedWords))
    return {
      id: 'Nama ini memuat kata yang tidak pantas untuk situs pemerintah. Pilih nama lain.',
      en: 'This name has a word that is not fit for a government site. Choose another one.',
    };
  return null;
}

const isOffensive = (label: string, own: readonly string[]): boolean =>
  spellings(label).some(
    (one) =>
      [...offensive, ...own].some((word) => one.replaceAll('-', '').includes(word)) ||
      one.split(/[-\d]+/).some((word) => offensiveAlone.has(word)),
  );

const digitLetters: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't' };

/** As it stands, and as it is read where digits stand for letters: "s1ot", "jud1", "p0rno". */
const spellings = (label: string): readonly string[] => {
  const read = label.replaceAll(/[03457]/g, (digit) => digitLetters[digit] ?? digit);
  return [label, read.replaceAll('1', 'i'), read.replaceAll('1', 'l')];
};
