import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { enter, getIdentified } from '../../people/index.ts';
import type { IdentityProvider, PendingSignIn } from '../../people/index.ts';
import type { WebContext } from '../../web/index.ts';
import { leadOn, thisDevice } from './arrival.ts';
import type { Exchange } from './arrival.ts';
import { findPending, keepPending, PENDING_COOKIE } from './pending.ts';
import { returnPath } from './return-path.ts';
import { showSignIn } from './routes.ts';
import { signInWords } from './words.ts';

const BEGIN = '/meja/masuk/penyedia';
const RETURN = `${BEGIN}/kembali`;

/** The two addresses of ours that a provider sends browsers back to, and that are registered there. */
export const providerReturns = (
  publicUrl: string,
): { readonly signedIn: string; readonly signedOut: string } => ({
  signedIn: `${publicUrl}${RETURN}`,
  signedOut: `${publicUrl}/meja/masuk`,
});

type Query = { readonly Querystring: Readonly<Record<string, unknown>> };

/** Signing in through an identity provider. GET throughout: browsers refuse forms that lead to another site (form-action). */
export function addProviderRoutes(
  server: FastifyInstance,
  context: WebContext,
  provider: IdentityProvider,
): void {
  server.get<Query>(BEGIN, async (request, reply) => {
    const exchange = { context, request, reply };
    const returnTo = returnPath(request.query['ke']);
    return orSignInPage(exchange, returnTo, async () => {
      const { address, pending } = await provider.begin();
      keepPending(exchange, { ...pending, returnTo });
      return reply.redirect(address.href, 303);
    });
  });
  server.get(RETURN, async (request, reply) => {
    const exchange = { context, request, reply };
    const pending = findPending(exchange);
    reply.dropCookie(PENDING_COOKIE);
    const returnTo = returnPath(pending?.returnTo);
    return orSignInPage(exchange, returnTo, () => come(exchange, provider, { pending, returnTo }));
  });
  server.get(`${BEGIN}/keluar`, async (_request, reply) => {
    const address = await provider.findSignOut();
    return reply.redirect(address?.href ?? '/meja/masuk?keluar', 303);
  });
}

/** Lets in whom the provider vouches for, when this browser is the one that was sent there. */
async function come(
  exchange: Exchange,
  provider: IdentityProvider,
  { pending, returnTo }: { readonly pending: PendingSignIn | null; readonly returnTo: string },
): Promise<FastifyReply> {
  const { context, request } = exchange;
  if (!pending) throw notBegunHere();
  // The address people type, not the one this request claims to have come by.
  const answer = new URL(`${context.publicUrl}${RETURN}${new URL(request.url, context.publicUrl).search}`);
  const identity = await provider.finish(answer, pending);
  const { username, ...who } = await getIdentified(context.database, identity);
  const { secondFactor } = identity;
  const entered = await enter(context, who, { via: 'provider', secondFactor, device: thisDevice(exchange) });
  return leadOn(exchange, entered, { username, returnTo });
}

const notBegunHere = (): Fault =>
  new Fault('forbidden', 'provider-not-begun', {
    id: signInWords.id.provider.notBegun,
    en: signInWords.en.provider.notBegun,
  });

const STATUS: Readonly<Record<string, number>> = { unavailable: 503, forbidden: 403 };

/** What went wrong with the provider is told on the sign-in page, where the password still works. */
async function orSignInPage(
  exchange: Exchange,
  returnTo: string,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    const status = error instanceof Fault ? STATUS[error.kind] : undefined;
    if (!(error instanceof Fault) || status === undefined || error.code.startsWith('database')) throw error;
    exchange.context.log.warn({ code: error.code, err: error.cause }, 'identity provider');
    exchange.reply.code(status);
    return showSignIn(exchange, { username: '', returnTo, problem: error.words });
  }
}
