import { z } from 'zod';

/** A stretch of one day by the clock; the same form for working hours and for the counter. */
const Interval = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'HH:MM-HH:MM')
  .describe('Hours of one day, e.g. "07:30-12:00"; none crosses midnight');

/** Hours of each weekday. That they are in order, and none over another, is for `readWeek` of the working-time room. */
export const Week = z
  .partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), z.array(Interval))
  .describe('Hours of each weekday; a weekday left out is closed');
