import type { Lang } from '../../working-time/index.ts';
import type { Service } from '../model/service.ts';
import type { Catalogue } from './catalogue.ts';
import { officeWords } from './everyday-words.ts';
import type { Version } from './version.ts';
import { likeness, SURE, wordsIn } from './word-likeness.ts';

/** A service found in the catalogue of a government. */
export interface FoundService {
  readonly government: string;
  readonly version: Version<'service'>;
}

/** What a search gave. */
export interface Search {
  /** The best first. */
  readonly found: readonly FoundService[];
  /** The words as they were understood, where they had to be guessed: "bandwidth" for "bandwith". */
  readonly meant: string | null;
}

/** More than anybody types into a search box. */
const MAX_LENGTH = 200;
/** Each is compared with every word of every service; one sign can stand for a whole sentence ("ﷺ" for four words). */
const MAX_WORDS = 20;

/** How much a word of each part of a service counts. */
const WEIGHTS = { title: 6, keywords: 5, product: 3, summary: 2, rest: 1 } as const;

/** A word that stands for another one tells a little less than that one. */
const EVERYDAY_WORD = 0.8;

/** Filler that people type and that tells no service from another. */
const FILLER = new Set(
  'saya aku mau ingin pengin minta tolong mohon untuk buat ke di dan yang cara gimana bagaimana dong layanan i want need a an the for to of and how service'.split(
    ' ',
  ),
);

type Weights = ReadonlyMap<string, number>;

function weightedWords(service: Service, lang: Lang): Weights {
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

const known = new WeakMap<Service, Record<Lang, Weights>>();

/** The words of a service; a published version never changes, so they are found once. */
function wordsOf(service: Service, lang: Lang): Weights {
  const made = known.get(service) ?? { id: weightedWords(service, 'id'), en: weightedWords(service, 'en') };
  known.set(service, made);
  return made[lang];
}

/** A word of a service that fits a word typed. */
interface Fit {
  readonly word: string;
  readonly likeness: number;
  readonly score: number;
}

const NO_FIT: Fit = { word: '', likeness: 0, score: 0 };

/** The word of a service that fits best, directly or by what the office says for it. */
function bestFit(asked: string, weights: Weights): Fit {
  const says = [[asked, 1] as const, ...officeWords(asked).map((word) => [word, EVERYDAY_WORD] as const)];
  let best = NO_FIT;
  for (const [word, weight] of weights) {
    for (const [said, worth] of says) {
      const like = said === asked ? likeness(said, word) : Number(said === word);
      const score = like * weight * worth;
      if (score > best.score) best = { word, likeness: like, score };
    }
  }
  return best;
}

interface Scored {
  readonly service: FoundService;
  readonly fits: readonly Fit[];
  readonly score: number;
}

/** What a service is worth as an answer; 0 where fewer than half of the words typed are like any of its own. */
function scored(asked: readonly string[], service: FoundService, lang: Lang): Scored {
  const weights = wordsOf(service.version.value, lang);
  const fits = asked.map((word) => bestFit(word, weights));
  const matched = fits.filter(({ score }) => score > 0).length;
  const sum = fits.reduce((total, { score }) => total + score, 0);
  return { service, fits, score: matched * 2 < asked.length ? 0 : sum };
}

/**
 * Of two equally good answers: an objection presupposes the request it attacks, so it comes second; and a short title
 * that has the word is more about it than a long one.
 */
function comesLater({ service }: Scored, lang: Lang): number {
  const { answersRequestOf, title } = service.version.value;
  return (answersRequestOf === undefined ? 0 : 1000) + title[lang].length;
}

/** The words that count: all of them where nothing but filler was typed. */
function tellingWords(text: string): readonly string[] {
  const words = wordsIn(text.slice(0, MAX_LENGTH));
  const telling = words.filter((word) => !FILLER.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MAX_WORDS);
}

/** The words as the best answer has them, where one of them was guessed. */
function meantBy(asked: readonly string[], best: Scored | undefined): string | null {
  const guessed = best?.fits.some(({ score, likeness: like }) => score > 0 && like < SURE);
  if (!best || !guessed) return null;
  return asked.map((word, at) => guessFor(word, best.fits[at])).join(' ');
}

const guessFor = (word: string, fit: Fit = NO_FIT): string =>
  fit.score > 0 && fit.likeness < SURE ? fit.word : word;

/**
 * Services of a government (or of all, where it is null) that fit what a person typed: without regard to case and
 * accents, by beginnings and roots of words, by everyday words for those of the office, with slips of the finger, and by the
 * keywords of the standard. Where some services fit without guessing, those that were only guessed are left out. An
 * empty text gives all.
 */
export function findServices(
  catalogue: Catalogue,
  text: string,
  lang: Lang,
  government: string | null = null,
): Search {
  const all = (government === null ? catalogue.governmentIds() : [government]).flatMap((id) =>
    catalogue.services(id).map((version): FoundService => ({ government: id, version })),
  );
  const asked = tellingWords(text);
  if (asked.length === 0) return { found: all, meant: null };
  const fitting = all
    .map((service) => scored(asked, service, lang))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score || comesLater(one, lang) - comesLater(other, lang));
  const sure = fitting.filter(({ fits }) => fits.some(({ likeness: like }) => like >= SURE));
  const shown = sure.length > 0 ? sure : fitting;
  return { found: shown.map(({ service }) => service), meant: meantBy(asked, shown[0]) };
}

/** The services of `findServices` alone. */
export const searchServices = (
  catalogue: Catalogue,
  text: string,
  lang: Lang,
  government: string | null = null,
): readonly FoundService[] => findServices(catalogue, text, lang, government).found;
