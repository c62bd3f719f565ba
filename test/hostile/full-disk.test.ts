/**
 * A disk that is really full: a small file system of its own under the files, and one under the database. Whoever sends
 * something is told; nothing stays of what was refused; all goes on when there is room again.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { verifyJournal } from '../../src/request/index.ts';
import { apiOf, codeOf, exampleForm, exampleOf, servicePath, submitExample } from '../support/api.ts';
import type { Api, ApiAnswer, Problem, Receipt } from '../support/api.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { exampleFields, fillExample } from '../support/form-example.ts';
import { makeRunFolder } from '../support/database.ts';
import { Visitor } from '../support/visitor.ts';

/** Only root may put a file system of its own under a folder. */
const skip =
  process.platform === 'linux' && process.getuid?.() === 0
    ? false
    : 'needs root on Linux to mount a small disk';

const service = servicePath('klaten', 'ruang-rapat');
const government = 'klaten';

/** Puts a small empty disk there. */
const mount = (folder: string, size: string): void =>
  void execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', folder]);
const unmount = (folder: string): void => void execFileSync('umount', ['-l', folder]);

/** Takes the room that is left, all but so much; gives a function that gives it back. */
function fill(folder: string, but = 0): () => void {
  const filler = join(folder, 'filler');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(bavail * bsize - but));
  return () => rmSync(filler);
}

let app: TestApp;
let api: Api;

before(async () => {
  if (skip !== false) return;
  app = await startTestApp('full');
  api = await apiOf(app);
});

after(() => app?.close());

const numberOf = async (table: 'request' | 'file'): Promise<number> => {
  const rows = await app.context.database.transaction({ government }, (tx) =>
    tx.selectFrom(table).select('id').where('government', '=', government).execute(),
  );
  return rows.length;
};

const submit = async (): Promise<ApiAnswer<Receipt & Problem>> =>
  api.postForm<Receipt & Problem>(`${service}/requests`, exampleForm(await exampleOf(api, service)));

describe('a full disk under the files', { skip }, () => {
  let files: string;

  before(() => {
    files = join(app.dataDirectory, 'files');
    mount(files, '256k');
    mkdirSync(join(files, '.incoming'));
  });

  after(() => unmount(files));

  const stored = (): readonly string[] =>
    readdirSync(files, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [entry.name] : [],
    );

  test('is told to programs, and leaves neither row nor rest of a file', async () => {
    const room = fill(files);
    const refused = await submit();
    assert.equal(codeOf(refused), '503 disk-full');
    assert.equal(refused.headers['retry-after'], '30');
    assert.deepEqual([await numberOf('request'), await numberOf('file')], [0, 0]);
    assert.deepEqual(stored(), ['filler']);
    room();
    assert.equal((await submit()).status, 201, 'there is room again');
  });

  test('is told to people on the page of their files, with what they had already', async () => {
    const visitor = new Visitor(app.server);
    await visitor.open('/klaten/layanan/ruang-rapat/ajukan');
    app.clock.moveTo(app.clock.now().add({ seconds: 5 }));
    while (!visitor.page.url.endsWith('/berkas')) await visitor.submit(exampleFields(app, visitor.page));
    const rows = await numberOf('file');
    const before = stored();
    const room = fill(files);
    const page = visitor.page;
    const refused = await visitor.submit(exampleFields(app, page));
    assert.equal(refused.status, 503, refused.body);
    assert.match(refused.body, /Tempat penyimpanan penuh/);
    assert.equal(await numberOf('file'), rows);
    room();
    assert.deepEqual(stored(), before);
    await visitor.open(page.url);
    const taken = await visitor.submit(exampleFields(app, visitor.page));
    assert.match(taken.url, /periksa$/, 'the same files are taken when there is room');
  });

  test('is kept from being filled by what nobody has sent yet: the last of it is for requests', async () => {
    const visitor = new Visitor(app.server);
    await visitor.open('/klaten/layanan/ruang-rapat/ajukan');
    app.clock.moveTo(app.clock.now().add({ seconds: 5 }));
    while (!visitor.page.url.endsWith('/berkas')) await visitor.submit(exampleFields(app, visitor.page));
    const room = fill(files, 16 * 1024);
    assert.equal((await visitor.submit(exampleFields(app, visitor.page))).status, 503);
    assert.equal((await submit()).status, 201);
    room();
  });
});

describe('a full disk under the database', { skip }, () => {
  let disk: string;
  let superuser: Client;

  before(async () => {
    const at = new URL(app.addresses.ownerUrl);
    at.username = 'postgres';
    superuser = new Client({ connectionString: at.toString() });
    await superuser.connect();
    const { rows } = await superuser.query<{ directory: string }>(
      "select current_setting('data_directory') as directory",
    );
    const owner = statSync(rows[0]?.directory ?? '');
    const folder = await makeRunFolder();
    mount(folder, '4m');
    disk = folder;
    chownSync(disk, owner.uid, owner.gid);
    await superuser.query(`create tablespace small location '${disk}'`);
    await superuser.query('alter table pendopo.journal set tablespace small');
  });

  after(async () => {
    await superuser.query('alter table pendopo.journal set tablespace pg_default');
    await superuser.query('drop tablespace small');
    await superuser.end();
    unmount(disk);
    rmSync(disk, { recursive: true });
  });

  test('is told, leaves nothing half-written and no file behind, and passes', async () => {
    await fillExample(app, new Visitor(app.server), '/klaten/layanan/ruang-rapat/ajukan');
    const room = fill(disk);
    const before = await numberOf('request');
    let taken = 0;
    // The last page that was begun has room for some more.
    let answer = await submit();
    for (; answer.status === 201 && taken < 40; answer = await submit()) taken += 1;
    assert.equal(codeOf(answer), '503 database-away');
    assert.equal(await numberOf('request'), before + taken);
    const rows = await app.context.database.transaction({ government }, (tx) =>
      tx.selectFrom('file').select(['id', 'request']).where('government', '=', government).execute(),
    );
    const onDisk = readdirSync(join(app.dataDirectory, 'files', government), {
      recursive: true,
      withFileTypes: true,
    });
    const names = onDisk.flatMap((entry) => (entry.isFile() ? [entry.name] : []));
    assert.deepEqual(
      names.filter((name) => !rows.some(({ id }) => id === name)),
      [],
      'no file without a row',
    );
    room();
    await submitExample(api, government, 'ruang-rapat');
    const directory = join(app.dataDirectory, 'checkpoints');
    assert.deepEqual((await verifyJournal({ ...app.context, directory }, government)).findings, []);
  });
});
