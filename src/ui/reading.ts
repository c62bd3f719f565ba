import { ok, refused, type Result, type Words } from '../ground/index.ts';
import { form } from './messages/form.ts';

/** A posted form, as the server's body reader gives it. */
export type PostedForm = Readonly<Record<string, unknown>>;

/** What was typed into the parts of a date, also when it is none. */
export interface DateParts {
  readonly day?: string;
  readonly month?: string;
  readonly year?: string;
}

export interface TimeRangeParts extends DateParts {
  readonly from?: string;
  readonly to?: string;
}

/** A day and wall-clock times: `2026-11-24`, `09:00`, `11:30`. */
export interface TimeRange {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

type FormWords = (typeof form)['id'];

const both = (pick: (words: FormWords) => string): Words => ({ id: pick(form.id), en: pick(form.en) });

const fieldRefused = (name: string, code: string, words: Words): ReturnType<typeof refused> =>
  refused('invalid', code, words, [{ path: name, words }]);

function typed(posted: PostedForm, name: string): string {
  const value = posted[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** The parts of a date as typed, to show them again. An ISO date under the plain name is taken apart. */
export function readDateParts(posted: PostedForm, name: string): DateParts {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed(posted, name));
  if (iso) return { day: String(Number(iso[3])), month: String(Number(iso[2])), year: iso[1] ?? '' };
  return {
    day: typed(posted, `${name}-day`),
    month: typed(posted, `${name}-month`),
    year: typed(posted, `${name}-year`),
  };
}

/** An ISO date from the three posted parts (or one ISO text); null when nothing was given. */
export function readDate(posted: PostedForm, name: string): Result<string | null> {
  const { day = '', month = '', year = '' } = readDateParts(posted, name);
  const given = [day, month, year].filter((part) => part !== '');
  if (given.length === 0) {
    return typed(posted, name) === ''
      ? ok(null)
      : fieldRefused(
          name,
          'date-impossible',
          both((w) => w.dateImpossible),
        );
  }
  if (given.length < 3)
    return fieldRefused(
      name,
      'date-incomplete',
      both((w) => w.dateIncomplete),
    );
  const date = dateOf(day, month, year);
  return date
    ? ok(date)
    : fieldRefused(
        name,
        'date-impossible',
        both((w) => w.dateImpossible),
      );
}

/** There is no year 0 in the calendar, nor in PostgreSQL; ISO 8601 alone has one. */
function dateOf(day: string, month: string, year: string): string | null {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^(?!0000)\d{4}$/.test(year)) return null;
  try {
    const parts = { day: Number(day), month: Number(month), year: Number(year) };
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** `09:00` from what people write: "9", "9.00", "09:00", "0900", "9.30 WIB"; null when it is no time of day. */
export function readTime(text: string): string | null {
  const found = /^(?:pukul |jam )?(\d{1,2})(?:[.:]?(\d{2}))?(?: ?wi(?:b|ta|t))?$/i.exec(text.trim());
  const hour = Number(found?.[1]);
  const minute = Number(found?.[2] ?? '0');
  if (!found || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** What was typed into a time range, to show it again. */
export function readTimeRangeParts(posted: PostedForm, name: string): TimeRangeParts {
  return {
    ...readDateParts(posted, name),
    from: typed(posted, `${name}-from`),
    to: typed(posted, `${name}-to`),
  };
}

/** A day with a beginning before its end; null when nothing was given. */
export function readTimeRange(posted: PostedForm, name: string): Result<TimeRange | null> {
  const parts = readTimeRangeParts(posted, name);
  const date = readDate(posted, name);
  if (!date.ok) return date;
  if (date.value === null && !parts.from && !parts.to) return ok(null);
  if (date.value === null)
    return fieldRefused(
      name,
      'date-incomplete',
      both((w) => w.dateIncomplete),
    );
  const from = readTime(parts.from ?? '');
  const to = readTime(parts.to ?? '');
  if (!from || !to)
    return fieldRefused(
      name,
      'time-unreadable',
      both((w) => w.timeUnreadable),
    );
  if (from >= to)
    return fieldRefused(
      name,
      'time-reversed',
      both((w) => w.timeReversed),
    );
  return ok({ date: date.value, from, to });
}

/**
 * A number as Indonesians write it: "1.500" is one thousand five hundred, "2,5" two and a half. A single point that
 * cannot separate thousands ("2.5") is read as a decimal point. Null when it is no number.
 */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/\s/g, '');
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d+(?:[.,]\d+)?$/.test(plain)) return Number(plain.replace(',', '.'));
  return null;
}
