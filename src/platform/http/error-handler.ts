import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { expectedFault, MethodFault, STATUS, TooManyFault, unexpectedFault } from './faults.ts';
import { isApi } from './options.ts';
import type { ErrorAnswer, ServerOptions } from './options.ts';
import type { Lang } from './language.ts';

/** Answers whatever was thrown while a request was served: a page for people, problem+json under /api/. */
export type ErrorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** The one error handler of the server. */
export function errorHandler(options: Pick<ServerOptions, 'renderError' | 'signInUrl'>): ErrorHandler {
  return (error, request, reply) => {
    const { fault, answer } = judge(error, request);
    prepare(reply, fault, answer);
    if (isApi(request))
      return reply
        .type('application/problem+json')
        .send(JSON.stringify(problem(fault, request.lang, answer)));
    if (fault.kind === 'unauthenticated' && request.method === 'GET' && options.signInUrl !== undefined) {
      return reply.redirect(options.signInUrl(request), 303);
    }
    return sendPage(options.renderError, { fault, request, reply, answer });
  };
}

function judge(error: unknown, request: FastifyRequest): { fault: Fault; answer: ErrorAnswer } {
  const expected = expectedFault(error);
  if (expected !== undefined) {
    const status = STATUS[expected.kind];
    // The line of the access log carries the same id.
    return { fault: expected, answer: { status, reference: status >= 500 ? request.id : undefined } };
  }
  request.log.error({ err: error, reference: request.id }, 'unexpected error');
  return { fault: unexpectedFault(request.id), answer: { status: 500, reference: request.id } };
}

/** Headers that a handler set for the answer it meant to give must not stand on the error. */
const OF_THE_MEANT_ANSWER = [
  'content-disposition',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'etag',
  'last-modified',
];

function prepare(reply: FastifyReply, fault: Fault, { status }: ErrorAnswer): void {
  for (const name of OF_THE_MEANT_ANSWER) reply.removeHeader(name);
  reply.code(status).header('cache-control', 'no-store');
  if (fault instanceof TooManyFault) reply.header('retry-after', fault.retryAfterSeconds);
  if (fault instanceof MethodFault) reply.header('allow', fault.allowed.join(', '));
  if (fault.kind === 'unavailable') reply.header('retry-after', 30);
  if (fault.kind === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
}

interface Page {
  readonly fault: Fault;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly answer: ErrorAnswer;
}

function sendPage(
  render: ServerOptions['renderError'],
  { fault, request, reply, answer }: Page,
): FastifyReply {
  try {
    return reply.type('text/html; charset=utf-8').send(render(fault, request, answer));
  } catch (error) {
    // A fault of the error page itself must not hide the words the person needs.
    request.log.error({ err: error }, 'error page failed');
    return reply.type('text/plain; charset=utf-8').send(fault.words[request.lang]);
  }
}

/** RFC 9457. `code` is stable for programs; `errors` name the fields of the request at fault. */
function problem(fault: Fault, lang: Lang, { status, reference }: ErrorAnswer): Record<string, unknown> {
  return {
    type: `urn:pendopo:fault:${fault.code}`,
    title: TITLE[fault.kind][lang],
    status,
    detail: fault.words[lang],
    code: fault.code,
    ...(fault.fields.length > 0 && {
      errors: fault.fields.map(({ path, words }) => ({ path, detail: words[lang] })),
    }),
    ...(reference !== undefined && { reference }),
  };
}

const TITLE: Record<Fault['kind'], Fault['words']> = {
  invalid: { id: 'Isian belum benar', en: 'Something is not filled in right' },
  malformed: { id: 'Kiriman tidak terbaca', en: 'What was sent cannot be read' },
  method: { id: 'Metode tidak berlaku di alamat ini', en: 'Method not allowed here' },
  unauthenticated: { id: 'Masuk dahulu', en: 'Sign in first' },
  forbidden: { id: 'Tidak diizinkan', en: 'Not allowed' },
  'not-found': { id: 'Tidak ditemukan', en: 'Not found' },
  conflict: { id: 'Keadaan sudah berubah', en: 'Things have changed' },
  'too-large': { id: 'Terlalu besar', en: 'Too large' },
  'unsupported-media': { id: 'Jenis tidak diterima', en: 'Kind not accepted' },
  'too-many': { id: 'Terlalu banyak percobaan', en: 'Too many attempts' },
  unavailable: { id: 'Sedang tidak tersedia', en: 'Not available now' },
};
