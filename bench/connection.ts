/** One kept connection of HTTP/1.1, as cheap as a client can be: it shares the processors with what is measured. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';

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

interface Head {
  readonly status: number;
  /** Bytes of the body; null where it comes in chunks. */
  readonly length: number | null;
  /** Where the body begins. */
  readonly bodyAt: number;
}

const HEAD_END = '\r\n\r\n';

/** Sends one call after the other; each waits for the whole answer to the one before. */
export class Connection {
  readonly #host: string;
  readonly #socket: Socket;
  #arrived: Buffer[] = [];
  #done: ((answer: Answer) => void) | undefined;
  #failed: ((error: Error) => void) | undefined;

  constructor(base: string) {
    const { hostname, port, host } = new URL(base);
    this.#host = host;
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#socket.on('data', (chunk) => this.#take(Buffer.from(chunk)));
    this.#socket.on('error', (error) => this.#failed?.(error));
    this.#socket.on('close', () => this.#failed?.(new Error('the portal closed the connection')));
  }

  /** Whether it may be used again: the server closes what has been idle for long. */
  get isOpen(): boolean {
    return !this.#socket.destroyed && this.#socket.writable;
  }

  async send({ method = 'GET', path, headers = {}, body }: Call): Promise<Answer> {
    const lines = Object.entries({ host: this.#host, ...lengthOf(body), ...headers });
    const head = `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
    return new Promise((done, failed) => {
      [this.#done, this.#failed] = [done, failed];
      this.#socket.ref();
      this.#socket.cork();
      this.#socket.write(head);
      if (body) this.#socket.write(body);
      this.#socket.uncork();
    });
  }

  end(): void {
    this.#failed = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#arrived.push(chunk);
    const all = this.#arrived.length === 1 ? chunk : Buffer.concat(this.#arrived);
    this.#arrived = [all];
    const head = headOf(all);
    const body = head && bodyOf(all, head);
    if (!head || body === null) return;
    this.#arrived = [];
    // An idle connection does not keep the bench from ending.
    this.#socket.unref();
    this.#done?.({ status: head.status, body: body.toString() });
  }
}

const lengthOf = (body: Buffer | undefined): Record<string, string> =>
  body ? { 'content-length': String(body.length) } : {};

/** What the first lines of an answer say; null while they have not all come. */
function headOf(all: Buffer): Head | null {
  const end = all.indexOf(HEAD_END);
  if (end < 0) return null;
  const text = all.toString('latin1', 0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
  const status = Number(text.slice(9, 12));
  const isEmpty = status === 204 || status === 304;
  return {
    status,
    length: isEmpty ? 0 : length === undefined ? null : Number(length),
    bodyAt: end + HEAD_END.length,
  };
}

/** The whole body; null while it has not all come. */
function bodyOf(all: Buffer, { length, bodyAt }: Head): Buffer | null {
  if (length === null) return chunksOf(all, bodyAt);
  return all.length < bodyAt + length ? null : all.subarray(bodyAt, bodyAt + length);
}

/** A body in chunks (RFC 9112, section 7.1), put together; the server sends no trailers. */
function chunksOf(all: Buffer, bodyAt: number): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = bodyAt; ;) {
    const line = all.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(all.toString('latin1', at, line), 16);
    const next = line + 2 + size + 2;
    if (Number.isNaN(size)) throw new Error('the portal sent something that is no chunk');
    if (all.length < next) return null;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(all.subarray(line + 2, line + 2 + size));
    at = next;
  }
}
