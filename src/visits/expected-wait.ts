/**
 * How long somebody will wait, from the pace at which the counter has called today. Said only where today can bear it: nobody is
 * helped by a number that an office cannot keep. Pure.
 */

/** A number that was called. */
export interface Call {
  readonly arrived_at: Temporal.Instant;
  readonly called_at: Temporal.Instant;
}

/** A stretch of time in which the counter is open. */
export interface Stretch {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

const FEWEST_GAPS = 5;
/** Of older ones the counter may have had more officers, or fewer. */
const MOST_GAPS = 10;

/**
 * Minutes until whoever has `ahead` people before them is called; null where it cannot be said honestly: too few calls today,
 * none for longer than any before, the counter closed now or by then. `calls` are those of today in their order, `open` the
 * counter's hours of today. What an officer did between two calls (a visitor who did not come, a second officer) is in the pace.
 */
export function expectedWait(
  calls: readonly Call[],
  ahead: number,
  now: Temporal.Instant,
  open: readonly Stretch[],
): number | null {
  const stretch = open.find((one) => isWithin(now, one));
  const last = calls.at(-1);
  const gaps = busyGaps(calls, open).slice(-MOST_GAPS);
  if (!stretch || !last || !isWithin(last.called_at, stretch) || gaps.length < FEWEST_GAPS) return null;
  const since = minutesBetween(last.called_at, now);
  if (since > Math.max(...gaps)) return null;
  const pace = usual(gaps);
  const minutes = roundedUp(ahead * pace + Math.max(pace - since, 0));
  return isWithin(now.add({ minutes }), stretch) ? minutes : null;
}

const isWithin = (instant: Temporal.Instant, { from, to }: Stretch): boolean =>
  Temporal.Instant.compare(from, instant) <= 0 && Temporal.Instant.compare(instant, to) <= 0;

const minutesBetween = (from: Temporal.Instant, to: Temporal.Instant): number =>
  to.since(from).total({ unit: 'minutes' });

/** Minutes between two calls, where the second visitor stood waiting all that time and the counter was open. */
function busyGaps(calls: readonly Call[], open: readonly Stretch[]): readonly number[] {
  return calls.flatMap((call, at) => {
    const before = calls[at - 1];
    if (!before || Temporal.Instant.compare(call.arrived_at, before.called_at) > 0) return [];
    const together = open.some((one) => isWithin(before.called_at, one) && isWithin(call.called_at, one));
    return together ? [minutesBetween(before.called_at, call.called_at)] : [];
  });
}

/** The mean without the longest and the shortest: one long talk, or one visitor who had gone, is not the pace. */
function usual(gaps: readonly number[]): number {
  const middle = gaps.toSorted((one, other) => one - other).slice(1, -1);
  return middle.reduce((sum, gap) => sum + gap, 0) / middle.length;
}

const HOUR = 60;

/** Up to five minutes, from an hour on to a quarter: who is called earlier is not cross. */
function roundedUp(minutes: number): number {
  const step = minutes <= HOUR ? 5 : 15;
  return Math.max(step, Math.ceil(minutes / step) * step);
}
