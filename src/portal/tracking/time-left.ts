/** What is left of a promise, or by how much it was missed, in the promise's own unit. Pure. */
import { promiseOf } from '../../request/index.ts';
import type { TrackingView } from '../../request/index.ts';
import { describeLeftAmount, workingTimeBetween } from '../../working-time/index.ts';
import type { Left } from '../../working-time/index.ts';
import type { Lang } from '../../ui/index.ts';
import type { Moment } from '../moment.ts';

const DAY_MINUTES = 24 * 60;

/**
 * The amount between now and the deadline: working days from two on and working time below; calendar days, and hours
 * on the last; hours and minutes for promises that run day and night. Always positive; whether late is the view's.
 */
function amountLeft(view: TrackingView, due: Temporal.Instant, now: Temporal.Instant): Left {
  const { basis } = promiseOf(view.service.value, view.state);
  const { days = 0, minutes = 0 } = view.timeLeft ?? {};
  if (basis === 'working') {
    return days >= 2 ? { unit: 'working-days', amount: days } : { unit: 'working-minutes', amount: minutes };
  }
  const between = Math.abs(Math.trunc(due.since(now).total('minutes')));
  return basis !== 'elapsed' && between >= DAY_MINUTES
    ? { unit: 'calendar-days', amount: Math.floor(between / DAY_MINUTES) }
    : { unit: 'minutes', amount: between };
}

/** "3 hari kerja", "41 jam 20 menit"; null while the clock stands. */
export function timeLeftWords(view: TrackingView, { now }: Moment, lang: Lang): string | null {
  if (view.state.due === null) return null;
  return describeLeftAmount(amountLeft(view, Temporal.Instant.from(view.state.due), now), lang);
}

/** How long the clock stood still in all, waiting for the applicant; null when it never did in working time. */
export function pausedWords(view: TrackingView, { calendar, now }: Moment, lang: Lang): string | null {
  let days = 0;
  let minutes = 0;
  for (const pause of view.state.pauses) {
    const stood = workingTimeBetween(calendar.calendar, pause.from, pause.to ?? now);
    days += stood.days;
    minutes += stood.minutes;
  }
  if (days > 0) return describeLeftAmount({ unit: 'working-days', amount: days }, lang);
  return minutes > 0 ? describeLeftAmount({ unit: 'working-minutes', amount: minutes }, lang) : null;
}
