import type { Lang } from '../../working-time/index.ts';
import type { Service } from '../model/service.ts';
import { editDistance } from '../reading/likeness.ts';
import type { Catalogue } from './catalogue.ts';
import type { Version } from './version.ts';

/** A service found in the catalogue of a government. */
interface FoundService {
  readonly government: string;
  readonly version: Version<'service'>;
}

/** Words without accents, case and hyphens, so that "E-mail" finds "email" and "Rapat" finds "rapat". */
function wordsIn(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/(?<=\p{L})[-'’](?=\p{L})/gu, '');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** More than anybody types into a search box. */
const MAX_LENGTH = 200;

/** How much a word of each part of a service counts. */
const WEIGHTS = { title: 6, keywords: 5, product: 3, summary: 2, rest: 1 } as const;

/** Filler that people type and that tells no service from another. */
const FILLER = new Set(
  'saya mau ingin minta untuk ke di dan yang cara bagaimana layanan i want need a an the for to of and how service'.split(
    ' ',
  ),
);

function weightedWords(service: Service, lang: Lang): Map<string, number> {
  const other = lang === 'id' ? 'en' : 'id';
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of [...wordsIn(text), ...wordsIn(text.replaceAll('-', ' '))])
      weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  };
  add(service.title[lang], WEIGHTS.title);
  add(service.title[other], WEIGHTS.keywords);
  for (const keyword of service.keywords) add(keyword, WEIGHTS.keywords);
  add(service.product.text[lang], WEIGHTS.product);
  add(service.summary[lang], WEIGHTS.summary);
  add(service.summary[other], WEIGHTS.rest);
  return weights;
}

/** How like a word of the standard is to one that was typed: 1 the same, less the further off, 0 another word. */
function likeness(asked: string, word: string): number {
  if (asked === word) return 1;
  if (asked.length >= 2 && word.startsWith(asked)) return 0.8;
  // Indonesian builds words around a root: "hilang" is in "kehilangan", "rapatnya" begins with "rapat".
  if (asked.length >= 4 && word.includes(asked)) return 0.6;
  if (word.length >= 4 && asked.startsWith(word)) return 0.6;
  // A slip of the finger seldom hits the first letter; without that "rapat" would find "dapat".
  return asked.length >= 4 && asked[0] === word[0] && editDistance(asked, word, 1) === 1 ? 0.5 : 0;
}

/** What a service is worth as an answer; 0 where fewer than half of the words typed are like any of its own. */
function scoreOf(asked: readonly string[], service: Service, lang: Lang): number {
  const weights = [...weightedWords(service, lang)];
  const best = asked.map((word) =>
    Math.max(0, ...weights.map(([known, weight]) => weight * likeness(word, known))),
  );
  const matched = best.filter((score) => score > 0).length;
  return matched * 2 < asked.length ? 0 : best.reduce((sum, score) => sum + score, 0);
}

/** An objection presupposes the request it attacks, so of two equally good answers it comes second. */
const isObjection = ({ version }: FoundService): number =>
  version.value.answersRequestOf === undefined ? 0 : 1;

/**
 * Services of a government (or of all, where it is null) that fit what a person typed, the best first: without
 * regard to case and accents, by beginnings of words, with one slip a word, and by the keywords of the standard.
 * An empty text gives all.
 */
export function searchServices(
  catalogue: Catalogue,
  text: string,
  lang: Lang,
  government: string | null = null,
): FoundService[] {
  const all = (government === null ? catalogue.governmentIds() : [government]).flatMap((id) =>
    catalogue.services(id).map((version): FoundService => ({ government: id, version })),
  );
  const words = wordsIn(text.slice(0, MAX_LENGTH));
  const telling = words.filter((word) => !FILLER.has(word));
  const asked = telling.length > 0 ? telling : words;
  if (asked.length === 0) return all;
  return all
    .map((found) => ({ found, score: scoreOf(asked, found.version.value, lang) }))
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score || isObjection(left.found) - isObjection(right.found))
    .map(({ found }) => found);
}
