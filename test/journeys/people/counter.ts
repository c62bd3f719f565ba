/** A walk-in: the officer at the counter enters what the visitor says and shows, and hands over the receipt. */
import assert from 'node:assert/strict';
import { demoPassword } from '../../../src/people/index.ts';
import { usernameOf } from '../../support/officer.ts';
import { readSlip, type Application, type Slip } from './applicant.ts';
import { answer } from './form.ts';
import { signIn } from './officer.ts';
import type { Manner, Town } from './town.ts';

/** Takes the application in at the post that makes its first step. */
export async function takeIn(
  town: Town,
  { expected, story, today, think }: Application,
  how: Manner = {},
): Promise<Slip> {
  const [first] = expected.steps;
  const position = first?.positions[0];
  assert.ok(position);
  const officer = await town.person({ ...how, lang: 'id' });
  const username = await usernameOf(town.app, expected.government, position);
  await signIn(officer, { username, password: demoPassword });
  await officer.follow('Loket', officer.page.getByRole('banner'));
  const title = story.title.id;
  await officer.follow(new RegExp(`^Datang langsung.*${title}$`));
  think();
  for (const one of story.answers) await answer(officer, one, today);
  for (const { label } of story.documents)
    await officer.hands.tick(
      officer.main.getByRole('checkbox', { name: new RegExp(`^Dokumen asli diperlihatkan.*${label.id}$`) }),
    );
  await officer.press('Terima dan cetak tanda terima');
  const slip = await readSlip(officer);
  await officer.leave();
  return slip;
}
