import type { WorkingCalendar } from './calendar.ts';
import type { Question } from './question.ts';
import type { Reckoning } from './reckon.ts';
import type { DerivationStep, Due } from './types.ts';

/** The steps of a reckoning. */
export function derive(
  _calendar: WorkingCalendar,
  _question: Question,
  _reckoning: Reckoning,
  due: Due,
): DerivationStep[] {
  return due.due === null ? [] : [{ kind: 'due', at: due.due }];
}
