import type { FastifyInstance } from 'fastify';
import type { Service } from '../../standard/index.ts';
import { stylePage } from '../../ui/index.ts';
import { sendPage } from '../../web/index.ts';
import type { SharedPages, WebContext } from '../../web/index.ts';
import { aboutWords } from '../words/about.ts';
import { pledgePage } from './pledge-page.ts';
import { privacyPage } from './privacy-page.ts';

/** Search engines and messengers show no more of a description. */
const MOST_DESCRIBED = 300;

type GovernmentParams = { readonly Params: { readonly gov: string } };

/** `/:gov/maklumat`, `/:gov/data-pribadi`, and the style page `/gaya`. */
export function addAboutRoutes(server: FastifyInstance, context: WebContext, pages: SharedPages): void {
  const { catalogue } = context;
  const servicesOf = (id: string): readonly Service[] => catalogue.services(id).map(({ value }) => value);
  server.get<GovernmentParams>('/:gov/maklumat', (request, reply) => {
    const { lang } = request;
    const government = catalogue.government(request.params.gov);
    const place = { path: `/${government.id}/maklumat`, government };
    return pages.send(request, reply, place, () => ({
      title: aboutWords[lang].pledge.title,
      description: `${government.name}: ${government.pledge[lang]}`.slice(0, MOST_DESCRIBED),
      main: pledgePage(government, servicesOf(government.id), lang),
    }));
  });

  server.get<GovernmentParams>('/:gov/data-pribadi', (request, reply) => {
    const { lang } = request;
    const government = catalogue.government(request.params.gov);
    const place = { path: `/${government.id}/data-pribadi`, government };
    return pages.send(request, reply, place, () => ({
      title: aboutWords[lang].privacy.title,
      description: `${government.name}. ${aboutWords[lang].privacy.lead}`,
      main: privacyPage(government, lang),
    }));
  });

  server.get('/gaya', (request, reply) =>
    sendPage(context, request, reply, {
      government: null,
      title: 'Gaya',
      main: stylePage({ lang: request.lang }),
      indexed: false,
    }),
  );
}
