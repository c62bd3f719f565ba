import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { addHolding, listOfficials, lockHoldings } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import { todayIn } from '../../request/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { postsOfSteps } from '../../standard/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { inGovernment, mayChange, openToChange, openToRead, recorded, sendAdmin } from './admin-desk.ts';
import { readHolding } from './holding-input.ts';
import { peoplePage } from './people-page.ts';
import type { PeoplePage } from './people-page.ts';
import { PEOPLE } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';
import { startOfNext, termsOf } from './post-terms.ts';

const INVALID = 422;

/** `/meja/kelola/petugas`: who holds which post, and naming somebody. Every change is in the access log. */
export function addPeopleRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Querystring: PostedForm }>(PEOPLE, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const { tersimpan, jabatan, petugas } = request.query;
    const proposed = await startAt(desk, typeof jabatan === 'string' ? jabatan : '');
    return showPeople(desk, {
      saved: typeof tersimpan === 'string' ? tersimpan : null,
      posted: { jabatan, petugas, sejak: proposed.toString() },
      proposed,
    });
  });
  server.post(PEOPLE, async (request, reply) => add(await openToChange(context, request, reply)));
}

/** The day on which somebody named now would begin, as it mostly is: nobody types what the program can know. */
async function startAt(desk: Desk, position: string): Promise<Temporal.PlainDate> {
  const { context, session } = desk;
  const today = todayIn(context.catalogue, session.government, context.clock.now());
  return startOfNext(today, termsOf(position, await inGovernment(desk, listOfficials)));
}

async function showPeople(
  desk: Desk,
  more: Partial<PeoplePage> & { readonly status?: number },
): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { status = 200, ...given } = more;
  const officials = await inGovernment(desk, listOfficials);
  return sendAdmin(desk, {
    title: peopleWords[request.lang].views,
    status,
    main: peoplePage({
      lang: request.lang,
      csrf: request.csrfToken(),
      organisation: context.catalogue.organisation(session.government),
      officials,
      today: todayIn(context.catalogue, session.government, context.clock.now()),
      mayChange: mayChange(desk),
      posted: {},
      faults: [],
      saved: null,
      needed: neededPosts(desk),
      ...given,
    }),
  });
}

/** Posts that a step of a service in force waits at, or may be handed on to. */
const neededPosts = ({ context, session }: Desk): ReadonlySet<string> =>
  new Set(context.catalogue.services(session.government).flatMap(({ value }) => postsOfSteps(value.steps)));

type Saved =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly faults: readonly FieldFault[] };

async function add(desk: Desk): Promise<FastifyReply> {
  const { context, session, request, reply } = desk;
  const posted = formFields(request);
  const positions = context.catalogue.organisation(session.government).positions.map(({ id }) => id);
  const saved = await recorded<Saved>(desk, 'holding-added', async (tx, government) => {
    await lockHoldings(tx, government);
    const read = readHolding(posted, { officials: await listOfficials(tx, government), positions });
    if (!read.ok) return { value: read, subject: null };
    const id = await addHolding(tx, government, read.holding);
    return { value: { ok: true, id }, subject: id };
  });
  return saved.ok
    ? reply.redirect(`${PEOPLE}?tersimpan=${saved.id}`, 303)
    : showPeople(desk, { posted, faults: saved.faults, status: INVALID });
}
