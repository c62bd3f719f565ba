import { Draft } from './promise-draft.ts';
import { readNumber, readNumberPair } from './promise-numbers.ts';
import type { NumberPair, NumberRead } from './promise-numbers.ts';
import { PromiseTimes } from './promise-times.ts';
import type { Span } from './promise-times.ts';
import { tokenize } from './promise-tokens.ts';
import type { StartEvent, Token } from './promise-tokens.ts';

export type CountedBasis = 'working' | 'calendar';

type TokenOf<K extends Token['kind']> = Extract<Token, { kind: K }>;
type Readers = { readonly [K in Token['kind']]: (token: TokenOf<K>) => void };

const RANGE_MARKS = ['to', 'dash', 'or'] as const satisfies readonly Token['kind'][];

/** Reads the tokens of one text: the times it names, and what it says about them. Used once. */
export class PromiseParser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  readonly times = new PromiseTimes();
  readonly bases = new Set<CountedBasis>();
  readonly extensionBases = new Set<CountedBasis>();
  /** How many times had been named where the basis last was. */
  #timesAtBasis = 0;
  bound: 'at-most' | 'about' | null = null;
  starts: StartEvent | null = null;
  #atLeast: Span | null = null;
  #sameDay: Span | null = null;
  /** "di luar hari libur", read only beside "hari kerja". */
  readonly #needingWork: Span[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  /** Reads all tokens. */
  read(): this {
    for (let token = this.#take(); token; token = this.#take()) {
      // The table gives each kind its own reader; that this one takes this token is beyond what types can say.
      (this.#readers[token.kind] as (token: Token) => void)(token);
    }
    this.#settle();
    return this;
  }

  /** "hari itu juga": nothing is promised but the day itself. */
  get isSameDay(): boolean {
    return this.#sameDay !== null;
  }

  /** "3 hari kerja s.d. 10 hari": the longer end, which is the promise, does not say what its days are. */
  get isHalfBased(): boolean {
    const { isRange, drafts } = this.times;
    const isOpen = drafts.at(-1)?.has('years', 'months', 'weeks', 'days') === true;
    return isRange && drafts.length > 1 && this.#timesAtBasis === 1 && isOpen;
  }

  readonly #refuse = (token: Token): void => this.times.refuse(token, 'unknown');
  readonly #range = (token: Token): void => this.#readRange(token);

  readonly #readers: Readers = {
    number: () => this.#readAmount(),
    one: (token) => this.times.add(1, token.unit, token),
    basis: ({ basis }) => this.#addBasis(basis),
    kerja: (token) => this.#readWork(token),
    bound: (token) => this.#readBound(token),
    starts: (token) => this.#readStart(token),
    open: (token) => this.times.openBracket(token),
    close: (token) => this.times.closeBracket(token),
    to: this.#range,
    dash: this.#range,
    or: this.#range,
    stop: () => this.times.breakOff(),
    'same-day': (token) => {
      this.#sameDay = token;
      this.times.breakOff();
    },
    extension: (token) => (this.times.isEmpty ? this.#refuse(token) : this.times.extend()),
    again: (token) => (this.times.isExtending ? undefined : this.#refuse(token)),
    'needs-working': (token) => this.#needingWork.push(token),
    rate: (token) => this.times.refuse(token, 'rate'),
    'other-start': (token) => this.times.refuse(token, 'other-start'),
    'left-out': (token) => this.times.refuse(token, 'left-out'),
    unit: this.#refuse,
    times: this.#refuse,
    glue: this.#refuse,
    unknown: this.#refuse,
  };

  #take(): Token | undefined {
    const token = this.#tokens[this.#next];
    this.#next += 1;
    return token;
  }

  /** The next token, taken if it is of this kind. */
  #takeIf<K extends Token['kind']>(kind: K): TokenOf<K> | undefined {
    const token = this.#tokens[this.#next];
    if (token?.kind !== kind) return undefined;
    this.#next += 1;
    return token as TokenOf<K>;
  }

  #addBasis(basis: CountedBasis): void {
    (this.times.isExtending ? this.extensionBases : this.bases).add(basis);
    if (!this.times.isExtending) this.#timesAtBasis = this.times.drafts.length;
  }

  /** "kerja" behind its unit: "3 hari kerja", "3 hari (kerja)". Elsewhere ("unit kerja") it is not known. */
  #readWork(token: Token): void {
    const before = this.#tokens
      .slice(0, this.#next - 1)
      .findLast(({ kind }) => kind !== 'open' && kind !== 'close');
    if (before?.kind === 'unit' || before?.kind === 'one') this.#addBasis('working');
    else this.#refuse(token);
  }

  #readBound(token: TokenOf<'bound'>): void {
    if (this.times.isExtending) return; // "diperpanjang paling lama 7 hari": not said of the promise
    const { bound } = token;
    if (bound === 'at-least') this.#atLeast = token;
    else if (bound === 'at-most' && this.#atLeast && !this.times.isEmpty) this.times.announceRange(token);
    else if (this.bound !== 'about') this.bound = bound;
    this.times.breakOff();
  }

  #readStart(token: TokenOf<'starts'>): void {
    if (this.starts !== null && this.starts !== token.event) this.times.refuse(token, 'contradiction');
    this.starts = token.event;
    this.times.breakOff();
  }

  #takeNumber(): NumberRead | null {
    const number = readNumber(this.#text, this.#tokens, this.#next);
    this.#next += number?.length ?? 0;
    return number;
  }

  #readAmount(): void {
    this.#next -= 1;
    const number = this.#takeNumber();
    if (!number) return;
    if (this.#takeIf('times')) {
      this.#readTimes(number);
      return;
    }
    const isProven = this.#takeRangeInWords(number.value);
    const unit = this.#takeIf('unit');
    const span = { at: number.at, end: unit?.end ?? number.end };
    if (number.contradicts || !isProven) this.times.refuse(span, 'contradiction');
    else if (Number.isNaN(number.value)) this.times.refuse(span, 'unknown');
    else if (unit) this.times.add(number.value, unit.unit, span);
    else if (this.#rangeFollows() && !this.times.waiting) this.times.wait(number);
    else this.times.refuse(number, 'unknown');
  }

  #rangeFollows(): boolean {
    const kind = this.#tokens[this.#next]?.kind;
    return RANGE_MARKS.some((mark) => mark === kind);
  }

  /** The next bracket with two numbers parted by one of these marks, taken. */
  #takePair(...marks: readonly Token['kind'][]): NumberPair | null {
    const pair = readNumberPair(this.#tokens, this.#next);
    if (!pair || !marks.includes(pair.mark)) return null;
    this.#next += pair.length;
    return pair;
  }

  /** Both ends once more in brackets, "3-5 (tiga sampai lima) hari"; false where they are others. */
  #takeRangeInWords(value: number): boolean {
    const { waiting } = this.times;
    const pair = waiting && this.#takePair(...RANGE_MARKS);
    if (!pair || (pair.first === waiting.value && pair.second === value)) return true;
    this.times.refuse(waiting, 'contradiction');
    return false;
  }

  /** "2 × 24 jam" is two days and nights. Any other product is no promise known to us. */
  #readTimes(number: NumberRead): void {
    const factor = this.#takeNumber();
    const isProven = this.#takeProduct(number.value);
    const unit = this.#takeIf('unit');
    const span = { at: number.at, end: unit?.end ?? factor?.end ?? number.end };
    if (Number.isNaN(number.value) || !isProven) this.times.refuse(span, 'contradiction');
    else if (factor?.value !== 24 || unit?.unit !== 'hours') this.times.refuse(span, 'unknown');
    else this.times.add(number.value * 24, 'hours', span, true);
  }

  /** The product once more in brackets, "3x24 (tiga kali dua puluh empat) jam"; false where it is another. */
  #takeProduct(times: number): boolean {
    const pair = this.#takePair('times');
    return !pair || (pair.first === times && pair.second === 24);
  }

  /** "s.d." between two times; before the first it says "up to", and a dash there is a bullet. */
  #readRange(token: Token): void {
    const isFirst = this.times.isEmpty;
    if (isFirst && token.kind === 'to') this.bound ??= 'at-most';
    else if (isFirst && token.kind === 'dash') return;
    else if (token.kind === 'or' && !this.times.waiting) this.times.refuse(token, 'several');
    else this.times.announceRange(token);
  }

  #settle(): void {
    this.times.settle(this.#tokens.at(-1) ?? { at: 0, end: 0 });
    if (this.#atLeast && !this.times.isRange) this.times.refuse(this.#atLeast, 'unknown');
    this.#settleSameDay();
    if (!this.bases.has('working')) {
      for (const span of this.#needingWork) this.times.refuse(span, 'unknown');
    }
    this.times.unread.sort((a, b) => a.at - b.at);
  }

  /** "hari itu juga" alone is a promise of nothing; it may stand beside hours, but not beside days. */
  #settleSameDay(): void {
    if (!this.#sameDay) return;
    const [first] = this.times.drafts;
    if (!first) {
      this.times.drafts.push(new Draft());
      this.bases.add('working');
    } else if (first.elapsed || first.has('years', 'months', 'weeks', 'days'))
      this.times.refuse(this.#sameDay, 'contradiction');
  }
}
