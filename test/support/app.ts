/** The one real application over a database of its own, for tests. Nothing of ours is replaced; only mail is held. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../src/app.ts';
import type { App, AppOptions } from '../../src/app.ts';
import { bringIn } from '../../src/bring-in.ts';
import { StandingClock } from '../../src/ground/index.ts';
import { createLog } from '../../src/platform/index.ts';
import { createTestDatabase, hasBroughtInTemplate, makeBroughtInTemplate } from './database.ts';

/** Monday morning, in office hours everywhere in Indonesia: 09.00 WIB, 10.00 WITA. */
export const monday = '2026-11-23T02:00:00Z';

export interface TestApp extends App {
  readonly clock: StandingClock;
  readonly dataDirectory: string;
  readonly addresses: { readonly ownerUrl: string; readonly appUrl: string; readonly workerUrl: string };
}

export interface TestAppOptions {
  /** Where time stands; moved by `app.clock.moveTo`. Default: `monday`. */
  readonly now?: string;
  readonly demo?: boolean;
  /** Who must have a second factor; default: nobody. */
  readonly secondFactor?: AppOptions['secondFactor'];
  /** Identity provider to sign in through; default: none. */
  readonly provider?: AppOptions['provider'];
  /** Directory of governments; default: the repository's own four. */
  readonly governments?: string;
  /** Proxies whose word about the caller's address counts. Default: none. */
  readonly trustedProxies?: readonly string[];
  /** From how many requests in an hour on a government calls it a flood. Default: 600. */
  readonly requestsPerHour?: number;
  /** Another way to the same database: the address that the pages and the API use, from the one they would use. */
  readonly through?: (appUrl: string) => Promise<string>;
}

const ownGovernments = fileURLToPath(new URL('../../governments', import.meta.url));
const log = createLog('silent');

/** Brings the repository's governments in once for a whole run: reading them takes longer than many a test file. */
export async function prepareBroughtIn(): Promise<void> {
  const clock = new StandingClock(monday);
  await makeBroughtInTemplate(async (addresses) => {
    await bringIn({ addresses, governmentsDirectory: ownGovernments, demo: true, clock, log });
  });
}

/** Starts the application for one test file; `close()` removes everything it made. */
export async function startTestApp(name: string, options: TestAppOptions = {}): Promise<TestApp> {
  const governments = options.governments ?? ownGovernments;
  const template = governments === ownGovernments && hasBroughtInTemplate() ? 'brought-in' : 'migrated';
  const database = await createTestDatabase(name, template);
  const dataDirectory = await mkdtemp(join(tmpdir(), 'pendopo-app-'));
  const clock = new StandingClock(options.now ?? monday);
  // Where the template has them already this finds nothing to do, as at an installation's second start.
  await bringIn({ addresses: database, governmentsDirectory: governments, demo: true, clock, log });
  const appUrl = (await options.through?.(database.appUrl)) ?? database.appUrl;
  const app = await createApp({
    addresses: { ...database, appUrl },
    pool: 6,
    dataDirectory,
    masterKeyFile: join(dataDirectory, 'master.key'),
    publicUrl: 'http://localhost:3000',
    demo: options.demo ?? true,
    secondFactor: options.secondFactor ?? 'nobody',
    provider: options.provider ?? null,
    trustedProxies: options.trustedProxies ?? [],
    requestsPerHour: options.requestsPerHour ?? 600,
    clock,
    log,
    mailer: null,
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
