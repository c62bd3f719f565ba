import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { sql } from 'kysely';
import { Client } from 'pg';

import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openDatabase, type Database, type Tx, type Writing } from '../index.ts';
import { checkServer } from './server-check.ts';

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe('database', () => {
  let own: TestDatabase;
  let database: Database;

  before(async () => {
    own = await createTestDatabase('database');
    database = await openDatabase({ url: own.appUrl, role: 'pendopo_app', max: 3 });
    await asOwner(`
      create table pendopo.note (government text not null, text text not null unique);
      alter table pendopo.note enable row level security;
      create policy own on pendopo.note using (government = pendopo.current_government());
      grant select, insert on pendopo.note to pendopo_app;`);
  });

  after(async () => {
    await database.close();
    await own.drop();
  });

  const superuserUrl = (): string => own.ownerUrl.replace('pendopo_owner', 'postgres');
  const asOwner = (statement: string): Promise<void> => run(own.ownerUrl, statement);
  const asSuperuser = (statement: string): Promise<void> => run(superuserUrl(), statement);

  const insert =
    (government: string, text: string) => (tx: Parameters<Parameters<Database['transaction']>[1]>[0]) =>
      sql`insert into note values (${government}, ${text})`.execute(tx);
  const texts = async (government: string): Promise<unknown> =>
    database.transaction(
      { government },
      async (tx) => (await sql`select text from note order by 1`.execute(tx)).rows,
    );

  it('binds a transaction to its government, whatever its name is made of', async () => {
    await database.transaction({ government: "kla'ten\\" }, insert("kla'ten\\", 'a'));
    await database.transaction({ government: 'bulungan' }, insert('bulungan', 'b'));
    assert.deepEqual(await texts("kla'ten\\"), [{ text: 'a' }]);
    assert.deepEqual(await texts('bulungan'), [{ text: 'b' }]);
  });

  it('refuses a row of another government', async () => {
    await assert.rejects(database.transaction({ government: 'klaten' }, insert('bulungan', 'c')), {
      code: '42501',
    });
  });

  it('shows no row without a government, also after the connection was bound to one', async () => {
    const one = await openDatabase({ url: own.appUrl, role: 'pendopo_app', max: 1 });
    await one.transaction({ government: 'bulungan' }, (tx) => sql`select 1`.execute(tx));
    const { rows } = await one.withoutGovernment((tx) => sql`select text from note`.execute(tx));
    assert.deepEqual(rows, []);
    await one.close();
  });

  it('refuses a transaction that names no government', async () => {
    await assert.rejects(database.transaction({ government: '' }, insert('', 'x')), TypeError);
  });

  it('tells the viewer to the database, and forgets him afterwards', async () => {
    const viewer = async (scope: { government: string; viewer?: string }): Promise<unknown> =>
      database.transaction(scope, async (tx) => {
        const { rows } = await sql`select pendopo.current_viewer() as viewer`.execute(tx);
        return rows[0];
      });
    assert.deepEqual(await viewer({ government: 'klaten', viewer: 'o1' }), { viewer: 'o1' });
    assert.deepEqual(await viewer({ government: 'klaten' }), { viewer: null });
  });

  it('undoes what a failing command did', async () => {
    const failing = database.transaction({ government: 'klaten' }, async (tx) => {
      await insert('klaten', 'undone')(tx);
      throw new Error('changed my mind');
    });
    await assert.rejects(failing, /changed my mind/u);
    assert.deepEqual(await texts('klaten'), []);
  });

  it('does not call a transaction done whose statement had failed unseen', async () => {
    const swallowed = database.transaction({ government: 'klaten' }, async (tx) => {
      await insert('klaten', 'swallowed')(tx);
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    });
    await assert.rejects(swallowed, /rolled back/u);
    assert.deepEqual(await texts('klaten'), []);
  });

  describe('that writes rows at its end', () => {
    const noted = (government: string, text: string): Writing => ({
      rows: { note: [{ government, text }] } as object,
    });

    it('commits what was done before and the rows together', async () => {
      await database.write({ government: 'purbalingga' }, async (tx) => {
        await insert('purbalingga', 'first')(tx);
        return noted('purbalingga', 'last');
      });
      assert.deepEqual(await texts('purbalingga'), [{ text: 'first' }, { text: 'last' }]);
    });

    it('takes nothing for granted: no rows, no harm', async () => {
      await database.write({ government: 'purbalingga' }, async () => ({ rows: {} }));
      assert.equal(((await texts('purbalingga')) as unknown[]).length, 2);
    });

    it('undoes all when a row is refused, says why, and the connection serves on', async () => {
      const refused = (government: string, text: string): Promise<void> =>
        database.write({ government: 'klaten' }, async (tx) => {
          await insert('klaten', 'before')(tx);
          return noted(government, text);
        });
      await assert.rejects(refused('klaten', 'last'), { code: '23505', constraint: 'note_text_key' });
      await assert.rejects(refused('bulungan', 'theirs'), { code: '42501' });
      await assert.rejects(
        database.write({ government: 'klaten' }, async (tx) => {
          await insert('klaten', 'before')(tx);
          throw new Error('changed my mind');
        }),
        /changed my mind/u,
      );
      assert.deepEqual(await texts('klaten'), []);
    });

    it('does not call it done when a statement before had failed unseen', async () => {
      const swallowed = database.write({ government: 'klaten' }, async (tx) => {
        await sql`select 1 / 0`.execute(tx).catch(() => undefined);
        return noted('klaten', 'swallowed');
      });
      await assert.rejects(swallowed, { code: '25P02' });
      assert.deepEqual(await texts('klaten'), []);
    });

    it('says that the database is away when it was so before the rows were sent', async () => {
      const cut = database.write({ government: 'klaten' }, async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
        await asSuperuser(`select pg_terminate_backend(${rows[0]!.pid}, 5000)`);
        await sql`select 1`.execute(tx);
        return noted('klaten', 'lost');
      });
      await assert.rejects(cut, { code: 'database-away' });
      await database.ping();
    });

    it('needs a government', async () => {
      await assert.rejects(
        database.write({ government: '' }, async () => ({ rows: {} })),
        TypeError,
      );
    });
  });

  describe('that inserts what comes at the same time together', () => {
    const noted = (government: string, text: string): Writing => ({
      rows: { note: [{ government, text }] } as object,
    });
    const all = (wanted: readonly (readonly [government: string, text: string])[]): Promise<unknown> =>
      Promise.allSettled(
        wanted.map(([government, text]) => database.insert(government, noted(government, text))),
      ).then((ends) => ends.map(({ status }) => status));
    const transactions = (government: string): Promise<number | undefined> =>
      database.transaction({ government }, async (tx) => {
        const { rows } = await sql<{
          n: number;
        }>`select count(distinct xmin::text)::int as n from note`.execute(tx);
        return rows[0]?.n;
      });

    it('in one transaction, and each government in its own', async () => {
      const wanted = Array.from(
        { length: 20 },
        (_, n) => [n < 12 ? 'many' : 'few', `together ${n}`] as const,
      );
      assert.deepEqual(new Set((await all(wanted)) as string[]), new Set(['fulfilled']));
      assert.equal(((await texts('many')) as unknown[]).length, 12);
      assert.equal(((await texts('few')) as unknown[]).length, 8);
      assert.equal(await transactions('many'), 1);
      assert.equal(await transactions('few'), 1);
    });

    it('tells a refusal to nobody but whose row it was', async () => {
      const ends = await all([
        ['refusing', 'mine a'],
        ['refusing', 'mine b'],
        ['refusing', 'mine a'],
        ['refusing', 'together 0'],
        ['refusing', 'mine c'],
      ]);
      assert.deepEqual(ends, ['fulfilled', 'fulfilled', 'rejected', 'rejected', 'fulfilled']);
      assert.deepEqual(await texts('refusing'), [{ text: 'mine a' }, { text: 'mine b' }, { text: 'mine c' }]);
      await assert.rejects(database.insert('refusing', noted('refusing', 'mine a')), {
        constraint: 'note_text_key',
      });
    });

    it('refuses a row of another government, and needs one', async () => {
      await assert.rejects(database.insert('klaten', noted('bulungan', 'theirs')), { code: '42501' });
      await assert.rejects(database.insert('', noted('', 'x')), TypeError);
    });

    it('writes nothing where nothing is given', async () => {
      await database.insert('klaten', { rows: {} });
    });

    it('tells who is under way that the database is away, and goes on with who waited behind', async () => {
      const lost = await openDatabase({ url: own.appUrl, role: 'pendopo_app', max: 1 });
      const pid = await lost.withoutGovernment(async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
        return rows[0]?.pid;
      });
      const holder = new Client({ connectionString: own.ownerUrl });
      await holder.connect();
      await holder.query('begin; lock table pendopo.note');
      const trying = (n: number): Promise<unknown> =>
        lost.insert('cut', noted('cut', `cut ${n}`)).catch((error: unknown) => error);
      const under = trying(1);
      await new Promise((next) => setTimeout(next, 50));
      const ends = [under, trying(2), trying(3)];
      await asSuperuser(`select pg_terminate_backend(${pid}, 5000)`);
      await holder.query('rollback');
      await holder.end();
      const [first, ...others] = await Promise.all(ends);
      assert.ok(first instanceof Error && 'code' in first && String(first.code) === 'database-away');
      assert.deepEqual(others, [undefined, undefined]);
      assert.equal(((await texts('cut')) as unknown[]).length, 2);
      await lost.close();
    });
  });

  describe('that asks all its questions at once', () => {
    it('gives the answers of one moment, bound to its government, in one round trip', async () => {
      await database.transaction({ government: 'asking' }, insert('asking', 'seen'));
      const one = await openDatabase({ url: own.appUrl, role: 'pendopo_app', max: 1 });
      const questions = (tx: Tx) =>
        Promise.all([
          sql<{ text: string }>`select text from note`.execute(tx),
          sql<{ at: Temporal.Instant }>`select now() as at`.execute(tx),
          sql<{ at: Temporal.Instant }>`select now() as at, pg_sleep(0.01)`.execute(tx),
        ]);
      const [seen, first, second] = await one.ask({ government: 'asking' }, questions);
      assert.deepEqual(seen.rows, [{ text: 'seen' }]);
      assert.ok(first.rows[0]?.at.equals(second.rows[0]!.at));
      const [hidden] = await one.ask(null, questions);
      assert.deepEqual(hidden.rows, []);
      await one.close();
    });

    it('commits what was written', async () => {
      await database.ask({ government: 'asking' }, insert('asking', 'written'));
      assert.deepEqual(await texts('asking'), [{ text: 'seen' }, { text: 'written' }]);
    });

    it('refuses what is asked after an answer, and undoes nothing that was asked before', async () => {
      const late = database.ask({ government: 'asking' }, async (tx) => {
        await sql`select 1`.execute(tx);
        return sql`select text from note`.execute(tx);
      });
      await assert.rejects(late, /The transaction is over/u);
      await database.ping();
    });

    it('undoes all when one question fails, says why, and the connection serves on', async () => {
      const failing = database.ask({ government: 'asking' }, (tx) =>
        Promise.all([
          insert('asking', 'undone')(tx),
          sql`select 1 / 0`.execute(tx),
          sql`select 1`.execute(tx),
        ]),
      );
      await assert.rejects(failing, { code: '22012' });
      const swallowed = database.ask({ government: 'asking' }, async (tx) => {
        await Promise.allSettled([insert('asking', 'undone')(tx), sql`select 1 / 0`.execute(tx)]);
      });
      await assert.rejects(swallowed, /rolled back/u);
      const thrown = database.ask({ government: 'asking' }, () => {
        throw new Error('before anything was asked');
      });
      await assert.rejects(thrown, /before anything/u);
      assert.deepEqual(await texts('asking'), [{ text: 'seen' }, { text: 'written' }]);
    });

    it('says that the database is away', async () => {
      const pid = await database.transaction({ government: 'asking' }, async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
        return rows[0]!.pid;
      });
      const cut = database.ask({ government: 'asking' }, (tx) => sql`select pg_sleep(20)`.execute(tx));
      await Promise.all([
        assert.rejects(cut, { code: 'database-away' }),
        asSuperuser(`select pg_terminate_backend(${pid}, 5000)`),
      ]);
      await database.ping();
    });

    it('needs a government, or says that it has none', async () => {
      const unbound = database.ask({ government: '' }, (tx) => sql`select 1`.execute(tx));
      await assert.rejects(unbound, TypeError);
    });
  });

  it('reads and writes values exactly', async () => {
    const instant = Temporal.Instant.from('2026-11-21T01:02:03.123456Z');
    const date = Temporal.PlainDate.from('2026-02-28');
    const time = Temporal.PlainTime.from('07:30');
    const bytes = Buffer.from([0, 255, 39]);
    const row = await database.withoutGovernment(async (tx) => {
      const { rows } = await sql<Record<string, unknown>>`
        select ${instant}::timestamptz as instant, ${date}::date as date, ${time}::time as time, ${bytes}::bytea as bytes,
               ${[instant]}::timestamptz[] as instants, ${[date, null]}::date[] as dates,
               9007199254740991::int8 as whole, 12345678901234567890.50::numeric as exact,
               ${{ a: [1] }}::jsonb as json`.execute(tx);
      return rows[0]!;
    });
    const shown = (value: unknown): string => String(value);
    assert.ok(row['instant'] instanceof Temporal.Instant && row['instant'].equals(instant));
    assert.ok(row['date'] instanceof Temporal.PlainDate && row['date'].equals(date));
    assert.ok(row['time'] instanceof Temporal.PlainTime && row['time'].equals(time));
    assert.deepEqual(row['bytes'], bytes);
    assert.deepEqual((row['instants'] as unknown[]).map(shown), [shown(instant)]);
    assert.deepEqual((row['dates'] as unknown[]).map(shown), ['2026-02-28', 'null']);
    assert.equal(row['whole'], Number.MAX_SAFE_INTEGER);
    assert.equal(row['exact'], '12345678901234567890.50');
    assert.deepEqual(row['json'], { a: [1] });
  });

  it('refuses a whole number that would lose its last digits', async () => {
    const query = database.withoutGovernment((tx) => sql`select 9007199254740993::int8`.execute(tx));
    await assert.rejects(query, RangeError);
    await database.ping();
  });

  it('says that the database is away, and works again when it is back', async () => {
    const cut = database.transaction({ government: 'klaten' }, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await asSuperuser(`select pg_terminate_backend(${rows[0]!.pid}, 5000)`);
      await sql`select 1`.execute(tx);
    });
    await assert.rejects(cut, { name: 'Fault', kind: 'unavailable', code: 'database-away' });
    await database.ping();
  });

  it('says that the database is away when nobody listens', async () => {
    const nowhere = openDatabase({ url: 'postgresql://x@127.0.0.1:1/x', role: 'pendopo_app', max: 1 });
    await assert.rejects(nowhere, { code: 'database-away' });
  });

  it('refuses a role that row-level security does not bind', async () => {
    const client = new Client({ connectionString: superuserUrl() });
    await client.connect();
    await client.query('begin; alter role pendopo_app bypassrls');
    // Another session cannot see an uncommitted change, so the check is made on this one.
    await client.query('set role pendopo_app');
    await assert.rejects(checkServer(client, 'pendopo_app'), { code: 'database-role-unsafe' });
    await client.query('rollback; reset role');
    await assert.rejects(checkServer(client, 'postgres'), { code: 'database-role-unsafe' });
    await client.end();
  });

  it('gives the portal no temporary tables, no public schema and none of the rights of the owner', async () => {
    const refused = (statement: string): Promise<void> =>
      assert.rejects(
        database.withoutGovernment((tx) => sql.raw(statement).execute(tx)),
        { code: '42501' },
      );
    await refused('create temporary table t ()');
    await refused('create table public.t ()');
    await refused('create table pendopo.t ()');
    await refused('set role pendopo_owner');
    await refused('select * from pendopo.schema_migration');
  });
});
