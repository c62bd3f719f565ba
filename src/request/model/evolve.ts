import type { DeadlineSet, Entry, EntryData, EntryKind } from './entries.ts';
import { CLOSED } from '../../standard/model.ts';
import { deliveryChanges } from './delivery-changes.ts';
import { letterChanges } from './letter-changes.ts';
import type { RequestState, Status } from './state.ts';

type Change<K extends EntryKind> = (
  state: RequestState,
  entry: Entry & { readonly kind: K; readonly data: EntryData[K] },
  context: { readonly firstStep: string },
) => Partial<RequestState>;

const end = (status: Status, at: string): Partial<RequestState> => ({
  status,
  step: null,
  due: null,
  left: null,
  proposedReturn: null,
  takenBy: null,
  endedAt: at,
});

/** Closes the pause that is still open, if any. */
function closePause(pauses: RequestState['pauses'], at: string): RequestState['pauses'] {
  return pauses.map((pause) => (pause.to === null ? { from: pause.from, to: at } : pause));
}

/** A calendar put right may find that a promise was not broken: the day it seemed to end on was no working day. */
const isBackInTime = ({ cause, due }: DeadlineSet, at: string): boolean =>
  cause === 'calendar' && (due === null || Temporal.Instant.compare(due, at) > 0);

/** What each kind of entry changes. An entry that changes nothing of the state answers {}. */
const changes: { readonly [K in EntryKind]: Change<K> } = {
  submitted: () => ({}), // the first entry makes the state; see `begin`
  'agenda-numbered': (_, { data }) => ({ agenda: { ...data } }),
  'step-made': (state, { data, at }) => ({
    step: data.to === CLOSED ? state.step : data.to,
    stepSince: at,
    stepBegan: at,
    takenBy: null,
    class: data.class ?? state.class ?? null,
    completeAt: state.completeAt ?? (data.action === 'complete' ? at : null),
    addressees: data.addressees ? { ...state.addressees, [data.step]: data.addressees } : state.addressees,
    delivered: state.delivered || (data.evidence ?? []).length > 0,
  }),
  returned: (state, { data, at }) => ({
    status: 'returned',
    missing: data.missing,
    returns: state.returns + 1,
    proposedReturn: null,
    pauses: [...state.pauses, { from: at, to: null }],
  }),
  'return-proposed': (_, { data, actor }) => ({
    proposedReturn: {
      step: data.step,
      missing: data.missing,
      message: data.message,
      position: actor.kind === 'official' ? actor.position : '',
    },
  }),
  'return-denied': () => ({ proposedReturn: null }),
  resubmitted: (state, { at }) => ({
    status: 'in-progress',
    missing: [],
    stepSince: at,
    pauses: closePause(state.pauses, at),
  }),
  refused: (_, { at }) => end('refused', at),
  closed: (_, { at }) => end('closed', at),
  withdrawn: (_, { at }) => end('withdrawn', at),
  cancelled: (_, { at }) => end('cancelled', at),
  commented: () => ({}),
  contacted: () => ({}),
  'taken-over': (_, { actor }) => ({ takenBy: actor.kind === 'official' ? actor.official : null }),
  extended: (state, { data }) => ({
    extensions: [...state.extensions, { basis: data.basis, days: data.days }],
  }),
  reclassified: (_, { data }) => ({ class: data.class }),
  'deadline-set': (state, { data, at }) => ({
    due: data.due,
    left: data.left,
    provisional: data.provisional,
    calendarVersion: data.calendarVersion,
    overdue: state.overdue && !isBackInTime(data, at),
  }),
  overdue: () => ({ overdue: true }),
  'duty-opened': (state, { data }) => ({
    openDuties: [...state.openDuties, data.duty],
    dutyPosts: { ...state.dutyPosts, [data.duty]: data.position },
  }),
  'duty-done': (state, { data }) => ({ openDuties: state.openDuties.filter((duty) => duty !== data.duty) }),
  'secret-opened': () => ({}),
  'secret-asked': () => ({}),
  ...deliveryChanges,
  ...letterChanges,
  erased: () => ({ erased: true }),
};

function begin(entry: Entry & { readonly kind: 'submitted' }, firstStep: string): RequestState {
  const { data, at } = entry;
  return {
    version: 1,
    lastAt: at,
    government: data.government,
    number: data.number,
    service: data.service,
    serviceVersion: data.serviceVersion,
    calendarVersion: data.calendarVersion,
    channel: data.channel,
    applicantKind: data.applicantKind,
    ...(data.identityShown ? { identityShown: true } : {}),
    demanded: data.demanded,
    ...(data.unwanted ? { unwanted: data.unwanted } : {}),
    status: 'in-progress',
    step: firstStep,
    stepSince: at,
    stepBegan: at,
    addressees: {},
    receivedAt: data.receivedAt,
    recordedAt: at,
    completeAt: null,
    class: null,
    pauses: [],
    extensions: [],
    due: null,
    left: null,
    provisional: false,
    returns: 0,
    missing: [],
    proposedReturn: null,
    takenBy: null,
    agenda: null,
    delivered: false,
    overdue: false,
    openDuties: [],
    dutyPosts: {},
    endedAt: null,
    erased: false,
    attacks: data.attacks ?? null,
  };
}

/**
 * The next state after one entry. `firstStep` is the first step of the standard's version the request is pinned to.
 * A first entry that is not `submitted`, or a second `submitted`, is a broken journal and throws.
 */
export function evolve(state: RequestState | null, entry: Entry, firstStep: string): RequestState {
  if (state === null) {
    if (entry.kind !== 'submitted') throw new Error(`a journal starts with "submitted", not "${entry.kind}"`);
    return begin(entry, firstStep);
  }
  if (entry.kind === 'submitted') throw new Error('"submitted" stands only at the start of a journal');
  // The table above is checked kind by kind; TypeScript cannot carry that correlation through an index.
  const change = changes[entry.kind] as Change<EntryKind>;
  const changed = change(state, entry, { firstStep });
  return { ...state, ...changed, version: state.version + 1, lastAt: entry.at };
}

/** The state a whole journal gives. */
export function fold(entries: readonly Entry[], firstStep: string): RequestState | null {
  return entries.reduce<RequestState | null>((state, entry) => evolve(state, entry, firstStep), null);
}
