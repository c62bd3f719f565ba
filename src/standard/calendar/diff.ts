/** What one working calendar changes of another, as people speak of it: days, special hours, the week. Pure. */
import type { ClosedDay, RegimeFile, WorkingCalendarFile } from '../../working-time/index.ts';

export interface ChangedDay {
  readonly was: ClosedDay;
  readonly is: ClosedDay;
}

export interface ChangedRegime {
  readonly was: RegimeFile;
  readonly is: RegimeFile;
}

/** Everything by which a calendar differs from the one before. Lists are in the order of their dates. */
export interface CalendarDiff {
  readonly added: readonly ClosedDay[];
  readonly removed: readonly ClosedDay[];
  /** The same date, otherwise named, of another kind, or with another decree. */
  readonly changed: readonly ChangedDay[];
  readonly regimesAdded: readonly RegimeFile[];
  readonly regimesRemoved: readonly RegimeFile[];
  readonly regimesChanged: readonly ChangedRegime[];
  /** The ordinary week, when it is another one. */
  readonly week: {
    readonly was: WorkingCalendarFile['week'];
    readonly is: WorkingCalendarFile['week'];
  } | null;
  readonly knownUntil: { readonly was: string | null; readonly is: string | null } | null;
  readonly timeZone: { readonly was: string; readonly is: string } | null;
}

/** Plain data of a calendar is the same when its JSON is; members stand in one order, since `readCalendar` made them. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const changeOf = <T>(was: T, is: T): { readonly was: T; readonly is: T } | null =>
  same(was, is) ? null : { was, is };

interface Matched<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly { readonly was: T; readonly is: T }[];
}

/**
 * Pairs what two lists hold: what is the same in both says nothing; of the rest, items with the same key are one item
 * that changed; what is left came or went. A date may hold two feasts, so a key may stand more than once.
 */
function match<T>(was: readonly T[], is: readonly T[], keyOf: (item: T) => string): Matched<T> {
  const left = without(was, is);
  const added: T[] = [];
  const changed: { was: T; is: T }[] = [];
  for (const item of without(is, was)) {
    const at = left.findIndex((one) => keyOf(one) === keyOf(item));
    const [before] = at === -1 ? [] : left.splice(at, 1);
    if (before === undefined) added.push(item);
    else changed.push({ was: before, is: item });
  }
  return { added, removed: left, changed };
}

/** What a list holds more often than another. */
function without<T>(list: readonly T[], other: readonly T[]): T[] {
  const taken = other.map((item) => JSON.stringify(item));
  return list.filter((item) => {
    const at = taken.indexOf(JSON.stringify(item));
    if (at === -1) return true;
    taken.splice(at, 1);
    return false;
  });
}

const byDate = (one: ClosedDay, other: ClosedDay): number => one.date.localeCompare(other.date);

/** Compares two calendars. */
export function diffCalendars(was: WorkingCalendarFile, is: WorkingCalendarFile): CalendarDiff {
  const days = match(was.closed, is.closed, ({ date }) => date);
  const regimes = match(was.regimes, is.regimes, ({ name }) => name);
  return {
    added: days.added.toSorted(byDate),
    removed: days.removed.toSorted(byDate),
    changed: days.changed.toSorted((one, other) => byDate(one.is, other.is)),
    regimesAdded: regimes.added,
    regimesRemoved: regimes.removed,
    regimesChanged: regimes.changed,
    week: changeOf(was.week, is.week),
    knownUntil: changeOf(was.knownUntil, is.knownUntil),
    timeZone: changeOf(was.timeZone, is.timeZone),
  };
}

/** Whether two calendars say the same. */
export const isSameCalendar = (diff: CalendarDiff): boolean =>
  Object.values(diff).every((part: unknown) => part === null || (Array.isArray(part) && part.length === 0));
