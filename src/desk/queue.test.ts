import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeDemoRequests } from '../demo-requests.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { official } from '../../test/support/officer.ts';
import type { Officer } from '../../test/support/officer.ts';
import { submitExampleRequest } from '../../test/support/requests.ts';

const numbersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/href="\/meja\/permohonan\/([A-Z0-9-]+)"/g)].map(([, number = '']) => number)),
];
const visible = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the queue', () => {
  let app: TestApp;
  let head: Officer;
  before(async () => {
    app = await startTestApp('queue');
    await makeDemoRequests(app.context);
    head = await official(app, 'klaten', 'kabid-informatika');
  });
  after(() => app.close());

  test('shows what waits for me by time left, and counts what stands elsewhere', async () => {
    const { status, text } = await head.get('/meja');
    assert.equal(status, 200);
    const [, mine = ''] = /Perlu saya <span class="tab-count">(\d+)/.exec(text) ?? [];
    assert.equal(numbersIn(text).length, Number(mine));
    assert.ok(Number(mine) > 3);
    const words = visible(text);
    assert.match(words, /Sisa waktu/);
    assert.match(words, /hari kerja lagi/);
    assert.match(words, /belum diambil/);
    const groups = [...text.matchAll(/scope="rowgroup"[^>]*>([^<]+)</g)].map(([, name]) => name);
    const order = ['Terlambat', 'Hari ini', 'Besok', 'Minggu ini', 'Nanti', 'Menunggu pemohon'];
    assert.deepEqual(
      groups,
      order.filter((name) => groups.includes(name)),
    );
  });

  test('shows nothing of another government, and nothing in which the official has no part', async () => {
    const everything = await head.get('/meja?daftar=semua');
    assert.ok(numbersIn(everything.text).every((number) => number.startsWith('KLT-')));
    const contact = await official(app, 'klaten', 'penghubung-dinas-pupr');
    const page = await contact.get('/meja?daftar=semua');
    assert.deepEqual(numbersIn(page.text), []);
    assert.match(page.text, /Tidak ada yang menunggu Anda/);
  });

  test('returned requests stand apart, with the tag that says for whom they wait', async () => {
    const { text } = await head.get('/meja?daftar=menunggu');
    const [, count = '0'] = /Menunggu pemohon <span class="tab-count">(\d+)/.exec(text) ?? [];
    assert.equal(numbersIn(text).length, Number(count));
    assert.ok(Number(count) > 0);
    assert.match(text, /tag-waiting/);
  });

  test('ended requests say how they ended', async () => {
    const { text } = await head.get('/meja?daftar=selesai');
    assert.ok(numbersIn(text).length > 0);
    assert.match(visible(text), /selesai/);
  });

  test('search finds by number, by agency and by subject, and says when it finds nothing', async () => {
    const [number = ''] = numbersIn((await head.get('/meja')).text);
    const byNumber = await head.get(`/meja?daftar=semua&cari=${number.toLowerCase()}`);
    assert.deepEqual(numbersIn(byNumber.text), [number]);
    assert.match(byNumber.text, new RegExp(`value="${number.toLowerCase()}"`));
    const bySubject = await head.get('/meja?daftar=semua&cari=presensi+sekolah');
    assert.ok(numbersIn(bySubject.text).length > 0);
    const nothing = await head.get('/meja?daftar=semua&cari=tidakadakatabegini');
    assert.match(nothing.text, /Tidak ada permohonan untuk “tidakadakatabegini”/);
    const tricky = await head.get(`/meja?daftar=semua&cari=${encodeURIComponent("') | ! & (:*")}`);
    assert.equal(tricky.status, 200);
  });

  test('long queues come in pages that neither repeat nor lose a request', async () => {
    const wanted = new Set<string>();
    for (let made = 0; made < 53; made += 1)
      wanted.add((await submitExampleRequest(app, 'bulungan', 'hosting-subdomain-email')).number);
    const officer = await official(app, 'bulungan', 'kabid-egov');
    const seen: string[] = [];
    let next: string | undefined = '/meja?daftar=semua';
    while (next !== undefined) {
      const { text } = await officer.get(next);
      const numbers = numbersIn(text);
      assert.ok(numbers.length <= 50);
      seen.push(...numbers);
      next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    assert.equal(new Set(seen).size, seen.length);
    for (const number of wanted) assert.ok(seen.includes(number), number);
  });

  test('a broken cursor or an unknown part shows the start of the queue', async () => {
    for (const url of ['/meja?sesudah=x', '/meja?daftar=lain', '/meja?daftar=saya&sesudah=AAAA']) {
      const { status } = await head.get(url);
      assert.equal(status, 200, url);
    }
  });

  test('an auditor sees all requests of the government and no action; English is complete', async () => {
    const auditor = await official(app, 'klaten', 'auditor');
    const { text } = await auditor.get('/meja?lang=en');
    assert.ok(numbersIn(text).length > 15);
    assert.match(text, /Queue of requests/);
    assert.doesNotMatch(visible(text), /belum diambil|Perlu saya/);
    const [number = ''] = numbersIn(text);
    const page = await auditor.get(`/meja/permohonan/${number}`);
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.text, new RegExp(`action="/meja/permohonan/${number}"`));
  });
});
