/** Starts the portal: the only place where everything is put together. `npm start` comes here. */
import { createApp } from './app.ts';
import type { App, AppOptions } from './app.ts';
import { bringIn } from './bring-in.ts';
import { openDemoCounters } from './demo-counters.ts';
import { makeDemoRequests } from './demo-requests.ts';
import { Fault, systemClock, valueOf } from './ground/index.ts';
import type { Words } from './ground/index.ts';
import {
  besideInstallation,
  closeAll,
  closeOnSignals,
  createLog,
  holdFreePort,
  openInstallation,
  readConfig,
  smtpMailer,
  withPort,
} from './platform/index.ts';
import type { ClosingStep, Config, DatabaseAddresses, Installation, Log, Mailer } from './platform/index.ts';

/** Told on the terminal while people wait; the log says the rest. */
const say = ({ id, en }: Words): void =>
  void process.stderr.write(id.includes('\n') ? `${id}\n\n${en}\n` : `${id} / ${en}\n`);

/**
 * Reads the configuration from the environment, opens the installation and serves until a signal. Gives the exit code when
 * it could not start; expected faults are told in one line, with the way out.
 */
export async function start(environment: NodeJS.ProcessEnv): Promise<number | undefined> {
  return told(async () => {
    const config = valueOf(readConfig(environment));
    await serve(config, createLog(config.logLevel));
  });
}

/** Runs a start; expected faults are told and give exit code 1. */
async function told(starting: () => Promise<void>): Promise<number | undefined> {
  try {
    await starting();
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    say(error.words);
    return 1;
  }
}

async function serve(config: Config, log: Log): Promise<void> {
  const steps = openPortal(config, log);
  closeOnSignals({ log, steps });
  await steps;
}

/** Opens everything; gives how it is closed again. */
async function openPortal(config: Config, log: Log): Promise<readonly ClosingStep[]> {
  const installation = await openInstallation(config, say);
  try {
    const app = await openDoor(config, installation, log);
    const worker = config.jobConcurrency > 0 ? await app.startJobs() : null;
    return [
      { name: 'server', close: () => app.server.close() },
      { name: 'jobs', close: async () => worker?.stop() },
      { name: 'application', close: () => app.close() },
      { name: 'installation', close: () => installation.close() },
    ];
  } catch (error) {
    await installation.close();
    throw error;
  }
}

/** The application, answering. Letters of the demo are written before it listens: a port that the system chooses is held till then. */
async function openDoor(config: Config, installation: Installation, log: Log): Promise<App> {
  const held = config.port === 0 ? await holdFreePort(config.host) : null;
  try {
    const settled = held ? withPort(config, held.port) : config;
    const app = await createReadyApp(settled, installation, log);
    await held?.release();
    await listen(app, settled, held !== null);
    return app;
  } finally {
    await held?.release();
  }
}

/** Does background jobs beside a portal that leaves them to others (JOB_CONCURRENCY=0), until a signal. */
export async function work(environment: NodeJS.ProcessEnv): Promise<number | undefined> {
  return told(async () => {
    const config = valueOf(readConfig(environment));
    const log = createLog(config.logLevel);
    const steps = openWorker(config, log);
    closeOnSignals({ log, steps });
    await steps;
    say({ id: 'Pekerja berjalan. Ctrl-C menghentikannya.', en: 'The worker runs. Ctrl-C stops it.' });
  });
}

async function openWorker(config: Config, log: Log): Promise<readonly ClosingStep[]> {
  const { addresses } = await besideInstallation(config);
  const app = await createApp(
    await appOptions({ ...config, jobConcurrency: config.jobConcurrency || 4 }, addresses, log),
  );
  const worker = await app.startJobs();
  return [
    { name: 'jobs', close: () => worker.stop() },
    { name: 'application', close: () => app.close() },
  ];
}

/** Brings in the governments (and in the demo example requests) at the first start, then puts the application together. */
async function createReadyApp(config: Config, installation: Installation, log: Log): Promise<App> {
  const { addresses } = installation;
  const { governmentsDirectory, demo } = config;
  const brought = await bringIn({ addresses, governmentsDirectory, demo, clock: systemClock, log });
  const fresh = brought.flatMap(({ published, government }) =>
    published.length > 0 ? (government ?? []) : [],
  );
  if (fresh.length > 0) {
    const names = fresh.join(', ');
    say({ id: `Standar pelayanan diterbitkan: ${names}`, en: `Standards published: ${names}` });
  }
  const app = await createApp(await appOptions(config, addresses, log));
  if (demo && fresh.length > 0) {
    say({ id: 'Menyiapkan contoh permohonan …', en: 'Preparing example requests …' });
    await makeDemoRequests(app.context);
    await openDemoCounters(app.context);
  }
  return app;
}

async function appOptions(config: Config, addresses: DatabaseAddresses, log: Log): Promise<AppOptions> {
  return {
    addresses,
    pool: config.database.pool,
    dataDirectory: config.dataDirectory,
    masterKeyFile: config.masterKeyFile,
    publicUrl: config.publicUrl,
    demo: config.demo,
    secondFactor: config.secondFactor,
    provider: config.provider,
    trustedProxies: config.trustedProxies,
    requestsPerHour: config.requestsPerHour,
    clock: systemClock,
    log,
    mailer: await mailerFor(config),
    jobConcurrency: config.jobConcurrency,
  };
}

const mailerFor = async ({ smtpUrl, mailFrom }: Config): Promise<Mailer | null> =>
  smtpUrl === undefined ? null : smtpMailer({ url: smtpUrl, from: mailFrom });

/** So many may wait at the door for a moment; Node's own 511 are few for a rush, and the system bounds it anyway. */
const BACKLOG = 2048;

/** Opens the door; says the public address, or where the system chose the port that one. A port in use is told as what it is; everything that was started is closed again. */
async function listen(app: App, config: Config, portChosen: boolean): Promise<void> {
  try {
    const address = await app.server.listen({ host: config.host, port: config.port, backlog: BACKLOG });
    say({
      id: `Portal terbuka di ${portChosen ? address.replace('127.0.0.1', 'localhost') : config.publicUrl}`,
      en: 'The portal is open. Ctrl-C stops it.',
    });
  } catch (error) {
    await closeAll({ steps: [{ name: 'application', close: () => app.close() }], log: app.server.log });
    throw portFault(error, config);
  }
}

function portFault(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Fault('unavailable', 'port-in-use', {
      id: `Port ${port} sudah dipakai program lain. Hentikan program itu, atau jalankan dengan PORT lain, misalnya PORT=3001 npm start.`,
      en: `Port ${port} is in use by another program. Stop it, or start with another PORT, such as PORT=3001 npm start.`,
    });
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return new Fault('unavailable', 'port-refused', {
      id: `Tidak dapat membuka ${host}:${port}. Pilih HOST dan PORT lain (port di bawah 1024 perlu hak khusus).`,
      en: `Cannot open ${host}:${port}. Choose another HOST and PORT (ports below 1024 need special rights).`,
    });
  }
  return error;
}

if (import.meta.main) process.exitCode = (await start(process.env)) ?? process.exitCode;
