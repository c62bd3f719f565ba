/** Requests for tests, made by the commands that pages and API use. */
import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { exampleDocument } from '../../src/example-document.ts';
import { findHolder, findStanding } from '../../src/people/index.ts';
import { beginSubmission, chartFor, journalActor, submitRequest, todayIn } from '../../src/request/index.ts';
import type { Intake, Submitted, SubmitInput, UploadedFile } from '../../src/request/index.ts';
import { exampleFor } from '../../src/standard/index.ts';
import type { Service } from '../../src/standard/index.ts';
import type { TestApp } from './app.ts';

/** Submits the example of a service, with its documents: as its applicant from the portal, or taken in where it is asked for at the counter only. */
export async function submitExampleRequest(
  { context }: TestApp,
  government: string,
  service: string,
  more: Partial<SubmitInput> = {},
): Promise<Submitted> {
  const { value } = context.catalogue.service(government, service);
  const example = exampleFor(value, todayIn(context.catalogue, government, context.clock.now()));
  const submission = beginSubmission(context);
  const files: UploadedFile[] = [];
  for (const { requirement, fileName } of example.files) {
    const id = randomUUIDv7();
    const place = { government, id, dataKey: submission.dataKey };
    const stored = await context.files.put({ ...place, source: chunks(exampleDocument(fileName)) });
    files.push({ id, requirement, name: fileName, ...stored });
  }
  return submitRequest(context, {
    submission,
    government,
    service,
    answers: example.answers,
    mode: 'api',
    files,
    channel: value.atCounter ? 'counter' : 'portal',
    lang: 'id',
    idempotencyKey: null,
    ...(value.atCounter ? { intake: await intakeOf(context, government, value) } : {}),
    ...more,
  });
}

/** By whoever holds the post of the first step; the papers come as files. */
async function intakeOf(
  context: TestApp['context'],
  government: string,
  { steps }: Service,
): Promise<Intake> {
  const [position = ''] = steps[0]?.positions ?? [];
  const today = todayIn(context.catalogue, government, context.clock.now());
  const chart = chartFor(context.catalogue, government);
  const standing = await context.database.transaction({ government }, async (tx) => {
    const holder = await findHolder(tx, government, position, today);
    return holder && findStanding(tx, government, holder.official, today, chart);
  });
  const by = standing && journalActor(standing, [position]);
  assert.ok(by?.kind === 'official', `nobody holds ${position}`);
  return { by, paper: [], letter: {} };
}

async function* chunks(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}
