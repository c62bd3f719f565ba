import type { FastifyInstance } from 'fastify';
import { todayIn } from '../../request/index.ts';
import { assumptionsOf, isOpen, newestVerdicts } from '../../standard/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { ClosedDay } from '../../working-time/index.ts';
import type { Desk } from '../desk-page.ts';
import { mayChange, openToRead, sendAdmin } from './admin-desk.ts';
import { CALENDAR } from './calendar-address.ts';
import { hasCalendarDraft, historyOf } from './calendar-edit/index.ts';
import { calendarPage } from './calendar-page.ts';
import { calendarWords } from './calendar-words.ts';
import { yearsOf } from './calendar-year.ts';
import { FIELDS, reckon } from './reckoning.ts';

/** `/meja/kelola/kalender`: the working calendar to read, with its versions. */
export function addCalendarRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Querystring: PostedForm }>(CALENDAR, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const { lang, query } = request;
    const { government } = desk.session;
    const version = context.catalogue.calendar(government);
    const now = context.clock.now();
    const today = todayIn(context.catalogue, government, now);
    return sendAdmin(desk, {
      title: calendarWords[lang].title,
      main: calendarPage({
        lang,
        version,
        today,
        year: yearAsked(query, yearsOf(version.file, today.year)) ?? today.year,
        isOpen: await openDays(desk),
        asked: { ...present(now, version.file.timeZone), ...query },
        reckoning: reckon(version, query),
        history: await historyOf(desk),
        mayChange: mayChange(desk),
        hasDraft: await hasCalendarDraft(desk),
      }),
    });
  });
}

/** Holidays that neither the file nor anybody since has compared with their decree. */
async function openDays({ context, session }: Desk): Promise<(day: ClosedDay) => boolean> {
  const { government } = session;
  const verdicts = await context.database.transaction({ government }, (tx) => newestVerdicts(tx, government));
  const years = assumptionsOf(context.catalogue, government)
    .filter((one) => one.kind === 'calendar' && isOpen(one, verdicts))
    .map(({ at }) => at.replace(/^closed\./, ''));
  return ({ date, confirmed }) => !confirmed && years.includes(date.slice(0, 4));
}

const yearAsked = (query: PostedForm, years: readonly number[]): number | undefined =>
  years.find((year) => String(year) === query['tahun']);

/** The reckoner begins with now. */
function present(now: Temporal.Instant, timeZone: string): PostedForm {
  const { day, month, year, hour, minute } = now.toZonedDateTimeISO(timeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    [`${FIELDS.received}-day`]: String(day),
    [`${FIELDS.received}-month`]: String(month),
    [`${FIELDS.received}-year`]: String(year),
    [FIELDS.at]: `${two(hour)}.${two(minute)}`,
  };
}
