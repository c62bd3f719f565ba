/** Officials at their desk: sign in, find the request in the queue, make the step it waits for. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { ExpectedService, ExpectedStep } from '../../expectations/services.ts';
import type { Entry, Story } from '../stories/types.ts';
import { answer } from './form.ts';
import type { Person } from './person.ts';
import { postTitle } from './service-page.ts';

export interface Login {
  readonly username: string;
  readonly password: string;
}

/** Signs in and stands before the queue. */
export async function signIn(person: Person, { username, password }: Login): Promise<void> {
  await person.visit('/meja');
  await person.hands.write(person.main.getByLabel('Nama pengguna', { exact: true }), username);
  await person.hands.write(person.main.getByLabel('Kata sandi', { exact: true }), password);
  await person.press('Masuk');
  assert.equal(new URL(person.page.url()).pathname, '/meja', await person.words());
}

/** Opens a request from the queue, where it stands by its number. */
export async function openFromQueue(person: Person, number: string): Promise<void> {
  const row = person.main.getByRole('row').filter({ hasText: number });
  assert.equal(await row.count(), 1, `${number} does not wait for this official:\n${await person.words()}`);
  await person.go(row.getByRole('link').first());
  await person.sees(number);
}

/** A step to be made: what must happen, and what is entered for it. */
export interface Making {
  readonly expected: ExpectedService;
  readonly story: Story;
  readonly step: ExpectedStep;
  readonly today: Temporal.PlainDate;
  /** The post a disposition to any agency goes to. */
  readonly contact: string;
}

/** Makes the step that the open request waits for. */
export async function makeStep(person: Person, making: Making): Promise<void> {
  const { story, step } = making;
  const entry = story.entries[step.step];
  assert.ok(entry, `row ${story.row} has no entry for ${step.step}`);
  await unfoldByHand(person);
  const button = person.main.getByRole('button', { name: entry.button, exact: true });
  assert.equal(await button.count(), 1, `${entry.button} is not open:\n${await person.words()}`);
  if (step.kind === 'check') await tickAll(person);
  if (step.kind === 'dispose') await dispose(person, making);
  for (const one of entry.answers ?? []) await answer(person, one, making.today);
  await proveDelivery(person, entry);
  await person.go(button);
  await person.sees('Tercatat.');
}

/** Every line of the checklist. */
async function tickAll({ main, hands }: Person): Promise<void> {
  const list = main.getByRole('group', { name: 'Centang yang sudah Anda periksa' });
  for (const box of await list.getByRole('checkbox').all()) await hands.tick(box);
}

/** To the post that the standard names, or to the contact of an agency; with the first instruction. */
async function dispose(person: Person, { step, expected, contact }: Making): Promise<void> {
  const { main, hands } = person;
  const to = postTitle(expected.government, step.to === 'agencies' ? contact : (step.to?.[0] ?? ''));
  const group = main.getByRole('group', { name: 'Diteruskan kepada' });
  if ((await group.count()) === 0)
    await pickAddressee(person, main.getByLabel('Diteruskan kepada', { exact: true }), to);
  else await hands.tick(group.getByLabel(to, { exact: true }));
  const instructions = main.getByRole('group', { name: /^Isi disposisi/ });
  await hands.tick(instructions.getByRole('checkbox').first());
}

async function pickAddressee({ hands }: Person, list: Locator, to: string): Promise<void> {
  await hands.pick(list, to);
}

/** Handing over by hand is folded away where the program can deliver. */
async function unfoldByHand(person: Person): Promise<void> {
  const fold = 'Sudah dikerjakan dengan tangan? Serahkan dengan bukti';
  if ((await person.main.getByText(fold, { exact: true }).count()) > 0) await person.unfold(fold);
}

/** What was handed over, in words; and what only the applicant may read, once. */
async function proveDelivery({ main, hands }: Person, { evidence, secret }: Entry): Promise<void> {
  if (evidence !== undefined)
    await hands.write(main.getByLabel(/^Yang diserahkan, dengan kata-kata/), evidence);
  if (secret !== undefined) await hands.write(main.getByLabel(/^Rahasia sekali buka/), secret);
}
