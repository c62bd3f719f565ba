import type { TimeLeft } from './time-left.ts';
import type { Lang, Left, PromisedTime } from './types.ts';

type Noun = 'month' | 'day' | 'hour' | 'minute' | 'second' | 'working day' | 'calendar day';

const NOUNS: Readonly<Record<Noun, string>> = {
  month: 'bulan',
  day: 'hari',
  hour: 'jam',
  minute: 'menit',
  second: 'detik',
  'working day': 'hari kerja',
  'calendar day': 'hari kalender',
};

/** Made once: making a formatter costs a thousand times what formatting does. */
const FIGURES: Readonly<Record<Lang, Intl.NumberFormat>> = {
  id: new Intl.NumberFormat('id'),
  en: new Intl.NumberFormat('en'),
};

/** "1 working day", "10 hari kerja". */
export function count(n: number, noun: Noun, lang: Lang): string {
  const figure = FIGURES[lang].format(n);
  if (lang === 'id') return `${figure} ${NOUNS[noun]}`;
  return `${figure} ${noun}${n === 1 ? '' : 's'}`;
}

/** The amounts that are not zero, the largest first. */
const list = (amounts: readonly (readonly [number, Noun])[], lang: Lang): string =>
  amounts
    .filter(([n]) => n !== 0)
    .map(([n, noun]) => count(n, noun, lang))
    .join(' ');

/** So many seconds as hours, minutes and (where there are any) seconds: "2 jam 15 menit". */
export function describeSeconds(seconds: number, lang: Lang): string {
  const amounts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  return list(amounts, lang) || count(0, 'minute', lang);
}

const WORDS = {
  sameDay: { id: 'hari itu juga', en: 'the same day' },
  atOnce: { id: 'seketika', en: 'at once' },
  inHours: { id: 'pada jam kerja', en: 'within working hours' },
  dayAndNight: { id: 'siang dan malam', en: 'day and night' },
  sameDayLeft: { id: 'jatuh tempo pada hari yang sama', en: 'due on the same day' },
  dueNow: { id: 'jatuh tempo sekarang', en: 'due now' },
} as const;

/** "2×24 jam" as decrees write it; other elapsed times by their amounts. */
function describeElapsed({ months, days, hours, minutes }: PromisedTime, lang: Lang): string {
  const total = days * 24 + hours;
  const hourWord = lang === 'id' ? 'jam' : 'hours';
  if (months === 0 && minutes === 0 && total > 0 && total % 24 === 0) return `${total / 24}×24 ${hourWord}`;
  const amounts = [
    [months, 'month'],
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
  ] as const;
  const words = list(amounts, lang);
  return words === '' ? WORDS.atOnce[lang] : `${words}, ${WORDS.dayAndNight[lang]}`;
}

const DAY_NOUNS = { working: 'working day', calendar: 'calendar day', unspecified: 'day' } as const;

/** A promised time in words: "10 hari kerja", "3 hari kerja 1 jam 15 menit", "2×24 jam", "hari itu juga". */
export function describePromise(promise: PromisedTime, lang: Lang): string {
  const { basis, months, days, hours, minutes } = promise;
  if (basis === 'elapsed') return describeElapsed(promise, lang);
  const amounts = [
    [months, 'month'],
    [days, DAY_NOUNS[basis]],
    [hours, 'hour'],
    [minutes, 'minute'],
  ] as const;
  const words = list(amounts, lang);
  if (words === '') return WORDS.sameDay[lang];
  return months === 0 && days === 0 ? `${words} ${WORDS.inHours[lang]}` : words;
}

const left = (words: string, lang: Lang): string => (lang === 'id' ? `${words} lagi` : `${words} left`);

const ofWork = (words: string, lang: Lang): string =>
  lang === 'id' ? `${words} waktu kerja` : `${words} of working time`;

/** What is left of a promise, as an amount: "7 hari kerja", "2 jam 15 menit waktu kerja". */
export function describeLeftAmount({ unit, amount, seconds = 0 }: Left, lang: Lang): string {
  if (unit === 'working-days') return count(amount, 'working day', lang);
  if (unit === 'calendar-days') return count(amount, 'calendar day', lang);
  const time = describeSeconds(amount * 60 + seconds, lang);
  return unit === 'working-minutes' ? ofWork(time, lang) : time;
}

/** What is left of a promise while its clock stands still: "7 hari kerja lagi", "2 jam 15 menit waktu kerja lagi". */
export function describeLeft(amount: Left, lang: Lang): string {
  const isDays = amount.unit === 'working-days' || amount.unit === 'calendar-days';
  return isDays && amount.amount === 0
    ? WORDS.sameDayLeft[lang]
    : left(describeLeftAmount(amount, lang), lang);
}

/**
 * The time to a deadline as an officer reads it: "3 hari kerja lagi", "9 jam 20 menit waktu kerja lagi", past it
 * "terlambat 35 menit waktu kerja".
 */
export function describeTimeLeft({ late, ...time }: TimeLeft, lang: Lang): string {
  if (time.amount === 0) return WORDS.dueNow[lang];
  const amount = describeLeftAmount(time, lang);
  if (!late) return left(amount, lang);
  return lang === 'id' ? `terlambat ${amount}` : `late by ${amount}`;
}
