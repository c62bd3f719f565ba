import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { checkPassword, demoPassword, deviceOf, enter, findSession, resetPassword } from './index.ts';

let app: TestApp;
before(async () => {
  app = await startTestApp('password');
});
after(() => app.close());

async function signIn(password: string): Promise<{ readonly official: string; readonly cookie: string }> {
  const who = await checkPassword(app.context.database, { username: 'budi@klaten', password });
  const entry = { via: 'password', secondFactor: false, device: deviceOf(undefined) } as const;
  return { official: who.official, cookie: (await enter(app.context, who, entry)).cookie };
}

test('a new password opens the desk, the old one and its sessions are over, and the log says who did it', async () => {
  const { context, clock } = app;
  const before = await signIn(demoPassword);
  const password = await resetPassword(context.database, clock, 'budi@klaten', 'cli:test');
  assert.match(password, /^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  assert.equal(await findSession(context, before.cookie), null);
  await assert.rejects(signIn(demoPassword), { code: 'sign-in-refused' });
  const now = await signIn(password);
  assert.equal(now.official, before.official);
  const logged = await context.database.transaction({ government: 'klaten' }, (tx) =>
    tx.selectFrom('access_log').selectAll().where('act', '=', 'password-reset').execute(),
  );
  assert.deepEqual(
    logged.map(({ actor, subject }) => ({ actor, subject })),
    [{ actor: 'cli:test', subject: before.official }],
  );
});

test('nobody gets a password for somebody who is not there', async () => {
  const { context, clock } = app;
  await assert.rejects(resetPassword(context.database, clock, "x' or true --@klaten", 'cli:test'), {
    code: 'official-unknown',
  });
});
