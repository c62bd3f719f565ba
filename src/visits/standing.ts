/** How a queue stands, as everybody in the room may know it. Pure. */
import type { Ticket } from './visits.ts';

export interface QueueStanding {
  /** How many have not been called. */
  readonly waiting: number;
  /** Numbers called and not served to the end, the latest first. */
  readonly called: readonly number[];
  /** Numbers that come next, in their order. */
  readonly next: readonly number[];
}

/** More than these nobody looks for on a screen. */
const MOST_SHOWN = 3;

const isWaiting = ({ called_at, outcome }: Ticket): boolean => called_at === null && outcome === null;

/** The standing of a counter, from the open tickets of its day. */
export function standingOf(tickets: readonly Ticket[]): QueueStanding {
  const waiting = tickets.filter(isWaiting).toSorted((one, other) => one.number - other.number);
  const called = tickets
    .flatMap(({ number, called_at, outcome }) =>
      called_at !== null && outcome === null ? [{ number, called_at }] : [],
    )
    .toSorted(
      (one, other) => Temporal.Instant.compare(other.called_at, one.called_at) || other.number - one.number,
    );
  const numbers = (some: readonly { readonly number: number }[]): readonly number[] =>
    some.slice(0, MOST_SHOWN).map(({ number }) => number);
  return { waiting: waiting.length, called: numbers(called), next: numbers(waiting) };
}

/** How many are called before this number. */
export const countAhead = (tickets: readonly Ticket[], number: number): number =>
  tickets.filter((ticket) => isWaiting(ticket) && ticket.number < number).length;
