/** Requests for tests, made by the commands that pages and API use. */
import { randomUUIDv7 } from 'node:crypto';
import { exampleDocument } from '../../src/example-document.ts';
import { beginSubmission, submitRequest, todayIn } from '../../src/request/index.ts';
import type { Submitted, SubmitInput, UploadedFile } from '../../src/request/index.ts';
import { exampleFor } from '../../src/standard/index.ts';
import type { TestApp } from './app.ts';

/** Submits the example of a service, with its documents, as its applicant from the portal. */
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
    channel: 'portal',
    lang: 'id',
    idempotencyKey: null,
    ...more,
  });
}

async function* chunks(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}
