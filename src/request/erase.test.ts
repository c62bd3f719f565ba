/** Nothing is erased that people have still to finish with it; what an earlier program left open can be finished without words. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { apiOf, codeOf, readOnDesk, submitExample } from '../../test/support/api.ts';
import type { Api, ApiAnswer, Problem } from '../../test/support/api.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { official } from '../../test/support/officer.ts';
import { openDatabase } from '../platform/index.ts';
import type { Database } from '../platform/index.ts';
import { eraseRequest, verifyJournal, watchDeadlineTask } from './index.ts';
import type { RequestState } from './index.ts';

const government = 'klaten';
const LAWYER = 'kabag-hukum';
let app: TestApp;
let api: Api;
let worker: Database;

before(async () => {
  app = await startTestApp('erase', { now: '2026-07-06T02:00:00Z' });
  api = await apiOf(app);
  worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 1 });
});
after(async () => {
  await worker.close();
  await app.close();
});

/** Withdrawn two weeks late: its deadline has opened duties, and it has ended. */
async function endedLate(): Promise<string> {
  app.clock.moveTo('2026-07-06T02:00:00Z');
  const { number, trackingKey } = await submitExample(api, government, 'apresiasi-kerentanan');
  app.clock.moveTo('2026-07-20T02:00:00Z');
  await watchDeadlineTask(app.context)({ number }, { government, database: app.context.database });
  const answer = await api.post(`/api/v1/requests/${number}/withdrawal`, {}, { 'tracking-key': trackingKey });
  assert.equal(answer.status, 200);
  return number;
}

const erase = (number: string): Promise<void> =>
  eraseRequest(
    { ...app.context, database: worker },
    { government, number, actor: 'uji', reason: 'Permintaan subjek data.' },
  );

const stateOf = async (number: string): Promise<RequestState> => {
  const { state } = await app.context.database.transaction({ government }, (tx) =>
    tx.selectFrom('request').select('state').where('number', '=', number).executeTakeFirstOrThrow(),
  );
  return state as RequestState;
};

const setState = (number: string, state: RequestState): Promise<unknown> =>
  app.context.database.transaction({ government }, (tx) =>
    tx
      .updateTable('request')
      .set({ state: JSON.stringify(state) })
      .where('number', '=', number)
      .execute(),
  );

/** Carries a duty out as its post. */
async function finish(number: string, duty: string, input: object): Promise<ApiAnswer<Problem>> {
  const { dutyPosts } = await stateOf(number);
  const post = dutyPosts[duty] ?? '';
  const { version } = await readOnDesk(api, government, number, post);
  return api.post(
    `/api/v1/desk/requests/${number}/actions`,
    { action: 'finish-duty', duty, version, ...input },
    await api.as(government, post),
  );
}

test('while a duty of a broken promise is open nothing is erased', async () => {
  const number = await endedLate();
  const { openDuties } = await stateOf(number);
  assert.ok(openDuties.length > 0);
  await assert.rejects(erase(number), { code: 'duties-open' });
  for (const duty of openDuties)
    assert.equal((await finish(number, duty, { note: 'Sudah dilaksanakan.' })).status, 200);
  await erase(number);
  await erase(number);
  assert.equal((await stateOf(number)).erased, true);
});

test('a duty that was left open when the data were erased is carried out all the same, in no words', async () => {
  const number = await endedLate();
  // As an earlier program erased it: it did not ask.
  const { openDuties, dutyPosts } = await stateOf(number);
  await setState(number, { ...(await stateOf(number)), openDuties: [] });
  await erase(number);
  await setState(number, { ...(await stateOf(number)), openDuties });
  const { actions } = await readOnDesk(api, government, number, LAWYER);
  assert.deepEqual(
    actions.map(({ action }) => action),
    ['finish-duty'],
    'nothing is offered that would fail',
  );
  const page = (await (await official(app, government, LAWYER)).get(`/meja/permohonan/${number}`)).text;
  assert.match(page, /name="finish-duty\.duty"/);
  assert.doesNotMatch(page, /name="finish-duty\.note"/);
  for (const duty of openDuties) {
    const worded = await finish(number, duty, { note: 'Sudah ditelaah.' });
    assert.equal(codeOf(worded), '422 note-after-erasure');
    assert.equal((await finish(number, duty, {})).status, 200, `${duty} of ${dutyPosts[duty] ?? 'nobody'}`);
  }
  const open = await app.context.database.transaction({ government }, (tx) =>
    tx
      .selectFrom('duty as d')
      .innerJoin('request as r', (join) =>
        join.onRef('r.government', '=', 'd.government').onRef('r.id', '=', 'd.request'),
      )
      .select(['d.done_at', 'd.done_by'])
      .where('r.number', '=', number)
      .execute(),
  );
  assert.ok(open.length > 0 && open.every((one) => one.done_at !== null && one.done_by !== null));
  const context = { ...app.context, directory: `${app.dataDirectory}/checkpoints` };
  assert.deepEqual((await verifyJournal(context, government)).findings, []);
});
