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
  const password = await resetPassword(context.database, clock, 'budi@klaten', { by: 'cli:test' });
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
  await assert.rejects(resetPassword(context.database, clock, "x' or true --@klaten", { by: 'cli:test' }), {
    code: 'official-unknown',
  });
});

test('whoever runs the installation can take a second factor off together with the password, and both are logged', async () => {
  const { context, clock } = app;
  const who = await checkPassword(context.database, { username: 'eko@klaten', password: demoPassword });
  const at = clock.now();
  const factor = { sealed: Buffer.alloc(1), created_at: at, confirmed_at: at, last_step: null };
  await context.database.transaction({ government: 'klaten' }, (tx) =>
    tx
      .insertInto('second_factor')
      .values({ ...who, ...factor })
      .execute(),
  );
  const entry = { via: 'password', secondFactor: false, device: deviceOf(undefined) } as const;
  const stageWith = async (given: { by: string; withoutSecondFactor?: boolean }): Promise<string> => {
    const password = await resetPassword(context.database, clock, 'eko@klaten', given);
    const again = await checkPassword(context.database, { username: 'eko@klaten', password });
    return (await enter(context, again, entry)).stage;
  };
  assert.equal(await stageWith({ by: 'cli:test' }), 'second-factor', 'kept unless asked');
  assert.equal(await stageWith({ by: 'cli:test', withoutSecondFactor: true }), 'in');
  const logged = await context.database.transaction({ government: 'klaten' }, (tx) =>
    tx
      .selectFrom('access_log')
      .select(['actor', 'subject'])
      .where('act', '=', 'second-factor-reset')
      .execute(),
  );
  assert.deepEqual(logged, [{ actor: 'cli:test', subject: who.official }]);
});
