/**
 * Who watches over a service reads it and adds nothing: supervisors and evaluators by the standard's own lists, auditors
 * everywhere. The lists are stated here once more from the decrees (services.md: evaluators of rows 4 to 9, BSSN for 7 to 9; Bulungan:
 * Inspektorat, ISO 9001 audit, SPBE review, ICT audit).
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addHolding } from '../../src/people/index.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { apiOf, codeOf, readOnDesk } from '../support/api.ts';
import type { Problem } from '../support/api.ts';
import { act } from '../support/desk.ts';
import { official, signedIn } from '../support/officer.ts';
import type { Officer } from '../support/officer.ts';
import { submitExampleRequest } from '../support/requests.ts';

const four = ['evaluator-tim-ekk', 'evaluator-ombudsman', 'evaluator-panrb', 'evaluator-kominfo'];
const withBssn = [...four, 'evaluator-bssn'];
const bulungan = ['auditor', 'auditor-mutu', 'peninjau-spbe', 'auditor-tik'];

/** Overseers of each service beside the superiors of its posts. */
const overseers: readonly (readonly [string, string, readonly string[]])[] = [
  ['klaten', 'penambahan-bandwidth', ['auditor', ...four]],
  ['klaten', 'aplikasi', ['auditor', ...four]],
  ['klaten', 'server-hosting', ['auditor', ...four]],
  ['klaten', 'sertifikat-elektronik', ['auditor', ...withBssn]],
  ['klaten', 'insiden-siber', ['auditor', ...withBssn]],
  ['klaten', 'apresiasi-kerentanan', ['auditor', ...withBssn]],
  ['klaten', 'ruang-rapat', ['auditor']],
  ['klaten', 'informasi-publik', ['auditor']],
  ['klaten', 'keberatan-informasi', ['auditor']],
  ['klaten', 'pengaduan', ['auditor']],
  ['klaten', 'kehilangan-stnk', ['auditor']],
  ['bulungan', 'hosting-subdomain-email', bulungan],
];

const everyone: Readonly<Record<string, readonly string[]>> = {
  klaten: ['auditor', ...withBssn],
  bulungan,
};

const pathOf = (number: string): string => `/meja/permohonan/${number}`;
const visible = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Values of every action at once, so that only who asks can be why it is refused. */
const everything = {
  'step.checklist': ['surat-permohonan'],
  'return.missing': 'other',
  'return.message': 'Tulisan pengawas',
  'refuse.ground': 'x',
  'refuse.reason': 'Tulisan pengawas',
  'comment.audience': 'applicant',
  'comment.text': 'Tulisan pengawas',
  'contact.channel': 'phone',
  'contact.outcome': 'reached',
  'contact.text': 'Tulisan pengawas',
  'cancel.reason': 'Tulisan pengawas',
  'extend.ground': 'Tulisan pengawas',
  'deny-return.note': 'Tulisan pengawas',
  'finish-duty.duty': 'kode-etik',
};

const actions = [
  'complete',
  'dispose',
  'fulfil',
  'approve',
  'pass',
  'fail',
  'sign',
  'hand-over',
  'return',
  'refuse',
  'take-over',
  'extend',
  'comment',
  'contact',
  'cancel',
  'allow-return',
  'deny-return',
  'finish-duty',
];

describe('overseers', () => {
  let app: TestApp;
  const people = new Map<string, Officer>();
  before(async () => {
    app = await startTestApp('overseers');
    for (const [government, positions] of Object.entries(everyone))
      for (const position of positions)
        people.set(`${government}/${position}`, await official(app, government, position));
  });
  after(() => app.close());

  const person = (government: string, position: string): Officer => {
    const found = people.get(`${government}/${position}`);
    assert.ok(found);
    return found;
  };

  for (const [government, service, named] of overseers) {
    test(`${government}/${service} is read by those its standard names, and by nobody else of them`, async () => {
      const { number } = await submitExampleRequest(app, government, service);
      for (const position of everyone[government] ?? []) {
        const page = await person(government, position).get(pathOf(number));
        assert.equal(page.status, named.includes(position) ? 200 : 404, position);
        if (page.status !== 200) continue;
        assert.match(visible(page.text), /sebagai pengawas/, position);
        assert.doesNotMatch(page.text, /name="action"/, position);
      }
    });
  }

  test('whatever an overseer posts is refused, and nothing is written', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'sertifikat-elektronik');
    const before = await counts();
    for (const position of everyone['klaten'] ?? []) {
      const overseer = person('klaten', position);
      const page = await overseer.get(pathOf(number));
      const version = '2';
      for (const action of actions) {
        const answer = await overseer.post(pathOf(number), { ...everything, version, action });
        assert.ok([403, 409, 422].includes(answer.status), `${position} ${action} ${answer.status}`);
        assert.equal(answer.location, null);
      }
      for (const url of [
        `${pathOf(number)}/identitas`,
        '/meja/loket/sertifikat-elektronik',
        '/meja/loket/cari',
        '/meja/loket/antrean',
        '/meja/loket/antrean/panggil',
        '/meja/loket/antrean/x/selesai',
      ]) {
        const answer = await overseer.post(url, { 'reveal.reason': 'Ingin tahu', loket: 'petugas-surat' });
        assert.ok([403, 404].includes(answer.status), `${position} ${url} ${answer.status}`);
      }
      assert.equal(page.status, 200);
    }
    assert.deepEqual(await counts(), before);
  });

  test('the API gives overseers the same, and takes nothing from them', async () => {
    const api = await apiOf(app);
    const { number } = await submitExampleRequest(app, 'klaten', 'sertifikat-elektronik');
    const before = await counts();
    for (const position of everyone['klaten'] ?? []) {
      const { version, actions, ...rest } = await readOnDesk(api, 'klaten', number, position);
      assert.deepEqual(actions, [], position);
      assert.doesNotMatch(JSON.stringify(rest), /\+62|@klaten\.example/, position);
      const as = await api.as('klaten', position);
      for (const input of [
        { action: 'comment', audience: 'applicant', text: 'Tulisan pengawas' },
        { action: 'contact', channel: 'phone', outcome: 'reached' },
        { action: 'complete', checklist: {} },
      ]) {
        const answer = await api.post<Problem>(
          `/api/v1/desk/requests/${number}/actions`,
          { ...input, version },
          as,
        );
        assert.equal(codeOf(answer), '403 not-yours', `${position} ${input.action}`);
      }
    }
    assert.deepEqual(await counts(), before);
  });

  test('what leads to a person is hidden: NIK, telephone, e-mail, identity card, protected identity', async () => {
    const stnk = await submitExampleRequest(app, 'klaten', 'kehilangan-stnk');
    const auditor = person('klaten', 'auditor');
    const clerk = await official(app, 'klaten', 'petugas-rspd');
    const [own, seen] = [await clerk.get(pathOf(stnk.number)), await auditor.get(pathOf(stnk.number))];
    for (const secret of ['3310015503900001', '+6281200000103', 'wa.me', 'ktp.jpg']) {
      assert.ok(own.text.includes(secret), `the officer sees ${secret}`);
      assert.ok(!seen.text.includes(secret), `the auditor sees ${secret}`);
    }
    assert.match(visible(seen.text), /AD 1234 XX/);
    const [, card = ''] = /href="([^"]+)">ktp\.jpg/.exec(own.text) ?? [];
    assert.equal((await clerk.get(card)).status, 200);
    for (const way of [card, `${card}/lihat`]) assert.equal((await auditor.get(way)).status, 404);
    const complaint = await submitExampleRequest(app, 'klaten', 'pengaduan');
    const protectedPage = await auditor.get(pathOf(complaint.number));
    assert.equal(protectedPage.status, 200);
    assert.doesNotMatch(protectedPage.text, /reveal\.reason/);
    const receipt = await auditor.get(`/meja/loket/tanda-terima/${stnk.number}`);
    assert.equal(receipt.status, 403);
  });

  test('a superior is told so, and that others make the step', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'server-hosting');
    await act(app, 'klaten', number, 'complete');
    const head = await official(app, 'klaten', 'kepala-dinas');
    const page = visible((await head.get(pathOf(number))).text);
    assert.match(page, /Anda melihat ini sebagai atasan/);
    assert.match(page, /Batalkan/);
    const english = visible((await head.get(`${pathOf(number)}?lang=en`)).text);
    assert.match(english, /You see this as a superior/);
  });

  test('an evaluator is one from a day to a day, by the holdings that administrators give', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'server-hosting');
    const { number: other } = await submitExampleRequest(app, 'klaten', 'ruang-rapat');
    const username = await makeOfficial('tamu@klaten');
    const start = app.clock.now();
    const day = (n: number): void => app.clock.moveTo(start.add({ hours: 24 * n }));
    const statuses: number[][] = [];
    for (const n of [0, 1, 2, 3]) {
      day(n);
      const guest = await signedIn(app, username);
      statuses.push([(await guest.get(pathOf(number))).status, (await guest.get(pathOf(other))).status]);
    }
    app.clock.moveTo(start);
    assert.deepEqual(statuses, [
      [404, 404],
      [200, 404],
      [200, 404],
      [404, 404],
    ]);
  });

  /** Somebody without a post who is evaluator of the Ombudsman from tomorrow to the day after. */
  async function makeOfficial(username: string): Promise<string> {
    await app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      const model = await tx
        .selectFrom('official')
        .selectAll()
        .where('government', '=', 'klaten')
        .limit(1)
        .executeTakeFirstOrThrow();
      const id = '00000000-0000-7000-8000-000000000001';
      await tx
        .insertInto('official')
        .values({ ...model, id, slug: 'tamu', username, name: 'Tamu Contoh', email: 'tamu@klaten.example' })
        .execute();
      await addHolding(tx, 'klaten', {
        position: 'evaluator-ombudsman',
        official: id,
        as: 'definitive',
        from: Temporal.PlainDate.from('2026-11-24'),
        to: Temporal.PlainDate.from('2026-11-25'),
        basis: 'Surat tugas 1/2026',
      });
    });
    return username;
  }

  async function counts(): Promise<readonly unknown[]> {
    return app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      const tables = ['journal', 'message', 'file', 'visit', 'request'] as const;
      const found: unknown[] = [];
      for (const table of tables)
        found.push(
          await tx
            .selectFrom(table)
            .select((eb) => eb.fn.countAll().as('rows'))
            .executeTakeFirst(),
        );
      return found;
    });
  }
});
