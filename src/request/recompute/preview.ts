/** What a calendar would do to running requests, before it is published. Writes nothing. */
import { sql } from 'kysely';
import { Fault } from '../../ground/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { WorkingCalendar } from '../../working-time/index.ts';
import type { RequestDeps } from '../deps.ts';
import { hasMoved } from '../model/calendar-move.ts';
import { deadlineSet } from '../model/deadline.ts';
import type { RequestState } from '../model/state.ts';
import { reasonOf } from './aside.ts';
import type { CalendarAside } from './aside.ts';

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
  /** Requests that it would give no deadline; they would keep the calendar they stand on. */
  readonly uncomputable: number;
  /** The first of them, at most `MOST_NAMED`. */
  readonly asides: readonly CalendarAside[];
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

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What was found so far. */
class Sums {
  readonly services = new Map<string, Mutable<PreviewedService>>();
  readonly moves: PreviewedMove[] = [];
  readonly asides: CalendarAside[] = [];
  readonly #now: Temporal.Instant;

  constructor(now: Temporal.Instant) {
    this.#now = now;
  }

  /** Counts a request whose deadline the calendar would set to `due`. */
  add(state: RequestState, due: string | null): void {
    const own = this.#service(state.service);
    if (!hasMoved({ due, was: state })) return;
    const late = isLater(due, state.due);
    const becomesOverdue = !state.overdue && due !== null && Temporal.Instant.compare(due, this.#now) < 0;
    own[late ? 'later' : 'earlier'] += 1;
    if (becomesOverdue) own.becomeOverdue += 1;
    this.moves.push({
      number: state.number,
      service: state.service,
      was: state.due,
      is: due,
      becomesOverdue,
    });
  }

  putAside({ number, service }: RequestState, error: unknown): void {
    this.#service(service);
    this.asides.push({ number, service, reason: reasonOf(error) });
  }

  #service(id: string): Mutable<PreviewedService> {
    const own = this.services.get(id) ?? { service: id, running: 0, later: 0, earlier: 0, becomeOverdue: 0 };
    this.services.set(id, own);
    own.running += 1;
    return own;
  }
}

/**
 * Computes every running request of a government with another calendar; what cannot be computed is named. Fault
 * `calendar-unusable` where nothing can be.
 */
export async function previewCalendar(
  tx: Tx,
  { catalogue, clock }: Pick<RequestDeps, 'catalogue' | 'clock'>,
  government: string,
  compiled: WorkingCalendar,
): Promise<CalendarPreview> {
  const sums = new Sums(clock.now());
  for await (const { state } of running(tx, government)) {
    try {
      const { value: service } = catalogue.service(government, state.service, state.serviceVersion);
      sums.add(state, deadlineSet(service, state, { version: 0, compiled }, 'calendar').due);
    } catch (error) {
      sums.putAside(state, error);
    }
  }
  return previewOf(sums);
}

function previewOf({ services, moves, asides }: Sums): CalendarPreview {
  const all = [...services.values()].toSorted((one, other) => one.service.localeCompare(other.service));
  const running = all.reduce((sum, one) => sum + one.running, 0);
  if (running > 0 && asides.length === running) throw unusable(asides);
  return {
    running,
    moved: moves.length,
    becomeOverdue: all.reduce((sum, one) => sum + one.becomeOverdue, 0),
    services: all,
    moves: moves.toSorted(byUrgency).slice(0, MOST_NAMED),
    uncomputable: asides.length,
    asides: asides.slice(0, MOST_NAMED),
  };
}

const unusable = ([first]: readonly CalendarAside[]): Fault =>
  new Fault('invalid', 'calendar-unusable', {
    id: `Dengan kalender ini tidak satu pun tenggat dapat dihitung, misalnya ${first?.number ?? ''}: tidak ada jam kerja yang tersisa. Periksa jam kerja dan hari liburnya.`,
    en: `With this calendar no deadline can be found, such as that of ${first?.number ?? ''}: no working time is left. Check its hours and holidays.`,
  });

/** A clock that would stand has its deadline later than any. */
const isLater = (is: string | null, was: string | null): boolean =>
  is === null || (was !== null && Temporal.Instant.compare(is, was) > 0);

function compareDue(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return Temporal.Instant.compare(one, other);
}

const byUrgency = (one: PreviewedMove, other: PreviewedMove): number =>
  Number(other.becomesOverdue) - Number(one.becomesOverdue) || compareDue(one.is, other.is);
