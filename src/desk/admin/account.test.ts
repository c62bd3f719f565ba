import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { setUpSecondFactor } from '../../../test/support/authenticator.ts';
import { official, signedIn, usernameOf } from '../../../test/support/officer.ts';
import type { Officer } from '../../../test/support/officer.ts';

let app: TestApp;
let administrator: Officer;
before(async () => {
  app = await startTestApp('account-admin');
  administrator = await official(app, 'klaten', 'administrator');
});
after(() => app.close());

const inKlaten = <T>(read: Parameters<typeof app.context.database.transaction<T>>[1]): Promise<T> =>
  app.context.database.transaction({ government: 'klaten' }, read);

async function idOf(username: string, government = 'klaten'): Promise<string> {
  const row = await app.context.database.transaction({ government }, (tx) =>
    tx.selectFrom('official').select('id').where('username', '=', username).executeTakeFirstOrThrow(),
  );
  return row.id;
}

const accountOf = async (username: string): Promise<string> =>
  `/meja/kelola/petugas/orang/${await idOf(username)}/akun`;

const logged = (act: string, subject: string): Promise<readonly { reason: string | null; actor: string }[]> =>
  inKlaten((tx) =>
    tx
      .selectFrom('access_log')
      .select(['reason', 'actor'])
      .where('act', '=', act)
      .where('subject', '=', subject)
      .execute(),
  );

describe('an administrator', () => {
  test('sees the sessions of an official, and ends one or all', async () => {
    const [one, other] = [await signedIn(app, 'maya@klaten'), await signedIn(app, 'maya@klaten')];
    const url = await accountOf('maya@klaten');
    const { text } = await administrator.get(url);
    const ids = [...text.matchAll(/name="sesi" value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id);
    assert.equal(ids.length, 2);
    assert.match(text, /Maya Contoh/);
    const ended = await administrator.post(`${url}/sesi`, { sesi: ids[0] ?? '' });
    assert.equal(ended.location, `${url}?hasil=session`);
    const statuses = [(await one.get('/meja')).status, (await other.get('/meja')).status];
    assert.deepEqual(
      statuses.toSorted((a, b) => a - b),
      [200, 303],
    );
    await administrator.post(`${url}/sesi`, { sesi: 'semua' });
    assert.deepEqual([(await one.get('/meja')).status, (await other.get('/meja')).status], [303, 303]);
    assert.match((await administrator.get(url)).text, /tidak masuk di peramban mana pun/);
    const lines = await logged('sessions-ended', await idOf('maya@klaten'));
    assert.equal(lines.length, 2);
    assert.equal(lines[0]?.actor, await idOf(await usernameOf(app, 'klaten', 'administrator')));
  });

  test('demands a new password: the official is led to it, also in the middle of work', async () => {
    const person = await signedIn(app, 'eko@klaten');
    assert.equal((await person.get('/meja')).status, 200);
    const url = await accountOf('eko@klaten');
    await administrator.get(url);
    assert.equal((await administrator.post(`${url}/kata-sandi`)).location, `${url}?hasil=password`);
    assert.equal((await person.get('/meja')).status, 303);
    assert.equal((await person.get('/meja/masuk')).location, '/meja/akun/kata-sandi?ke=%2Fmeja');
    assert.match((await administrator.get(url)).text, /Harus diganti/);
    assert.equal((await logged('password-demanded', await idOf('eko@klaten'))).length, 1);
  });

  test('resets a second factor with a reason, and everything opened with it ends', async () => {
    const person = await signedIn(app, 'gita@klaten');
    await setUpSecondFactor(app, person);
    const url = await accountOf('gita@klaten');
    assert.match((await administrator.get(url)).text, /Atur ulang verifikasi dua langkah/);
    await administrator.get(`${url}/dua-langkah`);
    const without = await administrator.post(`${url}/dua-langkah`, { alasan: ' ' });
    assert.equal(without.status, 422);
    assert.match(without.text, /Sebutkan alasannya/);
    assert.equal((await person.get('/meja')).status, 200);
    const reset = await administrator.post(`${url}/dua-langkah`, { alasan: 'Telepon hilang' });
    assert.equal(reset.location, `${url}?hasil=factor`);
    assert.equal((await person.get('/meja')).status, 303);
    const again = await signedIn(app, 'gita@klaten');
    assert.equal((await again.get('/meja')).status, 200);
    const lines = await logged('second-factor-reset', await idOf('gita@klaten'));
    assert.deepEqual(
      lines.map(({ reason }) => reason),
      ['Telepon hilang'],
    );
  });

  test('cannot go round password and code of their own account, nor reach another government', async () => {
    const own = await accountOf(await usernameOf(app, 'klaten', 'administrator'));
    const { text } = await administrator.get(own);
    assert.match(text, /akun Anda sendiri/);
    const foreign = `/meja/kelola/petugas/orang/${await idOf('gede@klungkung', 'klungkung')}/akun`;
    assert.equal((await administrator.get(foreign)).status, 404);
    for (const act of ['sesi', 'kata-sandi', 'dua-langkah']) {
      const values = { sesi: 'semua', alasan: 'x' };
      assert.equal((await administrator.post(`${own}/${act}`, values)).status, 409, act);
      assert.equal((await administrator.post(`${foreign}/${act}`, values)).status, 404, act);
    }
    assert.equal((await administrator.get('/meja')).status, 200);
  });
});

describe('everybody else', () => {
  test('changes nothing: auditors read, officials do not even that', async () => {
    const url = await accountOf('maya@klaten');
    const auditor = await official(app, 'klaten', 'auditor');
    const page = await auditor.get(url);
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.text, /<button[^>]*>(Akhiri|Minta)/);
    const person = await signedIn(app, 'nur@klaten');
    assert.equal((await person.get(url)).status, 403);
    for (const someone of [auditor, person])
      for (const act of ['sesi', 'kata-sandi', 'dua-langkah'])
        assert.equal((await someone.post(`${url}/${act}`, { sesi: 'semua', alasan: 'x' })).status, 403, act);
  });
});
