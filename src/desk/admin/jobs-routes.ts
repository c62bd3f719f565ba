import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { formFields, giveUpJob, listFailedJobs, retryJob } from '../../platform/index.ts';
import type { FailedJob, GivenUpJob, Tx } from '../../platform/index.ts';
import { giveUpMessage } from '../../request/index.ts';
import { adminWords } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { inGovernment, mayChange, openToChange, openToRead, recorded, sendAdmin } from './admin-desk.ts';
import { giveUpPage, JOBS, jobsPage } from './jobs-page.ts';
import { jobsWords } from './jobs-words.ts';
import { typedText } from './official-input.ts';

const INVALID = 422;

interface OfJob {
  readonly Params: { readonly job: string };
}

interface OfList {
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** `/meja/kelola/pekerjaan`: background jobs that failed; trying one again, and giving one up. */
export function addJobRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<OfList>(JOBS, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const { lang } = request;
    const done = { dicoba: 'retried', dihentikan: 'given-up' } as const;
    const act = (['dicoba', 'dihentikan'] as const).find((name) => request.query[name] !== undefined);
    return sendAdmin(desk, {
      title: adminWords[lang].jobs.title,
      main: jobsPage({
        lang,
        csrf: request.csrfToken(),
        timeZone: context.catalogue.calendar(desk.session.government).file.timeZone,
        jobs: await inGovernment(desk, listFailedJobs),
        mayChange: mayChange(desk),
        done: act ? done[act] : null,
      }),
    });
  });
  server.post(JOBS, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    await retry(desk, jobNumber(formFields(request)['pekerjaan']));
    return reply.redirect(`${JOBS}?dicoba`, 303);
  });
  server.get<OfJob>(`${JOBS}/:job/hentikan`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    return showGivingUp(desk, await getJob(desk, request.params.job), []);
  });
  server.post<OfJob>(`${JOBS}/:job/hentikan`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    return giveUp(desk, await getJob(desk, request.params.job));
  });
}

const gone = (): Fault => new Fault('conflict', 'job-gone', { id: jobsWords.id.gone, en: jobsWords.en.gone });

function jobNumber(value: unknown): number {
  const id = Number(value);
  if (!Number.isSafeInteger(id)) throw gone();
  return id;
}

async function getJob(desk: Desk, value: string): Promise<FailedJob> {
  const id = jobNumber(value);
  const job = (await inGovernment(desk, listFailedJobs)).find((one) => one.id === id);
  if (!job) throw gone();
  return job;
}

async function retry(desk: Desk, id: number): Promise<void> {
  await recorded(desk, 'job-retried', async (tx, government) => {
    if (!(await retryJob(tx, government, id))) throw gone();
    return { value: null, subject: String(id) };
  });
}

function showGivingUp(desk: Desk, job: FailedJob, faults: readonly FieldFault[]): FastifyReply {
  const { request } = desk;
  const { lang } = request;
  return sendAdmin(desk, {
    title: jobsWords[lang].giveUp,
    crumbs: [{ label: adminWords[lang].jobs.title, href: JOBS }],
    status: faults.length > 0 ? INVALID : 200,
    main: giveUpPage({
      lang,
      csrf: request.csrfToken(),
      job,
      typed: typedText(formFields(request), 'alasan'),
      faults,
    }),
  });
}

async function giveUp(desk: Desk, job: FailedJob): Promise<FastifyReply> {
  const reason = typedText(formFields(desk.request), 'alasan');
  if (reason === '') {
    const words = { id: jobsWords.id.whyNeeded, en: jobsWords.en.whyNeeded };
    return showGivingUp(desk, job, [{ path: 'alasan', words }]);
  }
  await recorded(desk, 'job-given-up', async (tx, government) => {
    const given = await giveUpJob(tx, government, job.id);
    if (!given) throw gone();
    await settle(tx, government, given);
    return { value: null, subject: `${given.task}/${job.id}`, reason };
  });
  return desk.reply.redirect(`${JOBS}?dihentikan`, 303);
}

/** What depended on the job learns that it will not come. */
async function settle(tx: Tx, government: string, { task, payload }: GivenUpJob): Promise<void> {
  if (task !== 'send-message' || typeof payload !== 'object' || payload === null || !('id' in payload))
    return;
  await giveUpMessage(tx, government, String(payload.id));
}
