import { readDate } from './civil.ts';
import { faultAt } from './faults.ts';
import type { FaultCode } from './faults.ts';
import { WEEKDAYS } from './types.ts';
import type {
  ClosedDay,
  ClosedKind,
  ReadResult,
  RegimeFile,
  WeekFile,
  WorkingCalendarFile,
  WorkingTimeFault,
} from './types.ts';
import { findZone } from './zones.ts';

type Fields = Readonly<Record<string, unknown>>;

const INTERVAL = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const CALENDAR_FIELDS = ['timeZone', 'knownUntil', 'week', 'regimes', 'closed'];
const REGIME_FIELDS = ['name', 'from', 'to', 'week'];
const CLOSED_FIELDS = ['date', 'name', 'kind', 'decree', 'confirmed'];
const KINDS: readonly string[] = [
  'national-holiday',
  'joint-leave',
  'regional-holiday',
] satisfies ClosedKind[];

/**
 * Reads the parts of a calendar and notes what is wrong with them. A part at fault gives a harmless value, so
 * that reading goes on and all faults are found; such values never leave `readCalendar`.
 */
class Reader {
  readonly faults: WorkingTimeFault[] = [];

  refuse(path: string, code: FaultCode, quoted?: unknown): void {
    this.faults.push(faultAt(path, code, quoted));
  }

  /** The fields of an object. A field nobody knows is refused: a misspelt `regimes` must not be read over. */
  fields(value: unknown, path: string, known: readonly string[]): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.refuse(path, 'not-an-object');
      return {};
    }
    const fields = value as Fields;
    for (const name of Object.keys(fields)) {
      if (!known.includes(name)) this.refuse(path === '' ? name : `${path}.${name}`, 'unknown-field', name);
    }
    return fields;
  }

  list(value: unknown, path: string): readonly unknown[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.refuse(path, 'not-a-list');
    return [];
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.refuse(path, 'not-text');
    return '';
  }

  date(value: unknown, path: string): string {
    if (typeof value === 'string' && !Number.isNaN(readDate(value))) return value;
    this.refuse(path, 'not-a-date', value);
    return '';
  }

  /** The intervals of one weekday, well formed, in order, none over another. */
  intervals(value: unknown, path: string): readonly string[] {
    const intervals = this.list(value, path).map((interval, i) => this.interval(interval, `${path}[${i}]`));
    let free = '';
    for (const [i, interval] of intervals.entries()) {
      if (interval === '') continue;
      if (interval.slice(0, 5) < free) this.refuse(`${path}[${i}]`, 'interval-overlap', interval);
      free = interval.slice(6);
    }
    return intervals;
  }

  interval(value: unknown, path: string): string {
    if (typeof value !== 'string' || !INTERVAL.test(value)) this.refuse(path, 'not-an-interval', value);
    else if (value.slice(6) <= value.slice(0, 5)) this.refuse(path, 'interval-over-midnight', value);
    else return value;
    return '';
  }

  week(value: unknown, path: string): WeekFile {
    const fields = this.fields(value, path, WEEKDAYS);
    const days = WEEKDAYS.filter((day) => fields[day] !== undefined);
    return Object.fromEntries(days.map((day) => [day, this.intervals(fields[day], `${path}.${day}`)]));
  }

  regime(value: unknown, path: string): RegimeFile {
    const fields = this.fields(value, path, REGIME_FIELDS);
    const regime = {
      name: this.text(fields['name'], `${path}.name`),
      from: this.date(fields['from'], `${path}.from`),
      to: this.date(fields['to'], `${path}.to`),
      week: this.week(fields['week'], `${path}.week`),
    };
    if (regime.to !== '' && regime.to < regime.from) this.refuse(path, 'regime-reversed', regime.name);
    return regime;
  }

  closedDay(value: unknown, path: string): ClosedDay {
    const fields = this.fields(value, path, CLOSED_FIELDS);
    const kind = this.text(fields['kind'], `${path}.kind`);
    if (kind !== '' && !KINDS.includes(kind)) this.refuse(`${path}.kind`, 'unknown-kind', kind);
    const decree = fields['decree'] ?? null;
    const confirmed = fields['confirmed'] ?? true;
    if (typeof confirmed !== 'boolean') this.refuse(`${path}.confirmed`, 'not-yes-or-no');
    return {
      date: this.date(fields['date'], `${path}.date`),
      name: this.text(fields['name'], `${path}.name`),
      kind: kind as ClosedKind,
      decree: decree === null ? null : this.text(decree, `${path}.decree`),
      confirmed: confirmed === true,
    };
  }

  zone(value: unknown): string {
    const timeZone = this.text(value, 'timeZone');
    if (timeZone !== '' && !findZone(timeZone)) this.refuse('timeZone', 'unknown-zone', timeZone);
    return timeZone;
  }

  /** Two regimes may not claim the same date; dates in ISO form compare as text. */
  checkRegimes(regimes: readonly RegimeFile[]): void {
    for (const [i, regime] of regimes.entries()) {
      for (const earlier of regimes.slice(0, i)) {
        const overlaps = regime.from <= earlier.to && earlier.from <= regime.to;
        if (overlaps && regime.from !== '' && earlier.from !== '') {
          this.refuse(`regimes[${i}]`, 'regime-overlap', earlier.name);
        }
      }
    }
  }
}

/** Reads the hours of a week, such as those of a counter: the same rules and faults as in a calendar, below `path`. */
export function readWeek(input: unknown, path: string): ReadResult<WeekFile> {
  const reader = new Reader();
  const week = reader.week(input, path);
  return reader.faults.length === 0 ? { ok: true, value: week } : { ok: false, faults: reader.faults };
}

/**
 * Reads the file of a working calendar. Every fault is reported, each with its place (`regimes[1].week.fri[0]`)
 * and words in both languages. `regimes`, `closed` and `knownUntil` may be missing: no regimes, no closed days,
 * every deadline provisional. A week without any hours is accepted here; deadlines over it are refused.
 */
export function readCalendar(input: unknown): ReadResult<WorkingCalendarFile> {
  const reader = new Reader();
  const fields = reader.fields(input, '', CALENDAR_FIELDS);
  const knownUntil = fields['knownUntil'] ?? null;
  const file: WorkingCalendarFile = {
    timeZone: reader.zone(fields['timeZone']),
    knownUntil: knownUntil === null ? null : reader.date(knownUntil, 'knownUntil'),
    week: reader.week(fields['week'], 'week'),
    regimes: reader
      .list(fields['regimes'], 'regimes')
      .map((regime, i) => reader.regime(regime, `regimes[${i}]`)),
    closed: reader.list(fields['closed'], 'closed').map((day, i) => reader.closedDay(day, `closed[${i}]`)),
  };
  reader.checkRegimes(file.regimes);
  return reader.faults.length === 0 ? { ok: true, value: file } : { ok: false, faults: reader.faults };
}
