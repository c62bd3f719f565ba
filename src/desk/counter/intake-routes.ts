/** Taking a request in at the counter or from a letter, and its printed receipt. */
import type { FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { formFields, randomToken, readMultipart } from '../../platform/index.ts';
import type { Tx } from '../../platform/index.ts';
import {
  chartFor,
  filesTakenIn,
  readTakenIn,
  storeFile,
  submitRequest,
  todayIn,
} from '../../request/index.ts';
import type { FileHolder, Submitted, UploadedFile } from '../../request/index.ts';
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
import { countersAmong, findVisit, recordTakenIn } from '../../visits/index.ts';
import { sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { findKept, isFormId, keepWithFiles, newHolder, releaseKept } from '../held/index.ts';
import type { FormPlace, KeptForm } from '../held/index.ts';
import { paperTools } from '../paper.ts';
import { valuesOf } from '../read-action.ts';
import { receiptSheet } from '../receipt-sheet.ts';
import { deadlineAtIntake } from '../sheet-facts.ts';
import { agencyName } from '../request-words.ts';
import { pageWords } from '../words.ts';
import { intakeActor } from './access.ts';
import { intakePage, intakePlace } from './intake-form.ts';
import type { IntakeChannel, IntakeForm } from './intake-form.ts';
import { readArrival } from './read-intake.ts';
import type { Arrival } from './read-intake.ts';
import { counterWords } from './words.ts';

const INVALID = 422;
const CONFLICT = 409;

/** One intake: who takes in what, and by which way it came. */
export interface Taking {
  readonly desk: Desk;
  readonly service: Service;
  readonly channel: IntakeChannel;
  /** Id of the visit that is being served; empty for none. */
  readonly visit: string;
}

export function showIntake(
  { desk, service, channel, visit }: Taking,
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
      visit,
      kept: null,
      ...given,
    }),
  });
}

interface Received {
  /** The form as it came back before, or a new one; its id and key become the request's. */
  readonly holder: FileHolder;
  readonly kept: KeptForm | null;
  /** Files of the request that this form became: its page was loaded again, and what was kept is the request's now. */
  readonly became: readonly UploadedFile[];
  readonly posted: PostedForm;
  /** Files stored from this try. */
  readonly stored: readonly UploadedFile[];
  /** Files that the store refused, by their field. */
  readonly refused: readonly FieldFault[];
}

/** What is handed in: what came now, and what was kept for the requirements it does not answer. */
function filesOf({ kept, became, stored }: Received): readonly UploadedFile[] {
  const now = new Set(stored.map(({ requirement }) => requirement));
  return [...(kept?.files ?? became).filter(({ requirement }) => !now.has(requirement)), ...stored];
}

const placeOf = ({ desk, service, channel }: Taking): FormPlace => ({
  government: desk.session.government,
  official: desk.session.standing.official,
  place: intakePlace(service, channel),
});

/** Takes the posted form in; each file is sealed and durable before the next part is read. */
async function receive(taking: Taking, simpanan: unknown): Promise<Received> {
  const { context, request, session } = taking.desk;
  const kept = await findKept(context, placeOf(taking), simpanan);
  const holder = kept ?? newHolder(context, session.government);
  const became =
    !kept && typeof simpanan === 'string' && isFormId(simpanan)
      ? await filesTakenIn(context, placeOf(taking), simpanan)
      : [];
  const came = { holder, kept, became };
  if (!request.isMultipart()) return { ...came, posted: formFields(request), stored: [], refused: [] };
  const stored: UploadedFile[] = [];
  const refused: FieldFault[] = [];
  const posted = await readMultipart(request, {
    onFile: async (part) => {
      try {
        stored.push(await storeFile(context.files, holder, part.field.replace(/^berkas\./, ''), part));
      } catch (error) {
        if (!(error instanceof Fault) || error.kind === 'unavailable') throw error;
        refused.push({ path: part.field, words: error.words });
      }
    },
  });
  return { ...came, posted, stored, refused };
}

/** Submits what was posted; a form with faults comes back with everything typed and every file. */
export async function takeIn(taking: Taking, simpanan: unknown): Promise<FastifyReply> {
  const { desk, service, channel } = taking;
  const { context, session } = desk;
  const received = await receive(taking, simpanan);
  const { timeZone } = context.catalogue.calendar(session.government).file;
  const wall = { timeZone, now: context.clock.now() };
  const arrival = readArrival(received.posted, service, channel, wall);
  const faults = [...received.refused, ...arrival.faults];
  if (faults.length > 0) return comeBack(taking, received, faults);
  try {
    return await showReceipt(taking, received, arrival, await submit(taking, received, arrival));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // Nothing typed is lost by it; sent once more it is another request.
    if (error.code === 'idempotency-mismatch')
      return comeBack(taking, received, [], {
        taken: true,
        idempotencyKey: randomToken(128),
        status: CONFLICT,
      });
    if (error.kind !== 'invalid') throw error;
    return comeBack(taking, received, formFaults(error));
  }
}

async function comeBack(
  taking: Taking,
  received: Received,
  faults: readonly FieldFault[],
  more: Parameters<typeof showIntake>[1] = {},
): Promise<FastifyReply> {
  const { holder, posted, stored } = received;
  const form = { ...holder, ...placeOf(taking), fields: posted };
  const kept = stored.length > 0 ? await keepWithFiles(taking.desk.context, form, stored) : received.kept;
  return showIntake(taking, {
    posted,
    kept,
    idempotencyKey: keyOf(received),
    faults,
    status: INVALID,
    ...more,
  });
}

const keyOf = ({ posted }: Pick<Received, 'posted'>): string =>
  valuesOf(posted, 'pengiriman')[0]?.slice(0, 100) || randomToken(128);

async function submit(taking: Taking, received: Received, arrival: Arrival): Promise<Submitted> {
  const { desk, service, channel } = taking;
  const { context, session } = desk;
  const { holder, kept, became, posted } = received;
  const chart = chartFor(context.catalogue, session.government);
  const by = intakeActor(session.standing, chart, service);
  if (!by) throw notAtCounter();
  const { paper, letter, faults: _, ...came } = arrival;
  return submitRequest(context, {
    submission: { request: holder.id, dataKey: holder.dataKey },
    government: session.government,
    service: service.id,
    answers: rawAnswers(formQuestions(service), posted, 'isian.'),
    mode: 'form',
    files: filesOf(received),
    channel,
    idempotencyKey: keyOf(received),
    intake: { by, paper, letter },
    alongside: async (tx) => {
      // Files of one request never become those of another.
      if (became.length > 0) throw takenInAlready();
      if (kept) await releaseKept(tx, kept);
      if (channel === 'counter') await recordVisit(tx, taking, holder.id);
    },
    ...came,
  });
}

/** In the visitor book of the counter at which this official serves; whoever serves at none only takes in. */
async function recordVisit(tx: Tx, { desk, service, visit }: Taking, request: string): Promise<void> {
  const { context, session } = desk;
  const { government, standing } = session;
  const held = standing.held.map(({ position }) => position);
  const places = countersAmong(context.catalogue.organisation(government), held).map(({ position }) => ({
    government,
    counter: position,
    official: standing.official,
  }));
  let at = places[0];
  for (const place of places) if (await findVisit(tx, context, place, visit)) at = place;
  if (at) await recordTakenIn(tx, context, at, { visit: visit || null, request, service: service.id });
}

/** The counter is not open to this official, or not for this service. */
export const notAtCounter = (): Fault =>
  new Fault('forbidden', 'counter-not-yours', {
    id: counterWords.id.forbidden,
    en: counterWords.en.forbidden,
  });

/** The form became a request before; what stands in it now is not what was taken in. */
const takenInAlready = (): Fault =>
  new Fault('conflict', 'idempotency-mismatch', {
    id: counterWords.id.takenAlready,
    en: counterWords.en.takenAlready,
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
  received: Received,
  arrival: Arrival,
  submitted: Submitted,
): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { lang } = request;
  const { government } = session;
  const found = await readTakenIn(context, session.standing, government, submitted.number);
  const { catalogue } = context;
  const organisation = catalogue.organisation(government);
  const answers = answersOf(desk, service, received.posted);
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
      paperTools(lang, { href: '/meja/loket', label: words.back }, { focused: true }),
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
        deadline: deadlineAtIntake(service, found.state, catalogue.calendar(government)),
        requirements: requirementsFor(service, answers).filter(({ bring }) => bring !== 'none'),
        files: filesOf(received),
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
