/** Fills in forms by the words that stand beside the controls. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Answer } from '../stories/types.ts';
import type { Person } from './person.ts';
import { said } from './words.ts';

const plain = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The label as it stands: what need not be answered says so behind it. */
function named({ lang }: Person, label: string): RegExp {
  return new RegExp(`^\\s*${plain(label)}(\\s+${plain(said('optional', lang))})?\\s*$`);
}

const groupOf = (person: Person, label: string, within: Locator): Locator =>
  within.getByRole('group', { name: named(person, label) });

const controlOf = (person: Person, label: string, within: Locator): Locator =>
  within.getByLabel(named(person, label)).filter({ visible: true });

/** Whether a question with this label stands there. */
export async function isAsked(
  person: Person,
  { label }: Pick<Answer, 'label'>,
  within = person.main,
): Promise<boolean> {
  const words = label[person.lang];
  const found =
    (await groupOf(person, words, within).count()) + (await controlOf(person, words, within).count());
  return found > 0;
}

/** Answers a question. Days count from `today`. */
export async function answer(
  person: Person,
  asked: Answer,
  today: Temporal.PlainDate,
  within = person.main,
): Promise<void> {
  const words = asked.label[person.lang];
  if (asked.kind === 'write') return writeIn(person, controlOf(person, words, within), asked.text);
  assert.ok(asked.kind !== 'earlier', `${words}: the earlier request was not made`);
  const group = groupOf(person, words, within);
  if (asked.kind === 'choose') {
    const option = asked.option[person.lang];
    if ((await group.count()) > 0)
      return person.hands.tick(group.getByRole('radio', { name: option, exact: true }));
    return pickFrom(person, controlOf(person, words, within), option);
  }
  await writeDay(person, group, today.add({ days: asked.days }));
  if (asked.kind !== 'slot') return;
  await writeIn(person, group.getByLabel(said('from', person.lang), { exact: true }), asked.from);
  await writeIn(person, group.getByLabel(said('to', person.lang), { exact: true }), asked.to);
}

async function writeIn({ hands, page }: Person, control: Locator, text: string): Promise<void> {
  assert.equal(await control.count(), 1, `${page.url()}: ${control.toString()} is not one control`);
  await hands.write(control, text);
}

/** A list that opens, or a field that finds what is typed. */
async function pickFrom({ hands }: Person, control: Locator, option: string): Promise<void> {
  const isList = (await control.getByRole('option').count()) > 0;
  await (isList ? hands.pick(control, option) : hands.write(control, option));
}

async function writeDay(person: Person, group: Locator, date: Temporal.PlainDate): Promise<void> {
  const { lang } = person;
  const month = date.toLocaleString(lang, { month: 'long' });
  await writeIn(person, group.getByLabel(said('day', lang), { exact: true }), String(date.day));
  await person.hands.pick(group.getByLabel(said('month', lang), { exact: true }), month);
  await writeIn(person, group.getByLabel(said('year', lang), { exact: true }), String(date.year));
}
