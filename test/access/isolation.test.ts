import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { Client } from 'pg';
import { openDatabase } from '../../src/platform/index.ts';
import type { Database, DatabaseRole, Tx } from '../../src/platform/index.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { actAs, apiOf, codeOf, readOnDesk, submitExample } from '../support/api.ts';
import type { Api, Problem, Receipt } from '../support/api.ts';
import { neighbours, twentyGovernments } from '../support/twenty-governments.ts';

/*
 * Twenty governments in one database, and somebody who can run any SQL as a role of the program, bound to one of
 * them. What they reach is theirs; history they cannot change; the search functions are no way around.
 */

const HOME = 'daerah-a';
const OTHER = 'daerah-b';
const SERVICE = 'hosting-subdomain-email';

let app: TestApp;
let api: Api;
let directory: string;
let owner: Client;
const databases: Partial<Record<DatabaseRole, Database>> = {};
const receipts = new Map<string, Receipt>();

before(async () => {
  directory = await twentyGovernments();
  app = await startTestApp('isolation', { governments: directory });
  api = await apiOf(app);
  owner = new Client({ connectionString: app.addresses.ownerUrl });
  await owner.connect();
  await owner.query('set search_path = pendopo');
  const { appUrl, workerUrl } = app.addresses;
  databases.pendopo_app = await openDatabase({ url: appUrl, role: 'pendopo_app', max: 2 });
  databases.pendopo_worker = await openDatabase({ url: workerUrl, role: 'pendopo_worker', max: 2 });
  for (const government of [...neighbours, 'bulungan', 'klaten', 'klungkung', 'purbalingga']) {
    receipts.set(government, await submitExample(api, government, services[government] ?? SERVICE));
  }
  await submitExample(api, 'klaten', 'pengaduan');
});

after(async () => {
  await owner.end();
  for (const database of Object.values(databases)) await database.close();
  await app.close();
  await rm(directory, { recursive: true });
});

const services: Readonly<Record<string, string>> = {
  klaten: 'ruang-rapat',
  klungkung: 'email-resmi',
  purbalingga: 'internet-jaringan',
};

/** Runs SQL as a role of the program, bound to a government; null: bound to none. */
function as<T>(role: DatabaseRole, government: string | null, work: (tx: Tx) => Promise<T>): Promise<T> {
  const database = databases[role];
  assert.ok(database);
  return government === null ? database.withoutGovernment(work) : database.transaction({ government }, work);
}

interface Outcome<Row> {
  readonly rows: readonly Row[];
  /** Rows that were changed. */
  readonly changed: number;
}

/** SQL with values for `$1` to `$9`. */
const query =
  <Row extends object>(statement: string, ...values: Value[]) =>
  async (tx: Tx): Promise<Outcome<Row>> => {
    const text = statement.replaceAll(/\$(\d)/g, (_, at: string) => literal(values[Number(at) - 1]));
    const { rows, numAffectedRows = 0n } = await sql<Row>`${sql.raw(text)}`.execute(tx);
    return { rows, changed: Number(numAffectedRows) };
  };

type Value = string | number | boolean | null | undefined | Buffer;

function literal(value: Value): string {
  if (value === null || value === undefined) return 'null';
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  return `'${String(value).replaceAll("'", "''")}'`;
}

/** Refused by the database: no right (42501), or no row that could be touched. */
async function refused(work: Promise<Outcome<object>>): Promise<string> {
  return work.then(
    ({ changed }) => `changed ${changed}`,
    (error: unknown) => String((error as { code?: string }).code),
  );
}

/** Columns that can be written. */
async function columnsOf(table: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ column_name: string }>(
    `select column_name from information_schema.columns
      where table_schema = 'pendopo' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return rows.map(({ column_name }) => column_name);
}

const roles = ['pendopo_app', 'pendopo_worker'] as const;

async function tablesWithGovernment(): Promise<readonly string[]> {
  const { rows } = await owner.query<{ table_name: string }>(
    `select table_name from information_schema.columns
      where table_schema = 'pendopo' and column_name = 'government' order by 1`,
  );
  return rows.map(({ table_name }) => table_name);
}

describe('the database', () => {
  test('holds requests of twenty governments, so that what follows means something', async () => {
    const { rows } = await owner.query<{ n: string }>('select count(distinct government) as n from request');
    assert.equal(Number(rows[0]?.n), 20);
  });

  test('protects every table that names a government by row-level security', async () => {
    const { rows } = await owner.query<{ relname: string; relrowsecurity: boolean }>(
      `select relname, relrowsecurity from pg_class where relnamespace = 'pendopo'::regnamespace and relkind = 'r'`,
    );
    const open = rows.filter(({ relrowsecurity }) => !relrowsecurity).map(({ relname }) => relname);
    const withGovernment = await tablesWithGovernment();
    assert.deepEqual(
      open.filter((name) => withGovernment.includes(name)),
      [],
    );
    assert.ok(withGovernment.length > 20);
  });

  test('lets no function that runs with more rights be bent by a search path, or be called by everybody', async () => {
    const { rows } = await owner.query<{ name: string; fixed: boolean; open: boolean }>(
      `select p.proname as name,
              coalesce(p.proconfig::text ~ 'search_path', false) as fixed,
              has_function_privilege('public', p.oid, 'execute') as open
         from pg_proc p where p.pronamespace = 'pendopo'::regnamespace and p.prosecdef`,
    );
    assert.ok(rows.length > 10);
    assert.deepEqual(
      rows.filter(({ fixed, open }) => !fixed || open),
      [],
    );
  });
});

for (const role of roles) {
  describe(`the role ${role}`, () => {
    test('reads no row of another government, and none at all without one', async () => {
      for (const table of await tablesWithGovernment()) {
        // Published standards are public law.
        if (table === 'definition') continue;
        for (const bound of [HOME, null]) {
          const foreign = `select count(*)::int as n from ${table} where government is distinct from ${literal(bound)}`;
          const found = await as(role, bound, query<{ n: number }>(foreign)).catch((error: unknown) => {
            assert.equal((error as { code?: string }).code, '42501', `${table}: ${String(error)}`);
            return { rows: [{ n: 0 }] };
          });
          assert.equal(found.rows[0]?.n, 0, `${role} bound to ${bound} reads ${table}`);
        }
      }
    });

    test('writes no row of another government', async () => {
      for (const table of await tablesWithGovernment()) {
        const columns = await columnsOf(table);
        const foreign = columns.map((name) => (name === 'government' ? `'${OTHER}'` : name));
        const changes = [
          `update ${table} set government = government where government = '${OTHER}'`,
          `delete from ${table} where government = '${OTHER}'`,
          `insert into ${table} (${columns.join()}) select ${foreign.join()} from ${table} where government = '${HOME}'`,
        ];
        const outcomes: string[] = [];
        for (const change of changes) outcomes.push(await refused(as(role, HOME, query(change))));
        assert.ok(
          outcomes.every((outcome) => ['42501', 'changed 0'].includes(outcome)),
          `${role}, ${table}: ${outcomes.join()}`,
        );
        // Where there is an own row to copy, the copy was refused and not merely empty.
        if (['request', 'journal', 'request_key', 'request_value', 'applicant', 'file'].includes(table))
          assert.equal(outcomes[2], '42501', `${role}, ${table}`);
      }
    });

    test('moves no row of its own to another government', async () => {
      const moved = as(role, HOME, query(`update request set government = '${OTHER}'`));
      assert.equal(await refused(moved), '42501');
    });

    test('changes and removes no history of its own government', async () => {
      for (const table of [
        'journal',
        'access_log',
        'definition',
        'idempotency',
        'request_key',
        'request_value',
      ]) {
        for (const change of [`update ${table} set government = government`, `delete from ${table}`]) {
          assert.equal(await refused(as(role, HOME, query(change))), '42501', `${role}: ${change}`);
        }
      }
      for (const table of ['journal', 'request', 'file', 'checkpoint']) {
        assert.equal(await refused(as(role, HOME, query(`truncate ${table}`))), '42501');
      }
      assert.equal(await refused(as(role, HOME, query('delete from request'))), '42501');
      assert.equal(await refused(as(role, HOME, query('delete from checkpoint'))), '42501');
      // Only files of drafts may go.
      assert.equal(await refused(as(role, HOME, query('delete from file'))), 'changed 0');
    });

    test('becomes nobody else, and changes no table', async () => {
      for (const statement of [
        'set role pendopo_owner',
        'set role postgres',
        `set role ${role === 'pendopo_app' ? 'pendopo_worker' : 'pendopo_app'}`,
        'set session authorization postgres',
        'alter table journal disable row level security',
        'create policy open on journal using (true)',
        'create table pendopo.mine (a int)',
        'create temporary table request (a int)',
        'create function pendopo.f() returns int language sql as $$ select 1 $$',
        "copy journal to program 'id'",
      ]) {
        assert.match(
          await refused(as(role, HOME, query(statement))),
          /^(42501|42704)$/,
          `${role}: ${statement}`,
        );
      }
    });
  });
}

describe('the functions with more rights', () => {
  const call = (statement: string, ...values: Value[]) =>
    as('pendopo_app', HOME, query(statement, ...values));
  const everything = `select request from search_requests($1::text[], null, $2::text[], $3::text[], $5::bytea[], $6, 'all', $4)`;
  const found = async (positions: string, number: string | null, words: string, ...more: Value[]) => {
    const [limit = 10, contacts = '{}', digits = null] = more;
    const numbers = number === null ? '{}' : `{${number}}`;
    return (await call(everything, positions, numbers, words, limit, contacts, digits)).rows.length;
  };

  test('find only requests of the bound government, whatever positions and numbers they are given', async () => {
    const foreign = receipts.get(OTHER)?.number ?? null;
    const own = receipts.get(HOME)?.number ?? null;
    const positions = '{kabid-egov,staf-egov,pengelola-ruang-rapat,*}';
    assert.equal(await found(positions, own, '{}'), 1);
    assert.equal(await found(positions, foreign, '{}'), 0);
    const words = await owner.query<{ word: string }>(
      "select distinct lower(substr(subject, 1, 1)) as word from applicant where subject ~ '^[A-Za-z]'",
    );
    const counts = words.rows.map(({ word }) => found(positions, null, `{${word}}`, 1_000_000));
    assert.equal(Math.max(...(await Promise.all(counts))), 1);
    // Words are kept with their government in front; another's cannot be asked for by writing it.
    assert.equal(await found(positions, null, `{${OTHER}/s}`), 0);
    const unbound = as('pendopo_app', null, query(everything, positions, `{${own}}`, '{a}', 10, '{}', null));
    assert.equal((await unbound).rows.length, 0);
  });

  test('find nothing for a viewer who holds none of its positions', async () => {
    const own = receipts.get(HOME)?.number ?? null;
    assert.equal(await found('{pengelola-ruang-rapat}', own, '{}'), 0);
    assert.equal(await found('{}', own, '{a}'), 0);
  });

  test('search by no contact of another government', async () => {
    const { rows } = await owner.query<{ hash: Buffer; last_digits: string | null }>(
      'select hash, last_digits from contact_hash where government = $1',
      [OTHER],
    );
    assert.ok(rows.length > 0);
    const own = new Set(
      (
        await owner.query<{ hash: Buffer }>('select hash from contact_hash where government = $1', [HOME])
      ).rows.map(({ hash }) => hash.toString('hex')),
    );
    for (const { hash } of rows) {
      const expected = own.has(hash.toString('hex')) ? 1 : 0;
      assert.equal(await found('{*}', null, '{}', 10, `{"\\\\x${hash.toString('hex')}"}`), expected);
    }
  });

  test('never give more than their ceiling', async () => {
    await owner.query(
      `insert into request select government, gen_random_uuid(), number || '-' || n, service, service_version,
              calendar_version, status, step, version, state, head, head_seal, received_at, recorded_at, due_at,
              overdue_at, closed_at, sha256(n::text::bytea), erased_at
         from request, generate_series(1, 600) n where government = 'daerah-p'`,
    );
    const made = `from request r where r.government = 'daerah-p' and r.number like '%-%-%-%'`;
    await owner.query(
      `insert into applicant (government, request, kind, name, subject) select r.government, r.id, 'agency', 'Banyak', 'Banyak' ${made}`,
    );
    await owner.query(
      `insert into request_viewer (government, position, request, service, open, acts)
         select r.government, '*', r.id, r.service, true, false ${made}`,
    );
    // More hits than are looked at one by one, and few enough for that.
    for (const words of ['{banyak}', '{banyak,banyak}']) {
      const rows = await as(
        'pendopo_app',
        'daerah-p',
        query(everything, '{*}', '{}', words, 1_000_000, '{}', null),
      );
      assert.equal(rows.rows.length, 200);
    }
  });

  test('find no request by a contact of another government', async () => {
    const { rows } = await owner.query<{ kind: string; hash: Buffer }>(
      'select kind, hash from contact_hash where government = $1',
      [OTHER],
    );
    assert.ok(rows.length > 0);
    for (const { kind, hash } of rows) {
      const found = await as(
        'pendopo_app',
        HOME,
        query<{ request: string }>('select request from find_by_contact($1, $2::bytea, 100)', kind, hash),
      );
      const { rows: own } = await owner.query<{ request: string }>(
        'select request from contact_hash where government = $1 and hash = $2',
        [HOME, hash],
      );
      assert.deepEqual(found.rows, own);
    }
  });

  test('open no identity of another government, and none without a reason', async () => {
    const { rows } = await owner.query<{ request: string }>('select request from protected_identity');
    const [hidden] = rows;
    assert.ok(hidden);
    const read = (bound: string, reason: string) =>
      as(
        'pendopo_app',
        bound,
        query<{ read_identity: Buffer | null }>(
          `select read_identity($1, gen_random_uuid(), now(), 'uji', $2)`,
          hidden.request,
          reason,
        ),
      );
    assert.equal((await read(HOME, 'penasaran')).rows[0]?.read_identity, null);
    await assert.rejects(read('klaten', ' '), { code: '22023' });
    assert.ok((await read('klaten', 'tindak lanjut')).rows[0]?.read_identity);
    const { rowCount } = await owner.query(
      "select from access_log where act = 'read-identity' and subject = $1 and reason = 'tindak lanjut'",
      [hidden.request],
    );
    assert.equal(rowCount, 1);
  });

  test('take, publish and list nothing for another government', async () => {
    for (const statement of [
      `select enqueue('send-message', '${OTHER}', '{}')`,
      `select * from failed_jobs('${OTHER}')`,
      `select retry_job('${OTHER}', 1)`,
      `select publish_definition('${OTHER}', 'service', 'x', now(), sha256('x'), 'x', 'x')`,
    ]) {
      await assert.rejects(as('pendopo_app', HOME, query(statement)), { code: '42501' }, statement);
    }
  });

  test('erase nothing for the portal', async () => {
    const erase = `select erase_request(gen_random_uuid(), now())`;
    await assert.rejects(as('pendopo_app', HOME, query(erase)), { code: '42501' });
  });

  test('tell of a number its government and nothing else', async () => {
    const number = receipts.get(OTHER)?.number ?? '';
    const home = `select * from find_request_home($1)`;
    const [row] = (await as('pendopo_app', null, query<Record<string, unknown>>(home, number))).rows;
    assert.deepEqual(Object.keys(row ?? {}).sort(), ['government', 'id']);
  });
});

describe('over the API', () => {
  test('an official finds and opens nothing of another government', async () => {
    const headers = await api.as(HOME, 'kabid-egov');
    const number = receipts.get(OTHER)?.number ?? '';
    assert.equal(
      codeOf(await api.get<Problem>(`/api/v1/desk/requests/${number}`, headers)),
      '404 request-not-found',
    );
    const { body } = await api.get<{ items: { number: string }[] }>(
      '/api/v1/desk/requests?state=open&limit=200',
      headers,
    );
    assert.deepEqual(
      body.items.map((item) => item.number),
      [receipts.get(HOME)?.number],
    );
  });

  test('words that look like a query language find what they say, or nothing', async () => {
    const headers = await api.as(HOME, 'kabid-egov');
    for (const q of [
      "'; drop table request; --",
      "' or '1'='1",
      'a:* | b:*',
      '!x & (y',
      '\\',
      '%',
      '_',
      '"',
      ':*',
      '<->',
      '$1',
      'ä'.repeat(100),
      '\u0000',
      '\ud800',
    ]) {
      const url = `/api/v1/desk/requests?q=${encodeURIComponent(q.toWellFormed())}`;
      const { status, body } = await api.get<{ items: { number: string }[] }>(url, headers);
      assert.equal(status, 200, `${q}: ${JSON.stringify(body)}`);
      for (const item of body.items) assert.equal(item.number, receipts.get(HOME)?.number);
    }
  });

  test('a token of one government does nothing in another, also with the right version', async () => {
    const { number = '' } = receipts.get(OTHER) ?? {};
    const desk = await readOnDesk(api, OTHER, number, 'kabid-egov');
    const answer = await actAs(api, await api.as(HOME, 'kabid-egov'), desk, 'complete');
    assert.equal(codeOf(answer), '404 request-not-found');
    assert.equal((await readOnDesk(api, OTHER, number, 'kabid-egov')).version, desk.version);
  });
});
