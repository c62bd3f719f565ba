/** Holds the page of a service, as somebody reads it, to the standards in `test/expectations`. */
import assert from 'node:assert/strict';
import { expectedPosts } from '../../expectations/posts.ts';
import type { ExpectedStep } from '../../expectations/services.ts';
import type { Application } from './applicant.ts';
import type { Person } from './person.ts';
import { applicants, said, type Lang } from './words.ts';

/** Reads the open page of a service: promise, deadline, documents, steps, fee, product, who may ask, and the decree behind. */
export async function readServicePage(person: Person, application: Application): Promise<void> {
  await readPromise(person, application);
  await readDocuments(person, application);
  await readApplicants(person, application);
  await readSteps(person, application);
  await readFee(person, application);
  await readDecree(person, application);
}

async function readPromise(person: Person, { deadline, story }: Application): Promise<void> {
  const { lang } = person;
  const lines = await person.under(said('promise', lang));
  assert.equal(lines[0], story.promise[lang]);
  await person.sees(momentAsSaid(deadline.due, deadline.received, lang));
  const product = await person.under(said('product', lang));
  assert.ok(product.join(' ').startsWith(story.product[lang]), product.join(' '));
}

const zones = { '+07:00': 'WIB', '+08:00': 'WITA', '+09:00': 'WIT' } as const;

/** "Kamis, 16 Juli 2026, 10.15 WIB", or "hari ini, 10.15 WIB"; from a moment with its offset. */
export function momentAsSaid(at: string, seenOn: string, lang: Lang): string {
  const moment = Temporal.PlainDateTime.from(at.slice(0, 19));
  const day = moment.toPlainDate();
  const today = day.equals(Temporal.PlainDate.from(seenOn.slice(0, 10)));
  const date = day.toLocaleString(lang === 'id' ? 'id' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const time = moment.toString().slice(11, 16);
  const dated = today ? said('today', lang) : lang === 'id' ? date : date.replace(/^(\w+) /, '$1, ');
  const zone = zones[at.slice(19) as keyof typeof zones];
  return `${dated}, ${lang === 'id' ? time.replace(':', '.') : time} ${zone}`;
}

async function readDocuments(person: Person, { story }: Application): Promise<void> {
  const listed = await person.under(said('bring', person.lang));
  for (const { label } of story.documents) {
    const words = label[person.lang];
    assert.ok(
      listed.some((line) => line.startsWith(words)),
      `${words} is not among what to bring:\n${listed.join('\n')}`,
    );
  }
}

async function readApplicants(person: Person, { expected }: Application): Promise<void> {
  const listed = await person.under(said('who', person.lang));
  for (const [kind, words] of Object.entries(applicants))
    assert.equal(
      listed.includes(words[person.lang]),
      expected.eligibility.some((one) => one === kind),
      `${kind} as ${words[person.lang]}`,
    );
}

/** The applicant first, then each step in its order with the posts that make it. */
async function readSteps(person: Person, { expected }: Application): Promise<void> {
  const first = person.page.getByText(said('youApply', person.lang), { exact: true });
  const line = person.main.getByRole('list').filter({ has: first }).last();
  const items = await line.getByRole('listitem').allInnerTexts();
  assert.equal(items.length, expected.steps.length + 1, items.join('\n'));
  if (person.lang !== 'id') return;
  for (const [at, step] of expected.steps.entries()) {
    const item = items[at + 1] ?? '';
    for (const post of postsOf(step, expected.government)) assert.ok(item.includes(post), `${post}: ${item}`);
  }
}

/** Posts as they are called; those that a disposition chooses are not known before. */
function postsOf({ positions }: ExpectedStep, government: string): readonly string[] {
  return positions === 'addressee' ? [] : positions.map((id) => postTitle(government, id));
}

/** A post as its government calls it; throws for one that is not in the list made by hand. */
export function postTitle(government: string, id: string): string {
  const title = expectedPosts[government]?.[id];
  assert.ok(title, `no title of ${id} in ${government}`);
  return title;
}

async function readFee(person: Person, { expected }: Application): Promise<void> {
  const [line = ''] = await person.under(said('fee', person.lang));
  if (expected.fee === 0) assert.ok(line.startsWith(said('free', person.lang)), line);
  else assert.match(line, new RegExp(expected.fee.toLocaleString(person.lang === 'id' ? 'id' : 'en')));
}

/** The decree is shown as printed, in Indonesian. */
async function readDecree(person: Person, { expected }: Application): Promise<void> {
  if (person.lang !== 'id') return;
  await person.unfold('Jangka waktu pelayanan');
  const printed = await person.under('Jangka waktu pelayanan');
  assert.equal(printed[0], expected.printed);
  await person.unfold('Jumlah pelaksana');
  const staff = await person.under('Jumlah pelaksana');
  assert.match(staff[0] ?? '', new RegExp(`^${expected.staffing}\\b`));
}
