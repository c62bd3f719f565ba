/** A small server with holes, each of which shows only for some of what is sent. The fuzzer must find every one. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Document } from './api-calls.ts';

type Hole = (value: string, response: ServerResponse) => void;

const page = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/** What each hole does wrong, and how the fuzzer has to tell it. */
export const holes: Readonly<Record<string, { readonly told: RegExp; readonly answer: Hole }>> = {
  breaks: {
    told: /status 500/u,
    answer: (value, response) => page(response, value.includes('\u0000') ? 500 : 200, 'x'),
  },
  hangs: {
    told: /no answer in/u,
    answer: (value, response) => {
      if (value.length < 5000) page(response, 200, 'x');
    },
  },
  'hangs up': {
    told: /ECONNRESET|hang up/u,
    answer: (value, response) => {
      if (value.includes('%%')) response.destroy();
      else page(response, 200, 'x');
    },
  },
  'tells its stack': {
    told: /a stack trace/u,
    answer: (value, response) => page(response, 200, value.includes('..') ? `${new Error('x').stack}` : 'x'),
  },
  'tells its database': {
    told: /words of the database/u,
    answer: (value, response) =>
      page(response, 422, value.includes("'") ? 'syntax error at or near "or"' : 'x'),
  },
  'shows what was typed': {
    told: /markup that was typed/u,
    answer: (value, response) => page(response, 200, `<p>${value}</p>`),
  },
  'leaves an attribute open': {
    told: /markup that was typed/u,
    answer: (value, response) => page(response, 200, `<p title="${value.replaceAll('<', '&lt;')}">`),
  },
  'leads away': {
    told: /a redirect to/u,
    answer: (value, response) =>
      void response
        .writeHead(303, { location: /^(https?:\/)?\//u.test(value) ? encodeURI(value.toWellFormed()) : '/' })
        .end(),
  },
  'answers in plain text': {
    told: /400 as text\/plain/u,
    answer: (value, response) =>
      void response.writeHead(value === '' ? 400 : 200, { 'content-type': 'text/plain' }).end(escaped(value)),
  },
};

/** As the API's document would describe a hole. */
export const documentOf = (hole: string): Document => ({
  paths: {
    [`/${encodeURIComponent(hole)}`]: {
      post: {
        operationId: 'hole',
        requestBody: {
          content: {
            'application/json': { schema: { type: 'object', properties: { word: { type: 'string' } } } },
          },
        },
      },
    },
  },
});

/** What was sent to the hole: a field of a form, or a value in JSON. */
async function valueIn(request: IncomingMessage): Promise<string> {
  const body = Buffer.concat(await request.toArray()).toString();
  if (!request.headers['content-type']?.includes('json')) return new URLSearchParams(body).get('word') ?? '';
  try {
    const { word } = JSON.parse(body) as { word?: unknown };
    return typeof word === 'string' ? word : '';
  } catch {
    return '';
  }
}

export async function startPlanted(): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const hole = holes[decodeURIComponent((request.url ?? '/').slice(1).split('?')[0] ?? '')];
    void valueIn(request).then((value) => hole?.answer(value, response));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
