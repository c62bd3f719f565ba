/** `/bandingkan`, `/bandingkan/:name` and, beginning with one's own, `/:gov/layanan/:service/bandingkan/:name`. */
import type { FastifyInstance } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { Lang } from '../../ui/index.ts';
import type { SharedPages, WebContext } from '../../web/index.ts';
import { compareWords } from '../words/compare.ts';
import { frontWords } from '../words/front.ts';
import { comparableList } from './list-page.ts';
import { comparisonPage, comparisonTitle } from './page.ts';
import type { Comparisons, Offer } from './ranking.ts';

/** What is seen at once on a phone without end; a page costs no more with five hundred governments. */
const ON_A_PAGE = 10;

interface OfName {
  readonly Params: { readonly name: string };
  readonly Querystring: { readonly halaman?: unknown };
}
interface OfService extends OfName {
  readonly Params: { readonly name: string; readonly gov: string; readonly service: string };
}

const missing = (code: string, say: (words: (typeof compareWords)[Lang]) => string): Fault =>
  new Fault('not-found', code, { id: say(compareWords.id), en: say(compareWords.en) });

export function addComparisonRoutes(
  server: FastifyInstance,
  context: WebContext,
  pages: SharedPages,
  comparisons: Comparisons,
): void {
  const { catalogue } = context;
  server.get('/bandingkan', (request, reply) => {
    const { lang } = request;
    return pages.send(request, reply, { path: '/bandingkan', government: null }, () => ({
      title: compareWords[lang].title,
      description: compareWords[lang].lead,
      main: comparableList(lang, comparableIn(comparisons, lang)),
    }));
  });

  server.get<OfName>('/bandingkan/:name', (request, reply) => {
    const { lang, params, query } = request;
    const part = partOf(comparisons, params.name, null, query.halaman);
    const base = `/bandingkan/${params.name}`;
    return pages.send(request, reply, { path: addressOf(base, part.page), government: null }, () => ({
      ...contentOf(part, base, lang),
      crumbs: [{ label: compareWords[lang].title, href: '/bandingkan' }],
    }));
  });

  server.get<OfService>('/:gov/layanan/:service/bandingkan/:name', (request, reply) => {
    const { lang, params, query } = request;
    const government = catalogue.government(params.gov);
    const { value: service } = catalogue.service(government.id, params.service);
    const part = partOf(
      comparisons,
      params.name,
      { government: government.id, service: service.id },
      query.halaman,
    );
    const ofService = `/${government.id}/layanan/${service.id}`;
    const base = `${ofService}/bandingkan/${params.name}`;
    return pages.send(request, reply, { path: addressOf(base, part.page), government }, () => ({
      ...contentOf(part, base, lang),
      // The same rows stand at the address above all governments.
      indexed: false,
      crumbs: [
        { label: frontWords[lang].service.all, href: `/${government.id}` },
        { label: service.title[lang], href: ofService },
      ],
    }));
  });
}

const comparableIn = (comparisons: Comparisons, lang: Lang): Parameters<typeof comparableList>[1] =>
  comparisons.names().map(({ name, governments }) => ({
    name,
    governments,
    title: comparisonTitle(name, comparisons.offers(name), lang),
  }));

interface Part {
  readonly name: string;
  /** In the order of the page: one's own first, then the soonest. */
  readonly all: readonly Offer[];
  readonly own: Offer | null;
  /** From 1. */
  readonly page: number;
}

/** A part of what is compared. Faults: `comparison-not-found`, `comparison-page-not-found`. */
function partOf(
  comparisons: Comparisons,
  name: string,
  place: { readonly government: string; readonly service: string } | null,
  asked: unknown,
): Part {
  const offers = comparisons.offers(name);
  const isOwn = ({ government, service }: Offer): boolean =>
    government.id === place?.government && service.id === place.service;
  const own = offers.find(isOwn) ?? null;
  if (offers.length === 0 || (place !== null && own === null)) {
    throw missing('comparison-not-found', (words) => words.unknown);
  }
  const page = asked === undefined ? 1 : Number(asked);
  if (!Number.isInteger(page) || page < 1 || (page - 1) * ON_A_PAGE >= offers.length) {
    throw missing('comparison-page-not-found', (words) => words.pageMissing);
  }
  return { name, own, page, all: own ? [own, ...offers.filter((offer) => offer !== own)] : offers };
}

const addressOf = (base: string, page: number): string => (page === 1 ? base : `${base}?halaman=${page}`);

function contentOf(
  { name, all, own, page }: Part,
  base: string,
  lang: Lang,
): {
  title: string;
  description: string;
  main: ReturnType<typeof comparisonPage>;
} {
  const before = (page - 1) * ON_A_PAGE;
  const shown = all.slice(before, before + ON_A_PAGE);
  const title = comparisonTitle(name, all, lang);
  return {
    title: `${compareWords[lang].above}: ${title}`,
    description: compareWords[lang].description(title),
    main: comparisonPage({
      lang,
      title,
      shown,
      all,
      before,
      own,
      previousHref: page > 1 ? addressOf(base, page - 1) : null,
      nextHref: before + shown.length < all.length ? addressOf(base, page + 1) : null,
    }),
  };
}
