import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { findHolder, findHolders } from './index.ts';

const government = 'klaten';
let app: TestApp;
before(async () => {
  app = await startTestApp('officials');
});
after(() => app.close());

test('who holds several posts is who holds each of them, the definitive holder before who stands in', async () => {
  const { positions } = app.context.catalogue.organisation(government);
  const posts = positions.map(({ id }) => id);
  const day = Temporal.PlainDate.from('2026-11-23');
  await app.context.database.transaction({ government }, async (tx) => {
    const found = await findHolders(tx, government, [...posts, 'tidak-ada'], day);
    assert.ok(found.size > 20 && !found.has('tidak-ada'));
    for (const post of posts)
      assert.deepEqual(found.get(post) ?? null, await findHolder(tx, government, post, day), post);
    assert.match(found.get('petugas-rspd')?.name ?? '', /^Tono/, 'Slamet is Plh. on that day');
    const [none, before] = [
      await findHolders(tx, government, [], day),
      await findHolders(tx, government, posts, Temporal.PlainDate.from('2020-01-01')),
    ];
    assert.deepEqual([none.size, before.size], [0, 0]);
  });
});
