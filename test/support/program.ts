/** The program as people run it: a process (group) of its own, told by environment, ended by signals. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../bin/pendopo.js', import.meta.url));

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Program {
  readonly pid: number;
  /** Everything it wrote so far, both streams as they came. */
  readonly output: () => string;
  /** The first match in what it writes; rejects when it ends or the time is over before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal to the program and whatever it started in its process group. */
  signal(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ending>;
}

/** Settings of the program. */
export type Settings = Readonly<Record<string, string>>;

/** Of the tests' own environment only these reach it. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'NODE_COMPILE_CACHE'];

const environment = (settings: Settings): NodeJS.ProcessEnv => ({
  HOME: '/',
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => inherited.includes(name))),
  ...settings,
});

/** Long enough for a busy machine; whoever waits that long has found a fault. */
export const patience = 90_000;

/** Asks until there is an answer other than null. Rejects, saying `what`, when patience is over. */
export async function until<T>(what: string, find: () => Promise<T | null> | T | null): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    const found = await find();
    if (found !== null) return found;
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await pause(20);
  }
}

const running = new Set<ChildProcess>();

/** Starts a command of `pendopo`. Whatever still runs when the tests end is killed. */
export function startProgram(args: readonly string[], settings: Settings): Program {
  const child = spawn(process.execPath, [entry, ...args], {
    env: environment(settings),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
  }
  const { promise: ended, resolve: end } = Promise.withResolvers<Ending>();
  let ending: Ending | undefined;
  child.on('close', (code, signal) => {
    ending = { code, signal };
    running.delete(child);
    end(ending);
  });
  return {
    pid: child.pid ?? 0,
    output: () => text,
    says: (pattern) =>
      until(`${args.join(' ')} says ${String(pattern)}`, () => {
        const found = pattern.exec(text);
        if (found !== null || ending === undefined) return found;
        throw new Error(
          `"pendopo ${args.join(' ')}" ended (${ending.signal ?? ending.code}), saying:\n${text}`,
        );
      }),
    signal: (signal) => signalGroup(child, signal),
    ended,
  };
}

/** Runs a command to its end. */
export async function runProgram(
  args: readonly string[],
  settings: Settings,
): Promise<Ending & { readonly output: string }> {
  const program = startProgram(args, settings);
  const ending = await program.ended;
  return { ...ending, output: program.output() };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It has just ended by itself.
  }
}

const killAll = (): void => {
  for (const child of running) signalGroup(child, 'SIGKILL');
};
process.once('exit', killAll);
// The test runner ends a file that takes too long with this signal, which by itself would skip 'exit'.
process.once('SIGTERM', () => process.exit(1));
