/**
 * `npm run attack`: sqlmap and wapiti against the real program on loopback. Each must first find the holes of a planted site.
 * Tells what was reached, and ends with 1 when anything was found. `ATTACK_MINUTES` is how long it may take (15).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hangUp } from '../hostile/fuzz/line.ts';
import { startTestCluster } from '../support/database.ts';
import type { Observer } from './observer.ts';
import { startPlanted } from './planted.ts';
import { openPortal } from './portal.ts';
import type { Portal } from './portal.ts';
import { sqlmap, versionOf, wapiti } from './tools.ts';

const minutes = Number(process.env['ATTACK_MINUTES'] ?? 15);
const end = performance.now() + minutes * 60_000;
const secondsLeft = (): number => Math.max(0, (end - performance.now()) / 1000);
const LONGEST_CALL_S = 60;
/** wapiti looks for holes that sqlmap does not, in fewer places. */
const WAPITI_SHARE = 0.25;

const say = (text: string): void => console.log(text);

/** Fails unless the tool finds what is there to find: its silence would mean nothing. */
function demand(tool: string, findings: readonly string[], holes: readonly RegExp[]): void {
  for (const hole of holes) {
    if (!findings.some((finding) => hole.test(finding)))
      throw new Error(
        `${tool} did not find the planted hole ${String(hole)}: ${findings.join('\n') || 'nothing'}`,
      );
  }
  say(`  ${tool} finds the planted holes: ${findings.map((one) => one.slice(0, 100)).join(' | ')}`);
}

async function proveTools(folder: string): Promise<void> {
  const cluster = await startTestCluster();
  const planted = await startPlanted(cluster.superuserUrl);
  try {
    const hole = { method: 'GET', path: '/barang?id=1', headers: {}, body: null };
    demand('sqlmap', (await sqlmap(folder, planted.origin, hole, 120)).findings, [/Parameter: id/u]);
    const site = { from: ['/cari?q=a', '/ke?u=/'], cookie: '' };
    const { findings } = await wapiti(folder, planted.origin, site, 120);
    demand('wapiti', findings, [/Cross Site Scripting.*\/cari q/u, /Redirect.*\/ke u/u]);
  } finally {
    await planted.close();
    await cluster.stop();
  }
}

async function attackByWapiti(folder: string, { people, observer }: Portal): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [at, { name, from, cookie }] of people.entries()) {
    const seconds = (secondsLeft() * WAPITI_SHARE) / (people.length - at + 1);
    const { findings, tested } = await wapiti(folder, observer.origin, { from, cookie }, seconds);
    say(`  wapiti as ${name}: ${tested.join(', ')}; ${findings.length} findings`);
    found.push(...findings);
  }
  return found;
}

async function attackBySqlmap(folder: string, { calls, observer }: Portal): Promise<readonly string[]> {
  const found: string[] = [];
  const left: string[] = [];
  for (const call of calls) {
    const name = `${call.method} ${call.path}`;
    if (secondsLeft() < 30) {
      left.push(name);
      continue;
    }
    const { findings, tested, cutOff } = await sqlmap(
      folder,
      observer.origin,
      call,
      Math.min(LONGEST_CALL_S, secondsLeft()),
    );
    say(
      `  ${name.slice(0, 110)}: ${tested.length} parameters, ${findings.length} findings${cutOff ? ', cut off' : ''}`,
    );
    found.push(...findings.map((finding) => `SQL injection at ${name}: ${finding}`));
  }
  if (left.length > 0) say(`  not reached in time: ${left.length}\n    ${left.join('\n    ')}`);
  return found;
}

function tellReached({ reached }: Observer): void {
  say('\nReached:');
  for (const [kind, { parameters, statuses }] of [...reached].toSorted(([one], [other]) =>
    one.localeCompare(other),
  )) {
    const counts = [...statuses].map(([status, count]) => `${status}×${count}`);
    say(`  ${kind} [${[...parameters].slice(0, 40).join(', ')}] ${counts.join(' ')}`);
  }
}

async function attack(): Promise<number> {
  const versions = { sqlmap: await versionOf('sqlmap'), wapiti: await versionOf('wapiti') };
  const missing = Object.entries(versions).flatMap(([tool, version]) => (version === null ? [tool] : []));
  if (missing.length > 0) {
    say(
      `DILEWATI / SKIPPED: ${missing.join(' dan ')} tidak terpasang / not installed (Debian: apt-get install sqlmap wapiti)`,
    );
    return 0;
  }
  say(`sqlmap ${versions.sqlmap ?? ''}, wapiti ${versions.wapiti ?? ''}, ${minutes} minutes`);
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-attack-tools-'));
  try {
    await proveTools(folder);
    const portal = await openPortal();
    try {
      say(`${portal.calls.length} kinds of calls, as ${portal.people.map(({ name }) => name).join(', ')}`);
      const found = [...(await attackByWapiti(folder, portal)), ...(await attackBySqlmap(folder, portal))];
      tellReached(portal.observer);
      const all = [...found, ...portal.observer.broken.map((one) => `error of ours: ${one}`)];
      say(all.length === 0 ? '\nNothing found.' : `\nFOUND ${all.length}:\n${all.join('\n')}`);
      return all.length === 0 ? 0 : 1;
    } finally {
      await portal.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await attack();
hangUp();
