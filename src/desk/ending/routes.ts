/** `/meja/segera-berakhir`: products that run out soon, of the requests that this official may open. */
import type { FastifyInstance } from 'fastify';
import { listEnding, MOST_ENDING } from '../../product/index.ts';
import { concerning, numbersOpenTo, todayIn } from '../../request/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import { endingPage } from './page.ts';
import { endingWords } from './words.ts';

export const ENDING = '/meja/segera-berakhir';

export function addEndingRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(ENDING, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const { government, standing } = desk.session;
    const today = todayIn(context.catalogue, government, context.clock.now());
    const whose = concerning(context, standing, government);
    const { rows, more } = await context.database.transaction(
      { government, viewer: standing.official },
      async (tx) => {
        const found = await listEnding(tx, government, today, whose);
        const ending = found.slice(0, MOST_ENDING);
        const numbers = ending.map(({ number }) => number);
        const open = await numbersOpenTo(tx, context, standing, { government, numbers });
        const rows = ending.filter(({ number }) => open.has(number));
        return { rows, more: found.length > MOST_ENDING };
      },
    );
    const { lang } = request;
    return sendDesk(desk, {
      title: endingWords[lang].title,
      main: endingPage(rows, {
        more: more ? MOST_ENDING : null,
        lang,
        today,
        agencies: context.catalogue.organisation(government).agencies,
        serviceOf: ({ service, serviceVersion }) =>
          context.catalogue.service(government, service, serviceVersion).value,
        titleOf: (kind) => context.products.titleOf(kind)[lang],
      }),
    });
  });
}
