/** The desk of an officer over so many requests: data as `pendopo generate` makes it, a portal over it, a session. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { demoPassword } from '../src/people/index.ts';
import { besideInstallation, readConfig } from '../src/platform/index.ts';
import type { Database } from '../src/platform/index.ts';
import { valueOf } from '../src/ground/index.ts';
import { openBeside } from './bare.ts';
import { startPortal } from './portal.ts';
import type { Portal } from './portal.ts';

export const GOVERNMENT = 'klaten';
/** A head of division: most services of the office pass them. */
const POST = 'kabid-informatika';
/** So many different things are looked for, one after the other. */
const DIFFERENT = 600;

/** A portal with so many requests, an officer signed in, and what can be looked for. */
export interface Desk {
  readonly portal: Portal;
  readonly cookie: string;
  readonly wanted: readonly Wanted[];
}

export interface Wanted {
  readonly number: string;
  readonly name: string;
  readonly subject: string;
}

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

/** What the database's own housekeeping would have done by the next minute, and what a portal does by itself after a start. */
async function settle(portal: Portal): Promise<void> {
  const { addresses } = await besideInstallation(valueOf(readConfig({ DATA_DIR: portal.dataDirectory })));
  const owner = new Client({ connectionString: addresses.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ now: string }>('select now()::text as now');
  await owner.query('vacuum analyze');
  await untilDone(owner, rows[0]?.now ?? '');
  await owner.end();
}

/** Milliseconds between two looks, and for which nobody waits longer. */
const LOOK = 250;
const LONGEST_WAIT = 180_000;

/**
 * Waits until the first rounds after `start` have been made (reminders, deadlines that passed, deliveries) and every job that
 * followed from them is done.
 */
async function untilDone(owner: Client, start: string): Promise<void> {
  const until = performance.now() + LONGEST_WAIT;
  for (;;) {
    const { rows } = await owner.query<{ busy: boolean }>(
      `select exists (select from graphile_worker._private_known_crontabs
                       where identifier in ('find-overdue', 'find-notices', 'find-deliveries')
                         and (last_execution is null or last_execution < $1))
           or exists (select from graphile_worker._private_jobs
                       where locked_at is not null or run_at <= now() and attempts < max_attempts) as busy`,
      [start],
    );
    if (rows[0]?.busy === false) return;
    if (performance.now() > until) return console.log('measured while jobs of the start still run');
    await setTimeout(LOOK);
  }
}

/** Opens it over the data in `folder`, which is made where there is none. */
export async function openDesk(
  governmentsDirectory: string,
  folder: string,
  requests: number,
): Promise<Desk> {
  const dataDirectory = join(folder, String(requests));
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  if ((await readdir(dataDirectory)).length === 0)
    await generate(dataDirectory, governmentsDirectory, requests);
  const portal = await startPortal(governmentsDirectory, dataDirectory);
  await settle(portal);
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
      .limit(DIFFERENT)
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
