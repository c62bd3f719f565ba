/** The one real application over a database of its own, for tests. Nothing of ours is replaced; only mail is held. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { createApp, DEFINITIONS } from '../../src/app.ts';
import type { App, AppOptions } from '../../src/app.ts';
import { bringIn } from '../../src/bring-in.ts';
import { StandingClock } from '../../src/ground/index.ts';
import { createLog, openDatabase } from '../../src/platform/index.ts';
import type { Log } from '../../src/platform/index.ts';
import { loadCatalogue } from '../../src/standard/index.ts';
import { createTestDatabase, hasBroughtInTemplate, makeBroughtInTemplate } from './database.ts';
import { findShared } from './shared.ts';

/** Monday morning, in office hours everywhere in Indonesia: 09.00 WIB, 10.00 WITA. */
export const monday = '2026-11-23T02:00:00Z';

export interface TestApp extends App {
  readonly clock: StandingClock;
  readonly dataDirectory: string;
  readonly addresses: { readonly ownerUrl: string; readonly appUrl: string; readonly workerUrl: string };
}

/** What a test may set otherwise than most of them have it. */
type Chosen = Pick<
  AppOptions,
  'demo' | 'secondFactor' | 'provider' | 'trustedProxies' | 'requestsPerHour' | 'kinds' | 'mailer'
>;

const usual: Chosen = {
  demo: true,
  secondFactor: 'nobody',
  provider: null,
  trustedProxies: [],
  requestsPerHour: 600,
  mailer: null,
};

export interface TestAppOptions extends Partial<Chosen> {
  /** Where time stands; moved by `app.clock.moveTo`. Default: `monday`. */
  readonly now?: string;
  /** Directory of governments; default: the repository's own four. */
  readonly governments?: string;
  /** Another way to the same database: the address that the pages and the API use, from the one they would use. */
  readonly through?: (appUrl: string) => Promise<string>;
  /** Where it is written what the application logs; nowhere by default. */
  readonly log?: Log;
}

const ownGovernments = fileURLToPath(new URL('../../governments', import.meta.url));
const silent = createLog('silent');

/**
 * The officials' password, `demoPassword`, as argon2id at next to no cost (8 KiB, 1 pass). Hundreds of sign-ins would
 * otherwise spend their time on hashes; what a real one costs, and that it does, has tests of its own.
 */
const cheapHash =
  '$argon2id$v=19$m=8,t=1,p=1$cGVuZG9wby1wZXJhZ2Fhbg$Fm6rpvL/eu3qNF/HLV2x2O69oIDV+UW5BvHGOeN8rEQ';

/** Brings the repository's governments in once for a whole run: reading them takes longer than many a test file. */
export async function prepareBroughtIn(): Promise<void> {
  const clock = new StandingClock(monday);
  await makeBroughtInTemplate(async (addresses) => {
    await bringIn({ addresses, governmentsDirectory: ownGovernments, demo: true, clock, log: silent });
    const owner = new Client({ connectionString: addresses.ownerUrl });
    await owner.connect();
    await owner.query('update pendopo.official set password_hash = $1', [cheapHash]);
    await owner.end();
    await keepReadings(addresses.appUrl, clock);
  });
}

/** Leaves for the run's files what an installation keeps for its next start: parsing definitions costs more than starting. */
async function keepReadings(appUrl: string, clock: StandingClock): Promise<void> {
  const file = findShared(DEFINITIONS);
  if (file === null) return;
  const database = await openDatabase({ url: appUrl, role: 'pendopo_app', max: 1 });
  const catalogue = await loadCatalogue(database, clock, file);
  for (const government of catalogue.governmentIds()) {
    // Read by being asked for.
    catalogue.government(government);
    catalogue.organisation(government);
    catalogue.calendar(government);
    catalogue.newestServices(government);
  }
  await database.close();
}

/** Starts the application for one test file; `close()` removes everything it made. */
export async function startTestApp(name: string, options: TestAppOptions = {}): Promise<TestApp> {
  const { now = monday, governments = ownGovernments, through, log = silent, ...chosen } = options;
  const template = governments === ownGovernments && hasBroughtInTemplate() ? 'brought-in' : 'migrated';
  const database = await createTestDatabase(name, template);
  const dataDirectory = await mkdtemp(join(tmpdir(), 'pendopo-app-'));
  const readings = findShared(DEFINITIONS);
  if (readings !== null) await copyFile(readings, join(dataDirectory, DEFINITIONS));
  const clock = new StandingClock(now);
  // Where the template has them already this finds nothing to do, as at an installation's second start.
  await bringIn({ addresses: database, governmentsDirectory: governments, demo: true, clock, log });
  const appUrl = (await through?.(database.appUrl)) ?? database.appUrl;
  const app = await createApp({
    addresses: { ...database, appUrl },
    pool: 6,
    dataDirectory,
    masterKeyFile: join(dataDirectory, 'master.key'),
    publicUrl: 'http://localhost:3000',
    ...usual,
    ...chosen,
    clock,
    log,
    jobConcurrency: 2,
  });
  await app.server.ready();
  return {
    ...app,
    clock,
    dataDirectory,
    addresses: database,
    close: async () => {
      await app.close();
      await database.drop();
      await rm(dataDirectory, { recursive: true });
    },
  };
}
