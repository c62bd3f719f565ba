/** Links and loops in the folders that embedded connectors keep: whoever shares a folder with them leads them nowhere. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { StandingClock, valueOf } from '../ground/index.ts';
import type { Connector, ProductKind } from './contract.ts';
import { dnsName } from './dns-name/index.ts';
import { hosting } from './hosting/index.ts';
import { mailbox } from './mailbox/index.ts';

const clock = new StandingClock('2026-11-23T02:00:00Z');
const zone = 'bulungan.go.id';
const secret = 'abcde-fghjk-mnpqr-stuv';
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendopo-links-'));
});
after(() => rm(folder, { recursive: true }));

const call = () => ({
  key: { delivery: crypto.randomUUID(), government: 'bulungan', request: 'BUL-2026-7F3K9Q' },
  signal: AbortSignal.timeout(10_000),
  secret,
});

/** An embedded connector in a folder of its own, with the plan of one order. */
async function embedded<O, S, P, E>(kind: ProductKind<O, S, P, E>, order: object, settings: object) {
  const connector = kind.connectors.find((one): one is Connector<P, E> => one.embedded);
  assert.ok(connector);
  const directory = join(folder, crypto.randomUUID());
  await mkdir(directory);
  const counterpart = connector.connect(connector.form.schema.parse({}), { directory, clock });
  const today = Temporal.PlainDate.from('2026-11-23');
  const read = { order: kind.order.parse(order), settings: kind.settings.schema.parse(settings), today };
  return { directory, counterpart, plan: valueOf(kind.prepare(read)) };
}

test('a file of accounts that is a link is neither followed nor replaced, and said', async () => {
  const { directory, counterpart, plan } = await embedded(mailbox, { address: 'budi' }, { domain: zone });
  const elsewhere = join(folder, 'elsewhere');
  await writeFile(elsewhere, 'root:x:0:0::/root:/bin/bash\n');
  await symlink(elsewhere, join(directory, 'passwd'));
  await assert.rejects(counterpart.deliver(plan, call()), (fault: unknown) => {
    assert.ok(fault instanceof Error && 'words' in fault);
    assert.match(JSON.stringify(fault.words), /symlink/);
    return true;
  });
  assert.equal(await readlink(join(directory, 'passwd')), elsewhere);
  assert.equal(await readFile(elsewhere, 'utf8'), 'root:x:0:0::/root:/bin/bash\n');
});

test('a link where a site would be is somebody else’s, whatever mark lies behind it', async () => {
  const { directory, counterpart, plan } = await embedded(
    hosting,
    { account: 'perpus', domain: 'perpus' },
    { zone },
  );
  const elsewhere = join(folder, 'other-site');
  await mkdir(join(elsewhere, 'public'), { recursive: true });
  const given = call();
  const mark = { delivery: given.key.delivery, account: 'perpus', quotaGb: 1 };
  await writeFile(join(elsewhere, '.pendopo.json'), JSON.stringify(mark));
  await mkdir(join(directory, 'sites'));
  await symlink(elsewhere, join(directory, 'sites', `perpus.${zone}`));
  assert.equal((await counterpart.check(plan, given)).is, 'other');
  await assert.rejects(counterpart.deliver(plan, given), { code: 'name-taken' });
  await counterpart.withdraw(plan, plan, given);
  assert.equal(await readlink(join(directory, 'sites', `perpus.${zone}`)), elsewhere);
});

test('a file that a zone includes by its bare name lies beside it', async () => {
  const order = { label: 'perpus', target: '203.0.113.9' };
  const { directory, counterpart, plan } = await embedded(dnsName, order, { zone });
  const before = { ...plan, name: `arsip.${zone}` };
  assert.deepEqual(await counterpart.deliver(before, call()), before);
  const file = join(directory, `${zone}.zone`);
  await writeFile(join(directory, 'tambahan'), 'jdih A 203.0.113.7\n');
  await writeFile(file, `${await readFile(file, 'utf8')}$INCLUDE tambahan\n`);
  assert.deepEqual(await counterpart.deliver(plan, call()), plan);
  assert.equal((await counterpart.check({ ...plan, name: `jdih.${zone}` }, call())).is, 'other');
});

test('a zone that includes itself is said, and holds nobody up', async () => {
  const order = { label: 'perpus', target: '203.0.113.9' };
  const { directory, counterpart, plan } = await embedded(dnsName, order, { zone });
  const given = call();
  assert.deepEqual(await counterpart.deliver(plan, given), plan);
  const file = join(directory, `${zone}.zone`);
  await writeFile(file, `${await readFile(file, 'utf8')}$INCLUDE "${file}" sub\n$INCLUDE "${file}" sub\n`);
  await assert.rejects(counterpart.check(plan, given), { code: 'zone-file-unfit' });
});
