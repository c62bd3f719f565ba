/** A letter from the request's page to the citizen who checks it: only by pages. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { expectAccessible, openBrowser } from '../../../test/support/browser.ts';
import { act } from '../../../test/support/desk.ts';
import { nobody, official } from '../../../test/support/officer.ts';
import type { Officer } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { MAX_FILE_BYTES } from '../../platform/index.ts';

describe('letters at the desk', () => {
  let app: TestApp;
  let officer: Officer;
  let request: string;
  let letter: string;
  let verifyAt: string;
  before(async () => {
    app = await startTestApp('desk_letters');
    const { number } = await submitExampleRequest(app, 'klaten', 'ruang-rapat');
    await act(app, 'klaten', number, 'complete');
    await act(app, 'klaten', number, 'approve');
    officer = await official(app, 'klaten', 'kasubbag-umum');
    request = `/meja/permohonan/${number}`;
  });
  after(() => app.close());

  /** Statuses of two presses at the same time. */
  const pressedTwice = async (
    form: Readonly<Record<string, string>>,
    at = letter,
  ): Promise<readonly number[]> => {
    const pages = await Promise.all([officer.post(at, form), officer.post(at, form)]);
    return pages.map(({ status }) => status);
  };

  /** Whoever holds a post is gone from the day after. */
  const leave = (position: string, lastDay: string): Promise<unknown> =>
    app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx
        .updateTable('holding')
        .set({ to_date: Temporal.PlainDate.from(lastDay) })
        .where('government', '=', 'klaten')
        .where('position', '=', position)
        .execute(),
    );

  /** The file of the letter is where the letter is: nothing leads an overseer to it, and its address opens nothing. */
  const closedFor = async (overseer: Officer): Promise<void> => {
    const link = /href="([^"]+)">surat-500\.12-1-2026\.pdf/;
    const file = link.exec((await officer.get(request)).text)?.[1] ?? '';
    assert.equal((await officer.get(file)).status, 200, file);
    const page = await overseer.get(request);
    assert.equal(page.status, 200);
    assert.ok(!page.text.includes('surat-500.12'), 'neither among the files nor in the history');
    for (const way of [file, `${file}/lihat`]) assert.equal((await overseer.get(way)).status, 404, way);
  };

  const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

  it('offers what fits, in both languages, and begins it', async () => {
    const page = await officer.get(request);
    const button = 'Buat surat: Pemberitahuan permohonan dikabulkan';
    assert.equal(page.text.split(button).length, 3, 'on top while the decision is fresh, and in the panel');
    assert.match(page.text, /Keputusan ini belum bersurat/);
    assert.doesNotMatch(page.text, /Pemberitahuan permohonan ditolak/);
    assert.match(
      (await officer.get(`${request}?lang=en`)).text,
      /Write the letter: Notice that a request is granted/,
    );
    await officer.get(`${request}?lang=id`);
    const begun = await officer.post(`${request}/surat`, { template: 'granted' });
    assert.equal(begun.status, 303, begun.text);
    letter = begun.location ?? '';
    assert.match((await officer.get(letter)).text, /Konsep, belum bernomor/);
    const after = (await officer.get(request)).text;
    assert.doesNotMatch(after, /Keputusan ini belum bersurat/, 'it is begun');
    const again = await Promise.all(
      [1, 2].map(() => officer.post(`${request}/surat`, { template: 'granted' })),
    );
    assert.deepEqual(
      again.map(({ location }) => location),
      [letter, letter],
      'whoever begins it again is led to the draft there is',
    );
    assert.ok(!after.includes('value="granted"'), 'and the page offers it no more');
    assert.match(after, /Jenis surat/, 'but others');
  });

  it('an empty body comes back with what is wrong; the draft can be seen; sheets are printed', async () => {
    const wrong = await officer.post(letter, { action: 'save', body: ' ', post: 'kasubbag-umum' });
    assert.deepEqual([wrong.status, wrong.text.includes('Tulis isi surat.')], [422, true]);
    const typed = `Nama terbalik: \u202eotnoC naluW. ${'a'.repeat(8000)}`;
    const odd = await officer.post(letter, {
      action: 'save',
      body: typed,
      post: 'kasubbag-umum',
      attachments: '1e30',
      copies: 'Arsip\u0007',
    });
    assert.equal(odd.status, 422);
    assert.ok(odd.text.includes('aaaaaaaa'), 'what was typed stays');
    for (const at of ['body', 'copies', 'attachments'])
      assert.match(odd.text, new RegExp(`error-summary[^]*href="#[^"]*${at}`), at);
    const body = 'Ruang rapat disiapkan.';
    const saved = await officer.post(letter, {
      action: 'save',
      body,
      post: 'kasubbag-umum',
      attachments: '1',
    });
    assert.equal(saved.status, 303, saved.text);
    assert.match((await officer.get(letter)).text, /Ruang rapat disiapkan\./);
    const pdf = async (file: string): Promise<void> =>
      assert.equal((await officer.get(file)).headers['content-type'], 'application/pdf', file);
    await pdf(`${letter}/surat.pdf`);
    const page = (await officer.get(request)).text;
    assert.equal(page.match(/tanda terima/gi)?.length, 1, 'the receipt has one place');
    const [, file = ''] =
      /href="([^"]+\.pdf)"/.exec((await officer.get(`${request}/tanda-terima`)).text) ?? [];
    assert.match(file, /receipt/);
    await pdf(file);
  });

  it('two officials over one draft: neither overwrites nor numbers what they have not seen', async () => {
    const seenOn = async (): Promise<string> =>
      /name="seen" value="([^"]+)"/.exec((await officer.get(letter)).text)?.[1] ?? '';
    const typed = { post: 'kasubbag-umum', nature: 'biasa', attachments: '1', copies: '' };
    const seen = await seenOn();
    assert.ok(seen);
    const first = { action: 'save', seen, ...typed, body: 'Tulisan yang pertama.' };
    assert.deepEqual(await pressedTwice(first), [303, 303], 'the same words twice are no conflict');
    for (const action of ['save', 'number', 'discard']) {
      const late = await officer.post(letter, { ...first, action, body: 'Tulisan yang terlambat.' });
      assert.equal(late.status, 409, action);
      assert.match(late.text, /error-summary[^]*Orang lain mengubah konsep ini/);
      if (action !== 'discard') assert.match(late.text, />\s*Tulisan yang terlambat\.<\/textarea>/);
      // Having been told, they may press once more.
      assert.match(late.text, new RegExp(`name="seen" value="${await seenOn()}"`));
    }
    const wrong = await officer.post(letter, { ...first, body: ' ' });
    assert.match(
      wrong.text,
      new RegExp(`name="seen" value="${seen}"`),
      'told of something else they have not',
    );
    assert.match((await officer.get(letter)).text, /Tulisan yang pertama\./);
    await leave('sekretaris-dinas', '2026-11-22');
    const vacant = {
      action: 'number',
      seen: await seenOn(),
      ...typed,
      post: 'sekretaris-dinas',
      body: 'Kosong.',
    };
    const unsigned = await officer.post(letter, vacant);
    assert.equal(unsigned.status, 422);
    assert.match(unsigned.text, /error-summary[^]*tidak ada pejabat pada jabatan itu/);
    assert.match(
      unsigned.text,
      new RegExp(`name="seen" value="${await seenOn()}"`),
      'what they typed themselves is no change of somebody else',
    );
    const number = { action: 'number', seen: await seenOn(), ...typed, body: 'Yang dinomori.' };
    assert.deepEqual(await pressedTwice(number), [303, 303]);
    for (const action of ['number', 'save']) {
      const moved = await officer.post(letter, {
        ...number,
        action,
        body: 'Kalimat lain.',
        copies: 'Arsip lain',
      });
      assert.equal(moved.status, 409, action);
      assert.match(
        moved.text,
        /sudah tidak dalam keadaan itu[^]*Kalimat lain\.[^]*Arsip lain/,
        'no word is lost',
      );
      assert.match(moved.text, /500\.12\/1\/2026/, 'beside the letter as it stands');
    }
  });

  it('numbered, signed by hand, found by code and by file; altered and void are told', async () => {
    assert.deepEqual(await pressedTwice({ action: 'number' }), [303, 303]);
    const numbered = await officer.get(letter);
    const [, address = ''] = /href="(\/verifikasi\/[0-9A-Z]{16})"/.exec(numbered.text) ?? [];
    assert.match(numbered.text, /500\.12\/1\/2026/);
    const without = await officer.postFiles(letter, { action: 'by-hand' }, []);
    assert.deepEqual([without.status, without.text.includes('Pilih pindaian suratnya.')], [422, true]);
    verifyAt = address;
    const scan = { field: 'scan', fileName: 'pindai.pdf', content: pdf };
    const issued = await officer.postFiles(letter, { action: 'by-hand' }, [scan]);
    assert.equal(issued.status, 303, issued.text);
    assert.equal((await officer.postFiles(letter, { action: 'by-hand' }, [scan])).status, 303, 'the same');
    const otherScan = { ...scan, content: Buffer.concat([pdf, Buffer.from('%')]) };
    const late = await officer.postFiles(letter, { action: 'by-hand' }, [otherScan]);
    assert.equal(late.status, 409, 'another scan is not passed over in silence');

    const citizen = nobody(app);
    const page = await citizen.get(address.toLowerCase());
    assert.match(page.text, /Sah diterbitkan[\s\S]*500\.12\/1\/2026[\s\S]*Kabupaten Klaten/);
    assert.doesNotMatch(page.text, /Wulan Contoh/);
    const file = { field: 'berkas', fileName: 'surat.pdf', content: pdf };
    assert.match((await citizen.postFiles(address, {}, [file])).text, /Berkas ini asli/);
    assert.match((await citizen.postFiles('/verifikasi', {}, [file])).text, /Berkas ini asli/);
    const altered = { ...file, content: Buffer.concat([pdf, Buffer.from(' ')]) };
    assert.match((await citizen.postFiles(address, {}, [altered])).text, /bukan yang diterbitkan/);
    const unknown = (await citizen.postFiles('/verifikasi', {}, [altered])).text;
    assert.match(unknown, /tidak dikenal[\s\S]*periksa dengan kode di bawah QR/);
    assert.doesNotMatch(unknown, /Foto dari ponsel boleh/, 'a photograph is another file');
    const none = (await citizen.postFiles('/verifikasi', {}, [])).text;
    assert.doesNotMatch(none, /tetap tersimpan/, 'nothing that is checked is kept');
    assert.equal((await citizen.get('/verifikasi/0000000000000000')).status, 404);
    const large = await citizen.postFiles(address, {}, [
      { ...file, content: Buffer.alloc(MAX_FILE_BYTES + 1) },
    ]);
    assert.deepEqual(
      [large.status, /class="error-summary[^]*paling besar/.test(large.text)],
      [422, true],
      large.text,
    );

    const long = await officer.post(letter, { action: 'void', reason: 'x'.repeat(2001) });
    assert.deepEqual([long.status, long.text.includes('Paling banyak 2000 huruf')], [422, true]);
    assert.deepEqual(await pressedTwice({ action: 'void', reason: 'Salah tanggal' }), [303, 303]);
    const history = (await officer.get(request)).text;
    assert.equal(history.split('Surat dinyatakan batal').length, 2, 'once in the history');
    const unwanted = (await officer.post(`${request}/surat`, { template: 'granted' })).location ?? '';
    assert.deepEqual(await pressedTwice({ action: 'discard' }, unwanted), [303, 303]);
    const typed = { post: 'kasubbag-umum', nature: 'biasa', attachments: '0', copies: '' };
    const lost = await officer.post(unwanted, { action: 'save', ...typed, body: 'Tulisan sesudah dibuang.' });
    assert.deepEqual([lost.status, lost.text.includes('Tulisan sesudah dibuang.')], [404, true]);
    assert.match((await citizen.get(address)).text, /Batal: surat ini tidak berlaku/);
    const register = await officer.get('/meja/surat-keluar?tahun=2026&cari=500.12');
    assert.match(register.text, /500\.12\/1\/2026[\s\S]*Batal/);
    assert.doesNotMatch((await officer.get('/meja/surat-keluar?tahun=2025')).text, /500\.12\/1\/2026/);
    const number = request.split('/').at(-1) ?? '';
    const found = `/meja/surat-keluar?cari=${number}`;
    assert.match((await officer.get(found)).text, /500\.12\/1\/2026/);
    const stranger = await official(app, 'klaten', 'penghubung-dinas-kesehatan');
    assert.doesNotMatch((await stranger.get(found)).text, /500\.12\/1\/2026/, 'which letter is whose');
    assert.match((await stranger.get('/meja/surat-keluar')).text, /500\.12\/1\/2026/);
    const auditor = await official(app, 'klaten', 'auditor');
    const audited = (await auditor.get(found)).text;
    assert.match(audited, new RegExp(`500\\.12/1/2026[\\s\\S]*${number}`), 'which letter is whose');
    assert.doesNotMatch(audited, /permohonan\/[^"]*\/surat\//, 'no link that ends in a refusal');
    assert.equal((await auditor.get(letter)).status, 403);
    await closedFor(auditor);
    assert.match((await officer.get(found)).text, new RegExp(`permohonan/${number}/surat/`));
    assert.doesNotMatch((await officer.get('/meja/surat-keluar?halaman=2')).text, /500\.12\/1\/2026/);
  });

  it('can be used by everybody', async () => {
    const origin = await app.server.listen({ port: 0, host: '127.0.0.1' });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const begun = await officer.post(`${request}/surat`, { template: 'granted' });
      const pages = [request, begun.location ?? '', letter, '/meja/surat-keluar'];
      for (const address of ['/verifikasi', verifyAt]) {
        await page.goto(`${origin}${address}`);
        await expectAccessible(page);
      }
      await page.setViewportSize({ width: 390, height: 800 });
      for (const address of pages) {
        await page.goto(`${origin}/verifikasi`);
        await page.setContent((await officer.get(address)).text);
        await expectAccessible(page);
      }
    } finally {
      await browser.close();
    }
  });
});
