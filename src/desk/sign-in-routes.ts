import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../ground/index.ts';
import { signIn, signOut } from '../people/index.ts';
import { formFields, takeOrRefuse } from '../platform/index.ts';
import { deskWords } from '../ui/index.ts';
import { findOfficial, sendPage, SESSION_COOKIE } from '../web/index.ts';
import type { WebContext } from '../web/index.ts';
import { demoOfficials } from './demo-officials.ts';
import { returnPath } from './return-path.ts';
import { signInPage } from './sign-in-page.ts';
import type { SignInPage } from './sign-in-page.ts';

type Query = { readonly Querystring: Readonly<Record<string, unknown>> };

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');

/** Signing in and out of the desk. */
export function addSignInRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<Query>('/meja/masuk', async (request, reply) => {
    const { nama, ke, keluar } = request.query;
    const returnTo = returnPath(ke);
    if (await findOfficial(context, request)) return reply.redirect(returnTo, 303);
    return show(context, request, reply, {
      username: textOf(nama),
      returnTo,
      signedOut: keluar !== undefined,
    });
  });
  server.post('/meja/masuk', (request, reply) => postSignIn(context, request, reply));
  server.post('/meja/keluar', async (request, reply) => {
    const cookie = request.ourCookie(SESSION_COOKIE);
    const session = await findOfficial(context, request);
    if (cookie !== undefined && session) {
      const who = { government: session.government, official: session.standing.official };
      await signOut(context.database, who, cookie, context.keys);
    }
    return reply.dropCookie(SESSION_COOKIE).redirect('/meja/masuk?keluar', 303);
  });
}

async function postSignIn(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const posted = formFields(request);
  const username = textOf(posted['nama']).trim();
  const returnTo = returnPath(posted['ke']);
  // Per address, so that nobody tries a thousand names; per name, so that nobody tries a thousand passwords on one. The
  // address comes first: each new name takes a bucket of its own, and a flood of names must not become a flood of rows.
  await takeOrRefuse(context.limiters.signIn, `sign-in/address/${request.ip}`);
  await takeOrRefuse(context.limiters.guess, `sign-in/name/${username.toLowerCase()}`);
  try {
    const password = posted['sandi'];
    const credentials = { username, password: typeof password === 'string' ? password : '' };
    const { cookie } = await signIn(context.database, context.clock, credentials, context.keys);
    return reply.keepCookie(SESSION_COOKIE, cookie).redirect(returnTo, 303);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'sign-in-refused') throw error;
    const faults = [{ path: 'nama', words: error.words }];
    return show(context, request, reply.code(422), { username, returnTo, faults });
  }
}

function show(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
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
      signedOut: false,
      demo: context.demo ? demoOfficials(context) : null,
      ...props,
    }),
  });
}
