/** Reading one request for an official, by the access rules. */
import type { Tx } from '../platform/index.ts';
import type { Standing } from '../people/index.ts';
import { formQuestions, keepsIdentityApart } from '../standard/index.ts';
import type { Answers, Delivery, Question, Service } from '../standard/index.ts';
import { requestNotFound } from './act.ts';
import { chartFor } from './deps.ts';
import { readContact } from './contact-row.ts';
import type { RequestDeps } from './deps.ts';
import {
  answersForOverseer,
  productForOverseer,
  recordForOverseer,
  seesIdentityFiles,
  standpointOf,
} from './model/access.ts';
import type { Standpoint } from './model/access.ts';
import { mayReadFile } from './files.ts';
import { dueByClass, dueIfExtended } from './model/deadline.ts';
import type { ClassDue } from './model/deadline.ts';
import type { Entry } from './model/entries.ts';
import { isGone } from './model/delivery-rules.ts';
import { nextNoticeAt, noticesInOrder, stepDue } from './model/notices.ts';
import { offersTo } from './model/offers.ts';
import { stepFor } from './model/procedure.ts';
import type { Offer } from './model/offers.ts';
import { isEnded } from './model/state.ts';
import type { RequestState } from './model/state.ts';
import { isPast, openClasses } from './model/time-rules.ts';
import { readNotices } from './notices.ts';
import type { SentNotice } from './notices.ts';
import { readRenewals, renewableSecrets } from './first-secrets.ts';
import type { DeliveryProgress, SecretRenewal } from './products.ts';
import { refusalOf } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { getRequestRow } from './request-row.ts';
import { submissionOf } from './submission.ts';
import type { SubmissionFacts } from './submission.ts';
import type { TimelineItem } from './timeline.ts';
import { loadView } from './view.ts';
import type { RequestView } from './view.ts';

export interface DeskView extends RequestView {
  readonly standpoint: Standpoint;
  readonly answers: Answers;
  readonly applicant: {
    readonly kind: string;
    readonly name: string | null;
    readonly agency: string | null;
    readonly subject: string | null;
  };
  /** True when the reporter's identity lies apart and may be asked for with a reason. */
  readonly identityApart: boolean;
  readonly offers: readonly Offer[];
  /** When the step at which it waits is due, where the standard gives it a time of its own. */
  readonly stepDue: Temporal.Instant | null;
  /** Reminders that went out, the newest first, and when the next one does. */
  readonly notices: readonly SentNotice[];
  readonly nextNotice: Temporal.Instant | null;
  /** The deadline that the one lawful extension would lead to; null where none may be given. */
  readonly dueIfExtended: string | null;
  /** The classes of the standard with the deadline each would lead to; none where it classifies nothing. */
  readonly classes: readonly ClassDue[];
  /** Ids of the classes that may be chosen in place of the present one now. */
  readonly openClasses: readonly string[];
  /** Figures and findings by the journal position of their step, or of the order at it. */
  readonly recorded: Readonly<Record<number, Answers>>;
  readonly officials: Readonly<Record<string, string>>;
  /** The language in which the applicant wants to be written to. */
  readonly newsLang: 'id' | 'en';
  readonly submission: SubmissionFacts;
  readonly refusal: Refusal | null;
  /** Deliveries of the current step that the program can make for this government; none where it delivers by hand. */
  readonly deliverable: readonly Delivery[];
  /** New first passwords that were asked for and are not set yet. */
  readonly secretRenewals: readonly SecretRenewal[];
  /** Deliveries whose first password was opened: the office makes another one for a reason. */
  readonly openedSecrets: readonly string[];
  /** How far each delivery is that was ordered. */
  readonly progress: readonly DeliveryProgress[];
}

/** A request as an official sees it. Whoever has no part in it gets `request-not-found`. */
export async function readForDesk(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  number: string,
): Promise<DeskView> {
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => {
    const row = await getRequestRow(tx, government, number);
    const { state } = row;
    const { value: service } = deps.catalogue.service(government, state.service, state.serviceVersion);
    const standpoint = standpointOf(actor, service, state);
    if (standpoint === null) throw requestNotFound();
    const { view, entries, values, vault } = await loadView(tx, deps, government, row, 'official');
    const { calendar } = deps.catalogue.calendar(government, state.calendarVersion);
    const identity = seesIdentityFiles(actor, service, state);
    const now = deps.clock.now();
    const open = openClasses(service, state, calendar, now.toString());
    const orderable = await deliverable(tx, deps, service, state);
    const renewable = await renewableSecrets(tx, deps, row);
    const answers = shownTo(standpoint, formQuestions(service), answersIn(entries, values));
    return {
      ...view,
      products: standpoint === 'overseer' ? view.products.map(productForOverseer) : view.products,
      files: view.files.filter((file) => (identity || !file.personal) && mayReadFile(standpoint, file)),
      standpoint,
      answers,
      applicant: await readApplicant(tx, government, row.id),
      identityApart: keepsIdentityApart(service) && identity,
      stepDue: stepDue(service, state, calendar),
      notices: await readNotices(tx, government, row.id),
      nextNotice: nextNoticeAt(noticesInOrder(service, state, calendar), now),
      dueIfExtended: dueIfExtended(service, state, calendar),
      classes: isEnded(state.status) ? [] : dueByClass(service, state, calendar),
      openClasses: open,
      offers: withSecrets(
        withDeliver(
          inTime(offersTo(actor, service, state, chartFor(deps.catalogue, government).superiorOf), {
            late: isPast(state, now.toString()),
            classes: open,
          }),
          orderable,
        ),
        [...renewable.expired, ...renewable.opened],
      ),
      secretRenewals: await readRenewals(tx, deps, row),
      openedSecrets: renewable.opened,
      recorded: recordedOf(view.timeline, values, (fields) =>
        standpoint === 'overseer' ? recordForOverseer(service, fields) : fields,
      ),
      officials: await namesOf(tx, government, view.timeline),
      newsLang: (vault && (await readContact(tx, vault))?.lang) ?? 'id',
      submission: submissionOf(entries, values, service, answers),
      refusal: refusalOf(entries, service, values),
      deliverable: orderable,
      progress: state.deliveries ? await deps.products.progress(tx, government, row.id) : [],
    };
  });
}

/** A promise that is broken is not extended any more, and not mended by a class that promises more. */
const inTime = (
  offers: readonly Offer[],
  { late, classes }: { readonly late: boolean; readonly classes: readonly string[] },
): readonly Offer[] =>
  offers.filter(
    ({ action }) => !(action === 'extend' && late) && !(action === 'reclassify' && classes.length === 0),
  );

/** A first password is made anew where one ran out unopened, or was opened; not while it can still be opened. */
const withSecrets = (offers: readonly Offer[], renewable: readonly string[]): readonly Offer[] =>
  offers.flatMap((offer) => {
    if (offer.action !== 'renew-secret') return offer;
    const deliveries = (offer.deliveries ?? []).filter((one) => renewable.includes(one));
    return deliveries.length === 0 ? [] : { ...offer, deliveries };
  });

/** Whoever may make the step by hand may have it made by the program, where it can. */
const withDeliver = (offers: readonly Offer[], orderable: readonly Delivery[]): readonly Offer[] =>
  offers.flatMap((offer) =>
    offer.action === 'fulfil' && orderable.length > 0
      ? [
          {
            ...offer,
            action: 'deliver',
            kind: 'other',
            label: undefined,
            deliveries: orderable.map(({ id }) => id),
          },
          offer,
        ]
      : offer,
  );

async function deliverable(
  tx: Tx,
  deps: RequestDeps,
  service: Service,
  state: RequestState,
): Promise<readonly Delivery[]> {
  const step = state.step === null ? null : stepFor(service, state, state.step);
  if (step?.kind !== 'fulfil' || step.deliveries.length === 0) return [];
  const had = (state.deliveries ?? []).filter((one) => !isGone(one)).map(({ name }) => name);
  const open = step.deliveries.filter(({ id }) => !had.includes(id));
  const kinds = await deps.products.connected(
    tx,
    state.government,
    open.map(({ kind }) => kind),
  );
  return open.filter(({ kind }) => kinds.includes(kind));
}

const shownTo = (standpoint: Standpoint, questions: readonly Question[], answers: Answers): Answers =>
  standpoint === 'overseer' ? answersForOverseer(questions, answers) : answers;

/** The answers of the form, as far as they go with the case. */
export function answersIn(entries: readonly Entry[], values: ReadonlyMap<string, string>): Answers {
  const first = entries.find((entry) => entry.kind === 'submitted');
  const text = first && values.get(first.data.answers.value);
  return text ? (JSON.parse(text) as Answers) : {};
}

function recordedOf(
  timeline: readonly TimelineItem[],
  values: ReadonlyMap<string, string>,
  shown: (fields: Answers) => Answers,
): Record<number, Answers> {
  const found: Record<number, Answers> = {};
  for (const { position, fields } of timeline) {
    const text = fields ? values.get(fields.value) : undefined;
    if (text) found[position] = shown(JSON.parse(text) as Answers);
  }
  return found;
}

/** Who asks, as officials may search for them; nobody once it was erased. */
export async function readApplicant(
  tx: Tx,
  government: string,
  request: string,
): Promise<DeskView['applicant']> {
  const row = await tx
    .selectFrom('applicant')
    .select(['kind', 'name', 'agency', 'subject'])
    .where('government', '=', government)
    .where('request', '=', request)
    .executeTakeFirst();
  return row ?? { kind: 'citizen', name: null, agency: null, subject: null };
}

async function namesOf(
  tx: Tx,
  government: string,
  timeline: readonly TimelineItem[],
): Promise<Readonly<Record<string, string>>> {
  const ids = [...new Set(timeline.flatMap((item) => item.official ?? []))];
  if (ids.length === 0) return {};
  const rows = await tx
    .selectFrom('official')
    .select(['id', 'name'])
    .where('government', '=', government)
    .where('id', 'in', ids)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}
