/** An official's account for the administrator: ending sessions, demanding a new password, resetting the second factor. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import {
  demandNewPassword,
  endSessions,
  findSecondFactor,
  isPasswordDemanded,
  listSessions,
  removeSecondFactor,
} from '../../people/index.ts';
import type { OfficialRecord } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import { confirmBlock, errorOf, errorSummary, html, narrow, pageHeading, textField } from '../../ui/index.ts';
import type { Crumb } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { accountHref, ALL_SESSIONS, officialAccountPage } from './account-page.ts';
import type { AccountDeed } from './account-page.ts';
import { officialAccountWords } from './account-words.ts';
import { inGovernment, mayChange, openToChange, openToRead, recorded, sendAdmin } from './admin-desk.ts';
import { typedText } from './official-input.ts';
import { getRecord } from './official-routes.ts';
import type { OfPerson } from './official-routes.ts';
import { PEOPLE, personHref, ROSTER } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';

const INVALID = 422;

/** `/meja/kelola/petugas/orang/…/akun`. */
export function addAccountAdminRoutes(server: FastifyInstance, context: WebContext): void {
  const account = `${PEOPLE}/orang/:official/akun`;
  server.get<OfPerson>(account, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const deeds = Object.keys(officialAccountWords.id.done) as AccountDeed[];
    const done = deeds.find((deed) => deed === request.query['hasil']) ?? null;
    return showAccount(desk, request.params.official, done);
  });
  server.post<OfPerson>(`${account}/sesi`, async (request, reply) =>
    endTheirs(await openToChange(context, request, reply), request.params.official),
  );
  server.post<OfPerson>(`${account}/kata-sandi`, async (request, reply) =>
    demand(await openToChange(context, request, reply), request.params.official),
  );
  server.get<OfPerson>(`${account}/dua-langkah`, async (request, reply) =>
    showReset(await openToChange(context, request, reply), request.params.official, []),
  );
  server.post<OfPerson>(`${account}/dua-langkah`, async (request, reply) =>
    reset(await openToChange(context, request, reply), request.params.official),
  );
}

function crumbsTo({ request }: Desk, official: OfficialRecord): readonly Crumb[] {
  return [
    { label: peopleWords[request.lang].roster, href: ROSTER },
    { label: official.name, href: personHref(official.id) },
  ];
}

async function showAccount(desk: Desk, id: string, done: AccountDeed | null): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const official = await getRecord(desk, id);
  const found = await inGovernment(desk, async (tx, government) => {
    const who = { government, official: official.id };
    return {
      passwordDemanded: await isPasswordDemanded(tx, who),
      factor: await findSecondFactor(tx, who),
      sessions: await listSessions(tx, who, context.clock.now()),
    };
  });
  return sendAdmin(desk, {
    title: officialAccountWords[request.lang].title,
    crumbs: crumbsTo(desk, official),
    main: officialAccountPage({
      lang: request.lang,
      csrf: request.csrfToken(),
      timeZone: context.catalogue.calendar(session.government).file.timeZone,
      official,
      ...found,
      mayChange: mayChange(desk),
      self: isSelf(desk, official),
      done,
    }),
  });
}

const isSelf = ({ session }: Desk, { id }: OfficialRecord): boolean => id === session.standing.official;

/** Somebody else's account. Fault `account-own`: with their own an administrator would pass by password and code. */
async function getOthers(desk: Desk, id: string): Promise<OfficialRecord> {
  const official = await getRecord(desk, id);
  if (!isSelf(desk, official)) return official;
  throw new Fault('conflict', 'account-own', {
    id: officialAccountWords.id.own,
    en: officialAccountWords.en.own,
  });
}

const back = ({ reply }: Desk, official: OfficialRecord, deed: AccountDeed): FastifyReply =>
  reply.redirect(`${accountHref(official.id)}?hasil=${deed}`, 303);

async function endTheirs(desk: Desk, id: string): Promise<FastifyReply> {
  const official = await getOthers(desk, id);
  const session = typedText(formFields(desk.request), 'sesi');
  const one = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(session) ? session : null;
  if (one === null && session !== ALL_SESSIONS) return desk.reply.redirect(accountHref(official.id), 303);
  await recorded(desk, 'sessions-ended', async (tx, government) => {
    const which = one === null ? { except: null } : { only: one };
    const ended = await endSessions(tx, { government, official: official.id }, which);
    return { value: ended, subject: ended > 0 ? official.id : null };
  });
  return back(desk, official, one === null ? 'sessions' : 'session');
}

async function demand(desk: Desk, id: string): Promise<FastifyReply> {
  const official = await getOthers(desk, id);
  await recorded(desk, 'password-demanded', async (tx, government) => {
    await demandNewPassword(tx, { government, official: official.id });
    return { value: null, subject: official.id };
  });
  return back(desk, official, 'password');
}

async function showReset(desk: Desk, id: string, faults: readonly FieldFault[]): Promise<FastifyReply> {
  const official = await getOthers(desk, id);
  const { lang } = desk.request;
  const words = officialAccountWords[lang].factor;
  const account = { label: officialAccountWords[lang].title, href: accountHref(official.id) };
  return sendAdmin(desk, {
    title: words.reset,
    crumbs: [...crumbsTo(desk, official), account],
    status: faults.length > 0 ? INVALID : 200,
    main: narrow(
      pageHeading({ title: words.reset }),
      errorSummary({ lang, faults }),
      confirmBlock({
        lang,
        title: official.name,
        explained: html`<p>${words.explained(official.name)}</p>`,
        action: `${account.href}/dua-langkah`,
        csrf: desk.request.csrfToken(),
        confirmLabel: words.reset,
        cancelHref: account.href,
        children: textField({
          lang,
          name: 'alasan',
          label: words.reason,
          hint: words.reasonHint,
          maxLength: 300,
          value: typedText(formFields(desk.request), 'alasan'),
          error: errorOf(faults, 'alasan', lang),
        }),
      }),
    ),
  });
}

async function reset(desk: Desk, id: string): Promise<FastifyReply> {
  const official = await getOthers(desk, id);
  const reason = typedText(formFields(desk.request), 'alasan').slice(0, 300);
  const needed = {
    id: officialAccountWords.id.factor.reasonNeeded,
    en: officialAccountWords.en.factor.reasonNeeded,
  };
  if (reason === '') return showReset(desk, id, [{ path: 'alasan', words: needed }]);
  await recorded(desk, 'second-factor-reset', async (tx, government) => {
    const who = { government, official: official.id };
    const removed = await removeSecondFactor(tx, who);
    if (removed) await endSessions(tx, who, { except: null });
    return { value: removed, subject: removed ? official.id : null, reason };
  });
  return back(desk, official, 'factor');
}
