/**
 * Nonsense over the whole API and into every form: whatever is sent, no answer is an error of ours, none shows the inside of
 * the program, none takes for ever, and the program lives on. `FUZZ_RUNS=20 FUZZ_SEED=…` for a longer run.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { contractOf } from '../support/contract.ts';
import type { OpenApiDocument } from '../support/contract.ts';
import { apiCalls } from './fuzz/api-calls.ts';
import type { Subject } from './fuzz/api-calls.ts';
import { formCalls, pageCalls } from './fuzz/form-calls.ts';
import type { Answer, Call } from './fuzz/line.ts';
import { ask, hangUp } from './fuzz/line.ts';
import { Person, formsOn } from './fuzz/person.ts';
import type { FoundForm } from './fuzz/person.ts';
import { documentOf, holes, startPlanted } from './fuzz/planted.ts';
import { effort, fuzz } from './fuzz/run.ts';
import { follow, makeReturned, makeSubjects, signIn, startWorld } from './fuzz/world.ts';
import type { World } from './fuzz/world.ts';

after(hangUp);

describe('the fuzzer', () => {
  const often = { seed: 1, numRuns: 400 };
  for (const [hole, { told }] of Object.entries(holes)) {
    test(`finds a form that ${hole}`, async () => {
      const planted = await startPlanted();
      const path = `/${encodeURIComponent(hole)}`;
      const form: FoundForm = {
        page: path,
        action: path,
        method: 'POST',
        multipart: false,
        fields: [{ name: 'word', kind: 'text', value: 'x' }],
      };
      try {
        await assert.rejects(fuzz(planted.origin, formCalls([form], {}), often), told);
      } finally {
        planted.close();
      }
    });
  }

  test('finds what an API breaks on', async () => {
    const planted = await startPlanted();
    const subject: Subject = { params: {}, headers: {}, good: { hole: [{ word: 'x' }] }, files: [] };
    try {
      await assert.rejects(
        fuzz(planted.origin, apiCalls(documentOf('breaks'), [subject]), { seed: 1, numRuns: 4000 }),
        /status 500/u,
      );
    } finally {
      planted.close();
    }
  });
});

describe('the portal', () => {
  let world: World;

  before(async () => {
    world = await startWorld();
  });

  after(() => world.app.close());

  const lives = async (): Promise<void> => {
    const { status } = await ask(world.origin, { method: 'GET', path: '/sehat', headers: {}, body: null });
    assert.equal(status, 200);
  };

  test('answers nonsense over the API as its document says', async () => {
    const contract = contractOf((await world.app.server.inject('/api/openapi.json')).json<OpenApiDocument>());
    const known = Object.keys(world.document.paths).map(
      (path) => new RegExp(`^${path.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u'),
    );
    const reached = new Set<string>();
    const check = ({ method, path }: Call, { status, headers, body }: Answer): void => {
      const contentType = headers['content-type'] ?? '';
      const [address = ''] = path.split('?');
      if (!contentType.includes('json') || !known.some((one) => one.test(address))) return;
      // Written so that a browser would make another address of it before it asks.
      if (/\/\.|%2e/iu.test(address) || body.includes('request-unreadable')) return;
      contract.check(method, address, { status, contentType, body: JSON.parse(body) });
      reached.add(`${method} ${status}`);
    };
    await fuzz(world.origin, apiCalls(world.document, await makeSubjects(world)), effort(500), check);
    // Nonsense that never gets past the door tries nothing.
    for (const kind of ['GET 200', 'POST 200', 'POST 201', 'POST 400', 'POST 415', 'POST 422'])
      assert.ok(reached.has(kind), `${kind} never came: ${[...reached].join(', ')}`);
    await lives();
  });

  /** Walks about, then sends nonsense into all that was found. Gives how many forms that were. */
  const fuzzAs = async (person: Person, from: readonly string[], runs: number): Promise<number> => {
    const pages = await person.walk(from, 60);
    const found = pages.flatMap(({ path, body }) => formsOn(path, body));
    const forms = found.filter(({ action }) => !/keluar|tutup|sesi/u.test(action));
    await fuzz(world.origin, formCalls(forms, person.headers()), effort(runs), async (_call, answer) => {
      // What was taken in is shown on the page it leads to.
      if (answer.status !== 303) return;
      const path = answer.headers.location ?? '/';
      await fuzz(world.origin, pageCalls([path], person.headers()), { seed: 1, numRuns: 1 });
    });
    await fuzz(
      world.origin,
      pageCalls(
        pages.map(({ path }) => path),
        person.headers(),
      ),
      effort(runs / 2),
    );
    await lives();
    return new Set(forms.map(({ action }) => action)).size;
  };

  test('takes nonsense from visitors, in every form they can reach', async () => {
    const forms = await fuzzAs(
      new Person(world.origin),
      ['/', '/klaten', '/bulungan', '/meja', '/api', '/gaya'],
      400,
    );
    assert.ok(forms >= 10, `${forms} forms`);
  });

  test('takes nonsense from applicants, about what is theirs', async () => {
    const receipt = await makeReturned(world.api);
    const person = await follow(world, receipt);
    const forms = await fuzzAs(person, [`/klaten/permohonan/${receipt.number}`], 80);
    assert.ok(forms >= 4, `${forms} forms`);
  });

  for (const [position, least] of [
    ['pengelola-ruang-rapat', 3],
    ['petugas-pengaduan', 3],
    ['administrator', 3],
    ['auditor', 1],
  ] as const) {
    test(`takes nonsense from officials: ${position}`, async () => {
      const forms = await fuzzAs(
        await signIn(world, 'klaten', position),
        ['/meja', '/meja/loket', '/meja/kelola'],
        300,
      );
      assert.ok(forms >= least, `${forms} forms`);
    });
  }
});
