/**
 * Times within sentences: "Perekaman baru paling lama 3 hari kerja sejak …; penggantian 1 hari kerja". Only what names a
 * number and a unit is taken; where words beside it could mean another thing, nothing is. Pure.
 */
import { readPromisedTime } from '../../../working-time/index.ts';
import type { PromisedTime } from '../../../working-time/index.ts';
import { NUMBER_WORD } from './number-words.ts';

export interface TimePhrases {
  /** Every time the sentences promise, in their order; empty where none is certain. */
  readonly entries: readonly PromisedTime[];
  readonly isAbout: boolean;
}

const WORDS = String.raw`(?:${NUMBER_WORD})(?:\s+(?:${NUMBER_WORD})){0,4}`;
const NUMBER = String.raw`(?:\d{1,3}(?:,\d)?|½|setengah|${WORDS})(?:\s*\([^)]{2,40}\))?`;
const UNIT = String.raw`(?:menit|jam|hari|minggu|bulan|tahun)\b(?:\s+(?:kerja|kalender)\b)?`;
const RANGE = String.raw`(?:\s*(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|[-–—])\s*${NUMBER})?`;
const ELAPSED = String.raw`${NUMBER}\s*(?:x|×|kali)\s*24\s*jam\b(?:\s+kerja\b)?`;
const BOUND = String.raw`(?:(?:paling\s+(?:lama|lambat|cepat|sedikit|singkat)|maksimal|maksimum|minimal|selambat[\s-]*lambatnya|selama[\s-]*lamanya|sekurang[\s-]*kurangnya|±|\+/-|kurang\s+lebih|sekitar|kira[\s-]*kira|rata[\s-]*rata|lebih\s+dari)\s+)?`;
const PHRASE = new RegExp(
  String.raw`${BOUND}(?<![\p{L}\d.,/-])(?:${ELAPSED}|${NUMBER}${RANGE}\s*${UNIT}(?:(?:\s*,|\s+dan)?\s+${NUMBER}\s*${UNIT})*)(?:\s*\((?:hari|jam)[^)]{0,20}kerja\))?`,
  'giu',
);

/** A least time promises nothing. */
const LEAST = /^(?:paling\s+(?:cepat|sedikit|singkat)|minimal|sekurang|lebih\s+dari)/i;
const ABOUT = /^(?:±|\+\/-|kurang\s+lebih|sekitar|kira|rata)/i;
/** "Pelayanan 24 jam setiap hari" says when the door is open. */
const OPEN_ALL_DAY = /^\s*(?:setiap\s+hari|sehari|per\s+hari|non\s?-?stop|dalam\s+sehari|,?\s*7\s*hari)/i;
const DOOR = /(?:pelayanan|layanan|buka|dibuka|siaga|operasional)\s*$/i;
/** Beside such words a number of days is no promise, or not this one. */
const OTHER =
  /\b(?:berlaku|masa\s+aktif|sebelum\w*|tergantung|bergantung|disesuaikan|menyesuaikan|setiap|kecuali|diperpanjang\w*|perpanjangan\s+waktu|ditambah|istirahat|terakhir|libur|denda|setelah\s+jatuh\s+tempo)\b|\bH\s?[-+]\s?\d/i;
/** Numbers of things are no times. */
const COUNTED =
  /\d+\s*(?:\([^)]*\)\s*)?(?:orang|berkas|dokumen|lembar|unit|titik|lokasi|bidang|ekor|pemohon|kendaraan|km|meter|hektar|ha)\b/gi;
const LAW = /\b(?:pasal|ayat|nomor|no\.?|tahun)\s*\(?\d+\)?/gi;

const NONE: TimePhrases = { entries: [], isAbout: false };

/** The times of a text that as a whole could not be read. */
export function timePhrases(text: string): TimePhrases {
  const entries: PromisedTime[] = [];
  let isAbout = false;
  for (const clause of text.split(/;|\.(?=\s)/)) {
    const found = clauseTimes(clause);
    if (found === null) return NONE;
    entries.push(...found.entries);
    isAbout ||= found.isAbout;
  }
  return { entries, isAbout };
}

/** The times of one clause, or null where it speaks of time in a way that is not certain. */
function clauseTimes(clause: string): TimePhrases | null {
  const found: PromisedTime[] = [];
  let left = clause;
  let isAbout = false;
  for (const match of clause.matchAll(PHRASE)) {
    const [phrase] = match;
    left = left.replace(phrase, ' ');
    const before = clause.slice(0, match.index);
    const after = clause.slice(match.index + phrase.length);
    if (/^24\s*jam$/i.test(phrase.trim()) && (OPEN_ALL_DAY.test(after) || DOOR.test(before))) {
      left = left.replace(OPEN_ALL_DAY, ' ').replace(/setiap\s+hari|sehari/gi, ' ');
      continue;
    }
    if (LEAST.test(phrase)) continue;
    const { promise } = readPromisedTime(phrase);
    if (!promise) return null;
    found.push(promise);
    isAbout ||= ABOUT.test(phrase);
  }
  const rest = left.replaceAll(COUNTED, ' ').replaceAll(LAW, ' ');
  const isClear =
    found.length === 0
      ? !/\d+\s*(?:menit|jam|hari|minggu|bulan)/i.test(rest)
      : !OTHER.test(rest) && !/\d/.test(rest);
  return isClear ? { entries: found, isAbout } : null;
}
