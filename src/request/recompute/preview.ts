/** What a calendar would do to running requests, before it is published. Writes nothing. */
import { sql } from 'kysely';
import { Fault } from '../../ground/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { WorkingCalendar } from '../../working-time/index.ts';
import type { RequestDeps } from '../deps.ts';
import { hasMoved } from '../model/calendar-move.ts';
import { deadlineSet } from '../model/deadline.ts';
import type { RequestState } from '../model/state.ts';

/** A running request that would get another deadline. */
export interface PreviewedMove {
  readonly number: string;
  readonly service: string;
  readonly was: string | null;
  readonly is: string | null;
  /** Not overdue now, and it would be at once. */
  readonly becomesOverdue: boolean;
}

/** What happens to the requests of one service. */
export interface PreviewedService {
  readonly service: string;
  readonly running: number;
  readonly later: number;
  readonly earlier: number;
  readonly becomeOverdue: number;
}

export interface CalendarPreview {
  readonly running: number;
  readonly moved: number;
  readonly becomeOverdue: number;
  /** Services with running requests, in order of their ids. */
  readonly services: readonly PreviewedService[];
  /** Those that would become overdue, then the nearest of the others; at most `MOST_NAMED`. */
  readonly moves: readonly PreviewedMove[];
}

const MOST_NAMED = 50;
/** Read at a time; other requests of the portal are answered in between. */
const CHUNK = 1000;

interface RunningRow {
  readonly id: string;
  readonly state: RequestState;
}

async function* running(tx: Tx, government: string): AsyncGenerator<RunningRow> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<RunningRow>`
      select id, state from request
       where government = ${government} and closed_at is null and id > ${after}::uuid
       order by id limit ${CHUNK}`.execute(tx);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) return;
    after = last.id;
  }
}

/** Computes every running request of a government with another calendar. Fault: `calendar-unusable`. */
export async function previewCalendar(
  tx: Tx,
  { catalogue, clock }: Pick<RequestDeps, 'catalogue' | 'clock'>,
  government: string,
  compiled: WorkingCalendar,
): Promise<CalendarPreview> {
  const now = clock.now();
  const services = new Map<string, { -readonly [K in keyof PreviewedService]: PreviewedService[K] }>();
  const moves: PreviewedMove[] = [];
  for await (const { state } of running(tx, government)) {
    const { service: id } = state;
    const own = services.get(id) ?? { service: id, running: 0, later: 0, earlier: 0, becomeOverdue: 0 };
    services.set(id, own);
    own.running += 1;
    const { value: service } = catalogue.service(government, id, state.serviceVersion);
    const due = dueWith(service, state, compiled);
    if (!hasMoved({ due, was: state })) continue;
    const late = isLater(due, state.due);
    const becomesOverdue = !state.overdue && due !== null && Temporal.Instant.compare(due, now) < 0;
    own[late ? 'later' : 'earlier'] += 1;
    if (becomesOverdue) own.becomeOverdue += 1;
    moves.push({ number: state.number, service: id, was: state.due, is: due, becomesOverdue });
  }
  const all = [...services.values()].toSorted((one, other) => one.service.localeCompare(other.service));
  return {
    running: all.reduce((sum, one) => sum + one.running, 0),
    moved: moves.length,
    becomeOverdue: all.reduce((sum, one) => sum + one.becomeOverdue, 0),
    services: all,
    moves: moves.toSorted(byUrgency).slice(0, MOST_NAMED),
  };
}

function dueWith(
  service: Parameters<typeof deadlineSet>[0],
  state: RequestState,
  compiled: WorkingCalendar,
): string | null {
  try {
    return deadlineSet(service, state, { version: 0, compiled }, 'calendar').due;
  } catch {
    throw new Fault('invalid', 'calendar-unusable', {
      id: `Dengan kalender ini tenggat ${state.number} tidak dapat dihitung: tidak ada jam kerja yang tersisa. Periksa jam kerja dan hari liburnya.`,
      en: `With this calendar the deadline of ${state.number} cannot be found: no working time is left. Check its hours and holidays.`,
    });
  }
}

/** A clock that would stand has its deadline later than any. */
const isLater = (is: string | null, was: string | null): boolean =>
  is === null || (was !== null && Temporal.Instant.compare(is, was) > 0);

function compareDue(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return Temporal.Instant.compare(one, other);
}

const byUrgency = (one: PreviewedMove, other: PreviewedMove): number =>
  Number(other.becomesOverdue) - Number(one.becomesOverdue) || compareDue(one.is, other.is);
