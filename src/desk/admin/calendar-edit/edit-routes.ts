/** `/meja/kelola/kalender/ubah`: the draft, and the forms for its parts. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../../ground/index.ts';
import type { FieldFault } from '../../../ground/index.ts';
import { formFields } from '../../../platform/index.ts';
import { todayIn } from '../../../request/index.ts';
import type { CalendarEdit } from '../../../standard/index.ts';
import { readDate } from '../../../ui/index.ts';
import type { Content, PostedForm } from '../../../ui/index.ts';
import type { WebContext } from '../../../web/index.ts';
import type { ClosedDay, RegimeFile, WeekFile } from '../../../working-time/index.ts';
import type { Desk } from '../../desk-page.ts';
import { keepingTyped } from '../../held/index.ts';
import { openToChange, sendAdmin } from '../admin-desk.ts';
import { CALENDAR } from '../calendar-address.ts';
import { WEEK, yearsOf } from '../calendar-year.ts';
import { calendarWords } from '../calendar-words.ts';
import { typedText } from '../official-input.ts';
import { EDIT, EDIT_DAY, EDIT_HOURS, EDIT_REGIME } from './addresses.ts';
import { changeDraft, dropDraft, openDraft, rebaseDraft } from './draft.ts';
import { editPage } from './edit-page.ts';
import {
  DAY,
  hoursField,
  hoursText,
  readDay,
  readRegime,
  readWeek,
  REGIME,
  saidByCalendar,
  underFields,
} from './input.ts';
import { dayPage, hoursPage, KNOWN, regimePage } from './part-pages.ts';
import type { PartPage } from './part-pages.ts';
import { editWords } from './words.ts';

const INVALID = 422;

interface Asked {
  readonly Querystring: PostedForm;
}

/** A form of one part as it is shown again with what is wrong in it. */
interface Again {
  readonly typed: PostedForm;
  readonly faults: readonly FieldFault[];
  readonly instead: Readonly<Record<string, string>>;
}

export function addCalendarEditRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<Asked>(EDIT, async (request, reply) =>
    showDraft(await openToChange(context, request, reply), request.query),
  );
  server.post(`${EDIT}/buang`, async (request, reply) => {
    await dropDraft(await openToChange(context, request, reply));
    return reply.redirect(`${EDIT}?hasil=dropped`, 303);
  });
  server.post(`${EDIT}/pindah`, async (request, reply) => {
    await rebaseDraft(await openToChange(context, request, reply));
    return reply.redirect(`${EDIT}?hasil=rebased`, 303);
  });
  addDayRoutes(server, context);
  addRegimeRoutes(server, context);
  addHoursRoutes(server, context);
}

const DONE = ['saved', 'dropped', 'rebased', 'imported'] as const;

async function showDraft(desk: Desk, query: PostedForm): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { lang } = request;
  const words = editWords[lang];
  const open = await openDraft(desk);
  const today = todayIn(context.catalogue, session.government, context.clock.now());
  const years = yearsOf(open.file, today.year);
  const done = DONE.find((one) => one === query['hasil']);
  return sendAdmin(desk, {
    title: words.title,
    crumbs: [{ label: calendarWords[lang].title, href: CALENDAR }],
    main: editPage({
      lang,
      csrf: request.csrfToken(),
      open,
      today,
      year: years.find((year) => String(year) === query['tahun']) ?? today.year,
      done: done === undefined ? null : doneWords(desk, done, query),
    }),
  });
}

function doneWords({ request }: Desk, done: (typeof DONE)[number], query: PostedForm): string {
  const words = editWords[request.lang];
  if (done !== 'imported') return words[done];
  const [count, leftOut] = [Number(typedText(query, 'hari')), Number(typedText(query, 'lewat'))];
  return `${words.imported(count)}${leftOut > 0 ? ` ${words.leftOut(leftOut)}` : ''}`;
}

/** Sends the form of a part; with faults as one that was refused. */
export function sendPart(
  desk: Desk,
  title: string,
  page: (props: PartPage) => Content,
  again: Again,
  refused = again.faults.length > 0,
): FastifyReply {
  const { request } = desk;
  const { lang } = request;
  return sendAdmin(desk, {
    title,
    crumbs: [
      { label: calendarWords[lang].title, href: CALENDAR },
      { label: editWords[lang].title, href: EDIT },
    ],
    status: refused ? INVALID : 200,
    main: page({ lang, csrf: request.csrfToken(), ...again }),
  });
}

/** Makes the change, and goes back to the draft; what is refused comes back under the fields of its form. */
async function put(
  desk: Desk,
  edits: readonly CalendarEdit[],
  fallback: string,
  again: (faults: readonly FieldFault[]) => FastifyReply,
): Promise<FastifyReply> {
  const result = await changeDraft(desk, edits);
  if (!result.ok) return again(underFields(result.fault.fields, fallback));
  const year = yearOf(edits[0]);
  return desk.reply.redirect(`${EDIT}?hasil=saved${year === null ? '' : `&tahun=${year}`}`, 303);
}

function yearOf(edit: CalendarEdit | undefined): string | null {
  if (edit?.type === 'put-day' || edit?.type === 'remove-day') return edit.day.date.slice(0, 4);
  return edit?.type === 'put-regime' ? edit.regime.from.slice(0, 4) : null;
}

const goneFault = (): Fault =>
  new Fault(
    'not-found',
    'calendar-part-not-found',
    saidByCalendar((words) => words.gone),
  );

/** The day that a form is about: by its date and name in the draft. */
async function findDay(desk: Desk, asked: PostedForm): Promise<ClosedDay | null> {
  const [date, name] = [typedText(asked, 'hari'), typedText(asked, 'bernama')];
  if (date === '') return null;
  const { file } = await openDraft(desk);
  const found = file.closed.find((day) => day.date === date && day.name === name);
  if (!found) throw goneFault();
  return found;
}

function addDayRoutes(server: FastifyInstance, context: WebContext): void {
  const show = (desk: Desk, again: Again): FastifyReply => {
    const words = editWords[desk.request.lang];
    const title = Object.keys(again.instead).length > 0 ? words.changeDayTitle : words.dayTitle;
    return sendPart(desk, title, dayPage, again);
  };
  server.get<Asked>(EDIT_DAY, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const day = await findDay(desk, request.query);
    return show(desk, { typed: day ? typedDay(day) : {}, faults: [], instead: dayKey(day) });
  });
  server.post(EDIT_DAY, { errorHandler: keepingTyped(context) }, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const posted = formFields(request);
    const instead = await findDay(desk, posted);
    const reading = readDay(posted);
    const again = (faults: readonly FieldFault[]): FastifyReply =>
      show(desk, { typed: posted, faults, instead: dayKey(instead) });
    if (!reading.ok) return again(reading.faults);
    const edit = { type: 'put-day', day: reading.value, instead: instead ?? undefined } as const;
    return put(desk, [edit], DAY.date, again);
  });
  server.post(`${EDIT_DAY}/hapus`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const day = await findDay(desk, formFields(request));
    if (!day) throw goneFault();
    return put(desk, [{ type: 'remove-day', day }], DAY.date, (faults) =>
      show(desk, { typed: typedDay(day), faults, instead: dayKey(day) }),
    );
  });
}

const dayKey = (day: ClosedDay | null): Again['instead'] =>
  day ? { hari: day.date, bernama: day.name } : {};

const typedDay = ({ date, name, kind, decree, confirmed }: ClosedDay): PostedForm => ({
  [DAY.date]: date,
  [DAY.name]: name,
  [DAY.kind]: kind,
  [DAY.decree]: decree ?? '',
  ...(confirmed ? { [DAY.compared]: 'ya' } : {}),
});

const typedWeek = (week: WeekFile): PostedForm =>
  Object.fromEntries(WEEK.map((day) => [hoursField(day), hoursText(week[day] ?? [])]));

const typedRegime = ({ name, from, to, week }: RegimeFile): PostedForm => ({
  [REGIME.name]: name,
  [REGIME.from]: from,
  [REGIME.to]: to,
  ...typedWeek(week),
});

async function findRegime(desk: Desk, asked: PostedForm): Promise<RegimeFile | null> {
  const name = typedText(asked, 'bernama');
  if (name === '') return null;
  const found = (await openDraft(desk)).file.regimes.find((regime) => regime.name === name);
  if (!found) throw goneFault();
  return found;
}

function addRegimeRoutes(server: FastifyInstance, context: WebContext): void {
  const show = (desk: Desk, again: Again): FastifyReply =>
    sendPart(desk, editWords[desk.request.lang].regimeTitle, regimePage, again);
  const key = (regime: RegimeFile | null): Again['instead'] => (regime ? { bernama: regime.name } : {});
  server.get<Asked>(EDIT_REGIME, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const regime = await findRegime(desk, request.query);
    const { file } = await openDraft(desk);
    return show(desk, {
      typed: regime ? typedRegime(regime) : typedWeek(file.week),
      faults: [],
      instead: key(regime),
    });
  });
  server.post(EDIT_REGIME, { errorHandler: keepingTyped(context) }, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const posted = formFields(request);
    const instead = await findRegime(desk, posted);
    const reading = readRegime(posted);
    const again = (faults: readonly FieldFault[]): FastifyReply =>
      show(desk, { typed: posted, faults, instead: key(instead) });
    if (!reading.ok) return again(reading.faults);
    const edit = { type: 'put-regime', regime: reading.value, instead: instead?.name } as const;
    return put(desk, [edit], REGIME.name, again);
  });
  server.post(`${EDIT_REGIME}/hapus`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const regime = await findRegime(desk, formFields(request));
    if (!regime) throw goneFault();
    return put(desk, [{ type: 'remove-regime', name: regime.name }], REGIME.name, (faults) =>
      show(desk, { typed: typedRegime(regime), faults, instead: key(regime) }),
    );
  });
}

function addHoursRoutes(server: FastifyInstance, context: WebContext): void {
  const show = (desk: Desk, typed: PostedForm, faults: readonly FieldFault[]): FastifyReply =>
    sendPart(desk, editWords[desk.request.lang].hoursTitle, hoursPage, { typed, faults, instead: {} });
  server.get(EDIT_HOURS, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const { file } = await openDraft(desk);
    return show(desk, { ...typedWeek(file.week), [KNOWN]: file.knownUntil ?? '' }, []);
  });
  server.post(EDIT_HOURS, { errorHandler: keepingTyped(context) }, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const posted = formFields(request);
    const [week, known] = [readWeek(posted), readDate(posted, KNOWN)];
    if (!week.ok || !known.ok)
      return show(desk, posted, [...(week.ok ? [] : week.faults), ...(known.ok ? [] : known.fault.fields)]);
    const edits: readonly CalendarEdit[] = [
      { type: 'put-week', week: week.value },
      { type: 'put-known-until', knownUntil: known.value },
    ];
    return put(desk, edits, hoursField('mon'), (faults) => show(desk, posted, faults));
  });
}
