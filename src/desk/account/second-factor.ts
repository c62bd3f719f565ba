import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  confirmSecondFactor,
  findEnrolment,
  findSecondFactor,
  hasPassword,
  prepareSecondFactor,
  renewRecoveryCodes,
  switchOffSecondFactor,
} from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import type { WebContext } from '../../web/index.ts';
import { takeCodeAttempt } from '../sign-in/limits.ts';
import { returnPath } from '../sign-in/return-path.ts';
import {
  HOME,
  openAccount,
  ownAccount,
  refusedField,
  refusedForNow,
  refuseWrongPassword,
  sendAccount,
} from './account-desk.ts';
import type { AccountDesk, Refusal } from './account-desk.ts';
import { enrolmentPage, recoveryCodesPage, spendingPage, startPage } from './second-factor-page.ts';
import { accountWords } from './words.ts';

const PAGE = `${HOME}/dua-langkah`;
const UNFINISHED = 'second-factor';
/** So soon after signing in the password is not asked again. */
const freshFor = Temporal.Duration.from({ minutes: 10 });

/** `/meja/akun/dua-langkah`: setting up the second factor, also for whoever must; new recovery codes; switching off. */
export function addSecondFactorRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ readonly Querystring: Readonly<Record<string, unknown>> }>(PAGE, async (request, reply) => {
    const desk = await openAccount(context, request, reply, UNFINISHED);
    return showSetUp(desk, { returnTo: returnPath(request.query['ke']), refusal: null });
  });
  server.post(`${PAGE}/siapkan`, async (request, reply) =>
    prepare(await openAccount(context, request, reply, UNFINISHED)),
  );
  server.post(PAGE, async (request, reply) =>
    confirm(await openAccount(context, request, reply, UNFINISHED)),
  );
  for (const act of ['kode-pemulihan', 'matikan'] as const) {
    server.get(`${PAGE}/${act}`, async (request, reply) =>
      showSpending(await openAccount(context, request, reply), act, null),
    );
    server.post(`${PAGE}/${act}`, async (request, reply) =>
      spend(await openAccount(context, request, reply), act),
    );
  }
}

const typedIn = (desk: AccountDesk, name: string): string => {
  const value = formFields(desk.request)[name];
  return typeof value === 'string' ? value.slice(0, 400) : '';
};

interface SetUp {
  readonly returnTo: string;
  readonly refusal: Refusal | null;
}

/** The picture to scan where a secret waits to be confirmed, else where it begins. Nothing to do where it is on. */
async function showSetUp(desk: AccountDesk, { returnTo, refusal }: SetUp): Promise<FastifyReply> {
  const { context, request, session } = desk;
  const who = ownAccount(desk);
  const found = await context.database.transaction({ government: who.government }, async (tx) => ({
    on: (await findSecondFactor(tx, who)) !== null,
    enrolment: await findEnrolment(tx, context, who, session.found.username),
    asksPassword: await asksPassword(desk, () => hasPassword(tx, who)),
  }));
  if (found.on) return desk.reply.redirect(HOME, 303);
  const common = {
    lang: request.lang,
    csrf: request.csrfToken(),
    page: PAGE,
    returnTo,
    demanded: session.unfinished !== null,
    faults: refusal?.faults ?? [],
  };
  const main = found.enrolment
    ? enrolmentPage({ ...common, ...found.enrolment, username: session.found.username })
    : startPage({ ...common, asksPassword: found.asksPassword });
  return send(desk, accountWords[request.lang].factor.setUp, main, refusal);
}

function send(
  desk: AccountDesk,
  title: string,
  main: Parameters<typeof sendAccount>[1]['main'],
  refusal: Refusal | null,
): FastifyReply {
  if (refusal?.retryAfter) desk.reply.header('retry-after', refusal.retryAfter);
  return sendAccount(desk, { title, status: refusal?.status ?? 200, main });
}

/** A session left open on a desk must not let a stranger bind their own phone to the account. */
async function asksPassword(
  { context, session }: AccountDesk,
  has: () => Promise<boolean>,
): Promise<boolean> {
  const fresh = Temporal.Instant.compare(session.found.began.add(freshFor), context.clock.now()) > 0;
  return !fresh && (await has());
}

async function prepare(desk: AccountDesk): Promise<FastifyReply> {
  const { context, reply } = desk;
  const who = ownAccount(desk);
  const returnTo = returnPath(formFields(desk.request)['ke']);
  const asked = await asksPassword(desk, () =>
    context.database.transaction({ government: who.government }, (tx) => hasPassword(tx, who)),
  );
  const refusal = asked ? await refuseWrongPassword(desk, 'sandi', typedIn(desk, 'sandi')) : null;
  if (refusal) return showSetUp(desk, { returnTo, refusal });
  await prepareSecondFactor(context, who);
  return reply.redirect(`${PAGE}?ke=${encodeURIComponent(returnTo)}`, 303);
}

async function confirm(desk: AccountDesk): Promise<FastifyReply> {
  const { context, request, session } = desk;
  const { lang } = request;
  const who = ownAccount(desk);
  const returnTo = returnPath(formFields(request)['ke']);
  const wait = await takeCodeAttempt(context, who);
  if (wait) return showSetUp(desk, { returnTo, refusal: refusedForNow('kode', wait) });
  const given = { code: typedIn(desk, 'kode'), session: session.found.id };
  const codes = await confirmSecondFactor(context, who, given);
  if (!codes) return showSetUp(desk, { returnTo, refusal: refusedField('kode', bothOf('wrong')) });
  const next = session.unfinished === null ? HOME : returnTo;
  const { titleOn } = accountWords[lang].codes;
  return send(desk, titleOn, recoveryCodesPage({ lang, codes, title: titleOn, next, ...nameOf(desk) }), null);
}

const nameOf = ({ session }: AccountDesk): { readonly username: string } => ({
  username: session.found.username,
});

const bothOf = (word: 'wrong' | 'anyCodeWrong'): { readonly id: string; readonly en: string } => ({
  id: accountWords.id.factor[word],
  en: accountWords.en.factor[word],
});

type Act = 'kode-pemulihan' | 'matikan';

/** What costs a code: new recovery codes, or switching off. */
async function showSpending(desk: AccountDesk, act: Act, refusal: Refusal | null): Promise<FastifyReply> {
  const { context, request } = desk;
  const who = ownAccount(desk);
  const found = await context.database.transaction({ government: who.government }, async (tx) => ({
    factor: await findSecondFactor(tx, who),
    hasPassword: await hasPassword(tx, who),
  }));
  if (!found.factor) return desk.reply.redirect(HOME, 303);
  const { lang } = request;
  const words = accountWords[lang].factor;
  const off = act === 'matikan';
  const main = spendingPage({
    lang,
    csrf: request.csrfToken(),
    action: `${PAGE}/${act}`,
    cancelHref: HOME,
    title: off ? words.offTitle : words.renewTitle,
    explained: off ? words.offText : words.renewText,
    submit: off ? words.switchOff : words.renew,
    danger: off,
    asksPassword: found.hasPassword,
    faults: refusal?.faults ?? [],
  });
  return send(desk, off ? words.offTitle : words.renewTitle, main, refusal);
}

async function spend(desk: AccountDesk, act: Act): Promise<FastifyReply> {
  const { context, request, reply, session } = desk;
  const who = ownAccount(desk);
  const wrongPassword = await refuseWrongPassword(desk, 'sandi', typedIn(desk, 'sandi'));
  if (wrongPassword) return showSpending(desk, act, wrongPassword);
  const wait = await takeCodeAttempt(context, who);
  if (wait) return showSpending(desk, act, refusedForNow('kode', wait));
  const code = typedIn(desk, 'kode');
  const wrong = (): Promise<FastifyReply> =>
    showSpending(desk, act, refusedField('kode', bothOf('anyCodeWrong')));
  if (act === 'matikan') {
    const off = await switchOffSecondFactor(context, who, { code, session: session.found.id });
    return off ? reply.redirect(`${HOME}?tersimpan=second-factor-off`, 303) : wrong();
  }
  const codes = await renewRecoveryCodes(context, who, code);
  if (!codes) return wrong();
  const { lang } = request;
  const { title } = accountWords[lang].codes;
  return send(desk, title, recoveryCodesPage({ lang, codes, title, next: HOME, ...nameOf(desk) }), null);
}
