/** "If I apply on …": reading what is asked, and the answer. Pure. */
import type { FieldFault, Words } from '../../ground/index.ts';
import { runningPromise } from '../../request/index.ts';
import { classifyStep } from '../../standard/model.ts';
import type { PromiseClass, Service } from '../../standard/model.ts';
import type { WorkingCalendarFile } from '../../working-time/index.ts';
import { readDate, readTime } from '../../ui/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { computeDeadline } from '../../working-time/index.ts';
import type { Deadline, PromisedTime } from '../../working-time/index.ts';
import type { Moment } from '../moment.ts';
import { reckonWords } from '../words/reckon.ts';

/** Names of the fields, as they stand in the address. */
export const FIELDS = { date: 'tanggal', time: 'pukul', class: 'golongan', file: 'berkas' } as const;

/** What may be answered to whether the documents are complete. */
export const FILES = { complete: 'lengkap', incomplete: 'kurang' } as const;

/** What was asked, readable and within the calendar. */
export interface Supposed {
  /** ISO instant with the office's offset, to the minute. */
  readonly received: string;
  readonly complete: boolean;
  readonly class: PromiseClass | null;
}

export type Reckoning =
  | { readonly kind: 'wrong'; readonly faults: readonly FieldFault[] }
  | {
      readonly kind: 'found';
      readonly supposed: Supposed;
      readonly promise: PromisedTime;
      readonly deadline: Deadline;
    };

type ReckonFaults = (typeof reckonWords)['id']['faults'];

const fault = (path: string, say: (words: ReckonFaults) => string): FieldFault => ({
  path,
  words: { id: say(reckonWords.id.faults), en: say(reckonWords.en.faults) } satisfies Words,
});

/** A value read, or what is wrong with it. */
type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly FieldFault[] };

const read = <T>(value: T): Read<T> => ({ ok: true, value });
const wrong = (...faults: readonly FieldFault[]): Read<never> => ({ ok: false, faults });

const textIn = (asked: PostedForm, name: string): string | null => {
  const value = asked[name];
  return typeof value === 'string' ? value.trim() : null;
};

/** The classes whose time runs once an official has chosen one; none for most services. */
export const classesOf = (service: Service): readonly PromiseClass[] =>
  classifyStep(service.steps)?.classes ?? [];

/** The first year whose holidays the calendar holds: before it a count would miss them without a word. */
function firstYear({ closed }: WorkingCalendarFile): number | null {
  const years = closed.map(({ date }) => Number(date.slice(0, 4)));
  return years.length === 0 ? null : Math.min(...years);
}

function readDay(asked: PostedForm, { local, calendar }: Moment): Read<Temporal.PlainDate> {
  const names = ['', '-day', '-month', '-year'].map((part) => `${FIELDS.date}${part}`);
  if (names.every((name) => asked[name] === undefined)) return read(local.toPlainDate());
  const date = readDate(asked, FIELDS.date);
  if (!date.ok) return wrong(...date.fault.fields);
  if (date.value === null) return wrong(fault(FIELDS.date, (words) => words.date));
  const day = Temporal.PlainDate.from(date.value);
  const first = firstYear(calendar.file);
  return first !== null && day.year < first
    ? wrong(fault(FIELDS.date, (words) => words.early(first)))
    : read(day);
}

function readTimeOfDay(asked: PostedForm, { local }: Moment): Read<Temporal.PlainTime> {
  const text = textIn(asked, FIELDS.time);
  if (asked[FIELDS.time] === undefined)
    return read(local.toPlainTime().round({ smallestUnit: 'minute', roundingMode: 'floor' }));
  const time = readTime(text ?? '');
  return time === null
    ? wrong(fault(FIELDS.time, (words) => words.time))
    : read(Temporal.PlainTime.from(time));
}

function readFile(asked: PostedForm): Read<boolean> {
  const text = textIn(asked, FIELDS.file) ?? FILES.complete;
  const isKnown = text === FILES.complete || text === FILES.incomplete;
  return isKnown ? read(text === FILES.complete) : wrong(fault(FIELDS.file, (words) => words.choice));
}

function readClass(asked: PostedForm, service: Service): Read<PromiseClass | null> {
  const text = textIn(asked, FIELDS.class) ?? '';
  if (text === '') return read(null);
  const chosen = classesOf(service).find(({ id }) => id === text);
  return chosen ? read(chosen) : wrong(fault(FIELDS.class, (words) => words.choice));
}

function readSupposed(asked: PostedForm, service: Service, moment: Moment): Read<Supposed> {
  const day = readDay(asked, moment);
  const time = readTimeOfDay(asked, moment);
  const file = readFile(asked);
  const chosen = readClass(asked, service);
  if (!day.ok || !time.ok || !file.ok || !chosen.ok)
    return wrong(...[day, time, chosen, file].flatMap((one) => (one.ok ? [] : one.faults)));
  const at = day.value.toZonedDateTime({ timeZone: moment.timeZone, plainTime: time.value });
  return read({
    received: at.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    complete: file.value,
    class: chosen.value,
  });
}

/**
 * When a request would fall due. What is left out of the address is now, complete and not classified. An instant whose
 * deadline no calendar holds is a fault of the date.
 */
export function reckon(service: Service, asked: PostedForm, moment: Moment): Reckoning {
  const supposed = readSupposed(asked, service, moment);
  if (!supposed.ok) return { kind: 'wrong', faults: supposed.faults };
  const promise = supposed.value.class?.promise ?? runningPromise(service);
  const { received } = supposed.value;
  const found = computeDeadline(moment.calendar.calendar, { received, promise });
  if (!found.ok) return { kind: 'wrong', faults: [fault(FIELDS.date, (words) => words.outside)] };
  return { kind: 'found', supposed: supposed.value, promise, deadline: found.value };
}
