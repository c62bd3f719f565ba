/**
 * The one application: database, keys, files and definitions put together with pages and API. main.ts starts it for
 * people, tests start the same one over a database of their own.
 */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Fault } from './ground/index.ts';
import type { Clock } from './ground/index.ts';
import { addDeskRoutes, providerReturns } from './desk/index.ts';
import { addPortalRoutes, portalTasks } from './portal/index.ts';
import { addApiRoutes } from './api/index.ts';
import {
  ASSET_BASE,
  createServer,
  loadKeys,
  openDatabase,
  openFileStore,
  Press,
  startWorker,
} from './platform/index.ts';
import type {
  Database,
  DatabaseAddresses,
  Keys,
  Log,
  Mailer,
  RateLimiter,
  ProviderSettings,
  SecondFactorDemand,
  Worker,
} from './platform/index.ts';
import {
  checkpointRound,
  CHECKPOINTS,
  noticeRound,
  overdueRound,
  RECOMPUTE,
  recomputeRound,
  recomputeTask,
  sendMessageTask,
  sendNoticesTask,
  sweepRound,
  takeCheckpoints,
  watchDeadlineTask,
} from './request/index.ts';
import { identityProvider } from './people/index.ts';
import {
  DELIVER,
  deliverTask,
  deliveryRound,
  endingRound,
  productDeps,
  productPort,
  RENEW_SECRET,
  renewalRound,
  renewSecretTask,
  TELL_ENDING,
  tellEndingTask,
} from './product/index.ts';
import type { Kinds } from './product/index.ts';
import { loadCatalogue, READ_DECREE, readDecreeTask } from './standard/index.ts';
import { assets, assetUrls, rootIcon } from './ui/index.ts';
import {
  addLeadsTo,
  addSiteFiles,
  addTabIcons,
  databaseLimiter,
  renderFault,
  sparingThisMachine,
} from './web/index.ts';
import type { WebContext } from './web/index.ts';

export interface AppOptions {
  readonly addresses: DatabaseAddresses;
  readonly pool: number;
  /** Files live below this directory. */
  readonly dataDirectory: string;
  readonly masterKeyFile: string;
  readonly publicUrl: string;
  readonly demo: boolean;
  readonly secondFactor: SecondFactorDemand;
  /** Null: officials sign in with a password only. */
  readonly provider: ProviderSettings | null;
  readonly trustedProxies: readonly string[];
  /** So many unproved requests in an hour, at one government, are no flood yet. */
  readonly requestsPerHour: number;
  readonly clock: Clock;
  readonly log: Log;
  /** Null: messages are kept for the demo's mailbox page. */
  readonly mailer: Mailer | null;
  readonly jobConcurrency: number;
  /** Kinds of product that are delivered; all of them, unless a test has its own. */
  readonly kinds?: Kinds;
}

export interface App {
  readonly server: FastifyInstance;
  readonly context: WebContext;
  /** Starts doing jobs; without it the application only answers. */
  startJobs(): Promise<Worker>;
  close(): Promise<void>;
}

/** In the data directory: what published definitions say, so that the next start need not parse them. */
export const DEFINITIONS = 'definitions.jsonl';

/** Between two looks whether another process published a definition. */
const REFRESH_MS = 2000;

/** Puts the application together; it neither listens nor does jobs yet. */
export async function createApp(options: AppOptions): Promise<App> {
  const keys = await loadKeys(options.masterKeyFile);
  const database = await openDatabase({
    url: options.addresses.appUrl,
    role: 'pendopo_app',
    max: options.pool,
  });
  await claimKey(database, keys);
  const context = await contextFor(options, database, keys);
  const server = await createServer({
    publicUrl: options.publicUrl,
    trustedProxies: options.trustedProxies,
    log: options.log,
    keys,
    clock: options.clock,
    renderError: (fault, request, answer) => renderFault(context, fault, request, answer),
    isReady: () =>
      database.ping().then(
        () => true,
        () => false,
      ),
    signInUrl: (request) => `/meja/masuk?ke=${encodeURIComponent(request.url)}`,
    assets: assets(),
    rootIcon: rootIcon(),
  });
  addLeadsTo(server);
  addSiteFiles(server, context);
  addTabIcons(server, context);
  addPortalRoutes(server, context);
  addDeskRoutes(server, context);
  addApiRoutes(server, context);
  const refreshing = keepFresh(context);
  return {
    server,
    context,
    startJobs: () => startJobs(options, context),
    close: async () => {
      clearInterval(refreshing);
      await server.close();
      await context.press.close();
      await database.close();
    },
  };
}

/** Data sealed under one master key is lost to another: a start with the wrong key must not write a single row. */
async function claimKey(database: Database, keys: Keys): Promise<void> {
  const found = await database.withoutGovernment((tx) =>
    sql<{ ours: boolean }>`select claim_key(${keys.fingerprint}) as ours`.execute(tx),
  );
  if (found.rows[0]?.ours) return;
  await database.close();
  throw new Fault('unavailable', 'master-key-other', {
    id: 'Kunci utama ini bukan kunci basis data ini. Pulihkan kunci yang benar: npx pendopo masterkey restore (lihat docs/running.md).',
    en: 'This master key is not the one of this database. Restore the right one: npx pendopo masterkey restore (see docs/running.md).',
  });
}

async function contextFor(options: AppOptions, database: Database, keys: Keys): Promise<WebContext> {
  const { clock, log, publicUrl, demo, secondFactor, mailer } = options;
  const catalogue = await loadCatalogue(database, clock, join(options.dataDirectory, DEFINITIONS));
  const delivering = productDeps(options, { keys, catalogue, clock });
  return {
    database,
    keys,
    clock,
    log,
    publicUrl,
    demo,
    secondFactor,
    provider: options.provider && identityProvider(options.provider, providerReturns(publicUrl)),
    mailLeaves: mailer !== null,
    dataDirectory: options.dataDirectory,
    files: await openFileStore({ directory: join(options.dataDirectory, 'files') }),
    press: new Press((error) => log.error({ err: error }, 'a paper could not be printed')),
    catalogue,
    products: productPort(delivering),
    delivering,
    assets: assetUrls(ASSET_BASE),
    limiters: {
      // A whole district may come through one address of a mobile network; a flood may not.
      submit: sparingThisMachine(
        databaseLimiter(database, keys, 'submit', { capacity: 300, refillPerSecond: 1 }),
      ),
      // Two hundred people with ten megabytes each at once, and three hundred a day; a disk is not filled in a night.
      room: sparingThisMachine(
        databaseLimiter(database, keys, 'room', { capacity: 2000, refillPerSecond: 1 / 30 }),
      ),
      check: sparingThisMachine(
        databaseLimiter(database, keys, 'check', { capacity: 60, refillPerSecond: 1 / 5 }),
      ),
      ...floodLimiters(database, keys, options.requestsPerHour),
      drawing: databaseLimiter(database, keys, 'drawing', { capacity: 40, refillPerSecond: 1 / 15 }),
      numbers: databaseLimiter(database, keys, 'numbers', { capacity: 8, refillPerSecond: 1 / 180 }),
      message: databaseLimiter(database, keys, 'message', { capacity: 20, refillPerSecond: 1 / 180 }),
      guess: databaseLimiter(database, keys, 'guess', { capacity: 10, refillPerSecond: 1 / 30 }),
      signIn: databaseLimiter(database, keys, 'sign-in', { capacity: 100, refillPerSecond: 1 / 5 }),
      linkMail: databaseLimiter(database, keys, 'link-mail', { capacity: 3, refillPerSecond: 1 / 1800 }),
      proofMail: databaseLimiter(database, keys, 'proof-mail', { capacity: 20, refillPerSecond: 1 / 180 }),
      // Three codes of a million are right at any moment: twelve attempts an hour find one in three years.
      secondFactor: databaseLimiter(database, keys, 'second-factor', {
        capacity: 10,
        refillPerSecond: 1 / 300,
      }),
    },
  };
}

/** Nobody sends a tenth of what a whole government gets in an hour; a network of telephones may, and takes half at most. */
function floodLimiters(
  database: Database,
  keys: Keys,
  perHour: number,
): Pick<WebContext['limiters'], 'calm' | 'crowd' | 'share' | 'contact'> {
  const hourly = (purpose: string, capacity: number, refill: number, leaving = 0): RateLimiter =>
    databaseLimiter(database, keys, purpose, { capacity, refillPerSecond: refill / 3600, leaving });
  return {
    calm: hourly('calm', perHour, perHour),
    crowd: hourly('calm', perHour, perHour, Math.floor(perHour / 2)),
    share: hourly('share', Math.ceil(perHour / 10), Math.ceil(perHour / 10)),
    contact: hourly('contact', Math.ceil(perHour / 10), Math.ceil(perHour / 20)),
  };
}

/** Looks now and then whether another process published a version. A database that is away is found out elsewhere. */
function keepFresh({ catalogue, log }: WebContext): NodeJS.Timeout {
  const timer = setInterval(() => {
    catalogue.refresh().catch((error: unknown) => log.debug({ err: error }, 'catalogue not refreshed'));
  }, REFRESH_MS);
  return timer.unref();
}

async function startJobs(options: AppOptions, context: WebContext): Promise<Worker> {
  const directory = join(options.dataDirectory, CHECKPOINTS);
  const closing = new AbortController();
  const delivering = { ...context.delivering, request: context, log: options.log };
  const worker = await startWorker({
    url: options.addresses.workerUrl,
    concurrency: options.jobConcurrency,
    log: options.log,
    tasks: {
      ...(options.mailer ? { 'send-message': sendMessageTask(context, options.mailer) } : {}),
      'watch-deadline': watchDeadlineTask(context),
      'send-notices': sendNoticesTask(context),
      [RECOMPUTE]: recomputeTask(context),
      [READ_DECREE]: readDecreeTask(context),
      [DELIVER]: deliverTask(delivering),
      [TELL_ENDING]: tellEndingTask(delivering),
      [RENEW_SECRET]: renewSecretTask(delivering),
      ...portalTasks(context, options.mailer),
    },
    rounds: {
      'find-overdue': overdueRound(context),
      'find-notices': noticeRound(context),
      'find-older-calendars': recomputeRound(context),
      'take-checkpoints': checkpointRound({ ...context, directory, signal: closing.signal }),
      'sweep-files': sweepRound(context),
      'find-deliveries': deliveryRound(delivering),
      'find-ending': endingRound(delivering),
      'find-secret-renewals': renewalRound(delivering),
    },
  });
  const stop = async (): Promise<void> => {
    closing.abort();
    await worker.stop();
    await takeLastCheckpoints(options, context, directory);
  };
  let stopped: Promise<void> | undefined;
  return { stop: () => (stopped ??= stop()) };
}

/** What happened since the last hour is not left without a checkpoint; a database that is away does not hold up the end. */
async function takeLastCheckpoints(
  { addresses, log }: AppOptions,
  context: WebContext,
  directory: string,
): Promise<void> {
  try {
    const database = await openDatabase({ url: addresses.workerUrl, role: 'pendopo_worker', max: 1 });
    try {
      const governments = context.catalogue.governmentIds();
      await takeCheckpoints({ ...context, database, directory }, governments, { checkpoints: 1 });
    } finally {
      await database.close();
    }
  } catch (error) {
    log.warn({ err: error }, 'no last checkpoint');
  }
}
