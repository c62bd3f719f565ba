/** What was read from a table or calendar file of somebody else: days, or faults line by line. */
import type { Words } from '../../ground/index.ts';
import type { ClosedDay, ClosedKind } from '../../working-time/index.ts';

/** What is wrong in one line, counted from 1, and how to put it right. */
export interface LineFault {
  readonly line: number;
  readonly words: Words;
}

/** All days, in order of date; or everything that is wrong, and then no day. */
export type ImportedDays =
  | {
      readonly ok: true;
      readonly days: readonly ClosedDay[];
      /** Lines that are no day off and were left out, with the reason. */
      readonly leftOut: readonly LineFault[];
    }
  | { readonly ok: false; readonly faults: readonly LineFault[] };

/** What the file itself does not say. */
export interface ImportDefaults {
  /** For days whose own text does not tell. */
  readonly kind: ClosedKind;
  /** The decree that names all of these days; null while it is not known. */
  readonly decree: string | null;
  /** Whether somebody has compared them with it. */
  readonly confirmed: boolean;
}

/** A list of days from outside has no reason to be longer. */
export const MOST_DAYS = 1000;
export const MOST_FAULTS = 100;

/** Days far from now are typing errors. */
const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

/** A day of a list, with the line it stands in. */
export interface FoundDay {
  readonly line: number;
  readonly day: ClosedDay;
}

/** What the days themselves tell wrong: too far away, or the same day twice. */
function faultsAmong(found: readonly FoundDay[]): readonly LineFault[] {
  const seen = new Map<string, number>();
  return found.flatMap(({ line, day }): LineFault[] => {
    const year = Number(day.date.slice(0, 4));
    if (year < FIRST_YEAR || year > LAST_YEAR) return [{ line, words: farAway(day.date) }];
    const key = `${day.date} ${day.name}`;
    const before = seen.get(key);
    if (before !== undefined) return [{ line, words: twice(day, before) }];
    seen.set(key, line);
    return [];
  });
}

const farAway = (date: string): Words => ({
  id: `Tanggal ${date} terlalu jauh. Periksa tahunnya (${FIRST_YEAR}–${LAST_YEAR}).`,
  en: `The date ${date} is too far away. Check its year (${FIRST_YEAR}–${LAST_YEAR}).`,
});

const twice = ({ date, name }: ClosedDay, line: number): Words => ({
  id: `${date} "${name}" sudah ada di baris ${line}. Hapus salah satunya.`,
  en: `${date} "${name}" stands in line ${line} already. Remove one of them.`,
});

const NONE: Words = {
  id: 'Tidak ada satu hari pun di dalamnya. Periksa apakah berkasnya benar.',
  en: 'There is not a single day in it. Check whether it is the right file.',
};

const TOO_MANY: Words = {
  id: `Lebih dari ${MOST_DAYS} hari. Impor satu tahun saja.`,
  en: `More than ${MOST_DAYS} days. Import one year only.`,
};

/** Days and faults of a whole file as one answer: with a fault nothing is taken, not even what is in order. */
export function importedFrom(
  found: readonly FoundDay[],
  faults: readonly LineFault[],
  leftOut: readonly LineFault[] = [],
): ImportedDays {
  const all = [...faults, ...faultsAmong(found)];
  if (found.length > MOST_DAYS) all.push({ line: 1, words: TOO_MANY });
  if (all.length === 0 && found.length === 0) all.push({ line: 1, words: NONE });
  if (all.length > 0)
    return { ok: false, faults: all.toSorted((one, other) => one.line - other.line).slice(0, MOST_FAULTS) };
  const days = found.map(({ day }) => day).toSorted((one, other) => one.date.localeCompare(other.date));
  return { ok: true, days, leftOut };
}

/** Control characters have no place in a name; blanks are one each. */
export const tidyName = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

export const MOST_NAME = 200;

/** "Cuti bersama Idul Fitri" tells its kind by itself. */
export const kindInName = (name: string): ClosedKind | null =>
  /\b(?:cuti bersama|joint (?:leave|holiday)|collective leave)\b/i.test(name) ? 'joint-leave' : null;
