/** Requests as their applicants see them. */
import { z } from 'zod';
import { Answers, Instant, Status, Text } from './common.ts';
import { named } from './named.ts';

export const SubmissionBody = named(
  'Submission',
  z.strictObject({ answers: Answers }).describe('A request that needs no files'),
);

export const SubmissionForm = z
  .object({ answers: z.string().describe('The answers as JSON') })
  .catchall(z.string().meta({ contentMediaType: 'application/octet-stream' }))
  .describe(
    'Field "answers", and one file part for each requirement that asks for a file, named by its id; PDF, JPEG or PNG, at most 10 files of 10 MB',
  );

export const Receipt = named(
  'Receipt',
  z.strictObject({
    number: z.string(),
    trackingKey: z.string().describe('Keep it: it is shown once and opens the request'),
    receivedAt: Instant,
    dueAt: Instant.nullable().describe('Null where the clock starts only when the file is found complete'),
    derivation: z.array(z.string()).describe('How the deadline was found, step by step'),
  }),
);

const WaitingFor = named(
  'WaitingFor',
  z.strictObject({
    position: z.string().describe('A position that may make the next step'),
    title: Text,
    positions: z.array(z.string()).describe('All positions of which any one may make it'),
  }),
);

const FileEntry = named(
  'File',
  z.strictObject({
    id: z.uuid(),
    requirement: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.int().describe('Bytes'),
    givenBy: z.enum(['applicant', 'official']),
  }),
);

const TimeLeft = named(
  'TimeLeft',
  z
    .strictObject({ days: z.int(), minutes: z.int(), late: z.boolean() })
    .describe('Whole working days to the deadline (or since it, when late), and all working minutes'),
);

const timelineItem = {
  at: Instant,
  kind: z.string().meta({ examples: ['submitted', 'step-made', 'returned', 'closed'] }),
  title: Text,
  who: Text.nullable().describe('The post, or the applicant; null for the program itself'),
  step: z.string().nullable(),
  action: z.string().nullable(),
  text: z.string().nullable(),
  explained: Text.nullable().describe('What the program says of it: how a new calendar moved the deadline'),
  missing: z.array(z.string()).describe('Ids of what was asked back'),
  files: z.array(z.string()).describe('Ids of files that came with it'),
  secrets: z.array(z.string()).describe('Ids of one-time secrets that came with it'),
};

export const TimelineItem = named('TimelineItem', z.strictObject(timelineItem));
export type TimelineItem = z.infer<typeof TimelineItem>;

export const DeskTimelineItem = named(
  'DeskTimelineItem',
  z.strictObject({
    ...timelineItem,
    position: z.int().describe('Place in the journal'),
    official: z.string().nullable().describe('Name of the official'),
    acting: z.enum(['plt', 'plh']).nullable(),
    addressees: z.array(z.string()),
    recorded: Answers.nullable().describe('Figures and findings recorded with the step, or with an order at it'),
  }),
);
export type DeskTimelineItem = z.infer<typeof DeskTimelineItem>;

/** What applicant and officials see alike. */
export const requestFacts = {
  number: z.string(),
  government: z.string(),
  service: z.strictObject({ id: z.string(), title: Text, version: z.int() }),
  state: Status,
  waitingFor: WaitingFor.nullable(),
  class: z
    .strictObject({ id: z.string(), label: Text })
    .nullable()
    .describe('The class that was chosen and whose promise runs; null where the standard has none, and before'),
  receivedAt: Instant,
  dueAt: Instant.nullable().describe('Null while the clock stands still'),
  derivation: z.array(z.string()),
  timeLeft: TimeLeft.nullable(),
  version: z.int().describe('Grows with every entry of the journal'),
  erased: z.boolean().describe('Personal data was erased as the law demands'),
  files: z.array(FileEntry),
};

export const TrackedRequest = named(
  'Request',
  z.strictObject({
    ...requestFacts,
    secrets: z.array(z.string()).describe('One-time secrets that can still be opened'),
    demand: z
      .strictObject({ missing: z.array(z.string()), message: z.string().nullable() })
      .nullable()
      .describe('What was asked back, while the office waits for the applicant'),
    refusal: z
      .strictObject({ ground: Text.nullable(), law: z.string().nullable(), reason: z.string().nullable() })
      .nullable(),
    remedies: z.array(Text).describe('What a refused applicant may do'),
    timeline: z.array(TimelineItem),
  }),
);

const version = z
  .int()
  .min(1)
  .optional()
  .describe('The version you saw; when it has changed meanwhile, nothing is done');
const note = z.string().trim().max(8_000).optional();

export const ResubmissionBody = named('Resubmission', z.strictObject({ note, version }));
export const ResubmissionForm = z
  .object({ note: z.string().optional(), version: z.string().optional() })
  .catchall(z.string().meta({ contentMediaType: 'application/octet-stream' }))
  .describe('Fields "note" and "version", and file parts named by what they answer');
export const WithdrawalBody = named('Withdrawal', z.strictObject({ reason: note, version }));
export const MessageBody = named('Message', z.strictObject({ text: z.string().trim().min(1).max(8_000) }));

export const Changed = named(
  'Changed',
  z.strictObject({ number: z.string(), version: z.int(), state: Status }),
);

export const OpenedSecret = named(
  'OpenedSecret',
  z.strictObject({ secret: z.string().describe('Shown now and destroyed') }),
);
