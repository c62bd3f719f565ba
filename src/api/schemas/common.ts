/** What many answers share. */
import { z } from 'zod';
import { Text as StandardText } from '../../standard/index.ts';
import { named } from './named.ts';

export const Text = named('Text', StandardText);

export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
  .meta({ format: 'date-time', examples: ['2026-12-04T16:00:00+07:00'] });

export const RequestNumber = z
  .string()
  .max(40)
  .describe('Number of the request; case, spaces and dashes do not matter')
  .meta({ examples: ['KLT-2026-7F3K9Q'] });

export const Status = named(
  'State',
  z
    .enum(['in-progress', 'returned', 'closed', 'refused', 'withdrawn', 'cancelled'])
    .describe('"returned": the office waits for the applicant and the clock stands still'),
);

/** RFC 9457, as platform/http answers every fault under /api/. */
export const Problem = named(
  'Problem',
  z
    .strictObject({
      type: z.string().meta({ examples: ['urn:pendopo:fault:stale-version'] }),
      title: z.string(),
      status: z.int(),
      detail: z
        .string()
        .describe('What is wrong and how to put it right; Indonesian, or English with ?lang=en'),
      code: z.string().describe('Stable, for programs'),
      errors: z
        .array(z.strictObject({ path: z.string(), detail: z.string() }))
        .optional()
        .describe('The fields at fault'),
      reference: z.string().optional().describe('Finds an unexpected error in the log'),
    })
    .describe('A fault (RFC 9457)'),
);

/** A JSON Schema that is itself part of an answer. */
export const JsonSchema = named(
  'JsonSchema',
  z.record(z.string(), z.unknown()).describe('A JSON Schema (2020-12)'),
);

export const Answers = z
  .record(z.string(), z.unknown())
  .describe('Answers by the id of their question, as the JSON Schema of the form says');
