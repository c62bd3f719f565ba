import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { actAs, apiOf, readOnDesk, submitExample } from '../../test/support/api.ts';
import type { Api, Receipt } from '../../test/support/api.ts';
import { chainHash, journalTime, openDatabase } from '../platform/index.ts';
import type { Database, JsonObject } from '../platform/index.ts';
import { readOutside } from './checkpoint-copy.ts';
import type { CheckpointBounds } from './checkpoints.ts';
import { CHECKPOINTS, takeCheckpoints, verifyJournal } from './index.ts';
import type { Verification } from './index.ts';

/*
 * Somebody who owns the database, and knows how it works, changes history. Everything they can do there is found.
 */

let app: TestApp;
let api: Api;
let worker: Database;
/** The owner of the tables: row-level security and grants do not bind them. */
let intruder: Client;

before(async () => {
  app = await startTestApp('verify');
  api = await apiOf(app);
  worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 2 });
  intruder = new Client({ connectionString: app.addresses.ownerUrl });
  await intruder.connect();
  await intruder.query('set search_path = pendopo');
});

after(async () => {
  await intruder.end();
  await worker.close();
  await app.close();
});

const directory = (): string => join(app.dataDirectory, CHECKPOINTS);

const verify = (government = 'klaten'): Promise<Verification> =>
  verifyJournal({ ...app.context, directory: directory() }, government);

const checkpoint = (government = 'klaten'): Promise<void> =>
  takeCheckpoints({ ...app.context, database: worker, directory: directory() }, [government]);

/** Kinds of findings about one request, each once. */
async function kindsOf({ number }: { readonly number: string }): Promise<readonly string[]> {
  const { findings } = await verify();
  return [...new Set(findings.filter((one) => one.number === number).map(({ kind }) => kind))];
}

/** A meeting room request that has been checked, and thus has several entries. */
async function request(): Promise<Receipt & { readonly id: string }> {
  const once = { 'idempotency-key': randomUUID() };
  const receipt = await submitExample(api, 'klaten', 'ruang-rapat', once);
  const desk = await readOnDesk(api, 'klaten', receipt.number, 'pengelola-ruang-rapat');
  const done = await actAs(api, await api.as('klaten', 'pengelola-ruang-rapat'), desk, 'complete');
  assert.equal(done.status, 200);
  const { rows } = await intruder.query<{ id: string }>('select id from request where number = $1', [
    receipt.number,
  ]);
  const [row] = rows;
  assert.ok(row);
  return { ...receipt, id: row.id };
}

const change = async (statement: string, ...values: unknown[]): Promise<void> => {
  const { rowCount } = await intruder.query(statement, values);
  assert.ok(rowCount, `changed nothing: ${statement}`);
};

interface StoredEntry {
  readonly position: number;
  readonly at: Date;
  readonly kind: string;
  readonly actor: JsonObject;
  readonly data: JsonObject;
}

/** Computes all hashes anew from `from` on, and the row's head: everything but the seal, whose key is elsewhere. */
async function chainAnew(id: string): Promise<void> {
  const { rows } = await intruder.query<StoredEntry>(
    'select position, at, kind, actor, data from journal where request = $1 order by position',
    [id],
  );
  let prev: Buffer | null = null;
  for (const { position, at, kind, actor, data } of rows) {
    const entry = {
      v: 1,
      government: 'klaten',
      request: id,
      position,
      at: journalTime(Temporal.Instant.fromEpochMilliseconds(at.getTime())),
      kind,
      actor,
      data,
      prev: prev?.toString('hex') ?? null,
    } as const;
    const hash = chainHash(entry);
    await change(
      'update journal set prev = $3, hash = $4 where request = $1 and position = $2',
      id,
      position,
      prev,
      hash,
    );
    prev = hash;
  }
  await change('update request set head = $2, version = $3 where id = $1', id, prev, rows.length);
}

describe('a journal that nobody touched', () => {
  test('is whole, and told in figures', async () => {
    const one = await request();
    await checkpoint();
    const found = await verify();
    assert.deepEqual(found.findings, []);
    assert.ok(found.requests > 0 && found.entries > found.requests && found.checkpoints > 0);
    assert.deepEqual(await kindsOf(one), []);
  });

  test('is whole while officials work on it', async () => {
    const [found] = await Promise.all([verify(), request(), request()]);
    assert.deepEqual(found.findings, []);
  });
});

describe('changed history is found:', () => {
  for (const [what, statement] of [
    [
      'data',
      `update journal set data = data || '{"number":"KLT-2026-000000"}' where request = $1 and position = 1`,
    ],
    ['time', `update journal set at = at - interval '1 hour' where request = $1 and position = 2`],
    ['actor', `update journal set actor = '{"kind":"system"}' where request = $1 and kind = 'step-made'`],
    ['kind', `update journal set kind = 'closed' where request = $1 and kind = 'step-made'`],
  ] as const) {
    test(`an entry whose ${what} was altered`, async () => {
      const one = await request();
      await change(statement, one.id);
      assert.deepEqual(await kindsOf(one), ['altered']);
    });
  }

  test('an entry taken out of the middle', async () => {
    const one = await request();
    await change('delete from journal where request = $1 and position = 2', one.id);
    assert.ok((await kindsOf(one)).includes('missing'));
  });

  test('the last entry cut off, also when the row is set back with it', async () => {
    const one = await request();
    await change("delete from journal where request = $1 and kind = 'step-made'", one.id);
    assert.ok((await kindsOf(one)).some((kind) => kind === 'truncated' || kind === 'missing'));
    const two = await request();
    await change('delete from journal where request = $1 and position > 2', two.id);
    await chainAnew(two.id);
    assert.deepEqual(await kindsOf(two), ['re-chained']);
  });

  test('an entry put in after the sealed one', async () => {
    const one = await request();
    await change(
      `insert into journal select government, request, position + 1, at, 'closed', actor, '{}', v, hash, sha256(hash)
         from journal where request = $1 order by position desc limit 1`,
      one.id,
    );
    assert.ok((await kindsOf(one)).includes('surplus'));
  });

  test('an altered entry with all hashes computed anew', async () => {
    const one = await request();
    await change(
      `update journal set data = data || '{"forged":1}' where request = $1 and position = 1`,
      one.id,
    );
    await chainAnew(one.id);
    assert.deepEqual(await kindsOf(one), ['re-chained']);
  });

  test('a request set back to an earlier moment with its own genuine seal', async () => {
    const receipt = await submitExample(api, 'klaten', 'ruang-rapat');
    await intruder.query('create temporary table was as select * from request where number = $1', [
      receipt.number,
    ]);
    const desk = await readOnDesk(api, 'klaten', receipt.number, 'pengelola-ruang-rapat');
    await actAs(api, await api.as('klaten', 'pengelola-ruang-rapat'), desk, 'complete');
    await checkpoint();
    await change('delete from journal j using was where j.request = was.id and j.position > was.version');
    await change(
      `update request r set version = was.version, head = was.head, head_seal = was.head_seal, state = was.state,
         status = was.status, step = was.step, due_at = was.due_at from was where r.id = was.id`,
    );
    await intruder.query('drop table was');
    assert.deepEqual(await kindsOf(receipt), ['truncated']);
  });

  test('a row whose state, deadline or status was changed behind the journal', async () => {
    for (const statement of [
      `update request set due_at = due_at + interval '1 day' where id = $1`,
      `update request set status = 'closed' where id = $1`,
      `update request set state = jsonb_set(state, '{due}', '"2027-01-01T00:00:00+07:00"') where id = $1`,
    ]) {
      const one = await request();
      await change(statement, one.id);
      assert.deepEqual(await kindsOf(one), ['state-differs'], statement);
    }
  });

  test('answers, texts and files that are not what they were, and a key that is gone', async () => {
    const one = await request();
    await change('update request_value set sealed = sealed || $2 where request = $1', one.id, Buffer.of(1));
    assert.deepEqual(await kindsOf(one), ['value-altered']);
    const two = await request();
    await change(`update file set sha256 = sha256('x') where request = $1`, two.id);
    assert.deepEqual(await kindsOf(two), ['value-altered']);
    const three = await request();
    await change('delete from request_key where request = $1', three.id);
    assert.deepEqual(await kindsOf(three), ['values-lost']);
  });
});

describe('a whole request that vanished is found', () => {
  const remove = async (id: string): Promise<void> => {
    for (const table of ['journal', 'request_key', 'request_value', 'request_viewer', 'applicant']) {
      await intruder.query(`delete from ${table} where request = $1`, [id]);
    }
    await change('delete from request where id = $1', id);
  };
  const vanished = async (id: string): Promise<boolean> =>
    (await verify()).findings.some(({ kind, request }) => kind === 'vanished' && request === id);

  test('by its checkpoint', async () => {
    const one = await request();
    await checkpoint();
    await remove(one.id);
    assert.equal(await vanished(one.id), true);
  });

  test('by what was forgotten: a key without its request', async () => {
    const one = await request();
    await change('delete from journal where request = $1', one.id);
    await change('delete from request where id = $1', one.id);
    assert.equal(await vanished(one.id), true);
  });

  test('by the copy outside, when the checkpoints of the database went with it', async () => {
    const one = await request();
    await checkpoint();
    await remove(one.id);
    await intruder.query("delete from checkpoint where government = 'klaten'");
    const { findings } = await verify();
    assert.ok(findings.some(({ kind }) => kind === 'checkpoint-missing'));
    assert.equal(await vanished(one.id), true);
  });
});

describe('checkpoints', () => {
  const found = async (): Promise<readonly string[]> =>
    (await verify('bulungan')).findings.map(({ kind, position }) => `${kind} ${position}`);
  const file = (): string => join(directory(), 'bulungan.jsonl');

  before(async () => {
    for (let i = 0; i < 3; i += 1) {
      await submitExample(api, 'bulungan', 'hosting-subdomain-email');
      await checkpoint('bulungan');
    }
    assert.deepEqual(await found(), []);
  });

  test('are taken only when something happened, in the database and outside', async () => {
    await checkpoint('bulungan');
    const lines = (await readFile(file(), 'utf8')).split('\n').filter(Boolean);
    const { rows } = await intruder.query("select from checkpoint where government = 'bulungan'");
    assert.deepEqual([lines.length, rows.length], [3, 3]);
  });

  test('that were altered or left out are found, in either place', async () => {
    const text = await readFile(file(), 'utf8');
    await writeFile(file(), text.replace(/"version":2/, '"version":3'));
    assert.ok((await found()).includes('checkpoint-altered 1'));
    await writeFile(file(), text.split('\n').slice(1).join('\n'));
    assert.ok((await found()).some((kind) => kind.startsWith('checkpoint-')));
    await writeFile(file(), text);
    assert.deepEqual(await found(), []);
    await change(
      `update checkpoint set body = jsonb_set(body, '{heads,0,version}', '9') where government = 'bulungan' and n = 2`,
    );
    assert.ok((await found()).includes('checkpoint-altered 2'));
  });

  test('cut off by a crash while they were written outside are written again', async () => {
    const text = await readFile(file(), 'utf8');
    await writeFile(file(), text.slice(0, -20));
    await submitExample(api, 'bulungan', 'hosting-subdomain-email');
    await checkpoint('bulungan');
    assert.ok((await readFile(file(), 'utf8')).split('\n').filter(Boolean).length === 4);
  });
});

describe('many chains that have moved', () => {
  const government = 'purbalingga';
  const count = async (): Promise<number> => {
    const { rows } = await intruder.query<{ n: number }>(
      'select count(*)::int as n from checkpoint where government = $1',
      [government],
    );
    return rows[0]?.n ?? 0;
  };
  const take = (bounds: CheckpointBounds, signal?: AbortSignal): Promise<void> =>
    takeCheckpoints(
      { ...app.context, database: worker, directory: directory(), ...(signal ? { signal } : {}) },
      [government],
      bounds,
    );

  before(async () => {
    await checkpoint(government);
    for (let i = 0; i < 5; i += 1) await submitExample(api, government, 'pengaduan-layanan');
  });

  test('are recorded some at a time, until the program ends', async () => {
    const first = await count();
    await take({ heads: 2 }, AbortSignal.abort());
    assert.equal(await count(), first);
    await take({ heads: 2, checkpoints: 1 });
    assert.equal(await count(), first + 1);
    await take({ heads: 2 });
    assert.equal(await count(), first + 3);
    await take({ heads: 2 });
    assert.equal(await count(), first + 3);
    assert.deepEqual((await verify(government)).findings, []);
    assert.equal((await readOutside(directory(), government)).lines.length, first + 3);
  });

  test('are found when somebody made the list say that they had been recorded, or had not', async () => {
    const differs = [{ kind: 'record-differs', request: undefined, position: undefined, number: undefined }];
    await change(
      "update recorded_head set hash = sha256('x') where request = (select id from request where government = $1 limit 1)",
      government,
    );
    assert.deepEqual((await verify(government)).findings, differs);
    await take({});
    assert.deepEqual((await verify(government)).findings, []);
    await submitExample(api, government, 'pengaduan-layanan');
    await change(
      `insert into recorded_head select government, id, version, head from request where government = $1
         on conflict (government, request) do update set hash = excluded.hash`,
      government,
    );
    assert.deepEqual((await verify(government)).findings, differs);
  });
});
