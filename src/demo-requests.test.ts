/** The demo's first start, where somebody who may not act yet holds a post as well: it ended there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../test/support/app.ts';
import { makeDemoRequests } from './demo-requests.ts';
import { listHolders } from './people/index.ts';

const government = 'klungkung';
const day = Temporal.PlainDate.from('2026-11-23');

test('of several holders of a post the first is always the same, and the demo lets act who may', async (t) => {
  const app = await startTestApp('demo_requests');
  t.after(() => app.close());
  const { database } = app.context;
  const holders = () =>
    database.transaction({ government }, async (tx) => {
      const found = await listHolders(tx, government, 'analis-persandian', day);
      return found.map(({ name }) => name);
    });
  const trainee = 'I Komang Contoh, S.Kom.';
  const analyst = 'Ni Kadek Contoh, S.Tr.Kom.';
  assert.deepEqual(
    await holders(),
    [analyst, trainee],
    'by user name, since ids of one moment are in no order',
  );

  await database.transaction({ government }, (tx) =>
    tx
      .updateTable('official')
      .set({ username: 'adi@klungkung' })
      .where('government', '=', government)
      .where('slug', '=', 'komang')
      .execute(),
  );
  assert.deepEqual(await holders(), [trainee, analyst]);
  assert.ok((await makeDemoRequests(app.context)) > 0);
});
