/** `/meja/kelola/impor/<id>/<n>`: correcting and confirming what was read of one service. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { formFields } from '../../platform/index.ts';
import { asTitle, componentTitles, getDecreeImport, listReviews, saveReview } from '../../standard/index.ts';
import type { ComponentName, DecreeImport, ServiceReview } from '../../standard/index.ts';
import { Fault } from '../../ground/index.ts';
import { formatList, html, notice } from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { inGovernment, openToChange } from '../admin/admin-desk.ts';
import { typedText } from '../admin/official-input.ts';
import type { Desk } from '../desk-page.ts';
import { keepingTyped } from '../held/index.ts';
import { IMPORT, reviewHref, runningHref } from './address.ts';
import { sendImport } from './list-routes.ts';
import { readReview } from './review-input.ts';
import { reviewPage } from './review-page.ts';
import type { ReviewPage } from './review-shown.ts';
import { importWords } from './words.ts';

export interface OfReview {
  readonly Params: { readonly id: string; readonly n: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

const INVALID = 422;
const CONFLICT = 409;

export function addReviewRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<OfReview>(`${IMPORT}/:id/:n`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const opened = await openReview(desk, request.params);
    return show(desk, opened, { faults: [], typed: {}, saved: request.query['hasil'] === 'saved' });
  });
  server.post<OfReview>(`${IMPORT}/:id/:n`, { errorHandler: keepingTyped(context) }, async (request, reply) =>
    save(await openToChange(context, request, reply), request.params),
  );
}

export interface OpenReview {
  readonly one: DecreeImport;
  readonly review: ServiceReview;
  readonly reviews: readonly ServiceReview[];
}

/** The import with the service asked for. Fault: `decree-import-not-found`. */
export async function openReview(desk: Desk, { id, n }: OfReview['Params']): Promise<OpenReview> {
  return inGovernment(desk, async (tx, government) => {
    const one = await getDecreeImport(tx, government, id);
    const reviews = await listReviews(tx, government, id);
    const review = reviews.find((candidate) => String(candidate.n) === n);
    if (!review) throw serviceNotFound();
    return { one, review, reviews };
  });
}

const serviceNotFound = (): Fault =>
  new Fault('not-found', 'decree-import-not-found', {
    id: 'Layanan ini tidak ada dalam impor itu. Pilih dari daftarnya.',
    en: 'There is no such service in that import. Choose from the list.',
  });

/** The saving that the form showed: a text that is no number is none. */
export const savedIn = (desk: Desk): number => {
  const number = Number(typedText(formFields(desk.request), 'saved'));
  return Number.isSafeInteger(number) ? number : -1;
};

function show(
  desk: Desk,
  opened: OpenReview,
  rest: Pick<ReviewPage, 'faults' | 'typed' | 'saved'>,
  newer: Content = null,
): FastifyReply {
  const { request } = desk;
  const title = asTitle(opened.review.title) || importWords[request.lang].unnamed;
  const page = reviewPage({ lang: request.lang, csrf: request.csrfToken(), ...opened, ...rest });
  if (newer) return sendImport(desk, title, [newer, page], CONFLICT);
  return sendImport(desk, title, page, rest.faults.length > 0 ? INVALID : 200);
}

/** Saves over the saving that the form showed; false where somebody else saved since: nothing typed is lost by it. */
export async function saveUnlessNewer(
  desk: Desk,
  at: { readonly id: string; readonly n: number },
  change: Parameters<typeof saveReview>[2],
): Promise<boolean> {
  try {
    await inGovernment(desk, (tx, government) =>
      saveReview(tx, { government, ...at, saved: savedIn(desk) }, change, desk.context.clock.now()),
    );
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === 'review-newer') return false;
    throw error;
  }
}

/** Above a form that came too late: what is in it is theirs, and saving it takes the place of what the other saved. */
export function newerNotice(
  { request: { lang } }: Desk,
  href: string,
  parts: readonly string[] = [],
): Content {
  const words = importWords[lang];
  return notice({
    lang,
    kind: 'warning',
    title: words.newer,
    children: [
      html`<p>${words.newerText} <a href="${href}">${words.newerOpen}</a></p>`,
      parts.length > 0 && html`<p>${words.newerParts} ${formatList(parts, lang)}.</p>`,
    ],
    announced: true,
  });
}

/** Titles of the components in which two reviews differ. */
const differing = (
  theirs: ServiceReview,
  { components }: Pick<ServiceReview, 'components'>,
  lang: Lang,
): readonly string[] =>
  (Object.keys(componentTitles) as ComponentName[]).flatMap((name) =>
    JSON.stringify(theirs.components[name]) === JSON.stringify(components[name])
      ? []
      : componentTitles[name][lang],
  );

async function save(desk: Desk, { id, n }: OfReview['Params']): Promise<FastifyReply> {
  const { request, reply } = desk;
  const opened = await openReview(desk, { id, n });
  const { review } = opened;
  const posted = formFields(request);
  const { faults, ...input } = readReview(posted, review);
  if (faults.length > 0) {
    return show(
      desk,
      { ...opened, review: { ...review, ...input } },
      { faults, typed: posted, saved: false },
    );
  }
  if (!(await saveUnlessNewer(desk, { id, n: review.n }, input))) {
    const theirs = await openReview(desk, { id, n });
    const mine = { ...theirs, review: { ...theirs.review, ...input } };
    const told = newerNotice(desk, reviewHref(id, review.n), differing(theirs.review, input, request.lang));
    return show(desk, mine, { faults: [], typed: posted, saved: false }, told);
  }
  const on = typedText(posted, 'lanjut') === 'cara';
  return reply.redirect(on ? runningHref(id, review.n) : `${reviewHref(id, review.n)}?hasil=saved`, 303);
}
