import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { completeStep, findStep } from '../../people/index.ts';
import type { FoundStep } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import { sendPage } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { arrive, STEP_COOKIE, thisDevice } from './arrival.ts';
import type { Exchange } from './arrival.ts';
import { codePage, RECOVERY } from './code-page.ts';
import type { CodeKind } from './code-page.ts';
import { takeCodeAttempt } from './limits.ts';
import { returnPath } from './return-path.ts';
import { signInWords } from './words.ts';

const INVALID = 422;
const TOO_MANY = 429;

/** The second step of signing in, where the official has set one up. */
export function addCodeRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ readonly Querystring: Readonly<Record<string, unknown>> }>(
    '/meja/masuk/kode',
    async (request, reply) => {
      const exchange = { context, request, reply };
      const returnTo = returnPath(request.query['ke']);
      const step = await findOwnStep(exchange);
      if (!step) return startAgain(exchange, returnTo);
      const kind = request.query[RECOVERY] === undefined ? 'app' : 'recovery';
      return show(exchange, step.found, { kind, returnTo, faults: [] });
    },
  );
  server.post('/meja/masuk/kode', (request, reply) => proveCode({ context, request, reply }));
}

interface OwnStep {
  readonly found: FoundStep;
  readonly cookie: string;
}

async function findOwnStep({ context, request }: Exchange): Promise<OwnStep | null> {
  const cookie = request.ourCookie(STEP_COOKIE);
  const found = cookie === undefined ? null : await findStep(context, cookie);
  return cookie !== undefined && found ? { found, cookie } : null;
}

const startAgain = ({ reply }: Exchange, returnTo: string): FastifyReply =>
  reply.dropCookie(STEP_COOKIE).redirect(`/meja/masuk?habis&ke=${encodeURIComponent(returnTo)}`, 303);

async function proveCode(exchange: Exchange): Promise<FastifyReply> {
  const { context, request, reply } = exchange;
  const posted = formFields(request);
  const returnTo = returnPath(posted['ke']);
  const step = await findOwnStep(exchange);
  if (!step) return startAgain(exchange, returnTo);
  const kind: CodeKind = posted['cara'] === RECOVERY ? 'recovery' : 'app';
  const again = (status: number, words: FieldFault['words']): FastifyReply =>
    show({ ...exchange, reply: reply.code(status) }, step.found, {
      kind,
      returnTo,
      faults: [{ path: 'kode', words }],
    });
  const wait = await takeCodeAttempt(context, step.found);
  if (wait) {
    reply.header('retry-after', wait.seconds);
    return again(TOO_MANY, wait.words);
  }
  const typed = posted['kode'];
  const code = typeof typed === 'string' ? typed.slice(0, 40) : '';
  const given = { cookie: step.cookie, code, device: thisDevice(exchange) };
  const cookie = await completeStep(context, step.found, given);
  if (cookie === null) return again(INVALID, wrongWords(kind));
  return arrive(exchange, { cookie, username: step.found.username, returnTo });
}

function wrongWords(kind: CodeKind): FieldFault['words'] {
  const word = kind === 'recovery' ? 'recoveryWrong' : 'wrong';
  return { id: signInWords.id.code[word], en: signInWords.en.code[word] };
}

function show(
  { context, request, reply }: Exchange,
  step: FoundStep,
  props: { readonly kind: CodeKind; readonly returnTo: string; readonly faults: readonly FieldFault[] },
): FastifyReply {
  const { lang } = request;
  const words = signInWords[lang].code;
  return sendPage(context, request, reply, {
    government: null,
    title: props.kind === 'recovery' ? words.recoveryTitle : words.title,
    variant: 'desk',
    main: codePage({
      lang,
      csrf: request.csrfToken(),
      byPassword: step.via === 'password',
      ...props,
    }),
  });
}
