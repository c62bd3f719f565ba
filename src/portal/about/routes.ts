import type { FastifyInstance } from 'fastify';
import { stylePage } from '../../ui/index.ts';
import { sendPage } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { aboutWords } from '../words/about.ts';
import { pledgePage } from './pledge-page.ts';
import { privacyPage } from './privacy-page.ts';

/** Search engines and messengers show no more of a description. */
const MOST_DESCRIBED = 300;

type GovernmentParams = { readonly Params: { readonly gov: string } };

/** `/:gov/maklumat`, `/:gov/data-pribadi`, and the style page `/gaya`. */
export function addAboutRoutes(server: FastifyInstance, context: WebContext): void {
  const { catalogue } = context;
  server.get<GovernmentParams>('/:gov/maklumat', (request, reply) => {
    const { lang } = request;
    const government = catalogue.government(request.params.gov);
    const services = catalogue.services(government.id).map(({ value }) => value);
    return sendPage(context, request, reply, {
      government,
      title: aboutWords[lang].pledge.title,
      description: `${government.name}: ${government.pledge[lang]}`.slice(0, MOST_DESCRIBED),
      main: pledgePage(government, services, lang),
    });
  });

  server.get<GovernmentParams>('/:gov/data-pribadi', (request, reply) => {
    const { lang } = request;
    const government = catalogue.government(request.params.gov);
    return sendPage(context, request, reply, {
      government,
      title: aboutWords[lang].privacy.title,
      description: `${government.name}. ${aboutWords[lang].privacy.lead}`,
      main: privacyPage(government, lang),
    });
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
