/** Requests as officials see them, and what they do with them. */
import { z } from 'zod';
import { Answers, Instant, JsonSchema, Status, Text } from './common.ts';
import { named } from './named.ts';
import { DeskTimelineItem, requestFacts } from './requests.ts';

const person = {
  name: z.string().nullable().describe('Null for a protected reporter'),
  agency: z.string().nullable(),
  subject: z.string().nullable(),
};

export const DeskItem = named(
  'DeskItem',
  z.strictObject({
    number: z.string(),
    service: z.strictObject({ id: z.string(), title: Text, version: z.int() }),
    state: Status,
    step: z.strictObject({ id: z.string(), title: Text }).nullable(),
    receivedAt: Instant,
    dueAt: Instant.nullable(),
    overdue: z.boolean(),
    applicant: z.strictObject(person),
    takenBy: z.string().nullable().describe('Id of the official who works on it'),
    version: z.int(),
  }),
);

export const DeskList = named(
  'DeskList',
  z.strictObject({
    items: z.array(DeskItem),
    next: z.string().nullable().describe('Give it as `after` for the next page; null on the last'),
  }),
);

export const DeskAction = named(
  'Action',
  z.strictObject({
    action: z.string(),
    kind: z.enum(['forward', 'return', 'refuse', 'other']),
    label: Text.nullable().describe("The standard's own words for it"),
    inputSchema: JsonSchema.describe(
      'JSON Schema of everything the action takes beside `action` and `version`',
    ),
    example: z
      .record(z.string(), z.unknown())
      .describe('An input; with `action` and `version` added it is accepted as it is'),
  }),
);

export const DeskRequest = named(
  'DeskRequest',
  z.strictObject({
    ...requestFacts,
    standpoint: z
      .enum(['part', 'superior', 'overseer'])
      .describe('What the caller is to the request; an overseer reads and never acts'),
    step: z.strictObject({ id: z.string(), kind: z.string(), title: Text }).nullable(),
    stepDueAt: Instant.nullable().describe('When the present step is due, where the standard gives it a time'),
    dueAtIfExtended: Instant.nullable().describe(
      'The deadline that the one lawful extension would lead to; null where none may be given',
    ),
    classes: z
      .array(z.strictObject({ id: z.string(), label: Text, dueAt: Instant.nullable() }))
      .describe('Classes that may be chosen, each with the deadline it would lead to'),
    applicant: z.strictObject({ kind: z.string(), ...person }),
    identityApart: z
      .boolean()
      .describe('The identity of the reporter lies apart and is opened on the desk, with a reason'),
    answers: Answers,
    actions: z.array(DeskAction).describe('What the caller may do now'),
    timeline: z.array(DeskTimelineItem),
  }),
);

export const ActionBody = named(
  'ActionInput',
  z
    .looseObject({
      action: z.string().max(40),
      version: z.int().min(1).describe('The version you saw; when it has changed meanwhile, nothing is done'),
    })
    .describe('`action`, `version`, and what the inputSchema of the action says'),
);
