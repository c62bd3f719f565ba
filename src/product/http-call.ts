/**
 * One HTTP call to a counterpart, on a line of its own: what breaks off is known to belong to this call. Nobody is followed elsewhere
 * (a key or a passphrase would go there), no closed address is connected to (`reach.ts`), and an answer has an end.
 */
import { once } from 'node:events';
import { request as requestHttp } from 'node:http';
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { CounterpartFault } from './contract.ts';
import { assertOpen, openLookup } from './reach.ts';

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Bytes; a longer answer is none. */
  readonly largestAnswer: number;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** No (whole) answer came; what went wrong is its `cause`. */
export class NoAnswer extends Error {
  /** Whether the line stood, with TLS where it is asked for: the call may have gone out. */
  readonly begun: boolean;

  constructor(begun: boolean, cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
    this.begun = begun;
  }
}

/** The answer, whatever its status. Throws NoAnswer, or CounterpartFault `counterpart-closed`. */
export async function callHttp(
  address: URL,
  { method, headers, body, largestAnswer, signal }: HttpCall,
): Promise<HttpAnswer> {
  assertOpen(address.hostname);
  if (signal.aborted) throw new NoAnswer(false, signal.reason);
  const secure = address.protocol === 'https:';
  const send = secure ? requestHttps : requestHttp;
  // No line is used twice: one that the server closed meanwhile would look like an answer that broke off.
  const request = send(address, {
    method,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    signal,
    agent: false,
    lookup: openLookup,
  });
  let begun = false;
  request.on('socket', (socket: TLSSocket) =>
    socket.once(secure ? 'secureConnect' : 'connect', () => (begun = true)),
  );
  try {
    return await answerOf(request, body, largestAnswer);
  } catch (error) {
    throw error instanceof CounterpartFault ? error : new NoAnswer(begun, error);
  }
}

async function answerOf(
  request: ClientRequest,
  body: string | Buffer,
  largestAnswer: number,
): Promise<HttpAnswer> {
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const { statusCode: status = 0, headers } = response;
  return { status, headers, body: await bodyOf(response, largestAnswer) };
}

async function bodyOf(response: IncomingMessage, largestAnswer: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    // Leaving the loop ends the connection.
    if (length > largestAnswer) throw new Error('an answer without end');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
