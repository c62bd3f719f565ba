/** `/meja/kelola/kalender/versi/…`: what each version of the calendar changed and moved, and going back to one. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../../ground/index.ts';
import { listOfficials } from '../../../people/index.ts';
import {
  countRunningBefore,
  listCalendarAsides,
  listCalendarChanges,
  listCalendarMoves,
  numbersOpenTo,
} from '../../../request/index.ts';
import type { PostedForm } from '../../../ui/index.ts';
import type { WebContext } from '../../../web/index.ts';
import type { Desk } from '../../desk-page.ts';
import { inGovernment, mayChange, openToChange, openToRead, sendAdmin } from '../admin-desk.ts';
import { CALENDAR } from '../calendar-address.ts';
import { calendarWords } from '../calendar-words.ts';
import { IMPACT } from './addresses.ts';
import { keepDraft } from './draft.ts';
import { versionPage } from './version-page.ts';
import type { CalendarVersionRow, HistoryPart } from './version-page.ts';
import { editWords } from './words.ts';

interface OfVersion {
  readonly Params: { readonly n: string };
  readonly Querystring: PostedForm;
}

/** How many moved requests the page of a version names. */
const MOST_NAMED = 50;

export function addCalendarVersionRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<OfVersion>(`${CALENDAR}/versi/:n`, async (request, reply) =>
    showVersion(await openToRead(context, request, reply), Number(request.params.n), request.query),
  );
  server.post<OfVersion>(`${CALENDAR}/versi/:n/kembali`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const { text } = getVersion(desk, Number(request.params.n));
    const { n: base } = context.catalogue.calendar(desk.session.government);
    await keepDraft(desk, { base, calendar: text });
    return reply.redirect(IMPACT, 303);
  });
}

/** What the list of versions is drawn from. */
export async function historyOf(desk: Desk): Promise<HistoryPart> {
  const { context, session, request } = desk;
  const { government } = session;
  const { lang } = request;
  const [changes, officials] = await inGovernment(desk, async (tx) => [
    await listCalendarChanges(tx, government),
    await listOfficials(tx, government),
  ]);
  const names = new Map(officials.map(({ id, name }) => [id, name]));
  const { n, file } = context.catalogue.calendar(government);
  return {
    lang,
    timeZone: file.timeZone,
    versions: context.catalogue.versions(government, 'calendar', 'calendar'),
    changes,
    current: n,
    publisher: (by) => names.get(by) ?? (by === 'berkas' ? editWords[lang].byFiles : by),
  };
}

function getVersion({ context, session }: Desk, n: number): CalendarVersionRow {
  const versions = context.catalogue.versions(session.government, 'calendar', 'calendar');
  const found = versions.find((version) => version.n === n);
  // The number is typed into an address: what is not there was not published.
  if (!found)
    throw new Fault('not-found', 'version-not-found', {
      id: 'Versi kalender ini tidak ada. Pilih dari daftar versinya.',
      en: 'There is no such version of the calendar. Choose from the list of its versions.',
    });
  return found;
}

async function showVersion(desk: Desk, n: number, query: PostedForm): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { government } = session;
  const { lang } = request;
  const version = getVersion(desk, n);
  const history = await historyOf(desk);
  const { left, moves, asides, openable } = await inGovernment(desk, async (tx) => {
    const listed = await listCalendarMoves(tx, government, n, MOST_NAMED);
    const tried = await listCalendarAsides(tx, government, n, MOST_NAMED);
    const numbers = [...listed, ...tried].map(({ number }) => number);
    return {
      left: await countRunningBefore(tx, government, n),
      moves: listed,
      asides: tried,
      openable: await numbersOpenTo(tx, context, session.standing, { government, numbers }),
    };
  });
  return sendAdmin(desk, {
    title: editWords[lang].versionTitle(n),
    crumbs: [{ label: calendarWords[lang].title, href: CALENDAR }],
    main: versionPage({
      ...history,
      csrf: request.csrfToken(),
      mayChange: mayChange(desk),
      version,
      before: history.versions.find((one) => one.n === n - 1) ?? null,
      change: history.changes.find((one) => one.n === n) ?? null,
      left,
      moves,
      asides,
      openable,
      serviceTitle: (id) => context.catalogue.findService(government, id)?.value.title[lang] ?? id,
      justPublished: query['terbit'] !== undefined,
    }),
  });
}
