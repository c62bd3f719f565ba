/** Ending a holding on a day, or taking it back while it has not begun. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault, Words } from '../../ground/index.ts';
import { endHolding, listOfficials, withdrawHolding } from '../../people/index.ts';
import type { OfficialRow } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import { todayIn } from '../../request/index.ts';
import {
  confirmBlock,
  dateField,
  errorOf,
  errorSummary,
  html,
  narrow,
  pageHeading,
  readDate,
  readDateParts,
} from '../../ui/index.ts';
import type { Content, PostedForm } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { postTitle } from '../request-words.ts';
import { dayWords } from './day-words.ts';
import { inGovernment, openToChange, recorded, sendAdmin } from './admin-desk.ts';
import { keepingAdministrator, NO_ADMINISTRATOR } from './keeping-administrator.ts';
import { saidBy } from './official-input.ts';
import { PEOPLE, personHref } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';
import { isFuture } from './post-terms.ts';
import { kelolaWords } from './words.ts';

const INVALID = 422;

interface OfHolding {
  readonly Params: { readonly holding: string };
}

/** `/meja/kelola/petugas/akhiri/:holding` and `…/batalkan/:holding`. */
export function addHoldingEndingRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<OfHolding>(`${PEOPLE}/akhiri/:holding`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    return showEnding(desk, await getHeld(desk, request.params.holding), { posted: {}, faults: [] });
  });
  server.post<OfHolding>(`${PEOPLE}/akhiri/:holding`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    return end(desk, await getHeld(desk, request.params.holding));
  });
  server.post<OfHolding>(`${PEOPLE}/batalkan/:holding`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    return withdraw(desk, await getHeld(desk, request.params.holding));
  });
}

interface HeldPost {
  readonly official: OfficialRow;
  readonly holding: OfficialRow['holdings'][number];
  readonly post: string;
  readonly today: Temporal.PlainDate;
}

const holdingNotFound = (): Fault =>
  new Fault('not-found', 'holding-not-found', {
    id: 'Catatan jabatan ini tidak ada.',
    en: 'There is no such holding.',
  });

async function getHeld(desk: Desk, id: string): Promise<HeldPost> {
  const { context, session, request } = desk;
  const officials = await inGovernment(desk, listOfficials);
  const official = officials.find(({ holdings }) => holdings.some((one) => one.id === id));
  const holding = official?.holdings.find((one) => one.id === id);
  if (!official || !holding) throw holdingNotFound();
  const organisation = context.catalogue.organisation(session.government);
  return {
    official,
    holding,
    post: postTitle(organisation, holding.position, request.lang),
    today: todayIn(context.catalogue, session.government, context.clock.now()),
  };
}

interface Typed {
  readonly posted: PostedForm;
  readonly faults: readonly FieldFault[];
}

function showEnding(desk: Desk, held: HeldPost, typed: Typed): FastifyReply {
  const { lang } = desk.request;
  const later = isFuture(held.holding, held.today);
  const title = later ? peopleWords[lang].undo : kelolaWords[lang].people.endTitle;
  return sendAdmin(desk, {
    title,
    crumbs: [{ label: peopleWords[lang].posts, href: PEOPLE }],
    status: typed.faults.length > 0 ? INVALID : 200,
    main: narrow(
      pageHeading({ title }),
      errorSummary({ lang, faults: typed.faults }),
      later ? withdrawalBlock(desk, held) : endingBlock(desk, held, typed),
    ),
  });
}

function endingBlock(
  { request }: Desk,
  { official, holding, post }: HeldPost,
  { posted, faults }: Typed,
): Content {
  const { lang } = request;
  const words = kelolaWords[lang].people;
  return confirmBlock({
    lang,
    title: post,
    explained: html`<p>${words.endText(official.name, post)}</p>`,
    action: `${PEOPLE}/akhiri/${holding.id}`,
    csrf: request.csrfToken(),
    confirmLabel: words.end,
    cancelHref: PEOPLE,
    children: dateField({
      lang,
      name: 'terakhir',
      label: words.lastDay,
      value: readDateParts(posted, 'terakhir'),
      error: errorOf(faults, 'terakhir', lang),
    }),
  });
}

function withdrawalBlock({ request }: Desk, { official, holding, post }: HeldPost): Content {
  const { lang } = request;
  const words = peopleWords[lang];
  return confirmBlock({
    lang,
    title: words.undoTitle,
    explained: html`<p>${words.undoText(official.name, post, dayWords(holding.from, lang))}</p>`,
    action: `${PEOPLE}/batalkan/${holding.id}`,
    csrf: request.csrfToken(),
    confirmLabel: words.undo,
    cancelHref: PEOPLE,
  });
}

const outside: Words = { id: kelolaWords.id.people.endUnknown, en: kelolaWords.en.people.endUnknown };

async function end(desk: Desk, held: HeldPost): Promise<FastifyReply> {
  const posted = formFields(desk.request);
  const day = readDate(posted, 'terakhir');
  const refuse = (faults: readonly FieldFault[]): FastifyReply => showEnding(desk, held, { posted, faults });
  if (!day.ok) return refuse(day.fault.fields);
  if (day.value === null) return refuse([{ path: 'terakhir', words: outside }]);
  const lastDay = Temporal.PlainDate.from(day.value);
  const { id } = held.holding;
  const refused = await endOn(desk, id, lastDay);
  return refused
    ? refuse([{ path: 'terakhir', words: refused }])
    : desk.reply.redirect(`${PEOPLE}?tersimpan=${id}`, 303);
}

/** Null when it ended; otherwise why this day cannot be its last. */
async function endOn(desk: Desk, id: string, lastDay: Temporal.PlainDate): Promise<Words | null> {
  try {
    const ended = await recorded(desk, 'holding-ended', async (tx, government) => {
      const done = await keepingAdministrator(desk, tx, government, () =>
        endHolding(tx, government, id, lastDay),
      );
      return { value: done, subject: done ? id : null };
    });
    return ended ? null : outside;
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== NO_ADMINISTRATOR) throw error;
    return error.words;
  }
}

/** The row goes; who was to hold what, and that it was taken back, stays in the record of changes. */
async function withdraw(desk: Desk, { official, holding, today }: HeldPost): Promise<FastifyReply> {
  await recorded(desk, 'holding-withdrawn', async (tx, government) => {
    const done = await keepingAdministrator(desk, tx, government, () =>
      withdrawHolding(tx, holding.id, today),
    );
    if (!done) throw begun();
    return { value: null, subject: `${official.id}/${holding.position}/${holding.from.toString()}` };
  });
  return desk.reply.redirect(`${personHref(official.id)}?hasil=withdrawn`, 303);
}

const begun = (): Fault =>
  new Fault(
    'conflict',
    'holding-begun',
    saidBy((words) => words.begun),
  );
