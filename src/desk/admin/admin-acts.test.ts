import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createLog, enqueue, noteKeyBackup, startWorker } from '../../platform/index.ts';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { apiOf, submitExample } from '../../../test/support/api.ts';
import { official, signedIn } from '../../../test/support/officer.ts';
import type { Officer, Page } from '../../../test/support/officer.ts';
import { resetPassword } from '../../people/index.ts';

/** What is read: without the labels that only stand in for column heads on a phone. */
const visible = (text: string): string =>
  text
    .replaceAll(/<span class="cell-label".*?<\/span>/g, '')
    .replaceAll(/<style.*?<\/style>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
const home = '/meja/kelola';

describe('acts of the administrator', () => {
  let app: TestApp;
  let administrator: Officer;
  before(async () => {
    app = await startTestApp('admin-acts');
    administrator = await official(app, 'klaten', 'administrator');
  });
  after(() => app.close());

  const seen = async (url: string): Promise<string> =>
    visible((await administrator.get(`${home}${url}`)).text);

  /** Opens the page of a form, then sends it. */
  async function send(url: string, values: Record<string, string>, from = url): Promise<Page> {
    assert.equal((await administrator.get(`${home}${from}`)).status, 200, from);
    return administrator.post(`${home}${url}`, values);
  }
  const follow = async ({ location, text }: Page): Promise<string> => {
    assert.ok(location, visible(text));
    return visible((await administrator.get(location)).text);
  };

  const person = {
    nama: 'Sari Contoh, S.T.',
    nip: '',
    pangkat: 'Penata / III-c',
    surel: 'sari@klaten.example',
  };
  let sari = '';

  test('an official is taken in, corrected, given a competence that ends, and told when a name is taken', async () => {
    const wrong = await send('/petugas/baru', { ...person, nip: '12', pengguna: 'SARI Contoh' });
    assert.equal(wrong.status, 422);
    assert.match(visible(wrong.text), /NIP terdiri atas 18 angka.*Pakai huruf kecil/);
    assert.match(wrong.text, /value="Sari Contoh, S\.T\."/, 'what was typed stays');

    const added = await send('/petugas/baru', { ...person, pengguna: 'sari' });
    sari = /orang\/([0-9a-f-]{36})/.exec(added.location ?? '')?.[1] ?? '';
    assert.match(await follow(added), /Petugas ditambahkan.*sari@klaten.*belum punya kata sandi/);
    const twice = await send('/petugas/baru', { ...person, pengguna: 'sari' });
    assert.match(visible(twice.text), /Nama pengguna sari@klaten sudah dipakai/);

    const url = `/petugas/orang/${sari}`;
    const corrected = await send(url, { ...person, surel: 'baru@klaten.example' });
    assert.match(await follow(corrected), /Data petugas tersimpan.*baru@klaten\.example/);

    const { competences } = app.context.catalogue.organisation('klaten');
    const [competence] = competences;
    assert.ok(competence);
    const given = await send(
      `${url}/kompetensi`,
      {
        kompetensi: competence.id,
        bukti: 'Sertifikat 7/2026',
        sejak: '2026-01-02',
      },
      url,
    );
    assert.match(await follow(given), /Kompetensi tersimpan.*Sertifikat 7\/2026 2 Januari 2026 seterusnya/);
    const again = await send(
      `${url}/kompetensi`,
      { kompetensi: competence.id, bukti: 'x', sejak: '2026-01-02' },
      url,
    );
    assert.equal(again.status, 422);
    const ended = await send(
      `${url}/kompetensi/akhiri`,
      { kompetensi: competence.id, sejak: '2026-01-02' },
      url,
    );
    assert.match(await follow(ended), /Kompetensi diakhiri.*2 Januari 2026 23 November 2026/);
    const over = await send(
      `${url}/kompetensi/akhiri`,
      { kompetensi: competence.id, sejak: '2026-01-02' },
      url,
    );
    assert.equal(over.status, 409);
    for (const bad of ['2026-02-30', "'", ''])
      assert.equal(
        (await send(`${url}/kompetensi/akhiri`, { kompetensi: 'x', sejak: bad }, url)).status,
        409,
        bad,
      );
    assert.equal((await administrator.get(`${home}/petugas/orang/x'`)).status, 404);
  });

  test('a post that is to come is told, shares its days openly, and is taken back before it begins', async () => {
    const future = {
      jabatan: 'kabid-informatika',
      petugas: sari,
      sebagai: 'definitive',
      sejak: '2027-01-01',
    };
    const added = await send('/petugas', future);
    const told = await follow(added);
    assert.match(told, /Tersimpan.*bersamaan dengan/);
    assert.match(told, /Sari Contoh, S\.T\. 1 Januari 2027 seterusnya/);
    assert.match(
      await seen('/petugas/jabatan/kabid-informatika'),
      /Sari Contoh, S\.T\. 1 Januari 2027 .*mendatang/,
    );
    const id = /tersimpan=([0-9a-f-]+)/.exec(added.location ?? '')?.[1] ?? '';
    assert.match(await seen(`/petugas/akhiri/${id}`), /Batalkan penempatan yang belum mulai/);
    const withdrawn = await send(`/petugas/batalkan/${id}`, {}, `/petugas/akhiri/${id}`);
    assert.match(await follow(withdrawn), /Penempatan dibatalkan.*tidak memegang jabatan/);
    assert.equal((await administrator.get(`${home}/petugas/akhiri/${id}`)).status, 404);
    assert.equal((await administrator.post(`${home}/petugas/akhiri/tidak-ada`, {})).status, 404);

    const begun = await send('/petugas', { ...future, sejak: '2026-11-01' });
    const running = /tersimpan=([0-9a-f-]+)/.exec(begun.location ?? '')?.[1] ?? '';
    assert.equal((await administrator.post(`${home}/petugas/batalkan/${running}`, {})).status, 409);
  });

  test('an ended official is out at once, their posts end, and nobody ends themselves', async () => {
    const password = await resetPassword(app.context.database, app.clock, 'sari@klaten', { by: 'test' });
    assert.ok(password);
    const url = `/petugas/orang/${sari}`;
    assert.match(await seen(`${url}/nonaktif`), /Jabatan ini berakhir hari ini: Kepala Bidang/);
    const without = await send(`${url}/nonaktif`, { alasan: ' ' });
    assert.match(visible(without.text), /Isi alasannya/);
    const ended = await send(`${url}/nonaktif`, { alasan: 'Mutasi, SK 9/2026' });
    assert.match(
      await follow(ended),
      /Petugas dinonaktifkan.*nonaktif sejak.*1 November 2026 23 November 2026/,
    );
    assert.match(await seen('/petugas/daftar'), /sari@klaten .*nonaktif/);
    await assert.rejects(signedIn(app, 'sari@klaten'));
    const back = await send(`${url}/aktif`, {}, url);
    assert.match(await follow(back), /aktif kembali/);

    const [, self = ''] =
      /orang\/([0-9a-f-]{36})">Umar/.exec((await administrator.get(`${home}/petugas/daftar`)).text) ?? [];
    assert.match(await seen(`/petugas/orang/${self}`), /tidak dapat menonaktifkan diri sendiri/);
    assert.equal(
      (await administrator.post(`${home}/petugas/orang/${self}/nonaktif`, { alasan: 'x' })).status,
      409,
    );
  });

  test('a post that a service needs and nobody holds is told where people look first', async () => {
    const text = (await administrator.get(`${home}/petugas`)).text;
    assert.doesNotMatch(visible(text), /jabatan yang diperlukan layanan kosong/);
    const row = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx
        .selectFrom('holding')
        .select('id')
        .where('position', '=', 'kepala-dinas')
        .where('to_date', 'is', null)
        .executeTakeFirstOrThrow(),
    );
    const yesterday = { terakhir: '2026-11-22' };
    await send(`/petugas/akhiri/${row.id}`, yesterday);
    assert.match(await seen('/petugas'), /1 jabatan yang diperlukan layanan kosong hari ini.*Kepala Dinas/);
    assert.match(await seen('/petugas/bagan'), /Kepala Dinas .*?kosong/);
  });

  test('an assumption is confirmed with name, date and source, once, and opened again with a reason', async () => {
    const list = await administrator.get(`${home}/kepastian`);
    const [, hash = ''] =
      /kepastian\/([0-9a-f]{64})">Pastikan<span class="unseen">: Kalender kerja/.exec(list.text) ?? [];
    const url = `/kepastian/${hash}`;
    assert.match(await seen(url), /Hari libur 2027.*belum dicocokkan/);
    const empty = await send(url, { putusan: 'confirmed', dasar: ' ' });
    assert.equal(empty.status, 422);
    assert.match(await seen('/kalender?tahun=2027'), /hari belum dicocokkan/);
    const done = await send(url, { putusan: 'confirmed', dasar: 'SKB 3 Menteri 2026, lampiran' });
    assert.match(await follow(done), /Anggapan dipastikan/);
    assert.match(
      await seen('/kepastian?sudah'),
      /Umar Contoh.*Senin, 23 November 2026.*SKB 3 Menteri 2026, lampiran/,
    );
    assert.doesNotMatch(await seen('/kalender?tahun=2027'), /hari belum dicocokkan/);
    assert.equal(
      (await administrator.post(`${home}${url}`, { putusan: 'confirmed', dasar: 'lagi' })).status,
      409,
    );
    const reopened = await send(url, { putusan: 'reopened', dasar: 'SKB diubah' });
    assert.match(await follow(reopened), /Anggapan dibuka kembali/);
    assert.match(await seen('/kalender?tahun=2027'), /hari belum dicocokkan/);
    assert.match(await seen(url), /Dibuka kembali .*SKB diubah .*Dipastikan/);
    assert.equal((await administrator.get(`${home}/kepastian/${'0'.repeat(64)}`)).status, 404);
  });

  test('a job that cannot succeed is given up with a reason, and its letter is not said to be on its way', async (t) => {
    const { number } = await submitExample(await apiOf(app), 'klaten', 'ruang-rapat');
    const message = await app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      const { id } = await tx.selectFrom('message').select('id').executeTakeFirstOrThrow();
      await tx.updateTable('message').set({ status: 'waiting' }).where('id', '=', id).execute();
      await enqueue(tx, { task: 'send-message', government: 'klaten', payload: { id } });
      return id;
    });
    assert.ok(number);
    const worker = await startWorker({
      url: app.addresses.workerUrl,
      concurrency: 1,
      log: createLog('silent'),
      tasks: {
        'send-message': async () => {
          throw new Error('connect ECONNREFUSED 127.0.0.1:25');
        },
      },
    });
    t.after(() => worker.stop());
    let page = '';
    while (!page.includes('ECONNREFUSED')) page = (await administrator.get(`${home}/pekerjaan`)).text;
    await worker.stop();
    assert.match(visible(page), /Mengirim surat kepada pemohon.*Server surel tidak dapat dijangkau/);
    const [, url = ''] = /href="\/meja\/kelola(\/pekerjaan\/\d+\/hentikan)"/.exec(page) ?? [];
    assert.equal((await send(url, { alasan: '' })).status, 422);
    assert.match(
      await follow(await send(url, { alasan: 'sudah ditelepon' })),
      /Pekerjaan dihentikan.*Tidak ada pekerjaan/,
    );
    assert.equal((await administrator.get(`${home}${url}`)).status, 409);
    const { status } = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('message').select('status').where('id', '=', message).executeTakeFirstOrThrow(),
    );
    assert.equal(status, 'failed');
  });

  test('health tells what is missing, the journal is verified on demand, and the backup of the key is known', async () => {
    assert.match(await seen(''), /Keadaan sistem.*hal perlu perhatian.*Cadangan kunci utama/);
    const verified = await send('/keadaan/jurnal', {}, '/keadaan');
    assert.match(visible(verified.text), /Jurnal utuh.*1 permohonan/);
    await noteKeyBackup(app.dataDirectory, {
      at: app.clock.now(),
      fingerprint: app.context.keys.fingerprint,
    });
    assert.match(
      await seen('/keadaan'),
      /Pemeriksaan jurnal utuh pada.*Cadangan kunci utama dibuat Senin, 23 November 2026/,
    );
    await noteKeyBackup(app.dataDirectory, { at: app.clock.now(), fingerprint: 'another' });
    assert.match(
      await seen('/keadaan'),
      /Cadangan kunci utama belum pernah dicatat/,
      'another key helps nobody',
    );
  });

  test('the record tells who did what about whom and why; filters and pages are addresses', async () => {
    const all = await seen('/catatan?jenis=change');
    for (const line of [
      /Menonaktifkan petugas Sari Contoh, S\.T\. Mutasi, SK 9\/2026 Umar Contoh/,
      /Memastikan anggapan .*SKB 3 Menteri 2026, lampiran/,
      /Menghentikan pekerjaan .*sudah ditelepon/,
      /Membatalkan penempatan Sari Contoh, S\.T\. · Kepala Bidang Informatika/,
      /Mencatat kompetensi Sari Contoh, S\.T\. ·/,
    ])
      assert.match(all, line);
    assert.doesNotMatch(all, /Masuk –/);
    assert.match(await seen('/catatan?jenis=account'), /Masuk/);
    for (const bad of ['sebelum=x', 'sebelum=2026-99-99T00:00:00Z_x', 'oleh=x', 'jenis=x'])
      assert.equal((await administrator.get(`${home}/catatan?${bad}`)).status, 200, bad);
    const auditor = await official(app, 'klaten', 'auditor');
    assert.equal((await auditor.get(`${home}/catatan`)).status, 200);
  });
});
