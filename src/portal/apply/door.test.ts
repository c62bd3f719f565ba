import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { exampleFields, pdf, photo, sendExample } from '../../../test/support/form-example.ts';
import { Visitor } from '../../../test/support/visitor.ts';
import { mailLink } from '../drafts/mail-link.ts';
import { portalTasks } from '../index.ts';

const agency = { instansi: 'dinas-pendidikan', nama: 'Sari Contoh', surel: 'sari@klaten.example' };

describe('the door of a form, who comes through it, and the way back to it', () => {
  let app: TestApp;
  let addresses = 0;

  before(async () => {
    app = await startTestApp('portal_door');
  });
  after(() => app.close());

  const pass = (seconds: number): void => app.clock.moveTo(app.clock.now().add({ seconds }));

  /** A visitor with the first page of a form open, who has read it. */
  async function reader(service: string): Promise<Visitor> {
    addresses += 1;
    const visitor = new Visitor(app.server, `10.2.0.${addresses}`);
    await visitor.open(`/klaten/layanan/${service}/ajukan`);
    pass(20);
    return visitor;
  }

  const mechanical = [
    ['a filled trap', { 'situs-web': 'http://x' }, 5],
    ['an answer without reading', {}, 0],
    ['a forged stamp', { mulai: '1.AAAA' }, 5],
    ['no stamp', { mulai: '' }, 5],
  ] as const;
  for (const [name, fields, seconds] of mechanical) {
    it(`asks once more at ${name}, keeps everything, and goes on at the second click`, async () => {
      const visitor = await reader('ruang-rapat');
      await visitor.open('/klaten/layanan/ruang-rapat/ajukan');
      pass(seconds);
      const again = await visitor.submit({ ...agency, ...fields });
      assert.equal(again.status, 200, 'people are not refused');
      assert.match(again.body, /tekan Lanjutkan sekali lagi/);
      assert.match(again.body, /value="Sari Contoh"/, 'nothing typed is lost');
      // Also where a browser fills the trap again, and however fast the second click comes.
      const filled = 'situs-web' in fields ? fields : {};
      assert.match((await visitor.submit({ ...agency, ...filled })).url, /\/isi\/kegiatan$/);
    });
  }

  it('asks once more and still says what is wrong with the answers', async () => {
    const visitor = await reader('ruang-rapat');
    await visitor.open('/klaten/layanan/ruang-rapat/ajukan');
    await visitor.submit({ ...agency, surel: 'sari@' });
    assert.match((await visitor.submit({ ...agency, surel: 'sari@' })).body, /Tulis alamat email lengkap/);
    assert.match((await visitor.submit(agency)).url, /\/isi\/kegiatan$/);
  });

  it('sends the link of a draft to oneself, not often, and nothing of what was typed', async () => {
    const visitor = await reader('ruang-rapat');
    await visitor.submit(agency);
    const link = visitor.page.url.replace(/\/isi\/.*$/, '');
    const kept = await visitor.open(link);
    assert.match(kept.body, /value="sari@klaten\.example"/, 'the address is known already');
    assert.match(kept.body, /Tersimpan sampai Senin, 7 Desember 2026/);
    const wrong = await visitor.submit({ 'alamat-surel': 'sari@' }, '/surel');
    assert.equal(wrong.status, 422);
    assert.match(wrong.body, /href="#f-alamat-surel">Tulis alamat email lengkap/);
    await visitor.open(link);
    const sent = await visitor.submit({ 'alamat-surel': 'sari@klaten.example' }, '/surel');
    assert.match(sent.body, /Dalam peragaan surel tidak keluar/);
    assert.ok(sent.body.includes(`http://localhost:3000${link}`));
    assert.doesNotMatch(sent.body, /Sari Contoh/);
    let status = 0;
    for (let more = 0; more < 5 && status !== 429; more += 1) {
      await visitor.open(link);
      ({ status } = await visitor.submit({ 'alamat-surel': 'sari@klaten.example' }, '/surel'));
    }
    assert.equal(status, 429);
    assert.match(visitor.page.body, /Coba lagi dalam 30 menit/);
  });

  it('keeps the link sealed until its mail has left', async () => {
    const { keys, database } = app.context;
    const mail = { to: 'sari@klaten.example', subject: 'Isian', text: 'https://rahasia.example/tautan' };
    await database.transaction({ government: 'klaten' }, (tx) => mailLink(tx, keys, 'klaten', mail));
    const owner = new Client(app.addresses.ownerUrl);
    await owner.connect();
    const { rows } = await owner.query<{ payload: { government: string; payload: unknown } }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'mail-draft-link'`,
    );
    await owner.end();
    assert.equal(rows.length, 1);
    assert.doesNotMatch(JSON.stringify(rows), /rahasia|sari@/);
    const left: unknown[] = [];
    const mailer = {
      send: async (message: unknown) => void left.push(message),
      close: async () => undefined,
    };
    const send = portalTasks(app.context, mailer)['mail-draft-link'];
    assert.ok(send);
    await send(rows[0]?.payload.payload, { government: 'klaten', database });
    assert.partialDeepStrictEqual(left, [mail]);
  });

  it('asks those who represent somebody for their power of attorney, and nobody else', async () => {
    const visitor = await reader('informasi-publik');
    await visitor.submit(exampleFields(app, visitor.page));
    await visitor.submit(exampleFields(app, visitor.page));
    assert.match(visitor.page.body, /Anda mengajukan untuk siapa\?/);
    await visitor.submit({ ...exampleFields(app, visitor.page), 'untuk-siapa': 'other' });
    assert.match(visitor.page.body, /Penerima kuasa/);
    await visitor.submit({ 'penerima-kuasa': 'Budi Wakil' });
    assert.match(visitor.page.url, /\/berkas$/);
    const missing = await visitor.submit({ ktp: photo('ktp.jpg') });
    assert.equal(missing.status, 422);
    assert.match(missing.body, /href="#f-surat-kuasa"/);
    await visitor.submit({ 'surat-kuasa': pdf('surat-kuasa.pdf') });
    const { number } = await sendExample(visitor);
    const row = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx
        .selectFrom('journal')
        .innerJoin('request', 'request.id', 'journal.request')
        .select('journal.data')
        .where('request.government', '=', 'klaten')
        .where('number', '=', number)
        .where('kind', '=', 'submitted')
        .executeTakeFirstOrThrow(),
    );
    assert.equal((row.data as { representative?: unknown }).representative, true);
  });

  it('tells what NIK and KTP are for where they are asked, and nowhere else', async () => {
    const visitor = await reader('informasi-publik');
    assert.doesNotMatch(visitor.page.body, /Untuk apa NIK/);
    await visitor.submit(exampleFields(app, visitor.page));
    while (!visitor.page.body.includes('id="f-nik"')) await visitor.submit(exampleFields(app, visitor.page));
    for (const words of [
      'Untuk apa NIK dan KTP',
      'Pasal 20 ayat (2) huruf e',
      'jadwal retensi arsip',
      'Petugas PPID',
      'diskominfo@klaten.go.id',
    ])
      assert.ok(visitor.page.body.includes(words), words);
  });
});
