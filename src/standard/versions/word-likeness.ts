/** How like a word that was typed is to one of a standard. Pure. */
import { editDistance } from '../reading/likeness.ts';

/** Words without accents, case and hyphens, so that "E-mail" finds "email" and "Rapat" finds "rapat". */
export function wordsIn(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/(?<=\p{L})[-'’](?=\p{L})/gu, '');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** From here up a word is as good as the one that was meant; below, it is a guess that people are told of. */
export const SURE = 0.6;

/** How much is left of a word that is only guessed. */
const SLIP = 0.5;
const RESEMBLANCE = 0.3;
/** Words of five letters share three groups with many others: "rapat" with "dapat". */
const LONG_ENOUGH = 6;
const ALIKE = 0.5;

/** 1 the same, less the further off, 0 another word. */
export function likeness(asked: string, word: string): number {
  if (asked === word) return 1;
  if (asked.length >= 2 && word.startsWith(asked)) return 0.8;
  if (sharesRoot(asked, word)) return SURE;
  if (isSlip(asked, word)) return SLIP;
  return asked.length >= LONG_ENOUGH && resemblance(asked, word) >= ALIKE ? RESEMBLANCE : 0;
}

/** Indonesian builds words around a root: "hilang" is in "kehilangan", "rapatnya" begins with "rapat". */
function sharesRoot(asked: string, word: string): boolean {
  if (asked.length >= 4 && word.includes(asked)) return true;
  if (word.length >= 4 && asked.startsWith(word)) return true;
  const root = rootOf(asked);
  return root.length >= LEAST_ROOT && root !== asked && (root === word || root === rootOf(word));
}

/** "adu" in "mengadu" and "pengaduan". */
const LEAST_ROOT = 3;
const ENDINGS = /(?:nya|lah|kah|kan|an|i)$/;
const BEGINNINGS = /^(?:meng|meny|men|mem|me|peng|peny|pen|pem|per|pe|ber|be|ter|di|ke|se)/;

/** A word without its commonest affixes, as far as something of a root is left. */
function rootOf(word: string): string {
  const shorter = (text: string, affix: RegExp): string => {
    const rest = text.replace(affix, '');
    return rest.length >= LEAST_ROOT ? rest : text;
  };
  return shorter(shorter(word, ENDINGS), BEGINNINGS);
}

/** Where a second slip of the finger is believed. */
const LONG_WORD = 8;

/** A slip seldom hits the first letter of a short word; without that "rapat" would find "dapat". */
function isSlip(asked: string, word: string): boolean {
  if (asked.length < 4) return false;
  const most = asked.length >= LONG_WORD ? 2 : 1;
  if (asked[0] !== word[0] && asked.length < LONG_WORD) return false;
  return editDistance(asked, word, most) <= most;
}

const triplesOf = (word: string): Set<string> => {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
};

/** How many groups of three letters two words share (Dice): 1 all, 0 none. Finds what is spelt quite otherwise. */
function resemblance(one: string, other: string): number {
  const [left, right] = [triplesOf(one), triplesOf(other)];
  const shared = [...left].filter((triple) => right.has(triple)).length;
  return (2 * shared) / (left.size + right.size);
}
