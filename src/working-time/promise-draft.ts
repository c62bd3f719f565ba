import type { Unit } from './promise-tokens.ts';
import type { PromisedTime } from './types.ts';

export type Amounts = Omit<PromisedTime, 'basis'>;

/** Units from the longest to the shortest; in one time they stand in this order. */
const ORDER: readonly Unit[] = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'];

const NOTHING: Amounts = { months: 0, days: 0, hours: 0, minutes: 0 };

/** What one of each unit is made of. A week is 7 days, a year 12 months. */
const UNIT_AMOUNTS: Readonly<Record<Unit, readonly [keyof Amounts, number]>> = {
  years: ['months', 12],
  months: ['months', 1],
  weeks: ['days', 7],
  days: ['days', 1],
  hours: ['minutes', 60],
  minutes: ['minutes', 1],
};

/** So many of a unit. Half an hour is 30 minutes; half a day or month is no exact time, so there is none. */
function amountsOf(value: number, unit: Unit): Amounts | null {
  const [field, factor] = UNIT_AMOUNTS[unit];
  const count = value * factor;
  if (!Number.isSafeInteger(count)) return null;
  if (unit === 'hours') return { ...NOTHING, hours: Math.floor(count / 60), minutes: count % 60 };
  return { ...NOTHING, [field]: count };
}

/** One time being put together from its amounts. */
export class Draft {
  amounts: Amounts = NOTHING;
  readonly units = new Set<Unit>();
  /** "N×24 jam": time that elapses day and night. */
  elapsed = false;

  /** False for "½ hari". */
  add(value: number, unit: Unit): boolean {
    const more = amountsOf(value, unit);
    if (!more) return false;
    const { months, days, hours, minutes } = this.amounts;
    this.amounts = {
      months: months + more.months,
      days: days + more.days,
      hours: hours + more.hours,
      minutes: minutes + more.minutes,
    };
    this.units.add(unit);
    return true;
  }

  /** Amounts of one time go from long to short: what goes on otherwise is another time ("24 jam 7 hari"). */
  goesOnWith(unit: Unit): boolean {
    return [...this.units].every((own) => ORDER.indexOf(own) < ORDER.indexOf(unit));
  }

  has(...units: readonly Unit[]): boolean {
    return units.some((unit) => this.units.has(unit));
  }

  /** Whether a time in brackets repeats this one: "60 menit (1 jam)", "2 x 24 jam (48 jam)". */
  isRepeatedBy(other: Draft): boolean {
    const [own, repeated] = [this.amounts, other.amounts];
    return (
      own.months === repeated.months &&
      own.days === repeated.days &&
      own.hours * 60 + own.minutes === repeated.hours * 60 + repeated.minutes
    );
  }
}
