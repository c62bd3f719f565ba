import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { addHolding, endHolding, listOfficials, logAccess } from '../../people/index.ts';
import type { OfficialRow } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import { todayIn } from '../../request/index.ts';
import {
  confirmBlock,
  dateField,
  errorOf,
  errorSummary,
  html,
  readDate,
  readDateParts,
} from '../../ui/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { postTitle } from '../request-words.ts';
import { mayChange, openToChange, openToRead, sendAdmin } from './admin-desk.ts';
import { readHolding } from './holding-input.ts';
import { peoplePage } from './people-page.ts';
import type { PeoplePage } from './people-page.ts';
import { kelolaWords } from './words.ts';

const HOME = '/meja/kelola/petugas';
const INVALID = 422;

interface OfHolding {
  readonly Params: { readonly holding: string };
}

/** `/meja/kelola/petugas`: who holds which post; adding and ending. Every change is in the access log. */
export function addPeopleRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Querystring: Readonly<Record<string, unknown>> }>(HOME, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    return showPeople(desk, { saved: request.query['tersimpan'] !== undefined });
  });
  server.post(HOME, async (request, reply) => add(await openToChange(context, request, reply)));
  server.get<OfHolding>(`${HOME}/akhiri/:holding`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    return showEnd(desk, request.params.holding, { posted: {}, faults: [] });
  });
  server.post<OfHolding>(`${HOME}/akhiri/:holding`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    return end(desk, request.params.holding);
  });
}

const officialsOf = ({ context, session }: Desk): Promise<readonly OfficialRow[]> =>
  context.database.transaction({ government: session.government }, (tx) =>
    listOfficials(tx, session.government),
  );

async function showPeople(
  desk: Desk,
  more: Partial<PeoplePage> & { readonly status?: number },
): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { status = 200, ...given } = more;
  const officials = await officialsOf(desk);
  return sendAdmin(desk, {
    title: kelolaWords[request.lang].people.official,
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
      saved: false,
      ...given,
    }),
  });
}

async function add(desk: Desk): Promise<FastifyReply> {
  const { context, session, request, reply } = desk;
  const posted = formFields(request);
  const { positions } = context.catalogue.organisation(session.government);
  const read = readHolding(posted, {
    officials: await officialsOf(desk),
    positions: positions.map(({ id }) => id),
  });
  if (!read.ok) return showPeople(desk, { posted, faults: read.faults, status: INVALID });
  const { government, standing } = session;
  await context.database.transaction({ government, viewer: standing.official }, async (tx) => {
    const id = await addHolding(tx, government, read.holding);
    await logAccess(tx, government, {
      at: context.clock.now(),
      actor: standing.official,
      act: 'holding-added',
      subject: id,
    });
  });
  return reply.redirect(`${HOME}?tersimpan`, 303);
}

interface Typed {
  readonly posted: PostedForm;
  readonly faults: readonly FieldFault[];
  readonly status?: number;
}

const holdingNotFound = (): Fault =>
  new Fault('not-found', 'holding-not-found', {
    id: 'Catatan jabatan ini tidak ada.',
    en: 'There is no such holding.',
  });

async function showEnd(
  desk: Desk,
  id: string,
  { posted, faults, status = 200 }: Typed,
): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { lang } = request;
  const words = kelolaWords[lang].people;
  const official = (await officialsOf(desk)).find(({ holdings }) => holdings.some((one) => one.id === id));
  const holding = official?.holdings.find((one) => one.id === id);
  if (!official || !holding) throw holdingNotFound();
  const organisation = context.catalogue.organisation(session.government);
  return sendAdmin(desk, {
    title: words.endTitle,
    status,
    main: html`<h1>${words.endTitle}</h1>${errorSummary({ lang, faults })}${confirmBlock({
      lang,
      title: postTitle(organisation, holding.position, lang),
      explained: html`<p>${words.endText(official.name, postTitle(organisation, holding.position, lang))}</p>`,
      action: `${HOME}/akhiri/${id}`,
      csrf: request.csrfToken(),
      confirmLabel: words.end,
      cancelHref: HOME,
      children: dateField({
        lang,
        name: 'terakhir',
        label: words.lastDay,
        value: readDateParts(posted, 'terakhir'),
        error: errorOf(faults, 'terakhir', lang),
      }),
    })}`,
  });
}

async function end(desk: Desk, id: string): Promise<FastifyReply> {
  const { context, session, request, reply } = desk;
  const posted = formFields(request);
  const day = readDate(posted, 'terakhir');
  const outside = { id: kelolaWords.id.people.endUnknown, en: kelolaWords.en.people.endUnknown };
  const refuse = (faults: readonly FieldFault[]): Promise<FastifyReply> =>
    showEnd(desk, id, { posted, faults, status: INVALID });
  if (!day.ok) return refuse(day.fault.fields);
  if (day.value === null) return refuse([{ path: 'terakhir', words: outside }]);
  const lastDay = Temporal.PlainDate.from(day.value);
  const { government, standing } = session;
  const ended = await context.database.transaction({ government, viewer: standing.official }, async (tx) => {
    const done = await endHolding(tx, government, id, lastDay);
    const line = { at: context.clock.now(), actor: standing.official, act: 'holding-ended', subject: id };
    if (done) await logAccess(tx, government, line);
    return done;
  });
  return ended ? reply.redirect(`${HOME}?tersimpan`, 303) : refuse([{ path: 'terakhir', words: outside }]);
}
