/**
 * Stands between a tool and the portal as a proxy would: gives each request another address, so that no limit hides what
 * lies behind it, and writes down what was reached and what went wrong.
 */
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a tool has reached: each kind of address with the parameters tried there and the statuses that came back. */
export interface Reached {
  readonly parameters: Set<string>;
  readonly statuses: Map<number, number>;
}

export interface Observer {
  readonly origin: string;
  /** By method and pattern of the address. */
  readonly reached: ReadonlyMap<string, Reached>;
  /** Answers that are errors of ours. */
  readonly broken: readonly string[];
  close(): void;
}

const MOST_KEPT = 2_000_000;

/** An address as its kind: what names one request, one draft or one file is left out. */
const patternOf = (path: string): string =>
  path
    .replace(/\/[A-Z]{3}-\d{4}-[0-9A-Z]{6}(?=\/|$)/u, '/{nomor}')
    .replace(/\/ajukan\/[\w-]{20,}/u, '/ajukan/{draf}')
    .replaceAll(/\/[0-9a-f]{8}-[0-9a-f-]{27}/gu, '/{id}');

function jsonNames(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  } catch {
    return [];
  }
}

function bodyNames(type: string, body: Buffer): readonly string[] {
  if (type.includes('urlencoded')) return [...new URLSearchParams(body.toString()).keys()];
  if (type.includes('json')) return jsonNames(body.toString());
  return [...body.toString('latin1').matchAll(/form-data; name="([^"]*)"/gu)].map(([, name = '']) => name);
}

/** Another address for each request. */
const addressOf = (count: number): string =>
  [10, count >> 16, count >> 8, count].map((part) => part % 256).join('.');

/** Starts it before the portal at `target`; addresses that begin with one of `closed` are not let through. */
export async function observe(target: string, closed: readonly string[]): Promise<Observer> {
  const reached = new Map<string, Reached>();
  const broken: string[] = [];
  let count = 0;
  const note = (incoming: IncomingMessage, body: Buffer, status: number): void => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', target);
    const kind = `${incoming.method ?? ''} ${patternOf(pathname)}`;
    const found = reached.get(kind) ?? { parameters: new Set(), statuses: new Map<number, number>() };
    for (const name of searchParams.keys()) found.parameters.add(name);
    for (const name of bodyNames(incoming.headers['content-type'] ?? '', body)) found.parameters.add(name);
    found.statuses.set(status, (found.statuses.get(status) ?? 0) + 1);
    reached.set(kind, found);
    if (status >= 500)
      broken.push(
        `${status} ${incoming.method ?? ''} ${incoming.url ?? ''} ${body.toString().slice(0, 500)}`,
      );
  };
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = Buffer.concat((await incoming.toArray()) as Buffer[]).subarray(0, MOST_KEPT);
    count += 1;
    const { hostname, port } = new URL(target);
    const { method, url: path } = incoming;
    const headers = { ...incoming.headers, 'x-forwarded-for': addressOf(count) };
    const onward = ask({ hostname, port, method, path, headers });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    note(incoming, body, answer.statusCode ?? 0);
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  };
  const server = createServer((incoming, outgoing) => {
    if (closed.some((path) => incoming.url?.startsWith(path))) outgoing.writeHead(404).end();
    else pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    reached,
    broken,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
