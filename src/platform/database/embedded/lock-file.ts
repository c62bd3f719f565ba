import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What PostgreSQL writes into `postmaster.pid` of its data directory. */
export interface LockFile {
  readonly pid: number;
  readonly ready: boolean;
}

const path = (cluster: string): string => join(cluster, 'postmaster.pid');

/** The lock file of a cluster; undefined when no server runs or ran into a crash. */
export async function findLockFile(cluster: string): Promise<LockFile | undefined> {
  const lines = (await readFile(path(cluster), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
}

/**
 * Marks the lock file as left behind, when its process number now belongs to another program. PostgreSQL takes
 * its own parent's number for stale, and still checks the rest of the file: whether processes of the old server
 * are attached to the shared memory. Deleting the file would lose that check.
 */
export async function markStale(cluster: string): Promise<void> {
  const text = await readFile(path(cluster), 'utf8');
  await writeFile(path(cluster), text.replace(/^\d+/u, String(process.pid)));
}

/** Whether the process runs (a zombie does not) and serves this cluster, and not merely has a recycled number. */
export async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  return (await commandLine(pid)).includes(`-D ${cluster}`);
}

/** Arguments separated by spaces; empty for a zombie or when there is no such process. */
async function commandLine(pid: number): Promise<string> {
  try {
    if (process.platform !== 'linux') return (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
