/** One call over a real connection, as any program may make it: whatever bytes, whatever headers. */
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';

export interface Call {
  readonly method: string;
  /** Path and query, as they go over the wire. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Who has waited so long has found a hang; nothing here takes a tenth of it on a slow machine. */
const PATIENCE_MS = 10_000;

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** The answer to a call. Rejects with `no answer` when none came in time, and when the connection broke. */
export async function ask(origin: string, call: Call): Promise<Answer> {
  const first = { stale: false };
  return askOnce(origin, call, first).catch((error: unknown) => {
    // The server had closed a kept connection just when it was taken again; any client asks once more.
    if (first.stale) return askOnce(origin, call, { stale: false });
    throw error;
  });
}

async function askOnce(
  origin: string,
  { method, path, headers, body }: Call,
  seen: { stale: boolean },
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { hostname, port } = new URL(origin);
  const length = body === null ? {} : { 'content-length': String(body.length) };
  const outgoing = request({ agent, hostname, port, method, path, headers: { ...headers, ...length } });
  const late = setTimeout(() => outgoing.destroy(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS);
  outgoing.on('error', (error) => {
    seen.stale = outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
    reject(error);
  });
  outgoing.on('response', (incoming) => {
    incoming.on('error', reject);
    void incoming.toArray().then(
      (chunks: Buffer[]) =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      reject,
    );
  });
  outgoing.end(body ?? undefined);
  return promise.finally(() => clearTimeout(late));
}

/** Lets go of the connections kept. */
export const hangUp = (): void => agent.destroy();
