import type { FastifyInstance } from 'fastify';
import { assumptionsOf, isOpen, newestVerdicts } from '../../standard/index.ts';
import { adminWords, cards, formatNumber, pageHeading } from '../../ui/index.ts';
import type { Card, Lang } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { CONNECTORS } from '../connectors/page.ts';
import { connectorWords } from '../connectors/words.ts';
import { STOPPED } from '../deliveries/stopped-routes.ts';
import { ENDING } from '../ending/routes.ts';
import { endingWords } from '../ending/words.ts';
import { deliveryWords } from '../deliveries/words.ts';
import { IMPORT } from '../import/address.ts';
import { importWords } from '../import/words.ts';
import { HOME, inGovernment, mayChange, openToRead, sendAdmin } from './admin-desk.ts';
import { CALENDAR } from './calendar-address.ts';
import { calendarWords } from './calendar-words.ts';
import { CERTAINTY } from './certainty-page.ts';
import { certaintyWords } from './certainty-words.ts';
import { healthPanel } from './health-page.ts';
import { linesFor } from './health-routes.ts';
import { JOBS } from './jobs-page.ts';
import { jobsWords } from './jobs-words.ts';
import { PEOPLE } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';
import { RECORD } from './record-page.ts';
import { recordWords } from './record-words.ts';
import { STANDARDS } from './standards-page.ts';
import { kelolaWords } from './words.ts';

/** `/meja/kelola`: where everything is, and what needs somebody. */
export function addOverviewRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(HOME, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const { lang } = request;
    const lines = await linesFor(desk);
    return sendAdmin(desk, {
      title: kelolaWords[lang].title,
      at: HOME,
      main: [
        pageHeading({ title: kelolaWords[lang].title, lead: kelolaWords[lang].lead }),
        healthPanel(lines, lang),
        cards({ items: cardsOf(lang, await openAssumptions(desk), mayChange(desk)) }),
      ],
    });
  });
}

const openAssumptions = async (desk: Desk): Promise<number> => {
  const verdicts = await inGovernment(desk, newestVerdicts);
  return assumptionsOf(desk.context.catalogue, desk.session.government).filter((one) => isOpen(one, verdicts))
    .length;
};

function cardsOf(lang: Lang, open: number, changes: boolean): readonly Card[] {
  const certainty = certaintyWords[lang];
  return [
    { title: peopleWords[lang].views, href: PEOPLE, text: kelolaWords[lang].people.lead },
    { title: adminWords[lang].standards.title, href: STANDARDS, text: kelolaWords[lang].standards.lead },
    ...(changes ? [{ title: importWords[lang].title, href: IMPORT, text: importWords[lang].lead }] : []),
    { title: calendarWords[lang].title, href: CALENDAR, text: calendarWords[lang].lead },
    {
      title: certainty.title,
      href: CERTAINTY,
      text: certainty.lead,
      fact: open > 0 ? `${formatNumber(open, lang)} ${certainty.open.toLowerCase()}` : certainty.noneOpen,
    },
    { title: connectorWords[lang].title, href: CONNECTORS, text: connectorWords[lang].lead },
    {
      title: deliveryWords[lang].stoppedTitle,
      href: STOPPED,
      text: deliveryWords[lang].stoppedLead,
    },
    { title: endingWords[lang].title, href: ENDING, text: endingWords[lang].lead },
    { title: adminWords[lang].jobs.title, href: JOBS, text: jobsWords[lang].lead },
    { title: recordWords[lang].title, href: RECORD, text: recordWords[lang].lead },
  ];
}
