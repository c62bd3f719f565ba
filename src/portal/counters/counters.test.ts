/** Queue numbers that visitors take themselves: with the code of the day, at the kiosk, and what the room sees of them. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { expectAccessible, openBrowser } from '../../../test/support/browser.ts';
import { nobody, official, usernameOf } from '../../../test/support/officer.ts';
import { idOn, roomOf, takeNumber } from '../../../test/support/waiting-room.ts';
import type { WaitingRoom } from '../../../test/support/waiting-room.ts';
import type { Officer, Page } from '../../../test/support/officer.ts';
import { Fault } from '../../ground/index.ts';
import { demoPassword } from '../../people/index.ts';
import { visible } from '../../../test/support/decree-desk.ts';

const BASE = '/klaten/loket/petugas-rspd';
const ROOM = '/meja/loket/ruang-tunggu';
const LOKET = { loket: 'petugas-rspd' };

describe('queue numbers that visitors take', () => {
  let app: TestApp;
  let radio: Officer;
  let browser: Browser;
  let origin: string;
  before(async () => {
    app = await startTestApp('portal_counters');
    await app.server.listen({ host: '127.0.0.1', port: 0 });
    origin = `http://localhost:${(app.server.server.address() as AddressInfo).port}`;
    radio = await official(app, 'klaten', 'petugas-rspd');
    await radio.get('/meja/loket');
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await app.close();
  });

  const act = (tindakan: string): Promise<Page> => radio.post(ROOM, { ...LOKET, tindakan });
  const room = (): Promise<WaitingRoom> => roomOf(radio, `${ROOM}?loket=petugas-rspd`);
  const take = (who: Officer, kode: string, path = BASE): Promise<Page> => takeNumber(who, kode, path);
  const call = (): Promise<Page> => radio.post('/meja/loket/antrean/panggil', LOKET);
  const rows = () =>
    app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('visit').selectAll().orderBy('number').execute(),
    );
  const other = (code: string): string => (code === '00000' ? '11111' : '00000');

  test('nobody takes one where the counter has not said so', async () => {
    const visitor = nobody(app);
    assert.match(
      visible((await visitor.get('/klaten/loket')).text),
      /Nomor antrean diambil pada petugas loket/,
    );
    const page = await visitor.get(BASE);
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.text, /name="kode"/);
    assert.doesNotMatch(visible(page.text), /Menunggu|Terakhir dipanggil/, 'nor sees who waits');
    assert.equal((await visitor.get('/klaten/loket/kabid-informatika')).status, 404, 'no counter');
    assert.equal((await visitor.get(`${BASE}/layar/abc`)).status, 404);
    await visitor.get('/klaten/permohonan');
    assert.equal((await visitor.post(BASE, { kode: '12345' })).status, 409);
    assert.deepEqual(await rows(), []);
  });

  test('with the code of the day a visitor gets the next number, once, however often they press', async () => {
    assert.equal((await act('aktifkan')).status, 303);
    const { code } = await room();
    const visitor = nobody(app);
    const page = await visitor.get(`${BASE}?kode=${code}`);
    assert.match(page.text, new RegExp(`name="kode"[^>]*value="${code}"`), 'the camera has read it');
    const nomor = idOn(page);
    const [first, second] = await Promise.all([
      visitor.post(BASE, { kode: code, nomor }),
      visitor.post(BASE, { kode: code, nomor }),
    ]);
    assert.deepEqual([first.status, second.status], [303, 303]);
    assert.equal(first.location, second.location);
    assert.equal((await rows()).length, 1);
    const own = await visitor.get(first.location ?? '');
    assert.match(visible(own.text), /Anda berikutnya D-001 Tunggu di dekat loket/);
    assert.match(own.text, /<title>D-001: Anda berikutnya/);
    assert.match(visible((await visitor.get(BASE)).text), /Anda sudah memegang nomor D-001/);
    const again = await visitor.post(BASE, { kode: code, nomor: '' });
    assert.equal(again.location, first.location, 'one number a browser while it waits');
    assert.equal((await rows())[0]?.drawn_by, null);
    assert.match(visible((await radio.get('/meja/loket')).text), /D-001 datang 09\.00, diambil sendiri/);
  });

  test('numbers of officer and visitors are one row; each says who comes before, and what became of it', async () => {
    const { code } = await room();
    await radio.post('/meja/loket/antrean', LOKET);
    const visitor = nobody(app);
    const mine = (await take(visitor, code)).location ?? '';
    const says = async (): Promise<string> => visible((await visitor.get(mine)).text);
    assert.match(await says(), /2 orang sebelum Anda D-003/);
    await call();
    assert.match(await says(), /1 orang sebelum Anda D-003 .*Terakhir dipanggil: D-001/);
    await call();
    await call();
    assert.match(await says(), /Nomor Anda dipanggil D-003 Silakan ke/);
    const id = mine.split('/').at(-1) ?? '';
    await radio.post(`/meja/loket/antrean/${id}/selesai`, { ...LOKET, hasil: 'no-show' });
    assert.match(await says(), /Nomor ini terlewat D-003/);
    assert.doesNotMatch(visible((await visitor.get(BASE)).text), /sudah memegang/, 'and may take another');
    assert.equal((await visitor.get(`/klaten/loket/petugas-surat/nomor/${id}`)).status, 404);
    assert.equal((await visitor.get(`/klungkung/loket/petugas-surat/nomor/${id}`)).status, 404);
  });

  test('without the code nobody does; guessing ends soon, and only for whoever guesses', async () => {
    const { code } = await room();
    const before = (await rows()).length;
    const guesser = nobody(app, { remoteAddress: '203.0.113.7' });
    const page = await take(guesser, other(code));
    assert.equal(page.status, 422);
    assert.match(visible(page.text), /Kode ini bukan kode hari ini/);
    assert.match(visible((await take(guesser, '')).text), /Tulis kode hari ini/);
    const statuses: number[] = [];
    for (let guess = 0; guess < 45; guess += 1)
      statuses.push((await guesser.post(BASE, { kode: other(code) })).status);
    assert.equal(statuses.at(-1), 429);
    assert.equal((await guesser.post(BASE, { kode: code })).status, 429, 'nor by the right one then');
    assert.equal((await rows()).length, before);
    assert.equal(
      (await take(nobody(app, { remoteAddress: '203.0.113.8' }), `${code.slice(0, 2)} ${code.slice(2)}`))
        .status,
      303,
    );
  });

  test('from one address a family takes theirs at once, a joker no morning’s queue; others and the kiosk go on', async () => {
    const { code, kiosk } = await room();
    const from = (remoteAddress: string): Officer => nobody(app, { remoteAddress });
    const [home, elsewhere] = ['203.0.113.20', '2001:db8:1:2::3'];
    const statuses: number[] = [];
    for (let member = 0; member < 8; member += 1) statuses.push((await take(from(home), code)).status);
    assert.deepEqual(new Set(statuses), new Set([303]));
    const before = (await rows()).length;
    const refused = await take(from(home), code);
    assert.equal(refused.status, 429);
    assert.match(visible(refused.text), /Dari sambungan internet ini sudah banyak nomor diambil/);
    assert.match(visible(refused.text), /petugas loket memberi Anda nomor, juga tanpa ponsel/);
    const english = from(home);
    await english.get(`${BASE}?lang=en`);
    assert.match(
      visible((await english.post(BASE, { kode: code })).text),
      /Many numbers were taken from this/,
    );
    assert.equal((await rows()).length, before);
    assert.equal((await take(from(elsewhere), code)).status, 303, 'another address');
    assert.equal((await take(from(home), '', kiosk)).status, 303, 'the kiosk beside it');
  });

  test('the code is another one every day, at every counter, and after the officer has changed it', async () => {
    const { code, kiosk, screen } = await room();
    const letters = await official(app, 'klaten', 'petugas-surat');
    await letters.get('/meja/loket');
    await letters.post(ROOM, { loket: 'petugas-surat', tindakan: 'aktifkan' });
    assert.ok(!(await letters.get(ROOM)).text.includes(`>${code}<`));
    assert.equal((await letters.get(`${ROOM}?loket=petugas-rspd`)).status, 403, 'another counter’s');
    assert.equal((await letters.post(ROOM, { ...LOKET, tindakan: 'hentikan' })).status, 403);
    await act('ganti');
    const renewed = await room();
    assert.notEqual(renewed.code, code);
    assert.equal((await nobody(app).get(kiosk)).status, 404);
    assert.equal((await nobody(app).get(screen)).status, 404);
    assert.equal((await nobody(app).get(renewed.screen)).status, 200);
    await act('aktifkan');
    assert.deepEqual(await room(), renewed, 'pressed in an old window it changes nothing');
    const now = app.clock.now();
    app.clock.moveTo(now.add({ hours: 24 }));
    try {
      const visitor = nobody(app);
      assert.equal((await take(visitor, renewed.code)).status, 422);
      assert.equal(
        (await visitor.get(renewed.kiosk)).status,
        200,
        'a tablet need not be set up every morning',
      );
    } finally {
      app.clock.moveTo(now);
    }
  });

  test('nobody takes a number that would not be called: at night, on a holiday', async () => {
    const { code, kiosk } = await room();
    const now = app.clock.now();
    const before = (await rows()).length;
    const visitor = nobody(app);
    const [page, atDoor] = [idOn(await visitor.get(BASE)), idOn(await visitor.get(kiosk))];
    for (const moment of ['2026-11-23T09:00:00Z', '2026-11-22T03:00:00Z']) {
      app.clock.moveTo(Temporal.Instant.from(moment));
      assert.match(visible((await visitor.get(BASE)).text), /Nomor belum dapat diambil/);
      assert.equal((await visitor.post(BASE, { kode: code, nomor: page })).status, 409);
      assert.equal((await visitor.post(kiosk, { nomor: atDoor })).location, kiosk);
    }
    app.clock.moveTo(now);
    assert.equal((await rows()).length, before);
  });

  test('yesterday’s number is not called today', async () => {
    const { code } = await room();
    const now = app.clock.now();
    const visitor = nobody(app);
    const mine = (await take(visitor, code)).location ?? '';
    app.clock.moveTo(now.add({ hours: 24 }));
    assert.match(visible((await visitor.get(mine)).text), /tidak berlaku lagi D-\d+ Nomor ini berlaku Senin/);
    app.clock.moveTo(now);
  });

  test('the kiosk gives numbers one after the other, without code, and shows each once', async () => {
    const { kiosk } = await room();
    const tablet = nobody(app);
    const one = await take(tablet, '', kiosk);
    const two = await take(tablet, '', kiosk);
    assert.ok(one.location?.startsWith(`${kiosk}/`));
    assert.notEqual(one.location, two.location);
    assert.equal((await tablet.get(one.location ?? '')).location, kiosk, 'the number of whoever stood there');
    const page = await tablet.get(two.location ?? '');
    assert.match(visible(page.text), /sebelum Anda D-\d{3}/);
    assert.equal((await tablet.get(`${two.location}?lang=en&tahan=ya`)).status, 200, 'held, in English');
    assert.match(page.text, /Kode QR halaman nomor Anda/);
  });

  test('the screen shows who is called, who comes next and the code; the poster leads to the page without it', async () => {
    const { code, screen } = await room();
    const shown = visible((await nobody(app).get(screen)).text);
    assert.match(shown, /Nomor yang dipanggil D-002 .*Sebelumnya D-001.* Berikutnya D-\d+, D-\d+/);
    assert.ok(shown.includes(code));
    const poster = await radio.get(`${ROOM}/poster?loket=petugas-rspd`);
    assert.match(visible(poster.text), /localhost:3000\/klaten\/loket\/petugas-rspd/);
    assert.ok(!poster.text.includes(code));
  });

  const look = async (page: BrowserPage, path: string): Promise<void> => {
    for (const width of [390, 1200]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(origin + path);
      await expectAccessible(page);
    }
  };

  test('a number that is followed changes by itself once called, and is read out; screen and kiosk as well', async () => {
    const { screen, kiosk } = await room();
    const [waiting] = (await rows()).filter(({ called_at }) => called_at === null);
    assert.ok(waiting);
    const mine = `${BASE}/nomor/${waiting.id}`;
    const page = await (await browser.newContext()).newPage();
    const shown = { name: 'mesin', value: waiting.id, url: origin };
    for (const path of [BASE, '/klaten/loket', screen, kiosk]) await look(page, path);
    await page.context().addCookies([shown]);
    await look(page, `${kiosk}/${waiting.id}`);
    await page.clock.install();
    await page.goto(origin + mine);
    await page.getByText('Anda berikutnya').waitFor();
    await expectAccessible(page);
    assert.equal(await page.locator('#nomor').getAttribute('aria-live'), 'polite');
    await call();
    await page.clock.runFor(25_000);
    await page.getByText('Nomor Anda dipanggil').waitFor();
    assert.match(await page.title(), /Nomor Anda dipanggil/);
    await page.context().addCookies([shown]);
    await page.goto(`${origin}${kiosk}/${waiting.id}`);
    await page.clock.runFor(65_000);
    await page.getByRole('button', { name: 'Ambil nomor' }).waitFor();
    await page.context().close();
  });

  test('at the kiosk "Back" never leads to the number of whoever stood there before, script or none', async () => {
    const { kiosk } = await room();
    for (const javaScriptEnabled of [true, false]) {
      const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
      const press = (): Promise<void> => page.getByRole('button', { name: 'Ambil nomor' }).click();
      await page.goto(origin + kiosk);
      await press();
      const first = await page.getByText(/^D-\d{3}$/).innerText();
      await page.getByRole('link', { name: 'Selesai' }).click();
      await page.waitForURL((url) => url.pathname === kiosk);
      await page.goBack();
      await page.getByRole('button', { name: 'Ambil nomor' }).waitFor();
      assert.equal(await page.getByText(first).count(), 0);
      await press();
      assert.notEqual(await page.getByText(/^D-\d{3}$/).innerText(), first, 'the next visitor’s own');
      await page.goBack();
      await press();
      assert.equal((await rows()).at(-1)?.number, Number(first.slice(2)) + 2, 'and so after "Back" alone');
      await page.context().close();
    }
  });

  test('the screen says that the server is away, since when, and comes back by itself; the kiosk holds its form', async () => {
    const { screen, kiosk } = await room();
    const [wall, tablet] = [await browser.newPage(), await browser.newPage()];
    for (const page of [wall, tablet]) await page.clock.install({ time: '2026-11-23T02:00:00Z' });
    await wall.goto(origin + screen);
    await tablet.goto(`${origin}${kiosk}?lang=en`);
    const away = wall.getByText('Tidak terhubung ke server; yang tampak adalah keadaan pukul');
    assert.equal(await away.isVisible(), false);
    let isAway = true;
    for (const page of [wall, tablet])
      await page.route('**/*', (route) => (isAway ? route.abort() : route.continue()));
    await wall.clock.runFor(9_000);
    assert.equal(await away.isVisible(), false, 'one look in vain may be a moment’s');
    for (const page of [wall, tablet]) await page.clock.runFor(20_000);
    await away.waitFor();
    await expectAccessible(wall);
    assert.match(await away.innerText(), /pukul \d\d\.00$/);
    const held = tablet.getByText('Ask the officer at the counter for a number.');
    await held.waitFor();
    await tablet.getByRole('button', { name: 'Take a number' }).click();
    assert.equal(new URL(tablet.url()).pathname, kiosk, 'never the browser’s own page of errors');
    isAway = false;
    for (const page of [wall, tablet]) await page.clock.runFor(9_000);
    for (const told of [away, held]) await told.waitFor({ state: 'hidden' });
    await tablet.getByRole('button', { name: 'Take a number' }).click();
    await tablet.getByText('Scan to follow this number on your phone.').waitFor();
    await act('ganti');
    await wall.clock.runFor(9_000);
    await wall.getByText('Layar ini tidak berlaku lagi').waitFor();
    for (const page of [wall, tablet]) await page.close();
  });

  test('without a script the screen says of when it is; what fails in a room comes back by itself', async () => {
    const { screen, kiosk } = await room();
    const page = await nobody(app).get(screen);
    assert.match(page.text, /<noscript><p>.*Keadaan hari ini, \d\d\.\d\d WIB/);
    const { database } = app.context;
    const transaction = database.transaction.bind(database);
    database.transaction = () =>
      Promise.reject(new Fault('unavailable', 'away', { id: 'Pergi', en: 'Away' }));
    const broken = await nobody(app).get(screen);
    const desk = await nobody(app).get(BASE);
    const tablet = nobody(app);
    database.transaction = transaction;
    assert.equal(broken.status, 503);
    assert.match(broken.text, new RegExp(`http-equiv="refresh" content="15;url=${screen}"`));
    assert.match(broken.text, /data-return="15"/);
    assert.equal(desk.status, 503);
    assert.doesNotMatch(desk.text, /http-equiv="refresh"|data-return/, 'only where nobody could do it');
    const unknown = await tablet.post(kiosk);
    assert.equal(unknown.status, 403, 'a form that has expired');
    assert.match(unknown.text, new RegExp(`data-return="15"|content="15;url=${kiosk}"`));
  });

  test('how long the wait will be stands there once today can say so', async () => {
    const { code } = await room();
    const visitor = nobody(app);
    const mine = (await take(visitor, code)).location ?? '';
    const says = async (path: string): Promise<string> => visible((await visitor.get(path)).text);
    const now = app.clock.now();
    assert.doesNotMatch(await says(mine), /sekitar/, 'no guess from too little');
    for (let minutes = 1; minutes <= 6; minutes += 1) {
      app.clock.moveTo(now.add({ minutes }));
      await call();
    }
    assert.match(await says(mine), /\d+ orang sebelum Anda, sekitar \d+ (menit|jam)/);
    assert.match(await says(mine), /Perkiraan waktu menurut panggilan hari ini/);
    assert.match(await says(BASE), /Perkiraan menunggu sekitar/);
    assert.match(visible((await visitor.get(`${mine}?lang=en`)).text), /before you, about \d/);
    app.clock.moveTo(now);
  });

  test('the officer sees how many wait without asking again, which would keep them signed in', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${origin}/meja/masuk?ke=%2Fmeja%2Floket`);
    await page.getByLabel('Nama pengguna').fill(await usernameOf(app, 'klaten', 'petugas-rspd'));
    await page.getByLabel('Kata sandi').fill(demoPassword);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.waitForURL('**/meja/loket');
    await page.clock.install();
    await page.reload();
    const count = page.locator('#menunggu');
    const waiting = Number.parseInt(await count.innerText(), 10);
    assert.ok(waiting > 1);
    await expectAccessible(page);
    await page.getByLabel('Layanan yang diminta').fill('stn');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await radio.post('/meja/loket/antrean', LOKET);
    await page.clock.runFor(25_000);
    await count.getByText(`${waiting + 1} orang`).waitFor();
    assert.deepEqual(new Set(asked), new Set([BASE]));
    assert.equal(await page.getByLabel('Layanan yang diminta').inputValue(), 'stn');
    assert.match(await page.title(), /^Loket/);
    await page.context().close();
  });

  test('without a script it comes anew only when asked to', async () => {
    const [waiting] = (await rows()).filter(({ called_at }) => called_at === null);
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${origin}${BASE}/nomor/${waiting?.id ?? ''}`);
    assert.doesNotMatch(await page.content(), /http-equiv="refresh"/);
    await page.getByRole('link', { name: 'Perbarui sendiri setiap 20 detik' }).click();
    assert.match(await page.content(), /http-equiv="refresh" content="20"/);
    await page.getByRole('link', { name: 'Berhenti memperbarui sendiri' }).click();
    assert.doesNotMatch(await page.content(), /http-equiv="refresh"/);
    await page.context().close();
  });

  test('a kiosk gives no more than can be served, and leaves numbers by phone alone', async () => {
    const { code, kiosk } = await room();
    const tablet = nobody(app);
    let refused: Page | null = null;
    for (let press = 0; press < 45 && refused === null; press += 1) {
      const pressed = await take(tablet, '', kiosk);
      if (pressed.status !== 303) refused = pressed;
    }
    assert.equal(refused?.status, 429);
    assert.match(visible(refused?.text ?? ''), /Mintalah nomor pada petugas loket/);
    assert.equal((await radio.post('/meja/loket/antrean', LOKET)).status, 303, 'the officer always may');
    assert.equal((await take(nobody(app), code)).status, 303, 'nor is anybody’s phone closed by it');
  });

  test('stopped, nobody takes one any more; those taken stay in the row', async () => {
    const { code, kiosk } = await room();
    const before = await rows();
    await act('hentikan');
    assert.equal((await nobody(app).get(kiosk)).status, 404);
    const visitor = nobody(app);
    await visitor.get('/klaten/permohonan');
    assert.equal((await visitor.post(BASE, { kode: code })).status, 409);
    assert.deepEqual(await rows(), before);
  });
});
