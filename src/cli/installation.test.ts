import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { apiOf, keyOf, submitExample } from '../../test/support/api.ts';
import type { Api, Receipt, Tracked } from '../../test/support/api.ts';
import { runProgram } from '../../test/support/program.ts';
import { systemClock } from '../ground/index.ts';

/* Commands that act on an installation, run as programs beside the application. */

let app: TestApp;
let api: Api;
let owner: Client;

before(async () => {
  app = await startTestApp('cli_installation');
  // Commands live in the real time; the application meets them there.
  app.clock.moveTo(systemClock.now());
  api = await apiOf(app);
  owner = new Client({ connectionString: app.addresses.ownerUrl });
  await owner.connect();
  await owner.query('set search_path = pendopo');
});

after(async () => {
  await owner.end();
  await app.close();
});

const settings = (): Record<string, string> => ({
  DATABASE_URL: app.addresses.appUrl,
  DATABASE_WORKER_URL: app.addresses.workerUrl,
  DATABASE_OWNER_URL: app.addresses.ownerUrl,
  DATA_DIR: app.dataDirectory,
  MASTER_KEY_FILE: join(app.dataDirectory, 'master.key'),
  DEMO: 'yes',
});

const pendopo = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  runProgram(args, { ...settings(), ...more });

/** What one line of error says, and the exit code. */
async function failing(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; line: string }> {
  const { code, output } = await pendopo(args, more);
  const lines = output.trimEnd().split('\n');
  assert.equal(lines.length, 1, output);
  return { code, line: lines[0] ?? '' };
}

const token = ['token', '--government', 'klaten', '--position', 'pengelola-ruang-rapat'] as const;

describe('pendopo token', () => {
  test('prints only a token, which opens the desk, and writes it into the access log', async () => {
    const { code, output } = await pendopo([...token, '--reason', 'uji perintah']);
    assert.equal(code, 0, output);
    assert.match(output, /^pendopo\.[\w-]+\.[\w-]+\n$/);
    const list = await api.get<{ items: object[] }>('/api/v1/desk/requests', {
      authorization: `Bearer ${output.trim()}`,
    });
    assert.equal(list.status, 200);
    const { rows } = await owner.query<{ reason: string; subject: string }>(
      "select reason, subject from access_log where act = 'token-issued'",
    );
    assert.equal(rows.length, 1);
    assert.equal(rows[0]?.reason, 'uji perintah');
    assert.match(rows[0]?.subject ?? '', /\/pengelola-ruang-rapat$/);
  });

  test('outside the demo needs a reason, and inside does not', async () => {
    assert.equal((await pendopo(token)).code, 0);
    const { code, line } = await failing(token, { DEMO: 'no' });
    assert.equal(code, 2);
    assert.match(line, /--reason/);
  });

  test('says what there is when something is not there, and needs the key file', async () => {
    const wrong = await failing(['token', '--government', 'atlantis', '--position', 'raja']);
    assert.deepEqual([wrong.code, /klaten/.test(wrong.line)], [1, true]);
    const post = await failing(['token', '--government', 'klaten', '--position', 'raja']);
    assert.deepEqual([post.code, /pengelola-ruang-rapat/.test(post.line)], [1, true]);
    const nobody = await failing([...token, '--official', 'orang.lain@klaten']);
    assert.equal(nobody.code, 1);
    assert.equal((await failing(['token'])).code, 2);
    const keyless = await failing(token, { MASTER_KEY_FILE: join(app.dataDirectory, 'none.key') });
    assert.deepEqual([keyless.code, /MASTER_KEY_FILE/.test(keyless.line)], [1, true]);
  });
});

describe('pendopo journal and erase', () => {
  let receipt: Receipt;

  before(async () => {
    receipt = await submitExample(api, 'klaten', 'ruang-rapat');
  });

  test('verify says that all is well, in words and as JSON', async () => {
    assert.equal((await pendopo(['journal', 'checkpoint'])).code, 0);
    const words = await pendopo(['journal', 'verify']);
    assert.equal(words.code, 0, words.output);
    assert.match(words.output, /klaten: 1 permohonan, .*utuh/);
    const json = await pendopo(['journal', 'verify', '--government', 'klaten', '--json']);
    const found = JSON.parse(json.output) as {
      government: string;
      findings: object[];
      checkpoints: number;
    }[];
    assert.deepEqual(
      found.map(({ government, findings, checkpoints }) => [government, findings.length, checkpoints]),
      [['klaten', 0, 1]],
    );
  });

  test('erase refuses an open request, then erases, and verify says so', async () => {
    const open = await failing(['erase', receipt.number, '--reason', 'permintaan']);
    assert.equal(open.code, 1);
    const url = `/api/v1/requests/${receipt.number}`;
    assert.equal((await api.post(`${url}/withdrawal`, {}, keyOf(receipt))).status, 200);
    assert.equal((await failing(['erase', receipt.number])).code, 2);
    const erased = await pendopo(['erase', receipt.number.toLowerCase(), '--reason', 'permintaan']);
    assert.deepEqual([erased.code, erased.output], [0, `${receipt.number}\n`]);
    const { body } = await api.get<Tracked & { erased: boolean }>(url, keyOf(receipt));
    assert.equal(body.erased, true);
    const { code, output } = await pendopo(['journal', 'verify', '--lang', 'en']);
    assert.equal(code, 0);
    assert.match(output, new RegExp(`${receipt.number}: erased`));
  });

  test('verify finds what was changed, names it, and ends with 1', async () => {
    const changed = await submitExample(api, 'klaten', 'ruang-rapat');
    await owner.query(
      `update journal set at = at - interval '1 day'
        where position = 1 and request = (select id from request where number = $1)`,
      [changed.number],
    );
    const { code, output } = await pendopo(['journal', 'verify', '--government', 'klaten']);
    assert.equal(code, 1);
    assert.match(output, new RegExp(`${changed.number} #1: .*\\[altered\\]`));
    assert.equal((await pendopo(['journal', 'verify', '--government', 'klungkung'])).code, 0);
    assert.equal((await failing(['journal', 'verify', '--government', 'atlantis'])).code, 1);
    assert.equal((await failing(['journal'])).code, 2);
  });
});

describe('pendopo masterkey', () => {
  test('backs the key up under a passphrase and restores it where it is lost', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pendopo-key-'));
    const backup = join(folder, 'cadangan.json');
    const phrase = join(folder, 'frasa.txt');
    await writeFile(phrase, 'beberapa kata yang panjang\n');
    const made = await pendopo(['masterkey', 'backup', backup, '--passphrase-file', phrase]);
    assert.equal(made.code, 0, made.output);
    const elsewhere = { MASTER_KEY_FILE: join(folder, 'master.key') };
    const restore = ['masterkey', 'restore', backup] as const;
    assert.equal((await failing(restore, { ...elsewhere, PENDOPO_PASSPHRASE: 'frasa yang salah' })).code, 1);
    const restored = await pendopo(restore, {
      ...elsewhere,
      PENDOPO_PASSPHRASE: 'beberapa kata yang panjang',
    });
    assert.deepEqual([restored.code, restored.output], [0, made.output]);
    assert.equal((await pendopo(token, elsewhere)).code, 0);
    assert.equal(
      (
        await failing(['masterkey', 'backup', join(folder, 'x'), '--passphrase-file', phrase], {
          MASTER_KEY_FILE: join(folder, 'none'),
        })
      ).code,
      1,
    );
    assert.equal((await failing(['masterkey', 'burn', backup])).code, 2);
    await rm(folder, { recursive: true });
  });
});
