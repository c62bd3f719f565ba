import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { setUpSecondFactor } from '../../../test/support/authenticator.ts';
import { nobody, signedIn } from '../../../test/support/officer.ts';
import { checkPassword, demoPassword, resetPassword } from '../../people/index.ts';

let app: TestApp;
before(async () => {
  app = await startTestApp('sign-in-attacks', { demo: false });
});
after(() => app.close());

describe('attacks on signing in', () => {
  test('a session that somebody planted is not the one people sign in to, and ends', async () => {
    const attackers = new Map<string, string>();
    const attacker = nobody(app, { cookies: attackers });
    await attacker.get('/meja/masuk');
    await attacker.post('/meja/masuk', { nama: 'eko@klaten', sandi: demoPassword });
    const planted = attackers.get('sesi') ?? '';
    for (const cookie of [planted, 'chosen-by-the-attacker']) {
      const cookies = new Map<string, string>([['sesi', cookie]]);
      const victim = nobody(app, { cookies });
      await victim.get('/meja/masuk?lang=id');
      await victim.get('/klaten/permohonan');
      const answer = await victim.post('/meja/masuk', { nama: 'maya@klaten', sandi: demoPassword });
      assert.equal(answer.status, 303);
      assert.notEqual(cookies.get('sesi'), cookie);
      const after = nobody(app, { cookies: new Map([['sesi', cookie]]) });
      assert.equal((await after.get('/meja')).status, 303, 'the planted session still opens something');
    }
  });

  test('no page of another site can sign anybody in or out, or change their account', async () => {
    const cookies = new Map<string, string>();
    const person = nobody(app, { cookies });
    await person.get('/meja/masuk');
    await person.post('/meja/masuk', { nama: 'gita@klaten', sandi: demoPassword });
    const forms: readonly (readonly [string, Record<string, string>])[] = [
      ['/meja/masuk', { nama: 'eko@klaten', sandi: demoPassword }],
      ['/meja/masuk/kode', { kode: '000000' }],
      ['/meja/keluar', {}],
      ['/meja/akun/sesi', { sesi: 'lain' }],
      ['/meja/akun/kata-sandi', { lama: demoPassword, baru: 'x', ulang: 'x' }],
      ['/meja/akun/dua-langkah', { kode: '000000' }],
      ['/meja/akun/dua-langkah/siapkan', {}],
      ['/meja/akun/dua-langkah/matikan', { kode: '000000' }],
      ['/meja/akun/dua-langkah/kode-pemulihan', { kode: '000000' }],
    ];
    for (const [path, values] of forms) {
      const forged = nobody(app, { cookies: new Map(cookies) });
      assert.equal((await forged.post(path, { ...values, _csrf: 'forged' })).status, 403, path);
      const foreign = nobody(app, { cookies: new Map(cookies), headers: { 'sec-fetch-site': 'cross-site' } });
      await foreign.get('/klaten/permohonan');
      assert.equal((await foreign.post(path, values)).status, 403, path);
    }
    assert.equal((await person.get('/meja')).status, 200);
  });

  test('signing in leads to no other site, at any of its steps', async () => {
    const away = [
      'https://jahat.example/',
      '//jahat.example',
      '/\\jahat.example',
      '/meja//jahat.example',
      'javascript:alert(1)',
    ];
    for (const ke of away) {
      const person = nobody(app);
      const page = await person.get(`/meja/masuk?ke=${encodeURIComponent(ke)}`);
      assert.match(page.text, /name="ke" value="\/meja"/);
      const answer = await person.post('/meja/masuk', { nama: 'hendra@klaten', sandi: demoPassword, ke });
      assert.equal(answer.location, '/meja', ke);
      assert.equal((await person.get(`/meja/masuk?ke=${encodeURIComponent(ke)}`)).location, '/meja', ke);
    }
    const { phone } = await setUpSecondFactor(app, await signedIn(app, 'indah@klaten'));
    const person = nobody(app);
    await person.get('/meja/masuk');
    const step = await person.post('/meja/masuk', {
      nama: 'indah@klaten',
      sandi: demoPassword,
      ke: away[0] ?? '',
    });
    assert.equal(step.location, '/meja/masuk/kode?ke=%2Fmeja');
    const asked = await person.get(`/meja/masuk/kode?ke=${away[1]}`);
    assert.match(asked.text, /name="ke" value="\/meja"/);
    assert.match(asked.text, /href="\/meja\/masuk\/kode\?pemulihan&amp;ke=%2Fmeja"/);
    const done = await person.post('/meja/masuk/kode', { kode: phone.code(), ke: away[1] ?? '' });
    assert.equal(done.location, '/meja');
  });

  test('nobody learns from the words which names there are', async () => {
    await app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      await tx
        .updateTable('official')
        .set({ password_hash: null })
        .where('username', '=', 'joko@klaten')
        .execute();
      await tx
        .updateTable('official')
        .set({ disabled_at: app.clock.now() })
        .where('username', '=', 'kartika@klaten')
        .execute();
    });
    const pages: string[] = [];
    for (const nama of [
      'lukman@klaten',
      'tidak.ada@klaten',
      'joko@klaten',
      'kartika@klaten',
      "' or 1=1 --",
    ]) {
      const person = nobody(app);
      await person.get('/meja/masuk');
      const page = await person.post('/meja/masuk', {
        nama,
        sandi: nama === 'kartika@klaten' ? demoPassword : 'salah',
      });
      assert.equal(page.status, 422);
      pages.push(tidied(page.text, nama));
    }
    assert.equal(new Set(pages).size, 1);
  });

  test('nor from the time: a name that is not there costs a hash as well', async () => {
    const took = async (username: string): Promise<number> => {
      const from = performance.now();
      await assert.rejects(checkPassword(app.context.database, { username, password: 'salah' }));
      return performance.now() - from;
    };
    // A password as real as an office's: those that the tests sign in with cost next to nothing.
    await resetPassword(app.context.database, app.clock, 'lukman@klaten', { by: 'uji' });
    await took('lukman@klaten');
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let at = 0; at < 9; at += 1) {
      known.push(await took('lukman@klaten'));
      unknown.push(await took(`orang${at}@klaten`));
    }
    const middle = (times: number[]): number => times.sort((one, other) => one - other)[4] ?? 0;
    const ratio = middle(unknown) / middle(known);
    assert.ok(ratio > 0.4 && ratio < 2.5, `unknown names take ${ratio.toFixed(2)} of the time of known ones`);
  });
});

/** A page without what differs each time, and without the name typed. */
const tidied = (text: string, name: string): string =>
  text
    .replaceAll(/name="_csrf" value="[^"]*"|nonce="[^"]*"/g, '')
    .replaceAll(name, '')
    .replaceAll("' or 1=1 --".replace("'", '&#39;'), '');
