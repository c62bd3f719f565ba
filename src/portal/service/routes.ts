import type { FastifyInstance } from 'fastify';
import type { Service } from '../../standard/index.ts';
import type { SharedPages, WebContext } from '../../web/index.ts';
import { momentOf } from '../moment.ts';
import { comparisonTitle } from '../comparison/page.ts';
import type { Comparisons } from '../comparison/ranking.ts';
import { frontWords } from '../words/front.ts';
import { servicePage } from './page.ts';

/** The service through which a government takes complaints: the one whose product is an answer. */
function findComplaintService({ catalogue }: WebContext, government: string): Service | null {
  const services = catalogue.services(government).map(({ value }) => value);
  return services.find(({ product }) => product.kind === 'answer') ?? null;
}

/** `/:gov/layanan/:service` */
export function addServiceRoutes(
  server: FastifyInstance,
  context: WebContext,
  pages: SharedPages,
  comparisons: Comparisons,
): void {
  const { catalogue, clock } = context;
  server.get<{ Params: { gov: string; service: string } }>('/:gov/layanan/:service', (request, reply) => {
    const { lang } = request;
    const government = catalogue.government(request.params.gov);
    const version = catalogue.service(government.id, request.params.service);
    const place = { path: `/${government.id}/layanan/${version.value.id}`, government };
    return pages.send(request, reply, place, () => ({
      title: version.value.title[lang],
      description: version.value.summary[lang],
      main: servicePage({
        lang,
        government,
        organisation: catalogue.organisation(government.id),
        version,
        complaints: findComplaintService(context, government.id),
        comparable: comparisons.namesOf(version.value).map((name) => ({
          name,
          title: comparisonTitle(name, comparisons.offers(name), lang),
        })),
        moment: momentOf(catalogue.calendar(government.id), clock.now()),
      }),
      crumbs: [{ label: frontWords[lang].service.all, href: `/${government.id}` }],
    }));
  });
}
