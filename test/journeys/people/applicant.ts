/** The public road of a service: from the catalogue to the product in hand. */
import assert from 'node:assert/strict';
import { examplePdf, exampleJpeg } from '../../../src/example-document.ts';
import type { ExpectedDeadline, ExpectedService } from '../../expectations/services.ts';
import type { Answer, Document, Story } from '../stories/types.ts';
import type { ChosenFile } from './hands.ts';
import { answer, isAsked } from './form.ts';
import type { Person } from './person.ts';
import { said } from './words.ts';

/** What brings an applicant on: number and key as they stand on the receipt. */
export interface Slip {
  readonly number: string;
  readonly key: string;
}

/** What an application is made of. */
export interface Application {
  readonly expected: ExpectedService;
  readonly story: Story;
  /** What the clock was set for. */
  readonly deadline: ExpectedDeadline;
  readonly today: Temporal.PlainDate;
  /** Lets the time pass that somebody needs to read a page. */
  readonly think: () => void;
}

const fileOf = (name: string): ChosenFile => {
  const photo = name.endsWith('.jpg');
  return {
    name,
    mimeType: photo ? 'image/jpeg' : 'application/pdf',
    buffer: photo ? exampleJpeg : examplePdf(name),
  };
};

/** Looks a service up in the catalogue of its government, by a word that is not its name, and opens its page. */
export async function findService(person: Person, { expected, story }: Application): Promise<void> {
  const { lang, main } = person;
  await person.visit(`/${expected.government}${lang === 'en' ? '?lang=en' : ''}`);
  await person.hands.write(main.getByRole('searchbox', { name: said('search', lang) }), story.search);
  await person.press(said('find', lang));
  await person.follow(story.title[lang]);
  const heading = await main.getByRole('heading', { level: 1 }).innerText();
  assert.equal(heading.trim(), story.title[lang]);
}

/** From the service page through its form to the receipt. */
export async function apply(person: Person, application: Application): Promise<Slip> {
  await send(person, application);
  return readSlip(person);
}

/** From the service page through its form, to whatever page comes when it is sent. */
export async function send(person: Person, application: Application): Promise<void> {
  await person.follow(said('apply', person.lang));
  application.think();
  await fillPages(person, application);
  await checkAnswers(person, application);
  await person.press(said('send', person.lang));
}

/** Page after page: whatever is asked and known is answered, until there is something to send. */
async function fillPages(person: Person, { story, today }: Application): Promise<void> {
  const { lang, main } = person;
  const open = new Set<Answer>(story.answers);
  const sending = main.getByRole('button', { name: said('send', lang), exact: true });
  while ((await sending.count()) === 0) {
    for (const asked of open) {
      if (!(await isAsked(person, asked))) continue;
      await answer(person, asked, today);
      open.delete(asked);
    }
    await attachAsked(person, story.documents);
    const before = person.page.url();
    await person.press(said('goOn', lang));
    assert.notEqual(person.page.url(), before, `the form does not go on:\n${await person.words()}`);
  }
  const never = [...open].map(({ label }) => label[lang]);
  assert.deepEqual(never, [], 'questions that were never asked');
}

async function attachAsked(person: Person, documents: readonly Document[]): Promise<void> {
  for (const { label, file } of documents) {
    if (file === undefined || !(await isAsked(person, { label }))) continue;
    await person.hands.attach(
      person.main.getByLabel(label[person.lang]).filter({ visible: true }),
      fileOf(file),
    );
  }
}

/** The page before sending shows every text, choice and file once more. */
async function checkAnswers(person: Person, { story }: Application): Promise<void> {
  const shown = story.answers.flatMap((one) => {
    if (one.kind === 'choose') return [one.option[person.lang]];
    return one.kind === 'write' && !/\d[\d -]{8}/.test(one.text) ? [one.text] : [];
  });
  await person.sees(...shown, ...story.documents.flatMap(({ file }) => (file === undefined ? [] : [file])));
}

/** Number and key, read off the receipt as they stand there. */
export async function readSlip(person: Person): Promise<Slip> {
  const words = await person.words();
  const number = /\b[A-Z]{3}-\d{4}-[0-9A-Z]{6}\b/.exec(words)?.[0];
  const lines = words.split('\n').flatMap((line) => line.trim() || []);
  const key = lines[lines.indexOf(said('key', person.lang)) + 1];
  assert.ok(number && key && lines.includes(said('key', person.lang)), `no receipt:\n${words}`);
  return { number, key: key.replace(/\s*(Salin|Copy)$/, '') };
}

/** Opens a request with what stands on its receipt, in a browser that knows nothing of it. */
export async function track(person: Person, government: string, { number, key }: Slip): Promise<void> {
  const { lang, main, hands } = person;
  await person.visit(`/${government}/permohonan${lang === 'en' ? '?lang=en' : ''}`);
  await hands.write(main.getByLabel(said('number', lang), { exact: true }), number);
  await hands.write(main.getByLabel(said('key', lang), { exact: true }), key);
  await person.press(said('track', lang));
}
