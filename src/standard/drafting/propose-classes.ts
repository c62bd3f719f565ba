/** Classes of requests out of a time that names several: "Menara baru: 10 hari kerja; Perpanjangan: 5 hari kerja". */
import { readPromisedTime } from '../../working-time/index.ts';
import type { DraftClass, DraftComponents } from './model.ts';
import { inBoth } from './wording.ts';

const UNITS = ['months', 'days', 'hours', 'minutes'] as const;

type Promise = DraftClass['promise'];

const same = (one: Promise, other: Promise): boolean =>
  one.basis === other.basis && UNITS.every((unit) => one[unit] === other[unit]);

/** Where the time begins in a part: at its figure, or the words that lead to it. */
const TIME = /(?:paling (?:lama|lambat)|maksimal|maksimum|selama|dalam waktu|±|\d)/i;

function classIn(part: string): DraftClass | null {
  const at = part.search(TIME);
  const label = part
    .slice(0, Math.max(0, at))
    .replace(/^(?:untuk|bagi)\s+/i, '')
    .replace(/(?<![\s:=–-])[\s:=–-]+$/, '')
    .trim();
  const text = part.slice(Math.max(0, at)).replace(/(?<![.,\s])[.,\s]+$/, '');
  const { promise } = readPromisedTime(text);
  return label === '' || promise === null ? null : { label: inBoth(label), text, promise };
}

/**
 * A class for every time of the text, in its order; none where a time has no name of its own, where they are not all counted
 * alike, or where the longest of them is not what is promised: then a person must say it. Pure.
 */
export function readClasses({ text, promise, entries = [] }: DraftComponents['time']): DraftClass[] {
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const classes = parts.flatMap((part) => classIn(part) ?? []);
  const isWhole =
    classes.length >= 2 &&
    classes.length === parts.length &&
    classes.length === entries.length &&
    classes.every((one, index) => {
      const entry = entries[index];
      return entry !== undefined && same(one.promise, entry) && one.promise.basis === promise?.basis;
    });
  const hasLongest = promise !== null && classes.some((one) => same(one.promise, promise));
  return isWhole && hasLongest && promise.basis !== 'unspecified' ? classes : [];
}
