/** The whole road of a service: asked for by its applicant, carried on by one official after the other, closed. */
import assert from 'node:assert/strict';
import type { ExpectedService, ExpectedStep } from '../../expectations/services.ts';
import { apply, findService, track, type Application, type Slip } from './applicant.ts';
import { takeIn } from './counter.ts';
import { makeStep } from './officer.ts';
import type { Person } from './person.ts';
import { momentAsSaid, readServicePage } from './service-page.ts';
import type { Manner, Town } from './town.ts';
import { said } from './words.ts';

/** To whom a complaint is passed on. */
const contact = 'penghubung-dinas-dukcapil';

/** From the catalogue to the receipt; at a counter the officer takes the request in. */
export async function ask(town: Town, application: Application, how: Manner): Promise<Slip> {
  const applicant = await town.person(how);
  await findService(applicant, application);
  await readServicePage(applicant, application);
  const { expected } = application;
  const slip = expected.atCounter
    ? await takeIn(town, application, how)
    : await apply(applicant, application);
  if (!expected.atCounter) await readReceipt(applicant, application);
  await applicant.leave();
  return slip;
}

/** The receipt promises the deadline found by hand, and leads to where the request stands. */
async function readReceipt(applicant: Person, { deadline }: Application): Promise<void> {
  const { lang } = applicant;
  await applicant.sees(momentAsSaid(deadline.due, '0001-01-01', lang));
  await applicant.follow(said('follow', lang));
  await applicant.sees(said('timeLeft', lang));
}

/** One step by the post that must make it; nobody else is asked. */
export async function makeOne(
  town: Town,
  application: Application,
  step: ExpectedStep,
  { number, how }: { readonly number: string; readonly how: Manner },
): Promise<void> {
  const { expected, story, today } = application;
  const position = step.positions === 'addressee' ? contact : (step.positions[0] ?? '');
  const official = await town.official(expected, position, number, how);
  if (expected.identityProtected && position === contact) await expectUnnamed(official, expected);
  await makeStep(official, { expected, story, step, today, contact });
  await official.leave();
}

/** The answering agency learns what is complained about, never by whom. */
async function expectUnnamed(official: Person, { service }: ExpectedService): Promise<void> {
  const words = await official.words();
  for (const secret of ['Sari Contoh', '0812 0000 0103', '+6281200000103', 'sari@warga.example'])
    assert.ok(!words.includes(secret), `${service} shows ${secret}`);
}

/** All steps in their order, or those from one up to and without another. */
export async function carry(
  town: Town,
  application: Application,
  { number }: Slip,
  { from, until, ...how }: Manner & { readonly from?: string; readonly until?: string } = {},
): Promise<void> {
  const { steps } = application.expected;
  const at = (id: string): number => steps.findIndex(({ step }) => step === id);
  const part = steps.slice(from ? at(from) : 0, until ? at(until) : steps.length);
  for (const step of part) await makeOne(town, application, step, { number, how });
}

/** The applicant, in a browser that knows nothing of the request, finds it done in time and takes the product. */
export async function receive(
  town: Town,
  { expected, story }: Application,
  slip: Slip,
  how: Manner,
): Promise<void> {
  const applicant = await town.person(how);
  await track(applicant, expected.government, slip);
  const { lang } = applicant;
  await applicant.sees(said('inTime', lang), said('delivered', lang));
  for (const { evidence, secret } of Object.values(story.entries)) {
    if (evidence !== undefined) await applicant.sees(evidence);
    if (secret === undefined) continue;
    await applicant.press(said('secret', lang));
    await applicant.sees(said('secretIs', lang), secret);
  }
  await applicant.leave();
}
