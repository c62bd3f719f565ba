/** Who may call an operation; found out before a body is taken in. */
import type { FastifyRequest } from 'fastify';
import { Fault } from '../ground/index.ts';
import { readRequestNumber, takeOrRefuse } from '../platform/index.ts';
import { findHome, getTrackedId, requestNotFound } from '../request/index.ts';
import type { TrackingCredentials } from '../request/index.ts';
import { getBearer } from '../web/index.ts';
import type { OfficialSession, WebContext } from '../web/index.ts';

export interface Access<C> {
  /** Name of the security schemes in the document, any one of which suffices; none for everybody. */
  readonly schemes: readonly ('bearer' | 'trackingKey' | 'trackingKeyInAddress')[];
  admit(context: WebContext, request: FastifyRequest): Promise<C>;
}

export const anyone: Access<null> = { schemes: [], admit: async () => null };

export const bearer: Access<OfficialSession> = { schemes: ['bearer'], admit: getBearer };

/** Whoever has the tracking key of the request named in the address. Wrong keys are limited for each caller. */
export const trackingKey: Access<TrackingCredentials> = {
  schemes: ['trackingKey', 'trackingKeyInAddress'],
  async admit(context, request) {
    const { number } = request.params as { readonly number: string };
    const key = trackingKeyIn(request);
    try {
      const read = readRequestNumber(number);
      if (!read.ok) throw requestNotFound();
      return await credentialsFor(context, read.value.number, key);
    } catch (error) {
      if (error instanceof Fault && error.kind === 'not-found')
        await takeOrRefuse(context.limiters.guess, `api:${request.network}`);
      throw error;
    }
  },
};

async function credentialsFor(
  context: WebContext,
  number: string,
  trackingKey: string,
): Promise<TrackingCredentials> {
  const government = await findHome(context.database, number);
  if (government === null) throw requestNotFound();
  const credentials = { government, number, trackingKey };
  await context.database.transaction({ government }, (tx) => getTrackedId(tx, context, credentials));
  return credentials;
}

function trackingKeyIn(request: FastifyRequest): string {
  const header = request.headers['tracking-key'];
  const { key } = request.query as { readonly key?: unknown };
  const given = typeof header === 'string' ? header : key;
  if (typeof given === 'string' && given !== '') return given.slice(0, 200);
  throw new Fault('unauthenticated', 'tracking-key-missing', {
    id: 'Sertakan kunci lacak pada kepala Tracking-Key atau ?key=.',
    en: 'Give the tracking key in the header Tracking-Key or as ?key=.',
  });
}
