import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { act } from '../../test/support/desk.ts';
import { submitExampleRequest } from '../../test/support/requests.ts';
import { openSecret, trackRequest } from './index.ts';
import type { TrackingCredentials } from './index.ts';

const government = 'klungkung';
const WORDS = 'Sandi-Pertama-42';
let app: TestApp;
before(async () => {
  app = await startTestApp('secret_opened');
});
after(() => app.close());

/** A request over which an official has handed a secret. */
async function handedOver(): Promise<TrackingCredentials & { readonly secret: string }> {
  const { number, trackingKey } = await submitExampleRequest(app, government, 'email-resmi');
  for (const action of ['complete', 'dispose', 'dispose']) await act(app, government, number, action);
  await act(app, government, number, 'fulfil', { evidence: [{ type: 'secret', secret: WORDS }] });
  const { openSecrets } = await trackRequest(app.context, { government, number, trackingKey });
  return { government, number, trackingKey, secret: openSecrets[0] ?? '' };
}

test('whoever opens a secret waits for the request before its secret, as erasing does: neither holds what the other waits for', async (t) => {
  const { secret, ...credentials } = await handedOver();
  const owner = new Client({ connectionString: app.addresses.ownerUrl });
  await owner.connect();
  t.after(() => owner.end());
  await owner.query('begin');
  await owner.query('select 1 from pendopo.request where number = $1 for update', [credentials.number]);
  const opening = openSecret(app.context, credentials, secret);
  const waiting = `select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`;
  for (let n = 0; n === 0;) n = Number((await owner.query<{ n: number }>(waiting)).rows[0]?.n);
  const free = await owner.query('select 1 from pendopo.secret where id = $1 for update nowait', [secret]);
  assert.equal(free.rowCount, 1);
  await owner.query('rollback');
  assert.equal(await opening, WORDS);
  await assert.rejects(openSecret(app.context, credentials, secret), { code: 'secret-gone' });
});
