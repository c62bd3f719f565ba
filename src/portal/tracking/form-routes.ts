/** Number and key: asked for on a page, checked by POST, then kept in this browser. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault, Words } from '../../ground/index.ts';
import { formFields, readRequestNumber, readTrackingKey, takeOrRefuse } from '../../platform/index.ts';
import type { FormFields } from '../../platform/index.ts';
import { findHome, getTrackedId } from '../../request/index.ts';
import type { TrackingCredentials } from '../../request/index.ts';
import type { Government } from '../../standard/index.ts';
import { formWords, publicWords } from '../../ui/index.ts';
import { sendPage } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { trackWords } from '../words/track.ts';
import { trackForm } from './track-form.ts';
import { keepTracked } from './tracked.ts';

interface Query {
  readonly nomor?: unknown;
}

/** A key with a blank between all its characters, and some room. */
const MOST_TYPED = 80;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim().slice(0, MOST_TYPED) : '';

/** `/permohonan` above all governments, and `/:gov/permohonan`. */
export function addTrackFormRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Querystring: Query }>('/permohonan', (request, reply) =>
    sendTrackForm(context, request, reply, { government: null, number: textOf(request.query.nomor) }),
  );
  server.post('/permohonan', (request, reply) => takeForm(context, request, reply, null));

  server.get<{ Params: { gov: string }; Querystring: Query }>('/:gov/permohonan', (request, reply) =>
    sendTrackForm(context, request, reply, {
      government: context.catalogue.government(request.params.gov),
      number: textOf(request.query.nomor),
    }),
  );
  server.post<{ Params: { gov: string } }>('/:gov/permohonan', (request, reply) =>
    takeForm(context, request, reply, context.catalogue.government(request.params.gov)),
  );
}

interface ShownForm {
  readonly government: Government | null;
  readonly number: string;
  readonly faults?: readonly FieldFault[];
}

/** The tracking form; with faults as an answer to what cannot be accepted. */
export function sendTrackForm(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { government, number, faults = [] }: ShownForm,
): FastifyReply {
  const { lang } = request;
  const action = government ? `/${government.id}/permohonan` : '/permohonan';
  const { title } = publicWords[lang].track;
  return sendPage(context, request, reply.code(faults.length > 0 ? 422 : 200), {
    government,
    title: faults.length > 0 ? `${formWords[lang].errorPrefix} ${title}` : title,
    main: trackForm({ lang, action, csrf: request.csrfToken(), number, faults }),
    at: action,
  });
}

async function takeForm(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
  government: Government | null,
): Promise<FastifyReply> {
  const posted = formFields(request);
  const found = await findCredentials(context, request, posted);
  if ('faults' in found) {
    return sendTrackForm(context, request, reply, {
      government,
      number: textOf(posted['nomor']),
      faults: found.faults,
    });
  }
  keepTracked(context, request, reply, found);
  return reply.redirect(`/${found.government}/permohonan/${found.number}`, 303);
}

const both = (pick: (words: (typeof trackWords)['id']) => string): Words => ({
  id: pick(trackWords.id),
  en: pick(trackWords.en),
});

const mismatch: readonly FieldFault[] = [
  {
    path: 'nomor',
    words: { id: publicWords.id.track.notFound, en: publicWords.en.track.notFound },
  },
];

/** What can be told of a key without looking for its request. */
function keyFaults(key: string): readonly FieldFault[] {
  if (key === '') return [{ path: 'kunci', words: both((words) => words.keyMissing) }];
  const read = readTrackingKey(key);
  return read.ok ? [] : [{ path: 'kunci', words: read.fault.words }];
}

/**
 * Number and key that fit together, wherever the number is at home; or what is wrong with them. Only what does not fit counts
 * against the address: many share one, and whoever guesses there must not lock out the others. A key has 128 bits; the limit
 * spares the database, it does not guard the key.
 */
async function findCredentials(
  context: WebContext,
  request: FastifyRequest,
  posted: FormFields,
): Promise<TrackingCredentials | { readonly faults: readonly FieldFault[] }> {
  const number = readRequestNumber(textOf(posted['nomor']));
  const trackingKey = textOf(posted['kunci']);
  const faults: FieldFault[] = [
    ...(number.ok ? [] : [{ path: 'nomor', words: number.fault.words }]),
    ...keyFaults(trackingKey),
  ];
  if (!number.ok || faults.length > 0) return { faults };
  const home = await findHome(context.database, number.value.number);
  const credentials = home !== null && { government: home, number: number.value.number, trackingKey };
  if (credentials && (await fits(context, credentials))) return credentials;
  await takeOrRefuse(context.limiters.guess, `track/${request.network}`);
  return { faults: mismatch };
}

async function fits(context: WebContext, credentials: TrackingCredentials): Promise<boolean> {
  try {
    await context.database.transaction({ government: credentials.government }, (tx) =>
      getTrackedId(tx, context, credentials),
    );
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === 'request-not-found') return false;
    throw error;
  }
}
