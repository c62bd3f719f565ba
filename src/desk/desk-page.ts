/** What every page of the desk has in common. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { chartFor } from '../request/index.ts';
import type { Content, Crumb } from '../ui/index.ts';
import { getOfficial, rememberSession, sendPage } from '../web/index.ts';
import type { OfficialSession, WebContext } from '../web/index.ts';
import { mayUseCounter } from './counter/access.ts';
import { rememberOfficial } from './held/signed-out.ts';

/** A request for a page, with whoever is signed in. */
export interface Desk {
  readonly context: WebContext;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly session: OfficialSession;
}

export interface DeskPage {
  readonly title: string;
  readonly main: Content;
  readonly crumbs?: readonly Crumb[];
  /** Which entry of the navigation this is. */
  readonly at?: string;
  /** HTTP status; 200 when left out. */
  readonly status?: number;
}

/** Opens the desk for a signed-in official; the fault `sign-in-needed` leads to the sign-in page. */
export async function openDesk(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Desk> {
  const session = rememberSession(request, await getOfficial(context, request));
  rememberOfficial(request, reply, session);
  return { context, request, reply, session };
}

/** Sends a page of the desk in the official's own government. */
export function sendDesk({ context, request, reply, session }: Desk, page: DeskPage): FastifyReply {
  const { status = 200, ...content } = page;
  const { catalogue } = context;
  const services = catalogue.services(session.government).map(({ value }) => value);
  return sendPage(context, request, reply.code(status), {
    ...content,
    government: catalogue.government(session.government),
    counter: mayUseCounter(session.standing, chartFor(catalogue, session.government), services),
    variant: 'desk',
    session,
  });
}
