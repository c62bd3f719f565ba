import { faultAt } from './faults.ts';
import type { FaultCode } from './faults.ts';
import { readInstant } from './iso.ts';
import type { WallPause } from './reckon.ts';
import type { Basis, Outcome, PromisedTime, WorkingTimeFault } from './types.ts';

/** An extension as it was read: the amounts it adds, and its ground. */
export interface ReadExtension {
  readonly added: PromisedTime;
  readonly ground: string | null;
}

/** A question read and checked. Instants are seconds on the office's wall clock. */
export interface Question {
  readonly received: number;
  readonly promise: PromisedTime;
  readonly extensions: readonly ReadExtension[];
  /** The promise with all extensions added (rule 7). */
  readonly extended: PromisedTime;
  readonly pauses: readonly WallPause[];
}

/** Questions may come from outside (the batch command), so nothing about their shape is believed. */
type Unread = Readonly<Record<string, unknown>>;

/** Carries one fault out of the reading functions; caught in `readQuestion` and nowhere else. */
class Refusal extends Error {
  readonly fault: WorkingTimeFault;

  constructor(path: string, code: FaultCode, quoted?: unknown) {
    super(code);
    this.fault = faultAt(path, code, quoted);
  }
}

const LARGEST_AMOUNT = 10_000_000;
const NO_PAUSES: readonly WallPause[] = [];
const NO_EXTENSIONS: readonly ReadExtension[] = [];

function objectOf(value: unknown, path: string): Unread {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(path, 'not-an-object');
  return value as Unread;
}

function listOf(value: unknown, path: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Refusal(path, 'not-a-list');
  return value;
}

function amountOf(value: unknown, path: string): number {
  if (value === undefined) return 0;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_AMOUNT)
    return value;
  throw new Refusal(path, 'not-an-amount', value);
}

function basisOf(value: unknown, path: string): Basis {
  switch (value) {
    case 'working':
    case 'calendar':
    case 'elapsed':
    case 'unspecified':
      return value;
    default:
      throw new Refusal(path, 'unknown-basis', value);
  }
}

function amountsOf(source: Unread, basis: Basis, path: string): PromisedTime {
  return {
    basis,
    months: amountOf(source['months'], `${path}.months`),
    days: amountOf(source['days'], `${path}.days`),
    hours: amountOf(source['hours'], `${path}.hours`),
    minutes: amountOf(source['minutes'], `${path}.minutes`),
  };
}

function promiseOf(value: unknown): PromisedTime {
  const source = objectOf(value, 'promise');
  return amountsOf(source, basisOf(source['basis'], 'promise.basis'), 'promise');
}

/** Wall-clock seconds of an instant. */
function wallOf(value: unknown, offset: number, path: string): number {
  const seconds = typeof value === 'string' ? readInstant(value) : Number.NaN;
  if (Number.isNaN(seconds)) throw new Refusal(path, 'not-an-instant', value);
  return seconds + offset;
}

/** An unspecified basis counts as calendar days, so the two are the same basis. */
const countedAs = (basis: Basis): Basis => (basis === 'unspecified' ? 'calendar' : basis);

function extensionOf(value: unknown, basis: Basis, path: string): ReadExtension {
  const source = objectOf(value, path);
  const own = source['basis'] === undefined ? basis : basisOf(source['basis'], `${path}.basis`);
  if (countedAs(own) !== countedAs(basis)) throw new Refusal(`${path}.basis`, 'extension-basis', own);
  const ground = source['ground'] ?? null;
  if (ground !== null && typeof ground !== 'string') throw new Refusal(`${path}.ground`, 'not-text');
  return { added: amountsOf(source, basis, path), ground };
}

const plus = (a: PromisedTime, b: PromisedTime): PromisedTime => ({
  basis: a.basis,
  months: a.months + b.months,
  days: a.days + b.days,
  hours: a.hours + b.hours,
  minutes: a.minutes + b.minutes,
});

/** A pause as `{from, to}` or as `[from, to]`; `to` null or absent while it is open. */
function pauseOf(value: unknown, offset: number, path: string): WallPause {
  const asPair = Array.isArray(value) ? (value as readonly unknown[]) : null;
  const source = asPair ? { from: asPair[0], to: asPair[1] } : objectOf(value, path);
  const to = source['to'] ?? null;
  return {
    from: wallOf(source['from'], offset, `${path}.from`),
    to: to === null ? Number.NaN : wallOf(to, offset, `${path}.to`),
  };
}

/** Rule 6: pauses stand in order of time, none overlaps another, none lies before the receipt. */
function checkPauses(pauses: readonly WallPause[], received: number): void {
  let free = received;
  for (const [i, { from, to }] of pauses.entries()) {
    if (from < received) throw new Refusal(`pauses[${i}]`, 'pause-before-receipt');
    if (to < from) throw new Refusal(`pauses[${i}]`, 'pause-reversed');
    if (!(from >= free)) throw new Refusal(`pauses[${i}]`, 'pause-overlap');
    free = to; // NaN after an open pause: nothing may follow it
  }
}

/**
 * Reads a question as it came, from a program or from a line of a batch.
 * @param offset seconds the office's zone lies east of UTC
 */
export function readQuestion(input: unknown, offset: number): Outcome<Question> {
  try {
    const source = objectOf(input, 'question');
    const received = wallOf(source['received'], offset, 'received');
    const promise = promiseOf(source['promise']);
    const pauses = listOf(source['pauses'], 'pauses').map((pause, i) =>
      pauseOf(pause, offset, `pauses[${i}]`),
    );
    checkPauses(pauses, received);
    const extensions = listOf(source['extensions'], 'extensions').map((extension, i) =>
      extensionOf(extension, promise.basis, `extensions[${i}]`),
    );
    const extended = extensions.reduce((sum, { added }) => plus(sum, added), promise);
    return {
      ok: true,
      value: {
        received,
        promise,
        extended,
        extensions: extensions.length === 0 ? NO_EXTENSIONS : extensions,
        pauses: pauses.length === 0 ? NO_PAUSES : pauses,
      },
    };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault };
    throw error;
  }
}
