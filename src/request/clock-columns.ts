/** What the row keeps of a request's clock beside its state, so that what comes due is found by index. */
import type { RequestDeps } from './deps.ts';
import { nextNoticeAt, noticesInOrder, stepDue } from './model/notices.ts';
import type { RequestState } from './model/state.ts';
import type { Service } from '../standard/index.ts';

export interface ClockColumns {
  /** When the step at which it waits is due; null without a time of its own, and while the clock stands. */
  readonly step_due_at: Temporal.Instant | null;
  /** When somebody is to be reminded next. */
  readonly next_notice_at: Temporal.Instant | null;
}

/** So far back a reminder that came due is found again when the deadline or the step changes before it went out. */
const grace = Temporal.Duration.from({ minutes: 2 });

/** Whether the columns stand as they are: what they follow from has not changed. */
export const sameClock = (was: RequestState, is: RequestState): boolean =>
  was.due === is.due && was.step === is.step && was.status === is.status && was.stepBegan === is.stepBegan;

/** Reckoned with the calendar the request runs on; to be written whenever its state is. */
export function clockColumns(
  { catalogue }: Pick<RequestDeps, 'catalogue'>,
  service: Service,
  state: RequestState,
  now: Temporal.Instant,
): ClockColumns {
  const { calendar } = catalogue.calendar(state.government, state.calendarVersion);
  return {
    step_due_at: stepDue(service, state, calendar),
    next_notice_at: nextNoticeAt(noticesInOrder(service, state, calendar), now.subtract(grace)),
  };
}
