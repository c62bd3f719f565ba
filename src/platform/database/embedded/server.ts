import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { Fault } from '../../../ground/index.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { findLockFile, markStale, servesCluster } from './lock-file.ts';
import { socketLockOf, type ClusterPlace } from './place.ts';

/** A running server. */
export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. Does not keep the program awake by itself. */
  readonly ended: Promise<void>;
  /** From now on the program stays awake until the process has ended. */
  readonly hold: () => void;
}

const betweenLooks = 20;
/** After a power cut the server first replays its log, which may take minutes. */
const longestStart = 300_000;
const longestStop = 30_000;
const largestLog = 5_000_000;

/** Starts the server and waits until it takes connections. */
export async function startServer(
  place: ClusterPlace,
  binaries: Binaries,
  account: Account,
): Promise<ServerProcess> {
  const until = performance.now() + longestStart;
  for (;;) {
    const child = await launch(place, binaries, account);
    if (await becomesReady(child, place.cluster, until)) return processOf(child);
    const words = await lastWords(place.logFile);
    if (!(wasSignalled(child) || isLeaving(words)) || performance.now() > until)
      throw startFault(words, place);
    await pause(200);
  }
}

/** A signal to the whole process group reaches a server that has not yet left the group; the program hears it too. */
const wasSignalled = ({ signalCode }: ChildProcess): boolean =>
  signalCode === 'SIGTERM' || signalCode === 'SIGINT';

/** The crashed server's last processes are still finishing a statement; they end by themselves. */
const isLeaving = (words: string): boolean => words.includes('shared memory block');

/**
 * Stops a server that an earlier, killed run of the program left behind; so the cluster is free. Its lock file at the
 * socket is removed: PostgreSQL would not start while the number in it belongs to any process, be it another program
 * or a zombie. What keeps two servers from one cluster is the lock file there.
 */
export async function stopLeftover(place: ClusterPlace): Promise<void> {
  const { cluster } = place;
  const lock = await findLockFile(cluster);
  if (lock !== undefined && (await servesCluster(lock.pid, cluster))) await stopServer(lock.pid, cluster);
  if ((await findLockFile(cluster)) !== undefined) await markStale(cluster);
  await rm(socketLockOf(place), { force: true });
}

/** Fast shutdown: sessions are ended, committed work is on disk. Immediate shutdown if that takes too long. */
export async function stopServer(pid: number, cluster: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    signalTo(pid, signal);
    const until = performance.now() + longestStop;
    while (performance.now() < until) {
      if (!(await servesCluster(pid, cluster))) return;
      await pause(betweenLooks);
    }
  }
  throw new Fault('unavailable', 'database-does-not-stop', {
    id: `Server basis data (proses ${pid}) tidak mau berhenti. Hentikan proses itu, lalu mulai lagi.`,
    en: `The database server (process ${pid}) does not stop. End that process, then start again.`,
  });
}

async function launch(place: ClusterPlace, binaries: Binaries, account: Account): Promise<ChildProcess> {
  await rotate(place.logFile);
  const log = await open(place.logFile, 'a', 0o600);
  try {
    const child = spawn(join(binaries.directory, 'bin', 'postgres'), ['-D', place.cluster], {
      ...account.ids,
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC' },
      // Its own process group: Ctrl-C in the terminal must reach the program only, which then stops the server last.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await once(child, 'spawn');
    // A program that has nothing left to do may end; at its exit the server is told to stop.
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

async function becomesReady(child: ChildProcess, cluster: string, until: number): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null && performance.now() < until) {
    const lock = await findLockFile(cluster);
    if (lock?.pid === child.pid && lock?.ready === true) return true;
    await pause(betweenLooks);
  }
  return false;
}

const processOf = (child: ChildProcess): ServerProcess => ({
  pid: child.pid ?? 0,
  ended: endOf(child),
  hold: () => child.ref(),
});

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Sends a signal to a process that may have ended meanwhile. */
export function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has just ended by itself.
  }
}

async function rotate(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largestLog) await rename(logFile, `${logFile}.1`);
}

async function lastWords(logFile: string): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-5).join('\n');
}

function startFault(words: string, place: ClusterPlace): Fault {
  return new Fault('unavailable', 'database-does-not-start', {
    id: `Basis data tidak dapat dimulai. Baca ${place.logFile}:\n${words}`,
    en: `The database does not start. Read ${place.logFile}:\n${words}`,
  });
}
