/**
 * The database is gone while people work: stopped and started again, and standing still without a word. Everybody is told so
 * in their language, with what was kept; nothing is written by halves; all goes on by itself once it is back.
 */
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { migrate, startEmbeddedPostgres } from '../../src/platform/index.ts';
import type { EmbeddedPostgres } from '../../src/platform/index.ts';
import { verifyJournal } from '../../src/request/index.ts';
import { listProcesses } from '../chaos/processes.ts';
import { apiOf, exampleForm, exampleOf, servicePath, submitExample } from '../support/api.ts';
import type { Api, Problem, Receipt } from '../support/api.ts';
import { prepareBroughtIn, startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { clusterVariable, makeRunFolder } from '../support/database.ts';
import { until } from '../support/program.ts';
import { Visitor } from '../support/visitor.ts';

const service = servicePath('klaten', 'ruang-rapat');
const form = '/klaten/layanan/ruang-rapat/ajukan';

let base: string;
let postgres: EmbeddedPostgres;
let app: TestApp;
let api: Api;

const start = (): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ base, copies: base, progress: () => undefined });

before(async () => {
  base = await makeRunFolder();
  postgres = await start();
  await migrate(postgres);
  // A server of this file's own: nobody else may lose theirs.
  process.env[clusterVariable] = postgres.superuserUrl;
  await prepareBroughtIn();
  app = await startTestApp('gone');
  api = await apiOf(app);
});

after(async () => {
  await app.close();
  await postgres.stop();
  await rm(base, { recursive: true, force: true });
});

const count = async (): Promise<number> => {
  const rows = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
    tx.selectFrom('request').select('id').where('government', '=', 'klaten').execute(),
  );
  return rows.length;
};

const recovered = (): Promise<true> =>
  until('the portal serves again', async () => {
    const { statusCode } = await app.server.inject('/sehat');
    return statusCode === 200 ? true : null;
  });

/** A visitor on the first page of a form, with something typed. */
async function typing(lang: 'id' | 'en'): Promise<{ visitor: Visitor; typed: Record<string, string> }> {
  const visitor = new Visitor(app.server);
  await visitor.open(`${form}?lang=${lang}`);
  const names = [...visitor.page.body.matchAll(/<(?:input|textarea)[^>]* name="([a-z][\w-]*)"/g)].map(
    ([, name = '']) => name,
  );
  assert.ok(names.length > 0);
  // Nobody reads a page in no time, and the form knows.
  app.clock.moveTo(app.clock.now().add({ seconds: 5 }));
  return { visitor, typed: { nanti: '1', [names.at(-1) ?? '']: 'yang sudah diketik <b>' } };
}

/** What everybody sees while the database is away. */
async function checkAway(): Promise<void> {
  const pages = [
    ['/', 200],
    ['/klaten', 200],
    ['/klaten/layanan/ruang-rapat', 200],
    ['/sehat/hidup', 200],
    ['/sehat', 503],
  ] as const;
  for (const [url, status] of pages) assert.equal((await app.server.inject(url)).statusCode, status, url);
  const answer = await app.server.inject({
    url: '/api/v1/requests/KLT-2026-000000',
    headers: { 'tracking-key': 'x' },
  });
  assert.equal(answer.statusCode, 503);
  assert.equal(answer.headers['retry-after'], '30');
  assert.equal(answer.json<Problem>().code, 'database-away');
}

/** A post meanwhile: the page says what was kept, and the same once more is taken when the database is back. */
async function checkTyped(
  lang: 'id' | 'en',
  away: () => Promise<void>,
  back: () => Promise<void>,
): Promise<void> {
  const { visitor, typed } = await typing(lang);
  await away();
  const told = await visitor.submit(typed, '/ajukan');
  assert.equal(told.status, 503);
  assert.equal(told.headers['retry-after'], '30');
  assert.match(told.body, lang === 'id' ? /Yang Anda ketik masih tersimpan/ : /What you typed is still kept/);
  assert.match(told.body, lang === 'id' ? /Basis data sedang tidak dapat/ : /database cannot be reached/);
  await checkAway();
  await back();
  await recovered();
  const kept = await visitor.submit({}, '/ajukan');
  assert.equal(kept.status, 200, kept.body);
  assert.match(kept.url, /ajukan\/[\w-]{20,}/);
  const shown = await visitor.open(`${kept.url}/isi/${/\/isi\/([\w-]+)/.exec(kept.body)?.[1] ?? ''}`);
  assert.match(shown.body, /yang sudah diketik &lt;b&gt;/);
}

/** Every request whole: its chain, its values, its files. */
async function checkWhole(requests: number): Promise<void> {
  assert.equal(await count(), requests);
  const { context } = app;
  const found = await verifyJournal(
    { ...context, directory: join(app.dataDirectory, 'checkpoints') },
    'klaten',
  );
  assert.deepEqual(
    found.findings.filter(({ kind }) => kind !== 'checkpoint-missing'),
    [],
  );
}

describe('a database that was stopped', () => {
  for (const lang of ['id', 'en'] as const) {
    test(`is told in the visitor's language, keeps what was typed, and is taken up again (${lang})`, async () => {
      await submitExample(api, 'klaten', 'ruang-rapat');
      const before = await count();
      await checkTyped(
        lang,
        () => postgres.stop(),
        async () => void (postgres = await start()),
      );
      await checkWhole(before);
    });
  }
});

describe('a database that stands still', () => {
  /** All processes of the server: none of them answers, and no connection breaks. */
  const signal = async (what: 'SIGSTOP' | 'SIGCONT'): Promise<void> => {
    const root = Number.parseInt(
      await readFile(join(postgres.clusterDirectory, 'postmaster.pid'), 'utf8'),
      10,
    );
    const children = (await listProcesses()).filter(({ parent }) => parent === root);
    for (const pid of [root, ...children.map((child) => child.pid)]) process.kill(pid, what);
  };

  test('keeps nobody waiting without end, and is taken up again', { timeout: 180_000 }, async () => {
    const before = await count();
    await checkTyped(
      'id',
      () => signal('SIGSTOP'),
      () => signal('SIGCONT'),
    );
    await checkWhole(before);
  });

  test('leaves a submission under way done once or not at all', { timeout: 180_000 }, async () => {
    const before = await count();
    const headers = { 'idempotency-key': 'sekali-saja' };
    const body = exampleForm(await exampleOf(api, service));
    const sending = Array.from({ length: 4 }, () =>
      api.postForm<Receipt>(`${service}/requests`, body, headers),
    );
    await signal('SIGSTOP');
    const answers = await Promise.all(sending);
    await signal('SIGCONT');
    await recovered();
    for (const { status } of answers) assert.ok(status === 201 || status === 503, `${status}`);
    const again = await api.postForm<Receipt>(`${service}/requests`, body, headers);
    assert.equal(again.status, 201);
    for (const { status, body: told } of answers)
      if (status === 201) assert.equal(told.number, again.body.number);
    await checkWhole(before + 1);
  });
});
