/**
 * The desk at 2,000 and at 200,000 requests: how long the slowest page in a hundred takes, in both, and against the least
 * that a question to the database takes; and processor milliseconds a page. Pages are whole ones over HTTP, by one client,
 * with a session. The least is `select 1` alone, without a transaction, through a pool like the portal's to the larger
 * database, in the same run. The two portals and the bare question take turns, so that whatever else the machine does hits
 * all of them.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { demoPassword } from '../src/people/index.ts';
import { besideInstallation, readConfig } from '../src/platform/index.ts';
import type { Database } from '../src/platform/index.ts';
import { valueOf } from '../src/ground/index.ts';
import { openBeside } from './bare.ts';
import { send } from './client.ts';
import type { Call } from './client.ts';
import { removeInstallation, startPortal } from './portal.ts';
import type { Portal } from './portal.ts';

const SMALL = 2_000;
const LARGE = 200_000;
const GOVERNMENT = 'klaten';
/** A head of division: most services of the office pass them. */
const POST = 'kabid-informatika';

const ROUNDS = 3;
const TIMES = 200;

/** Bounds: against the same page at 2,000 requests, and against `select 1`. */
const MOST_GROWTH = 1.5;
const MOST_QUESTIONS = 30;
/** MiB, portal and database together. */
const MOST_MEMORY = 300;

/** A portal with so many requests, an officer signed in, and what can be looked for. */
interface Desk {
  readonly portal: Portal;
  readonly cookie: string;
  readonly wanted: readonly Wanted[];
}

interface Wanted {
  readonly number: string;
  readonly name: string;
  readonly subject: string;
}

interface Page {
  readonly name: string;
  readonly path: (wanted: Wanted) => string;
  /** Processor milliseconds that are aimed at. */
  readonly aim: number;
}

const searching = (text: string): string => `/meja?daftar=semua&cari=${encodeURIComponent(text)}`;

const pages: readonly Page[] = [
  { name: 'queue: waits for me', path: () => '/meja?daftar=saya', aim: 4 },
  { name: 'queue: all of my office', path: () => '/meja?daftar=semua', aim: 4 },
  { name: 'search by number', path: ({ number }) => searching(number), aim: 5 },
  { name: 'search by name', path: ({ name }) => searching(name), aim: 5 },
  { name: 'search by words', path: ({ subject }) => searching(subject), aim: 5 },
  { name: 'search by a word of thousands', path: () => searching('rapat'), aim: 5 },
];

const root = fileURLToPath(new URL('..', import.meta.url));

/** Fills a data directory as `pendopo generate` does. */
async function generate(
  dataDirectory: string,
  governmentsDirectory: string,
  requests: number,
): Promise<void> {
  const began = performance.now();
  const args = ['generate', '--requests', String(requests), '--government', GOVERNMENT];
  const child = spawn(process.execPath, [join(root, 'bin/pendopo.js'), ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDirectory, GOVERNMENTS_DIR: governmentsDirectory, DEMO: 'yes' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`generating ended with ${code}`);
  const seconds = (performance.now() - began) / 1000;
  console.log(`${requests} requests generated in ${seconds.toFixed(0)} s`);
}

/** What the database's own housekeeping would have done by the next minute. */
async function tidy(portal: Portal): Promise<void> {
  const { addresses } = await besideInstallation(valueOf(readConfig({ DATA_DIR: portal.dataDirectory })));
  const owner = new Client({ connectionString: addresses.ownerUrl });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
}

/** Seconds in which a portal that is asked nothing uses less than a tenth of a processor. */
const CALM = 3;
const LONGEST_WAIT = 180;

/** Waits for what a portal does by itself after a start, such as the hourly checkpoint over all that is new to it. */
async function calm(portal: Portal): Promise<void> {
  const used = (): number => Object.values(portal.cpuSeconds()).reduce((sum, one) => sum + one, 0);
  let [calmFor, before] = [0, used()];
  for (let waited = 0; calmFor < CALM && waited < LONGEST_WAIT; waited += 1) {
    await setTimeout(1000);
    const now = used();
    calmFor = now - before < 0.1 ? calmFor + 1 : 0;
    before = now;
  }
}

async function openDesk(governmentsDirectory: string, folder: string, requests: number): Promise<Desk> {
  const dataDirectory = join(folder, String(requests));
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  if ((await readdir(dataDirectory)).length === 0)
    await generate(dataDirectory, governmentsDirectory, requests);
  const portal = await startPortal(governmentsDirectory, dataDirectory);
  await tidy(portal);
  await calm(portal);
  const database = await openBeside(portal);
  try {
    const cookie = await signIn(portal, await usernameOf(database));
    return { portal, cookie, wanted: await wantedIn(database) };
  } finally {
    await database.close();
  }
}

async function usernameOf(database: Database): Promise<string> {
  const row = await database.transaction({ government: GOVERNMENT }, (tx) =>
    tx
      .selectFrom('holding as h')
      .innerJoin('official as o', 'o.id', 'h.official')
      .select('o.username')
      .where('h.position', '=', POST)
      .where('h.held_as', '=', 'definitive')
      .where('h.to_date', 'is', null)
      .executeTakeFirstOrThrow(),
  );
  return row.username;
}

/** Requests all over the year, with a name to look for. */
async function wantedIn(database: Database): Promise<readonly Wanted[]> {
  const rows = await database.transaction({ government: GOVERNMENT }, (tx) =>
    tx
      .selectFrom('request as r')
      .innerJoin('applicant as a', 'a.request', 'r.id')
      .select(['r.number', 'a.name', 'a.subject'])
      .where('a.name', 'is not', null)
      .where('r.service', 'in', ['ruang-rapat', 'penambahan-bandwidth', 'aplikasi'])
      .orderBy('r.tracking_hash')
      .limit(ROUNDS * TIMES)
      .execute(),
  );
  return rows.map(({ number, name, subject }) => ({ number, name: name ?? '', subject: subject ?? '' }));
}

async function signIn(portal: Portal, username: string): Promise<string> {
  const form = await fetch(new URL('/meja/masuk', portal.url));
  const token = /name="_csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
  const cookies = cookiesOf(form);
  const answer = await fetch(new URL('/meja/masuk', portal.url), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: token, nama: username, sandi: demoPassword }).toString(),
  });
  if (answer.status !== 303) throw new Error(`sign-in of ${username}: ${answer.status}`);
  return `${cookies}; ${cookiesOf(answer)}`;
}

const cookiesOf = ({ headers }: Response): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');

/** Milliseconds that each of so many took, one after the other. */
async function timed(times: number, work: (index: number) => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const began = performance.now();
    await work(index);
    taken.push(performance.now() - began);
  }
  return taken;
}

async function askFor({ portal, cookie, wanted }: Desk, page: Page, index: number): Promise<void> {
  const call: Call = { path: page.path(wanted[index % wanted.length] ?? EMPTY), headers: { cookie } };
  const { status, body } = await send(portal.url, call);
  if (status !== 200 || !body.includes('/meja/permohonan/')) throw new Error(`${call.path}: ${status}`);
}

const EMPTY: Wanted = { number: '', name: '', subject: '' };

/** The value that 99 of 100 stay below. */
function p99(samples: readonly number[]): number {
  const inOrder = samples.toSorted((one, other) => one - other);
  return inOrder[Math.ceil(inOrder.length * 0.99) - 1] ?? Number.NaN;
}

/** Of several rounds the one that was disturbed least. */
const calmest = (rounds: readonly (readonly number[])[]): number => Math.min(...rounds.map(p99));

async function measure(small: Desk, large: Desk, bare: Database, page: Page): Promise<void> {
  const rounds: Record<'small' | 'large' | 'bare', (readonly number[])[]> = {
    small: [],
    large: [],
    bare: [],
  };
  await timed(TIMES / 4, (index) => askFor(small, page, index));
  await timed(TIMES / 4, (index) => askFor(large, page, index));
  let [own, database] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = round * TIMES;
    rounds.bare.push(await timed(TIMES, () => bare.ping()));
    rounds.small.push(await timed(TIMES, (index) => askFor(small, page, from + index)));
    const before = large.portal.cpuSeconds();
    rounds.large.push(await timed(TIMES, (index) => askFor(large, page, from + index)));
    const after = large.portal.cpuSeconds();
    own += after.own - before.own;
    database += after.database - before.database;
  }
  const each = (seconds: number): number => (seconds * 1000) / (ROUNDS * TIMES);
  const [atSmall, atLarge, ofBare] = [calmest(rounds.small), calmest(rounds.large), calmest(rounds.bare)];
  print(page, { atSmall, atLarge, ofBare, own: each(own), database: each(database) });
}

/** All in milliseconds. */
type Figures = Readonly<Record<'atSmall' | 'atLarge' | 'ofBare' | 'own' | 'database', number>>;

function print({ name, aim }: Page, { atSmall, atLarge, ofBare, own, database }: Figures): void {
  const [growth, questions] = [atLarge / atSmall, atLarge / ofBare];
  const held = growth <= MOST_GROWTH && questions <= MOST_QUESTIONS;
  const figures = [atSmall, atLarge, growth, questions, own + database, own, database];
  const columns = figures.map((figure) => figure.toFixed(2).padStart(8)).join(' ');
  const cpu = own + database <= aim ? '' : `, CPU above ${aim}`;
  console.log(`${name.padEnd(32)} ${columns}   ${held ? 'held' : 'MISSED'}${cpu}`);
}

async function removeAll(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await removeInstallation(join(folder, name));
  await rm(folder, { recursive: true });
}

/**
 * Measures and prints. `keep`: a folder whose data is made at the first time and used again; without it everything is made
 * below /tmp and goes at the end.
 */
export async function benchDesk(governmentsDirectory: string, keep?: string): Promise<void> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'pendopo-desk-')));
  const open: Desk[] = [];
  try {
    for (const requests of [SMALL, LARGE]) open.push(await openDesk(governmentsDirectory, folder, requests));
    const [small, large] = open;
    if (small && large) await measureAll(small, large);
  } finally {
    for (const { portal } of open) await portal.stop();
    if (keep === undefined) await removeAll(folder);
  }
}

async function measureAll(small: Desk, large: Desk): Promise<void> {
  const bare = await openBeside(large.portal);
  try {
    console.log(
      `p99 in ms, one client; goals: ≤ ${MOST_GROWTH} × its p99 at ${SMALL}, ≤ ${MOST_QUESTIONS} × p99 of select 1`,
    );
    const heads = ['2,000', '200,000', 'growth', '× bare', 'CPU ms', 'portal', 'database'];
    console.log(`${'page at the desk'.padEnd(32)} ${heads.map((head) => head.padStart(8)).join(' ')}`);
    for (const page of pages) await measure(small, large, bare, page);
    const memory = large.portal.memoryMiB();
    const said = memory <= MOST_MEMORY ? 'held' : 'MISSED';
    console.log(
      `memory with ${LARGE} requests, database included: ${memory.toFixed(0)} MiB PSS   goal ≤ ${MOST_MEMORY}: ${said}`,
    );
  } finally {
    await bare.close();
  }
}
