/**
 * Times within sentences: "Perekaman baru paling lama 3 hari kerja sejak …; penggantian 1 hari kerja". Only what names a
 * number and a unit is taken; where words beside it could mean another thing, nothing is. Pure.
 */
import { readPromisedTime } from '../../../working-time/index.ts';
import type { PromisedTime } from '../../../working-time/index.ts';
import { NUMBER_WORD } from './number-words.ts';
import {
  areSteps,
  eachOf,
  endsRequest,
  isDayFromEvent,
  isOtherTime,
  isReckoned,
  leavesOut,
  mayPromise,
  mixesObjections,
  OPEN_ALL_DAY,
  OTHER,
} from './time-sense.ts';
import type { Spoken } from './time-sense.ts';

export interface TimePhrases {
  /** Every time the sentences promise, in their order; empty where none is certain. */
  readonly entries: readonly PromisedTime[];
  readonly isAbout: boolean;
  /** For each of a thing of which a request mostly has one ("per ekor"). */
  readonly isEach: boolean;
  /** Why none is certain, where more than that can be said. */
  readonly refused: 'each' | 'left-out' | null;
}

const WORDS = String.raw`(?:${NUMBER_WORD})(?:\s+(?:${NUMBER_WORD})){0,4}`;
const NUMBER = String.raw`(?:\d{1,3}(?:[.,]\d)?|½|setengah|${WORDS})(?:\s*\([^)]{2,40}\))?`;
const UNIT = String.raw`(?:menit|jam|hari|minggu|bulan|tahun)\b(?:\s+(?:kerja|kalender)\b)?`;
const RANGE = String.raw`(?:\s*(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|[-–—])\s*${NUMBER})?`;
const ELAPSED = String.raw`${NUMBER}\s*(?:x|×|kali)\s*24\s*jam\b(?:\s+kerja\b)?`;
const BOUND = String.raw`(?:(?:paling\s+(?:lama|lambat|cepat|sedikit|singkat)|maksimal|maksimum|minimal|selambat[\s-]*lambatnya|selama[\s-]*lamanya|sekurang[\s-]*kurangnya|±|\+/-|kurang\s+lebih|sekitar|kira[\s-]*kira|rata[\s-]*rata|lebih\s+dari|di\s?atas|tidak\s+kurang\s+dari|paling\s+tidak|setidaknya|>=?|≥)\s*)?`;
const PHRASE = new RegExp(
  String.raw`${BOUND}(?<![\p{L}\d.,/-])(?:${ELAPSED}|${NUMBER}${RANGE}\s*${UNIT}(?:(?:\s*,|\s+dan)?\s+${NUMBER}\s*${UNIT})*)(?:\s*\((?:hari|jam)[^)]{0,20}kerja\))?`,
  'giu',
);

/** A least time promises nothing. */
const LEAST =
  /^(?:paling\s+(?:cepat|sedikit|singkat|tidak)|minimal|sekurang|lebih\s+dari|di\s?atas|tidak\s+kurang|setidaknya|[>≥])/i;
const ABOUT = /^(?:±|\+\/-|kurang\s+lebih|sekitar|kira|rata)/i;
/** Numbers of things are no times. */
const COUNTED =
  /\d+\s*(?:\([^)]*\)\s*)?(?:orang|berkas|dokumen|lembar|unit|titik|lokasi|bidang|ekor|pemohon|kendaraan|km|meter|hektar|ha)\b/gi;

const none = (refused: TimePhrases['refused']): TimePhrases => ({
  entries: [],
  isAbout: false,
  isEach: false,
  refused,
});

/** The times of a text that as a whole could not be read; laws and ages are named in it no more. */
export function timePhrases(text: string): TimePhrases {
  const phrases: Promised[] = [];
  for (const clause of text.split(/;|\.(?=\s)/)) {
    const found = clauseTimes(clause);
    if (found === null || typeof found === 'string') return none(found);
    phrases.push(...found);
  }
  if (areSteps(phrases) || mixesObjections(phrases)) return none(null);
  return {
    entries: phrases.map(({ promise }) => promise),
    isAbout: phrases.some(({ isAbout }) => isAbout),
    isEach: phrases.some((phrase) => eachOf(phrase) !== null),
    refused: null,
  };
}

interface Promised extends Spoken {
  readonly promise: PromisedTime;
  readonly isAbout: boolean;
}

/** The times of one clause; null, or the reason, where it speaks of time in a way that is not certain. */
function clauseTimes(clause: string): readonly Promised[] | TimePhrases['refused'] {
  const spoken = spokenTimes(clause);
  if (saysTwoThings(spoken) || spoken.some(isReckoned)) return null;
  if (spoken.length > 0 && endsRequest(clause)) return [];
  const found: Promised[] = [];
  for (const time of spoken) {
    if (LEAST.test(time.phrase) || isOtherTime(time)) continue;
    const { promise } = readPromisedTime(time.phrase);
    if (!promise || isUncertain(time)) return null;
    const partial = partOf(clause, time);
    if (partial !== null) return partial;
    found.push({ ...time, promise, isAbout: ABOUT.test(time.phrase) });
  }
  return isClear(clause, found) ? found : null;
}

/** "Paling lambat tanggal 10 bulan berikutnya", "minggu ke-3 bulan Mei": a day of the calendar, no length of time. */
const isDate = ({ before }: Spoken): boolean => /\b(?:tanggal|tgl\.?|ke)[\s-]*$/i.test(before);

const isUncertain = (time: Spoken): boolean =>
  isDate(time) || /tahun/i.test(time.phrase) || !mayPromise(time) || isDayFromEvent(time);

/** Of what a time is only a part: of many things, or of all the time it takes. */
const partOf = (clause: string, time: Spoken): TimePhrases['refused'] =>
  eachOf(time) === 'many' ? 'each' : leavesOut(clause) ? 'left-out' : null;

/** "1 minggu (5 hari kerja)", "1 hari kerja (24 jam)": one time in two ways, and they do not come to the same. */
function saysTwoThings(spoken: readonly Spoken[]): boolean {
  const said = spoken.map(({ phrase }) => JSON.stringify(readPromisedTime(phrase).promise));
  return spoken.some(
    ({ before, after }, at) =>
      at > 0 && /^\s*\(\s*$/.test(before) && /^\s*\)/.test(after) && said[at] !== said[at - 1],
  );
}

/** The phrases of a clause, each with the words that lead to it and the words behind it. */
function spokenTimes(clause: string): readonly Spoken[] {
  const matches = [...clause.matchAll(PHRASE)];
  return matches.map(({ 0: phrase, index }, at) => {
    const before = matches[at - 1];
    const from = before === undefined ? 0 : before.index + before[0].length;
    return {
      phrase,
      before: clause.slice(from, index),
      after: clause.slice(index + phrase.length),
      isFirst: before === undefined,
    };
  });
}

/** Nothing is left in the clause that could change the times found in it, or be another one. */
function isClear(clause: string, found: readonly Promised[]): boolean {
  const rest = clause.replaceAll(OPEN_ALL_DAY, ' ').replaceAll(PHRASE, ' ').replaceAll(COUNTED, ' ');
  if (found.length === 0) return !/\d\s*(?:menit|jam|hari|minggu|bulan)/i.test(rest);
  const isDayAndNight = found.some(({ promise }) => promise.basis === 'elapsed');
  return (
    !OTHER.test(rest) &&
    !/\d/.test(rest) &&
    !(isDayAndNight && OFFICE_TIME.test(rest)) &&
    !found.some(({ promise }) => OTHER_DAYS[promise.basis]?.test(rest)) &&
    !BOTH_KINDS.test(clause)
  );
}

/** "14 hari kerja (hari kalender)": what is left of the clause counts by other days than the time does. */
const OTHER_DAYS: Readonly<Partial<Record<PromisedTime['basis'], RegExp>>> = {
  working: /\bhari\s+(?:kalender|takwim)\b/i,
  calendar: /\bhari\s+kerja\b/i,
};

/** "5 hari kerja/kalender". */
const BOTH_KINDS =
  /\bkerja\s*(?:\/|atau)\s*(?:hari\s+)?kalender\b|\bkalender\s*(?:\/|atau)\s*(?:hari\s+)?kerja\b/i;

/** "1 x 24 jam pada hari kerja": day and night, and yet days of the office. Nobody can tell which. */
const OFFICE_TIME = /\b(?:hari|jam)\s+(?:kerja|dinas|kantor)\b/i;
