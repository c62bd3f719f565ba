import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { examplePdf } from '../../example-document.ts';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { official } from '../../../test/support/officer.ts';
import type { FormValues, Officer, Page } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';

const visible = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const room = '/meja/loket/ruang-rapat?jalur=surat';

/** A letter that asks for the meeting room, as an officer types it. */
const letter: FormValues = {
  'isian.instansi': 'dinas-pendidikan',
  'isian.nama': 'Dian Contoh',
  'isian.surel': 'dian@klaten.example',
  'isian.telepon': '0812 0000 0101',
  'isian.acara': 'Rapat koordinasi operator sekolah',
  'isian.waktu-day': '30',
  'isian.waktu-month': '11',
  'isian.waktu-year': '2026',
  'isian.waktu-from': '9.00',
  'isian.waktu-to': '11.00',
  'isian.nomor-surat': '400.3/105/2026',
  'surat-perihal': 'Peminjaman ruang rapat',
  'surat-sifat': 'segera',
  'asli.surat-peminjaman': 'yes',
};

const stamped: FormValues = {
  'terima-day': '23',
  'terima-month': '11',
  'terima-year': '2026',
  'terima-pukul': '8.15',
};

describe('the counter', () => {
  let app: TestApp;
  let clerk: Officer;
  before(async () => {
    app = await startTestApp('counter');
    clerk = await official(app, 'klaten', 'petugas-surat');
  });
  after(() => app.close());

  const send = async (values: FormValues, url = room): Promise<Page> => {
    const form = await clerk.get(url);
    const [, key = ''] = /name="pengiriman" value="([^"]+)"/.exec(form.text) ?? [];
    return clerk.postFiles(url, { pengiriman: key, ...values }, []);
  };
  const numberIn = (page: Page): string => /KLT-2026-[A-Z0-9]{6}/.exec(visible(page.text))?.[0] ?? '';

  test('a letter is entered with its stamp, its agenda number and a receipt to print', async () => {
    const page = await send({ ...letter, ...stamped, alasan: 'Jaringan padam sampai pukul sembilan.' });
    assert.equal(page.status, 200, visible(page.text));
    const words = visible(page.text);
    for (const part of [
      'Tanda terima berkas',
      'Nomor agenda 1/2026',
      'Senin, 23 November 2026, 08.15 WIB',
      'Senin, 23 November 2026, 08.34 WIB',
      'Peminjaman ruang rapat',
      'Segera',
      'asli diperlihatkan',
      'Kunci pelacakan',
      'Petugas Surat dan Loket',
      'Dian Contoh, Dinas Pendidikan',
    ])
      assert.ok(words.includes(part), part);
    const keeper = await official(app, 'klaten', 'pengelola-ruang-rapat');
    const desk = visible((await keeper.get(`/meja/permohonan/${numberIn(page)}`)).text);
    for (const part of [
      '400.3/105/2026',
      'Waktu dicatat Senin, 23 November 2026, 09.00 WIB',
      'Jaringan padam sampai pukul sembilan.',
      'dokumen asli diperlihatkan',
      'Permohonan diterima Senin, 23 November 2026, 09.00 WIB · Petugas Surat dan Loket · Nur Contoh',
    ])
      assert.ok(desk.includes(part), part);
  });

  test('agenda numbers follow each other without a gap, also past an intake that failed', async () => {
    const first = await send(letter);
    await send({ ...letter, 'isian.acara': '' });
    const second = await send(letter);
    const agenda = (page: Page): number =>
      Number(/Nomor agenda (\d+)\/2026/.exec(visible(page.text))?.[1] ?? Number.NaN);
    assert.equal(agenda(second), agenda(first) + 1);
  });

  test('the stamp must not be late without a reason, nor years ago, nor lie in the future, nor be half a time', async () => {
    const cases: readonly (readonly [FormValues, RegExp])[] = [
      [{ ...letter, ...stamped }, /Tulis alasan mengapa dicatat lebih lambat/],
      [{ ...letter, ...stamped, 'terima-pukul': '23.00' }, /tidak boleh sesudah sekarang/],
      [{ ...letter, ...stamped, 'terima-pukul': '' }, /Tulis juga pukul berapa diterima/],
      [{ ...letter, 'terima-pukul': '8.15' }, /Tulis juga tanggal diterima/],
      [{ ...letter, ...stamped, 'terima-day': '31' }, /tidak ada dalam kalender/],
      [
        { ...letter, ...stamped, 'terima-year': '1900', alasan: 'Surat lama' },
        /lebih dari setahun yang lalu/,
      ],
      [
        { ...letter, ...stamped, 'terima-year': '2006', alasan: 'Surat lama' },
        /lebih dari setahun yang lalu/,
      ],
    ];
    for (const [values, words] of cases) {
      const page = await send(values);
      assert.equal(page.status, 422, String(words));
      assert.match(visible(page.text), words);
      assert.match(page.text, /value="Rapat koordinasi operator sekolah"/);
    }
  });

  test('a demanded document is uploaded or its original seen, otherwise the form comes back', async () => {
    const { 'asli.surat-peminjaman': _, ...without } = letter;
    const refused = await send(without);
    assert.equal(refused.status, 422);
    assert.match(visible(refused.text), /Unggah berkas ini/);
    assert.match(refused.text, /f-berkas\.surat-peminjaman/);
    const form = await clerk.get(room);
    const [, key = ''] = /name="pengiriman" value="([^"]+)"/.exec(form.text) ?? [];
    const file = {
      field: 'berkas.surat-peminjaman',
      fileName: 'pindai surat.pdf',
      content: examplePdf('surat'),
    };
    const page = await clerk.postFiles(room, { pengiriman: key, ...without }, [file]);
    assert.equal(page.status, 200);
    assert.match(visible(page.text), /berkas pindai surat\.pdf/);
  });

  test('sending twice gives the same request and the same key', async () => {
    const twice = { ...letter, pengiriman: 'kunci-yang-sama-dua-kali' };
    const [first, second] = [await send(twice), await send(twice)];
    assert.notEqual(numberIn(first), '');
    assert.equal(numberIn(second), numberIn(first));
    const key = ({ text }: Page): string => /copyable-value">([^<]+)/.exec(text)?.[1] ?? '';
    assert.equal(key(second), key(first));
  });

  test('sent again with another letter, stamp or original under the same key, it is not called recorded', async () => {
    const late = 'Jaringan padam sampai pukul sembilan.';
    const sent = { ...letter, ...stamped, alasan: late, pengiriman: 'kunci-lalu-diperbaiki' };
    assert.equal((await send(sent)).status, 200);
    const corrections: readonly FormValues[] = [
      { 'surat-perihal': 'Peminjaman aula' },
      { 'surat-sifat': 'biasa' },
      { 'terima-pukul': '8.05' },
      { alasan: 'Petugas sedang rapat.' },
      { wakil: 'yes' },
    ];
    for (const corrected of corrections) {
      const again = await send({ ...sent, ...corrected });
      assert.equal(again.status, 409, JSON.stringify(corrected));
      assert.match(visible(again.text), /Formulir ini sudah dicatat dengan isi yang lain/);
    }
    assert.equal((await send(sent)).status, 200, 'what was recorded is shown again');
  });

  test('a walk-in at the counter of the radio, with a representative', async () => {
    const service = app.context.catalogue.service('klaten', 'kehilangan-stnk').value;
    const radio = await official(app, 'klaten', 'petugas-rspd');
    const page = await radio.get(`/meja/loket/${service.id}`);
    assert.equal(page.status, 200);
    assert.match(visible(page.text), /surat kuasa sudah diperlihatkan/);
    const values: Record<string, string> = { pengiriman: 'stnk-1', wakil: 'yes' };
    for (const [id, answer] of Object.entries(service.example.answers))
      if (typeof answer === 'string') {
        const [year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(answer)?.slice(1) ?? [];
        if (year === '') values[`isian.${id}`] = answer;
        else
          Object.assign(values, {
            [`isian.${id}-year`]: year,
            [`isian.${id}-month`]: month,
            [`isian.${id}-day`]: day,
          });
      } else if (typeof answer === 'number') values[`isian.${id}`] = String(answer);
    for (const { id } of service.requirements) values[`asli.${id}`] = 'yes';
    const done = await radio.postFiles(`/meja/loket/${service.id}`, values, []);
    assert.equal(done.status, 200, visible(done.text));
    const desk = visible((await radio.get(`/meja/permohonan/${numberIn(done)}`)).text);
    assert.match(desk, /Masuk melalui Loket/);
    assert.match(desk, /Diwakilkan dengan surat kuasa Ya/);
  });

  test('a visitor is found by number, NIK, phone or e-mail; every search is recorded without the value', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'kehilangan-stnk');
    const { answers } = app.context.catalogue.service('klaten', 'kehilangan-stnk').value.example;
    const uses = app.context.catalogue
      .service('klaten', 'kehilangan-stnk')
      .value.form.flatMap(({ questions }) => questions);
    const valueFor = (use: string): string => String(answers[uses.find((q) => q.use === use)?.id ?? '']);
    await clerk.get('/meja/loket');
    for (const value of [number, valueFor('applicant-nik'), valueFor('applicant-phone')]) {
      const page = await clerk.post('/meja/loket/cari', { dicari: value });
      assert.equal(page.status, 200);
      assert.ok(visible(page.text).includes(number), value);
      assert.ok(!page.text.includes(`/meja/permohonan/${number}`), 'the counter sees how it stands, no more');
    }
    const none = await clerk.post('/meja/loket/cari', { dicari: 'siapa@tidak.example' });
    assert.match(visible(none.text), /Tidak ada permohonan yang cocok/);
    const unreadable = await clerk.post('/meja/loket/cari', { dicari: 'Dian' });
    assert.equal(unreadable.status, 422);
    const lines = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('access_log').select('subject').where('act', '=', 'look-up').execute(),
    );
    const subjects = lines.map(({ subject }) => subject);
    for (const kind of ['nik', 'phone', 'email', number]) assert.ok(subjects.includes(kind), kind);
    assert.ok(!subjects.includes(valueFor('applicant-nik')));
  });

  test('a protected reporter cannot be found by contact', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'pengaduan');
    const { example, form } = app.context.catalogue.service('klaten', 'pengaduan').value;
    const contact = form
      .flatMap(({ questions }) => questions)
      .find(({ use }) => use === 'applicant-phone' || use === 'applicant-email');
    await clerk.get('/meja/loket');
    const page = await clerk.post('/meja/loket/cari', { dicari: String(example.answers[contact?.id ?? '']) });
    assert.equal(page.status, 200);
    assert.ok(!page.text.includes(number));
  });

  test('the counter is closed to those who neither stand at it nor work on the service', async () => {
    const contact = await official(app, 'klaten', 'penghubung-dinas-pupr');
    assert.equal((await contact.get('/meja/loket')).status, 403);
    const keeper = await official(app, 'klaten', 'pengelola-ruang-rapat');
    assert.equal((await keeper.get('/meja/loket/ruang-rapat')).status, 200);
    assert.equal((await keeper.get('/meja/loket/pengaduan')).status, 403);
    assert.equal((await clerk.get('/meja/loket/tidak-ada')).status, 404);
    const english = visible((await clerk.get('/meja/loket?lang=en')).text);
    assert.match(english, /Choose a service/);
    assert.doesNotMatch(english, /Pilih layanan|Datang langsung/);
    await clerk.get('/meja/loket?lang=id');
  });
});
