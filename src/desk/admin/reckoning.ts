/** "When would it be due?": what was asked on the calendar's page, and the answer. Pure. */
import type { FieldFault, Words } from '../../ground/index.ts';
import { readDate, readTime } from '../../ui/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { computeDeadline, readPromisedTime } from '../../working-time/index.ts';
import type { Deadline, PromisedTime } from '../../working-time/index.ts';
import type { CalendarVersion } from '../../standard/index.ts';
import { calendarWords } from './calendar-words.ts';

type CalendarWords = (typeof calendarWords)['id'];

export type Reckoning =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'wrong'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'found'; readonly deadline: Deadline };

const both = (say: (words: CalendarWords) => string): Words => ({
  id: say(calendarWords.id),
  en: say(calendarWords.en),
});

const textIn = (asked: PostedForm, name: string): string => {
  const value = asked[name];
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
};

/** Names of the fields, as they stand in the address. */
export const FIELDS = { promise: 'janji', received: 'diterima', at: 'pukul' } as const;

/** Answers what the address asks; a promise is what asks. */
export function reckon({ calendar, file }: CalendarVersion, asked: PostedForm): Reckoning {
  if (asked[FIELDS.promise] === undefined) return { kind: 'not-asked' };
  const promise = readPromise(textIn(asked, FIELDS.promise));
  const received = readReceived(asked, file.timeZone);
  const faults = [...promise.faults, ...received.faults];
  if (!promise.value || !received.value) return { kind: 'wrong', faults };
  const found = computeDeadline(calendar, {
    promise: promise.value,
    received: received.value.toInstant().toString(),
  });
  if (found.ok) return { kind: 'found', deadline: found.value };
  return { kind: 'wrong', faults: [{ path: FIELDS.promise, words: found.fault.words }] };
}

interface Read<T> {
  readonly value: T | null;
  readonly faults: readonly FieldFault[];
}

const wrong = (path: string, words: Words): Read<never> => ({ value: null, faults: [{ path, words }] });

function readPromise(text: string): Read<PromisedTime> {
  if (text === '')
    return wrong(
      FIELDS.promise,
      both(({ needed, promise }) => needed(promise)),
    );
  const { promise, unread } = readPromisedTime(text);
  return promise
    ? { value: promise, faults: [] }
    : wrong(
        FIELDS.promise,
        both((words) => words.unread(unread ?? text)),
      );
}

function readReceived(asked: PostedForm, timeZone: string): Read<Temporal.ZonedDateTime> {
  const day = readDate(asked, FIELDS.received);
  const time = readTime(textIn(asked, FIELDS.at));
  if (!day.ok) return { value: null, faults: day.fault.fields };
  if (day.value === null)
    return wrong(
      FIELDS.received,
      both(({ needed, received }) => needed(received)),
    );
  if (time === null)
    return wrong(
      FIELDS.at,
      both(({ noTime }) => noTime),
    );
  const date = Temporal.PlainDate.from(day.value);
  return {
    value: date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }),
    faults: [],
  };
}
