import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { logAccess } from '../../people/index.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { official } from '../../../test/support/officer.ts';
import type { Officer } from '../../../test/support/officer.ts';

/** What is read: without the labels that only stand in for column heads on a phone. */
const visible = (text: string): string =>
  text
    .replaceAll(/<span class="cell-label".*?<\/span>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the record of changes', () => {
  let app: TestApp;
  let auditor: Officer;
  before(async () => {
    app = await startTestApp('record');
    auditor = await official(app, 'klaten', 'auditor');
  });
  after(() => app.close());

  const rows = (act: string) =>
    app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('access_log').selectAll().where('act', '=', act).execute(),
    );
  const seen = async (query: string): Promise<string> =>
    visible((await auditor.get(`/meja/kelola/catatan?${query}`)).text);

  test('says that somebody searched only where somebody did, and by what', async () => {
    const officer = await official(app, 'klaten', 'petugas-surat');
    await officer.get('/meja/loket/ruang-rapat');
    const done = await officer.post('/meja/loket/ruang-rapat', {
      pengiriman: 'record-1',
      'isian.instansi': 'dinas-pendidikan',
      'isian.nama': 'Dian Contoh',
      'isian.surel': 'dian@klaten.example',
      'isian.acara': 'Rapat koordinasi',
      'isian.waktu-day': '30',
      'isian.waktu-month': '11',
      'isian.waktu-year': '2026',
      'isian.waktu-from': '9.00',
      'isian.waktu-to': '11.00',
      'asli.surat-peminjaman': 'yes',
    });
    assert.match(visible(done.text), /Tanda terima berkas/);
    assert.deepEqual(await rows('look-up'), [], 'whoever takes a request in has searched for nobody');

    const { number } = await submitExampleRequest(app, 'klaten', 'ruang-rapat');
    await officer.post('/meja/loket/cari', { dicari: number });
    await officer.post('/meja/loket/cari', { dicari: '081234567890' });
    const told = await seen('jenis=reading');
    assert.match(told, new RegExp(`Mencari permohonan menurut nomornya ${number}`));
    assert.match(told, /Mencari menurut NIK atau kontak nomor telepon/);
    assert.match(await seen('jenis=reading&lang=en'), /Looked up by NIK or contact telephone number/);
  });

  test('tells in the language of the page what the program itself wrote', async () => {
    const lines = [
      { act: 'sign-in', reason: 'password, second factor' },
      { act: 'sign-in', reason: 'provider, second factor' },
      { act: 'journal-verified', subject: 'klaten', reason: '0' },
      { act: 'journal-verified', subject: 'klaten', reason: '3' },
      { act: 'calendar-published', subject: 'calendar/2', reason: 'password' },
    ];
    await app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      for (const line of lines) await logAccess(tx, 'klaten', { at: app.clock.now(), actor: 'uji', ...line });
    });
    const told = await seen('lang=id');
    for (const words of [
      'Masuk – dengan kata sandi dan faktor kedua',
      'Masuk – lewat penyedia identitas, dengan faktor kedua',
      'Memeriksa jurnal Kabupaten Klaten tidak ada temuan',
      'Memeriksa jurnal Kabupaten Klaten 3 temuan',
      'Menerbitkan kalender kalender kerja · versi 2 password',
    ])
      assert.ok(told.includes(words), `${words} in: ${told.slice(told.indexOf('Kapan'))}`);
    assert.match(await seen('lang=en'), /Verified the journal Kabupaten Klaten nothing was found/);
  });
});
