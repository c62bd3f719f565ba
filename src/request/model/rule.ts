/** What the rules of `decide` share: what they judge by, what they answer, and how a deadline follows from entries. Pure. */
import { ok } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import type { Service } from '../../standard/model.ts';
import type { WorkingCalendar } from '../../working-time/index.ts';
import { holdingFor, journalActor } from './actor.ts';
import type { Actor } from './actor.ts';
import type { Command } from './commands.ts';
import { deadlineSet } from './deadline.ts';
import type { DeadlineSet, JournalActor, NewEntry } from './entries.ts';
import { evolve } from './evolve.ts';
import { refuse } from './faults.ts';
import { firstStep } from './procedure.ts';
import { isEnded } from './state.ts';
import type { RequestState } from './state.ts';

/** Everything outside the request that the rules may look at. */
export interface DecideContext {
  readonly service: Service;
  /** The calendar to compute with: the newest for a running request. */
  readonly calendar: { readonly version: number; readonly compiled: WorkingCalendar };
  readonly actor: Actor;
  /** Now, as an ISO instant in UTC; never before the journal's last entry. */
  readonly now: string;
  /** The direct superior of a position, or null at the top. */
  readonly superiorOf: (position: string) => string | null;
  /** Contact positions of agencies, for a step that disposes to any agency. */
  readonly agencyContacts: readonly string[];
  /** Positions of the legal division (role `legal`), for what only lawyers may judge. */
  readonly legalPosts: readonly string[];
}

/** Entries to append, with the one actor who stands for all of them. */
export interface Decision {
  readonly entries: readonly NewEntry[];
  readonly actor: JournalActor;
}

/** What one kind of command leads to. */
export type Rule<C extends Command> = (
  command: C,
  state: RequestState,
  context: DecideContext,
) => Result<Decision>;

/** Puts new entries behind a state, as the journal will: for finding the deadline after them. */
function after(
  state: RequestState,
  entries: readonly NewEntry[],
  actor: JournalActor,
  context: DecideContext,
): RequestState {
  return entries.reduce(
    (current, entry) =>
      evolve(
        current,
        { ...entry, position: current.version + 1, at: context.now, actor },
        firstStep(context.service),
      ),
    state,
  );
}

/** The entries, and the deadline they lead to when it differs from the one that stands. */
export function withDeadline(
  state: RequestState,
  entries: readonly NewEntry[],
  actor: JournalActor,
  context: DecideContext,
  cause: DeadlineSet['cause'],
): Result<Decision> {
  const next = after(state, entries, actor, context);
  if (isEnded(next.status)) return ok({ entries, actor });
  const data = deadlineSet(context.service, next, context.calendar, cause);
  const same = data.due === state.due && JSON.stringify(data.left) === JSON.stringify(state.left);
  return ok({ entries: same ? entries : [...entries, { kind: 'deadline-set', data }], actor });
}

/** The official as the journal names them for one of these positions; anybody else is refused. */
export function acting(
  context: DecideContext,
  positions: readonly string[],
): Result<JournalActor & { kind: 'official' }> {
  const { actor } = context;
  if (actor.kind !== 'official' || !holdingFor(actor, positions)) return refuse('not-yours');
  const named = journalActor(actor, positions);
  return named?.kind === 'official' ? ok(named) : refuse('not-yours');
}
