import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { Client } from 'pg';
import { openDatabase } from '../../platform/index.ts';
import type { Database } from '../../platform/index.ts';
import { calendarText, editCalendar, loadCatalogue, publishEdited } from '../../standard/index.ts';
import type { CalendarEdit } from '../../standard/index.ts';
import { valueOf } from '../../ground/index.ts';
import { monday, startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { actAs, apiOf, keyOf, readOnDesk, submitExample } from '../../../test/support/api.ts';
import type { Api, Receipt, Tracked } from '../../../test/support/api.ts';
import { overdueRound, Vault, verifyJournal, watchDeadlineTask } from '../index.ts';
import type { MessagePayload, RequestDeps } from '../index.ts';
import { listCalendarAsides } from './aside.ts';
import { recomputeBatch } from './batch.ts';
import { listCalendarChanges, recordCalendarChange } from './change.ts';
import { recomputeDeadlines, recomputeRound } from './job.ts';
import { countRunningBefore, listCalendarMoves } from './progress.ts';
import { previewCalendar } from './preview.ts';
import { START } from './running.ts';

const GOVERNMENT = 'klaten';
const DECREE = 'SKB 3 Menteri Nomor 9 Tahun 2026 (contoh)';
/** Six working days and some hours: from Monday 23 November to Tuesday 1 December. */
const MOVING = 'insiden-siber';
/** Seven working minutes: over before the new day. */
const STAYING = 'kehilangan-stnk';

describe('a calendar that changes', () => {
  let app: TestApp;
  let api: Api;
  let worker: Database;
  let deps: RequestDeps;
  before(async () => {
    app = await startTestApp('recompute');
    api = await apiOf(app);
    worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 3 });
    deps = { ...app.context, database: worker };
  });
  after(async () => {
    await worker.close();
    await app.close();
  });

  const inside = <T>(work: Parameters<typeof worker.transaction<T>>[1]): Promise<T> =>
    worker.transaction({ government: GOVERNMENT }, work);

  /** Publishes a change as the desk does, with its decree. */
  async function publish(edit: CalendarEdit): Promise<number> {
    const n = await publishUnheard(edit);
    await app.context.catalogue.refresh();
    return n;
  }

  /** As a process publishes that this one has not heard of yet. */
  async function publishUnheard(edit: CalendarEdit): Promise<number> {
    const { file } = app.context.catalogue.calendar(GOVERNMENT);
    const text = calendarText(valueOf(editCalendar(file, edit)));
    const at = app.clock.now();
    const { published } = await publishEdited(
      app.context.database,
      GOVERNMENT,
      { kind: 'calendar', name: 'calendar', text },
      {
        by: 'uji',
        clock: app.clock,
        alongside: (tx, n) =>
          recordCalendarChange(tx, GOVERNMENT, {
            n,
            decree: DECREE,
            confirmed: true,
            reason: 'Uji',
            official: null,
            at,
          }),
      },
    );
    return published[0]?.n ?? 0;
  }

  const leave = (date: string): CalendarEdit => ({
    type: 'put-day',
    day: { date, name: 'Cuti bersama (contoh)', kind: 'joint-leave', decree: DECREE, confirmed: true },
  });

  const tracked = async (receipt: Receipt): Promise<Tracked> => {
    const answer = await api.get<Tracked>(`/api/v1/requests/${receipt.number}`, keyOf(receipt));
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };

  const rowOf = (number: string) =>
    inside((tx) =>
      tx
        .selectFrom('request')
        .select(['id', 'version', 'calendar_version', 'due_at', 'overdue_at'])
        .where('number', '=', number)
        .executeTakeFirstOrThrow(),
    );

  const journalOf = async (number: string) => {
    const { id } = await rowOf(number);
    const rows = await inside((tx) =>
      tx
        .selectFrom('journal')
        .select(['kind', 'data'])
        .where('request', '=', id)
        .orderBy('position')
        .execute(),
    );
    return rows.map(({ kind, data }) => ({ kind, data: data as Record<string, unknown> }));
  };

  const messagesOf = async (number: string): Promise<readonly (MessagePayload & { template: string })[]> => {
    const { id } = await rowOf(number);
    return inside(async (tx) => {
      const vault = await Vault.find(tx, app.context.keys, GOVERNMENT, id);
      const rows = await tx
        .selectFrom('message')
        .selectAll()
        .where('request', '=', id)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        template: row.template,
        ...(JSON.parse(vault?.open(`message/${row.id}`, row.sealed).toString() ?? '{}') as MessagePayload),
      }));
    });
  };

  const wholeJournal = async (): Promise<unknown> => {
    const { findings } = await verifyJournal({ ...app.context, directory: app.dataDirectory }, GOVERNMENT);
    return findings;
  };

  test('deadlines move with journal, queue and messages; what is over or closed stays', async () => {
    const moving = await submitExample(api, GOVERNMENT, MOVING);
    const staying = await submitExample(api, GOVERNMENT, STAYING);
    const withdrawn = await submitExample(api, GOVERNMENT, MOVING);
    const gone = await api.post(`/api/v1/requests/${withdrawn.number}/withdrawal`, {}, keyOf(withdrawn));
    assert.equal(gone.status, 200, JSON.stringify(gone.body));
    const [before, ended] = [await rowOf(moving.number), await rowOf(withdrawn.number)];
    assert.equal(moving.dueAt, '2026-12-01T11:15:00+07:00');

    const n = await publish(leave('2026-11-25'));
    assert.equal(await inside((tx) => countRunningBefore(tx, GOVERNMENT, n)), 2);
    await recomputeDeadlines(deps, GOVERNMENT);

    const after = await tracked(moving);
    assert.equal(after.dueAt, '2026-12-02T11:15:00+07:00');
    assert.deepEqual((await journalOf(moving.number)).at(-1), {
      kind: 'deadline-set',
      data: {
        due: '2026-12-02T11:15:00+07:00',
        left: null,
        provisional: false,
        cause: 'calendar',
        calendarVersion: n,
        was: { due: '2026-12-01T11:15:00+07:00', left: null },
        decree: DECREE,
      },
    });
    assert.equal((await rowOf(moving.number)).version, before.version + 1);
    const queued = await inside((tx) =>
      tx.selectFrom('request_viewer').select('due_at').where('request', '=', before.id).distinct().execute(),
    );
    assert.deepEqual(
      queued.map(({ due_at: due }) => String(due)),
      ['2026-12-02T04:15:00Z'],
    );

    assert.deepEqual(await rowOf(withdrawn.number), ended);
    assert.equal((await journalOf(staying.number)).at(-1)?.data['calendarVersion'], n);
    assert.equal((await tracked(staying)).dueAt, staying.dueAt);

    const letters = await messagesOf(moving.number);
    const told = letters.filter(({ template }) => template === 'deadline-moved');
    assert.equal(told.length, 1);
    assert.match(told[0]?.text ?? '', /Semula paling lambat: Selasa, 1 Desember 2026/);
    assert.match(told[0]?.text ?? '', /Selesai paling lambat: Rabu, 2 Desember 2026/);
    assert.ok(told[0]?.text.includes(DECREE));
    const digest = letters.filter(({ template }) => template === 'calendar-digest');
    assert.equal(digest.length, 1, 'the officer who has it is told once');
    assert.ok(digest[0]?.text.includes(moving.number));
    assert.ok((await messagesOf(staying.number)).every(({ template }) => template === 'received'));

    const [change] = await inside((tx) => listCalendarChanges(tx, GOVERNMENT));
    assert.deepEqual([change?.n, change?.total, change?.moved], [n, 2, 1]);
    assert.ok(change?.finishedAt);
    const moves = await inside((tx) => listCalendarMoves(tx, GOVERNMENT, n, 10));
    assert.deepEqual(
      moves.map(({ number }) => number),
      [moving.number],
    );
    assert.deepEqual(await wholeJournal(), []);
  });

  test('applicants read what moved, by how much and why; twice computed is once told', async () => {
    const receipt = await submitExample(api, GOVERNMENT, MOVING);
    await publish(leave('2026-11-26'));
    await recomputeDeadlines(deps, GOVERNMENT);
    const journal = await journalOf(receipt.number);
    await recomputeDeadlines(deps, GOVERNMENT);
    assert.deepEqual(await journalOf(receipt.number), journal);
    const { timeline } = await tracked(receipt);
    const item = timeline.findLast(({ kind }) => kind === 'deadline-set') as unknown as {
      title: { id: string };
      explained: { id: string; en: string };
    };
    assert.match(item.title.id, /Tenggat bergeser/);
    assert.match(
      item.explained.id,
      /Semula paling lambat Rabu, 2 Desember 2026.*kini Kamis, 3 Desember 2026/,
    );
    assert.match(item.explained.en, /Before by Wednesday, 2 December 2026/);
    assert.ok(item.explained.id.includes(DECREE));
    assert.equal(
      (await messagesOf(receipt.number)).filter((one) => one.template === 'deadline-moved').length,
      1,
    );
  });

  test('what was killed in the middle goes on where it was', async () => {
    const receipts = [
      await submitExample(api, GOVERNMENT, MOVING),
      await submitExample(api, GOVERNMENT, MOVING),
    ];
    const n = await publish(leave('2026-11-27'));
    const aim = { government: GOVERNMENT, n, round: 1, changes: [] };
    // A batch whose transaction is lost leaves nothing behind.
    await assert.rejects(
      inside(async (tx) => {
        await recomputeBatch(tx, deps, aim, START);
        throw new Error('killed');
      }),
      /killed/,
    );
    assert.ok((await inside((tx) => countRunningBefore(tx, GOVERNMENT, n))) >= 2);
    // One request is worked on meanwhile: it is passed over, and found by the next pass.
    const [held] = receipts;
    const { id } = await rowOf(held?.number ?? '');
    let release = (): void => undefined;
    const holding = app.context.database.transaction({ government: GOVERNMENT }, async (tx) => {
      await tx.selectFrom('request').select('id').where('id', '=', id).forUpdate().execute();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    const computing = recomputeDeadlines(deps, GOVERNMENT);
    await inside(async (tx) => {
      while ((await countRunningBefore(tx, GOVERNMENT, n)) > 1)
        await new Promise((resolve) => setTimeout(resolve, 20));
    });
    release();
    await Promise.all([holding, computing]);
    for (const { number } of receipts) {
      const own = (await journalOf(number)).filter(({ data }) => data['cause'] === 'calendar');
      assert.deepEqual(
        own.map(({ data }) => data['calendarVersion']),
        [n],
      );
    }
    assert.deepEqual(await wholeJournal(), []);
  });

  test('an act between calendar and re-computation stands, and is re-computed from what it left', async () => {
    const { number } = await submitExample(api, GOVERNMENT, MOVING);
    const n = await publish(leave('2026-11-30'));
    const desk = await readOnDesk(api, GOVERNMENT, number, 'kabid-informatika');
    const acted = await actAs(api, await api.as(GOVERNMENT, 'kabid-informatika'), desk, 'complete');
    assert.equal(acted.status, 200, JSON.stringify(acted.body));
    await recomputeDeadlines(deps, GOVERNMENT);
    const kinds = (await journalOf(number)).map(({ kind }) => kind);
    assert.ok(kinds.includes('step-made'));
    assert.equal(kinds.at(-1), 'deadline-set');
    assert.equal((await rowOf(number)).calendar_version, n);
  });

  test('what was published from files is found by the round, with the decrees its days name', async () => {
    const { number } = await submitExample(api, GOVERNMENT, MOVING);
    const { file } = app.context.catalogue.calendar(GOVERNMENT);
    const text = calendarText(valueOf(editCalendar(file, leave('2026-12-03'))));
    const edited = { kind: 'calendar', name: 'calendar', text } as const;
    await publishEdited(app.context.database, GOVERNMENT, edited, { by: 'berkas', clock: app.clock });
    await app.context.catalogue.refresh();
    const { n } = app.context.catalogue.calendar(GOVERNMENT);
    await recomputeRound(deps).run(worker);
    const jobs = await app.startJobs();
    try {
      for (let tries = 0; tries < 100; tries += 1) {
        const [change] = await inside((tx) => listCalendarChanges(tx, GOVERNMENT));
        if (change?.n === n && change.finishedAt) break;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    } finally {
      await jobs.stop();
    }
    const [change] = await inside((tx) => listCalendarChanges(tx, GOVERNMENT));
    assert.deepEqual([change?.n, change?.decree, change?.reason], [n, DECREE, null]);
    assert.equal((await journalOf(number)).at(-1)?.data['decree'], DECREE);
    assert.equal((await rowOf(number)).calendar_version, n);
  });

  test('a promise that was broken only because the calendar was wrong is not broken any more', async () => {
    const { number, dueAt } = await submitExample(api, GOVERNMENT, MOVING);
    app.clock.moveTo(Temporal.Instant.from(dueAt ?? '').add({ hours: 1 }));
    const watch = () =>
      watchDeadlineTask(deps)({ number }, { government: GOVERNMENT, database: deps.database });
    await watch();
    assert.ok((await rowOf(number)).overdue_at);
    await publish(leave(String(dueAt).slice(0, 10)));
    await recomputeDeadlines(deps, GOVERNMENT);
    const row = await rowOf(number);
    assert.equal(row.overdue_at, null);
    assert.ok(row.due_at && Temporal.Instant.compare(row.due_at, app.clock.now()) > 0);
    app.clock.moveTo(row.due_at.add({ hours: 1 }));
    await watch();
    assert.ok((await rowOf(number)).overdue_at, 'and is broken when the right day has passed as well');
    assert.deepEqual(await wholeJournal(), []);
    app.clock.moveTo(Temporal.Instant.from(monday));
  });

  /** A state that no rule can have led to: its clock stood backwards. */
  const corrupt = (number: string, pauses: readonly object[]) =>
    inside((tx) =>
      sql`update request set state = jsonb_set(state, '{pauses}', ${JSON.stringify(pauses)}::jsonb)
           where government = ${GOVERNMENT} and number = ${number}`.execute(tx),
    );
  const backwards = { from: '2026-11-24T03:00:00Z', to: '2026-11-24T02:00:00Z' };
  const asidesOf = (n: number) => inside((tx) => listCalendarAsides(tx, GOVERNMENT, n, 10));
  const statesOf = async (n: number) => {
    const change = (await inside((tx) => listCalendarChanges(tx, GOVERNMENT))).find((one) => one.n === n);
    return [change?.total, change?.moved, change?.finishedAt !== null];
  };

  test('one that cannot be computed is put aside and told, and the others go on', async () => {
    const [odd, even] = [
      await submitExample(api, GOVERNMENT, MOVING),
      await submitExample(api, GOVERNMENT, MOVING),
    ];
    await corrupt(odd.number, [backwards]);
    const stood = await rowOf(odd.number);
    const { calendar } = app.context.catalogue.calendar(GOVERNMENT);
    const preview = await inside((tx) => previewCalendar(tx, deps, GOVERNMENT, calendar));
    const told = [{ number: odd.number, service: MOVING, reason: 'pause-reversed' }];
    assert.deepEqual([preview.uncomputable, preview.asides], [1, told]);

    const n = await publish(leave('2026-12-04'));
    await recomputeDeadlines(deps, GOVERNMENT);
    assert.equal((await rowOf(even.number)).calendar_version, n);
    assert.deepEqual(await rowOf(odd.number), stood);
    assert.deepEqual(await asidesOf(n), told);
    assert.equal(
      await inside((tx) => countRunningBefore(tx, GOVERNMENT, n)),
      0,
      'it is not tried each minute',
    );
    assert.equal((await statesOf(n))[2], true);

    // Something is done on it: it is tried again, as it stands then.
    await corrupt(odd.number, []);
    const { actInside } = await import('../act.ts');
    const overdue = {
      government: GOVERNMENT,
      number: odd.number,
      actor: { kind: 'system' },
      version: null,
    } as const;
    app.clock.moveTo(Temporal.Instant.from(odd.dueAt ?? '').add({ hours: 48 }));
    await inside((tx) => actInside(tx, deps, overdue, () => ({ command: { type: 'mark-overdue' } })));
    await recomputeDeadlines(deps, GOVERNMENT);
    assert.equal((await rowOf(odd.number)).calendar_version, n);
    assert.deepEqual(await asidesOf(n), []);
    app.clock.moveTo(Temporal.Instant.from(monday));
    assert.deepEqual(await wholeJournal(), []);
  });

  test('what was submitted on the old calendar after the others were done is counted, and its officer told of it alone', async (t) => {
    const early = await submitExample(api, GOVERNMENT, MOVING);
    await app.context.catalogue.refresh();
    // It looks every two seconds; this process is to be one that has not looked yet, however slow the machine is.
    const looking = t.mock.method(app.context.catalogue, 'refresh', async () => false);
    const before = app.context.catalogue.calendar(GOVERNMENT).n;
    const n = await publishUnheard(leave('2026-11-24'));
    const catalogue = await loadCatalogue(worker, app.clock);
    await recomputeDeadlines({ ...deps, catalogue }, GOVERNMENT);
    const [total, moved] = await statesOf(n);
    const late = await submitExample(api, GOVERNMENT, MOVING);
    assert.equal((await rowOf(late.number)).calendar_version, before, 'this process has not heard of it');
    await recomputeDeadlines({ ...deps, catalogue }, GOVERNMENT);
    assert.deepEqual(await statesOf(n), [Number(total) + 1, Number(moved) + 1, true]);
    const digests = async (number: string) =>
      (await messagesOf(number)).filter(({ template }) => template === 'calendar-digest');
    const [own, ...others] = await digests(late.number);
    assert.ok(own?.text.includes(late.number));
    assert.ok(!own?.text.includes(early.number), 'what was told is not told again');
    assert.deepEqual(others, []);
    looking.mock.restore();
    await app.context.catalogue.refresh();
    assert.deepEqual(await wholeJournal(), []);
  });

  test('a promise is not called broken by a calendar that is no longer in force', async () => {
    const receipt = await submitExample(api, GOVERNMENT, MOVING);
    const { number, dueAt } = receipt;
    const { id } = await rowOf(number);
    app.clock.moveTo(Temporal.Instant.from(dueAt ?? '').add({ minutes: 1 }));
    const watched = async (): Promise<boolean> => {
      await overdueRound(deps).run(worker);
      const owner = new Client(app.addresses.ownerUrl);
      await owner.connect();
      const { rowCount } = await owner.query('select from graphile_worker._private_jobs where key = $1', [
        `${GOVERNMENT}/deadline/${id}`,
      ]);
      await owner.end();
      return rowCount === 1;
    };
    await publish(leave('2026-12-08'));
    assert.equal(await watched(), false);
    await recomputeDeadlines(deps, GOVERNMENT);
    app.clock.moveTo(Temporal.Instant.from((await tracked(receipt)).dueAt ?? '').add({ minutes: 1 }));
    assert.equal(await watched(), true);
    app.clock.moveTo(Temporal.Instant.from(monday));
  });
});
