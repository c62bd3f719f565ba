import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { exampleDocument } from '../example-document.ts';
import { isEnded, verifyJournal } from '../request/index.ts';
import type { RequestState } from '../request/index.ts';
import { isWorkingInstant } from '../working-time/index.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { official } from '../../test/support/officer.ts';
import { generateRequests } from './index.ts';
import type { Generated } from './index.ts';

const REQUESTS = 300;

/** What is told apart when the same seed tells again: everything that is not a secret or drawn anew. */
interface Told {
  readonly service: string;
  readonly status: string;
  readonly received_at: Temporal.Instant;
  readonly closed_at: Temporal.Instant | null;
  readonly due_at: Temporal.Instant | null;
  readonly name: string | null;
  readonly subject: string | null;
  readonly state: unknown;
}

const generate = (app: TestApp, government: string, requests: number, seed = 1): Promise<Generated> =>
  generateRequests(app.context, {
    requests,
    governments: [government],
    seed,
    documentFor: exampleDocument,
    progress: () => undefined,
  });

const told = (app: TestApp, government: string): Promise<Told[]> =>
  app.context.database.transaction({ government }, (tx) =>
    tx
      .selectFrom('request as r')
      .leftJoin('applicant as a', (join) =>
        join.onRef('a.government', '=', 'r.government').onRef('a.request', '=', 'r.id'),
      )
      .select([
        'r.service',
        'r.status',
        'r.received_at',
        'r.closed_at',
        'r.due_at',
        'a.name',
        'a.subject',
        'r.state',
      ])
      .where('r.government', '=', government)
      .orderBy('r.received_at')
      .execute(),
  );

describe('a generated year', () => {
  let app: TestApp;
  let made: Generated;
  let rows: readonly Told[];
  before(async () => {
    app = await startTestApp('generate');
    made = await generate(app, 'klaten', REQUESTS);
    rows = await told(app, 'klaten');
  });
  after(() => app.close());

  test('has as many requests as were asked for, of all services, and tells how they stand', () => {
    assert.equal(rows.length, REQUESTS);
    const standing = Object.groupBy(rows, ({ status }) => status);
    for (const [status, count] of Object.entries(made)) assert.equal(standing[status]?.length, count, status);
    const services = app.context.catalogue.services('klaten').map(({ value }) => value.id);
    assert.deepEqual([...new Set(rows.map(({ service }) => service))].sort(), [...services].sort());
  });

  test('every service is brought to its end by somebody, and every kind of end occurs', () => {
    const closed = new Set(rows.flatMap(({ service, status }) => (status === 'closed' ? service : [])));
    for (const { value } of app.context.catalogue.services('klaten'))
      assert.ok(closed.has(value.id), `no ${value.id} was closed`);
    for (const status of ['in-progress', 'closed', 'refused', 'withdrawn'])
      assert.ok((made[status] ?? 0) > 0, status);
    const states = rows.map(({ state }) => state as RequestState);
    assert.ok(states.some(({ returns, status }) => returns > 0 && status === 'closed'));
    assert.ok(states.some(({ overdue, status }) => overdue && status === 'closed'));
    assert.ok(states.some(({ overdue }) => !overdue));
    assert.ok(states.some(({ openDuties }) => openDuties.length > 0));
  });

  test('journals verify, with their values and files', async () => {
    const { context, dataDirectory } = app;
    const found = await verifyJournal({ ...context, directory: dataDirectory }, 'klaten');
    assert.equal(found.requests, REQUESTS);
    assert.deepEqual(found.findings, []);
  });

  test('arrives as people come: by day and hour, at the counter only while it works', () => {
    const { calendar, file } = app.context.catalogue.calendar('klaten');
    const office = rows.filter(({ state }) => (state as RequestState).channel !== 'portal');
    assert.ok(office.length > 100);
    for (const { received_at } of office)
      assert.ok(isWorkingInstant(calendar, received_at), received_at.toString());
    const wall = rows.map(({ received_at }) => received_at.toZonedDateTimeISO(file.timeZone));
    const atNight = wall.filter(({ hour }) => hour < 6 || hour >= 21);
    assert.ok(atNight.length > 0 && atNight.length < REQUESTS / 8);
    const span = rows.at(0)?.received_at.until(app.clock.now()).total('days') ?? 0;
    assert.ok(span > 330 && span <= 366, `${span} days`);
    for (const { received_at, closed_at } of rows)
      assert.ok(Temporal.Instant.compare(closed_at ?? app.clock.now(), received_at) >= 0);
  });

  test('agenda numbers follow each other without a gap, whoever else draws', () => {
    const numbers = new Map<string, number[]>();
    for (const { state } of rows) {
      const { agenda } = state as RequestState;
      if (!agenda) continue;
      const register = `${agenda.agency} ${agenda.year}`;
      numbers.set(register, [...(numbers.get(register) ?? []), agenda.number]);
    }
    assert.ok(numbers.size > 1);
    for (const [register, drawn] of numbers) {
      const inOrder = drawn.toSorted((one, other) => one - other);
      assert.deepEqual(
        inOrder,
        inOrder.map((_, index) => index + 1),
        register,
      );
    }
  });

  test('queues say what the states say, and the desk opens what it lists', async () => {
    const viewers = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx
        .selectFrom('request_viewer as v')
        .innerJoin('request as r', (join) =>
          join.onRef('r.government', '=', 'v.government').onRef('r.id', '=', 'v.request'),
        )
        .select(['r.status', 'r.number', 'v.open', 'v.acts', 'v.position'])
        .where('v.government', '=', 'klaten')
        .execute(),
    );
    for (const { status, open, acts, number } of viewers) {
      assert.equal(open, !isEnded(status), number);
      assert.ok(!acts || status === 'in-progress', number);
    }
    const head = await official(app, 'klaten', 'kabid-informatika');
    const { text } = await head.get('/meja?daftar=semua');
    const numbers = [...text.matchAll(/href="\/meja\/permohonan\/([A-Z0-9-]+)"/g)].map(
      ([, number]) => number,
    );
    const post = viewers.filter(({ open, position }) => open && position === 'kabid-informatika');
    assert.ok(post.length > 0);
    for (const { number } of post) assert.ok(numbers.includes(number), number);
    for (const number of numbers.slice(0, 10)) {
      const page = await head.get(`/meja/permohonan/${number}`);
      assert.equal(page.status, 200, `${number}: ${page.text.slice(0, 300)}`);
    }
  });

  test('the same seed tells the same stories, another one others', async () => {
    const again = await startTestApp('generate-again');
    try {
      await generate(again, 'klaten', REQUESTS);
      const plain = (row: Told): string => JSON.stringify({ ...row, state: null });
      assert.deepEqual((await told(again, 'klaten')).map(plain).sort(), rows.map(plain).sort());
      await generate(again, 'bulungan', 20, 1);
      await generate(app, 'bulungan', 20, 2);
      const [one, other] = [await told(again, 'bulungan'), await told(app, 'bulungan')];
      assert.notDeepEqual(one.map(plain), other.map(plain));
    } finally {
      await again.close();
    }
  });
});
