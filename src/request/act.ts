/** Acting on a request: lock the row, decide, append, keep the state beside it. One transaction. */
import { Fault, valueOf } from '../ground/index.ts';
import type { FieldFault } from '../ground/index.ts';
import type { Tx } from '../platform/index.ts';
import type { Standing } from '../people/index.ts';
import type { Service } from '../standard/index.ts';
import { agendaEntry, beginsAgenda } from './agenda.ts';
import { audienceOf } from './audience.ts';
import { clockColumns, sameClock } from './clock-columns.ts';
import { chartFor, journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { writeDuties, writeEffects } from './effects.ts';
import type { BuildContext } from './building.ts';
import type { CauseWords } from './effects.ts';
import { extend, kindsSince, lockRequest, writeExtension, writeViewers } from './journal.ts';
import type { LockedRequest } from './journal.ts';
import type { Actor } from './model/actor.ts';
import type { Command } from './model/commands.ts';
import { decide } from './model/decide.ts';
import type { DecideContext } from './model/decide.ts';
import type { EntryKind } from './model/entries.ts';
import { firstStep } from './model/procedure.ts';
import type { RequestState } from './model/state.ts';
import { Vault } from './vault.ts';

/** A command in the making: texts and files are put away inside the transaction, then pointed at. */
export interface CommandBuilder {
  (given: BuildContext): Promise<{ readonly command: Command; readonly words?: CauseWords }> | BuiltCommand;
}
export type BuiltCommand = { readonly command: Command; readonly words?: CauseWords };

export interface ActInput {
  readonly government: string;
  readonly number: string;
  readonly actor: Standing | Actor;
  /** The version the actor saw; null for the system's own acts. */
  readonly version: number | null;
  /** Compute with the newest calendar instead of the one the request runs on (clock.md rule 9). */
  readonly newestCalendar?: boolean;
  /** The same once its personal data were erased, where it may still be done: nothing can be put away any more. */
  readonly afterErasure?: (given: Omit<BuildContext, 'vault'>) => BuiltCommand | Promise<BuiltCommand>;
}

export interface Acted {
  readonly number: string;
  readonly version: number;
  readonly state: RequestState;
}

/** What changed meanwhile is for the page to show; the fault says that something did. */
export class StaleFault extends Fault {
  readonly seen: number;
  readonly current: number;

  constructor(seen: number, current: number) {
    super('conflict', 'stale-version', {
      id: 'Permohonan ini berubah sejak Anda membukanya. Lihat apa yang berubah, lalu putuskan lagi.',
      en: 'This request changed since you opened it. See what changed, then decide again.',
    });
    this.seen = seen;
    this.current = current;
  }
}

export const requestNotFound = (): Fault =>
  new Fault('not-found', 'request-not-found', {
    id: 'Permohonan tidak ditemukan. Periksa nomornya.',
    en: 'Request not found. Check its number.',
  });

const erasedFault = (): Fault =>
  new Fault('conflict', 'request-erased', {
    id: 'Data permohonan ini sudah dihapus sesuai ketentuan.',
    en: 'The data of this request was erased as the law demands.',
  });

/**
 * Acts on a request inside a transaction of its government. Faults: `request-not-found`, `stale-version`,
 * `request-erased`, and what `decide` refuses.
 */
export async function actInside(
  tx: Tx,
  deps: RequestDeps,
  input: ActInput,
  build: CommandBuilder,
): Promise<Acted> {
  const locked = await lockRequest(tx, input.government, input.number);
  if (!locked) throw requestNotFound();
  const { state } = locked;
  if (input.version !== null) await refuseStale(tx, input.government, locked, input.version);
  const vault = await Vault.find(tx, deps.keys, input.government, locked.id);
  const { value: service } = deps.catalogue.service(input.government, state.service, state.serviceVersion);
  const now = latest(journalNow(deps.clock), state);
  const { command, words } = await (vault
    ? build({ tx, vault, service, state, now })
    : buildErased(input, { tx, service, state, now }));
  const context = contextFor(deps, input, service, state, now);
  const decision = valueOf(decide(command, state, context));
  if (decision.entries.length === 0) return { number: state.number, version: state.version, state };
  const numbering =
    decision.actor.kind === 'official' && beginsAgenda(state.agenda, decision.entries)
      ? [await agendaEntry(tx, deps, input.government, service, now)]
      : [];
  const place = {
    keys: deps.keys,
    government: input.government,
    request: locked.id,
    firstStep: firstStep(service),
    at: now,
    actor: decision.actor,
  };
  const extended = extend({ state, hash: locked.head }, [...numbering, ...decision.entries], place);
  await keepValues(tx, vault);
  const clock = sameClock(state, extended.state) ? null : clockColumns(deps, service, extended.state, now);
  await writeExtension(tx, input.government, locked.id, extended, clock);
  await keepViewers(tx, deps, service, locked, extended.state);
  await (vault
    ? writeEffects(tx, deps, { vault, service, extended, now, ...(words ? { words } : {}) })
    : writeDuties(tx, place, extended.entries));
  return { number: state.number, version: extended.state.version, state: extended.state };
}

async function keepValues(tx: Tx, vault: Vault | null): Promise<void> {
  const values = vault?.valueRows() ?? [];
  if (values.length > 0) await tx.insertInto('request_value').values(values).execute();
}

/** Words can be kept no more, and nobody is left who could be told. */
function buildErased(
  { afterErasure }: ActInput,
  given: Omit<BuildContext, 'vault'>,
): BuiltCommand | Promise<BuiltCommand> {
  if (!afterErasure) throw erasedFault();
  return afterErasure(given);
}

/** What time alone adds: nobody's decision is another one for it, and `decide` looks at the newest state anyway. */
const BY_TIME: readonly string[] = ['overdue', 'duty-opened'] satisfies readonly EntryKind[];

async function refuseStale(
  tx: Tx,
  government: string,
  { id, state }: LockedRequest,
  seen: number,
): Promise<void> {
  if (seen === state.version) return;
  const since = seen < state.version ? await kindsSince(tx, government, id, seen) : [];
  if (since.length === 0 || !since.every((kind) => BY_TIME.includes(kind)))
    throw new StaleFault(seen, state.version);
}

/**
 * When an entry is recorded that comes next: now, or with the last entry. Clocks are set back sometimes; the journal's order is not, and
 * whoever reads it takes times for order.
 */
export function latest(now: Temporal.Instant, state: RequestState): Temporal.Instant {
  const pauses = state.pauses.flatMap(({ from, to }) => [from, to ?? from]);
  const last = [state.lastAt ?? state.recordedAt, state.stepSince, ...pauses].map((at) =>
    Temporal.Instant.from(at),
  );
  return [now, ...last].sort((one, other) => Temporal.Instant.compare(one, other)).at(-1) ?? now;
}

/** What the rules judge an act by: the standard, the calendar the request runs on, the chart of posts. */
export function contextFor(
  deps: RequestDeps,
  input: Pick<ActInput, 'government' | 'actor' | 'newestCalendar'>,
  service: Service,
  state: RequestState,
  now: Temporal.Instant,
): DecideContext {
  const chart = chartFor(deps.catalogue, input.government);
  const calendar = deps.catalogue.calendar(
    input.government,
    input.newestCalendar ? undefined : state.calendarVersion,
  );
  return {
    service,
    calendar: { version: calendar.n, compiled: calendar.calendar },
    actor: input.actor,
    now: now.toString(),
    superiorOf: chart.superiorOf,
    agencyContacts: chart.agencyContacts,
    legalPosts: chart.postsWith('legal'),
  };
}

/** Queues follow the state; written only when something that lists show or are narrowed by has changed. */
async function keepViewers(
  tx: Tx,
  deps: RequestDeps,
  service: Service,
  locked: LockedRequest,
  next: RequestState,
): Promise<void> {
  const { superiorOf } = chartFor(deps.catalogue, next.government);
  const was = audienceOf(service, locked.state, superiorOf);
  const is = audienceOf(service, next, superiorOf);
  const listed = ({ due, status, step, takenBy }: RequestState): string =>
    JSON.stringify([due, status, step, takenBy]);
  const same = listed(locked.state) === listed(next) && JSON.stringify(was) === JSON.stringify(is);
  if (!same) await writeViewers(tx, next.government, locked.id, next, is);
}

/** Faults of step fields, told under the name the page and the API know them by. */
export const underFields = (fault: Fault): Fault =>
  new Fault(
    fault.kind,
    fault.code,
    fault.words,
    fault.fields.map((field): FieldFault => ({ path: `fields.${field.path}`, words: field.words })),
  );
