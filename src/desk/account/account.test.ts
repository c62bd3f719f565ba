import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { nobody, signedIn } from '../../../test/support/officer.ts';
import type { Officer, Page } from '../../../test/support/officer.ts';
import { demoPassword, resetPassword } from '../../people/index.ts';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0';
const PHONE =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';
const fresh = 'kuda hijau naik perahu';

let app: TestApp;
before(async () => {
  app = await startTestApp('account');
});
after(() => app.close());

async function enter(
  username: string,
  password: string,
  browsing: { cookies?: Map<string, string>; userAgent?: string } = {},
): Promise<{ readonly person: Officer; readonly answer: Page; readonly cookies: Map<string, string> }> {
  const { cookies = new Map<string, string>(), userAgent } = browsing;
  const headers: Record<string, string> = userAgent === undefined ? {} : { 'user-agent': userAgent };
  const person = nobody(app, { cookies, headers });
  await person.get('/meja/masuk');
  return { person, answer: await person.post('/meja/masuk', { nama: username, sandi: password }), cookies };
}

const passwordForm = (old: string, next: string, again = next): Record<string, string> => ({
  lama: old,
  baru: next,
  ulang: again,
});

const logged = (act: string): Promise<{ actor: string; subject: string | null; reason: string | null }[]> =>
  app.context.database.transaction({ government: 'klaten' }, (tx) =>
    tx.selectFrom('access_log').select(['actor', 'subject', 'reason']).where('act', '=', act).execute(),
  );

describe('changing the own password', () => {
  test('asks for the present one, and for a new one worth having', async () => {
    const person = await signedIn(app, 'ratna@klaten');
    await person.get('/meja/akun/kata-sandi');
    const tries: readonly (readonly [Record<string, string>, RegExp])[] = [
      [passwordForm('salah', fresh), /Kata sandi sekarang tidak cocok/],
      [passwordForm(demoPassword, 'pendek'), /paling sedikit 12 karakter/],
      [passwordForm(demoPassword, 'ratna1234567'), /mudah ditebak/],
      [passwordForm(demoPassword, fresh, `${fresh}!`), /Kedua kata sandi baru tidak sama/],
    ];
    for (const [values, words] of tries) {
      const page = await person.post('/meja/akun/kata-sandi', values);
      assert.equal(page.status, 422);
      assert.match(page.text, words);
      assert.ok(!page.text.includes(fresh), 'a password was given back');
    }
    assert.equal((await enter('ratna@klaten', demoPassword)).answer.status, 303);
  });

  test('gives this browser a new session and ends all others', async () => {
    const here = await enter('eko@klaten', demoPassword);
    const there = await enter('eko@klaten', demoPassword);
    const before = here.cookies.get('sesi');
    await here.person.get('/meja/akun/kata-sandi');
    const changed = await here.person.post('/meja/akun/kata-sandi', passwordForm(demoPassword, fresh));
    assert.equal(changed.location, '/meja/akun?tersimpan=password');
    const after = here.cookies.get('sesi');
    assert.ok(after);
    assert.notEqual(after, before);
    assert.equal((await here.person.get('/meja')).status, 200);
    assert.equal((await there.person.get('/meja')).status, 303);
    const thief = nobody(app, { cookies: new Map([['sesi', before ?? '']]) });
    assert.equal((await thief.get('/meja')).status, 303);
    assert.equal((await enter('eko@klaten', demoPassword)).answer.status, 422);
    assert.equal((await enter('eko@klaten', fresh)).answer.status, 303);
    assert.equal((await logged('password-changed')).length, 1);
  });

  test('does not let whoever finds an open session guess the password', async () => {
    const person = await signedIn(app, 'gita@klaten');
    await person.get('/meja/akun/kata-sandi');
    const statuses: number[] = [];
    for (let at = 0; at < 12; at += 1)
      statuses.push((await person.post('/meja/akun/kata-sandi', passwordForm(`salah ${at}`, fresh))).status);
    assert.deepEqual(statuses.slice(8), [422, 422, 429, 429]);
  });
});

describe('a password given by somebody else', () => {
  test('opens nothing but the page where it is changed, and leads on from there', async () => {
    const { context, clock } = app;
    const given = await resetPassword(context.database, clock, 'budi@klaten', { by: 'cli:test' });
    const { person, answer } = await enter('budi@klaten', given);
    assert.equal(answer.status, 303);
    for (const path of ['/meja', '/meja/akun', '/meja/akun/dua-langkah', '/meja/loket'])
      assert.equal((await person.get(path)).location, `/meja/masuk?ke=${encodeURIComponent(path)}`);
    assert.equal((await person.post('/meja/akun/sesi', { sesi: 'lain' })).status, 401);
    const led = await person.get('/meja/masuk?ke=%2Fmeja%2Floket');
    assert.equal(led.location, '/meja/akun/kata-sandi?ke=%2Fmeja%2Floket');
    const page = await person.get(led.location ?? '');
    assert.match(page.text, /diketahui orang lain/);
    const same = await person.post('/meja/akun/kata-sandi', passwordForm(given, given));
    assert.match(same.text, /harus lain/);
    const values = { ...passwordForm(given, fresh), ke: '/meja/loket' };
    assert.equal((await person.post('/meja/akun/kata-sandi', values)).location, '/meja/loket');
    assert.equal((await person.get('/meja/loket')).status, 200);
  });
});

describe('the sessions of an official', () => {
  test('are listed in the words by which people know their browsers, and ended one by one or all but this one', async () => {
    const username = 'maya@klaten';
    const here = await enter(username, demoPassword, { userAgent: FIREFOX });
    const phone = await enter(username, demoPassword, { userAgent: PHONE });
    const third = await enter(username, demoPassword);
    const { text } = await here.person.get('/meja/akun');
    assert.match(text, /Firefox di Windows[\s\S]*?sesi ini/);
    assert.match(text, /Chrome di Android/);
    assert.match(text, /Peramban tidak dikenal/);
    const [, id = ''] =
      /name="sesi" value="([^"]+)">[^<]*<button[^>]*>Akhiri<span class="unseen">: Chrome di Android/.exec(
        text,
      ) ?? [];
    assert.notEqual(id, '');
    assert.equal(
      (await here.person.post('/meja/akun/sesi', { sesi: id })).location,
      '/meja/akun?tersimpan=session',
    );
    assert.equal((await phone.person.get('/meja')).status, 303);
    assert.equal((await third.person.get('/meja')).status, 200);
    await here.person.post('/meja/akun/sesi', { sesi: 'lain' });
    assert.equal((await third.person.get('/meja')).status, 303);
    assert.equal((await here.person.get('/meja')).status, 200);
    assert.match((await here.person.get('/meja/akun?lang=en')).text, /Firefox on Windows/);
  });

  test('are no business of anybody else', async () => {
    const mine = await enter('ratna@klaten', demoPassword);
    const page = await mine.person.get('/meja/akun');
    const row = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx
        .selectFrom('session as s')
        .innerJoin('official as o', 'o.id', 's.official')
        .select('s.id')
        .where('o.username', '=', 'ratna@klaten')
        .executeTakeFirstOrThrow(),
    );
    assert.equal(page.status, 200);
    for (const username of ['fajar@klaten', 'gede@klungkung']) {
      const other = await enter(username, demoPassword);
      assert.equal(other.answer.status, 303);
      await other.person.get('/meja/akun');
      await other.person.post('/meja/akun/sesi', { sesi: row.id });
    }
    assert.equal((await mine.person.get('/meja')).status, 200);
  });
});
