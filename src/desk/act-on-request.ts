/** An action of an official, from what was posted to the page that follows. */
import type { FastifyReply } from 'fastify';
import { Fault } from '../ground/index.ts';
import type { FieldFault } from '../ground/index.ts';
import { actAsOfficial, StaleFault } from '../request/index.ts';
import type { DeskView } from '../request/index.ts';
import { formFaults, formOf } from './action-names.ts';
import { PLAN } from './deliveries/order-part.ts';
import { CHANGE, findPlan, showPlan } from './deliveries/plan-page.ts';
import type { Desk } from './desk-page.ts';
import { forgetPosted, keepPosted } from './posted-action.ts';
import type { PostedAction } from './posted-action.ts';
import { readAction } from './read-action.ts';
import { getView, showRequest } from './show-request.ts';

const INVALID = 422;
const CONFLICT = 409;
const FORBIDDEN = 403;

/** Carries out what was posted; what is refused comes back with everything typed and every file. */
export async function act(desk: Desk, view: DeskView, posted: PostedAction): Promise<FastifyReply> {
  const { context, session, reply } = desk;
  const { fields, files } = posted;
  const wanted = typeof fields['action'] === 'string' ? fields['action'] : '';
  if (wanted === CHANGE) return showRequest(desk, view, { posted: fields, tried: 'deliver' });
  // Seeing the plan is the first half of ordering: the same input, and nothing is done yet.
  const action = wanted === PLAN ? 'deliver' : wanted;
  const { input, faults } = readAction(view, action, fields, files);
  const version = Number(fields['version']);
  const { number } = view.state;
  // Whoever acts on an old page first learns what changed; what they typed is looked at after that.
  if (faults.length > 0 && version === view.state.version) {
    const kept = await keepPosted(desk, number, posted);
    return showRequest(desk, view, { posted: fields, kept, faults, tried: action, status: INVALID });
  }
  const { government, standing } = session;
  try {
    const plan =
      version === view.state.version ? await findPlan(desk, view, wanted, { fields, input }) : null;
    if (plan) return showPlan(desk, plan);
    await actAsOfficial(context, {
      government,
      number,
      actor: standing,
      action,
      version,
      input,
      mode: 'form',
    });
    await forgetPosted(desk, posted);
    return reply.redirect(`/meja/permohonan/${number}?tercatat`, 303);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return showRefused(desk, { number, action, posted, fault: error });
  }
}

interface Refused {
  readonly number: string;
  readonly action: string;
  readonly posted: PostedAction;
  readonly fault: Fault;
}

const statuses: Readonly<Partial<Record<Fault['kind'], number>>> = {
  invalid: INVALID,
  conflict: CONFLICT,
  forbidden: FORBIDDEN,
  'too-large': 413,
  'unsupported-media': 415,
};

/** The page as it stands now, with what was typed and why it was not carried out. */
async function showRefused(desk: Desk, { number, action, posted, fault }: Refused): Promise<FastifyReply> {
  const status = statuses[fault.kind];
  if (status === undefined || fault.code === 'request-not-found') throw fault;
  const view = await getView(desk, number);
  const kept = await keepPosted(desk, number, posted);
  const typed = { posted: posted.fields, kept, tried: action, status };
  if (fault instanceof StaleFault) return showRequest(desk, view, { ...typed, staleSince: fault.seen });
  const { lang } = desk.request;
  const offered = view.offers.some((offer) => formOf(offer.action) === formOf(action));
  const faults: readonly FieldFault[] = offered
    ? formFaults(fault, action)
    : [{ path: 'langkah', words: fault.words }];
  desk.request.log.debug({ fault: fault.code, lang }, 'action refused');
  return showRequest(desk, view, { ...typed, faults });
}
