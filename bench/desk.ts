/**
 * The desk at 2,000 and at 200,000 requests: how long the slowest page in a hundred takes, in both, and against the least
 * that a question to the database takes; and processor milliseconds a page. Pages are whole ones over HTTP, by one client,
 * with a session. The two portals and the questions take turns at every page, so that whatever else the machine does hits
 * all of them alike.
 *
 * `select 1` is asked in two ways, both through a pool like the portal's to the larger database. *Bound*: as the portal asks
 * anything, in the role of the app, in a transaction that says for which government and viewer, so that row-level security
 * holds. That is what a page is measured against, since no page can be had for less. *Bare*: outside of any
 * transaction, where no row of a government can be seen; printed beside it.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../src/platform/index.ts';
import { openBeside } from './bare.ts';
import { send } from './client.ts';
import type { Call } from './client.ts';
import { GOVERNMENT, openDesk } from './desk-data.ts';
import type { Desk, Wanted } from './desk-data.ts';
import { removeInstallation } from './portal.ts';

const SMALL = 2_000;
const LARGE = 200_000;

/** Pages of each kind from each portal: twenty of them are slower than the p99. */
const TIMES = 2_000;
const WARM_UP = 100;
/** After so many, a stretch of pages alone for their processor time, which the system tells in hundredths of a second. */
const EVERY = 500;
const STRETCH = 100;

/** Bounds: against the same page at 2,000 requests, and against `select 1`. */
const MOST_GROWTH = 1.5;
const MOST_QUESTIONS = 30;
/** MiB, portal and database together. */
const MOST_MEMORY = 300;

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

/** Milliseconds that something took. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
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

/** What takes turns; all in milliseconds. */
type Samples = Readonly<Record<'small' | 'large' | 'bound' | 'bare', number[]>>;

/** The question that no page can do without. */
const askBound = (database: Database): Promise<unknown> =>
  database.ask({ government: GOVERNMENT, viewer: NOBODY }, (tx) => sql`select 1`.execute(tx));

const NOBODY = '00000000-0000-0000-0000-000000000000';

async function measure(small: Desk, large: Desk, database: Database, page: Page): Promise<void> {
  for (let index = 0; index < WARM_UP; index += 1) {
    await askFor(small, page, index);
    await askFor(large, page, index);
    await askBound(database);
  }
  const samples: Samples = { small: [], large: [], bound: [], bare: [] };
  const cpu = { own: 0, database: 0 };
  for (let index = 0; index < TIMES; index += 1) {
    samples.bare.push(await timed(() => database.ping()));
    samples.bound.push(await timed(() => askBound(database)));
    samples.small.push(await timed(() => askFor(small, page, index)));
    samples.large.push(await timed(() => askFor(large, page, index)));
    if (index % EVERY === 0) await addProcessorTime(cpu, large, page, index);
  }
  const pages = (TIMES / EVERY) * STRETCH;
  print(page, samples, { own: (cpu.own * 1000) / pages, database: (cpu.database * 1000) / pages });
}

/** The processor seconds of a stretch of pages from the larger portal alone: questions beside it would be counted as well. */
async function addProcessorTime(
  sum: { own: number; database: number },
  large: Desk,
  page: Page,
  from: number,
): Promise<void> {
  const before = large.portal.cpuSeconds();
  for (let index = 0; index < STRETCH; index += 1) await askFor(large, page, from + index);
  const after = large.portal.cpuSeconds();
  sum.own += after.own - before.own;
  sum.database += after.database - before.database;
}

function print(
  { name, aim }: Page,
  samples: Samples,
  { own, database }: { readonly own: number; readonly database: number },
): void {
  const [small, large] = [p99(samples.small), p99(samples.large)];
  const [bound, bare] = [p99(samples.bound), p99(samples.bare)];
  const [growth, questions] = [large / small, large / bound];
  const held = growth <= MOST_GROWTH && questions <= MOST_QUESTIONS;
  const figures = [small, large, growth, bound, questions, bare, large / bare, own + database, own, database];
  const columns = figures.map((figure) => figure.toFixed(2).padStart(8)).join(' ');
  const cpu = own + database <= aim ? '' : `, CPU above ${aim}`;
  console.log(`${name.padEnd(30)} ${columns}   ${held ? 'held' : 'MISSED'}${cpu}`);
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
  const database = await openBeside(large.portal);
  try {
    console.log(
      `p99 in ms of ${TIMES} each, one client; goals: ≤ ${MOST_GROWTH} × its p99 at ${SMALL}, ≤ ${MOST_QUESTIONS} × p99 of a bound select 1 ` +
        `(as the app asks: its role, a transaction with government and viewer); a bare one, outside of any, beside it`,
    );
    console.log(
      `load of the machine over a minute: ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} processors`,
    );
    const heads = [
      '2,000',
      '200,000',
      'growth',
      'bound',
      '× bound',
      'bare',
      '× bare',
      'CPU ms',
      'portal',
      'database',
    ];
    console.log(`${'page at the desk'.padEnd(30)} ${heads.map((head) => head.padStart(8)).join(' ')}`);
    for (const page of pages) await measure(small, large, database, page);
    console.log(`load at the end: ${(loadavg()[0] ?? 0).toFixed(1)}`);
    const memory = large.portal.memoryMiB();
    const said = memory <= MOST_MEMORY ? 'held' : 'MISSED';
    console.log(
      `memory with ${LARGE} requests, database included: ${memory.toFixed(0)} MiB PSS   goal ≤ ${MOST_MEMORY}: ${said}`,
    );
  } finally {
    await database.close();
  }
}
