/** `/meja/kelola/impor/<id>/<n>/cara`: how the service runs, proposed and put together in a form. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { formFields } from '../../platform/index.ts';
import { todayIn } from '../../request/index.ts';
import { proposeNames, proposeRunning } from '../../standard/index.ts';
import type { Position, Running, Version } from '../../standard/index.ts';
import type { Content } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openToChange } from '../admin/admin-desk.ts';
import { typedText } from '../admin/official-input.ts';
import type { Desk } from '../desk-page.ts';
import { keepingTyped } from '../held/index.ts';
import { IMPORT, previewHref, runningHref } from './address.ts';
import { sendImport } from './list-routes.ts';
import { newerNotice, openReview, saveUnlessNewer } from './review-routes.ts';
import type { OfReview, OpenReview } from './review-routes.ts';
import { RUN } from './running-fields.ts';
import { readRunning } from './running-input.ts';
import { runningPage } from './running-page.ts';

const INVALID = 422;
const CONFLICT = 409;

export function addRunningRoutes(server: FastifyInstance, context: WebContext): void {
  const address = `${IMPORT}/:id/:n/cara`;
  server.get<OfReview>(address, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const opened = await openReview(desk, request.params);
    return show(desk, opened, runningOf(desk, opened), []);
  });
  server.post<OfReview>(address, { errorHandler: keepingTyped(context) }, async (request, reply) =>
    save(await openToChange(context, request, reply), request.params),
  );
}

/** The posts of the government that provides the service: a step may also be made outside the office. */
const positionsOf = ({ context, session }: Desk): readonly Position[] =>
  context.catalogue.organisation(session.government).positions;

/** The services that are there, in force or not yet, any of which may get its next version. */
export const servicesOf = ({ context, session }: Desk): readonly Version<'service'>[] =>
  context.catalogue.newestServices(session.government);

/** What was saved, or a proposal. Requirements follow the component, which may have changed since. */
export function runningOf(desk: Desk, { one, review, reviews }: OpenReview): Running {
  const { context, session } = desk;
  const { catalogue, clock } = context;
  const { government } = session;
  const services = servicesOf(desk).map(({ value }) => value);
  const names = proposeNames(
    reviews.map(({ title }) => title),
    services,
  );
  const named = names[reviews.findIndex(({ n }) => n === review.n)];
  const before = services.find((service) => service.id === named?.follows)?.validFrom ?? '';
  const dated = one.decree?.date ?? todayIn(catalogue, government, clock.now()).toString();
  const proposed = proposeRunning(review.title, review.components, {
    office: catalogue.government(government).office.agency,
    organisation: catalogue.organisation(government),
    named,
    // Amended before its day: the amendment does not bring that day forward.
    validFrom: before > dated ? before : dated,
  });
  const running = review.running && afterPublishing(review.running, review.published);
  if (running === null) return proposed;
  const requirements = proposed.requirements.map(
    (requirement) =>
      running.requirements.find(({ component }) => component === requirement.component) ?? requirement,
  );
  return { ...running, requirements };
}

/** What was published as a new service is there from then on: the same review makes its next version. */
const afterPublishing = (running: Running, published: string | null): Running =>
  published !== null && running.follows === null
    ? { ...running, id: published, follows: published }
    : running;

function show(
  desk: Desk,
  { one, review }: OpenReview,
  running: Running,
  faults: readonly FieldFault[],
  newer: Content = null,
): FastifyReply {
  const { request, session, context } = desk;
  const page = runningPage({
    lang: request.lang,
    csrf: request.csrfToken(),
    importId: one.id,
    review,
    running,
    positions: positionsOf(desk),
    services: servicesOf(desk),
    timeZone: context.catalogue.calendar(session.government).file.timeZone,
    now: context.clock.now(),
    faults,
  });
  const title = running.title[request.lang];
  if (newer) return sendImport(desk, title, [newer, page], CONFLICT);
  return sendImport(desk, title, page, faults.length > 0 ? INVALID : 200);
}

/** The part of the page that a button stands in, so that whoever pressed it comes back to it. */
const anchorOf = (act: string): string => {
  if (act.includes('tanya')) return '#pertanyaan';
  return act === '' ? '' : '#tahapan';
};

async function save(desk: Desk, { id, n }: OfReview['Params']): Promise<FastifyReply> {
  const { request, reply } = desk;
  const opened = await openReview(desk, { id, n });
  const posted = formFields(request);
  const { running, faults } = readRunning(posted, runningOf(desk, opened), {
    positions: positionsOf(desk),
    services: servicesOf(desk).map(({ value }) => value),
  });
  if (faults.length > 0) return show(desk, opened, running, faults);
  if (!(await saveUnlessNewer(desk, { id, n: opened.review.n }, { running }))) {
    const told = newerNotice(desk, runningHref(id, opened.review.n));
    return show(desk, await openReview(desk, { id, n }), running, [], told);
  }
  const act = typedText(posted, RUN.act);
  const next =
    act === 'lanjut'
      ? previewHref(id, opened.review.n)
      : `${runningHref(id, opened.review.n)}${anchorOf(act)}`;
  return reply.redirect(next, 303);
}
