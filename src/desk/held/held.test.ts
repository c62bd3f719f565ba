import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { examplePdf } from '../../example-document.ts';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { act } from '../../../test/support/desk.ts';
import { nobody, official, usernameOf } from '../../../test/support/officer.ts';
import type { FormValues, Officer, Page } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { demoPassword } from '../../people/index.ts';
import { sweepRound } from '../../request/index.ts';
import { openDatabase } from '../../platform/index.ts';

const visible = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const versionIn = ({ text }: Page): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
const pathOf = (number: string): string => `/meja/permohonan/${number}`;
const returnOf = (page: Page): string => new URLSearchParams(page.location?.split('?')[1]).get('ke') ?? '';

/** Every hidden field of the form that is not the protection's own. */
const hiddenIn = ({ text }: Page): FormValues =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
      .map(([, name = '', value = '']) => [name, value] as const)
      .filter(([name]) => name !== '_csrf'),
  );

describe('forms of the desk that officials come back to', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp('held-forms');
  });
  after(() => app.close());

  const signIn = async (officer: Officer, position: string, ke = '/meja'): Promise<Page> => {
    await officer.get('/meja/masuk');
    return officer.post('/meja/masuk', {
      nama: await usernameOf(app, 'klaten', position),
      sandi: demoPassword,
      ke,
    });
  };

  /** Ends every session, as an administrator or the passing of the night does. */
  const endSessions = (): Promise<unknown> =>
    app.context.database.transaction({ government: 'klaten' }, (tx) => tx.deleteFrom('session').execute());

  const heldRows = (): Promise<readonly { id: string; sealed: Buffer; official: string }[]> =>
    app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('held_form').select(['id', 'sealed', 'official']).execute(),
    );

  test('a session that ends in the middle of a form costs no word', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'server-hosting');
    const head = nobody(app);
    await signIn(head, 'kabid-informatika');
    const page = await head.get(pathOf(number));
    await endSessions();
    const written = 'Surat belum ditandatangani <b>pimpinan</b>';
    const late = await head.post(pathOf(number), {
      version: versionIn(page),
      action: 'return',
      'return.missing': ['surat-permohonan', 'other'],
      'return.message': written,
    });
    assert.equal(late.status, 303, visible(late.text));
    const ke = returnOf(late);
    assert.match(ke, /^\/meja\/isian\//);
    const row = (await heldRows()).at(-1);
    assert.ok(row && !row.sealed.includes('ditandatangani'), 'sealed in the database');
    const back = await signIn(head, 'kabid-informatika', ke);
    assert.equal(back.location, ke);
    const kept = await head.get(ke);
    assert.match(visible(kept.text), /Anda sudah masuk lagi/);
    assert.match(kept.text, /Surat belum ditandatangani &lt;b&gt;pimpinan/);
    const sent = await head.post(pathOf(number), {
      ...hiddenIn(kept),
      'return.missing': [...kept.text.matchAll(/name="return\.missing" value="([^"]+)"/g)].map(
        ([, id = '']) => id,
      ),
      'return.message': written,
    });
    assert.equal(sent.location, `${pathOf(number)}?tercatat`, visible(sent.text));
    assert.match(visible((await head.get(pathOf(number))).text), /Hal lain/);
  });

  test('a first password that was typed for an applicant is kept by nobody', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'server-hosting');
    const head = nobody(app);
    await signIn(head, 'kabid-informatika');
    await head.get(pathOf(number));
    await endSessions();
    const before = (await heldRows()).length;
    const values = { action: 'fulfil', 'step.note': 'Server siap', 'step.evidence.secret': 'rahasia-9' };
    const late = await head.post(pathOf(number), values);
    assert.equal(late.location, '/meja/masuk?lepas&ke=%2Fmeja');
    assert.match(visible((await head.get(late.location)).text), /tidak terkirim dan tidak disimpan/);
    assert.equal((await heldRows()).length, before);
    const without = await head.post(pathOf(number), { ...values, 'step.evidence.secret': '' });
    assert.match(returnOf(without), /^\/meja\/isian\//, 'an empty field is no secret');
    await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.deleteFrom('held_form').execute(),
    );
  });

  test('drafts of letters, texts of standards and calendar days are kept as well; what is too long is told', async () => {
    const person = nobody(app);
    const forms: Readonly<Record<string, FormValues>> = {
      '/meja/permohonan/KLT-2026-AAAAAA/surat/1': { action: 'save', body: 'Delapan baris kalimat.' },
      '/meja/kelola/standar/ruang-rapat/terbitkan': { naskah: 'id: ruang-rapat\ntitle: Judul baru' },
      '/meja/kelola/kalender/ubah/hari': { nama: 'Hari jadi kabupaten' },
      '/meja/kelola/impor/1/2': { 'b0.isi': 'Tujuh hari kerja' },
      '/meja/kelola/impor/1/2/cara': { judul: 'Peminjaman ruang' },
    };
    for (const [at, values] of Object.entries(forms)) {
      await signIn(person, 'administrator');
      await person.get('/meja');
      await endSessions();
      const ke = returnOf(await person.post(at, values));
      assert.match(ke, /^\/meja\/isian\//, at);
      await signIn(person, 'administrator');
      const kept = await person.get(ke);
      for (const value of Object.values(values)) assert.ok(kept.text.includes(String(value)), at);
      assert.ok(kept.text.includes(`action="${at}"`), at);
    }
    await endSessions();
    const long = { naskah: 'baris\n'.repeat(12_000) };
    const late = await person.post('/meja/kelola/standar/ruang-rapat/terbitkan', long);
    assert.equal(late.location, '/meja/masuk?lepas&ke=%2Fmeja');
    await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.deleteFrom('held_form').execute(),
    );
  });

  test('a form is kept for its official alone, and not for ever', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'server-hosting');
    const head = nobody(app);
    await signIn(head, 'kabid-informatika');
    await head.get(pathOf(number));
    await endSessions();
    const values = { action: 'comment', 'comment.text': 'Catatan rahasia' };
    const ke = returnOf(await head.post(pathOf(number), values));
    const other = await official(app, 'klaten', 'staf-teknis');
    assert.equal((await other.get(ke)).status, 404);
    await signIn(head, 'kabid-informatika');
    assert.equal((await head.get(ke)).status, 200);
    const before = app.clock.now();
    app.clock.moveTo(before.add({ hours: 9 }));
    await signIn(head, 'kabid-informatika');
    assert.equal((await head.get(ke)).status, 404);
    await sweep();
    assert.deepEqual(await heldRows(), []);
    app.clock.moveTo(before);
  });

  test('a form is shown where it was sent: nobody can leave one for an official to send as their own', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'server-hosting');
    const [own, stranger] = [nobody(app), nobody(app)];
    await signIn(own, 'kabid-informatika');
    // On a computer of the office, say, that both have used; what tells whom a form is kept for is no secret there.
    await signIn(stranger, 'kabid-informatika');
    await stranger.get(pathOf(number));
    await endSessions();
    const leave = async (): Promise<string> => {
      const late = await stranger.post(pathOf(number), { action: 'comment', 'comment.text': 'Bukan saya' });
      return returnOf(late);
    };
    const left = [await leave(), await leave()];
    await signIn(own, 'kabid-informatika');
    for (const ke of left) assert.equal((await own.get(ke)).status, 404, ke);
    await signIn(stranger, 'kabid-informatika');
    for (const ke of left) assert.equal((await stranger.get(ke)).status, 200, ke);
    const before = app.clock.now();
    app.clock.moveTo(before.add({ hours: 9 }));
    await sweep();
    app.clock.moveTo(before);
  });

  test('nobody is kept waiting rows for: without a form of ours, or without ever having signed in, nothing is kept', async () => {
    const before = (await heldRows()).length;
    const stranger = nobody(app);
    await stranger.get('/meja/masuk');
    const answer = await stranger.post('/meja/permohonan/KLT-2026-AAAAAA', { action: 'comment' });
    assert.equal(answer.location, '/meja/masuk?ke=%2Fmeja');
    const forged = await app.server.inject({
      method: 'POST',
      url: '/meja/permohonan/KLT-2026-AAAAAA',
      cookies: { petugas: 'klaten/00000000-0000-0000-0000-000000000000' },
      payload: { action: 'comment' },
    });
    assert.equal(forged.statusCode, 403);
    assert.equal((await heldRows()).length, before);
  });

  test('a file that came with a faulty form is not chosen again, and is forgotten once it is used', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'kehilangan-stnk');
    await act(app, 'klaten', number, 'complete');
    const radio = await official(app, 'klaten', 'petugas-rspd');
    const page = await radio.get(pathOf(number));
    const faulty = await radio.postFiles(
      pathOf(number),
      { version: versionIn(page), action: 'fulfil', 'step.note': 'Sudah dibayar' },
      [{ field: 'step.evidence.file', fileName: 'kuitansi.pdf', content: examplePdf('kuitansi') }],
    );
    assert.equal(faulty.status, 422);
    assert.match(visible(faulty.text), /kuitansi\.pdf .*tersimpan/);
    const [again = ''] = /\/meja\/permohonan\/[^"]*\?simpanan=[^"]+/.exec(faulty.text) ?? [];
    const sent = await radio.postFiles(again, { version: versionIn(faulty), ...fulfilment }, []);
    assert.equal(sent.location, `${pathOf(number)}?tercatat`, visible(sent.text));
    const { text } = await radio.get(pathOf(number));
    assert.match(visible(text), /kuitansi\.pdf/);
    const left = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('file').select('id').where('draft', 'is not', null).execute(),
    );
    assert.deepEqual(left, []);
    assert.deepEqual(await heldRows(), []);
  });

  async function sweep(): Promise<void> {
    const worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 1 });
    try {
      await sweepRound(app.context).run(worker);
    } finally {
      await worker.close();
    }
  }
});

const slot = (name: string, from: string, to: string): FormValues => ({
  [`step.fields.${name}-day`]: '24',
  [`step.fields.${name}-month`]: '11',
  [`step.fields.${name}-year`]: '2026',
  [`step.fields.${name}-from`]: from,
  [`step.fields.${name}-to`]: to,
});

const fulfilment: FormValues = {
  action: 'fulfil',
  'step.fields.nomor-surat-berita': '480/12/2026',
  'step.fields.jumlah-dibayar': '40000',
  'step.fields.nomor-kuitansi': '77',
  ...slot('siaran-pertama', '09.00', '09.05'),
  ...slot('siaran-kedua', '16.00', '16.05'),
};
