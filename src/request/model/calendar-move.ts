/** What a new calendar did to a deadline, as the journal says it (clock.md, rule 9). Pure. */
import type { DeadlineSet, Entry } from './entries.ts';

/** What an entry says of a new calendar; null for one that says something else. */
export const calendarApplied = (entry: Entry): DeadlineSet | null =>
  entry.kind === 'deadline-set' && entry.data.cause === 'calendar' ? entry.data : null;

const momentOf = (due: string | null | undefined): number | null =>
  due ? Temporal.Instant.from(due).epochMilliseconds : null;

/** Whether the deadline became another moment; what is left of a clock that stands is none. */
export const hasMoved = ({ due, was }: Pick<DeadlineSet, 'due' | 'was'>): boolean =>
  momentOf(due) !== momentOf(was?.due);
