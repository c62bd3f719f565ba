/** The page that tells a person of a fault: in the house it happened in, with what was kept and the ways on. */
import type { FastifyRequest } from 'fastify';
import type { Fault } from '../ground/index.ts';
import type { ErrorAnswer } from '../platform/index.ts';
import type { Government } from '../standard/index.ts';
import { errorPage, errorTitle, html, linkButton, publicWords, returnLink, searchForm } from '../ui/index.ts';
import type { Content, ErrorKind } from '../ui/index.ts';
import { barePath } from './bare-path.ts';
import type { WebContext } from './context.ts';
import { renderPage } from './layout.ts';
import { sendAgainForm } from './send-again.ts';
import { rememberedSession } from './session-memory.ts';
import { frameWords } from './words.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A page on a machine that nobody operates: what fails there must come back by itself. */
    unattended?: boolean;
  }
}

/** Between two attempts of such a page. */
const UNATTENDED_SECONDS = 15;

/** Faults whose own words say no more than the page itself. */
const SAID_ALREADY = new Set(['page-not-found', 'unexpected', 'address-malformed']);
const UNEXPECTED = 500;

/** A whole page as text. Asks no database, so that it can also say that there is none. */
export function renderFault(
  context: WebContext,
  fault: Fault,
  request: FastifyRequest,
  { status, reference }: ErrorAnswer,
): string {
  const { lang } = request;
  const kind: ErrorKind = status === UNEXPECTED ? 'broken' : fault.kind;
  const place = placeOf(context, request);
  const again = againHref(request, kind);
  return renderPage(context, request, {
    government: place.government,
    variant: place.variant,
    ...(again !== null && isUnattended(request)
      ? { withoutScript: { seconds: UNATTENDED_SECONDS, href: again } }
      : {}),
    session: place.desk ? rememberedSession(request) : null,
    title: errorTitle(kind, lang),
    main: errorPage({
      lang,
      kind,
      explained: SAID_ALREADY.has(fault.code) ? null : fault.words[lang],
      kept: keptWords(request, status),
      reference: reference ?? null,
      actions: actionsFor(request, kind),
      search: isPost(request) ? sendAgainForm(request, fault) : searchIn(place, kind, request),
      homeHref: place.home,
      ...(place.desk && { homeLabel: frameWords[lang].toQueue }),
    }),
    indexed: false,
  });
}

interface Place {
  readonly government: Government | null;
  readonly desk: boolean;
  readonly variant: 'public' | 'desk' | 'screen';
  readonly home: string;
}

/** Where the address leads: a government's pages, the desk, or above all governments. */
function placeOf({ catalogue }: WebContext, request: FastifyRequest): Place {
  const [, first = ''] = pathOf(request).split('/');
  if (first === 'meja') {
    const session = rememberedSession(request);
    const government = session && catalogue.findGovernment(session.government);
    return { government, desk: true, variant: 'desk', home: '/meja' };
  }
  const government = catalogue.findGovernment(first);
  const home = government ? `/${government.id}` : '/';
  return { government, desk: false, variant: isUnattended(request) ? 'screen' : 'public', home };
}

const pathOf = ({ url }: FastifyRequest): string => barePath(url).replace(/^\/+/, '/');
const isPost = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD';

/** What became of what was sent. Of an error on our side it is not known whether it came before or after the writing. */
function keptWords(request: FastifyRequest, status: number): string | null {
  if (!isPost(request)) return null;
  const words = frameWords[request.lang].kept;
  return status >= UNEXPECTED ? words.perhaps : words.not;
}

/** Kinds after which the same page, opened again, is the way on. */
const AGAIN: ReadonlySet<ErrorKind> = new Set(['unavailable', 'broken', 'too-many']);
const FORM_AGAIN: ReadonlySet<ErrorKind> = new Set([
  ...AGAIN,
  'conflict',
  'forbidden',
  'invalid',
  'malformed',
  'too-large',
]);

function actionsFor(request: FastifyRequest, kind: ErrorKind): Content {
  const words = frameWords[request.lang];
  if (kind === 'unauthenticated')
    return linkButton({
      label: words.signIn,
      href: `/meja/masuk?ke=${encodeURIComponent(pathOf(request))}`,
    });
  const href = againHref(request, kind);
  if (href === null) return null;
  const label = isPost(request) ? words.formAgain : words.again;
  return isUnattended(request)
    ? returnLink({ label, href, seconds: UNATTENDED_SECONDS })
    : linkButton({ label, href });
}

/** The page to open once more: this one, or that of the form that was sent. Null where it would only fail again. */
function againHref(request: FastifyRequest, kind: ErrorKind): string | null {
  if (isPost(request)) return FORM_AGAIN.has(kind) && hasPage(request) ? pathOf(request) : null;
  return AGAIN.has(kind) ? request.url.replace(/^\/+/, '/') : null;
}

const isUnattended = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config.unattended === true;

/** Whether the address that was posted to is also that of a page: then the form stands there. */
const hasPage = ({ server, routeOptions }: FastifyRequest): boolean =>
  routeOptions.url !== undefined && server.hasRoute({ method: 'GET', url: routeOptions.url });

/** Whoever followed a wrong address finds the service by its name. */
function searchIn({ government, desk }: Place, kind: ErrorKind, { lang }: FastifyRequest): Content {
  if (desk || !government || kind !== 'not-found') return null;
  const words = frameWords[lang];
  const search = searchForm({
    lang,
    action: `/${government.id}`,
    label: publicWords[lang].catalogue.search,
    name: 'cari',
  });
  const track = html`<p><a href="/${government.id}/permohonan">${words.track}</a></p>`;
  return [search, track];
}
