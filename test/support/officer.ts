/** An officer at the desk without a browser: keeps cookies, posts with the token of the page seen last. */
import assert from 'node:assert/strict';
import { findHolder } from '../../src/people/index.ts';
import { demoPassword } from '../../src/people/index.ts';
import type { TestApp } from './app.ts';

export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The same as it came, for files. */
  readonly bytes: Buffer;
  /** Where the answer leads, when it is a redirect. */
  readonly location: string | null;
}

/** What a form sends; a name with several values is sent once for each. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

export interface Officer {
  get(url: string): Promise<Page>;
  /** Posts with the token of the page seen last. Follows no redirect. */
  post(url: string, values?: FormValues): Promise<Page>;
  /** The same as multipart, with files. */
  postFiles(url: string, values: FormValues, files: readonly SentFile[]): Promise<Page>;
}

export interface SentFile {
  readonly field: string;
  readonly fileName: string;
  readonly content: Buffer;
}

const tokenIn = (text: string): string | undefined => /name="_csrf" value="([^"]+)"/.exec(text)?.[1];

/** What a browser brings along: cookies that it got elsewhere, headers that it always sends, where it calls from. */
export interface Browsing {
  readonly cookies?: Map<string, string>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly remoteAddress?: string;
}

/** Somebody who has not signed in. */
export function nobody({ server }: TestApp, browsing: Browsing = {}): Officer {
  const { cookies = new Map<string, string>(), headers = {}, remoteAddress } = browsing;
  let token = '';
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    body?: { readonly type: string; readonly payload: Buffer },
  ): Promise<Page> => {
    const answer = await server.inject({
      method,
      url,
      cookies: Object.fromEntries(cookies),
      ...(remoteAddress === undefined ? {} : { remoteAddress }),
      headers: { ...headers, ...(body ? { 'content-type': body.type } : {}) },
      ...(body ? { payload: body.payload } : {}),
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const { location } = answer.headers;
    token = tokenIn(answer.payload) ?? token;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.payload,
      bytes: answer.rawPayload,
      location: typeof location === 'string' ? location : null,
    };
  };
  const entries = (values: FormValues): [string, string][] =>
    Object.entries<string | readonly string[]>({ _csrf: token, ...values }).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    );
  return {
    get: (url) => send('GET', url),
    post: (url, values = {}) => {
      const payload = Buffer.from(new URLSearchParams(entries(values)).toString());
      return send('POST', url, { type: 'application/x-www-form-urlencoded', payload });
    },
    postFiles: async (url, values, files) => {
      const form = new FormData();
      for (const [name, value] of entries(values)) form.append(name, value);
      for (const { field, fileName, content } of files)
        form.append(field, new Blob([new Uint8Array(content)]), fileName);
      const sent = new Response(form);
      const payload = Buffer.from(await sent.arrayBuffer());
      return send('POST', url, { type: sent.headers.get('content-type') ?? '', payload });
    },
  };
}

/** The user name of whoever holds a position on the application's day; the definitive holder first. */
export async function usernameOf(
  { context, clock }: TestApp,
  government: string,
  position: string,
): Promise<string> {
  const { timeZone } = context.catalogue.calendar(government).file;
  const today = clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
  return context.database.transaction({ government }, async (tx) => {
    const holder = await findHolder(tx, government, position, today);
    assert.ok(holder, `nobody holds ${position} of ${government} on ${today.toString()}`);
    const row = await tx
      .selectFrom('official')
      .select('username')
      .where('government', '=', government)
      .where('id', '=', holder.official)
      .executeTakeFirstOrThrow();
    return row.username;
  });
}

/** Whoever holds the position, signed in through the sign-in page. */
export async function official(app: TestApp, government: string, position: string): Promise<Officer> {
  return signedIn(app, await usernameOf(app, government, position));
}

/** Somebody signed in under a user name of the demo. */
export async function signedIn(app: TestApp, username: string): Promise<Officer> {
  const person = nobody(app);
  await person.get('/meja/masuk');
  const answer = await person.post('/meja/masuk', { nama: username, sandi: demoPassword });
  assert.equal(answer.status, 303, answer.text);
  return person;
}
