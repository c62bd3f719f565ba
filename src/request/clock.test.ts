/** The clock in the product, through the one real application: classes, extension, reminders, escalation, silence. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { apiOf, readOnDesk, submitExample } from '../../test/support/api.ts';
import type { Api, OnDesk, Problem, Receipt, Tracked } from '../../test/support/api.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { visible } from '../../test/support/desk-page.ts';
import { official } from '../../test/support/officer.ts';
import {
  eraseRequest,
  noticeRound,
  sendNoticesTask,
  Vault,
  verifyJournal,
  watchDeadlineTask,
} from './index.ts';
import { openDatabase } from '../platform/index.ts';

const MONDAY = '2026-07-06T09:00:00+07:00';

describe('the clock of requests', () => {
  let app: TestApp;
  let api: Api;
  before(async () => {
    app = await startTestApp('request_clock', { now: Temporal.Instant.from(MONDAY).toString() });
    api = await apiOf(app);
  });
  after(() => app.close());

  const moveTo = (local: string): void =>
    app.clock.moveTo(Temporal.Instant.from(`${local}+07:00`).toString());
  const at = (government: string) => ({ government, database: app.context.database });

  const track = async ({ number, trackingKey }: Receipt): Promise<Tracked> =>
    (await api.get<Tracked>(`/api/v1/requests/${number}`, { 'tracking-key': trackingKey })).body;

  async function act(
    government: string,
    position: string,
    number: string,
    action: string,
    input: object = {},
  ): Promise<{ status: number; code: string }> {
    const desk: OnDesk = await readOnDesk(api, government, number, position);
    const example = desk.actions.find((one) => one.action === action)?.example ?? {};
    const { status, body } = await api.post<Problem>(
      `/api/v1/desk/requests/${number}/actions`,
      { ...example, action, version: desk.version, ...input },
      await api.as(government, position),
    );
    return { status, code: body.code };
  }

  async function acted(...given: Parameters<typeof act>): Promise<void> {
    const { status, code } = await act(...given);
    assert.equal(status, 200, `${given[3]}: ${code}`);
  }

  /** What was written about a request, oldest first: template, to whom, text. */
  const mailsOf = (
    government: string,
    number: string,
  ): Promise<readonly { template: string; to: string; text: string }[]> =>
    app.context.database.transaction({ government }, async (tx) => {
      const { id } = await tx
        .selectFrom('request')
        .select('id')
        .where('number', '=', number)
        .executeTakeFirstOrThrow();
      const vault = await Vault.find(tx, app.context.keys, government, id);
      assert.ok(vault);
      const rows = await tx
        .selectFrom('message')
        .select(['id', 'template', 'sealed'])
        .where('request', '=', id)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        template: row.template,
        ...(JSON.parse(vault.open(`message/${row.id}`, row.sealed).toString()) as {
          to: string;
          text: string;
        }),
      }));
    });

  const nextOf = (government: string, number: string): Promise<string | null> =>
    app.context.database.transaction({ government }, async (tx) => {
      const row = await tx
        .selectFrom('request')
        .select('next_notice_at')
        .where('number', '=', number)
        .executeTakeFirstOrThrow();
      const { timeZone } = app.context.catalogue.calendar(government).file;
      const next = row.next_notice_at?.toZonedDateTimeISO(timeZone).toPlainDateTime();
      return next?.toString({ smallestUnit: 'minute' }) ?? null;
    });

  const remind = (government: string, number: string): Promise<void> =>
    Promise.resolve(sendNoticesTask(app.context)({ number }, at(government)));

  /** Templates of the messages to officials since the last look. */
  const remindersOf = async (government: string, number: string): Promise<string[]> =>
    (await mailsOf(government, number))
      .filter(({ text }) => text.includes('– – –'))
      .map(({ template, to }) => `${template} ${to}`);

  test('a promise that runs day and night is told in its own hours, at the desk and in the reminder', async () => {
    moveTo('2026-07-10T08:00:00');
    const { number, dueAt } = await submitExample(api, 'bulungan', 'hosting-subdomain-email');
    assert.equal(Temporal.Instant.from(dueAt ?? '').toString(), '2026-07-12T01:00:00Z');
    const page = async (): Promise<string> => {
      const desk = await official(app, 'bulungan', 'kabid-egov');
      return visible((await desk.get(`/meja/permohonan/${number}`)).text);
    };
    const next = await nextOf('bulungan', number);
    moveTo('2026-07-10T16:00:00');
    await remind('bulungan', number);
    const [mail] = (await mailsOf('bulungan', number)).filter(({ text }) => text.includes('– – –'));
    assert.match(
      mail?.text ?? `none, next at ${next}`,
      /Tenggat: Minggu, 12 Juli 2026, 09\.00 WITA \(40 jam lagi\)/,
    );
    assert.match(await page(), /Sisa waktu 40 jam lagi/);
    moveTo('2026-07-12T09:30:00');
    assert.match(await page(), /Terlambat terlambat 1 jam 30 menit/);
  });

  test('public information: ten working days, and half of them used its post is reminded, once', async () => {
    moveTo('2026-07-06T09:00:00');
    const receipt = await submitExample(api, 'klaten', 'informasi-publik');
    const { number } = receipt;
    assert.equal(Temporal.Instant.from(receipt.dueAt ?? '').toString(), '2026-07-20T09:00:00Z');
    assert.equal(await nextOf('klaten', number), '2026-07-13T12:00');

    moveTo('2026-07-13T12:01:00');
    await remind('klaten', number);
    await remind('klaten', number);
    const told = await remindersOf('klaten', number);
    assert.deepEqual(
      told.toSorted(),
      ['half oki@klaten.example', 'half putri@klaten.example'],
      'each of the post, once',
    );
    assert.equal(await nextOf('klaten', number), '2026-07-20T07:31');
    const officer = await official(app, 'klaten', 'petugas-ppid');
    assert.match((await officer.get(`/meja/permohonan/${number}`)).text, /Setengah waktu terpakai/);
  });

  test('public information is extended once by seven working days, with a ground and a notice', async () => {
    moveTo('2026-07-06T09:00:00');
    const receipt = await submitExample(api, 'klaten', 'informasi-publik');
    const { number } = receipt;
    moveTo('2026-07-13T12:01:00');
    const head = await official(app, 'klaten', 'petugas-ppid');
    const page = (await head.get(`/meja/permohonan/${number}`)).text;
    assert.match(page, /Tenggat setelah diperpanjang/);
    assert.match(page, /Rabu, 29 Juli 2026, 16\.00 WIB/);
    const before = await readOnDesk(api, 'klaten', number, 'petugas-ppid');
    assert.equal(before.dueAtIfExtended, '2026-07-29T16:00:00+07:00');
    assert.equal((await act('klaten', 'petugas-ppid', number, 'extend', { ground: ' ' })).status, 422);
    await acted('klaten', 'petugas-ppid', number, 'extend', { ground: 'Dokumen dicari di arsip.' });
    const extended = await track(receipt);
    // Seventeen working days from receipt, never 17 + 7.
    assert.equal(Temporal.Instant.from(extended.dueAt ?? '').toString(), '2026-07-29T09:00:00Z');
    assert.equal(await nextOf('klaten', number), '2026-07-17T08:15', 'reminders move with the deadline');
    const notice = (await mailsOf('klaten', number)).find(({ template }) => template === 'extended');
    assert.match(notice?.text ?? '', /Dokumen dicari di arsip\./);
    assert.match(notice?.text ?? '', /Rabu, 29 Juli 2026, 16\.00 WIB/);
    assert.match(notice?.text ?? '', /Bagaimana dihitung:\n- /);
    assert.equal(
      (await act('klaten', 'petugas-ppid', number, 'extend', { ground: 'Lagi.' })).code,
      'no-extension',
    );
  });

  test('past the deadline the superior is told, and a working day later who stands above', async () => {
    moveTo('2026-07-06T09:00:00');
    const { number } = await submitExample(api, 'klaten', 'informasi-publik');
    moveTo('2026-07-20T16:01:00');
    await watchDeadlineTask(app.context)({ number }, at('klaten'));
    moveTo('2026-07-21T16:01:00');
    await remind('klaten', number);
    const templates = (await remindersOf('klaten', number)).map((one) => one.split(' ')[0]);
    assert.deepEqual(templates, ['overdue', 'escalation']);
    const posts = await postsTold('klaten', number);
    assert.deepEqual(posts, ['ppid-utama', 'atasan-ppid']);
    const late = (await mailsOf('klaten', number)).findLast(({ template }) => template === 'escalation');
    assert.match(late?.text ?? '', /terlambat 7 jam 30 menit waktu kerja/);
    assert.match(late?.text ?? '', /late by 7 hours 30 minutes of working time/);
  });

  test('a deadline that passes while an official writes takes nothing from them; what a colleague did does', async () => {
    moveTo('2026-07-06T09:00:00');
    const { number } = await submitExample(api, 'klaten', 'informasi-publik');
    const seen = await readOnDesk(api, 'klaten', number, 'petugas-ppid');
    moveTo('2026-07-20T16:01:00');
    await watchDeadlineTask(app.context)({ number }, at('klaten'));
    const now = await readOnDesk(api, 'klaten', number, 'petugas-ppid');
    assert.ok(now.version > seen.version, 'that it passed stands in the journal');
    const old = { version: seen.version };
    assert.equal((await act('klaten', 'petugas-ppid', number, 'comment', old)).status, 200);
    assert.equal((await act('klaten', 'petugas-ppid', number, 'comment', old)).code, 'stale-version');
    const ahead = { version: now.version + 50 };
    assert.equal((await act('klaten', 'petugas-ppid', number, 'comment', ahead)).code, 'stale-version');
  });

  const postsTold = (government: string, number: string): Promise<string[]> =>
    app.context.database.transaction({ government }, async (tx) => {
      const rows = await tx
        .selectFrom('notice as n')
        .innerJoin('request as r', (join) =>
          join.onRef('r.government', '=', 'n.government').onRef('r.id', '=', 'n.request'),
        )
        .select('n.position')
        .where('r.number', '=', number)
        .orderBy('n.at')
        .execute();
      return rows.map(({ position }) => position);
    });

  test('an extension after the deadline is refused', async () => {
    moveTo('2026-07-06T09:00:00');
    const { number } = await submitExample(api, 'klaten', 'informasi-publik');
    moveTo('2026-07-20T16:01:00');
    const { status, code } = await act('klaten', 'petugas-ppid', number, 'extend', { ground: 'Terlambat.' });
    assert.deepEqual([status, code], [409, 'extension-too-late']);
  });

  test('a round finds what is due, whoever waits for it', async () => {
    moveTo('2026-07-06T09:00:00');
    const { number } = await submitExample(api, 'klaten', 'informasi-publik');
    moveTo('2026-07-13T12:00:30');
    const worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 1 });
    await noticeRound(app.context).run(worker);
    await worker.close();
    const jobs = await app.startJobs();
    for (let tries = 0; tries < 100 && (await remindersOf('klaten', number)).length === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await jobs.stop();
    assert.equal((await remindersOf('klaten', number)).length, 2);
  });

  test('a complaint gets the promise of its class, from receipt, and another one with a reason', async () => {
    moveTo('2026-07-06T10:00:00');
    const receipt = await submitExample(api, 'purbalingga', 'pengaduan-layanan');
    const { number } = receipt;
    assert.equal(Temporal.Instant.from(receipt.dueAt ?? '').toString(), '2026-09-30T09:00:00Z');
    await acted('purbalingga', 'pejabat-pengaduan', number, 'complete');
    moveTo('2026-07-08T10:00:00');

    const officer = await official(app, 'purbalingga', 'pejabat-pengaduan');
    const page = (await officer.get(`/meja/permohonan/${number}`)).text;
    assert.match(page, /5 hari kerja sejak diterima: tenggat Senin, 13 Juli 2026, 16\.00 WIB/);
    assert.match(page, /14 hari kerja sejak diterima: tenggat Jumat, 24 Juli 2026, 16\.30 WIB/);
    assert.match(page, /Tahapan ini selesai paling lambat Kamis, 9 Juli 2026, 16\.00 WIB/);

    moveTo('2026-07-09T16:01:00');
    const late = await official(app, 'purbalingga', 'pejabat-pengaduan');
    assert.match((await late.get('/meja')).text, /tahapan terlambat/);
    assert.match((await late.get(`/meja/permohonan/${number}`)).text, /Tahapan ini melewati waktunya/);
    moveTo('2026-07-09T16:02:00');
    await remind('purbalingga', number);
    assert.match((await remindersOf('purbalingga', number))[0] ?? '', /^step-late /);

    const classify = (input: object) => act('purbalingga', 'pejabat-pengaduan', number, 'classify', input);
    assert.equal((await classify({ class: 'berat' })).code, 'class-unknown');
    assert.equal((await classify({ reason: '' })).status, 422);
    assert.equal((await classify({ class: 'ringan', reason: 'Dapat dijawab langsung.' })).status, 200);
    const light = await track(receipt);
    assert.equal(light.class?.id, 'ringan');
    assert.equal(Temporal.Instant.from(light.dueAt ?? '').toString(), '2026-07-13T09:00:00Z');
    const told = (await mailsOf('purbalingga', number)).find(({ template }) => template === 'classified');
    assert.match(told?.text ?? '', /Pengaduan ringan\.\nAlasannya: Dapat dijawab langsung\./);
    assert.match(told?.text ?? '', /Senin, 13 Juli 2026, 16\.00 WIB/);

    const again = (input: object) => act('purbalingga', 'pejabat-pengaduan', number, 'reclassify', input);
    assert.equal((await again({ class: 'ringan', reason: 'Tetap.' })).code, 'unchanged');
    assert.equal(
      (await again({ class: 'tidak-berkadar-pengawasan', reason: 'Perlu ditelusuri.' })).status,
      200,
    );
    assert.equal(
      Temporal.Instant.from((await track(receipt)).dueAt ?? '').toString(),
      '2026-07-24T09:30:00Z',
    );
    assert.equal(
      (
        await act('purbalingga', 'tim-pengaduan', number, 'reclassify', {
          class: 'ringan',
          reason: 'Ringan.',
        })
      ).code,
      'not-yours',
    );
    moveTo('2026-07-24T16:31:00');
    const { code } = await again({ class: 'berkadar-pengawasan', reason: 'Ternyata harus diperiksa.' });
    assert.equal(code, 'class-too-late', 'a broken promise is not mended by promising more');
    assert.equal((await again({ class: 'normatif', reason: 'Soal ketentuan.' })).status, 200);
  });

  test('whoever stands in for the holder of a post is told as well as the holder', async () => {
    moveTo('2026-07-06T10:00:00');
    const { number } = await submitExample(api, 'purbalingga', 'internet-jaringan');
    moveTo(`${await nextOf('purbalingga', number)}`);
    await remind('purbalingga', number);
    const told = (await remindersOf('purbalingga', number)).map((one) => one.split(' ')[1] ?? '');
    assert.deepEqual(told.toSorted(), ['slamet@purbalingga.example', 'teguh@purbalingga.example']);
  });

  test('a complaint whose explanation was asked stops its clock, and goes on when it comes', async () => {
    moveTo('2026-07-06T10:00:00');
    const receipt = await submitExample(api, 'purbalingga', 'pengaduan-layanan');
    const { number } = receipt;
    await acted('purbalingga', 'pejabat-pengaduan', number, 'complete');
    await acted('purbalingga', 'pejabat-pengaduan', number, 'classify', { class: 'ringan' });
    moveTo('2026-07-07T09:00:00');
    await acted('purbalingga', 'tim-pengaduan', number, 'return', {
      missing: ['other'],
      message: 'Kapan kejadiannya, dan siapa yang Anda temui?',
    });
    assert.equal((await track(receipt)).dueAt, null);
    assert.equal(
      await nextOf('purbalingga', number),
      null,
      'nobody is reminded of what waits for its applicant',
    );
    moveTo('2026-07-09T09:00:00');
    const answered = await api.post(
      `/api/v1/requests/${number}/resubmissions`,
      { note: 'Senin pagi, petugas loket.' },
      { 'tracking-key': receipt.trackingKey },
    );
    assert.equal(answered.status, 200);
    // Four of the five days were left on Tuesday; they count from Thursday on.
    assert.equal(
      Temporal.Instant.from((await track(receipt)).dueAt ?? '').toString(),
      '2026-07-15T09:00:00Z',
    );
    assert.equal(await nextOf('purbalingga', number), '2026-07-13T08:45');
  });

  test('where silence may count as approval, the legal division is asked, and nothing is granted', async () => {
    moveTo('2026-07-06T09:00:00');
    const receipt = await submitExample(api, 'klaten', 'apresiasi-kerentanan');
    const { number } = receipt;
    moveTo('2026-07-20T09:00:00');
    const lawyer = await official(app, 'klaten', 'kabag-hukum');
    assert.equal((await lawyer.get(`/meja/permohonan/${number}`)).status, 404, 'so far it is none of theirs');
    await watchDeadlineTask(app.context)({ number }, at('klaten'));
    const page = (await lawyer.get(`/meja/permohonan/${number}`)).text;
    assert.match(page, /Potensi fiktif positif/);
    assert.match(page, /UU 30\/2014 Pasal 53/);
    assert.match(page, /Tidak ada yang dikabulkan secara otomatis/);
    assert.match((await lawyer.get('/meja?daftar=kewajiban')).text, new RegExp(number));
    assert.equal((await track(receipt)).state, 'in-progress');
    const mails = await mailsOf('klaten', number);
    assert.match(mails.find(({ template }) => template === 'silence')?.text ?? '', /Law 30\/2014 art\. 53/);
    const remark = { audience: 'internal', text: 'Sudah ditelaah.' };
    await acted('klaten', 'kabag-hukum', number, 'finish-duty', { note: 'Tidak berlaku: bukan keputusan.' });
    assert.equal((await act('klaten', 'kabag-hukum', number, 'comment', remark)).code, 'not-yours');
  });

  test('while the clock of the machine is set back, nothing is recorded before what came before it', async () => {
    moveTo('2026-07-08T09:00:00');
    const { number, trackingKey } = await submitExample(api, 'klaten', 'ruang-rapat');
    const [url, key] = [`/api/v1/requests/${number}`, { 'tracking-key': trackingKey }];
    for (const now of ['2026-07-08T14:00:00', '2026-07-05T14:00:00']) {
      moveTo(now);
      assert.equal((await api.post(`${url}/messages`, { text: `Ditulis ${now}.` }, key)).status, 200);
    }
    assert.equal((await api.post(`${url}/withdrawal`, {}, key)).status, 200);
    const worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 1 });
    const erasure = { government: 'klaten', number, actor: 'uji', reason: 'Permintaan subjek data.' };
    await eraseRequest({ ...app.context, database: worker }, erasure);
    await worker.close();
    const entries = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx
        .selectFrom('journal')
        .innerJoin('request', 'request.id', 'journal.request')
        .select(['journal.kind', 'journal.at'])
        .where('request.number', '=', number)
        .orderBy('journal.position')
        .execute(),
    );
    assert.deepEqual(
      entries.slice(-4).map(({ kind, at: recorded }) => `${kind} ${recorded.toString()}`),
      ['commented', 'commented', 'withdrawn', 'erased'].map((kind) => `${kind} 2026-07-08T07:00:00Z`),
    );
  });

  test('every journal still folds to its row', async () => {
    for (const government of ['klaten', 'purbalingga']) {
      const { findings } = await verifyJournal(
        { ...app.context, directory: `${app.dataDirectory}/checkpoints` },
        government,
      );
      assert.deepEqual(findings, []);
    }
  });
});
