import { z } from 'zod';
import { IsoDate } from './basics.ts';
import { Week } from './hours.ts';

/**
 * The working calendar's form, for editors. The authority is `readCalendar` of the working-time room, which also
 * refuses overlaps and unknown zones; a test holds the two together.
 */
export const CalendarSchema = z
  .strictObject({
    timeZone: z
      .enum(['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'])
      .describe('WIB, WITA or WIT by IANA name'),
    knownUntil: IsoDate.nullable()
      .optional()
      .describe('Last date for which holidays are decreed; a deadline beyond it is provisional'),
    week: Week,
    regimes: z
      .array(z.strictObject({ name: z.string().min(1), from: IsoDate, to: IsoDate, week: Week }))
      .optional()
      .describe('Working hours that replace the weekly ones between two dates, both included'),
    closed: z
      .array(
        z.strictObject({
          date: IsoDate,
          name: z.string().min(1),
          kind: z.enum(['national-holiday', 'joint-leave', 'regional-holiday']),
          decree: z.string().min(1).nullable().optional().describe('The decree it rests on, once known'),
          confirmed: z.boolean().optional().describe('false until someone compared the date with the decree'),
        }),
      )
      .optional()
      .describe('Days that are not worked, whatever the week or a regime says'),
  })
  .describe('Working calendar of an office');
