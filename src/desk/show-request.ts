/** The page of one request, drawn for whoever may see it. */
import type { FastifyReply } from 'fastify';
import { readRequestNumber } from '../platform/index.ts';
import { readLetters } from '../product/index.ts';
import { readForDesk, requestNotFound } from '../request/index.ts';
import type { DeskView } from '../request/index.ts';
import { sendDesk } from './desk-page.ts';
import type { Desk } from './desk-page.ts';
import type { RequestPage } from './request-context.ts';
import { requestPage } from './request-page.ts';
import { pageWords } from './words.ts';

/** A number as people type it; what is none is told like a request that is not there. */
export function numberOf(given: string): string {
  const read = readRequestNumber(given);
  if (!read.ok) throw requestNotFound();
  return read.value.number;
}

/** A request of the signed-in official's government, as they may see it. Fault: `request-not-found`. */
export async function getView({ context, session }: Desk, number: string): Promise<DeskView> {
  return readForDesk(context, session.standing, session.government, numberOf(number));
}

/** Draws the page; what is left out is as on a fresh one. */
export async function showRequest(
  desk: Desk,
  view: DeskView,
  more: Partial<RequestPage> & { readonly status?: number } = {},
): Promise<FastifyReply> {
  const { context, request, session } = desk;
  const { lang } = request;
  const { status = 200, ...given } = more;
  const page: RequestPage = {
    lang,
    csrf: request.csrfToken(),
    view,
    organisation: context.catalogue.organisation(session.government),
    publicUrl: context.publicUrl,
    productTitle: (kind) => context.products.titleOf(kind),
    letters: await readLetters(context, view, session.standing),
    standing: session.standing,
    now: context.clock.now(),
    posted: {},
    kept: null,
    faults: [],
    tried: null,
    staleSince: null,
    recorded: false,
    identity: null,
    ...given,
  };
  return sendDesk(desk, {
    title: `${view.state.number} · ${view.service.value.title[lang]}`,
    main: requestPage(page),
    crumbs: [{ label: pageWords[lang].request.queue, href: '/meja' }],
    status,
  });
}
