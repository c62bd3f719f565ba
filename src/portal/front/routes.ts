/** `/` and `/:gov`: cheap pages, made from the catalogue in memory without asking the database. */
import type { FastifyInstance } from 'fastify';
import { searchServices } from '../../standard/index.ts';
import { publicWords } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import { sendPage } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { momentOf } from '../moment.ts';
import { cataloguePage } from './catalogue-page.ts';
import { governmentsPage } from './governments-page.ts';
import { MinutePages } from './minute-pages.ts';

/** Searches longer than this are cut; nobody types them. */
const MOST_SEARCHED = 100;

export function addFrontRoutes(server: FastifyInstance, context: WebContext): void {
  const pages = new MinutePages();
  const { catalogue, clock } = context;

  server.get('/', (request, reply) => {
    const { lang } = request;
    const main = pages.get(`/${lang}`, catalogue.stamp, clock.now(), () => frontMain(context, lang));
    const words = publicWords[lang].governments;
    return sendPage(context, request, reply, {
      government: null,
      title: words.title,
      description: words.lead,
      main,
    });
  });

  server.get<{ Params: { gov: string }; Querystring: { cari?: unknown } }>('/:gov', (request, reply) => {
    const { lang, params } = request;
    const government = catalogue.government(params.gov);
    const text = searched(request.query.cari);
    const main =
      text === null
        ? pages.get(`/${government.id}/${lang}`, catalogue.stamp, clock.now(), () =>
            catalogueMain(context, government.id, lang, null),
          )
        : catalogueMain(context, government.id, lang, text);
    const { shortName } = government.office;
    return sendPage(context, request, reply, {
      government,
      title: publicWords[lang].nav.services,
      description: `${shortName[lang]}, ${government.name}`,
      main,
      at: `/${government.id}`,
      indexed: text === null,
    });
  });
}

function searched(query: unknown): string | null {
  const text = typeof query === 'string' ? query.trim().slice(0, MOST_SEARCHED) : '';
  return text === '' ? null : text;
}

function frontMain({ catalogue, clock }: WebContext, lang: Lang): Html {
  const now = clock.now();
  return governmentsPage(
    lang,
    catalogue.governments().map((government) => ({
      government,
      services: catalogue.services(government.id).length,
      moment: momentOf(catalogue.calendar(government.id), now),
    })),
  );
}

function catalogueMain({ catalogue, clock }: WebContext, id: string, lang: Lang, text: string | null): Html {
  const services =
    text === null
      ? catalogue.services(id)
      : searchServices(catalogue, text, lang, id).map(({ version }) => version);
  return cataloguePage({
    lang,
    government: catalogue.government(id),
    services,
    moment: momentOf(catalogue.calendar(id), clock.now()),
    text,
  });
}
