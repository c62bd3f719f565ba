import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { examplePdf } from '../../example-document.ts';
import { openDatabase } from '../../platform/index.ts';
import { sweepRound } from '../../request/index.ts';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { official } from '../../../test/support/officer.ts';
import type { FormValues, Officer, Page } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';

const visible = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const LOKET = { loket: 'petugas-rspd' };
const QUEUE = '/meja/loket/antrean';

/** A walk-in of the lost registration, as an officer types it. */
const walkIn: FormValues = {
  'isian.nama': 'Sari Contoh',
  'isian.nik': '3310015503900001',
  'isian.telepon': '0812 0000 0103',
  'isian.nomor-polisi': 'AD 1234 XX',
  'isian.pemilik': 'Sari Contoh',
  'isian.dasar': 'laporan-polsek',
  'asli.bukti-kehilangan': 'yes',
  'asli.ktp': 'yes',
};

describe('the queue of a counter', () => {
  let app: TestApp;
  let radio: Officer;
  before(async () => {
    app = await startTestApp('visits');
    radio = await official(app, 'klaten', 'petugas-rspd');
    await radio.get('/meja/loket');
  });
  after(() => app.close());

  const draw = async (values: FormValues = {}): Promise<string> => {
    const page = await radio.post(QUEUE, { ...LOKET, ...values });
    assert.equal(page.status, 303, visible(page.text));
    return /nomor=([^&]+)/.exec(page.location ?? '')?.[1] ?? '';
  };
  const call = async (): Promise<string> => {
    const page = await radio.post(`${QUEUE}/panggil`, LOKET);
    return /kunjungan=([^&]+)/.exec(page.location ?? '')?.[1] ?? '';
  };
  const end = (id: string, hasil: string): Promise<Page> =>
    radio.post(`${QUEUE}/${id}/selesai`, { ...LOKET, hasil });
  const counter = async (): Promise<string> => visible((await radio.get('/meja/loket')).text);
  const rows = (): Promise<readonly Record<string, unknown>[]> =>
    app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('visit').selectAll().orderBy('number').execute(),
    );

  test('numbers follow each other, and exactly one visitor is called at a time', async () => {
    const [first, second] = [await draw({ keperluan: 'STNK hilang', nama: 'Sari Contoh' }), await draw()];
    assert.match(await counter(), /2 orang menunggu D-001 .* Sari Contoh · STNK hilang .* D-002/);
    assert.equal(await call(), first);
    assert.match(await counter(), /Sedang dilayani: D-001 .* 1 orang menunggu D-002/);
    assert.equal(await call(), second);
    assert.equal(await call(), '', 'nobody is left');
    assert.equal((await end(first, 'answered')).status, 303);
    assert.equal((await end(second, 'no-show')).status, 303);
    assert.match(await counter(), /Tidak ada yang menunggu/);
    const book = visible((await radio.get('/meja/loket/buku-tamu')).text);
    assert.match(book, /D-001 .*09\.00 WIB .*0 menit .*Sari Contoh · STNK hilang .*Pertanyaan dijawab/);
    assert.match(book, /D-002 .* Tidak datang saat dipanggil/);
  });

  test('a visit ends once, by an outcome of ours, and only at its own counter', async () => {
    const id = await draw();
    assert.equal((await end(id, 'submitted')).status, 409, 'a request is recorded by itself');
    const other = await official(app, 'klaten', 'petugas-surat');
    await other.get('/meja/loket');
    const foreign = { hasil: 'answered', ...LOKET };
    assert.equal((await other.post(`${QUEUE}/${id}/selesai`, foreign)).status, 403);
    const own = { hasil: 'answered', loket: 'petugas-surat' };
    assert.equal((await other.post(`${QUEUE}/${id}/selesai`, own)).status, 409);
    assert.equal((await end(id, 'referred')).status, 303);
    assert.equal((await end(id, 'answered')).status, 409);
    assert.equal((await end('nothing', 'answered')).status, 409);
  });

  test('a request taken in ends the visit that was called, or stands in the book without having waited', async () => {
    const id = await draw({ keperluan: 'STNK hilang' });
    await call();
    const opened = await radio.get(`/meja/loket?kunjungan=${id}&layanan=stnk`);
    assert.equal(opened.location, `/meja/loket/kehilangan-stnk?jalur=langsung&kunjungan=${id}`);
    const url = opened.location ?? '';
    const form = await radio.get(url);
    assert.match(form.text, new RegExp(`action="[^"]*kunjungan=${id}"`));
    const taken = await radio.postFiles(url, { pengiriman: 'satu', ...walkIn }, []);
    assert.equal(taken.status, 200, visible(taken.text));
    const direct = '/meja/loket/kehilangan-stnk?jalur=langsung';
    await radio.get(direct);
    await radio.postFiles(direct, { pengiriman: 'dua', ...walkIn, 'isian.nama': 'Tono Contoh' }, []);
    const last = (await rows()).slice(-2);
    assert.deepEqual(
      last.map(({ outcome, service, called_by }) => [outcome, service, called_by !== null]),
      [
        ['submitted', 'kehilangan-stnk', true],
        ['submitted', 'kehilangan-stnk', true],
      ],
    );
    assert.notEqual(last[0]?.['request'], last[1]?.['request']);
  });

  test('what a visitor says is sealed, read on record, and gone after 90 days; the figures stay', async () => {
    const id = await draw({ keperluan: 'Mencari keluarga', nama: 'Wulan Contoh' });
    const row = (await rows()).find((one) => one['id'] === id);
    const sealed = row?.['sealed'];
    assert.ok(Buffer.isBuffer(sealed) && !sealed.includes('Wulan') && !sealed.includes('keluarga'));
    await radio.get('/meja/loket/buku-tamu');
    const logged = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('access_log').select('subject').where('act', '=', 'read-visits').execute(),
    );
    assert.equal(logged.at(-1)?.subject, 'petugas-rspd/2026-11-23');
    const before = app.clock.now();
    const worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 1 });
    try {
      await sweepRound(app.context).run(worker);
      assert.match(visible((await radio.get('/meja/loket/buku-tamu')).text), /Wulan Contoh/);
      app.clock.moveTo(before.add({ hours: 24 * 91 }));
      await sweepRound(app.context).run(worker);
    } finally {
      await worker.close();
      app.clock.moveTo(before);
    }
    // Sessions do not last that long either.
    radio = await official(app, 'klaten', 'petugas-rspd');
    const book = visible((await radio.get('/meja/loket/buku-tamu?tanggal=2026-11-23')).text);
    assert.doesNotMatch(book, /Wulan|Mencari/);
    assert.match(book, /sudah dihapus/);
    for (const none of ['0000-01-01', '2026-02-30', '9999-12-31'])
      assert.equal((await radio.get(`/meja/loket/buku-tamu?tanggal=${none}`)).status, 200, none);
  });

  test('the book and the queue are for the counter and those above it', async () => {
    const above = await official(app, 'klaten', 'kabid-komunikasi');
    assert.equal((await above.get('/meja/loket/buku-tamu?loket=petugas-rspd')).status, 200);
    for (const position of ['staf-teknis', 'auditor', 'petugas-surat']) {
      const other = await official(app, 'klaten', position);
      assert.equal((await other.get('/meja/loket/buku-tamu?loket=petugas-rspd')).status, 403, position);
      await other.get('/meja');
      assert.equal((await other.post(QUEUE, LOKET)).status, 403, position);
    }
  });

  test('counter hours are said, are not the working hours, and closing says so', async () => {
    assert.match(await counter(), /Loket buka Senin–Kamis 08\.00–12\.00 dan 13\.00–15\.00; Jumat/);
    assert.doesNotMatch(await counter(), /sedang tutup/);
    const before = app.clock.now();
    // 15.10: the office still works, the counter does not.
    app.clock.moveTo(Temporal.Instant.from('2026-11-23T08:10:00Z'));
    const later = await official(app, 'klaten', 'petugas-rspd');
    assert.match(visible((await later.get('/meja/loket')).text), /Loket sedang tutup\./);
    app.clock.moveTo(before);
    radio = await official(app, 'klaten', 'petugas-rspd');
  });

  test('a part of a name, in any case, opens the form; several or none are told', async () => {
    assert.equal(
      (await radio.get('/meja/loket?layanan=STNK')).location,
      '/meja/loket/kehilangan-stnk?jalur=langsung',
    );
    const several = await radio.get('/meja/loket?layanan=informasi');
    assert.equal(several.status, 422);
    assert.match(visible(several.text), /Beberapa layanan cocok dengan “informasi”/);
    const none = await radio.get('/meja/loket?layanan=%3Cscript%3E');
    assert.match(visible(none.text), /Tidak ada layanan yang cocok/);
    assert.doesNotMatch(none.text, /<script>(?!<)/);
  });

  test('a faulty form keeps its files: they are not chosen again, whatever else is wrong', async () => {
    const url = '/meja/loket/kehilangan-stnk?jalur=langsung';
    const { 'asli.ktp': _, 'isian.nama': __, ...without } = walkIn;
    await radio.get(url);
    const files = [{ field: 'berkas.ktp', fileName: 'ktp sari.pdf', content: examplePdf('ktp') }];
    const faulty = await radio.postFiles(url, { pengiriman: 'tiga', ...without }, files);
    assert.equal(faulty.status, 422);
    assert.match(visible(faulty.text), /ktp sari\.pdf .*tersimpan/);
    const action = /action="([^"]*simpanan=[^"]*)"/.exec(faulty.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    assert.notEqual(action, '');
    const stranger = await official(app, 'klaten', 'petugas-surat');
    await stranger.get(url);
    const stolen = await stranger.postFiles(action, { pengiriman: 'empat', ...walkIn, 'asli.ktp': '' }, []);
    assert.doesNotMatch(visible(stolen.text), /ktp sari\.pdf/, 'kept for its official alone');
    const taken = await radio.postFiles(
      action,
      { pengiriman: 'tiga', ...without, 'isian.nama': 'Sari Contoh' },
      [],
    );
    assert.equal(taken.status, 200, visible(taken.text));
    assert.match(visible(taken.text), /berkas ktp sari\.pdf/);
    // The printer jams, and the page is loaded once more: the key is shown nowhere else.
    const corrected = { pengiriman: 'tiga', ...without, 'isian.nama': 'Sari Contoh' };
    const reloaded = await radio.postFiles(action, corrected, []);
    assert.equal(reloaded.status, 200, visible(reloaded.text));
    const receipt = ({ text }: Page): readonly string[] =>
      [...text.matchAll(/KLT-2026-[0-9A-Z]{6}|copyable-value">[^<]+|ktp sari\.pdf/g)].map(([found]) => found);
    assert.deepEqual(receipt(reloaded), receipt(taken));
    assert.ok(receipt(taken).length > 2);
    const changed = await radio.postFiles(action, { ...corrected, 'isian.nama': 'Tono Contoh' }, []);
    assert.equal(changed.status, 409);
    assert.match(visible(changed.text), /Formulir ini sudah dicatat dengan isi yang lain/);
    assert.match(changed.text, /value="Tono Contoh"/, 'nothing typed is lost');
    assert.doesNotMatch(changed.text, /name="pengiriman" value="tiga"/, 'once more it is another request');
    const colleague = await official(app, 'klaten', 'petugas-surat');
    await colleague.get(url);
    const theirs = await colleague.postFiles(action, corrected, []);
    assert.notEqual(theirs.status, 200, 'for whoever took it in alone');
    assert.ok(!theirs.text.includes('copyable-value'));
  });

  test('a file of a kind that is refused costs neither words nor the other files', async () => {
    const url = '/meja/loket/kehilangan-stnk?jalur=langsung';
    await radio.get(url);
    const { 'asli.ktp': _, 'asli.bukti-kehilangan': __, ...without } = walkIn;
    const page = await radio.postFiles(url, { pengiriman: 'lima', ...without }, [
      { field: 'berkas.ktp', fileName: 'ktp.pdf', content: Buffer.from('<script>alert(1)</script>') },
      { field: 'berkas.bukti-kehilangan', fileName: 'laporan.pdf', content: examplePdf('laporan') },
    ]);
    assert.equal(page.status, 422);
    assert.match(page.text, /value="Sari Contoh"/);
    assert.match(page.text, /href="#f-berkas\.ktp"/);
    assert.match(visible(page.text), /laporan\.pdf .*tersimpan/);
  });

  test('a receipt is printed once more for any request of the office, by the counter alone, on record', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'ruang-rapat');
    const url = `/meja/loket/tanda-terima/${number}`;
    const page = await radio.get(url);
    assert.equal(page.status, 200);
    assert.match(visible(page.text), /Tanda terima berkas/);
    const logged = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('access_log').select('act').where('act', '=', 'reprint-receipt').execute(),
    );
    assert.equal(logged.length, 1);
    const head = await official(app, 'klaten', 'kabid-informatika');
    assert.equal((await head.get(url)).status, 404, 'works on the service, stands at no counter');
    const far = await official(app, 'klungkung', 'petugas-surat');
    assert.equal((await far.get(url)).status, 404, 'another government');
  });
});
