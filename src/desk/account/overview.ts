import type { FastifyInstance, FastifyReply } from 'fastify';
import { endSessions, findSecondFactor, hasPassword, listSessions, logAccess } from '../../people/index.ts';
import type { SecondFactor, SessionRowShown } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import {
  button,
  buttonRow,
  form,
  hiddenField,
  html,
  linkButton,
  notice,
  pageHeading,
  pairs,
  section,
} from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { actingTitle, postTitle } from '../request-words.ts';
import { HOME, openAccount, ownAccount, sendAccount } from './account-desk.ts';
import type { AccountDesk } from './account-desk.ts';
import { sessionsTable } from './sessions-table.ts';
import { accountWords } from './words.ts';

const END = `${HOME}/sesi`;
/** In place of a session's id. */
const OTHERS = 'lain';

interface Account {
  readonly factor: SecondFactor | null;
  readonly hasPassword: boolean;
  readonly sessions: readonly SessionRowShown[];
}

/** `/meja/akun`: password, second factor and sessions of whoever is signed in. */
export function addOverviewRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ readonly Querystring: Readonly<Record<string, unknown>> }>(HOME, async (request, reply) => {
    const desk = await openAccount(context, request, reply);
    return sendAccount(desk, {
      title: accountWords[request.lang].title,
      crumbs: [],
      main: overviewPage(desk, await readAccount(desk), request.query['tersimpan']),
    });
  });
  server.post(END, async (request, reply) => endOwn(await openAccount(context, request, reply)));
}

function readAccount(desk: AccountDesk): Promise<Account> {
  const who = ownAccount(desk);
  const { database, clock } = desk.context;
  return database.transaction({ government: who.government }, async (tx) => ({
    factor: await findSecondFactor(tx, who),
    hasPassword: await hasPassword(tx, who),
    sessions: await listSessions(tx, who, clock.now()),
  }));
}

/** What is to be ended, from the field `sesi`: a session by its id, or all but this one. */
function endedBy(field: unknown, current: string): Parameters<typeof endSessions>[2] | null {
  if (field === OTHERS) return { except: current };
  return typeof field === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(field)
    ? { only: field }
    : null;
}

async function endOwn(desk: AccountDesk): Promise<FastifyReply> {
  const { context, request, reply, session } = desk;
  const who = ownAccount(desk);
  const which = endedBy(formFields(request)['sesi'], session.found.id);
  if (!which) return reply.redirect(HOME, 303);
  await context.database.transaction({ government: who.government }, async (tx) => {
    await endSessions(tx, who, which);
    const line = {
      at: context.clock.now(),
      actor: who.official,
      act: 'sessions-ended',
      subject: who.official,
    };
    await logAccess(tx, who.government, line);
  });
  return reply.redirect(`${HOME}?tersimpan=${'only' in which ? 'session' : 'sessions'}`, 303);
}

function overviewPage(desk: AccountDesk, account: Account, saved: unknown): Content {
  const { lang } = desk.request;
  const words = accountWords[lang];
  const said = Object.entries(words.saved).find(([name]) => name === saved)?.[1];
  return [
    pageHeading({ title: words.title }),
    said && notice({ lang, kind: 'success', children: html`<p>${said}</p>`, announced: true }),
    whoSection(desk),
    passwordSection(desk, account),
    factorSection(desk, account),
    sessionsSection(desk, account),
  ];
}

function whoSection({ context, session, request: { lang } }: AccountDesk): Content {
  const words = accountWords[lang];
  const organisation = context.catalogue.organisation(session.government);
  const posts = session.standing.held.map(({ position, as }) =>
    actingTitle(postTitle(organisation, position, lang), as === 'definitive' ? null : as),
  );
  return section({
    title: session.standing.name,
    children: pairs([
      { term: words.username, value: session.found.username },
      { term: words.posts, value: posts.length > 0 ? posts.join(' · ') : words.noPost },
    ]),
  });
}

function passwordSection({ request: { lang } }: AccountDesk, account: Account): Content {
  const words = accountWords[lang].password;
  const change = linkButton({ label: words.change, href: `${HOME}/kata-sandi`, kind: 'quiet' });
  return section({
    title: words.title,
    children: account.hasPassword
      ? [html`<p>${words.text}</p>`, buttonRow(change)]
      : html`<p>${words.none}</p>`,
  });
}

function factorSection(desk: AccountDesk, { factor }: Account): Content {
  const { lang } = desk.request;
  const words = accountWords[lang].factor;
  const setUp = linkButton({ label: words.setUp, href: `${HOME}/dua-langkah`, kind: 'quiet' });
  const off = [html`<p>${words.off}</p>`, buttonRow(setUp)];
  return section({ title: words.title, children: factor ? factorOn(desk, factor) : off });
}

function factorOn({ context, session, request: { lang } }: AccountDesk, factor: SecondFactor): Content {
  const words = accountWords[lang].factor;
  const { timeZone } = context.catalogue.calendar(session.government).file;
  const codes = html`<p>${words.codesLeft(factor.codesLeft)}</p>`;
  return [
    html`<p>${words.on(formatInstant(factor.since, timeZone, lang))}</p>`,
    factor.codesLeft === 0 ? notice({ lang, kind: 'warning', children: codes }) : codes,
    buttonRow(
      linkButton({ label: words.renew, href: `${HOME}/dua-langkah/kode-pemulihan`, kind: 'quiet' }),
      linkButton({ label: words.switchOff, href: `${HOME}/dua-langkah/matikan`, kind: 'quiet' }),
    ),
  ];
}

function sessionsSection(desk: AccountDesk, { sessions }: Account): Content {
  const { context, session, request } = desk;
  const { lang } = request;
  const words = accountWords[lang].sessions;
  const csrf = request.csrfToken();
  const others = sessions.filter(({ id }) => id !== session.found.id);
  const endOthers = form({
    lang,
    csrf,
    action: END,
    children: [hiddenField('sesi', OTHERS), buttonRow(button({ label: words.endOthers, kind: 'quiet' }))],
  });
  return section({
    title: words.title,
    children: [
      html`<p>${words.text}</p>`,
      sessionsTable({
        lang,
        csrf,
        sessions,
        current: session.found.id,
        timeZone: context.catalogue.calendar(session.government).file.timeZone,
        endAction: others.length > 0 ? END : null,
      }),
      others.length > 0 && endOthers,
    ],
  });
}
