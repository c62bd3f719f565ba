/** A form that is sent when its official is no longer signed in is kept, and shown again after signing in. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { formFields, readMultipart, takeOrRefuse } from '../../platform/index.ts';
import { holdsSecret } from '../../ui/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import type { OfficialSession, WebContext } from '../../web/index.ts';
import { fieldsOf, keepForm, newHolder } from './held-form.ts';
import type { FormPlace } from './held-form.ts';

/** Who was last signed in in this browser: no proof of anything, only for whom a form is kept. */
const LAST_COOKIE = 'petugas';

/** Remembers for whom a form sent later is to be kept. */
export function rememberOfficial(
  request: FastifyRequest,
  reply: FastifyReply,
  { government, standing }: OfficialSession,
): void {
  const value = `${government}/${standing.official}`;
  if (request.ourCookie(LAST_COOKIE) !== value) reply.keepCookie(LAST_COOKIE, value);
}

/** Ids of the forms that were left in this browser, the latest first. */
const LEFT_COOKIE = 'isian';
const MOST_LEFT = 10;

const leftIn = (request: FastifyRequest): readonly string[] =>
  (request.ourCookie(LEFT_COOKIE) ?? '').split('.').slice(0, MOST_LEFT);

/**
 * Whether a form was left in this browser. Elsewhere it is not shown: whom it is kept for is no secret, so anybody could leave one
 * and lead its official to send it as their own.
 */
export const wasLeftHere = (request: FastifyRequest, id: string): boolean => leftIn(request).includes(id);

/**
 * The error handler of a route whose form is worth keeping: nobody signed in leads to the sign-in page and from there
 * back to what was typed. A form with a secret in it is not kept. Files are not kept: nobody has shown yet who they are.
 */
export const keepingTyped =
  (context: WebContext) =>
  (thrown: Error, request: FastifyRequest, reply: FastifyReply): void => {
    // Whatever is sent as an error goes on to the server's own handler.
    if (!(thrown instanceof Fault) || thrown.code !== 'sign-in-needed') void reply.send(thrown);
    else
      hold(context, request).then(
        (left) => {
          if (left !== null && left !== NOT_KEPT)
            reply.keepCookie(LEFT_COOKIE, [left, ...leftIn(request)].slice(0, MOST_LEFT).join('.'));
          return reply.redirect(signInFor(left), 303);
        },
        (failure: unknown) => reply.send(failure),
      );
  };

/** What is too long for a stranger to leave here, or holds a secret: the sign-in page says that it was not kept. */
const NOT_KEPT = 'not-kept';

function signInFor(left: string | null): string {
  if (left === NOT_KEPT) return '/meja/masuk?lepas&ke=%2Fmeja';
  return `/meja/masuk?ke=${encodeURIComponent(left === null ? '/meja' : `/meja/isian/${left}`)}`;
}

/** What one browser may leave here before anybody has signed in. */
const MOST_BYTES = 64 * 1024;
const MOST_PLACE = 300;

/** The id under which the form is kept; `NOT_KEPT`; null where nobody knows whose it is. */
async function hold(context: WebContext, request: FastifyRequest): Promise<string | null> {
  const who = lastOfficial(context, request);
  // Read in any case: a browser shows our answer only when it could send everything.
  const fields = await typedIn(request);
  const tooLong = request.url.length > MOST_PLACE || JSON.stringify(fields).length > MOST_BYTES;
  if (!who) return null;
  if (tooLong || holdsSecret(fieldsOf(fields))) return NOT_KEPT;
  await takeOrRefuse(context.limiters.signIn, `held-form/address/${request.network}`);
  const holder = newHolder(context, who.government);
  await context.database.transaction({ government: who.government }, (tx) =>
    keepForm(tx, context, { ...who, ...holder, place: request.url, fields }),
  );
  return holder.id;
}

function lastOfficial(context: WebContext, request: FastifyRequest): Omit<FormPlace, 'place'> | null {
  const [government = '', official = ''] = (request.ourCookie(LAST_COOKIE) ?? '').split('/');
  const known = context.catalogue.governmentIds().includes(government);
  return known && /^[0-9a-f-]{36}$/u.test(official) ? { government, official } : null;
}

async function typedIn(request: FastifyRequest): Promise<PostedForm> {
  const { _csrf, ...fields } = request.isMultipart()
    ? await readMultipart(request, { onFile: async () => undefined })
    : formFields(request);
  return fields;
}
