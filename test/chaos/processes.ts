import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** As ps shows it; Z for one that has ended and whose parent has not asked for it yet. */
  readonly state: string;
}

/** All processes of this machine. A small Linux has no `ps`, but tells in files. */
export async function listProcesses(): Promise<readonly RunningProcess[]> {
  if (process.platform === 'linux') {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
    return (await Promise.all(pids.map(readStat))).flat();
  }
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,stat=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, state = ''] = line.trim().split(/\s+/u);
      return { pid: Number(pid), parent: Number(parent), state };
    });
}

/** /proc/PID/stat (proc_pid_stat(5)): a name in brackets, which may hold anything, then state and parent. */
async function readStat(pid: string): Promise<readonly RunningProcess[]> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return state && parent ? [{ pid: Number(pid), parent: Number(parent), state }] : [];
}
