import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { Words } from '../../ground/index.ts';
import {
  addCompetence,
  addOfficial,
  endCompetence,
  findOfficialRecord,
  listOfficials,
  updateOfficial,
} from '../../people/index.ts';
import type { OfficialRecord } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import { todayIn } from '../../request/index.ts';
import { readDate } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { inGovernment, mayChange, openToChange, openToRead, recorded, sendAdmin } from './admin-desk.ts';
import { readCompetence } from './competence-input.ts';
import { readFacts, readNewOfficial, saidBy, typedText } from './official-input.ts';
import { newOfficialPage, officialPage } from './official-page.ts';
import type { Attempt, Deed, NewOfficialPage } from './official-page.ts';
import { PEOPLE, personHref, ROSTER } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';

const INVALID = 422;

export interface OfPerson {
  readonly Params: { readonly official: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** `/meja/kelola/petugas/orang/…`: one official, taken in, corrected, with competences. */
export function addOfficialRoutes(server: FastifyInstance, context: WebContext): void {
  const person = `${PEOPLE}/orang/:official`;
  server.get(`${PEOPLE}/baru`, async (request, reply) =>
    showNew(await openToChange(context, request, reply), { posted: {}, faults: [] }),
  );
  server.post(`${PEOPLE}/baru`, async (request, reply) =>
    takeIn(await openToChange(context, request, reply)),
  );
  server.get<OfPerson>(person, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const deeds = Object.keys(peopleWords.id.done) as Deed[];
    const done = deeds.find((deed) => deed === request.query['hasil']) ?? null;
    return showOfficial(desk, request.params.official, { done });
  });
  server.post<OfPerson>(person, async (request, reply) =>
    correct(await openToChange(context, request, reply), request.params.official),
  );
  server.post<OfPerson>(`${person}/kompetensi`, async (request, reply) =>
    giveCompetence(await openToChange(context, request, reply), request.params.official),
  );
  server.post<OfPerson>(`${person}/kompetensi/akhiri`, async (request, reply) =>
    takeCompetence(await openToChange(context, request, reply), request.params.official),
  );
}

const missing = (kind: 'not-found' | 'conflict', code: string, words: Words): Fault =>
  new Fault(kind, code, words);

/** Fault: `official-not-found`. */
export async function getRecord(desk: Desk, official: string): Promise<OfficialRecord> {
  const found = await inGovernment(desk, (tx, government) => findOfficialRecord(tx, government, official));
  if (!found)
    throw missing(
      'not-found',
      'official-not-found',
      saidBy((words) => words.officialGone),
    );
  return found;
}

interface Shown {
  readonly done?: Deed | null;
  readonly attempt?: Attempt;
}

async function showOfficial(desk: Desk, id: string, { done = null, attempt }: Shown): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { lang } = request;
  const { government, standing } = session;
  const official = await getRecord(desk, id);
  const row = (await inGovernment(desk, listOfficials)).find((one) => one.id === id);
  return sendAdmin(desk, {
    title: official.name,
    crumbs: [{ label: peopleWords[lang].roster, href: ROSTER }],
    status: attempt ? INVALID : 200,
    main: officialPage({
      lang,
      csrf: request.csrfToken(),
      timeZone: context.catalogue.calendar(government).file.timeZone,
      official,
      holdings: row?.holdings ?? [],
      organisation: context.catalogue.organisation(government),
      today: todayIn(context.catalogue, government, context.clock.now()),
      mayChange: mayChange(desk),
      self: id === standing.official,
      done,
      attempt: attempt ?? null,
    }),
  });
}

function showNew(desk: Desk, { posted, faults }: Pick<NewOfficialPage, 'posted' | 'faults'>): FastifyReply {
  const { request, session } = desk;
  const { lang } = request;
  return sendAdmin(desk, {
    title: peopleWords[lang].add,
    crumbs: [{ label: peopleWords[lang].roster, href: ROSTER }],
    status: faults.length > 0 ? INVALID : 200,
    main: newOfficialPage({
      lang,
      csrf: request.csrfToken(),
      government: session.government,
      posted,
      faults,
    }),
  });
}

async function takeIn(desk: Desk): Promise<FastifyReply> {
  const posted = formFields(desk.request);
  const read = readNewOfficial(posted, desk.session.government);
  if (!read.ok) return showNew(desk, { posted, faults: read.faults });
  try {
    const id = await recorded(desk, 'official-added', async (tx, government) => {
      const official = await addOfficial(tx, government, read.value);
      return { value: official, subject: official };
    });
    return desk.reply.redirect(`${personHref(id)}?hasil=official`, 303);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'username-taken') throw error;
    return showNew(desk, { posted, faults: [{ path: 'pengguna', words: error.words }] });
  }
}

async function correct(desk: Desk, id: string): Promise<FastifyReply> {
  await getRecord(desk, id);
  const posted = formFields(desk.request);
  const read = readFacts(posted);
  if (!read.ok) return showOfficial(desk, id, { attempt: { form: 'facts', posted, faults: read.faults } });
  await recorded(desk, 'official-changed', async (tx, government) => {
    await updateOfficial(tx, government, id, read.value);
    return { value: null, subject: id };
  });
  return desk.reply.redirect(`${personHref(id)}?hasil=facts`, 303);
}

async function giveCompetence(desk: Desk, id: string): Promise<FastifyReply> {
  const { context, session, request, reply } = desk;
  await getRecord(desk, id);
  const posted = formFields(request);
  const codes = context.catalogue.organisation(session.government).competences.map((one) => one.id);
  const read = readCompetence(posted, codes);
  const refuse = (faults: Attempt['faults']): Promise<FastifyReply> =>
    showOfficial(desk, id, { attempt: { form: 'competence', posted, faults } });
  if (!read.ok) return refuse(read.faults);
  const added = await recorded(desk, 'competence-added', async (tx, government) => {
    const done = await addCompetence(tx, government, id, read.value);
    return { value: done, subject: done ? `${id}/${read.value.code}` : null };
  });
  if (!added) return refuse([{ path: 'sejak', words: saidBy((words) => words.competenceTwice) }]);
  return reply.redirect(`${personHref(id)}?hasil=competence#kompetensi`, 303);
}

async function takeCompetence(desk: Desk, id: string): Promise<FastifyReply> {
  const { context, session, request, reply } = desk;
  const posted = formFields(request);
  const code = typedText(posted, 'kompetensi');
  const from = readDate(posted, 'sejak');
  const lastDay = todayIn(context.catalogue, session.government, context.clock.now());
  await getRecord(desk, id);
  const gone = missing(
    'conflict',
    'competence-over',
    saidBy((words) => words.competenceGone),
  );
  if (!from.ok || from.value === null) throw gone;
  const firstDay = Temporal.PlainDate.from(from.value);
  await recorded(desk, 'competence-ended', async (tx, government) => {
    if (!(await endCompetence(tx, government, id, { code, from: firstDay, lastDay }))) throw gone;
    return { value: null, subject: `${id}/${code}` };
  });
  return reply.redirect(`${personHref(id)}?hasil=ended#kompetensi`, 303);
}
