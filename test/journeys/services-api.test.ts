import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allServices } from '../expectations/services.ts';
import type { ExpectedDeadline, ExpectedService, ExpectedStep } from '../expectations/services.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { actAs, apiOf, readOnDesk, submitExample } from '../support/api.ts';
import type { Action, Api, OnDesk, Receipt, Tracked } from '../support/api.ts';

/*
 * Every service from the request to the product in the applicant's hands, over HTTP only. What must happen comes
 * from test/expectations, which was made by hand from the standards.
 */

let app: TestApp;
let api: Api;

before(async () => {
  app = await startTestApp('services_api');
  api = await apiOf(app);
});

after(() => app.close());

const track = async ({ number, trackingKey }: Receipt): Promise<Tracked> => {
  const { status, body } = await api.get<Tracked>(`/api/v1/requests/${number}`, {
    'tracking-key': trackingKey,
  });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};

async function act(government: string, position: string, desk: OnDesk, action: string): Promise<void> {
  const { status, body } = await actAs(api, await api.as(government, position), desk, action);
  assert.equal(status, 200, `${action} by ${position}: ${JSON.stringify(body)}`);
}

/** The post that must make the step now: one that the standard names, or the one the disposition chose. */
function expectedPosition({ positions }: ExpectedStep, tracked: Tracked): string {
  assert.ok(tracked.waitingFor, 'waits for nobody');
  const { position } = tracked.waitingFor;
  if (positions === 'addressee') assert.match(position, /^penghubung-/);
  else assert.ok(positions.includes(position), `waits for ${position}, not for ${positions.join(', ')}`);
  return position;
}

/** Demands that a disposition may go to exactly those whom the standard names. */
function checkAddressees({ to }: ExpectedStep, { inputSchema }: Action): void {
  if (to === undefined) return;
  const { addressees } = inputSchema['properties'] as { addressees: { items: { enum: string[] } } };
  if (to === 'agencies') assert.ok(addressees.items.enum.every((one) => one.startsWith('penghubung-')));
  else assert.deepEqual(addressees.items.enum, to);
}

/** Lets the step be made by the post that must make it. */
async function makeStep(expected: ExpectedService, step: ExpectedStep, receipt: Receipt): Promise<void> {
  const position = expectedPosition(step, await track(receipt));
  const desk = await readOnDesk(api, expected.government, receipt.number, position);
  const action = desk.actions.find((one) => one.action === step.action);
  assert.equal(action?.kind, 'forward', `${step.action} is not open to ${position}`);
  checkAddressees(step, action);
  await act(expected.government, position, desk, step.action);
}

async function makeStepsUntil(
  expected: ExpectedService,
  receipt: Receipt,
  until: string | null,
): Promise<void> {
  for (const step of expected.steps) {
    if (step.step === until) return;
    await makeStep(expected, step, receipt);
  }
}

/** Makes the action of this kind at the step the request waits at. */
async function actByKind(expected: ExpectedService, receipt: Receipt, kind: Action['kind']): Promise<void> {
  const { waitingFor } = await track(receipt);
  assert.ok(waitingFor);
  const desk = await readOnDesk(api, expected.government, receipt.number, waitingFor.position);
  const action = desk.actions.find((one) => one.kind === kind);
  assert.ok(action, `no action of kind ${kind}`);
  await act(expected.government, waitingFor.position, desk, action.action);
}

async function complete(receipt: Receipt): Promise<void> {
  const { status, body } = await api.post(
    `/api/v1/requests/${receipt.number}/resubmissions`,
    { note: 'Sudah kami lengkapi.' },
    { 'tracking-key': receipt.trackingKey },
  );
  assert.equal(status, 200, JSON.stringify(body));
}

const stepsMade = ({ timeline }: Tracked): readonly (string | null)[] =>
  timeline.filter(({ kind }) => kind === 'step-made').map(({ step }) => step);

const seconds = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds / 1000;

/** Submits at the receipt, stops and starts the clock as told, and gives the deadline that stands in the end. */
async function dueAfter(expected: ExpectedService, deadline: ExpectedDeadline): Promise<string | null> {
  app.clock.moveTo(deadline.received);
  const receipt = await submitExample(api, expected.government, expected.service);
  for (const [from, to] of deadline.pauses ?? []) {
    app.clock.moveTo(from);
    await makeStepsUntil(expected, receipt, expected.returnsAt[0] ?? '');
    await actByKind(expected, receipt, 'return');
    assert.equal((await track(receipt)).dueAt, null);
    app.clock.moveTo(to);
    await complete(receipt);
  }
  if (deadline.extension !== undefined) {
    const { waitingFor } = await track(receipt);
    assert.ok(waitingFor);
    const desk = await readOnDesk(api, expected.government, receipt.number, waitingFor.position);
    await act(expected.government, waitingFor.position, desk, 'extend');
  }
  return (await track(receipt)).dueAt;
}

for (const expected of allServices) {
  describe(`row ${expected.row}, ${expected.service} of ${expected.government}`, () => {
    before(() => app.clock.moveTo('2026-11-23T02:00:00Z'));

    test('is received, goes the way of its standard and is delivered', async () => {
      const receipt = await submitExample(api, expected.government, expected.service);
      assert.match(receipt.number, /^[A-Z]{3}-2026-[0-9A-Z]{6}$/);
      assert.equal((await track(receipt)).state, 'in-progress');
      await makeStepsUntil(expected, receipt, null);
      const closed = await track(receipt);
      assert.equal(closed.state, 'closed');
      assert.equal(closed.waitingFor, null);
      assert.deepEqual(
        stepsMade(closed),
        expected.steps.map(({ step }) => step),
      );
    });

    for (const step of expected.returnsAt) {
      test(`is returned at ${step}, completed and delivered`, async () => {
        const receipt = await submitExample(api, expected.government, expected.service);
        await makeStepsUntil(expected, receipt, step);
        await actByKind(expected, receipt, 'return');
        const returned = await track(receipt);
        assert.deepEqual([returned.state, returned.dueAt, returned.waitingFor], ['returned', null, null]);
        assert.ok(returned.demand && returned.demand.missing.length > 0 && returned.demand.message);
        await complete(receipt);
        const from = expected.steps.findIndex((one) => one.step === step);
        for (const rest of expected.steps.slice(from)) await makeStep(expected, rest, receipt);
        assert.equal((await track(receipt)).state, 'closed');
      });
    }

    for (const step of expected.refusesAt) {
      test(`is refused at ${step}, with reason and remedies`, async () => {
        const receipt = await submitExample(api, expected.government, expected.service);
        await makeStepsUntil(expected, receipt, step);
        await actByKind(expected, receipt, 'refuse');
        const refused = await track(receipt);
        assert.deepEqual([refused.state, refused.waitingFor], ['refused', null]);
        assert.ok(refused.refusal?.reason);
        assert.ok(refused.remedies.length > 0);
      });
    }

    for (const deadline of expected.deadlines) {
      const { received, pauses = [], extension, due } = deadline;
      const told = `${extension ? ', extended' : ''}${pauses.length > 0 ? ', returned once' : ''}`;
      test(`received ${received}${told}: due ${due}`, async () => {
        const found = await dueAfter(expected, deadline);
        assert.ok(found);
        assert.equal(seconds(found), seconds(due), `${found} instead of ${due}`);
      });
    }
  });
}
