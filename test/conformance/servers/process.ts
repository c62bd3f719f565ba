/** Servers that tests start: in the foreground, on ports of the loopback address, gone with the test. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Server {
  readonly pid: number;
  /** Everything it said so far. */
  output(): string;
  /** Tells it to read its files again. */
  signal(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

const patience = 15_000;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a server and waits until it takes connections on a port. */
export async function startServer(
  program: string,
  args: readonly string[],
  how: { readonly port: number; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Server> {
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...how.env };
  const child = spawn(program, args, { cwd: how.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const stopAtExit = (): void => void child.kill('SIGKILL');
  process.once('exit', stopAtExit);
  await untilListening(child, how.port, () => `${program} ${args.join(' ')}\n${said.join('')}`);
  return {
    pid: child.pid ?? 0,
    output: () => said.join(''),
    signal: (signal) => void child.kill(signal),
    stop: async () => {
      process.off('exit', stopAtExit);
      await ended(child);
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await once(child, 'exit');
  clearTimeout(late);
}

async function untilListening(child: ChildProcess, port: number, tell: () => string): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isListening(port))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended at once: ${tell()}`);
    if (performance.now() > end) throw new Error(`does not listen on ${port}: ${tell()}`);
    await pause(30);
  }
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Runs a command of the system to its end and gives what it said. Fails with what it said otherwise, also when it does not end. */
export async function runCommand(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 2 * patience });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${said.join('')}`);
  return said.join('');
}
