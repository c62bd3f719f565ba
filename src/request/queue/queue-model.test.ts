/* Lists and search on the real database give what their slow definitions give over the same requests in memory. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { createTestDatabase } from '../../../test/support/database.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { insertAll, openDatabase } from '../../platform/index.ts';
import type { Database, RowsByTable } from '../../platform/index.ts';
import { EVERYTHING } from '../everything.ts';
import { countCeiling, readCounts } from './counts.ts';
import { readFacets } from './facets.ts';
import { readFirstPage, readPage } from './page.ts';
import type { QueueFilter, QueueName, QueueQuery } from './query.ts';
import type { Part } from './rows.ts';
import { findMeant } from './search.ts';
import { slowQueue, slowSearch } from './slow-queue.ts';
import type { Asked, Listed } from './slow-queue.ts';
import type { Viewer } from './viewer.ts';

const HOME = 'klaten';
const NOW = Date.parse('2026-11-23T02:00:00Z');
const HOUR = 3_600_000;
const REQUESTS = 130;

const positions = ['p1', 'p2', 'p3', 'p4'] as const;
const services = ['s1', 's2', 's3'] as const;
const officials = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'] as const;
/** Spelt as they sound, and some the beginnings of others. */
const vocabulary = [
  'rapat',
  'rapi',
  'ra',
  'dinas',
  'dini',
  'desa',
  'desain',
  'lampu',
  'lampung',
  'budi',
] as const;

const some = <T>(list: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...list]);
const oneOf = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);

/** Ids begin with the time at which requests came: here within five months, some at the same moment. */
const id = fc.tuple(fc.integer({ min: 0, max: 150 }), fc.uuid({ version: 7 })).map(([days, uuid]) => {
  const time = (NOW - days * 24 * HOUR).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}${uuid.slice(13)}`;
});

const listed: fc.Arbitrary<Listed> = fc
  .record({
    id,
    service: oneOf(services),
    step: oneOf(['t1', 't2']),
    channel: oneOf(['portal', 'counter'] as const),
    status: oneOf(['in-progress', 'in-progress', 'returned', 'closed'] as const),
    due: fc.option(fc.integer({ min: -5, max: 5 }).map((hours) => NOW + hours * HOUR)),
    takenBy: fc.option(oneOf(officials)),
    involved: some(positions),
    words: fc.array(oneOf(vocabulary), { maxLength: 4 }),
  })
  .chain(({ involved, ...rest }) =>
    some(involved).map((acts): Listed => ({ ...rest, positions: involved, acts })),
  );

const viewers: fc.Arbitrary<Viewer> = fc
  .record({
    held: some(positions),
    below: some(positions),
    overseen: fc.oneof(fc.constant('all' as const), some(services), fc.constant([])),
  })
  .map(({ held, below, overseen }) => ({
    government: HOME,
    official: officials[0],
    held,
    all: [...new Set([...held, ...below])],
    overseen,
  }));

const filters: fc.Arbitrary<QueueFilter> = fc.record(
  {
    service: oneOf([...services, 'nowhere']),
    step: oneOf(['t1', 't2']),
    channel: oneOf(['portal', 'counter'] as const),
    holder: oneOf(['me', 'nobody', 'other'] as const),
    late: fc.constant(true),
    position: oneOf(positions),
  },
  { requiredKeys: [] },
);

const asking: fc.Arbitrary<Asked> = fc.record({
  viewer: viewers,
  queue: oneOf<QueueName>(['mine', 'below', 'returned', 'done']),
  filter: fc.oneof(fc.constant({}), filters),
  now: fc.constant(NOW),
});

/** So many requests, the same at every run. */
const drawn = (count: number, seed: number): readonly Listed[] =>
  fc
    .sample(fc.uniqueArray(listed, { minLength: count, maxLength: count, selector: (one) => one.id }), {
      numRuns: 1,
      seed,
    })
    .flat();

/** Ids of requests that came one second after the other, the last `day` days from now. */
const idsUpTo = (day: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const time = (NOW + day * 24 * HOUR - (count - index) * 1000).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
  });

/** A request that has ended. */
const ended = (given: Pick<Listed, 'id' | 'positions' | 'words'>): Listed => ({
  service: 's1',
  step: 't1',
  channel: 'portal',
  status: 'closed',
  due: null,
  takenBy: null,
  acts: [],
  ...given,
});

const everywhere: Viewer = {
  government: HOME,
  official: officials[0],
  held: [],
  all: [],
  overseen: 'all',
};
const at = (...held: readonly string[]): Viewer => ({ ...everywhere, held, all: held, overseen: [] });

/** The rows of a request as the program writes them, with nothing in what lists do not read. */
function rowsOf(request: Listed, number: number): RowsByTable {
  const key = { government: HOME, request: request.id };
  const due = request.due === null ? null : Temporal.Instant.fromEpochMilliseconds(request.due);
  const at = Temporal.Instant.fromEpochMilliseconds(NOW);
  const nothing = Buffer.alloc(32);
  return {
    request: [
      {
        government: HOME,
        id: request.id,
        number: `KLT-2026-${number}-${request.id}`,
        service: request.service,
        service_version: 1,
        calendar_version: 1,
        status: request.status,
        step: request.step,
        version: 1,
        state: { takenBy: request.takenBy },
        head: nothing,
        head_seal: nothing,
        received_at: at,
        recorded_at: at,
        due_at: due,
        closed_at: request.status === 'closed' ? at : null,
        tracking_hash: nothing,
      },
    ],
    applicant: [{ ...key, kind: 'citizen', name: null, agency: null, subject: request.words.join(' ') }],
    request_viewer: [...request.positions, EVERYTHING].map((position) => ({
      ...key,
      position,
      service: request.service,
      open: request.status !== 'closed',
      acts: request.acts.includes(position),
      due_at: due ?? 'infinity',
      step: request.step,
      channel: request.channel,
      taken_by: request.takenBy,
      returned: request.status === 'returned',
    })),
  };
}

describe('lists of the desk', () => {
  let own: TestDatabase;
  let database: Database;
  let world: readonly Listed[];
  before(async () => {
    own = await createTestDatabase('queue-model');
    database = await openDatabase({ url: own.appUrl, role: 'pendopo_app', max: 2 });
    world = drawn(REQUESTS, 11);
    await write(world);
  });
  after(async () => {
    await database.close();
    await own.drop();
  });

  const write = async (requests: readonly Listed[]): Promise<void> => {
    const rows = requests.map(rowsOf);
    const together = {
      request: rows.flatMap(({ request = [] }) => request),
      applicant: rows.flatMap(({ applicant = [] }) => applicant),
      request_viewer: rows.flatMap(({ request_viewer = [] }) => request_viewer),
    };
    await database.transaction({ government: HOME }, (tx) => insertAll(tx, together));
  };

  const partOf = ({ viewer, queue, filter, now }: Asked): Part => ({
    viewer,
    queue,
    filter,
    now: Temporal.Instant.fromEpochMilliseconds(now),
  });

  /** All pages of a part, put behind each other. */
  async function pagesOf(asked: Asked, limit: number): Promise<string[]> {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const query: QueueQuery = { queue: asked.queue, limit, ...(after === null ? {} : { after }) };
      const page = await database.ask({ government: HOME }, (tx) => readPage(tx, partOf(asked), query));
      assert.ok(page.rows.length <= limit);
      found.push(...page.rows.map((row) => row.id));
      after = page.next;
    } while (after !== null);
    return found;
  }

  const search = (viewer: Viewer, queue: QueueName, anywhere: boolean, words: readonly string[]) =>
    database.ask({ government: HOME }, (tx) =>
      findMeant(
        tx,
        partOf({ viewer, queue, filter: {}, now: NOW }),
        { numbers: [], words, contacts: [], digits: null },
        { queue, anywhere, limit: 50 },
      ),
    );

  test('pages of a part, put behind each other, are the part in its order, each request once', async () => {
    await fc.assert(
      fc.asyncProperty(asking, oneOf([7, 50]), async (asked, limit) => {
        const expected = slowQueue(world, asked).map((request) => request.id);
        assert.deepEqual(await pagesOf(asked, limit), expected);
      }),
      { numRuns: 60 },
    );
  });

  test('a first page is the first of the pages, with the facets and the count of its part', async () => {
    await fc.assert(
      fc.asyncProperty(asking, oneOf([7, 50, 120]), async (asked, limit) => {
        const part = partOf(asked);
        const query = { queue: asked.queue, limit };
        const [{ page, ...counted }, expected, facets] = await database.ask({ government: HOME }, (tx) =>
          Promise.all([readFirstPage(tx, part, limit), readPage(tx, part, query), readFacets(tx, part)]),
        );
        assert.deepEqual(page, expected);
        assert.deepEqual(counted, facets);
        const all = slowQueue(world, asked).length;
        assert.equal(counted.count, asked.queue === 'done' ? 0 : Math.min(all, countCeiling));
      }),
      { numRuns: 60 },
    );
  });

  test('counts are those of the whole parts, and facets those of the part as it is narrowed', async () => {
    await fc.assert(
      fc.asyncProperty(asking, async (asked) => {
        const part = partOf(asked);
        const [counts, { facets, facetsComplete }] = await database.ask({ government: HOME }, (tx) =>
          Promise.all([readCounts(tx, part), readFacets(tx, part)]),
        );
        for (const queue of ['mine', 'below', 'returned'] as const) {
          const all = slowQueue(world, { ...asked, queue, filter: {} }).length;
          assert.equal(counts[queue], Math.min(all, countCeiling), queue);
        }
        const shown = slowQueue(world, asked);
        if (asked.queue === 'done') return assert.deepEqual(facets, []);
        assert.equal(facetsComplete, shown.length < countCeiling);
        if (!facetsComplete) return;
        for (const { by, value, count } of facets) {
          const set = by === 'late' ? { late: true } : { [by]: value };
          const left = slowQueue(shown, { ...asked, filter: { ...asked.filter, ...set } });
          // Of what is returned nobody asks who holds it.
          const meant = by === 'holder' ? left.filter(({ status }) => status !== 'returned') : left;
          assert.equal(count, meant.length, `${by} ${value}`);
        }
        const channels = facets.filter(({ by }) => by === 'channel');
        assert.equal(
          channels.reduce((sum, { count }) => sum + count, 0),
          shown.length,
        );
      }),
      { numRuns: 40 },
    );
  });

  test('search finds all with these words, then with the last begun, else with words that begin so, of what the viewer may see', async () => {
    const asked = fc.array(oneOf([...vocabulary, 'r', 'des', 'lamp', 'nihil']), {
      minLength: 1,
      maxLength: 3,
    });
    const queues = oneOf<QueueName>(['below', 'done']);
    await fc.assert(
      fc.asyncProperty(viewers, queues, fc.boolean(), asked, async (viewer, queue, anywhere, words) => {
        const scope = anywhere ? 'all' : queue === 'done' ? 'ended' : 'open';
        const { rows, partial } = await search(viewer, queue, anywhere, words);
        const expected = slowSearch(world, viewer, scope, words).slice(0, 50);
        assert.deepEqual(
          rows.map((row) => row.id),
          expected.map((request) => request.id),
        );
        assert.equal(partial, false);
        assert.deepEqual(
          rows.map((row) => row.waitsAt.toSorted()),
          expected.map(({ status, acts }) => (status === 'closed' ? [] : acts.toSorted())),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('of too many the newest and the nearest are looked at, and the page says so', async () => {
    // Most have ended, as everywhere after a year.
    const more = drawn(700, 12).map((request, index): Listed => ({
      ...request,
      words: ['sering'],
      status: index % 7 === 0 ? 'in-progress' : 'closed',
    }));
    await write(more);
    for (const viewer of [everywhere, at('p1')]) {
      const { rows, partial } = await search(viewer, 'below', true, ['sering']);
      assert.equal(partial, true);
      assert.equal(rows.length, 50);
      const all = slowSearch(more, viewer, 'all', ['sering']);
      // Of the nearest deadlines none is missed, however long ago the request came.
      const open = all.filter(({ status }) => status !== 'closed').slice(0, 20);
      const found = rows.map((row) => row.id);
      assert.deepEqual(
        found.slice(0, open.length),
        open.map((request) => request.id),
      );
      const legitimate = new Set(all.map((request) => request.id));
      assert.ok(found.every((one) => legitimate.has(one)));
    }
    // Counts stop, whether one post alone has as many or several together.
    for (const viewer of [everywhere, at('p1'), at(...positions)]) {
      const asked = { viewer, queue: 'below', filter: {}, now: NOW } as const;
      const counts = await database.ask({ government: HOME }, (tx) => readCounts(tx, partOf(asked)));
      const all = slowQueue([...world, ...more], asked).length;
      assert.equal(counts.below, Math.min(all, countCeiling));
    }
  });

  test('of what others have too many of, one finds one’s own that have ended', async () => {
    const own = idsUpTo(2, 30).map((one) => ended({ id: one, positions: ['p2'], words: ['padat'] }));
    const others = idsUpTo(3, 150).map((one) => ended({ id: one, positions: ['p1'], words: ['padat'] }));
    await write([...own, ...others]);
    const { rows, partial } = await search(at('p2'), 'below', true, ['padat']);
    assert.deepEqual(
      rows.map((row) => row.id),
      slowSearch(own, at('p2'), 'all', ['padat']).map((request) => request.id),
    );
    assert.equal(partial, true);
  });

  test('among thousands a page of a frequent word is the newest, and a rare word is found wherever it is', async () => {
    const many = idsUpTo(4, 2100).map((one, index) =>
      ended({ id: one, positions: ['p3'], words: [index % 10 === 0 ? 'umum' : 'lain', `tanda${index}`] }),
    );
    await write(many);
    const found = await search(everywhere, 'below', true, ['umum']);
    assert.deepEqual(
      found.rows.map((row) => row.id),
      slowSearch(many, everywhere, 'all', ['umum'])
        .slice(0, 50)
        .map((request) => request.id),
    );
    assert.equal(found.partial, true);
    for (const index of [0, 2099]) {
      const { rows, partial } = await search(everywhere, 'below', true, [`tanda${index}`]);
      assert.equal(rows[0]?.id, many[index]?.id);
      assert.equal(partial, false);
    }
  });
});
