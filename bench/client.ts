/** An HTTP client with as many kept connections as a bench has clients. */
import { Connection } from './connection.ts';
import type { Answer, Call } from './connection.ts';

export type { Answer, Call } from './connection.ts';

/** How many clients ask at the same time. */
export const CLIENTS = 8;

/** Connections that nobody uses at the moment, by the address they lead to. */
const idle = new Map<string, Connection[]>();

/** Sends one call and reads the whole answer; on a connection of its own when all that there are are in use. */
export async function send(base: string, call: Call): Promise<Answer> {
  const free = idle.get(base) ?? [];
  idle.set(base, free);
  const connection = takeOpen(free) ?? new Connection(base);
  const answer = await connection.send(call);
  if (free.length < CLIENTS) free.push(connection);
  else connection.end();
  return answer;
}

function takeOpen(free: Connection[]): Connection | undefined {
  for (let taken = free.pop(); taken; taken = free.pop()) if (taken.isOpen) return taken;
  return undefined;
}

/** Does one thing `times` times, by all clients together; gives how many a second. */
export async function perSecond(times: number, once: () => Promise<unknown>): Promise<number> {
  let left = times;
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await once();
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return times / ((performance.now() - began) / 1000);
}
