import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createTestDatabase } from '../../test/support/database.ts';
import type { TestDatabase } from '../../test/support/database.ts';

const entry = resolve('bin/pendopo.js');

interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a person does, in a process of its own. */
async function pendopo(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ending> {
  const child = spawn(process.execPath, [entry, ...args], { env: { ...process.env, ...env } });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => void (texts[name] += text));
  }
  const { promise, resolve: done } = Promise.withResolvers<number | null>();
  child.on('close', done);
  return { code: await promise, ...texts };
}

describe('the pendopo command', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pendopo-cli-'));
    await cp('governments/klungkung', join(folder, 'klungkung'), { recursive: true });
  });
  after(() => rm(folder, { recursive: true }));

  test('alone lists the commands; each has help', async () => {
    const list = await pendopo([]);
    assert.equal(list.code, 0);
    const names = [...list.stdout.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name ?? '');
    for (const name of ['check', 'schema', 'standard', 'deadline', 'promise'])
      assert.ok(names.includes(name), name);
    for (const name of names) {
      const help = await pendopo([name, '--help']);
      assert.deepEqual([help.code, help.stderr], [0, ''], name);
      assert.match(help.stdout, new RegExp(`^pendopo ${name}`), name);
    }
  });

  test('wrong usage is one line on standard error, with the way out', async () => {
    for (const args of [
      ['nothing'],
      ['check', '--nope'],
      ['check', '/nowhere'],
      ['standard'],
      ['standard', 'diff'],
      ['schema', 'x'],
    ]) {
      const { code, stdout, stderr } = await pendopo(args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, /^[^\n]+pendopo[^\n]+--help\n$/, args.join(' '));
    }
  });

  test('check tells file and line of every fault and says so with its exit code', async () => {
    const home = join(folder, 'klungkung');
    const good = await pendopo(['check', home, '--lang', 'en']);
    assert.equal(good.code, 0, good.stdout);
    assert.match(good.stdout, /1 government checked: 0 errors/);

    const file = join(home, 'services/email-resmi.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text
        .replace('to: closed', 'to: nowhere')
        .replace('positions:\n      - kepala-dinas', 'positions:\n      - x'),
    );
    const bad = await pendopo(['check', file, '--lang', 'en']);
    await writeFile(file, text);
    assert.equal(bad.code, 1);
    assert.match(
      bad.stdout,
      /email-resmi\.yaml:\d+:\d+ error: steps\.pembuatan\.outcomes\.fulfil\.to: .*"nowhere"/,
    );
    assert.match(bad.stdout, /steps\.disposisi-kadis\.positions\.0: There is no position "x"/);
  });

  test('schema prints JSON', async () => {
    const { code, stdout } = await pendopo(['schema', 'service']);
    assert.equal(code, 0);
    assert.equal((JSON.parse(stdout) as { type: string }).type, 'object');
  });

  test('standard diff compares two files, and answers by its exit code', async () => {
    const old = resolve('governments/klungkung/services/email-resmi.yaml');
    const changed = join(folder, 'new.yaml');
    await writeFile(changed, (await readFile(old, 'utf8')).replace('id: Email Resmi', 'id: Surel Resmi'));
    assert.equal((await pendopo(['standard', 'diff', old, old])).code, 0);
    const { code, stdout } = await pendopo(['standard', 'diff', old, changed]);
    assert.equal(code, 1);
    assert.match(stdout, /Judul › Bahasa Indonesia: Email Resmi → Surel Resmi/);
  });
});

describe('pendopo standard over a database', () => {
  let home: TestDatabase;
  let folder: string;
  const run = (...args: string[]): Promise<Ending> =>
    pendopo(['standard', ...args], { DATABASE_URL: home.appUrl });
  before(async () => {
    home = await createTestDatabase('cli_standard');
    folder = await mkdtemp(join(tmpdir(), 'pendopo-cli-'));
    await cp('governments/klungkung', join(folder, 'klungkung'), { recursive: true });
  });
  after(async () => {
    await rm(folder, { recursive: true });
    await home.drop();
  });

  test('publish, diff, list and export work together', async () => {
    const directory = join(folder, 'klungkung');
    const file = join(directory, 'services/email-resmi.yaml');
    const text = await readFile(file, 'utf8');

    const before = await run('diff', file);
    assert.equal(before.code, 1);
    assert.match(before.stderr, /never published/);

    const first = await run('publish', directory, '--by', 'ani');
    assert.equal(first.code, 0, first.stderr);
    assert.match(first.stdout, /service email-resmi v1/);
    assert.match((await run('publish', directory)).stdout, /Tidak ada yang berubah/);

    await writeFile(file, text.replace('id: Email Resmi', 'id: Surel Resmi'));
    const changes = await run('diff', file, '--lang', 'en');
    assert.deepEqual(
      [changes.code, changes.stdout],
      [1, 'Texts\n  Title › Indonesian: Email Resmi → Surel Resmi\n'],
    );
    assert.match((await run('publish', directory)).stdout, /^service email-resmi v2\n$/);

    const list = await run('list', 'klungkung');
    assert.match(list.stdout, /klungkung\/service\/email-resmi v1 .*cli:ani/);
    assert.match(list.stdout, /klungkung\/service\/email-resmi v2/);

    const target = join(folder, 'out');
    assert.equal((await run('export', 'klungkung', '--to', target)).code, 0);
    for (const name of [
      'government.yaml',
      'organisation.yaml',
      'calendar.json',
      'services/email-resmi.yaml',
    ]) {
      assert.equal(
        await readFile(join(target, name), 'utf8'),
        await readFile(join(directory, name), 'utf8'),
        name,
      );
    }

    await writeFile(file, text.replace('to: closed', 'to: nowhere'));
    const refused = await run('publish', directory);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /email-resmi\.yaml:\d+:\d+ kesalahan/);
    assert.equal((await run('export', 'nowhere')).code, 2);
  });
});
