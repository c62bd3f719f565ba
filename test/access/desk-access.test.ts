/**
 * Who may do what with a request, in every state on its way, held against a rule that is stated here again and takes its
 * positions from the hand-made list of services, not from the files that make the program run:
 *
 * - whoever holds the position of the step on that day (Plt. and Plh. included) may make it, return, refuse, take it up;
 * - whoever holds a position of any step, or was named in a disposition, may read and remark;
 * - whoever stands above such a position may read and remark, and above the step's own posts also cancel;
 * - auditors read everything and do nothing;
 * - all others do nothing; unless the standard names them as overseers they do not even learn that it exists.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chartFor, readForDesk, todayIn } from '../../src/request/index.ts';
import { exampleInput, actAsOfficial } from '../../src/request/index.ts';
import { findHolder, findStanding } from '../../src/people/index.ts';
import type { Standing } from '../../src/people/index.ts';
import { getExpectedService } from '../expectations/services.ts';
import type { ExpectedService, ExpectedStep } from '../expectations/services.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { signedIn } from '../support/officer.ts';
import type { Officer } from '../support/officer.ts';
import { submitExampleRequest } from '../support/requests.ts';

/** Complaint: handed to any agency's contact. */
const CONTACT = 'penghubung-dinas-kesehatan';

interface Person {
  readonly username: string;
  readonly held: readonly string[];
  readonly roles: readonly string[];
  /** Every position above one of theirs… read the other way: the positions they stand above. */
  readonly above: readonly string[];
  readonly officer: Officer;
}

const positionsOf = ({ positions }: ExpectedStep): readonly string[] =>
  positions === 'addressee' ? [CONTACT] : positions;

/** What the rule grants, as the actions a page must offer; null: the request does not exist for them. */
function granted(
  person: Person,
  service: ExpectedService,
  step: ExpectedStep,
  disposed: boolean,
): ReadonlySet<string> | null {
  const holds = (positions: readonly string[]): boolean =>
    positions.some((position) => person.held.includes(position));
  const standsAbove = (positions: readonly string[]): boolean =>
    positions.some((position) => person.above.includes(position));
  const own = positionsOf(step);
  const involved = service.steps.flatMap((each) =>
    each.positions === 'addressee' ? (disposed ? [CONTACT] : []) : each.positions,
  );
  if (holds(involved) || standsAbove(involved)) {
    return new Set([
      'comment',
      'contact',
      ...(holds(own) ? [step.action, 'take-over'] : []),
      ...(holds(own) && service.returnsAt.includes(step.step) ? ['return'] : []),
      ...(holds(own) && service.refusesAt.includes(step.step) ? ['refuse'] : []),
      ...(standsAbove(own) ? ['cancel'] : []),
    ]);
  }
  return person.roles.includes('auditor') ? new Set() : null;
}

/** What may be offered with a step beyond what the list of services demands; `plan` is delivering through the program. */
const mayBeMore = new Set(['fail', 'return', 'refuse', 'plan']);

/** The actions a page offers: values of buttons and hidden fields called `action`. */
const offeredOn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/name="action" value="([^"]+)"/g)].map(([, action = '']) => action));

for (const row of [10, 13, 15]) {
  const service = getExpectedService(row);
  describe(`access to requests for ${service.service}`, () => {
    let app: TestApp;
    let people: readonly Person[];
    before(async () => {
      app = await startTestApp(`access-${row}`);
      people = await everybody(app, service.government);
    });
    after(() => app.close());

    test('each official is offered exactly what the rule grants, in every state', async () => {
      const { number } = await submitExampleRequest(app, service.government, service.service);
      let disposed = false;
      for (const step of service.steps) {
        for (const person of people) {
          const { status, text } = await person.officer.get(`/meja/permohonan/${number}`);
          const rule = granted(person, service, step, disposed);
          const where = `${person.username} at ${step.step}`;
          if (rule === null) {
            // The standard may name further overseers: they read, and nothing more.
            assert.ok(status === 404 || (status === 200 && offeredOn(text).size === 0), where);
            continue;
          }
          assert.equal(status, 200, where);
          const offered = offeredOn(text);
          for (const action of rule) assert.ok(offered.has(action), `${where} is not offered ${action}`);
          for (const action of offered) {
            const more: boolean = mayBeMore.has(action) && rule.has(step.action);
            assert.ok(rule.has(action) || more, `${where} is offered ${action}`);
          }
        }
        await makeStep(app, service, number, step);
        disposed ||= step.kind === 'dispose';
      }
      for (const person of people) {
        const { text } = await person.officer.get(`/meja/permohonan/${number}`);
        const left = [...offeredOn(text)].filter((action) => !['comment', 'contact'].includes(action));
        assert.deepEqual(left, [], `${person.username} after the end`);
      }
    });

    test('the server refuses whatever the rule does not grant, whatever is posted', async () => {
      const { number } = await submitExampleRequest(app, service.government, service.service);
      const [step] = service.steps;
      assert.ok(step);
      const url = `/meja/permohonan/${number}`;
      for (const person of people) {
        const rule = granted(person, service, step, false);
        for (const action of [
          step.action,
          'return',
          'refuse',
          'take-over',
          'cancel',
          'extend',
          'allow-return',
          'comment',
          'contact',
        ]) {
          if (rule?.has(action) || (rule?.has(step.action) && mayBeMore.has(action))) continue;
          const answer = await person.officer.post(url, {
            version: '2',
            action,
            'step.checklist': everyLine(app, service),
            'return.missing': 'other',
            'return.message': 'x',
            'refuse.ground': 'x',
            'refuse.reason': 'x',
            'cancel.reason': 'x',
            'extend.ground': 'x',
            'comment.audience': 'applicant',
            'comment.text': 'x',
            'contact.channel': 'phone',
            'contact.outcome': 'reached',
          });
          assert.ok(
            [403, 404, 409, 422].includes(answer.status),
            `${person.username} ${action} ${answer.status}`,
          );
        }
      }
      assert.equal(await versionOf(app, service.government, number), 2, 'nothing was recorded');
    });
  });
}

const everyLine = ({ context }: TestApp, { government, service }: ExpectedService): string[] => {
  const { requirements, steps } = context.catalogue.service(government, service).value;
  const [first] = steps;
  return [
    ...requirements.map(({ id }) => id),
    ...(first?.kind === 'check' ? first.checklist.map(({ id }) => id) : []),
  ];
};

async function versionOf(app: TestApp, government: string, number: string): Promise<number | undefined> {
  return app.context.database.transaction({ government }, async (tx) => {
    const row = await tx
      .selectFrom('request')
      .select('version')
      .where('number', '=', number)
      .executeTakeFirst();
    return row?.version;
  });
}

/** Every official who holds something today, signed in. */
async function everybody(app: TestApp, government: string): Promise<readonly Person[]> {
  const { context, clock } = app;
  const organisation = context.catalogue.organisation(government);
  const today = todayIn(context.catalogue, government, clock.now()).toString();
  const superiorOf = new Map(organisation.positions.map(({ id, superior }) => [id, superior]));
  const isAbove = (position: string, post: string): boolean => {
    for (let at = superiorOf.get(post) ?? null; at !== null; at = superiorOf.get(at) ?? null)
      if (at === position) return true;
    return false;
  };
  const people: Person[] = [];
  for (const { id, username } of organisation.officials) {
    const held = organisation.holdings
      .filter(({ official, from, to }) => official === id && from <= today && (to === null || to >= today))
      .map(({ position }) => position);
    if (held.length === 0) continue;
    people.push({
      username,
      held,
      roles: organisation.positions.filter((one) => held.includes(one.id)).flatMap(({ roles }) => roles),
      above: organisation.positions
        .map((one) => one.id)
        .filter((post) => held.some((position) => isAbove(position, post))),
      officer: await signedIn(app, username),
    });
  }
  return people;
}

async function holder(app: TestApp, government: string, position: string): Promise<Standing> {
  const { context, clock } = app;
  const day = todayIn(context.catalogue, government, clock.now());
  const chart = chartFor(context.catalogue, government);
  return context.database.transaction({ government }, async (tx) => {
    const found = await findHolder(tx, government, position, day);
    const standing = found && (await findStanding(tx, government, found.official, day, chart));
    assert.ok(standing, `nobody holds ${position}`);
    return standing;
  });
}

/** Makes a step as its holder, so that the next state can be looked at. */
async function makeStep(
  { context, clock, ...app }: TestApp,
  { government }: ExpectedService,
  number: string,
  expected: ExpectedStep,
): Promise<void> {
  const [position] = positionsOf(expected);
  assert.ok(position);
  const actor = await holder({ context, clock, ...app }, government, position);
  const { state, service } = await readForDesk(context, actor, government, number);
  const step = service.value.steps.find(({ id }) => id === state.step) ?? null;
  assert.equal(step?.id, expected.step);
  const { agencies } = context.catalogue.organisation(government);
  const today = todayIn(context.catalogue, government, clock.now()).toString();
  const example = exampleInput(expected.action, { service: service.value, step, state, today, agencies });
  await actAsOfficial(context, {
    government,
    number,
    actor,
    action: expected.action,
    version: state.version,
    input: expected.action === 'dispose' ? { ...example, addressees: [CONTACT] } : example,
    mode: 'api',
  });
}
