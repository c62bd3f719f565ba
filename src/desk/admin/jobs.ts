import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { logAccess } from '../../people/index.ts';
import { formFields, listFailedJobs, retryJob } from '../../platform/index.ts';
import type { FailedJob } from '../../platform/index.ts';
import {
  adminWords,
  button,
  emptyState,
  form,
  hiddenField,
  notice,
  pageHeading,
  table,
} from '../../ui/index.ts';
import type { Column, Content } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { mayChange, openToChange, openToRead, sendAdmin } from './admin-desk.ts';
import { kelolaWords } from './words.ts';

/** `/meja/kelola/pekerjaan`: background jobs that failed, and trying one again. */
export function addJobRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Querystring: Readonly<Record<string, unknown>> }>(
    '/meja/kelola/pekerjaan',
    async (request, reply) => {
      const desk = await openToRead(context, request, reply);
      return showJobs(desk, request.query['dicoba'] !== undefined);
    },
  );
  server.post('/meja/kelola/pekerjaan', async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    await retry(desk, Number(formFields(request)['pekerjaan']));
    return reply.redirect('/meja/kelola/pekerjaan?dicoba', 303);
  });
}

const gone = (): Fault =>
  new Fault('conflict', 'job-gone', { id: kelolaWords.id.jobs.gone, en: kelolaWords.en.jobs.gone });

async function retry({ context, session }: Desk, id: number): Promise<void> {
  if (!Number.isSafeInteger(id)) throw gone();
  const { government, standing } = session;
  await context.database.transaction({ government, viewer: standing.official }, async (tx) => {
    if (!(await retryJob(tx, government, id))) throw gone();
    await logAccess(tx, government, {
      at: context.clock.now(),
      actor: standing.official,
      act: 'job-retried',
      subject: String(id),
    });
  });
}

async function showJobs(desk: Desk, retried: boolean): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { lang } = request;
  const { government } = session;
  const jobs = await context.database.transaction({ government }, (tx) => listFailedJobs(tx, government));
  const words = adminWords[lang].jobs;
  return sendAdmin(desk, {
    title: words.title,
    main: [
      pageHeading({ title: words.title }),
      retried && notice({ lang, kind: 'success', title: words.retried, announced: true }),
      jobs.length === 0 ? emptyState({ title: words.none }) : jobTable(desk, jobs),
    ],
  });
}

function jobTable(desk: Desk, jobs: readonly FailedJob[]): Content {
  const { context, session, request } = desk;
  const { lang } = request;
  const { timeZone } = context.catalogue.calendar(session.government).file;
  const words = adminWords[lang].jobs;
  const own = kelolaWords[lang].jobs;
  const at = (instant: Temporal.Instant): string => formatInstant(instant, timeZone, lang);
  const columns: Column<FailedJob>[] = [
    { label: words.task, cell: ({ task }) => task, names: true },
    {
      label: words.attempts,
      cell: ({ attempts, maxAttempts }) => `${attempts}/${maxAttempts}`,
      figures: true,
    },
    { label: own.since, cell: ({ created }) => at(created) },
    { label: own.next, cell: ({ nextAttempt }) => (nextAttempt ? at(nextAttempt) : own.gaveUp) },
    { label: words.lastError, cell: ({ reason }) => reason },
  ];
  const action: Column<FailedJob> = { label: words.retry, cell: (job) => retryForm(desk, job) };
  return table({
    caption: words.title,
    columns: mayChange(desk) ? [...columns, action] : columns,
    groups: [{ rows: jobs }],
  });
}

const retryForm = ({ request }: Desk, { id }: FailedJob): Content =>
  form({
    lang: request.lang,
    csrf: request.csrfToken(),
    action: '/meja/kelola/pekerjaan',
    children: [
      hiddenField('pekerjaan', id),
      button({ label: adminWords[request.lang].jobs.retry, kind: 'quiet' }),
    ],
  });
