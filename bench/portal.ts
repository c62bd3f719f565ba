/** The real portal as a child process, and how much processor time it and its database have used. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Portal {
  readonly url: string;
  readonly dataDirectory: string;
  /** Processor seconds used so far: by the portal itself, and by the processes it started (PostgreSQL). */
  cpuSeconds(): { readonly own: number; readonly database: number };
  /** Memory of all of them, shared pages divided, in MiB. */
  memoryMiB(): number;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Starts the portal in a folder of its own and waits until it is open; `startedAfter` says in how many seconds. */
export async function startPortal(): Promise<Portal & { readonly startedAfter: number }> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'pendopo-bench-'));
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'bin/pendopo.js'), 'start'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDirectory, LOG_LEVEL: 'warn', DEMO: 'yes' },
    stdio: ['ignore', 'ignore', 'pipe'],
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
      await rm(dataDirectory, { recursive: true });
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk);
    const open = /Portal terbuka di (http:\S+)/.exec(said);
    if (open?.[1]) {
      child.stderr?.pipe(process.stderr);
      return open[1];
    }
  }
  throw new Error(`the portal did not open:\n${said}`);
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
