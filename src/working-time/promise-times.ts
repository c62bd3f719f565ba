import { Draft } from './promise-draft.ts';
import type { Unit } from './promise-tokens.ts';

/**
 * Why words of a promise were not read: `unknown` words; a `contradiction` ("14 (tiga belas) hari"); `several` times
 * that are no range; an `inexact` amount ("½ hari"); `rate`: a time for each piece, not for a request ("per ekor");
 * `other-start`: the clock starts at an event that a request does not have ("sejak menerima pelimpahan"); `left-out`:
 * time of others is not to be counted ("tidak termasuk proses di provinsi"); `nothing`: no time is named.
 */
export type UnreadReason =
  'unknown' | 'contradiction' | 'several' | 'inexact' | 'rate' | 'other-start' | 'left-out' | 'nothing';

export interface Span {
  readonly at: number;
  readonly end: number;
}

export interface UnreadSpan extends Span {
  readonly reason: UnreadReason;
}

interface Figure extends Span {
  readonly value: number;
}

/** Puts amounts together to the times that a text names: one, or the two ends of a range, and an extension. */
export class PromiseTimes {
  readonly drafts: Draft[] = [];
  extension: Draft | null = null;
  isRange = false;
  readonly unread: UnreadSpan[] = [];
  /** Figures before "s.d." that wait for the unit behind the second: "1 s.d. 3 hari". */
  #waiting: Figure | null = null;
  /** The next amount begins another time. */
  #isBroken = false;
  /** Where a range was announced whose second time is still to come. */
  #rangeAt: Span | null = null;
  /** A time in brackets behind another, which must repeat it. */
  #repeated: { readonly draft: Draft; readonly at: number } | null = null;
  #isExtending = false;

  refuse({ at, end }: Span, reason: UnreadReason): void {
    this.unread.push({ at, end, reason });
  }

  get isEmpty(): boolean {
    return this.drafts.length === 0 && this.#waiting === null;
  }

  /** The first end of a range, whose unit is still to come. */
  get waiting(): Figure | null {
    return this.#waiting;
  }

  get isExtending(): boolean {
    return this.#isExtending;
  }

  wait(figure: Figure): void {
    this.#waiting = figure;
  }

  /** Something stands between two amounts, so that they are not one time. */
  breakOff(): void {
    this.#isBroken = true;
  }

  /** What follows is the time by which the promise may be extended. */
  extend(): void {
    this.#isExtending = true;
    this.#repeated = null; // the bracket it stands in repeats nothing
  }

  /** The next time is the second end of a range. */
  announceRange(span: Span): void {
    if (this.isRange || this.#repeated || this.#isExtending) this.refuse(span, 'unknown');
    this.isRange = true;
    this.#rangeAt = span;
    this.#isBroken = true;
  }

  add(value: number, unit: Unit, span: Span, elapsed = false): void {
    if (this.#waiting) this.#settleWaiting(this.#waiting, unit, elapsed);
    const before = this.drafts.length;
    const isExpected = before === 0 || this.#rangeAt !== null;
    const draft = this.#draftFor(unit, elapsed);
    if (!draft || (this.drafts.length > before && !isExpected)) this.refuse(span, 'several');
    if (draft && !draft.add(value, unit)) this.refuse(span, 'inexact');
    if (draft && elapsed) draft.elapsed = true;
    this.#rangeAt = null;
    this.#isBroken = false;
  }

  /** The time that the next amount belongs to; null where it can belong to none. */
  #draftFor(unit: Unit, elapsed: boolean): Draft | null {
    if (this.#isExtending) this.extension ??= new Draft();
    const apart = this.#repeated?.draft ?? this.extension;
    if (apart) return apart.goesOnWith(unit) ? apart : null;
    const current = this.drafts.at(-1);
    if (current && !this.#isBroken && !elapsed && current.goesOnWith(unit)) return current;
    const draft = new Draft();
    this.drafts.push(draft);
    return draft;
  }

  /** Gives the figures before "s.d." the unit of the time behind it. */
  #settleWaiting(waiting: Figure, unit: Unit, elapsed: boolean): void {
    this.#waiting = null;
    const first = new Draft();
    first.elapsed = elapsed;
    if (this.drafts.length > 0) this.refuse(waiting, 'several');
    else if (!first.add(elapsed ? waiting.value * 24 : waiting.value, unit)) this.refuse(waiting, 'inexact');
    this.drafts.push(first);
  }

  /** A bracket behind a time repeats it; any other says nothing by itself. */
  openBracket({ at }: Span): void {
    const isBehindTime = this.drafts.length > 0 && !this.#isExtending && this.#rangeAt === null;
    if (isBehindTime && this.#repeated === null) this.#repeated = { draft: new Draft(), at };
  }

  closeBracket({ end }: Span): void {
    const repeated = this.#repeated;
    this.#repeated = null;
    if (!repeated || repeated.draft.units.size === 0) return;
    const current = this.drafts.at(-1);
    if (!current?.isRepeatedBy(repeated.draft)) this.refuse({ at: repeated.at, end }, 'contradiction');
  }

  /** The text is over: what was announced and did not come is not read. */
  settle(last: Span): void {
    if (this.#waiting) this.refuse(this.#waiting, 'unknown');
    if (this.#rangeAt) this.refuse(this.#rangeAt, 'unknown');
    if (this.#isExtending && !this.extension) this.refuse(last, 'unknown');
    this.closeBracket(last);
  }
}
