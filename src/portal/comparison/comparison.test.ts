import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { monday, startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { expectAccessible, openBrowser } from '../../../test/support/browser.ts';
import { expectNothingCutOff } from '../../../test/support/page-sight.ts';
import { twentyGovernments } from '../../../test/support/twenty-governments.ts';
import { momentOf } from '../moment.ts';
import { comparisonPage } from './page.ts';
import type { Offer } from './ranking.ts';

const OWN = '/bulungan/layanan/hosting-subdomain-email';

let governments: string;
let app: TestApp;
before(async () => {
  governments = await twentyGovernments();
  app = await startTestApp('portal_comparison', { governments });
});
after(async () => {
  await app.close();
  await rm(governments, { recursive: true });
});

async function opened(url: string, status = 200): Promise<string> {
  const answer = await app.server.inject(url);
  assert.equal(answer.statusCode, status, url);
  return answer.body;
}

const textOf = (html: string): string =>
  html
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** Whose rows stand in the table, from above, each with what it says. */
const rowsOf = (html: string): { readonly href: string; readonly text: string }[] =>
  [...html.matchAll(/<tr><th scope="row".*?<\/tr>/gs)].map(([row]) => ({
    href: /href="([^"]+)"/.exec(row)?.[1] ?? '',
    text: textOf(row),
  }));

describe('the same service of several governments', () => {
  test('stands side by side: promise by its basis, fee and requirements, in both languages', async () => {
    const [klaten, klungkung] = rowsOf(await opened('/bandingkan/tanda-tangan-elektronik'));
    assert.equal(klaten?.href, '/klaten/layanan/sertifikat-elektronik');
    assert.match(
      klaten?.text ?? '',
      /1 hari kerja 7 jam 15 menit.*Paling cepat.*Dihitung pada hari dan jam kerja saja.*Diajukan sekarang: selesai paling lambat Rabu, 25 November 2026.*Gratis.*[Ss]urat/,
    );
    assert.equal(klungkung?.href, '/klungkung/layanan/tanda-tangan-elektronik');
    assert.match(klungkung?.text ?? '', /14 hari .*tidak menyebut hari kerja.*KTP/);
    assert.doesNotMatch(klungkung?.text ?? '', /Paling cepat/);

    const [soonest] = rowsOf(await opened('/bandingkan/tanda-tangan-elektronik?lang=en'));
    assert.match(
      soonest?.text ?? '',
      /1 working day 7 hours 15 minutes.*Soonest.*Only working days and hours count.*Free/,
    );
  });

  test('the soonest is found for now, not by the figures', async () => {
    // On Friday afternoon half an hour of working time ends on Monday, behind two days that count on.
    const first = async (): Promise<string> => rowsOf(await opened('/bandingkan/email'))[0]?.href ?? '';
    assert.equal(await first(), '/klungkung/layanan/email-resmi');
    app.clock.moveTo('2026-11-27T08:50:00Z');
    assert.equal(await first(), OWN);
    app.clock.moveTo(monday);
    assert.equal(await first(), '/klungkung/layanan/email-resmi');
  });

  test('says what is printed where the law sets another clock', () => {
    const { catalogue, clock } = app.context;
    const government = catalogue.government('klaten');
    const service = catalogue.service('klaten', 'informasi-publik').value;
    const moment = momentOf(catalogue.calendar('klaten'), clock.now());
    const all: readonly Offer[] = [{ government, service, moment, due: null }];
    const one = { title: '', shown: all, all, before: 0, own: null, previousHref: null, nextHref: null };
    const text = textOf(String(comparisonPage({ ...one, lang: 'id' })));
    assert.match(text, /10 hari kerja.*Tertulis dalam keputusannya: 17 hari 45 menit/);
    assert.match(text, /Surat kuasa/);
  });

  test('lays the other open components behind the table, as printed, government by government', async () => {
    const body = await opened('/bandingkan/pengaduan');
    const folded = [...body.matchAll(/<details.*?<\/details>/gs)].map(([part]) => textOf(part));
    assert.equal(folded.length, 4);
    for (const part of folded) assert.match(part, /Kabupaten Klaten.*Kabupaten Purbalingga/);
    assert.match(folded[1] ?? '', /Sistem, mekanisme, dan prosedur.*[Pp]etugas/);
  });

  test('a page shows ten, whatever the number of governments; all of them are reached once', async () => {
    const pages = [await opened('/bandingkan/email'), await opened('/bandingkan/email?halaman=2')];
    const rows = pages.map(rowsOf);
    assert.deepEqual(
      rows.map(({ length }) => length),
      [10, 8],
    );
    assert.equal(new Set(rows.flat().map(({ href }) => href)).size, 18);
    assert.match(pages[0] ?? '', /rel="next" href="\/bandingkan\/email\?halaman=2"/);
    assert.match(pages[1] ?? '', /rel="prev" href="\/bandingkan\/email"/);
    assert.doesNotMatch(pages[1] ?? '', /rel="next"/);
    for (const page of ['0', '3', '1.5', '-1', 'x', '']) {
      await opened(`/bandingkan/email?halaman=${page}`, 404);
    }
  });

  test('is light on the wire', async () => {
    const { rawPayload } = await app.server.inject({
      url: '/bandingkan/email',
      headers: { 'accept-encoding': 'br' },
    });
    assert.ok(rawPayload.length < 10_000, String(rawPayload.length));
  });

  test('begins with the service from whose page one came', async () => {
    const place = '/daerah-p/layanan/hosting-subdomain-email';
    const [own, next] = rowsOf(await opened(`${place}/bandingkan/email`));
    assert.equal(own?.href, place);
    assert.match(own?.text ?? '', /Layanan yang Anda lihat/);
    assert.equal(next?.href, '/klungkung/layanan/email-resmi');
    assert.match(await opened(`${place}/bandingkan/email`), /<meta name="robots" content="noindex/);
  });

  test('is linked from a service only where another government has it', async () => {
    const links = async (path: string): Promise<(string | undefined)[]> =>
      [...(await opened(path)).matchAll(/href="[^"]*\/bandingkan\/([^"]+)"/g)].map(([, name]) => name);
    assert.deepEqual(await links('/klungkung/layanan/email-resmi'), ['email']);
    assert.deepEqual(await links(OWN), ['email', 'hosting', 'subdomain']);
    // Nobody else lends a room.
    assert.deepEqual(await links('/klaten/layanan/ruang-rapat'), []);
    await opened('/klaten/layanan/ruang-rapat/bandingkan/ruang-rapat', 404);
    await opened('/klaten/layanan/ruang-rapat/bandingkan/email', 404);
    await opened('/bandingkan/ruang-rapat', 404);
    await opened('/bandingkan/tidak-ada', 404);
  });

  test('the list names what two governments or more have, and how many', async () => {
    const text = textOf(await opened('/bandingkan'));
    assert.match(text, /Email resmi pemerintah 18 pemerintah daerah/);
    assert.match(text, /Pengaduan masyarakat 2 pemerintah daerah/);
    assert.doesNotMatch(text, /Peminjaman ruang rapat/);
  });
});

describe('without scripts, on a phone', () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
    await app.server.listen({ host: '127.0.0.1', port: 0 });
  });
  after(() => browser.close());

  test('one comes from the front page to the comparison and on to a service', async () => {
    const { port } = app.server.server.address() as AddressInfo;
    const page = await browser.newPage({
      viewport: { width: 390, height: 800 },
      javaScriptEnabled: false,
      colorScheme: 'dark',
    });
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByRole('link', { name: 'Bandingkan layanan yang sama antar daerah' }).click();
    await page.getByRole('link', { name: 'Tanda tangan dan sertifikat elektronik' }).click();
    await expectAccessible(page, { scripts: false });
    await expectNothingCutOff(page);
    await page.getByText('Sistem, mekanisme, dan prosedur').click();
    await page.getByText('Kasi', { exact: false }).first().waitFor();
    await page.getByRole('link', { name: 'Tanda Tangan Elektronik', exact: true }).click();
    await page.getByRole('link', { name: 'Bandingkan dengan pemerintah lain' }).click();
    await page.getByText('Layanan yang Anda lihat', { exact: true }).waitFor();
    await page.close();
  });
});
