import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { atOnce } from '../../../test/support/at-once.ts';
import { official } from '../../../test/support/officer.ts';

let app: TestApp;
before(async () => {
  app = await startTestApp('certainty');
});
after(() => app.close());

test('of two who confirm the same assumption at the same time the second is told', async () => {
  const administrator = await official(app, 'klaten', 'administrator');
  const { text } = await administrator.get('/meja/kelola/kepastian');
  const [, sha256 = ''] = /kepastian\/([0-9a-f]{64})/.exec(text) ?? [];
  const url = `/meja/kelola/kepastian/${sha256}`;
  const confirm = () => administrator.post(url, { putusan: 'confirmed', dasar: 'SKB 3 Menteri' });
  const answers = await atOnce(app, 'confirmation', [confirm, confirm]);
  const statuses = answers.map(({ status }) => status);
  assert.ok(statuses.includes(303) && statuses.includes(409), statuses.join());
  const written = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
    tx.selectFrom('confirmation').select('verdict').execute(),
  );
  assert.deepEqual(written, [{ verdict: 'confirmed' }]);
});
