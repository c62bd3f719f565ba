import type { FastifyInstance } from 'fastify';
import type { PostedForm } from '../../ui/index.ts';
import type { SharedPages, WebContext } from '../../web/index.ts';
import { momentOf } from '../moment.ts';
import { frontWords } from '../words/front.ts';
import { reckonWords } from '../words/reckon.ts';
import { reckonPage } from './reckon-page.ts';
import { FIELDS, reckon } from './reckoning.ts';

interface OfService {
  readonly Params: { readonly gov: string; readonly service: string };
  readonly Querystring: PostedForm;
}

const isAsked = (query: PostedForm): boolean =>
  Object.keys(query).some((name) => Object.values(FIELDS).some((field) => name.startsWith(field)));

/** `/:gov/layanan/:service/hitung`: asks in its address, keeps nothing; without questions it answers for now. */
export function addReckonRoutes(server: FastifyInstance, context: WebContext, pages: SharedPages): void {
  const { catalogue, clock } = context;
  server.get<OfService>('/:gov/layanan/:service/hitung', (request, reply) => {
    const { lang, query: asked } = request;
    const government = catalogue.government(request.params.gov);
    const { value: service } = catalogue.service(government.id, request.params.service);
    const base = `/${government.id}/layanan/${service.id}`;
    return pages.send(request, reply, { path: `${base}/hitung`, government }, () => {
      const moment = momentOf(catalogue.calendar(government.id), clock.now());
      const reckoning = reckon(service, asked, moment);
      if (reckoning.kind === 'wrong') reply.code(422);
      return {
        title: `${reckonWords[lang].title}: ${service.title[lang]}`,
        description: reckonWords[lang].description(service.title[lang]),
        main: reckonPage({ lang, government, service, moment, asked, reckoning }),
        crumbs: [
          { label: frontWords[lang].service.all, href: `/${government.id}` },
          { label: service.title[lang], href: base },
        ],
        indexed: !isAsked(asked),
      };
    });
  });
}
