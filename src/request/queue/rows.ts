/** SQL of queue rows: which of them belong in a part, narrowed by filters. Cost depends on what is shown. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Cursor, QueueFilter, QueueName } from './query.ts';
import { positionsFor, servicesOverseen } from './viewer.ts';
import type { Viewer } from './viewer.ts';

type Sql = RawBuilder<unknown>;

/** A part of the queue with its filters, as one viewer sees it at one moment. */
export interface Part {
  readonly viewer: Viewer;
  readonly queue: QueueName;
  readonly filter: QueueFilter;
  readonly now: Temporal.Instant;
}

const parts: Readonly<Record<QueueName, Sql>> = {
  mine: sql`v.open and v.acts`,
  below: sql`v.open`,
  returned: sql`v.open and v.returned`,
  done: sql`not v.open`,
};

/** Each filter that is set, as a condition on a queue row `v`. */
export function conditions({ filter, viewer, now }: Part): readonly Sql[] {
  const { service, step, channel, holder, late, position } = filter;
  return [
    ...(service === undefined ? [] : [sql`v.service = ${service}`]),
    ...(step === undefined ? [] : [sql`v.step = ${step}`]),
    ...(channel === undefined ? [] : [sql`v.channel = ${channel}`]),
    ...(late ? [sql`v.due_at < ${now}`] : []),
    ...(holder === undefined ? [] : [heldBy[holder](viewer.official)]),
    ...(position === undefined ? [] : [sql`v.acts and v.position = ${position}`]),
  ];
}

const heldBy: Readonly<Record<'me' | 'nobody' | 'other', (official: string) => Sql>> = {
  me: (official) => sql`v.taken_by = ${official}::uuid`,
  // What waits for its applicant need not be taken up.
  nobody: () => sql`v.taken_by is null and not v.returned`,
  other: (official) => sql`v.taken_by <> ${official}::uuid`,
};

const overseenOnly = (viewer: Viewer): Sql => {
  const services = servicesOverseen(viewer);
  return services === null
    ? sql`true`
    : sql`(v.position <> '*' or v.service = any (${[...services]}::text[]))`;
};

/** Columns of a queue row that pages and counts read. */
const COLUMNS = sql`v.request, v.due_at, v.service, v.step, v.channel, v.taken_by, v.returned`;

/** The first `limit` queue rows of a part behind a cursor, each request once, in the order of the part. */
export function queueRows(part: Part, cursor: Cursor | null, limit: number): Sql {
  const order = orders[part.queue];
  return sql`
    select distinct on (${order.distinct}) * from ${queueScans(part, cursor, limit)}
     order by ${order.all} limit ${sql.lit(limit)}`;
}

/**
 * Of each position a short scan of its own index. `limit` of each is enough for as many of all, because no position can
 * contribute more; a request that concerns several positions comes as often.
 */
export const queueScans = (part: Part, cursor: Cursor | null, limit: number): Sql =>
  scansOf(part, cursor, sql`limit ${sql.lit(limit)}`);

/** A row for each position that alone has as many requests of a part: whether there are any is known after a few of them. */
export const positionsWith = (part: Part, count: number): Sql =>
  sql`select from ${scansOf(part, null, sql`offset ${sql.lit(count - 1)} limit 1`)}`;

/** `stretch`: which of a position's rows in their order. */
function scansOf(part: Part, cursor: Cursor | null, stretch: Sql): Sql {
  const { viewer, queue, filter } = part;
  const positions = positionsFor(viewer, queue, filter.position);
  const where = sql.join([parts[queue], overseenOnly(viewer), ...conditions(part)], sql` and `);
  const order = orders[queue];
  return sql`${listed(positions)}
      cross join lateral (
        select ${COLUMNS} from request_viewer v
         where v.government = ${viewer.government} and v.position = p and ${where}
           and ${cursor === null ? sql`true` : order.behind(cursor)}
         order by ${order.own} ${stretch}) own`;
}

/**
 * Positions as rows `p (p)`. They stand one by one in the statement, and limits as they are, so that the database knows
 * without their values how little it will read: then it keeps one plan and does not plan each page anew.
 */
export const listed = (positions: readonly string[]): Sql =>
  positions.length === 0
    ? sql`(select ''::text where false) p (p)`
    : sql`(values ${sql.join(positions.map((position) => sql`(${position}::text)`))}) p (p)`;

interface Order {
  readonly own: Sql;
  readonly distinct: Sql;
  readonly all: Sql;
  readonly behind: (cursor: Cursor) => Sql;
}

/** The nearest deadline first. */
const byDeadline: Order = {
  own: sql`v.due_at, v.request`,
  distinct: sql`due_at, request`,
  all: sql`due_at, request`,
  behind: ({ due, id }) => sql`(v.due_at, v.request) > (${due}::timestamptz, ${id}::uuid)`,
};

/** Where there is no deadline: in the order in which they came. */
const byArrival: Order = {
  own: sql`v.request`,
  distinct: sql`request`,
  all: sql`request`,
  behind: ({ id }) => sql`v.request > ${id}::uuid`,
};

/** Of what has ended the newest is asked for most. */
const newestFirst: Order = {
  own: sql`v.request desc`,
  distinct: sql`request`,
  all: sql`request desc`,
  behind: ({ id }) => sql`v.request < ${id}::uuid`,
};

const orders: Readonly<Record<QueueName, Order>> = {
  mine: byDeadline,
  below: byDeadline,
  returned: byArrival,
  done: newestFirst,
};
