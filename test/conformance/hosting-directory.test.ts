import assert from 'node:assert/strict';
import { promises } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { StandingClock } from '../../src/ground/index.ts';
import { hosting } from '../../src/product/hosting/index.ts';
import type { HostingPlan } from '../../src/product/hosting/model.ts';
import { allText, breakable, newFolder } from './folder.ts';
import { runCommand } from './servers/process.ts';
import type { Bench, Specimen } from './specimen.ts';
import { describeConformance } from './suite.ts';
import { Trial, faultOf } from './trial.ts';

async function start(): Promise<Bench> {
  const folder = await newFolder('hosting');
  const directory = join(folder, 'bulungan', 'hosting');
  const [connector] = hosting.connectors;
  const place = { directory, clock: new StandingClock('2026-11-23T02:00:00Z') };
  const counterpart = connector?.connect({ uid: 33, gid: 33 }, place);
  const accounts = join(directory, 'accounts');
  const names = (): Promise<readonly string[]> => readdir(join(directory, 'sites')).catch(() => []);

  return {
    settings: { zone: 'bulungan.go.id' },
    connection: {},
    directory,
    order: (n) => ({ account: `dinas-${n}`, domain: `dinas-${n}.bulungan.go.id`, quota: 2 }),
    badOrders: [
      { why: 'no account', order: { account: '' }, field: 'account' },
      { why: "the server's own user", order: { account: 'root', domain: 'perpus' }, field: 'account' },
      { why: 'a line of the file', order: { account: 'a:b', domain: 'perpus' }, field: 'account' },
      { why: 'out of the directory', order: { account: 'perpus', domain: '../etc' }, field: 'domain' },
      {
        why: "another government's",
        order: { account: 'perpus', domain: 'a.klatenkab.go.id' },
        field: 'domain',
      },
      { why: 'too large', order: { account: 'perpus', quota: 1000 }, field: 'quota' },
    ],
    total: async () => (await names()).filter((name) => !name.endsWith('.new')).length,
    written: () => allText(directory),
    // As it is left when the process ends between the site and its account.
    halfDo: async (plan, delivery) => {
      const key = { delivery, government: 'bulungan', request: 'BLG-2026-7F3K9Q' };
      await counterpart?.deliver(plan as HostingPlan, {
        key,
        signal: AbortSignal.timeout(5000),
        secret: 'setengah',
      });
      const lines = (await readFile(accounts, 'utf8')).trimEnd().split('\n');
      await writeFile(
        accounts,
        lines
          .slice(0, -1)
          .map((line) => `${line}\n`)
          .join(''),
      );
    },
    disk: breakable(directory),
    close: () => rm(folder, { recursive: true }),
  };
}

const specimen: Specimen = { kind: hosting, folder: 'hosting', connector: 'directory', programs: [], start };
describeConformance(specimen, { network: false, disk: true });

/** Moving a site to its place fails: before the move, or after it, when only what makes it outlast a power failure failed. */
async function withFailingMove<T>(moves: boolean, work: () => Promise<T>): Promise<T> {
  const { rename } = promises;
  promises.rename = async (from, to) => {
    const ofSite = from.toString() === `${to.toString()}.new`;
    if (moves || !ofSite) await rename(from, to);
    if (ofSite) throw Object.assign(new Error('of the disk'), { code: 'EIO' });
  };
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    promises.rename = rename;
    syncBuiltinESMExports();
  }
}

describe('hosting in directories', () => {
  let bench: Bench;
  let trial: Trial;
  before(async () => {
    bench = await start();
    trial = new Trial(specimen, bench);
  });
  after(() => bench.close());

  test('trying it out makes what servers are pointed at, before the first delivery', async () => {
    await trial.test();
    assert.deepEqual((await readdir(bench.directory)).sort(), ['.lock', 'accounts', 'sites']);
  });

  test('a site that stands although making it failed is not told as nothing done, one that does not stand is', async () => {
    const [stands, not] = [trial.wanted(), trial.wanted()];
    const outcomes: unknown[] = [];
    for (const [wanted, moves] of [
      [stands, true],
      [not, false],
    ] as const)
      outcomes.push((await withFailingMove(moves, () => faultOf(trial.deliver(wanted)))).meaning.done);
    assert.deepEqual(outcomes, ['unknown', 'none']);
    assert.deepEqual([(await trial.check(stands)).is, (await trial.check(not)).is], ['partial', 'absent']);
  });

  test('a new site shows its first page; a closed one is kept apart', async () => {
    const wanted = trial.wanted();
    const { domain, account } = hosting.plan.parse(wanted.plan);
    const evidence = await trial.deliver(wanted);
    const page = join(bench.directory, 'sites', domain, 'public', 'index.html');
    assert.match(await readFile(page, 'utf8'), /sedang disiapkan/);
    await writeFile(page, 'Halaman dinas');
    await trial.withdraw(wanted, evidence);
    assert.doesNotMatch(
      await readFile(join(bench.directory, 'accounts'), 'utf8'),
      new RegExp(`^${account}:`, 'm'),
    );
    const [kept = ''] = await readdir(join(bench.directory, 'closed'));
    assert.match(kept, new RegExp(`^${domain}_.*_sampai_2027-02-21$`));
    assert.equal(
      await readFile(join(bench.directory, 'closed', kept, 'public', 'index.html'), 'utf8'),
      'Halaman dinas',
    );
  });

  test('files of a closed site are told with their size when the connector is tried', async () => {
    const wanted = { ...trial.wanted(), plan: trial.planOf({ account: 'pindah', quota: 0.5 }) };
    const evidence = await trial.deliver(wanted);
    const { truncate } = await import('node:fs/promises');
    const file = join(bench.directory, 'sites', 'pindah.bulungan.go.id', 'public', 'film.mp4');
    await writeFile(file, '');
    await truncate(file, 300 * 1024 ** 2);
    await trial.withdraw(wanted, evidence);
    const { en } = (await trial.test()) as { en: string };
    assert.match(en, /Files of \d+ closed sites still take 0\.3 GB/);
    assert.doesNotMatch(en, /may be deleted/);
  });

  test('a directory that somebody made by hand is never taken over, nor an account', async () => {
    const wanted = trial.wanted();
    const { domain } = hosting.plan.parse(wanted.plan);
    await mkdir(join(bench.directory, 'sites', domain), { recursive: true });
    assert.equal((await faultOf(trial.deliver(wanted))).code, 'name-taken');
    const other = trial.wanted();
    const { account } = hosting.plan.parse(other.plan);
    const file = join(bench.directory, 'accounts');
    await writeFile(file, `${await readFile(file, 'utf8')}${account}:x:1000:1000::/home/x:/bin/sh\n`);
    assert.equal((await faultOf(trial.deliver(other))).code, 'name-taken');
  });

  test('a site over its capacity is named when the connector is tried', async () => {
    const wanted = { ...trial.wanted(), plan: trial.planOf({ account: 'besar', quota: 0.1 }) };
    await trial.deliver(wanted);
    const { en: before } = (await trial.test()) as { en: string };
    assert.match(before, /None is over/);
    // A file with a hole: it has the size and takes no room.
    const { truncate } = await import('node:fs/promises');
    const file = join(bench.directory, 'sites', 'besar.bulungan.go.id', 'public', 'film.mp4');
    await writeFile(file, '');
    await truncate(file, 200 * 1024 ** 2);
    const { en: after } = (await trial.test()) as { en: string };
    assert.match(after, /Over their capacity: besar\.bulungan\.go\.id\./);
  });

  test('a directory that its owner closed leaves the other sites measured', async () => {
    const wanted = { ...trial.wanted(), plan: trial.planOf({ account: 'tertutup' }) };
    await trial.deliver(wanted);
    const closed = join(bench.directory, 'sites', 'tertutup.bulungan.go.id', 'public', 'rahasia');
    await mkdir(closed, { mode: 0o000 });
    const { en } = (await notAsRoot(join(bench.directory, '..', '..'), () => trial.test())) as { en: string };
    await chmod(closed, 0o700);
    assert.match(en, /Not measured, since the owner closed a directory: tertutup\.bulungan\.go\.id\./);
  });
});

/** To root nothing is closed: there the work is done as Debian's user for what may do nothing, who is given the folder. */
async function notAsRoot<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  await runCommand('chown', ['-R', 'nobody', folder]);
  process.seteuid?.('nobody');
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
