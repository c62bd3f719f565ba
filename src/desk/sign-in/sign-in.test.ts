import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { nobody, signedIn } from '../../../test/support/officer.ts';

describe('signing in to the desk', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp('sign-in');
  });
  after(() => app.close());

  test('whoever is not signed in is led to the sign-in page and back to where they wanted to go', async () => {
    const person = nobody(app);
    const asked = await person.get('/meja?daftar=semua');
    assert.equal(asked.status, 303);
    assert.equal(asked.location, '/meja/masuk?ke=%2Fmeja%3Fdaftar%3Dsemua');
    const page = await person.get(asked.location ?? '');
    assert.equal(page.status, 200);
    const answer = await person.post('/meja/masuk', {
      nama: 'budi@klaten',
      sandi: 'peragaan',
      ke: '/meja?daftar=semua',
    });
    assert.equal(answer.location, '/meja?daftar=semua');
    const queue = await person.get('/meja?daftar=semua');
    assert.equal(queue.status, 200);
    assert.match(queue.text, /Budi Contoh, S\.Kom\., M\.T\./);
    assert.match(queue.text, /Kepala Bidang Informatika dan Persandian/);
  });

  test('a wrong password is told like a wrong name, with the name kept', async () => {
    const person = nobody(app);
    await person.get('/meja/masuk');
    const wrong = await person.post('/meja/masuk', { nama: 'ratna@klaten', sandi: 'salah' });
    const unknown = await person.post('/meja/masuk', { nama: 'tidak.ada@klaten', sandi: 'peragaan' });
    for (const page of [wrong, unknown]) {
      assert.equal(page.status, 422);
      assert.match(page.text, /Nama pengguna atau kata sandi tidak cocok/);
    }
    assert.match(wrong.text, /value="ratna@klaten"/);
    assert.equal((await person.get('/meja')).status, 303);
  });

  test('passwords cannot be tried without end', async () => {
    const person = nobody(app);
    await person.get('/meja/masuk');
    const statuses: number[] = [];
    for (let at = 0; at < 12; at += 1)
      statuses.push((await person.post('/meja/masuk', { nama: 'eko@klaten', sandi: `salah${at}` })).status);
    assert.deepEqual(
      statuses.slice(0, 10),
      Array.from({ length: 10 }, () => 422),
    );
    assert.deepEqual(statuses.slice(10), [429, 429]);
  });

  test('signing out ends the session on the server, not only in the browser', async () => {
    const person = await signedIn(app, 'maya@klaten');
    assert.equal((await person.get('/meja')).status, 200);
    assert.equal((await person.post('/meja/keluar')).location, '/meja/masuk?keluar');
    assert.equal((await person.get('/meja')).status, 303);
    assert.match((await person.get('/meja/masuk?keluar')).text, /Anda sudah keluar/);
  });

  test('the session cookie is out of reach of scripts and other sites', async () => {
    const answer = await app.server.inject({ method: 'GET', url: '/meja/masuk' });
    const token = /name="_csrf" value="([^"]+)"/.exec(answer.payload)?.[1] ?? '';
    const signed = await app.server.inject({
      method: 'POST',
      url: '/meja/masuk',
      cookies: Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value])),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: token, nama: 'gita@klaten', sandi: 'peragaan' }).toString(),
    });
    const session = signed.cookies.find(({ name }) => name === 'sesi');
    assert.equal(session?.httpOnly, true);
    assert.equal(session?.sameSite, 'Lax');
  });

  test('the demo names its example officials with their posts of today, in both languages', async () => {
    const page = await nobody(app).get('/meja/masuk');
    assert.match(page.text, /Kabupaten Klaten[\s\S]*budi@klaten/);
    assert.match(page.text, /Plt\. Kepala Subbagian Umum/);
    assert.match(page.text, /peragaan/);
    const english = await nobody(app).get('/meja/masuk?lang=en');
    assert.match(english.text, /Acting|Plt\. Head of general affairs/);
    assert.match(english.text, /Staff sign-in/);
  });

  test('outside the demo no official and no password is shown', async () => {
    const earnest = await startTestApp('sign-in-earnest', { demo: false });
    const page = await nobody(earnest).get('/meja/masuk');
    await earnest.close();
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.text, /budi@klaten|peragaan/i);
  });
});
