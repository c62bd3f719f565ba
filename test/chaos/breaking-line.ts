/** A line to PostgreSQL that breaks when told: with the commit on its way, or with the answer to it. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The commit never arrives; or it is done, and nobody hears of it. */
export type Where = 'before the commit' | 'after the commit';

export interface BreakingLine {
  /** The same address, through this line. */
  through(url: string): string;
  /** Breaks the next transaction in which a statement with this word was sent. */
  breakAfter(word: string, where: Where): void;
  /** How often it broke. */
  readonly broken: () => number;
  close(): Promise<void>;
}

const socketName = '.s.PGSQL.5432';
/** As the protocol carries a simple query: its text and a zero byte; and what answers it once it is done. */
const COMMIT = Buffer.from('commit\0');
const COMMITTED = Buffer.from('COMMIT\0');

/** Opens a line to the server at this address, which is a folder with a Unix socket. */
export async function openBreakingLine(url: string): Promise<BreakingLine> {
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-line-'));
  const server = join(new URL(url).searchParams.get('host') ?? '', socketName);
  const sockets = new Set<Socket>();
  let next: { readonly word: string; readonly where: Where } | undefined;
  let broken = 0;

  const converse = (near: Socket): void => {
    const far = connect(server);
    let meant = false;
    let committing = false;
    const breakHere = (): void => {
      next = undefined;
      broken += 1;
      near.destroy();
    };
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined));
    near.on('close', () => far.destroy()).on('close', () => sockets.delete(near));
    far.on('close', () => near.destroy()).on('close', () => sockets.delete(far));
    near.on('data', (sent: Buffer) => {
      meant ||= next !== undefined && sent.includes(next.word);
      // It may come in one breath with the statements before it.
      committing ||= meant && sent.includes(COMMIT);
      if (committing && next?.where === 'before the commit') breakHere();
      else far.write(sent);
    });
    far.on('data', (answer: Buffer) => {
      if (committing && answer.includes(COMMITTED)) breakHere();
      else near.write(answer);
    });
  };

  const listener = createServer(converse).listen(join(folder, socketName));
  await once(listener, 'listening');
  return {
    through: (address) => {
      const other = new URL(address);
      other.searchParams.set('host', folder);
      return other.href;
    },
    breakAfter: (word, where) => void (next = { word, where }),
    broken: () => broken,
    close: async () => {
      listener.close();
      for (const socket of sockets) socket.destroy();
      await rm(folder, { recursive: true });
    },
  };
}
