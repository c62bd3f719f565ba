/** A whole installation in processes of its own: portal, worker and the portal's PostgreSQL. Each can be killed. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runProgram, startProgram, until } from '../support/program.ts';
import type { Ending, Program, Settings } from '../support/program.ts';
import { listProcesses } from './processes.ts';

export const victims = ['web', 'worker', 'postgres', 'all'] as const;
export type Victim = (typeof victims)[number];

export class Installation {
  readonly directory: string;
  /** For further starts of the program over the same installation. */
  readonly settings: Settings;
  #web: Program | undefined;
  #worker: Program | undefined;
  #url = '';
  #becoming: Promise<true> | undefined;

  private constructor(directory: string, settings: Settings) {
    this.directory = directory;
    this.settings = settings;
  }

  /** Starts portal and worker over an empty data directory. */
  static async start(settings: Settings): Promise<Installation> {
    const directory = await mkdtemp(join(tmpdir(), 'pendopo-chaos-'));
    const installation = new Installation(directory, {
      DATA_DIR: directory,
      PORT: '0',
      JOB_CONCURRENCY: '0',
      LOG_LEVEL: 'warn',
      // Every sender has an address of its own, so that no limit against floods stops the load.
      TRUST_PROXY: '127.0.0.1',
      REQUESTS_PER_HOUR: '1000000',
      ...settings,
    });
    await installation.startAll();
    return installation;
  }

  /** Where the portal listens; another port after each start. */
  get url(): string {
    return this.#url;
  }

  get web(): Program {
    if (this.#web === undefined) throw new Error('the portal was not started');
    return this.#web;
  }

  get worker(): Program {
    if (this.#worker === undefined) throw new Error('the worker was not started');
    return this.#worker;
  }

  async startWeb(): Promise<void> {
    this.#web = startProgram(['start'], this.settings);
    const [, url = ''] = await this.#web.says(/Portal terbuka di (\S+)/u);
    this.#url = url.replace('localhost', '127.0.0.1');
  }

  async startWorker(): Promise<void> {
    this.#worker = startProgram(['work'], this.settings);
    await this.#worker.says(/The worker runs/u);
  }

  /** Runs another command of the program over this installation. */
  run(args: readonly string[]): ReturnType<typeof runProgram> {
    return runProgram(args, this.settings);
  }

  /** Kills the victim with SIGKILL and starts again what does not come back by itself. */
  async kill(victim: Victim): Promise<void> {
    if (victim === 'all') {
      await this.killAll();
      await this.startAll();
    } else await this.#killOne[victim]();
    await this.ready();
  }

  readonly #killOne: Readonly<Record<Exclude<Victim, 'all'>, () => Promise<void>>> = {
    web: async () => {
      this.web.signal('SIGKILL');
      await this.web.ended;
      await this.startWeb();
    },
    worker: async () => {
      this.worker.signal('SIGKILL');
      await this.worker.ended;
      await this.startWorker();
    },
    postgres: async () => {
      const before = await this.#postmaster();
      await killTree(before);
      await until('another PostgreSQL', async () => ((await this.#postmaster()) === before ? null : true));
    },
  };

  /** Kills everything at once; nothing is started again. */
  async killAll(): Promise<void> {
    const postmaster = await this.#postmaster();
    this.web.signal('SIGKILL');
    this.worker.signal('SIGKILL');
    await killTree(postmaster);
    await Promise.all([this.web.ended, this.worker.ended]);
  }

  async startAll(): Promise<void> {
    await this.startWeb();
    await this.startWorker();
  }

  /** Waits until the portal says that it can serve; any number of callers wait for one answer. */
  async ready(): Promise<void> {
    this.#becoming ??= until('the portal is ready', async () => {
      const answer = await fetch(`${this.#url}/sehat`).catch(() => null);
      await answer?.arrayBuffer().catch(() => null);
      return answer?.ok === true ? true : null;
    }).finally(() => (this.#becoming = undefined));
    await this.#becoming;
  }

  /** Process number of the database server. */
  async #postmaster(): Promise<number> {
    return until('the database server runs', async () => {
      const text = await readFile(
        join(await this.#databaseFolder(), 'cluster', 'postmaster.pid'),
        'utf8',
      ).catch(() => '');
      const pid = Number.parseInt(text, 10);
      return pid > 0 && pid !== this.#web?.pid ? pid : null;
    });
  }

  async databaseLog(): Promise<string> {
    return readFile(join(await this.#databaseFolder(), 'postgresql.log'), 'utf8');
  }

  /** Ends both programs with a signal that they hear; gives how they ended. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<readonly Ending[]> {
    this.worker.signal(signal);
    this.web.signal(signal);
    return Promise.all([this.worker.ended, this.web.ended]);
  }

  async remove(): Promise<void> {
    await rm(await this.#databaseFolder(), { recursive: true, force: true });
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Started by root, the database stands outside of the data directory; it says where. */
  async #databaseFolder(): Promise<string> {
    const text = await readFile(join(this.directory, 'installation.json'), 'utf8');
    const { database } = JSON.parse(text) as { readonly database: string };
    return resolve(this.directory, database);
  }
}

/**
 * Kills a server and its children. All of them stand still first: none is born meanwhile that would survive, and what
 * is asked of them now gets no answer any more, as when a machine hangs before it dies.
 */
async function killTree(root: number): Promise<void> {
  process.kill(root, 'SIGSTOP');
  // Each process of PostgreSQL leads a group of its own, so its groups are found by their parent.
  const children = (await listProcesses()).filter(({ parent }) => parent === root).map(({ pid }) => pid);
  // Children first: told by their parent's end, they would still end by themselves.
  const tree = new Set([...children, root]);
  for (const signal of ['SIGSTOP', 'SIGKILL'] as const) for (const pid of tree) process.kill(pid, signal);
  await until('all of the server is gone', async () => {
    const left = (await listProcesses()).filter(({ pid, state }) => tree.has(pid) && !state.startsWith('Z'));
    return left.length > 0 ? null : true;
  });
}
