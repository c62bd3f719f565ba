import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { changePassword, PASSWORD_LEAST, PASSWORD_MOST } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import {
  button,
  buttonRow,
  errorOf,
  errorSummary,
  form,
  hiddenField,
  html,
  linkButton,
  commonWords,
  narrow,
  notice,
  pageHeading,
  passwordField,
} from '../../ui/index.ts';
import type { Content, SecretName } from '../../ui/index.ts';
import { SESSION_COOKIE } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { thisDevice } from '../sign-in/arrival.ts';
import { returnPath } from '../sign-in/return-path.ts';
import {
  HOME,
  openAccount,
  refusedField,
  refusedForNow,
  sendAccount,
  takeOwnPasswordAttempt,
} from './account-desk.ts';
import type { AccountDesk, Refusal } from './account-desk.ts';
import { accountWords } from './words.ts';

const PAGE = `${HOME}/kata-sandi`;
const UNFINISHED = 'password';

/** `/meja/akun/kata-sandi`: changing the own password, also for whoever must do so before anything else. */
export function addPasswordRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ readonly Querystring: Readonly<Record<string, unknown>> }>(PAGE, async (request, reply) => {
    const desk = await openAccount(context, request, reply, UNFINISHED);
    return show(desk, request.query['ke'], null);
  });
  server.post(PAGE, async (request, reply) => change(await openAccount(context, request, reply, UNFINISHED)));
}

/** Which field a refused password belongs to. */
const fieldOf: Readonly<Record<string, string>> = { 'password-wrong': 'lama' };

async function change(desk: AccountDesk): Promise<FastifyReply> {
  const { context, request, reply, session } = desk;
  const posted = formFields(request);
  const typed = (name: string): string => {
    const value = posted[name];
    return typeof value === 'string' ? value.slice(0, 2 * PASSWORD_MOST) : '';
  };
  const refuse = (refusal: Refusal): FastifyReply => show(desk, posted['ke'], refusal);
  if (typed('baru') !== typed('ulang')) return refuse(refusedField('ulang', unlike));
  const wait = await takeOwnPasswordAttempt(desk);
  if (wait) return refuse(refusedForNow('lama', wait));
  try {
    const given = { old: typed('lama'), fresh: typed('baru'), device: thisDevice(desk) };
    const cookie = await changePassword(context, session.found, given);
    const next = session.unfinished === null ? `${HOME}?tersimpan=password` : returnPath(posted['ke']);
    return reply.keepCookie(SESSION_COOKIE, cookie).redirect(next, 303);
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== 'invalid') throw error;
    return refuse(refusedField(fieldOf[error.code] ?? 'baru', error.words));
  }
}

const unlike = { id: accountWords.id.password.unlike, en: accountWords.en.password.unlike };

function show(desk: AccountDesk, returnTo: unknown, refusal: Refusal | null): FastifyReply {
  const { lang } = desk.request;
  if (refusal?.retryAfter) desk.reply.header('retry-after', refusal.retryAfter);
  const title = accountWords[lang].password.change;
  const main = passwordPage(desk, returnPath(returnTo), refusal?.faults ?? []);
  return sendAccount(desk, { title, status: refusal?.status ?? 200, main });
}

function passwordPage(desk: AccountDesk, returnTo: string, faults: Refusal['faults']): Content {
  const { context, request, session } = desk;
  const { lang } = request;
  const words = accountWords[lang].password;
  const demanded = session.unfinished !== null;
  return narrow(
    pageHeading({ title: words.change }),
    errorSummary({ lang, faults, kept: accountWords[lang].kept }),
    demanded && notice({ lang, kind: 'warning', children: html`<p>${words.demanded}</p>` }),
    context.demo && notice({ lang, kind: 'info', children: html`<p>${words.demo}</p>` }),
    form({
      lang,
      csrf: request.csrfToken(),
      action: PAGE,
      children: [hiddenField('ke', returnTo), fields(desk, faults), buttons(desk)],
    }),
  );
}

function fields({ request: { lang }, session }: AccountDesk, faults: Refusal['faults']): Content {
  const words = accountWords[lang].password;
  const own = (
    name: SecretName,
    label: string,
    autocomplete: string,
  ): Parameters<typeof passwordField>[0] => ({
    lang,
    name,
    label,
    autocomplete,
    width: 'long',
    error: errorOf(faults, name, lang),
  });
  return [
    // For password managers: whose password this is.
    html`<input type="hidden" autocomplete="username" value="${session.found.username}">`,
    passwordField(own('lama', words.old, 'current-password')),
    passwordField({ ...own('baru', words.fresh, 'new-password'), hint: words.hint(PASSWORD_LEAST) }),
    passwordField(own('ulang', words.repeat, 'new-password')),
    html`<p class="soft">${words.consequence}</p>`,
  ];
}

function buttons({ request: { lang }, session }: AccountDesk): Content {
  const words = accountWords[lang].password;
  const cancel = linkButton({ label: commonWords[lang].do.cancel, href: HOME, kind: 'quiet' });
  return buttonRow(button({ label: words.submit }), session.unfinished === null && cancel);
}
