/** The real portal as a child process, and how much processor time it and its database have used. */
import { spawn } from 'node:child_process';
import type { ChildProcess, ChildProcessByStdio } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export interface Portal {
  readonly url: string;
  readonly dataDirectory: string;
  /** Processor seconds used so far: by the portal itself, and by the processes it started (PostgreSQL). */
  cpuSeconds(): { readonly own: number; readonly database: number };
  /** Memory of all of them, shared pages divided, in MiB. */
  memoryMiB(): number;
  /** In how many seconds it was open. */
  readonly startedAfter: number;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Starts the portal with these governments in a folder of its own, which goes with it, or in one that is kept; waits until
 * it is open.
 */
export async function startPortal(governmentsDirectory: string, kept?: string): Promise<Portal> {
  const dataDirectory = kept ?? (await mkdtemp(join(tmpdir(), 'pendopo-bench-')));
  const began = performance.now();
  const child = spawn('sh', [join(root, 'bin/pendopo'), 'start'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDirectory,
      GOVERNMENTS_DIR: governmentsDirectory,
      LOG_LEVEL: 'warn',
      DEMO: 'yes',
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const url = await addressOf(child);
  const startedAfter = (performance.now() - began) / 1000;
  return {
    url,
    dataDirectory,
    startedAfter,
    cpuSeconds: () => {
      const all = familyOf(child).reduce((sum, pid) => sum + cpuOf(pid), 0);
      const own = cpuOf(child.pid ?? 0);
      return { own, database: all - own };
    },
    memoryMiB: () => familyOf(child).reduce((sum, pid) => sum + pssOf(pid), 0) / 1024,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      if (kept === undefined) await removeInstallation(dataDirectory);
    },
  };
}

/** Removes a data directory with its database, which lies elsewhere where the portal ran as root. */
export async function removeInstallation(dataDirectory: string): Promise<void> {
  const found = readOr(join(dataDirectory, 'installation.json'), '{}');
  const { database } = JSON.parse(found) as { readonly database?: string };
  if (database !== undefined) await rm(database, { recursive: true, force: true });
  await rm(dataDirectory, { recursive: true });
}

/** Waits for the line that tells the address; all that is said on the way and later is shown. */
async function addressOf({ stderr }: ChildProcessByStdio<null, null, Readable>): Promise<string> {
  let said = '';
  return new Promise((opened, failed) => {
    stderr.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const open = /Portal terbuka di (http:\S+)/.exec(said);
      if (open?.[1]) opened(open[1]);
    });
    stderr.once('end', () => failed(new Error(`the portal did not open:\n${said}`)));
    stderr.pipe(process.stderr);
  });
}

/** The process and everything below it. */
function familyOf({ pid }: ChildProcess): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readOr(`/proc/${name}/stat`, '');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    parents.set(Number(name), Number(fields[1]));
  }
  const isOurs = (id: number): boolean => id === pid || (parents.has(id) && isOurs(parents.get(id) ?? 0));
  return [...parents.keys()].filter(isOurs);
}

const TICKS_PER_SECOND = 100;

function cpuOf(pid: number): number {
  const stat = readOr(`/proc/${pid}/stat`, '');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  // utime and stime
  return [11, 12].reduce((sum, at) => sum + (fields[at] ?? 0), 0) / TICKS_PER_SECOND;
}

const pssOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`, ''))?.[1] ?? 0);

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}
