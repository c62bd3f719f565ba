import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { examplePdf } from '../example-document.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { act, acted, pathOf, versionIn, visible } from '../../test/support/desk-page.ts';
import { official, signedIn } from '../../test/support/officer.ts';
import type { Officer } from '../../test/support/officer.ts';
import { resubmit } from '../request/index.ts';
import { submitExampleRequest } from '../../test/support/requests.ts';

describe('one request on the desk', () => {
  let app: TestApp;
  let head: Officer;
  let technician: Officer;
  before(async () => {
    app = await startTestApp('desk-request');
    head = await official(app, 'klaten', 'kabid-informatika');
    technician = await official(app, 'klaten', 'staf-teknis');
  });
  after(() => app.close());

  /** Where in the demo's mailbox these words stand. */
  const mailsWith = async (words: string): Promise<readonly number[]> => {
    const { body } = await app.server.inject('/peragaan/kotak-surat');
    return [...body.matchAll(new RegExp(RegExp.escape(words), 'g'))].map(({ index }) => index);
  };

  const hosting = async (): Promise<string> =>
    (await submitExampleRequest(app, 'klaten', 'server-hosting')).number;

  test('the page says what is asked, by whom, with what, by when and why then, in both languages', async () => {
    const number = await hosting();
    const { text, status } = await head.get(pathOf(number));
    assert.equal(status, 200);
    const words = visible(text);
    for (const part of [
      number,
      'Co-location server dan hosting aplikasi di pusat data',
      'Yang diminta',
      'Sistem Presensi Sekolah',
      'Dinas Pendidikan',
      'Permohonan diterima',
      'Kamis, 26 November 2026, 10.15 WIB',
      'Periksa surat permohonan',
      'Berkas lengkap',
      'Kembalikan untuk dilengkapi',
    ])
      assert.ok(words.includes(part), part);
    const english = visible((await head.get(`${pathOf(number)}?lang=en`)).text);
    for (const part of ['What is asked for', 'Thursday, 26 November 2026, 10:15 WIB', 'Documents complete'])
      assert.ok(english.includes(part), part);
    assert.ok(!/Yang diminta|Kembalikan untuk/.test(english));
    await head.get('/meja?lang=id');
  });

  test('a file is complete only when every line was ticked; what was typed stays', async () => {
    const number = await hosting();
    const refused = await act(head, number, { action: 'complete', 'step.note': 'Catatan yang tetap ada' });
    assert.equal(refused.status, 422);
    assert.match(visible(refused.text), /Belum diperiksa: Surat permohonan/);
    assert.match(refused.text, /Catatan yang tetap ada/);
    assert.match(refused.text, /error-summary/);
    await acted(head, number, {
      action: 'complete',
      'step.checklist': ['surat-permohonan'],
      'step.note': 'Surat sah, kebutuhan jelas.',
    });
    const page = await head.get(`${pathOf(number)}?tercatat`);
    const words = visible(page.text);
    assert.match(words, /Tercatat\./);
    assert.match(words, /Surat sah, kebutuhan jelas\./);
    assert.match(words, /Nomor agenda 1\/2026/);
    assert.match(words, /Kepala Bidang Informatika dan Persandian · Budi Contoh/);
  });

  test('two officials at once: the second sees what changed, keeps their words, and overwrites nothing', async () => {
    const number = await hosting();
    const seen = await head.get(pathOf(number));
    await acted(head, number, { action: 'complete', 'step.checklist': ['surat-permohonan'] });
    const late = await head.post(pathOf(number), {
      version: versionIn(seen),
      action: 'comment',
      'comment.audience': 'internal',
      'comment.text': 'Tulisan petugas kedua',
    });
    assert.equal(late.status, 409);
    const words = visible(late.text);
    assert.match(words, /sudah berubah sesudah Anda membukanya/);
    assert.match(words, /Tindakan Anda belum dicatat/);
    assert.match(words, /Periksa surat permohonan: lengkap/);
    assert.match(late.text, /Tulisan petugas kedua/);
    const again = await head.post(pathOf(number), {
      version: versionIn(late),
      action: 'comment',
      'comment.audience': 'internal',
      'comment.text': 'Tulisan petugas kedua',
    });
    assert.equal(again.status, 303);
  });

  test('words of an action that is no longer open are shown once more', async () => {
    const number = await hosting();
    const seen = await head.get(pathOf(number));
    await acted(head, number, {
      action: 'return',
      'return.missing': ['surat-permohonan'],
      'return.message': 'Surat belum ditandatangani.',
    });
    const late = await head.post(pathOf(number), {
      version: versionIn(seen),
      action: 'complete',
      'step.checklist': ['surat-permohonan'],
      'step.note': 'Kalimat yang tidak boleh hilang',
    });
    assert.equal(late.status, 409);
    assert.match(visible(late.text), /Yang Anda tulis/);
    assert.match(late.text, /Kalimat yang tidak boleh hilang/);
  });

  test('returning names everything at once and stops the clock; a second demand needs the superior', async () => {
    const number = await hosting();
    const empty = await act(head, number, { action: 'return', 'return.message': '' });
    assert.equal(empty.status, 422);
    assert.match(visible(empty.text), /Pilih: Yang kurang\./);
    assert.match(visible(empty.text), /Isi: Pesan untuk pemohon\./);
    await acted(head, number, {
      action: 'return',
      'return.missing': ['surat-permohonan', 'other'],
      'return.message': 'Surat belum ditandatangani.',
    });
    const page = await head.get(pathOf(number));
    assert.match(visible(page.text), /Waktu berhenti, menunggu pemohon/);
    assert.match(visible(page.text), /Yang kurang Surat permohonan/);
    assert.doesNotMatch(page.text, /value="complete"/);
  });

  test('a second demand waits in the queue of the superior, who allows it or not', async () => {
    const { number, trackingKey } = await submitExampleRequest(app, 'klaten', 'server-hosting');
    const superior = await official(app, 'klaten', 'kepala-dinas');
    const demand = {
      action: 'return',
      'return.missing': ['surat-permohonan'],
      'return.message': 'Halaman kedua belum ada.',
    };
    const bringAgain = (): Promise<unknown> =>
      resubmit(
        app.context,
        { government: 'klaten', number, trackingKey },
        { version: null, files: [], note: 'Sudah dilengkapi.' },
      );
    await acted(head, number, demand);
    await bringAgain();
    await acted(head, number, demand);
    assert.ok(!(await head.get('/meja')).text.includes(number), 'it no longer waits at whoever demands');
    assert.ok((await superior.get('/meja')).text.includes(number));
    const page = await superior.get(pathOf(number));
    assert.match(visible(page.text), /Permintaan kelengkapan kedua menunggu Anda/);
    assert.match(visible(page.text), /Halaman kedua belum ada\./);
    await acted(superior, number, { action: 'deny-return', 'deny-return.note': 'Sudah cukup.' });
    assert.ok((await head.get('/meja')).text.includes(number));
    assert.ok(!(await superior.get('/meja')).text.includes(number));
    await acted(head, number, demand);
    assert.equal((await mailsWith('Halaman kedua belum ada.')).length, 1, 'told of the first demand');
    await acted(superior, number, { action: 'allow-return' });
    assert.match(visible((await head.get(pathOf(number))).text), /Waktu berhenti, menunggu pemohon/);
    assert.ok(!(await superior.get('/meja')).text.includes(number));
    assert.equal((await mailsWith('Halaman kedua belum ada.')).length, 2, 'and of what was allowed');
  });

  test('whoever is asked back for a line of the checklist is told which', async () => {
    const keeper = await official(app, 'klaten', 'pengelola-ruang-rapat');
    const { number } = await submitExampleRequest(app, 'klaten', 'ruang-rapat');
    await acted(keeper, number, {
      action: 'return',
      'return.missing': ['jadwal-kosong'],
      'return.message': 'Pilih hari lain.',
    });
    assert.equal((await mailsWith('- Ruang kosong pada waktu yang diminta.')).length, 1);
  });

  test('disposing goes to the addressee with instructions, and onto the sheet that is printed', async () => {
    const number = await hosting();
    await acted(head, number, { action: 'complete', 'step.checklist': ['surat-permohonan'] });
    const none = await act(head, number, { action: 'dispose' });
    assert.equal(none.status, 422);
    assert.match(visible(none.text), /Pilih: Diteruskan kepada\./);
    const wrong = await act(head, number, { action: 'dispose', 'step.addressees': 'kepala-dinas' });
    assert.equal(wrong.status, 422);
    await acted(head, number, {
      action: 'dispose',
      'step.addressees': 'staf-teknis',
      'step.instructions': ['1', '5'],
      'step.note': 'Utamakan sebelum ujian.',
    });
    const sheet = visible((await head.get(`${pathOf(number)}/disposisi`)).text);
    for (const part of [
      'Lembar disposisi',
      'Pemerintah Kabupaten Klaten',
      'Staf Teknis',
      'Periksa dan laporkan hasilnya',
      'Selesaikan sebelum tenggat',
      'Utamakan sebelum ujian.',
      'Budi Contoh',
      'Klaten, 23 November 2026',
    ])
      assert.ok(sheet.includes(part), part);
    const signed = (page: string): string => visible(page.slice(page.indexOf('class="signatures"')));
    const printedByOther = signed((await technician.get(`${pathOf(number)}/disposisi`)).text);
    assert.match(printedByOther, /Klaten, 23 November 2026 .*Kepala Bidang .*Budi Contoh/);
    assert.doesNotMatch(printedByOther, /Eko Contoh|Fajar Contoh/, 'whoever prints it signs nothing');
    assert.match((await technician.get('/meja')).text, new RegExp(number));
  });

  test('recorded figures are read by their type; a refusal carries figures, ground and remedies', async () => {
    const number = await hosting();
    await acted(head, number, { action: 'complete', 'step.checklist': ['surat-permohonan'] });
    await acted(head, number, { action: 'dispose', 'step.addressees': 'staf-teknis' });
    const wrong = await act(technician, number, {
      action: 'pass',
      'step.fields.sisa-vcpu': 'banyak',
      'step.fields.sisa-memori': '128',
    });
    assert.equal(wrong.status, 422);
    assert.match(visible(wrong.text), /Isi dengan angka/);
    assert.match(wrong.text, /value="banyak"/);
    assert.match(wrong.text, /value="128"/);
    const nothing = await act(technician, number, { action: 'refuse' });
    assert.equal(nothing.status, 422);
    assert.match(visible(nothing.text), /Ombudsman/);
    await acted(technician, number, {
      action: 'refuse',
      'refuse.ground': 'kapasitas-habis',
      'refuse.reason': 'Sisa memori tidak cukup untuk tahun ini.',
      'refuse.fields.sisa-vcpu': '2',
      'refuse.fields.sisa-memori': '1.024',
      'refuse.fields.sisa-penyimpanan': '0',
      'refuse.fields.sisa-unit-rak': '0',
    });
    const words = visible((await technician.get(pathOf(number))).text);
    assert.match(words, /ditolak/);
    assert.match(words, /Sisa memori 1\.024 GB/);
    assert.match(words, /Sisa memori tidak cukup untuk tahun ini\./);
  });

  test('nothing is delivered without evidence; text, file and one-time secret are kept', async () => {
    const number = await hosting();
    await acted(head, number, { action: 'complete', 'step.checklist': ['surat-permohonan'] });
    await acted(head, number, { action: 'dispose', 'step.addressees': 'staf-teknis' });
    await acted(technician, number, {
      action: 'pass',
      'step.fields.sisa-vcpu': '46',
      'step.fields.sisa-memori': '118',
      'step.fields.sisa-penyimpanan': '2100',
      'step.fields.sisa-unit-rak': '12',
    });
    const fields = {
      'step.fields.nama-server': 'presensi-01',
      'step.fields.tanggal-aktif-day': '23',
      'step.fields.tanggal-aktif-month': '11',
      'step.fields.tanggal-aktif-year': '2026',
    };
    const bare = await act(technician, number, { action: 'fulfil', ...fields });
    assert.equal(bare.status, 422);
    assert.match(visible(bare.text), /Isi sekurangnya satu bukti/);
    const values = {
      version: versionIn(await technician.get(pathOf(number))),
      action: 'fulfil',
      'step.evidence.text': 'Alamat server: 10.0.0.7',
      'step.evidence.secret': 'sandi-awal-42',
      ...fields,
    };
    const html = Buffer.from('<script>alert(1)</script>');
    const wrong = await technician.postFiles(pathOf(number), values, [
      { field: 'step.evidence.file', fileName: 'bukti.pdf', content: html },
    ]);
    assert.ok(wrong.status >= 400 && wrong.status < 500, String(wrong.status));
    assert.match(wrong.text, /Alamat server: 10\.0\.0\.7/);
    const done = await technician.postFiles(pathOf(number), values, [
      { field: 'step.evidence.file', fileName: 'berita acara.pdf', content: examplePdf('serah terima') },
    ]);
    assert.equal(done.location, `${pathOf(number)}?tercatat`, visible(done.text));
    const { text } = await technician.get(pathOf(number));
    assert.match(visible(text), /berita acara\.pdf/);
    assert.match(visible(text), /Rahasia sekali buka untuk pemohon/);
    assert.doesNotMatch(text, /sandi-awal-42/);
    const [, href = ''] = /href="([^"]+)">berita acara\.pdf/.exec(text) ?? [];
    const file = await technician.get(href);
    assert.equal(file.status, 200);
    assert.match(String(file.headers['content-disposition']), /^attachment; .*berita%20acara\.pdf/);
    assert.equal(file.headers['x-content-type-options'], 'nosniff');
    assert.equal(file.headers['content-security-policy'], "default-src 'none'; sandbox");
    assert.equal(file.headers['content-type'], 'application/pdf');
  });

  test('remarks go to officials or to the applicant; taking up shows who works on it', async () => {
    const number = await hosting();
    await acted(head, number, { action: 'take-over' });
    await acted(head, number, {
      action: 'comment',
      'comment.audience': 'internal',
      'comment.text': 'Sudah ditelepon.',
    });
    const words = visible((await head.get(pathOf(number))).text);
    assert.match(words, /Diambil untuk dikerjakan/);
    assert.match(words, /Sudah ditelepon\./);
    assert.match(visible((await head.get('/meja')).text), new RegExp(`${number}.*Saya`));
  });

  test('a superior may cancel, with a reason; whoever makes the step may not', async () => {
    const number = await hosting();
    const superior = await official(app, 'klaten', 'kepala-dinas');
    const own = await act(head, number, { action: 'cancel', 'cancel.reason': 'Tidak perlu' });
    assert.equal(own.status, 403);
    await acted(superior, number, { action: 'cancel', 'cancel.reason': 'Permohonan ganda.' });
    assert.match(visible((await head.get(pathOf(number))).text), /dibatalkan/);
  });

  test('competences the standard names are warned about where they are soft', async () => {
    const number = await hosting();
    await acted(head, number, { action: 'complete', 'step.checklist': ['surat-permohonan'] });
    await acted(head, number, { action: 'dispose', 'step.addressees': 'staf-teknis' });
    const fajar = await signedIn(app, 'fajar@klaten');
    const { text } = await fajar.get(pathOf(number));
    assert.match(visible(text), /Standar menyebut kompetensi yang belum tercatat pada Anda/);
    assert.match(text, /value="pass"/);
  });

  test('numbers that are none, of another government or unknown are told alike', async () => {
    const foreign = (await submitExampleRequest(app, 'bulungan', 'hosting-subdomain-email')).number;
    for (const number of [foreign, 'KLT-2026-000000', 'bukan-nomor', '..%2f..'])
      assert.equal((await head.get(pathOf(number))).status, 404, number);
  });

  test('an unknown action and a missing version are refused without harm', async () => {
    const number = await hosting();
    const unknown = await act(head, number, { action: 'hapus' });
    assert.equal(unknown.status, 422);
    const blind = await head.post(pathOf(number), { action: 'take-over' });
    assert.equal(blind.status, 409);
    const foreign = await app.server.inject({ method: 'POST', url: pathOf(number) });
    assert.ok([401, 403].includes(foreign.statusCode));
  });
});
