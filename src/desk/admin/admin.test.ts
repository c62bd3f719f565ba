import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { createLog, enqueue, startWorker } from '../../platform/index.ts';
import { monday, startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { apiOf, submitExample } from '../../../test/support/api.ts';
import { official, signedIn } from '../../../test/support/officer.ts';
import type { Officer, Page } from '../../../test/support/officer.ts';

const visible = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const pages = [
  '',
  '/petugas',
  '/standar',
  '/standar/ruang-rapat',
  '/standar/ruang-rapat/versi/1',
  '/pekerjaan',
  '/petugas/daftar',
  '/petugas/bagan',
  '/petugas/jabatan/kabid-informatika',
  '/kalender?tahun=2027',
  '/kalender/versi/1',
  '/kepastian',
  '/kepastian?sudah',
  '/keadaan',
  '/catatan',
];

describe('administration', () => {
  let app: TestApp;
  let administrator: Officer;
  before(async () => {
    app = await startTestApp('admin');
    administrator = await official(app, 'klaten', 'administrator');
  });
  after(() => app.close());

  const acts = async (): Promise<string[]> =>
    app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      const rows = await tx.selectFrom('access_log').select('act').orderBy('id').execute();
      return rows.map(({ act }) => act).filter((act) => act !== 'sign-in');
    });

  test('administrators change, auditors read, nobody else enters', async () => {
    const auditor = await official(app, 'klaten', 'auditor');
    const head = await official(app, 'klaten', 'kepala-dinas');
    const evaluator = await official(app, 'klaten', 'evaluator-ombudsman');
    for (const page of pages) {
      const url = `/meja/kelola${page}`;
      assert.equal((await administrator.get(url)).status, 200, url);
      const read = await auditor.get(url);
      assert.equal(read.status, 200, url);
      assert.match(visible(read.text), /Anda membaca halaman ini sebagai auditor/);
      assert.doesNotMatch(read.text, /method="post" action="\/meja\/kelola/);
      assert.equal((await head.get(url)).status, 403, url);
      assert.equal((await evaluator.get(url)).status, 403, url);
    }
    for (const url of [
      '/petugas',
      '/petugas/baru',
      '/petugas/akhiri/x',
      '/petugas/batalkan/x',
      '/petugas/orang/x',
      '/petugas/orang/x/kompetensi',
      '/petugas/orang/x/nonaktif',
      '/petugas/orang/x/aktif',
      '/standar/ruang-rapat/terbitkan',
      '/standar/ruang-rapat/ubah',
      '/pekerjaan',
      '/pekerjaan/1/hentikan',
      '/kepastian/x',
      '/keadaan/jurnal',
    ])
      assert.equal((await auditor.post(`/meja/kelola${url}`)).status, 403, url);
  });

  test('both languages are complete', async () => {
    for (const page of pages) {
      const { text } = await administrator.get(`/meja/kelola${page}${page.includes('?') ? '&' : '?'}lang=en`);
      assert.doesNotMatch(
        visible(text),
        /Petugas contoh|Berlaku sejak|Keadaan sistem|Pekerjaan gagal|Kalender kerja|Catatan perubahan|Bagan|belum|tidak ada/,
        page,
      );
    }
    assert.match(visible((await administrator.get('/meja/kelola?lang=id')).text), /Keadaan sistem/);
  });

  const hold = (values: Record<string, string>): Promise<Page> =>
    administrator.post('/meja/kelola/petugas', {
      sebagai: 'plh',
      'sejak-day': '23',
      'sejak-month': '11',
      'sejak-year': '2026',
      dasar: 'Surat Perintah Plh. Nomor 12/2026 (contoh)',
      ...values,
    });
  const idOf = async (username: string): Promise<string> =>
    app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      const row = await tx
        .selectFrom('official')
        .select('id')
        .where('username', '=', username)
        .executeTakeFirstOrThrow();
      return row.id;
    });

  test('whoever is put into a post may act in it that day, and no longer after its last day', async () => {
    await administrator.get('/meja/kelola/petugas');
    const maya = await idOf('maya@klaten');
    const answer = await hold({ jabatan: 'kabid-informatika', petugas: maya });
    assert.match(String(answer.location), /^\/meja\/kelola\/petugas\?tersimpan=/, visible(answer.text));
    const { text } = await administrator.get(answer.location ?? '');
    assert.match(visible(text), /Tersimpan/);
    assert.match(visible(text), /Plh\. Maya Contoh/);
    const acting = await signedIn(app, 'maya@klaten');
    assert.match(visible((await acting.get('/meja/loket')).text), /Co-location server/);

    const [, id = ''] = new RegExp(`Plh\\. Maya[\\s\\S]*?akhiri/([0-9a-f-]+)`).exec(text) ?? [];
    await administrator.get(`/meja/kelola/petugas/akhiri/${id}`);
    const early = await administrator.post(`/meja/kelola/petugas/akhiri/${id}`, {
      'terakhir-day': '1',
      'terakhir-month': '11',
      'terakhir-year': '2026',
    });
    assert.equal(early.status, 422);
    const ended = await administrator.post(`/meja/kelola/petugas/akhiri/${id}`, {
      'terakhir-day': '24',
      'terakhir-month': '11',
      'terakhir-year': '2026',
    });
    assert.equal(ended.status, 303, visible(ended.text));
    assert.deepEqual(await acts(), ['holding-added', 'holding-ended']);
    assert.equal((await acting.get('/meja/loket/server-hosting')).status, 200);
    app.clock.moveTo('2026-11-25T02:00:00Z');
    const afterwards = await signedIn(app, 'maya@klaten');
    assert.equal((await afterwards.get('/meja/loket/server-hosting')).status, 403);
    app.clock.moveTo(monday);
  });

  test('a post is given from today on, or from when it is vacant, without typing a day', async () => {
    const partsIn = ({ text }: Page): readonly string[] =>
      ['day', 'year'].map(
        (part) =>
          new RegExp(
            `name="sejak-${part}"[^>]* value="(\\d+)"|value="(\\d+)"[^>]* name="sejak-${part}"`,
          ).exec(text)?.[1] ?? '',
      );
    const page = await administrator.get('/meja/kelola/petugas?jabatan=sekretaris-dinas');
    assert.deepEqual(partsIn(page), ['23', '2026']);
    assert.match(page.text, /<option value="11" selected>November/);
    assert.match(visible(page.text), /Sudah terisi: hari ini\. Ubah bila/);
    const holding = /akhiri\/([0-9a-f-]+)/.exec(
      (await administrator.get('/meja/kelola/petugas/jabatan/sekretaris-dinas')).text,
    )?.[1];
    await administrator.post(`/meja/kelola/petugas/akhiri/${holding}`, {
      'terakhir-day': '31',
      'terakhir-month': '12',
      'terakhir-year': '2026',
    });
    const vacant = await administrator.get('/meja/kelola/petugas?jabatan=sekretaris-dinas');
    assert.deepEqual(partsIn(vacant), ['1', '2027']);
    assert.match(visible(vacant.text), /hari pertama jabatan ini kosong/);
    const refused = await administrator.post('/meja/kelola/petugas', { jabatan: '', 'sejak-day': '7' });
    assert.equal(partsIn(refused)[0], '7', 'what was typed stays');
    assert.doesNotMatch(visible(refused.text), /Sudah terisi/);
  });

  test('rules of posts: dates in order, an order for acting, Plt. only where nobody is, nobody twice', async () => {
    await administrator.get('/meja/kelola/petugas');
    const [maya, budi] = [await idOf('maya@klaten'), await idOf('budi@klaten')];
    const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ jabatan: 'tidak-ada', petugas: maya }, /Jabatan wajib diisi/],
      [{ jabatan: 'sekretaris-dinas', petugas: 'siapa' }, /Petugas wajib diisi/],
      [{ jabatan: 'sekretaris-dinas', petugas: maya, dasar: '' }, /Dasar \(surat perintah\) wajib diisi/],
      [
        {
          jabatan: 'sekretaris-dinas',
          petugas: maya,
          'sampai-day': '1',
          'sampai-month': '1',
          'sampai-year': '2026',
        },
        /Tanggal akhir sebelum tanggal mulai/,
      ],
      [{ jabatan: 'sekretaris-dinas', petugas: maya, sebagai: 'plt' }, /masih dipegang pejabat definitif/],
      [{ jabatan: 'kabid-informatika', petugas: budi }, /sudah memegang jabatan itu/],
      [{ jabatan: 'sekretaris-dinas', petugas: maya, 'sejak-day': '' }, /tanggal/],
    ];
    for (const [values, words] of cases) {
      const page = await hold(values);
      assert.equal(page.status, 422, String(words));
      assert.match(visible(page.text), words);
    }
  });

  const yaml = (): string => app.context.catalogue.service('klaten', 'ruang-rapat').text;

  test('a standard is checked, its changes are shown, and only then it is published', async () => {
    const url = '/meja/kelola/standar/ruang-rapat';
    await submitExample(await apiOf(app), 'klaten', 'ruang-rapat');
    const home = visible((await administrator.get(url)).text);
    assert.match(home, /Anggapan yang perlu dipastikan/);
    assert.match(
      home,
      /Standar menyebut "Ruang Rapat Diskominfo" tanpa jumlah|&quot;Ruang Rapat Diskominfo&quot;/,
    );
    assert.match(home, /Penomoran meloncat/);

    const faulty = yaml().replace('to: persetujuan', 'to: entah-ke-mana');
    const refused = await administrator.postFiles(`${url}/periksa`, { naskah: faulty }, []);
    assert.equal(refused.status, 422);
    assert.match(visible(refused.text), /baris \d+/);
    assert.match(refused.text, /entah-ke-mana/);
    const renamed = await administrator.postFiles(
      `${url}/periksa`,
      { naskah: yaml().replace('id: ruang-rapat', 'id: ruang-lain') },
      [],
    );
    assert.equal(renamed.status, 422);
    assert.match(visible(renamed.text), /nilai &quot;id&quot; harus tetap/);

    const changed = yaml().replaceAll('19 menit', '25 menit').replace('minutes: 19', 'minutes: 25');
    const preview = await administrator.postFiles(`${url}/periksa`, { naskah: '' }, [
      { field: 'berkas', fileName: 'ruang-rapat.yaml', content: Buffer.from(changed) },
    ]);
    assert.equal(preview.status, 200, visible(preview.text));
    assert.match(visible(preview.text), /Terbitkan perubahan ini\?/);
    assert.match(visible(preview.text), /19 menit → 25 menit/);
    assert.match(visible(preview.text), /mulai sekarang.*1 permohonan tetap memakai versi 1/);
    assert.equal(app.context.catalogue.service('klaten', 'ruang-rapat').n, 1, 'nothing published yet');

    const later = yaml().replace(/validFrom: .*/, 'validFrom: 2027-01-01');
    const waiting = await administrator.postFiles(`${url}/periksa`, { naskah: later }, []);
    assert.match(visible(waiting.text), /mulai Jumat, 1 Januari 2027; sampai saat itu versi 1 tetap berlaku/);

    const crlf = changed.replaceAll('\n', '\r\n');
    const published = await administrator.post(`${url}/terbitkan`, { naskah: crlf, dasar: '1' });
    assert.equal(published.location, `${url}?terbit=2`, visible(published.text));
    app.clock.moveTo('2026-11-23T02:00:01Z');
    const { n, text, publishedBy } = app.context.catalogue.service('klaten', 'ruang-rapat');
    assert.deepEqual({ n, text }, { n: 2, text: changed });
    assert.equal(publishedBy, await idOf('umar@klaten'));
    const after2 = visible((await administrator.get(`${url}?terbit=2`)).text);
    assert.match(after2, /Versi 2 sudah diterbitkan/);
    assert.match(after2, /Umar Contoh/);
    const second = (await administrator.get(`${url}/versi/2`)).text;
    assert.match(visible(second), /19 menit → 25 menit/);
    assert.match(second, /href="\/klaten\/layanan\/ruang-rapat\/standar\.pdf\?versi=2" download/);
    assert.ok((await acts()).includes('standard-published'));
    const again = await administrator.post(`${url}/terbitkan`, { naskah: changed, dasar: '2' });
    assert.equal(again.status, 409);
  });

  test('two who change a standard: the second sees what the first published before it is replaced', async () => {
    const url = '/meja/kelola/standar/ruang-rapat';
    const [base] = app.context.catalogue.versions('klaten', 'service', 'ruang-rapat').slice(-1);
    assert.ok(base);
    const [mine, theirs] = ['Ruang rapat dan pertemuan', 'Ruang rapat Diskominfo'].map((title) =>
      base.text.replace('id: Peminjaman ruang rapat Diskominfo', `id: ${title}`),
    );
    assert.ok(mine && theirs && mine !== theirs);
    const hiddenIn = (text: string, name: string): string =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
    const seen = await administrator.postFiles(`${url}/periksa`, { naskah: mine }, []);
    const dasar = hiddenIn(seen.text, 'dasar');
    assert.equal(dasar, String(base.n));
    const other = await administrator.post(`${url}/terbitkan`, { naskah: theirs, dasar });
    assert.equal(other.status, 303, visible(other.text));
    const late = await administrator.post(`${url}/terbitkan`, { naskah: mine, dasar });
    assert.equal(late.status, 409);
    assert.match(visible(late.text), /Orang lain menerbitkan versi baru/);
    assert.match(visible(late.text), /Ruang rapat Diskominfo.*Ruang rapat dan pertemuan/, 'against theirs');
    assert.match(late.text, /name="naskah" value="[^"]*Ruang rapat dan pertemuan/, 'nothing typed is lost');
    const unsaid = await administrator.post(`${url}/terbitkan`, { naskah: mine });
    assert.equal(unsaid.status, 409, 'who names no version has seen none');
    const back = await administrator.post(`${url}/ubah`, { naskah: mine });
    assert.equal(back.status, 200);
    assert.match(back.text, /<textarea[^>]*name="naskah"[^>]*>[^<]*Ruang rapat dan pertemuan/);
    const known = hiddenIn(late.text, 'dasar');
    const agreed = await administrator.post(`${url}/terbitkan`, { naskah: mine, dasar: known });
    assert.equal(agreed.location, `${url}?terbit=${base.n + 2}`, visible(agreed.text));
  });

  test('a failed job is seen with its reason and tried again', async (t) => {
    await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      enqueue(tx, { task: 'break', government: 'klaten', payload: {} }),
    );
    let tried = 0;
    const failing = await startWorker({
      url: app.addresses.workerUrl,
      concurrency: 1,
      log: createLog('silent'),
      tasks: {
        break: async () => {
          tried += 1;
          throw new Error('the mail server said no');
        },
      },
    });
    t.after(() => failing.stop());
    const health = visible((await administrator.get('/meja/kelola/keadaan')).text);
    assert.match(health, /Pekerja latar (?:Keadaan )?1 berjalan baik/);
    const shown = await until(async () => {
      const page = await administrator.get('/meja/kelola/pekerjaan');
      return page.text.includes('the mail server said no') ? page : null;
    });
    await failing.stop();
    assert.equal(tried, 1);
    const [, job = ''] = /name="pekerjaan" value="(\d+)"/.exec(shown.text) ?? [];
    const answer = await administrator.post('/meja/kelola/pekerjaan', { pekerjaan: job });
    assert.equal(answer.location, '/meja/kelola/pekerjaan?dicoba');
    assert.equal(await attemptsOf(job), 0);
    const gone = await administrator.post('/meja/kelola/pekerjaan', { pekerjaan: '999999' });
    assert.equal(gone.status, 409);
  });

  /** What the queue itself says: only the owner of the database may look. */
  async function attemptsOf(job: string): Promise<number | undefined> {
    const client = new Client({ connectionString: app.addresses.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ attempts: number }>(
      'select attempts from graphile_worker._private_jobs where id = $1',
      [job],
    );
    await client.end();
    return rows[0]?.attempts;
  }
});

/** Asks again until there is an answer; a test that waits in vain is ended by the runner. */
async function until<T>(ask: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found !== null) return found;
  }
}
