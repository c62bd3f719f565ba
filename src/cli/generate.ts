import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bringIn } from '../bring-in.ts';
import { exampleDocument } from '../example-document.ts';
import { generateRequests } from '../generate/index.ts';
import { Fault, systemClock, valueOf } from '../ground/index.ts';
import {
  createLog,
  joinInstallation,
  loadKeys,
  openDatabase,
  openFileStore,
  readConfig,
} from '../platform/index.ts';
import type { Config, Database } from '../platform/index.ts';
import { productPort } from '../product/index.ts';
import type { RequestDeps } from '../request/index.ts';
import { loadCatalogue } from '../standard/index.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

export const help = `pendopo generate --requests N [--government GOVERNMENT] [--seed N] [--yes-not-demo]

Makes requests as if they had arrived within the last year: by day and hour as people come, with steps made, returned,
completed, refused and withdrawn, some late; with journals that verify. For trying things out and for measuring.
No message is sent for them. They cannot be taken away again: use a data directory of its own.

  --requests N      how many, 1 to 1000000
  --government ID   only there; else spread over all, by the number of their services
  --seed N          the same seed tells the same stories (default: 1); numbers and keys are always new
  --yes-not-demo    also where real requests are; meant for a copy

Exit code 0: made; 1: refused; 2: wrong usage.
`;

const OPTIONS = {
  requests: { type: 'string' },
  government: { type: 'string' },
  seed: { type: 'string', default: '1' },
  'yes-not-demo': { type: 'boolean', default: false },
} as const;

const MOST = 1_000_000;

interface Wish {
  readonly requests: number;
  readonly government: string | undefined;
  readonly seed: number;
}

/** `pendopo generate`. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const [requests, seed] = [Number(values.requests), Number(values.seed)];
  if (!Number.isInteger(requests) || requests < 1 || requests > MOST || !Number.isInteger(seed)) {
    return complain(
      io,
      'Sebut banyaknya / say how many: --requests 2000. Lihat / see: pendopo generate --help',
    );
  }
  const config = valueOf(readConfig(process.env));
  if (!config.demo && !values['yes-not-demo']) throw notDemo();
  await generate(config, io, { requests, seed, government: values.government });
  return 0;
}

const notDemo = (): Fault =>
  new Fault('conflict', 'not-a-demo', {
    id: 'Ini bukan peragaan: permohonan buatan akan bercampur dengan yang asli. Pakai DATA_DIR lain, atau --yes-not-demo pada sebuah salinan.',
    en: 'This is no demonstration: invented requests would mix with real ones. Use another DATA_DIR, or --yes-not-demo on a copy.',
  });

async function generate(config: Config, io: CommandIo, wish: Wish): Promise<void> {
  const installation = await joinInstallation(
    config,
    ({ id, en }) => void io.stderr.write(`${id} / ${en}\n`),
  );
  try {
    const { addresses } = installation;
    const { governmentsDirectory, demo } = config;
    await bringIn({
      addresses,
      governmentsDirectory,
      demo,
      clock: systemClock,
      log: createLog(config.logLevel),
    });
    const database = await openDatabase({ url: addresses.appUrl, role: 'pendopo_app', max: 4 });
    try {
      await write(await depsFor(config, database), io, wish);
    } finally {
      await database.close();
    }
  } finally {
    await installation.close();
  }
}

async function depsFor(config: Config, database: Database): Promise<RequestDeps> {
  const keys = await loadKeys(config.masterKeyFile);
  const catalogue = await loadCatalogue(database, systemClock);
  return {
    database,
    keys,
    files: await openFileStore({ directory: join(config.dataDirectory, 'files') }),
    catalogue,
    clock: systemClock,
    // Invented requests end by hand: nothing is made at a counterpart for them.
    products: productPort({
      keys,
      catalogue,
      clock: systemClock,
      kinds: {},
      directory: config.dataDirectory,
      demo: false,
      publicUrl: config.publicUrl,
    }),
    publicUrl: config.publicUrl,
    mailLeaves: false,
  };
}

async function write(deps: RequestDeps, io: CommandIo, { government, ...wish }: Wish): Promise<void> {
  const { catalogue } = deps;
  const governments =
    government === undefined ? catalogue.governmentIds() : [catalogue.government(government).id];
  const tell = progressOf(io, wish.requests);
  const made = await generateRequests(deps, {
    ...wish,
    governments,
    documentFor: exampleDocument,
    progress: tell,
  });
  const statuses = Object.entries(made).map(([status, count]) => `${status} ${count}`);
  io.stdout.write(`${wish.requests} permohonan dibuat / requests made: ${statuses.join(', ')}\n`);
}

/** A line every few seconds: how many are written, and how long the rest will take. */
function progressOf(io: CommandIo, requests: number): (written: number) => void {
  const began = performance.now();
  let told = began;
  return (written) => {
    const now = performance.now();
    if (now - told < 5000 || written === requests) return;
    told = now;
    const left = Math.ceil((((now - began) / written) * (requests - written)) / 1000);
    io.stderr.write(`${written} / ${requests}; ± ${left} detik lagi / seconds left\n`);
  };
}
