/** The languages of the screen: Indonesian first. */
export type Lang = 'id' | 'en';

/** Words for a person in both languages. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

/** One thing wrong with an input: where (`week.mon[1]`, `received`), a stable code for programs, words for people. */
export interface WorkingTimeFault {
  readonly code: string;
  readonly path: string;
  readonly words: Words;
}

/** The outcome of a computation that can be refused. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: WorkingTimeFault };

/** The outcome of reading a whole file: all faults at once, never only the first. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly WorkingTimeFault[] };

/**
 * How a promise is counted: in working days and hours, in calendar days, or as time that simply elapses
 * ("2×24 jam"). `unspecified` ("14 hari") is computed as `calendar`, the reading stricter on the office.
 */
export type Basis = 'working' | 'calendar' | 'elapsed' | 'unspecified';

/** A promised time; every amount a whole number, zero or more. All zero: "hari itu juga". */
export interface PromisedTime {
  readonly basis: Basis;
  readonly months: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Working intervals `"HH:MM-HH:MM"` of each weekday, in order; a missing weekday is closed. */
export type WeekFile = Partial<Readonly<Record<Weekday, readonly string[]>>>;

/** Working hours that replace the weekly ones between two dates, both included (Ramadan; a six-day office). */
export interface RegimeFile {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly week: WeekFile;
}

export type ClosedKind = 'national-holiday' | 'joint-leave' | 'regional-holiday';

/** A day that is not worked, whatever the week or a regime says. */
export interface ClosedDay {
  readonly date: string;
  readonly name: string;
  readonly kind: ClosedKind;
  /** The decree it rests on (SKB 3 Menteri, a governor's or regent's decision); null while not known. */
  readonly decree: string | null;
  /** False while nobody has compared the date with the decree itself. */
  readonly confirmed: boolean;
}

/** The working calendar of an office as it stands in a file. Dates are `YYYY-MM-DD`. */
export interface WorkingCalendarFile {
  /** IANA name of an Indonesian zone (WIB, WITA, WIT). */
  readonly timeZone: string;
  /** Last date for which holidays are decreed; a deadline beyond it is provisional. Null: none is stated. */
  readonly knownUntil: string | null;
  readonly week: WeekFile;
  readonly regimes: readonly RegimeFile[];
  readonly closed: readonly ClosedDay[];
}

/** The office waits for the applicant from `from` up to, not including, `to`; null while it still waits. */
export interface Pause {
  readonly from: string;
  readonly to: string | null;
}

/** Time added on a lawful ground (UU 14/2008 art. 22(8): 7 working days, once), counted as the promise is. */
export interface Extension {
  readonly basis?: Basis;
  readonly months?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  /** The lawful ground, as it is shown to the applicant. */
  readonly ground?: string;
}

/** What a deadline is asked for. Instants are ISO 8601 with an offset or `Z`. */
export interface DeadlineQuestion {
  readonly received: string;
  readonly promise: PromisedTime;
  readonly pauses?: readonly (Pause | readonly [string, string | null])[];
  readonly extensions?: readonly Extension[];
}

/** What is left of a promise while its clock stands still, in the promise's own unit. */
export interface Left {
  readonly unit: 'working-days' | 'working-minutes' | 'calendar-days' | 'minutes';
  readonly amount: number;
  /** Seconds beyond the whole minutes of `amount`; only where there are any. */
  readonly seconds?: number;
}

/** When the promise falls due. `due` is null, and `left` is set, while the office waits for the applicant. */
export interface Due {
  /** In the office's own offset, with seconds: `2026-12-04T16:00:00+07:00`. */
  readonly due: string | null;
  readonly left: Left | null;
  /** True when it lies beyond the last date for which holidays are decreed. */
  readonly provisional: boolean;
}

/** A deadline with the steps by which it was found, in order. */
export interface Deadline extends Due {
  readonly derivation: readonly DerivationStep[];
}

export type DueResult = Outcome<Due>;
export type DeadlineResult = Outcome<Deadline>;

/** Days that no one works, a run from `from` to `to` (both included). */
export interface DayRun {
  readonly from: string;
  readonly to: string;
}

/** The working time taken from one day on the way to a deadline. */
export interface Portion {
  readonly date: string;
  readonly seconds: number;
}

/** Why a receipt does not start the clock at its own instant. */
export type OutsideHours = 'closed-day' | 'before-hours' | 'break' | 'after-hours';

/**
 * One step of a derivation, as data. Instants carry the office's offset; dates are `YYYY-MM-DD`.
 * `describeDerivation` turns steps into sentences.
 */
export type DerivationStep =
  | { readonly kind: 'received'; readonly at: string }
  | { readonly kind: 'start'; readonly at: string; readonly because: OutsideHours }
  | { readonly kind: 'promise'; readonly promise: PromisedTime }
  | { readonly kind: 'extension'; readonly added: PromisedTime; readonly ground: string | null }
  | { readonly kind: 'extended'; readonly promise: PromisedTime }
  | { readonly kind: 'unspecified' }
  | { readonly kind: 'regime'; readonly name: string; readonly from: string; readonly to: string }
  | { readonly kind: 'closed'; readonly day: ClosedDay }
  | { readonly kind: 'days-off'; readonly runs: readonly DayRun[] }
  | { readonly kind: 'months'; readonly from: string; readonly months: number; readonly to: string }
  | { readonly kind: 'working-days'; readonly from: string; readonly days: number; readonly to: string }
  | { readonly kind: 'calendar-days'; readonly from: string; readonly days: number; readonly to: string }
  | { readonly kind: 'rolled'; readonly from: string; readonly to: string }
  | { readonly kind: 'time-of-day'; readonly asked: string; readonly at: string }
  | { readonly kind: 'close'; readonly at: string }
  | WorkingMinutesStep
  | { readonly kind: 'elapsed'; readonly from: string; readonly promise: PromisedTime; readonly to: string }
  | PauseStep
  | { readonly kind: 'pause-too-late'; readonly from: string; readonly due: string }
  | { readonly kind: 'stopped'; readonly from: string; readonly left: Left }
  | { readonly kind: 'due'; readonly at: string }
  | { readonly kind: 'provisional'; readonly knownUntil: string | null };

/** Working time counted on from an instant; `portions` a day, or null where they would be too many to read. */
export interface WorkingMinutesStep {
  readonly kind: 'working-minutes';
  readonly from: string;
  readonly seconds: number;
  readonly to: string;
  readonly portions: readonly Portion[] | null;
}

/** The clock stood still. `from` and `to` as recorded; `countedFrom` and `countedTo` as moved into working hours. */
export interface PauseStep {
  readonly kind: 'pause';
  readonly from: string;
  readonly to: string;
  readonly countedFrom: string;
  readonly countedTo: string;
  /** What was left of the promise when the clock stopped; null for calendar days, which move by whole days. */
  readonly left: Left | null;
  /** Whole days by which a deadline in calendar days moves; null for the others. */
  readonly movedDays: number | null;
  /** False where the deadline stays: a pause outside working hours, or within one calendar day. */
  readonly moves: boolean;
}
