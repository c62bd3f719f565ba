import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { checkPassword, enter, findSession, signOut } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import { deskWords } from '../../ui/index.ts';
import { findBrowserSession, sendPage, SESSION_COOKIE } from '../../web/index.ts';
import type { Unfinished, WebContext } from '../../web/index.ts';
import { leadOn, thisDevice } from './arrival.ts';
import type { Exchange } from './arrival.ts';
import { demoOfficials } from './demo-officials.ts';
import { takePasswordAttempt } from './limits.ts';
import { signInPage } from './page.ts';
import type { SignInPage } from './page.ts';
import { returnPath } from './return-path.ts';

type Query = { readonly Querystring: Readonly<Record<string, unknown>> };

const INVALID = 422;
const TOO_MANY = 429;

/** Signed out of the desk, and perhaps still signed in at the provider. */
const AT_PROVIDER = 'penyedia';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');

/** Where a session that may do nothing yet is finished. */
const finishAt: Readonly<Record<Unfinished, string>> = {
  password: '/meja/akun/kata-sandi',
  'second-factor': '/meja/akun/dua-langkah',
};

/** Signing in with a password, and signing out. */
export function addPasswordRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<Query>('/meja/masuk', async (request, reply) => {
    const { nama, ke, keluar, habis, lepas } = request.query;
    const returnTo = returnPath(ke);
    const session = await findBrowserSession(context, request);
    if (session?.unfinished)
      return reply.redirect(`${finishAt[session.unfinished]}?ke=${encodeURIComponent(returnTo)}`, 303);
    if (session) return reply.redirect(returnTo, 303);
    return showSignIn(
      { context, request, reply },
      {
        username: textOf(nama),
        returnTo,
        ...(keluar !== undefined && { said: keluar === AT_PROVIDER ? 'out-here' : 'out' }),
        ...(habis !== undefined && { said: 'over' }),
        ...(lepas !== undefined && { said: 'not-kept' }),
      },
    );
  });
  server.post('/meja/masuk', (request, reply) => signInByPassword({ context, request, reply }));
  server.post('/meja/keluar', async (request, reply) => {
    const cookie = request.ourCookie(SESSION_COOKIE);
    const session = cookie === undefined ? null : await findSession(context, cookie);
    if (cookie !== undefined && session) await signOut(context, session, cookie);
    const there = session?.via === 'provider' && (await context.provider?.findSignOut());
    return reply
      .dropCookie(SESSION_COOKIE)
      .redirect(there ? `/meja/masuk?keluar=${AT_PROVIDER}` : '/meja/masuk?keluar', 303);
  });
}

async function signInByPassword(exchange: Exchange): Promise<FastifyReply> {
  const { context, request, reply } = exchange;
  const posted = formFields(request);
  const username = textOf(posted['nama']).trim();
  const returnTo = returnPath(posted['ke']);
  const wait = await takePasswordAttempt(context, request, username);
  if (wait) {
    reply.code(TOO_MANY).header('retry-after', wait.seconds);
    return showSignIn(exchange, { username, returnTo, faults: [{ path: 'sandi', words: wait.words }] });
  }
  try {
    const password = posted['sandi'];
    const credentials = { username, password: typeof password === 'string' ? password : '' };
    const who = await checkPassword(context.database, credentials);
    const entry = { via: 'password', secondFactor: false, device: thisDevice(exchange) } as const;
    return await leadOn(exchange, await enter(context, who, entry), { username, returnTo });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'sign-in-refused') throw error;
    reply.code(INVALID);
    return showSignIn(exchange, { username, returnTo, faults: [{ path: 'nama', words: error.words }] });
  }
}

/** The sign-in page with what was typed and what is to be said. */
export function showSignIn(
  { context, request, reply }: Exchange,
  props: Pick<SignInPage, 'username' | 'returnTo'> & Partial<SignInPage>,
): FastifyReply {
  const { lang } = request;
  return sendPage(context, request, reply, {
    government: null,
    title: deskWords[lang].signIn.title,
    variant: 'desk',
    main: signInPage({
      lang,
      csrf: request.csrfToken(),
      faults: [],
      said: null,
      problem: null,
      provider: context.provider?.name ?? null,
      demo: context.demo ? demoOfficials(context) : null,
      ...props,
    }),
  });
}
