/** `/` and `/:gov`: cheap pages, made from the catalogue in memory without asking the database. */
import type { FastifyInstance } from 'fastify';
import { findServices } from '../../standard/index.ts';
import { publicWords } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import type { SharedPages, WebContext } from '../../web/index.ts';
import type { Comparisons } from '../comparison/ranking.ts';
import { momentOf } from '../moment.ts';
import { cataloguePage } from './catalogue-page.ts';
import type { Found } from './found.ts';
import { governmentsPage } from './governments-page.ts';

/** Searches longer than this are cut; nobody types them. */
const MOST_SEARCHED = 100;
/** Nobody reads more; who finds so many searches with another word. */
const MOST_FOUND = 30;

type Query = { readonly Querystring: { readonly cari?: unknown } };

export function addFrontRoutes(
  server: FastifyInstance,
  context: WebContext,
  pages: SharedPages,
  comparisons: Comparisons,
): void {
  const { catalogue } = context;

  server.get<Query>('/', (request, reply) => {
    const { lang } = request;
    const text = searched(request.query.cari);
    const words = publicWords[lang].governments;
    return pages.send(request, reply, { path: '/', government: null }, () => ({
      title: words.title,
      description: words.lead,
      main: frontMain(context, lang, text, comparisons),
      indexed: text === null,
    }));
  });

  server.get<Query & { Params: { gov: string } }>('/:gov', (request, reply) => {
    const { lang, params } = request;
    const government = catalogue.government(params.gov);
    const text = searched(request.query.cari);
    const { shortName } = government.office;
    return pages.send(request, reply, { path: `/${government.id}`, government }, () => ({
      title: publicWords[lang].nav.services,
      description: `${shortName[lang]}, ${government.name}`,
      main: catalogueMain(context, comparisons, government.id, lang, text),
      at: `/${government.id}`,
      indexed: text === null,
    }));
  });
}

function searched(query: unknown): string | null {
  const text = typeof query === 'string' ? query.trim().slice(0, MOST_SEARCHED) : '';
  return text === '' ? null : text;
}

function frontMain(context: WebContext, lang: Lang, text: string | null, comparisons: Comparisons): Html {
  const { catalogue, clock } = context;
  const listed = catalogue.governments().map((government) => ({
    government,
    services: catalogue.services(government.id).map(({ value }) => value),
    moment: momentOf(catalogue.calendar(government.id), clock.now()),
  }));
  return governmentsPage({
    lang,
    listed,
    found: text === null ? null : search(context, text, lang, null),
    isComparable: comparisons.names().length > 0,
  });
}

function catalogueMain(
  context: WebContext,
  comparisons: Comparisons,
  id: string,
  lang: Lang,
  text: string | null,
): Html {
  const { catalogue, clock } = context;
  const services = catalogue.services(id);
  return cataloguePage({
    lang,
    government: catalogue.government(id),
    services,
    isComparable: services.some(({ value }) => comparisons.namesOf(value).length > 0),
    moment: momentOf(catalogue.calendar(id), clock.now()),
    found: text === null ? null : search(context, text, lang, id),
  });
}

/** What fits the text in a government, or in all of them, where each says whose it is. */
function search(
  { catalogue, clock }: WebContext,
  text: string,
  lang: Lang,
  government: string | null,
): Found {
  const { found, meant } = findServices(catalogue, text, lang, government);
  return {
    text,
    meant,
    services: found.slice(0, MOST_FOUND).map((one) => ({
      found: one,
      moment: momentOf(catalogue.calendar(one.government), clock.now()),
      government: government === null ? catalogue.government(one.government) : null,
    })),
  };
}
