/** Queues and search as they are meant, over a list in memory: slow, and simple enough to be believed. For tests. */
import type { QueueFilter, QueueName } from './query.ts';
import type { Viewer } from './viewer.ts';

/** A request as far as lists know it; `positions` are those it concerns, `acts` those at which it waits. */
export interface Listed {
  readonly id: string;
  readonly service: string;
  readonly step: string;
  readonly channel: 'portal' | 'counter';
  readonly status: 'in-progress' | 'returned' | 'closed';
  /** Milliseconds; null while no clock runs. */
  readonly due: number | null;
  readonly takenBy: string | null;
  readonly positions: readonly string[];
  readonly acts: readonly string[];
  readonly words: readonly string[];
}

export interface Asked {
  readonly viewer: Viewer;
  readonly queue: QueueName;
  readonly filter: QueueFilter;
  readonly now: number;
}

type Holds = (request: Listed) => boolean;

const isOpen: Holds = ({ status }) => status !== 'closed';

const oversees = ({ overseen }: Viewer, service: string): boolean =>
  overseen === 'all' || overseen.includes(service);

/** Whether the viewer has a part in it, or oversees it. */
const maySee =
  (viewer: Viewer): Holds =>
  ({ positions, service }) =>
    oversees(viewer, service) || positions.some((position) => viewer.all.includes(position));

const belongs: Readonly<Record<QueueName, (viewer: Viewer) => Holds>> = {
  mine:
    ({ held }) =>
    (request) =>
      isOpen(request) && request.acts.some((position) => held.includes(position)),
  below: (viewer) => (request) => isOpen(request) && maySee(viewer)(request),
  returned: (viewer) => (request) => request.status === 'returned' && maySee(viewer)(request),
  done: (viewer) => (request) => !isOpen(request) && maySee(viewer)(request),
};

/** Whether a request is narrowed in by each filter; one that is not set narrows nothing. */
function fits(request: Listed, { viewer, filter, now }: Asked): boolean {
  const holders = {
    me: request.takenBy === viewer.official,
    nobody: request.takenBy === null && request.status !== 'returned',
    other: request.takenBy !== null && request.takenBy !== viewer.official,
  };
  const { service, step, channel, holder, late, position } = filter;
  const each = [
    service === undefined || request.service === service,
    step === undefined || request.step === step,
    channel === undefined || request.channel === channel,
    holder === undefined || holders[holder],
    late === undefined || dueOf(request) < now,
    position === undefined || waitsAt(request, position, viewer),
  ];
  return each.every(Boolean);
}

const waitsAt = ({ acts }: Listed, position: string, { all, overseen }: Viewer): boolean =>
  acts.includes(position) && (overseen === 'all' || all.includes(position));

const byId = (one: Listed, other: Listed): number => (one.id < other.id ? -1 : 1);
const dueOf = ({ due }: Listed): number => due ?? Number.POSITIVE_INFINITY;

/** Without a deadline last; equal ones in the order in which they came. */
const byDue = (one: Listed, other: Listed): number =>
  dueOf(one) === dueOf(other) ? byId(one, other) : dueOf(one) - dueOf(other);

const orders: Readonly<Record<QueueName, typeof byDue>> = {
  mine: byDue,
  below: byDue,
  returned: byId,
  done: (one, other) => byId(other, one),
};

/** A whole part of the queue, narrowed, in its order. */
export function slowQueue(world: readonly Listed[], asked: Asked): readonly Listed[] {
  const { viewer, queue, filter } = asked;
  // With a post, the part is what waits there, whether or not it is one's own.
  const whole = belongs[queue === 'mine' && filter.position !== undefined ? 'below' : queue](viewer);
  return world.filter((request) => whole(request) && fits(request, asked)).toSorted(orders[queue]);
}

type Is = (word: string, wanted: string) => boolean;

const same: Is = (word, wanted) => word === wanted;
const begins: Is = (word, wanted) => word.startsWith(wanted);

/** What is shorter begins too many words to follow those that are just so. */
const LEAST_BEGINNING = 3;

/**
 * Everything with all of these words, then with the last as a beginning; where there is none, with words that begin so.
 * Each open ones first, nearest deadline first.
 */
export function slowSearch(
  world: readonly Listed[],
  viewer: Viewer,
  scope: 'all' | 'open' | 'ended',
  asked: readonly string[],
): readonly Listed[] {
  const seen = world.filter(
    (request) => maySee(viewer)(request) && (scope === 'all' || isOpen(request) === (scope === 'open')),
  );
  const having = (is: (wanted: string) => Is): readonly Listed[] =>
    seen
      .filter(({ words }) => asked.every((wanted) => words.some((word) => is(wanted)(word, wanted))))
      .toSorted(byOpenAndDue);
  const whole = having(() => same);
  const last = asked.at(-1) ?? '';
  const unfinished = last.length >= LEAST_BEGINNING;
  const follow = unfinished ? having((wanted) => (wanted === last ? begins : same)) : [];
  const found = [...new Set([...whole, ...follow])];
  return found.length > 0 ? found : having(() => begins);
}

const byOpenAndDue = (one: Listed, other: Listed): number =>
  Number(isOpen(other)) - Number(isOpen(one)) ||
  (dueOf(one) === dueOf(other) ? byId(other, one) : dueOf(one) - dueOf(other));
