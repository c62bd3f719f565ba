/** The example of a service as the fields of its form. */
import { exampleJpeg, examplePdf } from '../../src/example-document.ts';
import { exampleFor } from '../../src/standard/index.ts';
import type { TestApp } from './app.ts';
import type { Seen, Sent, SentFile, Visitor } from './visitor.ts';

/** A PDF that says its own name. */
export const pdf = (name: string): SentFile => ({ name, type: 'application/pdf', bytes: examplePdf(name) });

/** A photograph, as far as its bytes tell. */
export const photo = (name: string): SentFile => ({ name, type: 'image/jpeg', bytes: exampleJpeg });

function fieldsOf(name: string, answer: unknown): [string, string][] {
  if (typeof answer === 'string') return [[name, answer]];
  if (typeof answer === 'number') return [[name, String(answer)]];
  const { date, from, to } = answer as { date: string; from: string; to: string };
  return [
    [name, date],
    [`${name}-from`, from],
    [`${name}-to`, to],
  ];
}

/** What the example of the page's service says, for the fields or the files of a page of its form. */
export function exampleFields({ context, clock }: TestApp, { url }: Seen): Sent {
  const [, government = '', id = ''] = /^\/([^/]+)\/layanan\/([^/]+)/.exec(url) ?? [];
  const { timeZone } = context.catalogue.calendar(government).file;
  const today = clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
  const { answers, files } = exampleFor(context.catalogue.service(government, id).value, today);
  if (!url.endsWith('/berkas')) {
    return Object.fromEntries(Object.entries(answers).flatMap(([name, answer]) => fieldsOf(name, answer)));
  }
  return Object.fromEntries(
    files.map(({ requirement, fileName }) => [
      requirement,
      fileName.endsWith('.pdf') ? pdf(fileName) : photo(fileName),
    ]),
  );
}

/** Opens the form of a service and fills in page after page with its example, up to the check. */
export async function fillExample(app: TestApp, visitor: Visitor, form: string): Promise<void> {
  await visitor.open(form);
  // Nobody reads a page in no time, and the form knows.
  app.clock.moveTo(app.clock.now().add({ seconds: 5 }));
  await continueExample(app, visitor);
}

/** The same from the page now open. */
export async function continueExample(app: TestApp, visitor: Visitor): Promise<void> {
  while (!visitor.page.url.endsWith('/periksa')) {
    const before = visitor.page;
    await visitor.submit(exampleFields(app, before));
    if (visitor.page.url === before.url)
      throw new Error(`${before.url} does not go on: ${visitor.page.body}`);
  }
}

/** A receipt as it stands on its page. */
export interface SeenReceipt {
  readonly number: string;
  readonly key: string;
}

/** Sends what was checked and reads number and key off the receipt. */
export async function sendExample(visitor: Visitor): Promise<SeenReceipt> {
  const { url, body } = await visitor.submit({}, '/periksa');
  const number = /permohonan\/([A-Z]{3}-\d{4}-\w{6})\/tanda-terima$/.exec(url)?.[1];
  const key = [...body.matchAll(/class="copyable-value">([^<]+)</g)][1]?.[1];
  if (number === undefined || key === undefined) throw new Error(`${url} is no receipt`);
  return { number, key };
}
