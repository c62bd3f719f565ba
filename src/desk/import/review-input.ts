/** What a reviewer posted about the components of a service. */
import type { FieldFault } from '../../ground/index.ts';
import { listComponents, tariffPurposes } from '../../standard/index.ts';
import type { DraftComponents, ListComponent, Places, ServiceReview } from '../../standard/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { typedText } from '../admin/official-input.ts';
import { valuesOf } from '../read-action.ts';
import { importWords } from './words.ts';
import type { ImportWords } from './words.ts';

export const UNITS = ['months', 'days', 'hours', 'minutes'] as const;
export const BASES = ['working', 'calendar', 'elapsed'] as const;

/** Names of the fields. */
export const FIELD = {
  title: 'title',
  confirmed: (name: string) => `ok-${name}`,
  basis: 'time',
  timeText: 'waktu-tertulis',
  unit: (unit: (typeof UNITS)[number]) => `waktu-${unit}`,
  feeText: 'biaya-tertulis',
  free: 'fee',
  amounts: 'tarif',
  staffText: 'pelaksana-tertulis',
  count: 'pelaksana-jumlah',
  settled: (component: string) => `temuan-${component}`,
  list: (name: ListComponent) => `k-${name}`,
} as const;

const both = (say: (words: ImportWords) => string): FieldFault['words'] => ({
  id: say(importWords.id),
  en: say(importWords.en),
});

const LONGEST = 20_000;

/** Lines of a text, without blanks around them and empty ones. */
export const linesIn = (posted: PostedForm, name: string): string[] =>
  (valuesOf(posted, name)[0] ?? '')
    .slice(0, LONGEST)
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\p{Cc}/gu, ' ').trim())
    .filter((line) => line !== '');

const oneText = (posted: PostedForm, name: string): string => linesIn(posted, name).join(' ');

interface Reading {
  readonly faults: FieldFault[];
  readonly posted: PostedForm;
}

/** What the model of a service can hold; what is beyond it could be kept, but never be read again. */
const MOST = { months: 120, days: 3660, hours: 10_000, minutes: 600_000, count: 100_000, idr: 1e12 } as const;

function wholeIn(
  { posted, faults }: Reading,
  name: string,
  most: number,
  label: (words: ImportWords) => string,
): number | null {
  const text = typedText(posted, name).replaceAll('.', '');
  if (text === '') return null;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  faults.push({ path: name, words: both((words) => words.unreadNumber(label(words), most)) });
  return null;
}

function timeIn(reading: Reading, before: DraftComponents['time']): DraftComponents['time'] {
  const { posted } = reading;
  const amounts = UNITS.map(
    (unit) => [unit, wholeIn(reading, FIELD.unit(unit), MOST[unit], (words) => words[unit]) ?? 0] as const,
  );
  const [months = 0, days = 0, hours = 0, minutes = 0] = amounts.map(([, amount]) => amount);
  const basis = BASES.find((one) => one === typedText(posted, FIELD.basis)) ?? 'unspecified';
  const promise: DraftComponents['time']['promise'] =
    months + days + hours + minutes > 0 ? { basis, months, days, hours, minutes } : null;
  const { entries } = before;
  return { text: oneText(posted, FIELD.timeText), promise, ...(entries ? { entries } : {}) };
}

/** "20.000", "2 x 20.000: Izin baru", "20.000 untuk perpanjangan": what it is for may stand behind the amount. */
const AMOUNT =
  /^(?:(\d{1,3})\s*[x×]\s*)?(?:Rp\.?\s*)?(\d{1,3}(?:[.]\d{3})+|\d+)(?:,-|,00)?(?:(?:\s*:|\s+untuk)\s+(\S.*))?$/i;
const LONGEST_PURPOSE = 200;

/** The tariffs as lines that can be read again. */
export const tariffLines = (fee: DraftComponents['fee']): readonly string[] => {
  const purposes = tariffPurposes(fee);
  return fee.amounts.map(({ idr, times }, index) => {
    const amount = times > 1 ? `${times} x ${idr}` : String(idr);
    return purposes[index] ? `${amount}: ${purposes[index]}` : amount;
  });
};

function feeIn({ posted, faults }: Reading): DraftComponents['fee'] {
  const free = typedText(posted, FIELD.free) === 'free';
  const text = oneText(posted, FIELD.feeText);
  if (free) return { text, free, amounts: [] };
  const amounts = linesIn(posted, FIELD.amounts).flatMap((line) => {
    const [, times, idr, purpose] = AMOUNT.exec(line) ?? [];
    const rupiah = Number((idr ?? '0').replaceAll('.', ''));
    if (rupiah > 0 && rupiah <= MOST.idr) {
      const what = purpose === undefined ? {} : { for: purpose.slice(0, LONGEST_PURPOSE).trim() };
      return [{ idr: rupiah, times: Math.max(1, Number(times ?? 1)), ...what }];
    }
    faults.push({ path: FIELD.amounts, words: both((words) => words.unreadAmount(line)) });
    return [];
  });
  return { text, free, amounts };
}

/** Places of items whose words stayed; a changed item stands nowhere in the document. */
function placesOf(review: ServiceReview, components: DraftComponents): Places {
  const kept = listComponents.map((name) => {
    const before = review.components[name].items;
    const places = components[name].items.map((item) => review.places[name]?.[before.indexOf(item)] ?? null);
    return [name, places] as const;
  });
  return { ...review.places, ...Object.fromEntries(kept) };
}

/** Findings by their number; a box that is not ticked is open. */
function findingsIn(posted: PostedForm, { findings }: ServiceReview): ServiceReview['findings'] {
  return findings.map((one, index) => ({
    ...one,
    settled: valuesOf(posted, FIELD.settled(one.component)).includes(String(index)),
  }));
}

export interface ReviewInput {
  readonly title: string;
  readonly components: DraftComponents;
  readonly places: Places;
  readonly confirmed: readonly string[];
  readonly findings: ServiceReview['findings'];
  readonly faults: readonly FieldFault[];
}

/** A posted review. What is right is kept even where something else is wrong. */
export function readReview(posted: PostedForm, review: ServiceReview): ReviewInput {
  const reading: Reading = { posted, faults: [] };
  const lists = Object.fromEntries(
    listComponents.map((name) => [name, { items: linesIn(posted, FIELD.list(name)) }]),
  ) as Pick<DraftComponents, ListComponent>;
  const count = wholeIn(reading, FIELD.count, MOST.count, (words) => words.count);
  const components: DraftComponents = {
    ...lists,
    time: timeIn(reading, review.components.time),
    fee: feeIn(reading),
    staffing: { text: oneText(posted, FIELD.staffText), count },
  };
  return {
    title: typedText(posted, FIELD.title),
    components,
    places: placesOf(review, components),
    confirmed: Object.keys(components).filter((name) => typedText(posted, FIELD.confirmed(name)) !== ''),
    findings: findingsIn(posted, review),
    faults: reading.faults,
  };
}
