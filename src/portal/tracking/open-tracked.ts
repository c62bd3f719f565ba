/** A request opened with the key this browser has shown. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { readRequestNumber } from '../../platform/index.ts';
import { trackRequest } from '../../request/index.ts';
import type { TrackingCredentials, TrackingView } from '../../request/index.ts';
import type { Lang } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { momentOf } from '../moment.ts';
import type { Moment } from '../moment.ts';
import { findTracked } from './tracked.ts';

export interface RequestParams {
  readonly gov: string;
  readonly number: string;
}

export type TrackedRequest = FastifyRequest<{ Params: RequestParams }>;

export interface OpenTracked {
  readonly context: WebContext;
  readonly request: FastifyRequest;
  readonly lang: Lang;
  readonly credentials: TrackingCredentials;
  readonly view: TrackingView;
  readonly moment: Moment;
  /** Where the request's pages begin: `/klaten/permohonan/KLT-2026-7F3K9Q`. */
  readonly base: string;
}

/** A form of the page that was not taken: what is wrong, and its fields as typed. */
export interface TriedForm {
  readonly faults: readonly FieldFault[];
  readonly typed: { readonly text?: string; readonly reason?: string; readonly delivery?: string };
}

/** The key kept for the request of this address, or null. */
export function credentialsFor(context: WebContext, request: TrackedRequest): TrackingCredentials | null {
  const { gov, number } = request.params;
  const read = readRequestNumber(number);
  return read.ok ? findTracked(context, request, gov, read.value.number) : null;
}

/** Where the request of an address is looked at. */
export const trackingBase = ({ government, number }: Omit<TrackingCredentials, 'trackingKey'>): string =>
  `/${government}/permohonan/${number}`;

/** The request with everything its pages show; null when this browser has not shown its key. */
export async function openTracked(context: WebContext, request: TrackedRequest): Promise<OpenTracked | null> {
  const credentials = credentialsFor(context, request);
  if (!credentials) return null;
  const view = await trackRequest(context, credentials);
  const calendar = context.catalogue.calendar(credentials.government, view.state.calendarVersion);
  return {
    context,
    request,
    lang: request.lang,
    credentials,
    view,
    moment: momentOf(calendar, context.clock.now()),
    base: trackingBase(credentials),
  };
}

/** Without the key every page and act of a request leads to the form that asks for it. */
export function askForKey(request: TrackedRequest, reply: FastifyReply): FastifyReply {
  const { gov, number } = request.params;
  return reply.redirect(`/${encodeURIComponent(gov)}/permohonan/${encodeURIComponent(number)}`, 303);
}
