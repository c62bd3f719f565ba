/** Requests as the API tells them, to their applicants and to officials. */
import { getStep } from '../../request/index.ts';
import { classifyStep } from '../../standard/index.ts';
import type { DeskView, OrderExample, QueueRow, RequestView, TrackingView } from '../../request/index.ts';
import { describeDerivation } from '../../working-time/index.ts';
import type { Lang } from '../../working-time/index.ts';
import type { z } from 'zod';
import type { WebContext } from '../../web/index.ts';
import { actionsOf } from '../action-schema.ts';
import type { DeskItem, DeskRequest } from '../schemas/desk.ts';
import type { DeskTimelineItem, requestFacts, TimelineItem, TrackedRequest } from '../schemas/requests.ts';

type Facts = { [K in keyof typeof requestFacts]: z.infer<(typeof requestFacts)[K]> };

function presentFacts(view: RequestView, lang: Lang): Facts {
  const { state, service, waiting } = view;
  const [first] = waiting;
  return {
    number: state.number,
    government: state.government,
    service: { id: state.service, title: service.value.title, version: state.serviceVersion },
    state: state.status,
    waitingFor: first ? { ...first, positions: waiting.map(({ position }) => position) } : null,
    class: classOf(view),
    receivedAt: inZone(state.receivedAt, view.timeZone),
    dueAt: state.due,
    derivation: describeDerivation(view.derivation, lang),
    timeLeft: view.timeLeft,
    version: state.version,
    erased: view.erased,
    files: view.files.map(({ id, requirement, name, type, size, givenBy }) => ({
      id,
      requirement,
      name,
      type,
      size,
      givenBy,
    })),
  };
}

function classOf({ service, state }: RequestView): Facts['class'] {
  const chosen = classifyStep(service.value.steps)?.classes.find(({ id }) => id === state.class);
  return chosen ? { id: chosen.id, label: chosen.label } : null;
}

/** An instant with the office's own offset, as deadlines are told. */
const inZone = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });

type ViewItem = RequestView['timeline'][number];

const presentItem = (item: ViewItem, zone: string): TimelineItem => ({
  at: inZone(item.at, zone),
  kind: item.kind,
  title: item.title,
  who: item.who,
  step: item.step,
  action: item.action,
  text: item.text,
  explained: item.explained,
  missing: [...item.missing],
  files: [...item.files],
  secrets: [...item.secrets],
});

export function presentTracked(view: TrackingView, lang: Lang): z.infer<typeof TrackedRequest> {
  return {
    ...presentFacts(view, lang),
    secrets: [...view.openSecrets],
    demand: view.demand && { missing: [...view.demand.missing], message: view.demand.message },
    refusal: view.refusal,
    remedies: view.service.value.remedies,
    timeline: view.timeline.map((item) => presentItem(item, view.timeZone)),
  };
}

function presentDeskItem(item: ViewItem, view: DeskView): DeskTimelineItem {
  return {
    ...presentItem(item, view.timeZone),
    position: item.position,
    official: item.official === null ? null : (view.officials[item.official] ?? null),
    acting: item.acting,
    addressees: [...item.addressees],
    recorded: view.recorded[item.position] ?? null,
  };
}

/** `order`: what may be ordered from the program now, where anything may be. */
export function presentForDesk(
  context: WebContext,
  view: DeskView,
  order: OrderExample | null,
  lang: Lang,
): z.infer<typeof DeskRequest> {
  const { state, service } = view;
  const step = state.step === null ? null : getStep(service.value, state.step);
  if (view.standpoint === null) throw new Error('a view is only made for somebody with a standpoint');
  return {
    ...presentFacts(view, lang),
    standpoint: view.standpoint,
    step: step && { id: step.id, kind: step.kind, title: step.title },
    stepDueAt: view.stepDue && inZone(view.stepDue.toString(), view.timeZone),
    dueAtIfExtended: view.dueIfExtended,
    classes: view.classes.map((one) => ({ id: one.class.id, label: one.class.label, dueAt: one.due })),
    applicant: view.applicant,
    identityApart: view.identityApart,
    answers: { ...view.answers },
    actions: actionsOf(context, view, order),
    timeline: view.timeline.map((item) => presentDeskItem(item, view)),
  };
}

/** A row of a queue. */
export function presentRow(
  { catalogue }: WebContext,
  government: string,
  row: QueueRow,
): z.infer<typeof DeskItem> {
  const { value: service } = catalogue.service(government, row.service, row.serviceVersion);
  const step = row.step === null ? null : getStep(service, row.step);
  const { timeZone } = catalogue.calendar(government).file;
  return {
    number: row.number,
    service: { id: row.service, title: service.title, version: row.serviceVersion },
    state: row.status,
    step: step && { id: step.id, title: step.title },
    receivedAt: inZone(row.receivedAt.toString(), timeZone),
    dueAt: row.due && inZone(row.due.toString(), timeZone),
    overdue: row.overdue,
    applicant: { name: row.name, agency: row.agency, subject: row.subject },
    takenBy: row.takenBy,
    version: row.version,
  };
}
