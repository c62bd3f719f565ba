/** An HTTP client with as many kept connections as a bench has clients. */
import { Agent, request } from 'node:http';

/** How many clients ask at the same time. */
export const CLIENTS = 8;

export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

/** Sends one call and reads the whole answer. */
export async function send(base: string, call: Call): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request(
      new URL(call.path, base),
      { agent, method: call.method ?? 'GET', headers: { ...call.headers } },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () =>
          done({ status: reply.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(call.body);
  });
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
