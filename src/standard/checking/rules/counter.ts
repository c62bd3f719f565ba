import { readWeek } from '../../../working-time/index.ts';
import type { Government } from '../../model/government.ts';
import type { Remark } from '../../reading/fault.ts';
import { workingTimeRemarks } from '../../reading/working-time-remarks.ts';

/** Counter hours that end before they begin, or lie over each other: nobody could come at them. */
export function counterRemarks({ counter }: Government): Remark[] {
  const reading = readWeek(counter.week, 'counter.week');
  return reading.ok ? [] : workingTimeRemarks(reading.faults);
}
