import type { FastifyInstance } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { listOfficials } from '../../people/index.ts';
import type { OfficialRow } from '../../people/index.ts';
import { todayIn } from '../../request/index.ts';
import type { Organisation } from '../../standard/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { inGovernment, mayChange, openToRead, sendAdmin } from './admin-desk.ts';
import { chartPage } from './chart-page.ts';
import { saidBy } from './official-input.ts';
import { CHART, PEOPLE, ROSTER } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';
import { postPage } from './post-page.ts';
import { rosterPage } from './roster-page.ts';

interface OfPost {
  readonly Params: { readonly position: string };
}

/** The officials as a list, the posts as a chart, and one post over time. */
export function addPeopleViewRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(ROSTER, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const main = rosterPage({ ...(await viewOf(desk)), mayChange: mayChange(desk) });
    return sendAdmin(desk, { title: peopleWords[request.lang].roster, main });
  });
  server.get(CHART, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    return sendAdmin(desk, {
      title: peopleWords[request.lang].chart,
      main: chartPage(await viewOf(desk)),
    });
  });
  server.get<OfPost>(`${PEOPLE}/jabatan/:position`, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const view = await viewOf(desk);
    const position = view.organisation.positions.find(({ id }) => id === request.params.position);
    if (!position) throw postNotFound();
    const services = context.catalogue.services(desk.session.government).map(({ value }) => value);
    return sendAdmin(desk, {
      title: position.title[request.lang],
      crumbs: [{ label: peopleWords[request.lang].posts, href: PEOPLE }],
      main: postPage({ ...view, position, services, mayChange: mayChange(desk) }),
    });
  });
}

const postNotFound = (): Fault =>
  new Fault(
    'not-found',
    'position-not-found',
    saidBy((words) => words.postGone),
  );

interface View {
  readonly lang: Desk['request']['lang'];
  readonly organisation: Organisation;
  readonly officials: readonly OfficialRow[];
  readonly today: Temporal.PlainDate;
}

async function viewOf(desk: Desk): Promise<View> {
  const { context, session, request } = desk;
  return {
    lang: request.lang,
    organisation: context.catalogue.organisation(session.government),
    officials: await inGovernment(desk, listOfficials),
    today: todayIn(context.catalogue, session.government, context.clock.now()),
  };
}
