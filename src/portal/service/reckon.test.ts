import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { expectAccessible, openBrowser } from '../../../test/support/browser.ts';
import type { Lang } from '../../ui/index.ts';
import { momentOf } from '../moment.ts';
import { reckonPage } from './reckon-page.ts';
import { reckon } from './reckoning.ts';

/** What a reader of the main part sees. */
const seen = (html: string): string =>
  html
    .replace(/^.*<main[^>]*>/s, '')
    .replace(/<\/main>.*$/s, '')
    .replaceAll(/<span class="unseen">.*?<\/span>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1');

const bandwidth = '/klaten/layanan/penambahan-bandwidth/hitung';

describe('if I apply on …', () => {
  let app: TestApp;

  before(async () => {
    app = await startTestApp('portal_reckon');
  });
  after(() => app.close());

  const ask = async (
    url: string,
  ): Promise<{ readonly status: number; readonly text: string; readonly body: string }> => {
    const { statusCode: status, body } = await app.server.inject({ url });
    return { status, text: seen(body), body };
  };

  it('answers for now where nothing is asked, as the page of the service does', async () => {
    const { status, text } = await ask(bandwidth);
    assert.equal(status, 200);
    assert.match(text, /Selesai paling lambat Senin, 7 Desember 2026, 16\.00 WIB/);
    assert.match(
      text,
      /Bila kami terima lengkap Senin, 23 November 2026, 09\.00 WIB\. Waktu yang dijanjikan: 10 hari kerja/,
    );
    assert.match(text, /Diterima Senin, 23 November 2026, 09\.00 WIB\./);
    assert.match(text, /Pada kalender dinding November 2026 hari ke-1 sampai ke-5/);
    const service = await ask(bandwidth.replace('/hitung', ''));
    assert.match(service.text, /Senin, 7 Desember 2026, 16\.00 WIB/);
    assert.match(service.body, new RegExp(`href="${bandwidth}">Bagaimana dihitung\\?`));
  });

  it('answers in both languages for the date and time in its address, and shows them again', async () => {
    const query = '?tanggal-day=11&tanggal-month=12&tanggal-year=2026&pukul=17.00&berkas=lengkap';
    const { text, body } = await ask(`${bandwidth}${query}&lang=en`);
    assert.match(text, /Done at the latest by Wednesday, 30 December 2026, 16:00 WIB/);
    assert.match(text, /Counting starts: Monday, 14 December 2026, 07:30 WIB/);
    assert.match(text, /Cuti Bersama Hari Raya Natal \(joint leave; /);
    assert.match(body, /name="tanggal-day" value="11"/);
    assert.match(body, /name="pukul" type="text" value="17\.00"/);
    assert.match(body, /<option value="12" selected>December/);
    assert.match(body, /<meta name="robots" content="noindex/);
    const same = await ask(`${bandwidth}?tanggal=2026-12-11&pukul=17:00`);
    assert.match(same.text, /Selesai paling lambat Rabu, 30 Desember 2026, 16\.00 WIB/);
  });

  it('says what is wrong with what was typed, beside it and on top, and keeps it', async () => {
    const wrong = await ask(
      `${bandwidth}?tanggal-day=31&tanggal-month=2&tanggal-year=2026&pukul=xx&berkas=mungkin`,
    );
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Ada yang perlu diperbaiki/);
    assert.equal(wrong.body.match(/class="field-error"/g)?.length, 3);
    assert.match(wrong.body, /name="tanggal-day" value="31"/);
    assert.match(wrong.body, /name="pukul" type="text" value="xx"/);
    assert.doesNotMatch(wrong.body, /class="promise/);
    const empty = await ask(`${bandwidth}?tanggal-day=&tanggal-month=&tanggal-year=&pukul=&lang=en`);
    assert.match(empty.text, /Enter the date of applying\./);
    assert.match(empty.text, /Enter hours and minutes/);
    const twice = await ask(`${bandwidth}?pukul=9&pukul=10&tanggal=2026-12-01&tanggal=x`);
    assert.equal(twice.status, 422);
  });

  it('refuses what its calendar does not hold, and marks what is not decreed yet', async () => {
    const early = await ask(`${bandwidth}?tanggal=1999-12-31&pukul=09.00`);
    assert.match(
      early.text,
      /Kalender kami memuat hari libur sejak tahun 20\d\d\. Pilih tanggal sesudahnya\./,
    );
    const late = await ask(`${bandwidth}?tanggal=2149-12-31&pukul=09.00`);
    assert.match(late.text, /di luar tahun yang dimuat kalender kami/);
    assert.equal(late.status, 422);
    const beyond = await ask(`${bandwidth}?tanggal-day=1&tanggal-month=1&tanggal-year=9999&pukul=09.00`);
    assert.match(beyond.text, /di luar tahun yang dimuat kalender kami/);
    const far = await ask(`${bandwidth}?tanggal=2031-03-03&pukul=09.00`);
    assert.equal(far.status, 200);
    assert.match(far.text, /Sementara: hari libur sesudah tanggal itu belum ditetapkan\./);
    assert.match(far.text, /Tenggat ini sementara: hari libur baru ditetapkan sampai /);
  });

  it('names no date while documents are missing', async () => {
    const { text, body } = await ask(`${bandwidth}?tanggal=2026-11-23&pukul=09.00&berkas=kurang`);
    assert.match(
      text,
      /Belum dapat disebut Semua kekurangan .* Bila lengkap sejak awal: paling lambat Senin, 7 Desember 2026/,
    );
    assert.doesNotMatch(body, /course-month/);
  });

  it('starts where the standard says so: when the documents are found complete', () => {
    const { catalogue, clock } = app.context;
    const { value } = catalogue.service('klaten', 'penambahan-bandwidth');
    const service = { ...value, clock: { starts: 'complete' as const } };
    const moment = momentOf(catalogue.calendar('klaten'), clock.now());
    const page = (asked: Readonly<Record<string, string>>, lang: Lang): string => {
      const reckoning = reckon(service, asked, moment);
      return seen(
        String(
          reckonPage({ lang, government: catalogue.government('klaten'), service, moment, asked, reckoning }),
        ),
      );
    };
    assert.match(page({}, 'id'), /Bila berkas dinyatakan lengkap Senin, 23 November 2026/);
    assert.match(page({}, 'en'), /Documents found complete on/);
    assert.match(
      page({ berkas: 'kurang' }, 'id'),
      /Waktu kami baru berjalan ketika berkas dinyatakan lengkap/,
    );
  });

  it('lets one choose the class that sets the time, where a standard has classes', async () => {
    const complaint = '/purbalingga/layanan/pengaduan-layanan/hitung?tanggal=2026-11-23&pukul=09.00';
    const { body, text } = await ask(complaint);
    const [, first = ''] = /name="golongan"[^>]* value="([a-z-]+)"/.exec(body) ?? [];
    assert.notEqual(first, '');
    const promised = (of: string): string => /Waktu yang dijanjikan: ([^.]*)\./.exec(of)?.[1] ?? '';
    const chosen = await ask(`${complaint}&golongan=${first}`);
    assert.equal(promised(text), '60 hari kerja');
    assert.equal(promised(chosen.text), '5 hari kerja');
    assert.match(chosen.text, /Golongan: Pengaduan ringan\./);
    assert.match(chosen.text, /Selesai paling lambat Senin, 30 November 2026/);
    assert.equal((await ask(`${complaint}&golongan=tidak-ada`)).status, 422);
    assert.doesNotMatch((await ask(bandwidth)).body, /name="golongan"/);
  });

  it('works in a browser without scripts, on a narrow phone at night', async () => {
    await app.server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.server.address() as AddressInfo;
    const browser = await openBrowser();
    const context = await browser.newContext({
      viewport: { width: 320, height: 720 },
      colorScheme: 'dark',
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}${bandwidth}`);
    await page.getByLabel('Tanggal').fill('24');
    await page.getByLabel('Pukul (WIB)').fill('13.30');
    await page.getByRole('button', { name: 'Hitung' }).click();
    await page.getByText('Selasa, 8 Desember 2026, 16.00 WIB').first().waitFor();
    const cell = page.getByRole('cell', { name: 'Selasa, 8 Desember: tenggat 16.00 WIB; hari kerja ke-10' });
    assert.equal(await cell.count(), 1);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
    await expectAccessible(page, { scripts: false });
    await browser.close();
  });
});
