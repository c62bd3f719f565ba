import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { act } from '../../../test/support/desk.ts';
import { fillExample, pdf, photo, sendExample } from '../../../test/support/form-example.ts';
import type { SeenReceipt } from '../../../test/support/form-example.ts';
import { Visitor } from '../../../test/support/visitor.ts';
import { portalTasks } from '../index.ts';

/** What a reader of the main part sees. */
const seen = (html: string): string =>
  html
    .replace(/^.*<main[^>]*>/s, '')
    .replace(/<\/main>.*$/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** Every step of an e-mail account, to its end. */
async function carryOut(app: TestApp, number: string): Promise<void> {
  let state = await act(app, 'klungkung', number, 'complete');
  while (state.status === 'in-progress') {
    const step = app.context.catalogue
      .service('klungkung', 'email-resmi')
      .value.steps.find(({ id }) => id === state.step);
    assert.ok(step);
    const [action = ''] = Object.keys(step.outcomes);
    const evidence = [
      { type: 'text', text: 'Akun dinas@klungkungkab.go.id sudah aktif.' },
      { type: 'secret', secret: 'Sandi-Pertama-42' },
    ];
    state = await act(app, 'klungkung', number, action, action === 'fulfil' ? { evidence } : {});
  }
  assert.equal(state.status, 'closed');
}

describe('tracking', () => {
  let app: TestApp;
  let addresses = 0;

  before(async () => {
    app = await startTestApp('portal_tracking');
  });
  after(() => app.close());

  interface Applicant extends SeenReceipt {
    readonly visitor: Visitor;
    readonly government: string;
    readonly base: string;
    /** What the tracking page says now. */
    readonly look: () => Promise<string>;
    /** The same another day, with number and key. */
    readonly comeBack: () => Promise<string>;
  }

  /** Somebody who has sent the example of a service on Monday at nine, Western Indonesian time. */
  async function applicant(service: string, government = 'klaten'): Promise<Applicant> {
    // Reading the first page takes five seconds.
    app.clock.moveTo('2026-11-23T01:59:55Z');
    addresses += 1;
    const visitor = new Visitor(app.server, `10.2.0.${addresses}`);
    await fillExample(app, visitor, `/${government}/layanan/${service}/ajukan`);
    const receipt = await sendExample(visitor);
    const base = `/${government}/permohonan/${receipt.number}`;
    const look = async (): Promise<string> => seen((await visitor.open(base)).body);
    const comeBack = async (): Promise<string> => {
      await visitor.open(base);
      return seen((await visitor.submit({ nomor: receipt.number, kunci: receipt.key })).body);
    };
    return { ...receipt, visitor, government, base, look, comeBack };
  }

  const at = (instant: string): void => app.clock.moveTo(instant);

  it('leads with the time left, then what is waited for and from whom', async () => {
    const { look, comeBack, number } = await applicant('penambahan-bandwidth');
    assert.match(
      await look(),
      new RegExp(
        `^ ?${number} .*Sisa waktu kami 10 hari kerja Selesai paling lambat Senin, 7 Desember 2026, 16\\.00 WIB`,
      ),
    );
    at('2026-12-07T02:00:00Z');
    assert.match(
      await comeBack(),
      /Sisa waktu kami 6 jam waktu kerja Selesai paling lambat hari ini, 16\.00 WIB/,
    );
    at('2026-12-08T03:00:00Z');
    assert.match(await comeBack(), /Janji waktu kami terlewati Lewat [^.]*waktu kerja Kami mohon maaf/);
  });

  it('lets its applicant in also where somebody at the same address has guessed at keys without end', async () => {
    const { visitor, base, number, comeBack } = await applicant('penambahan-bandwidth');
    await visitor.open(base);
    await visitor.submit({}, '/tutup');
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      await visitor.open('/permohonan');
      statuses.push((await visitor.submit({ nomor: number, kunci: `tebakan-${guess}` })).status);
    }
    assert.deepEqual([statuses[0], statuses.at(-1)], [422, 429]);
    assert.match(await comeBack(), /Sisa waktu kami 10 hari kerja/);
  });

  it('shows how its deadline was found in words and on a calendar, and gives it to the applicant’s own', async () => {
    const { look, visitor, base, number } = await applicant('penambahan-bandwidth');
    const page = await look();
    assert.match(page, /Bagaimana tenggat dihitung Diterima Senin, 23 November 2026, 09\.00 WIB\./);
    assert.match(page, /Pada kalender dinding November 2026 hari ke-1 sampai ke-5/);
    assert.match(page, /Tenggat \(batas waktu\): Senin, 7 Desember 2026, 16\.00 WIB 23 Hari ini/);
    const entry = await visitor.open(`${base}/tenggat.ics`);
    assert.equal(entry.headers['content-type'], 'text/calendar; charset=utf-8');
    assert.match(entry.body, /DTSTART:20261207T090000Z\r\n/);
    await act(app, 'klaten', number, 'return', { missing: ['surat-permohonan'], message: 'Belum lengkap.' });
    assert.doesNotMatch(await look(), /tenggat\.ics|Simpan tenggat/);
    assert.equal((await visitor.open(`${base}/tenggat.ics`)).url, base);
    assert.match(await look(), /Waktu berhenti, tenggat belum dapat disebut\. Tersisa 10 hari kerja\./);
    const mail = (await visitor.open('/peragaan/kotak-surat')).body;
    assert.match(mail, /Waktu sedang berhenti dihitung sampai Anda melengkapi yang kurang\./);
    assert.match(mail, /kantor menunggu pemohon dan hitungan berhenti; tersisa 10 hari kerja\./);
    const stranger = new Visitor(app.server, '10.2.1.9');
    assert.equal((await stranger.open(`${base}/tenggat.ics`)).url, base, 'without the key');
  });

  it('takes the reason of a class for no product', async () => {
    const { look, number } = await applicant('pengaduan-layanan', 'purbalingga');
    await act(app, 'purbalingga', number, 'complete');
    await act(app, 'purbalingga', number, 'classify', { class: 'ringan', reason: 'Dapat dijawab langsung.' });
    const page = await look();
    assert.match(page, /Dapat dijawab langsung\./);
    assert.doesNotMatch(page, /Yang Anda terima/);
  });

  it('counts a promise that runs day and night in hours', async () => {
    const { look } = await applicant('hosting-subdomain-email', 'bulungan');
    at('2026-11-23T08:40:00Z');
    assert.match(await look(), /Sisa waktu kami 41 jam 20 menit /);
  });

  it('shows a request to nobody without its key, and tells nothing of whether it exists', async () => {
    const { base, number } = await applicant('ruang-rapat');
    const stranger = new Visitor(app.server, '10.2.1.1');
    const real = await stranger.open(base);
    const invented = await stranger.open(base.replace(number, 'KLT-2026-00000'));
    assert.equal(
      seen(real.body).replaceAll(number, ''),
      seen(invented.body).replaceAll('KLT-2026-00000', ''),
    );
    for (const act of ['lengkapi', 'tarik', 'tanda-terima', 'berkas/x']) {
      assert.equal((await stranger.open(`${base}/${act}`)).url, base, act);
    }
    const sealed = stranger.cookie('lacak');
    assert.equal(sealed, undefined);
    stranger.keepCookie(
      'lacak',
      Buffer.from(JSON.stringify([{ government: 'klaten', number }])).toString('base64url'),
    );
    assert.match(
      seen((await stranger.open(base)).body),
      /Masukkan nomor dan kunci/,
      'a forged cookie opens nothing',
    );
  });

  it('keeps the key sealed in the browser for twelve hours, and forgets it when asked', async () => {
    const { visitor, base, key, look } = await applicant('ruang-rapat');
    assert.ok(!(visitor.cookie('lacak') ?? '').includes(key));
    assert.ok(!Buffer.from(visitor.cookie('lacak') ?? '', 'base64url').includes(key));
    assert.match(await look(), /Sisa waktu kami/);
    at('2026-11-23T13:59:00Z');
    assert.match(await look(), /Riwayat/);
    at('2026-11-23T14:01:00Z');
    assert.match(await look(), /Masukkan nomor dan kunci/);
    const other = await applicant('ruang-rapat');
    assert.match(await other.look(), /Riwayat/);
    await other.visitor.submit({}, '/tutup');
    assert.match(await other.look(), /Masukkan nomor dan kunci/);
    assert.notEqual(base, other.base);
  });

  it('stops the clock on a return, keeps what is uploaded across errors, and runs again', async () => {
    const own = await applicant('ruang-rapat');
    const { visitor, base, number } = own;
    at('2026-11-23T02:05:00Z');
    await act(app, 'klaten', number, 'return', {
      missing: ['surat-peminjaman'],
      message: 'Suratnya belum ditandatangani.',
    });
    const returned = await own.look();
    assert.match(returned, /Waktu berhenti, menunggu Anda 14 menit waktu kerja lagi/);
    assert.match(returned, /Surat peminjaman dari instansi .*Suratnya belum ditandatangani\./);

    await visitor.open(`${base}/lengkapi`);
    const empty = await visitor.submit({});
    assert.equal(empty.status, 422);
    assert.match(empty.body, /Unggah berkas yang kurang atau tulis catatan/);
    const refused = await visitor.submit({
      'surat-peminjaman': { name: 'surat.docx', type: 'application/pdf', bytes: Buffer.from('no') },
      catatan: 'Sudah saya mintakan.',
    });
    assert.equal(refused.status, 422);
    assert.match(refused.body, /Sudah saya mintakan\./);
    // A good file of a form that is refused for another reason is kept: here, one that is looked at and replaced.
    await visitor.submit({ 'surat-peminjaman': pdf('salah.pdf'), hapus: 'none' });
    assert.match((await visitor.open(`${base}/lengkapi`)).body, /salah\.pdf/);
    at('2026-11-23T04:00:00Z');
    const sent = await visitor.submit({
      'surat-peminjaman': photo('surat bertanda tangan.jpg'),
      catatan: 'Sudah lengkap.',
    });
    assert.equal(sent.url, `${base}?kabar=lengkap`);
    const again = seen(sent.body);
    assert.match(again, /Kelengkapan Anda sudah kami terima/);
    assert.match(again, /Sisa waktu kami 14 menit waktu kerja/);
    assert.match(again, /Waktu sudah berhenti selama 1 jam 55 menit waktu kerja/);
    assert.match(again, /Dilengkapi oleh pemohon .*Sudah lengkap\. .*surat bertanda tangan\.jpg/);
    assert.doesNotMatch(again, /salah\.pdf/);
    assert.equal((await visitor.open(`${base}/lengkapi`)).url, base, 'nothing is missing any more');
    assert.equal((await visitor.post(`${base}/lengkapi`, {}, 'multipart')).status, 403);
  });

  it('stops no clock for what is asked after the deadline: the promise stays broken, and says so', async () => {
    const own = await applicant('ruang-rapat');
    at('2026-11-23T02:49:00Z');
    await act(app, 'klaten', own.number, 'return', {
      missing: ['surat-peminjaman'],
      message: 'Suratnya belum ditandatangani.',
    });
    const returned = await own.look();
    assert.match(returned, /Janji waktu kami terlewati Lewat 30 menit waktu kerja Kami mohon maaf/);
    assert.match(returned, /Kami masih memerlukan .* Waktu kami tidak berhenti karena tenggat sudah lewat\./);
    assert.match(returned, /Yang perlu dilengkapi Semua kekurangan tercantum di sini\. Surat peminjaman/);
    assert.doesNotMatch(returned, /Waktu berhenti, menunggu Anda|Belum berjalan|berjalan lagi/);
    const mail = (await own.visitor.open('/peragaan/kotak-surat')).body;
    assert.match(mail, /Tenggat kami sudah lewat: Senin, 23 November 2026, 09\.19 WIB\. Kami mohon maaf\./);
    at('2026-11-23T03:49:00Z');
    await own.visitor.open(`${own.base}/lengkapi`);
    const sent = seen((await own.visitor.submit({ 'surat-peminjaman': photo('surat.jpg') })).body);
    assert.match(sent, /Kelengkapan Anda sudah kami terima\. /);
    assert.match(sent, /Lewat 1 jam 30 menit waktu kerja Kami mohon maaf/);
    assert.doesNotMatch(sent, /Waktu sudah berhenti selama|berjalan lagi/);
  });

  it('says how long the clock of a promise that runs day and night stood, also at night', async () => {
    const own = await applicant('hosting-subdomain-email', 'bulungan');
    at('2026-11-23T10:00:00Z');
    await act(app, 'bulungan', own.number, 'return', { missing: ['surat-permohonan'], message: 'Kurang.' });
    at('2026-11-23T13:00:00Z');
    await own.visitor.open(`${own.base}/lengkapi`);
    const sent = seen((await own.visitor.submit({ 'surat-permohonan': photo('surat.jpg') })).body);
    assert.match(sent, /Waktu sudah berhenti selama 3 jam untuk menunggu Anda/);
  });

  it('erases what was uploaded in answer to a return and never sent', async () => {
    const { visitor, base, number } = await applicant('ruang-rapat');
    await act(app, 'klaten', number, 'return', { missing: ['surat-peminjaman'], message: 'Tolong diganti.' });
    await visitor.open(`${base}/lengkapi`);
    await visitor.submit({ 'surat-peminjaman': pdf('setengah jalan.pdf'), hapus: 'none' });
    const held = (): Promise<{ id: string; draft: string | null }[]> =>
      app.context.database.transaction({ government: 'klaten' }, (tx) =>
        tx
          .selectFrom('file')
          .select(['id', 'draft'])
          .where('government', '=', 'klaten')
          .where('request', 'is', null)
          .execute(),
      );
    const [file] = await held();
    assert.ok(file?.draft);
    const erase = portalTasks(app.context)['erase-draft'];
    await erase?.({ id: file.draft, what: 'link' }, { government: 'klaten', database: app.context.database });
    assert.equal((await held()).length, 1, 'the receipt link has no files to take along');
    await erase?.(
      { id: file.draft, what: 'files' },
      { government: 'klaten', database: app.context.database },
    );
    assert.deepEqual(await held(), []);
  });

  it('tells a refusal with its ground, law, reason and every remedy, and where to object', async () => {
    const own = await applicant('informasi-publik');
    await act(app, 'klaten', own.number, 'complete');
    const service = app.context.catalogue.service('klaten', 'informasi-publik').value;
    const grounds = service.steps
      .flatMap((step) => step.grounds)
      .filter((ground) => ground.law !== undefined);
    assert.ok(grounds[0]);
    await act(app, 'klaten', own.number, 'refuse', {
      ground: grounds[0].id,
      reason: 'Dokumennya dikecualikan.',
    });
    const text = await own.look();
    assert.match(text, /Hasil Permohonan ini ditolak/);
    for (const words of [
      grounds[0].text.id,
      grounds[0].law ?? '',
      'Dokumennya dikecualikan.',
      ...service.remedies.map(({ id }) => id),
    ])
      assert.ok(text.includes(words), words);
    assert.match(own.visitor.page.body, /<a href="\/klaten\/layanan\/keberatan-informasi">/);
    assert.doesNotMatch(own.visitor.page.body, /\/tarik"|\/pesan"/);
  });

  it('says so when it was done after its deadline', async (t) => {
    const own = await applicant('email-resmi', 'klungkung');
    const before = app.clock.now();
    t.after(() => app.clock.moveTo(before));
    app.clock.moveTo(before.add({ hours: 2 }));
    await carryOut(app, own.number);
    const text = await own.look();
    assert.match(
      text,
      /Selesai Senin, 23 November 2026, .* lewat dari tenggat Senin, 23 November 2026, 10\.30 WITA/,
    );
    assert.doesNotMatch(text, /dalam waktu yang dijanjikan/);
  });

  it('hands over what was delivered: words, files as safe downloads, a secret once', async () => {
    const own = await applicant('email-resmi', 'klungkung');
    await carryOut(app, own.number);
    const text = await own.look();
    assert.match(text, /Selesai Senin, 23 November 2026 Selesai Senin, .* dalam waktu yang dijanjikan/);
    assert.match(text, /Diserahkan oleh petugas, dengan bukti berikut/);
    assert.match(text, /Akun dinas@klungkungkab\.go\.id sudah aktif\./);
    assert.doesNotMatch(text, /Sandi-Pertama-42/);

    const page = own.visitor.page;
    const [, path = ''] = /action="([^"]+\/rahasia\/[^"]+)"/.exec(page.body) ?? [];
    assert.equal((await own.visitor.open(path)).status, 404, 'looking at the address opens nothing');
    await own.visitor.open(own.base);
    const opened = await own.visitor.submit({}, path);
    assert.match(opened.body, /Sandi-Pertama-42/);
    assert.equal(opened.headers['cache-control'], 'no-store');
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const second = await own.visitor.post(path, { _csrf: token });
    assert.equal(second.status, 404);
    assert.match(second.body, /sudah pernah dibuka, .* Bukan Anda yang membukanya\? Segera hubungi kantor/);
    assert.match(
      second.body,
      /Akun dinas@klungkungkab\.go\.id sudah aktif/,
      'told on the page of the request',
    );
    assert.equal((await own.visitor.post(path.replace(/[^/]+$/, 'x'), { _csrf: token })).status, 404);
    assert.match(await own.look(), /Rahasia sekali buka sudah dibuka/);

    const [, file = ''] = new RegExp(`href="(${own.base}/berkas/[^"]+)"`).exec(own.visitor.page.body) ?? [];
    const download = await own.visitor.open(file);
    assert.equal(download.status, 200);
    assert.match(String(download.headers['content-disposition']), /^attachment; filename=/);
    assert.equal(download.headers['x-content-type-options'], 'nosniff');
    assert.match(String(download.headers['content-security-policy']), /sandbox/);
    const stranger = await applicant('email-resmi', 'klungkung');
    const fileId = file.split('/').at(-1) ?? '';
    assert.equal(
      (await stranger.visitor.open(`${stranger.base}/berkas/${fileId}`)).status,
      404,
      "another's file",
    );
  });

  it('carries messages both ways, and keeps one that cannot be sent', async () => {
    const own = await applicant('ruang-rapat');
    await own.look();
    const empty = await own.visitor.submit({ text: '   ' }, '/pesan');
    assert.equal(empty.status, 422);
    assert.match(empty.body, /<a href="#f-text">Tulis pesan Anda/);
    const sent = await own.visitor.submit({ text: 'Boleh pindah jam?\n<b>Terima kasih</b>' }, '/pesan');
    assert.match(seen(sent.body), /Pesan Anda sudah sampai/);
    assert.match(sent.body, /Boleh pindah jam\?<br>&lt;b&gt;Terima kasih&lt;\/b&gt;/);
  });

  it('keeps words to the last one as browsers count them, and gives back what is longer', async () => {
    const own = await applicant('ruang-rapat');
    await own.look();
    // A browser counts a line break as one character and sends two.
    const lines = `${'a\r\n'.repeat(3998)}akhir`;
    assert.equal(lines.replaceAll('\r\n', '\n').length, 8001);
    const long = await own.visitor.submit({ text: lines }, '/pesan');
    assert.equal(long.status, 422);
    assert.match(long.body, /<a href="#f-text">Terlalu panjang: 8001 huruf, paling banyak 8000/);
    assert.match(long.body, /a\nakhir<\/textarea>/);
    const sent = await own.visitor.submit({ text: lines.slice(1) }, '/pesan');
    assert.match(sent.body, /a<br>akhir/);

    await own.visitor.open(`${own.base}/tarik`);
    const reason = await own.visitor.submit({ alasan: lines });
    assert.equal(reason.status, 422);
    assert.match(reason.body, /<a href="#f-alasan">Terlalu panjang/);
    assert.match(reason.body, /a\nakhir<\/textarea>/);

    await act(app, 'klaten', own.number, 'return', { missing: ['surat-peminjaman'], message: 'Kurang.' });
    await own.visitor.open(`${own.base}/lengkapi`);
    const note = await own.visitor.submit({ 'surat-peminjaman': photo('surat.jpg'), catatan: lines });
    assert.equal(note.status, 422);
    assert.match(note.body, /<a href="#f-catatan">Terlalu panjang/);
    assert.match(note.body, /surat\.jpg[^]*a\nakhir<\/textarea>/);
  });

  it('withdraws only after asking once more', async () => {
    const own = await applicant('ruang-rapat');
    await own.look();
    const asked = await own.visitor.open(`${own.base}/tarik`);
    assert.match(seen(asked.body), /Tarik permohonan ini\?/);
    assert.match(await own.look(), /Sisa waktu kami/, 'looking at the question withdraws nothing');
    await own.visitor.open(`${own.base}/tarik`);
    const done = await own.visitor.submit({ alasan: 'Rapat batal.' });
    assert.match(seen(done.body), /Permohonan Anda sudah ditarik\. .*Hasil Permohonan ini Anda tarik/);
    assert.match(seen(done.body), /Rapat batal\./);
    assert.equal((await own.visitor.open(`${own.base}/tarik`)).url, own.base);
  });

  it('never shows a protected reporter on any page', async () => {
    const own = await applicant('pengaduan');
    const pages = [own.base, `${own.base}/tanda-terima`];
    for (const url of pages)
      assert.doesNotMatch((await own.visitor.open(url)).body, /Sari Contoh|sari@warga/, url);
  });

  it('speaks English too', async () => {
    const own = await applicant('ruang-rapat');
    const page = seen((await own.visitor.open(`${own.base}?lang=en`)).body);
    assert.match(page, /Time we have left 19 minutes of working time Done at the latest by today, 09:19 WIB/);
    for (const part of ['tanda-terima', 'tarik']) {
      const body = seen((await own.visitor.open(`${own.base}/${part}`)).body);
      assert.doesNotMatch(body, /undefined|\[object|Permohonan|Tarik/, part);
    }
  });
});
