/**
 * The life of a request kept in memory: the same rules, journal and seals as everywhere, with its rows given at the end.
 * For writing many lives at once (`pendopo generate`); people's acts go through `submit.ts` and `act.ts`.
 */
import type { Result } from '../ground/index.ts';
import { ok, StandingClock } from '../ground/index.ts';
import type { RowsByTable } from '../platform/index.ts';
import type { Standing } from '../people/index.ts';
import type { Service } from '../standard/index.ts';
import { contextFor } from './act.ts';
import { agendaPlace, beginsAgenda } from './agenda.ts';
import type { AgendaPlace } from './agenda.ts';
import { audienceOf } from './audience.ts';
import { chartFor } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { dutyRows } from './effects.ts';
import { extend } from './journal.ts';
import type { Extended } from './journal.ts';
import type { Actor } from './model/actor.ts';
import type { Command } from './model/commands.ts';
import { decide } from './model/decide.ts';
import type { NewEntry } from './model/entries.ts';
import type { RequestState } from './model/state.ts';
import { placeOf, prepareSubmission, requestRows } from './submit/index.ts';
import type { Prepared, SubmitInput } from './submit/index.ts';
import type { Vault } from './vault.ts';

/** Gives the next number of an office's register; whoever writes the rows answers for its being free. */
export type DrawAgenda = (place: AgendaPlace) => number;

export interface LifeOptions {
  /** The request's number, drawn by the caller, who knows which are taken. */
  readonly number: string;
  /** When it is written down. */
  readonly at: Temporal.Instant;
  readonly draw: DrawAgenda;
}

/** What a command is built from. */
export interface LifeView {
  readonly vault: Vault;
  readonly service: Service;
  readonly state: RequestState;
}

export interface LifeAct {
  /** Never before the act made last. */
  readonly at: Temporal.Instant;
  readonly actor: Standing | Actor;
  readonly build: (view: LifeView) => Command;
}

export class Life {
  readonly #deps: RequestDeps;
  readonly #prepared: Prepared;
  readonly #draw: DrawAgenda;
  #extended: Extended;

  private constructor(deps: RequestDeps, prepared: Prepared, draw: DrawAgenda) {
    this.#deps = deps;
    this.#prepared = prepared;
    this.#draw = draw;
    this.#extended = prepared.extended;
  }

  /** Submits a request. Faults: as `submitRequest`, without those of the database. */
  static async begin(deps: RequestDeps, input: SubmitInput, options: LifeOptions): Promise<Life> {
    const then = { ...deps, clock: new StandingClock(options.at) };
    const prepared = await prepareSubmission(then, input, options.number);
    const life = new Life(deps, prepared, options.draw);
    if (input.intake) {
      const place = placeOf(deps, input, life.service, prepared.now);
      life.#append([life.#agendaEntry(prepared.now)], place);
    }
    return life;
  }

  get id(): string {
    return this.#prepared.input.submission.request;
  }

  get service(): Service {
    return this.#prepared.version.value;
  }

  get state(): RequestState {
    return this.#extended.state;
  }

  /** Carries a command out, or gives the fault for which the rules refuse it; then nothing has changed. */
  act({ at, actor, build }: LifeAct): Result<RequestState> {
    const { state, service } = this;
    const { vault, input } = this.#prepared;
    const now = at.round('millisecond');
    const context = contextFor(this.#deps, { government: input.government, actor }, service, state, now);
    const decision = decide(build({ vault, service, state }), state, context);
    if (!decision.ok) return decision;
    const { entries } = decision.value;
    const numbered = decision.value.actor.kind === 'official' && beginsAgenda(state.agenda, entries);
    const place = { ...placeOf(this.#deps, input, service, now), actor: decision.value.actor };
    this.#append(numbered ? [this.#agendaEntry(now), ...entries] : entries, place);
    return ok(this.state);
  }

  /** All rows of this life so far. Sealed values are given once: call it when the life is told to its end. */
  rows(): RowsByTable {
    return {
      ...requestRows(this.#deps, this.#prepared, this.#extended, this.#audience()),
      duty: dutyRows(this.#prepared.vault, this.#extended.entries),
    };
  }

  #append(entries: readonly NewEntry[], place: Parameters<typeof extend>[2]): void {
    if (entries.length === 0) return;
    const more = extend(this.#extended, entries, place);
    this.#extended = {
      ...more,
      rows: [...this.#extended.rows, ...more.rows],
      entries: [...this.#extended.entries, ...more.entries],
    };
  }

  #agendaEntry(now: Temporal.Instant): NewEntry {
    const place = agendaPlace(this.#deps, this.state.government, this.service, now);
    return { kind: 'agenda-numbered', data: { ...place, number: this.#draw(place) } };
  }

  #audience(): ReturnType<typeof audienceOf> {
    const { superiorOf } = chartFor(this.#deps.catalogue, this.state.government);
    return audienceOf(this.service, this.state, superiorOf);
  }
}

/** The rows of several lives, table by table: for one statement. */
export function rowsOfAll(lives: readonly Life[]): RowsByTable {
  const all: Record<string, object[]> = {};
  for (const life of lives) {
    for (const [table, rows] of Object.entries(life.rows())) (all[table] ??= []).push(...rows);
  }
  return all;
}
