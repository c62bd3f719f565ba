/** What is left of a promise, or by how much it was missed, and how long its clock stood, in the promise's own unit. Pure. */
import { promiseOf } from '../../request/index.ts';
import type { TrackingView } from '../../request/index.ts';
import { describeLeftAmount, timeLeft, workingTimeBetween } from '../../working-time/index.ts';
import type { DerivationStep, Left } from '../../working-time/index.ts';
import type { Lang } from '../../ui/index.ts';
import type { Moment } from '../moment.ts';

/** "3 hari kerja", "41 jam 20 menit", also past the deadline; null while the clock stands. */
export function timeLeftWords(view: TrackingView, { now }: Moment, lang: Lang): string | null {
  if (view.state.due === null) return null;
  const { basis } = promiseOf(view.service.value, view.state);
  return describeLeftAmount(timeLeft(view.calendar, basis, now, Temporal.Instant.from(view.state.due)), lang);
}

type Stood = DerivationStep & { readonly kind: 'pause' };

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const minutesOf = ({ from, to }: Stood): number =>
  Math.trunc(Temporal.Instant.from(to).since(Temporal.Instant.from(from)).total('minutes'));

function stoodFor(view: TrackingView, pauses: readonly Stood[]): Left {
  const { basis } = promiseOf(view.service.value, view.state);
  if (basis === 'elapsed') return { unit: 'minutes', amount: sum(pauses.map(minutesOf)) };
  if (basis !== 'working') {
    return { unit: 'calendar-days', amount: sum(pauses.map(({ movedDays }) => movedDays ?? 0)) };
  }
  const times = pauses.map(({ from, to }) => workingTimeBetween(view.calendar, from, to));
  const days = sum(times.map((time) => time.days));
  return days > 0
    ? { unit: 'working-days', amount: days }
    : { unit: 'working-minutes', amount: sum(times.map((time) => time.minutes)) };
}

/**
 * How long the clock stood still in all, waiting for the applicant; null when it never did. Only what moved the deadline
 * counts: whoever was asked after it, or before the clock began, was not what the office waited for.
 */
export function pausedWords(view: TrackingView, lang: Lang): string | null {
  const stood = stoodFor(
    view,
    view.derivation.filter((step) => step.kind === 'pause'),
  );
  return stood.amount === 0 ? null : describeLeftAmount(stood, lang);
}
