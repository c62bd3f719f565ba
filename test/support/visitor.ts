/** A visitor with a browser's cookies but no browser: follows forms as they stand on the page. For page tests. */
import assert from 'node:assert/strict';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

/** A file as a form sends it. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Fields of a form; a list where one field is sent several times. */
export type Sent = Readonly<Record<string, string | SentFile | readonly SentFile[]>>;

export interface Seen {
  readonly status: number;
  /** Path of the page, after redirects. */
  readonly url: string;
  readonly body: string;
  readonly headers: LightMyRequestResponse['headers'];
}

/** A form found on a page: where it goes and what it carries unseen. */
interface FoundForm {
  readonly action: string;
  readonly multipart: boolean;
  readonly hidden: Readonly<Record<string, string>>;
}

export class Visitor {
  readonly #server: FastifyInstance;
  readonly #cookies = new Map<string, string>();
  readonly #address: string;
  /** The page looked at now. */
  page: Seen = { status: 0, url: '', body: '', headers: {} };

  constructor(server: FastifyInstance, address = '127.0.0.1') {
    this.#server = server;
    this.#address = address;
  }

  /** Opens an address and follows redirects, as a browser does. */
  async open(url: string): Promise<Seen> {
    return this.#send({ method: 'GET', url });
  }

  /** Fills in the form that goes to an address ending in `to` (default: the page's only form) and sends it. */
  async submit(sent: Sent = {}, to?: string): Promise<Seen> {
    const form = formOn(this.page, to);
    const fields = { ...form.hidden, ...sent };
    return form.multipart ? this.post(form.action, fields, 'multipart') : this.post(form.action, fields);
  }

  /** What the browser keeps under this name. */
  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  /** Puts a cookie into the browser, as an attacker would into their own. */
  keepCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  /** Posts fields to an address without looking at any form. */
  async post(url: string, fields: Sent, kind: 'form' | 'multipart' = 'form'): Promise<Seen> {
    return this.#send({ method: 'POST', url, ...bodyOf(fields, kind) });
  }

  async #send(request: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly payload?: Buffer | string;
    readonly headers?: Record<string, string>;
  }): Promise<Seen> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#server.inject({
      ...request,
      remoteAddress: this.#address,
      headers: { ...request.headers, ...(cookie === '' ? {} : { cookie }) },
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const { location } = response.headers;
    if (response.statusCode === 303 && typeof location === 'string') return this.open(location);
    this.page = {
      status: response.statusCode,
      url: request.url,
      body: response.body,
      headers: response.headers,
    };
    return this.page;
  }
}

const attribute = (tag: string, name: string): string | undefined =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]);

const unescaped = (text: string | undefined): string | undefined =>
  text
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

function formOn({ body, url }: Seen, to: string | undefined): FoundForm {
  const forms = [...body.matchAll(/<form\s[^>]*method="post"[^>]*>.*?<\/form>/gs)].map(([form]) => form);
  const fitting = forms.filter((form) => to === undefined || (attribute(form, 'action') ?? '').endsWith(to));
  const [form] = fitting;
  assert.ok(
    form !== undefined && fitting.length === 1,
    `${fitting.length} forms to ${to ?? 'post'} on ${url}`,
  );
  const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    attribute(tag, 'name') ?? '',
    attribute(tag, 'value') ?? '',
  ]);
  return {
    action: attribute(form, 'action') ?? url,
    multipart: /^<form[^>]*multipart/.test(form),
    hidden: Object.fromEntries(hidden) as Record<string, string>,
  };
}

function bodyOf(
  fields: Sent,
  kind: 'form' | 'multipart',
): { payload: Buffer | string; headers: Record<string, string> } {
  if (kind === 'form') {
    const texts = Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    return {
      payload: new URLSearchParams(texts).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
  }
  const boundary = 'pendopo-visitor';
  const sent = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  );
  const parts = sent.map(([name, value]) => {
    const text = typeof value === 'string';
    const head = text
      ? `content-disposition: form-data; name="${name}"`
      : `content-disposition: form-data; name="${name}"; filename="${value.name}"\r\ncontent-type: ${value.type}`;
    return Buffer.concat([
      Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
      text ? Buffer.from(value) : value.bytes,
      Buffer.from('\r\n'),
    ]);
  });
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
