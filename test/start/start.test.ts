/** Starting as people do it: what they are told while they wait, and when it cannot be done. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { createTestDatabase, startTestCluster } from '../support/database.ts';
import { runProgram, startProgram } from '../support/program.ts';
import type { Program, Settings } from '../support/program.ts';
import { startOldServer } from './old-server.ts';

const opened = /Portal terbuka di (\S+)/u;

/** Stops a portal that stands open and gives what it said. */
async function stopped(program: Program): Promise<string> {
  program.signal('SIGTERM');
  assert.deepEqual(await program.ended, { code: 0, signal: null }, program.output());
  return program.output();
}

async function frontPage(program: Program): Promise<number> {
  const [, url = ''] = await program.says(opened);
  return (await fetch(url)).status;
}

/** What the program says and how it ends when it refuses to start. */
async function refusal(settings: Settings): Promise<string> {
  const { code, output } = await runProgram(['start'], settings);
  assert.equal(code, 1, output);
  assert.doesNotMatch(output, /^ {4}at /mu, 'words, not the places in the program');
  return output;
}

describe('starting with the own database', () => {
  let directory: string;
  let settings: Settings;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pendopo-start-'));
    settings = { DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'warn' };
  });

  after(async () => {
    const text = await readFile(join(directory, 'installation.json'), 'utf8');
    const { database } = JSON.parse(text) as { readonly database: string };
    await rm(resolve(directory, database), { recursive: true, force: true });
    await rm(directory, { recursive: true, force: true });
  });

  test('the first time says all that takes time, in both languages, and opens a portal of the demo', async () => {
    const program = startProgram(['start'], settings);
    assert.equal(await frontPage(program), 200);
    const [, url = ''] = await program.says(opened);
    const mail = await (await fetch(`${url}/peragaan/kotak-surat`)).text();
    const links = [...new Set([...mail.matchAll(/http:\/\/localhost:\d+/gu)].map(([link]) => link))];
    assert.deepEqual(links, [url], 'mail leads to the port that the system gave');
    const output = await stopped(program);
    const told = [
      /Preparing the database/u,
      /Migrating the database: 0001/u,
      /Standards published: bulungan, klaten, klungkung, purbalingga/u,
      /Preparing example requests/u,
      /The portal is open/u,
    ];
    const places = told.map((words) => output.search(words));
    assert.ok(!places.includes(-1), output);
    assert.deepEqual(
      places.toSorted((a, b) => a - b),
      places,
      'in the order in which it happens',
    );
    for (const line of output.trim().split('\n')) assert.match(line, /\S \/ \S/u);
  });

  test('the second time does nothing twice', async () => {
    const program = startProgram(['start'], settings);
    assert.equal(await frontPage(program), 200);
    assert.doesNotMatch(await stopped(program), /Migrating|published|example requests/u);
  });

  test('a port in use is told in one line with the way out, and the database is stopped again', async (t) => {
    const other = createServer().listen(0, '127.0.0.1');
    t.after(() => other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const output = await refusal({ ...settings, PORT: String(port) });
    const lines = output.split('\n').filter((line) => line.includes(String(port)));
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /in use by another program.*another PORT/u);
    await stopped(await open(settings));
  });
});

async function open(settings: Settings): Promise<Program> {
  const program = startProgram(['start'], settings);
  await program.says(opened);
  return program;
}

test('a wrong configuration is told whole, each fault once, before anything is made', async () => {
  const output = await refusal({
    PORT: 'tiga ribu',
    DEMO: 'mungkin',
    SMTP_URL: 'smtp://mail.example',
    DATA_DIR: '/nowhere',
  });
  assert.deepEqual(
    [...output.matchAll(/^\d\. (\w+) .*(?:must be|needs)/gmu)].map(([, name]) => name),
    ['PORT', 'DEMO', 'SMTP_URL'],
  );
});

describe('starting with a database server of somebody else', () => {
  let directory: string;
  let settings: Settings;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pendopo-start-'));
    settings = { DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'warn' };
  });
  after(() => rm(directory, { recursive: true, force: true }));

  test('serves from there, and makes none of its own', async () => {
    const database = await createTestDatabase('start');
    const addresses = {
      DATABASE_URL: database.appUrl,
      DATABASE_WORKER_URL: database.workerUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    };
    const program = startProgram(['start'], { ...settings, ...addresses });
    assert.equal(await frontPage(program), 200);
    const worker = startProgram(['work'], { ...settings, ...addresses });
    await worker.says(/The worker runs/u);
    await stopped(worker);
    assert.doesNotMatch(await stopped(program), /Preparing the database|example requests/u);
    assert.doesNotMatch(await readFile(join(directory, 'installation.json'), 'utf8'), /"database"/u);
    await database.drop();
  });

  test('one that is not there is told so', async () => {
    const url = 'postgresql://pendopo@127.0.0.1:1/pendopo';
    assert.match(await refusal({ ...settings, DATABASE_URL: url }), /cannot be reached/u);
  });

  test('one that is too old is told its version and the one that is needed', async (t) => {
    const old = await startOldServer();
    t.after(() => old.close());
    const output = await refusal({ ...settings, DATABASE_URL: old.url });
    assert.match(output, /version 14; version 15 or newer is needed/u);
  });

  test('a role that passes row-level security is refused, with what to take from it', async (t) => {
    const cluster = await startTestCluster();
    t.after(() => cluster.stop());
    const address = (login: string): string => {
      const url = new URL(cluster.superuserUrl);
      url.username = login;
      url.pathname = '/pendopo';
      return url.href;
    };
    const client = new Client({ connectionString: cluster.superuserUrl });
    await client.connect();
    await client.query('alter role pendopo_app bypassrls');
    await client.end();
    const output = await refusal({
      ...settings,
      DATABASE_URL: address('pendopo_web'),
      DATABASE_WORKER_URL: address('pendopo_jobs'),
      DATABASE_OWNER_URL: address('pendopo_owner'),
    });
    assert.match(output, /which row-level security does not bind\. Take SUPERUSER and BYPASSRLS from/u);
  });
});
