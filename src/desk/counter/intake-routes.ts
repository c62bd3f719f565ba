/** Taking a request in at the counter or from a letter, and its printed receipt. */
import { randomUUIDv7 } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { randomToken, readMultipart } from '../../platform/index.ts';
import { beginSubmission, chartFor, lookUp, submitRequest, todayIn } from '../../request/index.ts';
import type { Submission, Submitted, UploadedFile } from '../../request/index.ts';
import {
  applicantOf,
  formQuestions,
  keepsIdentityApart,
  readAnswers,
  requirementsFor,
} from '../../standard/index.ts';
import type { Answers, Service } from '../../standard/index.ts';
import { notice, html } from '../../ui/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { rawAnswers } from '../../web/index.ts';
import { sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { paperTools } from '../paper.ts';
import { valuesOf } from '../read-action.ts';
import { receiptSheet } from '../receipt-sheet.ts';
import { agencyName } from '../request-words.ts';
import { pageWords } from '../words.ts';
import { intakeActor } from './access.ts';
import { intakePage } from './intake-form.ts';
import type { IntakeChannel, IntakeForm } from './intake-form.ts';
import { readArrival } from './read-intake.ts';
import type { Arrival } from './read-intake.ts';
import { counterWords } from './words.ts';

const INVALID = 422;

/** One intake: who takes in what, and by which way it came. */
export interface Taking {
  readonly desk: Desk;
  readonly service: Service;
  readonly channel: IntakeChannel;
}

export function showIntake(
  { desk, service, channel }: Taking,
  more: Partial<IntakeForm> & { readonly status?: number } = {},
): FastifyReply {
  const { context, request, session } = desk;
  const { status = 200, ...given } = more;
  return sendDesk(desk, {
    title: counterWords[request.lang].intakeTitle(service.title[request.lang]),
    at: '/meja/loket',
    crumbs: [{ label: counterWords[request.lang].title, href: '/meja/loket' }],
    status,
    main: intakePage({
      lang: request.lang,
      csrf: request.csrfToken(),
      service,
      channel,
      government: session.government,
      agencies: context.catalogue.organisation(session.government).agencies,
      idempotencyKey: randomToken(128),
      posted: {},
      faults: [],
      filesLost: false,
      ...given,
    }),
  });
}

interface Received {
  readonly submission: Submission;
  readonly posted: PostedForm;
  readonly files: readonly UploadedFile[];
}

/** Takes the posted form in; each file is sealed and durable before the next part is read. */
async function receive({ desk }: Taking): Promise<Received> {
  const { context, request, session } = desk;
  const submission = beginSubmission(context);
  const files: UploadedFile[] = [];
  const posted = await readMultipart(request, {
    onFile: async ({ field, fileName, content }) => {
      const id = randomUUIDv7();
      const place = { government: session.government, id, dataKey: submission.dataKey };
      const stored = await context.files.put({ ...place, source: content });
      files.push({ id, requirement: field.replace(/^berkas\./, ''), name: fileName, ...stored });
    },
  });
  return { submission, posted, files };
}

/** Submits what was posted; a form with faults comes back with everything typed. */
export async function takeIn(taking: Taking): Promise<FastifyReply> {
  const { desk, service, channel } = taking;
  const { context, session } = desk;
  const received = await receive(taking);
  const { timeZone } = context.catalogue.calendar(session.government).file;
  const arrival = readArrival(received.posted, service, channel, timeZone);
  const refused = (faults: readonly FieldFault[]): FastifyReply =>
    showIntake(taking, {
      posted: received.posted,
      idempotencyKey: keyOf(received),
      faults,
      filesLost: received.files.length > 0,
      status: INVALID,
    });
  if (arrival.faults.length > 0) return refused(arrival.faults);
  try {
    return await showReceipt(taking, received, arrival, await submit(taking, received, arrival));
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== 'invalid') throw error;
    return refused(formFaults(error));
  }
}

const keyOf = ({ posted }: Received): string =>
  valuesOf(posted, 'kunci')[0]?.slice(0, 100) || randomToken(128);

async function submit(
  { desk, service, channel }: Taking,
  { submission, posted, files }: Received,
  arrival: Arrival,
): Promise<Submitted> {
  const { context, session } = desk;
  const chart = chartFor(context.catalogue, session.government);
  const by = intakeActor(session.standing, chart, service);
  if (!by) throw notAtCounter();
  const { paper, letter, faults: _, ...came } = arrival;
  return submitRequest(context, {
    submission,
    government: session.government,
    service: service.id,
    answers: rawAnswers(formQuestions(service), posted, 'isian.'),
    mode: 'form',
    files,
    channel,
    idempotencyKey: keyOf({ submission, posted, files }),
    intake: { by, paper, letter },
    ...came,
  });
}

/** The counter is not open to this official, or not for this service. */
export const notAtCounter = (): Fault =>
  new Fault('forbidden', 'counter-not-yours', {
    id: counterWords.id.forbidden,
    en: counterWords.en.forbidden,
  });

/** Which field of the form each kind of fault is about. */
function formFaults(fault: Fault): readonly FieldFault[] {
  const start = fault.code.startsWith('requirement') ? 'berkas.' : 'isian.';
  if (fault.fields.length > 0)
    return fault.fields.map(({ path, words }) => ({ path: `${start}${path}`, words }));
  const fields: Readonly<Record<string, string>> = {
    'received-in-future': 'terima',
    'late-reason-missing': 'alasan',
  };
  return [{ path: fields[fault.code] ?? 'berkas', words: fault.words }];
}

/** The receipt, with the tracking key that is shown only here. */
async function showReceipt(
  { desk, service }: Taking,
  { posted, files }: Received,
  arrival: Arrival,
  submitted: Submitted,
): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { lang } = request;
  const { government } = session;
  const [found] = await lookUp(context, session.standing, government, {
    kind: 'number',
    value: submitted.number,
  });
  if (!found) throw new Error(`${submitted.number} was taken in and is not there`);
  const { catalogue } = context;
  const organisation = catalogue.organisation(government);
  const answers = answersOf(desk, service, posted);
  const words = counterWords[lang];
  return sendDesk(desk, {
    title: words.done,
    at: '/meja/loket',
    main: [
      notice({
        lang,
        kind: 'success',
        title: words.done,
        children: html`<p>${words.doneText}</p>`,
        announced: true,
      }),
      paperTools(lang, { href: '/meja/loket', label: words.back }),
      receiptSheet({
        lang,
        government: catalogue.government(government),
        organisation,
        timeZone: catalogue.calendar(government).file.timeZone,
        standing: session.standing,
        now: context.clock.now(),
        number: submitted.number,
        service: service.title[lang],
        applicant: whoAsked(desk, service, answers),
        state: found.state,
        letter: arrival.letter,
        standard: service,
        requirements: requirementsFor(service, answers).filter(({ bring }) => bring !== 'none'),
        files,
        paper: arrival.paper,
        trackingKey: submitted.trackingKey,
        trackAt: `${context.publicUrl}/${government}/permohonan`,
      }),
    ],
  });
}

/** The answers once more, as they were accepted. */
function answersOf({ context, session }: Desk, service: Service, posted: PostedForm): Answers {
  const questions = formQuestions(service);
  const read = readAnswers(questions, rawAnswers(questions, posted, 'isian.'), {
    today: todayIn(context.catalogue, session.government, context.clock.now()),
    agencies: context.catalogue.organisation(session.government).agencies,
    mode: 'form',
  });
  return read.ok ? read.value : {};
}

function whoAsked({ context, session, request }: Desk, service: Service, answers: Answers): string {
  if (keepsIdentityApart(service)) return pageWords[request.lang].queue.protected;
  const { name, agency } = applicantOf(service, answers);
  const organisation = context.catalogue.organisation(session.government);
  return [name, agency === null ? null : agencyName(organisation, agency)]
    .filter((part) => part !== null)
    .join(', ');
}
