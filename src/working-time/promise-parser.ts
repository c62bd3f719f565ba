import { tokenize } from './promise-tokens.ts';
import type { StartEvent, Token, Unit } from './promise-tokens.ts';
import type { PromisedTime } from './types.ts';

type Amounts = Omit<PromisedTime, 'basis'>;

/** One time being put together. */
export interface Draft {
  amounts: Amounts;
  readonly units: Set<Unit>;
  /** "N×24 jam": time that elapses day and night. */
  elapsed: boolean;
}

export interface Span {
  readonly at: number;
  readonly end: number;
}

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

/** Half an hour is 30 minutes; half a day or month is no exact time, so there is none. */
function amountsOf(value: number, unit: Unit): Amounts | null {
  const [field, factor] = UNIT_AMOUNTS[unit];
  const count = value * factor;
  if (!Number.isSafeInteger(count)) return null;
  if (unit === 'hours') return { ...NOTHING, hours: Math.floor(count / 60), minutes: count % 60 };
  return { ...NOTHING, [field]: count };
}

type NumberToken = Extract<Token, { kind: 'number' }>;

/**
 * The number that neighbouring pieces make: one figure or word, "1 ½", or figures that a scanner has set apart
 * ("1 4"), which only the words behind them can prove. NaN where they make none, or `proof` says another.
 */
function numberOf(parts: readonly NumberToken[], proof: number | null): number {
  const [first, second] = parts;
  const whole = first?.value ?? Number.NaN;
  if (second === undefined) return proof === null || proof === whole ? whole : Number.NaN;
  const isMixed = parts.length === 2 && second.value > 0 && second.value < 1 && Number.isInteger(whole);
  if (isMixed && proof === null) return whole + second.value;
  const figures = parts.map(({ digits }) => digits ?? 'NaN').join('');
  return proof === Number(figures) ? proof : Number.NaN;
}

/** Reads the tokens of one text: the times it names, and what it says about them. Used once. */
export class PromiseParser {
  readonly #tokens: readonly Token[];
  #next = 0;
  readonly #drafts: Draft[] = [];
  /** Figures before "s.d." that wait for the unit behind the second: "1 s.d. 3 hari". */
  #waiting: (Span & { readonly value: number }) | null = null;
  #expectsEntry = true;
  isRange = false;
  readonly unread: Span[] = [];
  readonly bases = new Set<'working' | 'calendar'>();
  bound: 'at-most' | 'about' | null = null;
  starts: StartEvent | null = null;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  /** Reads all tokens; gives the times named, in the order of the text. */
  read(): readonly Draft[] {
    for (let token = this.#take(); token; token = this.#take()) this.#readToken(token);
    this.#settleWaiting();
    return this.#drafts.filter(({ units }) => units.size > 0);
  }

  #take(): Token | undefined {
    const token = this.#tokens[this.#next];
    this.#next += 1;
    return token;
  }

  /** The next token, taken if it is of this kind. */
  #takeIf<K extends Token['kind']>(kind: K): Extract<Token, { kind: K }> | undefined {
    const token = this.#tokens[this.#next];
    if (token?.kind !== kind) return undefined;
    this.#next += 1;
    return token as Extract<Token, { kind: K }>;
  }

  #readToken(token: Token): void {
    if (token.kind === 'number') this.#readAmount(token);
    else if (token.kind === 'to' || token.kind === 'dash') this.#readRange(token);
    else if (token.kind === 'unit' || token.kind === 'times' || token.kind === 'unknown')
      this.unread.push(token);
    else this.#readMark(token);
  }

  /** What says something about the times but is none. Brackets say nothing by themselves. */
  #readMark(token: Token): void {
    if (token.kind === 'basis') this.bases.add(token.basis);
    if (token.kind === 'bound') this.bound = token.bound;
    if (token.kind === 'starts') this.#readStart(token);
    if (token.kind === 'same-day') {
      this.#currentDraft().units.add('days');
      this.bases.add('working');
    }
  }

  #readStart(token: Extract<Token, { kind: 'starts' }>): void {
    if (this.starts !== null && this.starts !== token.event) this.unread.push(token);
    this.starts = token.event;
  }

  /** A number, in figures or words, and its repetition in brackets, which must say the same. */
  #readNumber(first: NumberToken): Span & { readonly value: number } {
    const parts = [first];
    for (let more = this.#takeIf('number'); more; more = this.#takeIf('number')) parts.push(more);
    const repeated = this.#takeBracketed();
    const end = repeated?.end ?? parts.at(-1)?.end ?? first.end;
    return { value: numberOf(parts, repeated?.value ?? null), at: first.at, end };
  }

  /** "(sepuluh)" behind a number. */
  #takeBracketed(): { readonly value: number; readonly end: number } | null {
    const [open, number, close] = this.#tokens.slice(this.#next, this.#next + 3);
    if (open?.kind !== 'open' || number?.kind !== 'number' || close?.kind !== 'close') return null;
    this.#next += 3;
    return { value: number.value, end: close.end };
  }

  #readAmount(token: NumberToken): void {
    const number = this.#readNumber(token);
    if (this.#takeIf('times')) {
      this.#readTimes(number);
      return;
    }
    const unit = this.#takeIf('unit');
    if (unit) this.#add(number.value, unit.unit, { at: number.at, end: unit.end });
    else if (this.#rangeFollows()) this.#wait(number);
    else this.unread.push(number);
  }

  #rangeFollows(): boolean {
    const kind = this.#tokens[this.#next]?.kind;
    return kind === 'to' || kind === 'dash';
  }

  #wait(number: Span & { readonly value: number }): void {
    if (this.#waiting || Number.isNaN(number.value)) this.unread.push(number);
    else this.#waiting = number;
  }

  /** "2 × 24 jam" is two days and nights. Any other product is no promise known to us. */
  #readTimes(number: Span & { readonly value: number }): void {
    const token = this.#takeIf('number');
    const factor = token ? this.#readNumber(token) : null;
    const unit = this.#takeIf('unit');
    const span = { at: number.at, end: unit?.end ?? factor?.end ?? number.end };
    if (factor?.value !== 24 || unit?.unit !== 'hours') {
      this.unread.push(span);
      return;
    }
    this.#add(number.value * 24, 'hours', span).elapsed = true;
  }

  /** The time that is being read. */
  #currentDraft(): Draft {
    const current = this.#drafts.at(-1);
    if (current && !this.#expectsEntry) return current;
    const draft: Draft = { amounts: NOTHING, units: new Set(), elapsed: false };
    this.#drafts.push(draft);
    this.#expectsEntry = false;
    return draft;
  }

  #add(value: number, unit: Unit, span: Span): Draft {
    if (this.#drafts.at(-1)?.units.has(unit) && !this.#expectsEntry) {
      this.unread.push(span); // "ringan 5 hari, berat 60 hari": two promises, so none
      this.#expectsEntry = true;
    }
    const draft = this.#currentDraft();
    const more = amountsOf(value, unit);
    if (!more) {
      this.unread.push(span); // half a day
      return draft;
    }
    draft.units.add(unit);
    const { months, days, hours, minutes } = draft.amounts;
    draft.amounts = {
      months: months + more.months,
      days: days + more.days,
      hours: hours + more.hours,
      minutes: minutes + more.minutes,
    };
    return draft;
  }

  /** "s.d." between two times; before the first it says "up to", and a dash there is a bullet. */
  #readRange(token: Token): void {
    if (this.#waiting === null && this.#drafts.length === 0) {
      if (token.kind === 'to') this.bound = 'at-most';
      return;
    }
    if (this.isRange || this.#next >= this.#tokens.length) this.unread.push(token);
    this.isRange = true;
    this.#expectsEntry = true;
  }

  /** Gives the figures before "s.d." the unit of the time behind it. */
  #settleWaiting(): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    const [draft] = this.#drafts;
    const [unit] = draft?.units ?? [];
    const amounts = draft?.units.size === 1 && unit && !draft.elapsed ? amountsOf(waiting.value, unit) : null;
    if (amounts && unit) {
      this.#drafts.unshift({ amounts, units: new Set([unit]), elapsed: false });
    } else this.unread.push(waiting);
  }
}
