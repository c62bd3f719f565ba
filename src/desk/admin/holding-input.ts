/** What an administrator enters about who holds a post. Pure. */
import type { FieldFault, Words } from '../../ground/index.ts';
import type { NewHolding, OfficialRow } from '../../people/index.ts';
import { readDate } from '../../ui/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { valuesOf } from '../read-action.ts';
import { kelolaWords } from './words.ts';

type PeopleWords = (typeof kelolaWords)['id']['people'];

const both = (say: (words: PeopleWords) => string): Words => ({
  id: say(kelolaWords.id.people),
  en: say(kelolaWords.en.people),
});

export type HoldingReading =
  | { readonly ok: true; readonly holding: NewHolding }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

interface Known {
  readonly officials: readonly OfficialRow[];
  /** Ids of the positions there are. */
  readonly positions: readonly string[];
}

const needed = (path: string, label: (words: PeopleWords) => string): FieldFault => ({
  path,
  words: both((words) => words.needed(label(words))),
});

interface Dates {
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  readonly faults: readonly FieldFault[];
}

function readDates(posted: PostedForm): Dates {
  const [from, to] = [readDate(posted, 'sejak'), readDate(posted, 'sampai')];
  const faults = [from, to].flatMap((read) => (read.ok ? [] : read.fault.fields));
  const start = from.ok && from.value !== null ? Temporal.PlainDate.from(from.value) : null;
  const end = to.ok && to.value !== null ? Temporal.PlainDate.from(to.value) : null;
  if (from.ok && !start)
    return { from: start, to: end, faults: [...faults, needed('sejak', (words) => words.firstDay)] };
  const reversed = start && end && Temporal.PlainDate.compare(end, start) < 0;
  const more = reversed ? [{ path: 'sampai', words: both((words) => words.reversed) }] : [];
  return { from: start, to: end, faults: [...faults, ...more] };
}

const kinds = ['definitive', 'plt', 'plh'] as const;

/** Reads a new holding and holds it to the rules: Plt only for a vacant post, both acting forms with an order. */
export function readHolding(posted: PostedForm, known: Known): HoldingReading {
  const value = (name: string): string => (valuesOf(posted, name)[0] ?? '').trim();
  const as = kinds.find((kind) => kind === value('sebagai')) ?? 'definitive';
  const [position, official, basis] = [value('jabatan'), value('petugas'), value('dasar').slice(0, 300)];
  const dates = readDates(posted);
  const faults: FieldFault[] = [
    ...(known.positions.includes(position) ? [] : [needed('jabatan', (words) => words.position)]),
    ...(known.officials.some(({ id }) => id === official)
      ? []
      : [needed('petugas', (words) => words.official)]),
    ...(as !== 'definitive' && basis === '' ? [needed('dasar', (words) => words.basis)] : []),
    ...dates.faults,
  ];
  if (faults.length > 0 || !dates.from) return { ok: false, faults };
  const holding = { position, official, as, from: dates.from, to: dates.to, basis: basis || null };
  const clash = clashOf(holding, known.officials);
  return clash ? { ok: false, faults: [clash] } : { ok: true, holding };
}

interface Span {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
}

const overlap = (one: Span, other: Span): boolean =>
  (one.to === null || Temporal.PlainDate.compare(other.from, one.to) <= 0) &&
  (other.to === null || Temporal.PlainDate.compare(one.from, other.to) <= 0);

/** Against what is recorded already: nobody holds a post twice, and Plt. means that it is vacant (SE BKN 1/2021). */
function clashOf(holding: NewHolding, officials: readonly OfficialRow[]): FieldFault | null {
  const held = officials.flatMap(({ id, holdings }) =>
    holdings
      .filter((other) => other.position === holding.position && overlap(other, holding))
      .map((other) => ({ official: id, as: other.as })),
  );
  if (held.some(({ official }) => official === holding.official))
    return { path: 'petugas', words: both((words) => words.twice) };
  const taken = holding.as === 'plt' && held.some(({ as }) => as === 'definitive');
  return taken ? { path: 'sebagai', words: both((words) => words.notVacant) } : null;
}
