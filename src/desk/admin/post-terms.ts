/** Who holds a post when: what is vacant, what overlaps. Pure; both ends of a term are included. */
import type { OfficialRow } from '../../people/index.ts';

export interface Term {
  readonly id: string;
  readonly official: OfficialRow;
  readonly as: OfficialRow['holdings'][number]['as'];
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
  readonly basis: string | null;
}

export interface Span {
  readonly from: Temporal.PlainDate;
  /** Null: with no end in sight. */
  readonly to: Temporal.PlainDate | null;
}

const compare = (one: Temporal.PlainDate, other: Temporal.PlainDate): number =>
  Temporal.PlainDate.compare(one, other);

/** Whether two spans share a day. */
export const overlap = (one: Span, other: Span): boolean =>
  (one.to === null || compare(other.from, one.to) <= 0) &&
  (other.to === null || compare(one.from, other.to) <= 0);

export const isOver = ({ to }: Span, day: Temporal.PlainDate): boolean => to !== null && compare(to, day) < 0;
export const isFuture = ({ from }: Span, day: Temporal.PlainDate): boolean => compare(from, day) > 0;
export const holdsOn = (span: Span, day: Temporal.PlainDate): boolean =>
  !isOver(span, day) && !isFuture(span, day);

/** Whether all days of a span are days of the other. */
export const within = (one: Span, other: Span): boolean =>
  compare(one.from, other.from) >= 0 &&
  (other.to === null || (one.to !== null && compare(one.to, other.to) <= 0));

/** All terms of a post, by their first day. */
export const termsOf = (position: string, officials: readonly OfficialRow[]): readonly Term[] =>
  officials
    .flatMap((official) =>
      official.holdings
        .filter((holding) => holding.position === position)
        .map(({ id, as, from, to, basis }) => ({ id, official, as, from, to, basis })),
    )
    .toSorted((one, other) => compare(one.from, other.from));

/** Days from `today` on at which nobody holds the post; the last of them may have no end. */
export function vacanciesFrom(today: Temporal.PlainDate, terms: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  let open = today;
  for (const { from, to } of terms.toSorted((one, other) => compare(one.from, other.from))) {
    if (to !== null && compare(to, open) < 0) continue;
    if (compare(from, open) > 0) found.push({ from: open, to: from.subtract({ days: 1 }) });
    if (to === null) return found;
    open = to.add({ days: 1 });
  }
  return [...found, { from: open, to: null }];
}

/** When somebody new would take up a post: on the first day nobody holds it; today where that is not in sight. */
export const startOfNext = (today: Temporal.PlainDate, terms: readonly Span[]): Temporal.PlainDate =>
  vacanciesFrom(today, terms)[0]?.from ?? today;

/** Terms that share days with this one and are not it. */
export const besides = (term: Term, terms: readonly Term[]): readonly Term[] =>
  terms.filter((other) => other.id !== term.id && overlap(other, term));
