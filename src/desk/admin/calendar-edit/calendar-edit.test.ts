import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { valueOf } from '../../../ground/index.ts';
import { openDatabase } from '../../../platform/index.ts';
import { recomputeDeadlines } from '../../../request/index.ts';
import { calendarText, editCalendar, publishEdited } from '../../../standard/index.ts';
import { startTestApp } from '../../../../test/support/app.ts';
import type { TestApp } from '../../../../test/support/app.ts';
import { apiOf, keyOf, submitExample } from '../../../../test/support/api.ts';
import type { Api, Receipt } from '../../../../test/support/api.ts';
import { official } from '../../../../test/support/officer.ts';
import type { FormValues, Officer, Page } from '../../../../test/support/officer.ts';

const CALENDAR = '/meja/kelola/kalender';
const EDIT = `${CALENDAR}/ubah`;
const DECREE = 'SKB 3 Menteri Nomor 9 Tahun 2026 (contoh)';
const visible = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the calendar changed at the desk', () => {
  let app: TestApp;
  let api: Api;
  let officer: Officer;
  before(async () => {
    app = await startTestApp('calendar-edit');
    api = await apiOf(app);
    officer = await official(app, 'klaten', 'administrator');
  });
  after(() => app.close());

  const post = async (url: string, values: FormValues = {}): Promise<Page> => {
    await officer.get(EDIT);
    return officer.post(url, values);
  };
  const day = (date: string, more: Record<string, string> = {}): FormValues => ({
    tanggal: date,
    nama: 'Cuti Bersama (contoh)',
    jenis: 'joint-leave',
    keputusan: DECREE,
    dicocokkan: 'yes',
    ...more,
  });
  /** Publishes the draft as whoever has just looked at its effect. */
  const publish = async (reason = 'Uji'): Promise<Page> => {
    const { text } = await officer.get(`${EDIT}/dampak`);
    const [, seen = ''] = /name="rancangan" value="([0-9a-f]+)"/.exec(text) ?? [];
    return officer.post(`${EDIT}/dampak`, { rancangan: seen, dasar: DECREE, alasan: reason });
  };
  const follow = async ({ location, text }: Page): Promise<string> => {
    assert.ok(location, visible(text));
    return visible((await officer.get(location)).text);
  };
  const closedOn = (date: string): boolean =>
    app.context.catalogue.calendar('klaten').file.closed.some((one) => one.date === date);

  test('a late joint leave: draft, effect, publication, re-computation by the worker, the applicant’s page', async () => {
    const receipt: Receipt = await submitExample(api, 'klaten', 'insiden-siber');
    const saved = await post(`${EDIT}/hari`, day('2026-11-25'));
    assert.match(
      await follow(saved),
      /Tersimpan dalam rancangan.*Ditambah.*Rabu, 25 November 2026: Cuti Bersama/,
    );
    assert.ok(!closedOn('2026-11-25'), 'a draft is not in force');

    const impact = visible((await officer.get(`${EDIT}/dampak`)).text);
    assert.match(impact, /1 dari 1 permohonan yang sedang berjalan bergeser/);
    assert.match(
      impact,
      new RegExp(`${receipt.number}.*Selasa, 1 Desember 2026.*Rabu, 2 Desember 2026.*\\+1 hari`),
    );

    const linked = `href="/meja/permohonan/${receipt.number}"`;
    assert.ok(
      !(await officer.get(`${EDIT}/dampak`)).text.includes(linked),
      'no link to what they may not open',
    );

    const refused = await officer.post(`${EDIT}/dampak`, { rancangan: 'x', alasan: 'Uji' });
    assert.equal(refused.status, 409, 'nobody publishes what they have not seen');
    await officer.get(`${EDIT}/dampak`);
    const published = await publish('Cuti bersama ditambah');
    assert.match(String(published.location), /\/versi\/2\?terbit$/, visible(published.text));
    assert.ok(closedOn('2026-11-25'));
    assert.match(await follow(published), /Versi 2 diterbitkan/);

    const worker = await app.startJobs();
    const version = async (): Promise<string> => visible((await officer.get(`${CALENDAR}/versi/2`)).text);
    for (let tries = 0; !/Selesai: /.test(await version()) && tries < 100; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await worker.stop();
    assert.match(await version(), /Selesai: 1 permohonan dihitung kembali, 1 tenggat bergeser/);
    assert.match(await version(), new RegExp(`${receipt.number}.*\\+1 hari`));

    const tracked = await api.get<{ dueAt: string }>(`/api/v1/requests/${receipt.number}`, keyOf(receipt));
    assert.equal(tracked.body.dueAt.slice(0, 10), '2026-12-02');
    const record = visible((await officer.get('/meja/kelola/catatan')).text);
    assert.match(record, /Menerbitkan kalender.*Cuti bersama ditambah \(SKB 3 Menteri Nomor 9/);
  });

  test('back to a former version, by the same way', async () => {
    await officer.get(`${CALENDAR}/versi/1`);
    const back = await officer.post(`${CALENDAR}/versi/1/kembali`);
    assert.match(await follow(back), /Dampak perubahan.*Dihapus.*25 November 2026/);
    const published = await publish('Keputusan dibatalkan');
    assert.match(String(published.location), /\/versi\/3\?terbit$/, visible(published.text));
    assert.ok(!closedOn('2026-11-25'));
    const versions = app.context.catalogue.versions('klaten', 'calendar', 'calendar');
    assert.equal(versions[2]?.sha256, versions[0]?.sha256);
  });

  test('a draft begun on an older version cannot be published; its changes are put on the newest', async () => {
    await post(`${EDIT}/hari`, day('2026-12-10'));
    const { text: seen } = await officer.get(`${EDIT}/dampak`);
    await publishBeside('2026-12-11');
    const [, sha256 = ''] = /name="rancangan" value="([0-9a-f]+)"/.exec(seen) ?? [];
    const late = await officer.post(`${EDIT}/dampak`, { rancangan: sha256, alasan: 'Uji' });
    assert.equal(late.status, 409);
    assert.match(visible((await officer.get(EDIT)).text), /versi \d+ diterbitkan.*Pindahkan/);
    await officer.post(`${EDIT}/pindah`);
    assert.match(visible((await officer.get(EDIT)).text), /Ditambah.*10 Desember 2026/);
    assert.match(String((await publish()).location), /\?terbit$/);
    assert.ok(closedOn('2026-12-10') && closedOn('2026-12-11'));
  });

  /** Publishes a day from files, beside whoever is at the desk. */
  async function publishBeside(date: string): Promise<void> {
    const { context, clock } = app;
    const closed = { date, name: 'Lain', kind: 'joint-leave', decree: null, confirmed: false } as const;
    const { file } = context.catalogue.calendar('klaten');
    const text = calendarText(valueOf(editCalendar(file, { type: 'put-day', day: closed })));
    const edited = { kind: 'calendar', name: 'calendar', text } as const;
    await publishEdited(context.database, 'klaten', edited, { by: 'berkas', clock });
    await context.catalogue.refresh();
  }

  test('a year is imported whole or not at all', async () => {
    const table = 'tanggal;nama\n01/01/2028;Tahun Baru\n31/02/2028;Tidak ada\n';
    await officer.get(`${EDIT}/impor`);
    const wrong = await officer.postFiles(`${EDIT}/impor`, { isi: table, jenis: 'national-holiday' }, []);
    assert.equal(wrong.status, 422);
    assert.match(visible(wrong.text), /Belum ada yang dimasukkan.*Baris 3.*31\/02\/2028/);
    assert.ok(wrong.text.includes('31/02/2028;Tidak ada'), 'what was pasted stays to be put right');
    assert.match(visible((await officer.get(EDIT)).text), /Belum ada perubahan/);

    const file =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20280101\r\nSUMMARY:Tahun Baru\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20280421\r\nSUMMARY:Hari Kartini\r\nDESCRIPTION:Perayaan\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    await officer.get(`${EDIT}/impor`);
    const right = await officer.postFiles(
      `${EDIT}/impor`,
      { isi: '', jenis: 'national-holiday', keputusan: DECREE },
      [{ field: 'berkas', fileName: 'libur.ics', content: Buffer.from(file) }],
    );
    assert.match(await follow(right), /1 hari dimasukkan ke rancangan\. 1 baris bukan hari libur/);
    assert.match(visible((await officer.get(`${EDIT}?tahun=2028`)).text), /Tahun Baru/);
    await post(`${EDIT}/buang`);
    assert.match(visible((await officer.get(EDIT)).text), /Belum ada perubahan/);
  });

  test('days, special hours and the week are changed and removed; what is wrong comes back with its field', async () => {
    const empty = await post(`${EDIT}/hari`, { nama: '' });
    assert.equal(empty.status, 422);
    assert.match(visible(empty.text), /Tanggal wajib diisi.*Nama hari wajib diisi.*Jenis wajib diisi/);
    const christmas = { hari: '2026-12-25', bernama: 'Hari Raya Natal' };
    assert.equal((await post(`${EDIT}/hari`, { ...day('2026-12-25'), ...christmas })).status, 303);
    assert.match(
      visible((await officer.get(EDIT)).text),
      /Diubah.*Cuti Bersama \(contoh\).*semula: Hari Raya Natal/,
    );
    const gone = { hari: '2026-12-25', bernama: 'Cuti Bersama (contoh)' };
    assert.equal((await post(`${EDIT}/hari/hapus`, gone)).status, 303);
    assert.equal((await post(`${EDIT}/hari/hapus`, gone)).status, 404);

    const hours = { 'jam-mon': '07.30-12.00, 11.00-16.00' };
    const overlap = await post(`${EDIT}/jam`, hours);
    assert.equal(overlap.status, 422);
    assert.match(overlap.text, /f-jam-mon-error/);
    assert.equal((await post(`${EDIT}/jam`, {})).status, 422, 'a week without hours');
    assert.equal(
      (await post(`${EDIT}/jam`, { 'jam-mon': '8.00 – 12.00', ditetapkan: '2027-12-31' })).status,
      303,
    );
    assert.match(
      visible((await officer.get(EDIT)).text),
      /Jam kerja biasa: Senin 08\.00-12\.00; Selasa, .* libur/,
    );

    const regime = { nama: 'Enam hari', mulai: '2026-12-01', sampai: '2026-12-31', 'jam-sat': '08.00-12.00' };
    const backwards = await post(`${EDIT}/masa`, { ...regime, sampai: '2026-11-01' });
    assert.match(visible(backwards.text), /Tanggal akhir tidak boleh sebelum/);
    assert.equal((await post(`${EDIT}/masa`, regime)).status, 303);
    const again = await post(`${EDIT}/masa`, { ...regime, nama: 'Lain' });
    assert.equal(again.status, 422, 'two regimes over each other');
    assert.equal((await post(`${EDIT}/masa/hapus`, { bernama: 'Enam hari' })).status, 303);
    await post(`${EDIT}/buang`);
  });

  test('a request that cannot be computed is named before and after, and holds up nobody', async () => {
    const { number } = await submitExample(api, 'klaten', 'insiden-siber');
    const stop = (pauses: string) =>
      app.context.database.transaction({ government: 'klaten' }, (tx) =>
        sql`update request set state = jsonb_set(state, '{pauses}', ${pauses}::jsonb)
             where government = 'klaten' and number = ${number}`.execute(tx),
      );
    await stop('[{"from":"2026-11-24T03:00:00Z","to":"2026-11-24T02:00:00Z"}]');
    await post(`${EDIT}/hari`, day('2026-12-28'));
    const named = new RegExp(`Satu permohonan tidak dapat dihitung.*${number}.*pause-reversed`);
    assert.match(visible((await officer.get(`${EDIT}/dampak`)).text), named);
    const { location } = await publish();
    await app.context.catalogue.refresh();
    const worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 3 });
    await recomputeDeadlines({ ...app.context, database: worker }, 'klaten');
    await worker.close();
    const page = visible((await officer.get(location ?? '')).text);
    assert.match(page, named);
    assert.match(page, /Selesai: /);
    assert.match(
      visible((await officer.get(`${location}&lang=en`)).text),
      /One request cannot be computed with this calendar.*An error while computing \(pause-reversed\)/,
    );
    await officer.get('/meja?lang=id');
    await stop('[]');
  });

  test('administrators change, auditors read, both languages are whole', async () => {
    const auditor = await official(app, 'klaten', 'auditor');
    const head = await official(app, 'klaten', 'kepala-dinas');
    for (const path of ['/ubah', '/ubah/hari', '/ubah/masa', '/ubah/jam', '/ubah/impor', '/ubah/dampak']) {
      assert.equal((await auditor.get(`${CALENDAR}${path}`)).status, 403, path);
      assert.equal((await head.get(`${CALENDAR}${path}`)).status, 403, path);
    }
    await auditor.get(CALENDAR);
    for (const path of [
      '/ubah/hari',
      '/ubah/hari/hapus',
      '/ubah/masa',
      '/ubah/jam',
      '/ubah/dampak',
      '/ubah/buang',
      '/ubah/pindah',
      '/versi/1/kembali',
    ])
      assert.equal((await auditor.post(`${CALENDAR}${path}`)).status, 403, path);
    const read = await auditor.get(`${CALENDAR}/versi/1`);
    assert.equal(read.status, 200);
    assert.doesNotMatch(read.text, /method="post" action="\/meja\/kelola/);
    assert.match(
      (await auditor.get(`${CALENDAR}/versi/2`)).text,
      /href="\/meja\/permohonan\/KLT-/,
      'who oversees requests may open them',
    );
    await post(`${EDIT}/hari`, day('2026-12-15'));
    for (const path of [
      '',
      '/ubah',
      '/ubah/hari',
      '/ubah/masa',
      '/ubah/jam',
      '/ubah/impor',
      '/ubah/dampak',
      '/versi/2',
    ]) {
      const page = await officer.get(`${CALENDAR}${path}?lang=en`);
      assert.equal(page.status, 200, path);
      assert.doesNotMatch(
        visible(page.text),
        /rancangan|Simpan|Tanggal|keputusannya|permohonan yang|belum dicocokkan|Jam kerja/,
        path,
      );
    }
    await officer.get(`${EDIT}?lang=id`);
  });
});
