/** A connector at work, as the machine would use it: plans, keys, calls, and what came of them. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { CounterpartFault } from '../../src/product/contract.ts';
import type { Counterpart, DeliveryKey, Presence } from '../../src/product/contract.ts';
import { StandingClock, valueOf } from '../../src/ground/index.ts';
import { demoProgram } from '../support/certificate-place.ts';
import type { AnyKind, Bench, Raw, Specimen } from './specimen.ts';

/** Long for a counterpart on the same machine, short for a test that would hang. */
const patience = 60_000;

const clock = new StandingClock('2026-11-23T02:00:00Z');
const today = Temporal.PlainDate.from('2026-11-23');

/** Words of a fault are kept in clear, and read where the plan is not: nothing in them may be a person's name or address. */
export function assertNamesNobody({ words }: CounterpartFault, kind: AnyKind, { plan }: Wanted): void {
  const personal = kind
    .describePlan(plan)
    .flatMap(({ value, namesNobody }) => (typeof value === 'string' && namesNobody !== true ? [value] : []));
  for (const value of personal) assert.ok(!`${words.id} ${words.en}`.includes(value), words.en);
}

/** Gives the trial under way. A function, because the counterpart starts only when the tests do. */
export type Trying = () => Trial;

export interface Wanted {
  readonly plan: unknown;
  readonly key: DeliveryKey;
}

export class Trial {
  readonly kind: AnyKind;
  readonly bench: Bench;
  /** The first secret of every delivery here; searched for at the end in everything that was written or said. */
  readonly secret = `rahasia-${randomUUID()}`;
  readonly #connector: AnyKind['connectors'][number];
  readonly #said: string[] = [];
  #orders = 0;

  constructor(specimen: Specimen, bench: Bench) {
    this.kind = specimen.kind;
    this.bench = bench;
    const connector = this.kind.connectors.find(({ id }) => id === specimen.connector);
    assert.ok(connector, `${this.kind.kind} has the connector ${specimen.connector}`);
    this.#connector = connector;
  }

  get connector(): AnyKind['connectors'][number] {
    return this.#connector;
  }

  /** Everything that came out of the connector: evidence, plans, words of faults. */
  get said(): string {
    return this.#said.join('\n');
  }

  counterpart(connection: Raw = this.bench.connection): Counterpart<unknown, unknown> {
    const settings = this.#connector.form.schema.parse(connection);
    return this.#connector.connect(settings, {
      directory: this.bench.directory,
      clock,
      program: demoProgram,
    });
  }

  planOf(order: unknown): unknown {
    return valueOf(this.prepare(order));
  }

  prepare(order: unknown): ReturnType<AnyKind['prepare']> {
    const settings = this.kind.settings.schema.parse(this.bench.settings);
    return this.kind.prepare({ order: this.kind.order.parse(order), settings, today });
  }

  /** A plan for a name that nothing else here asked for, and its key. */
  wanted(): Wanted {
    this.#orders += 1;
    const plan = this.planOf(this.bench.order(this.#orders));
    this.#said.push(JSON.stringify(plan));
    return { plan, key: newKey() };
  }

  async deliver(
    { plan, key }: Wanted,
    how: { signal?: AbortSignal; connection?: Raw } = {},
  ): Promise<unknown> {
    const { signal = AbortSignal.timeout(patience), connection } = how;
    const call = { key, signal, secret: this.kind.firstSecret ? this.secret : null };
    const { people } = this.bench;
    const evidence = await this.#asPeopleDo(
      () => this.counterpart(connection).deliver(plan, call),
      people && { asked: people.askedToMake, act: () => people.make(plan) },
    );
    this.#said.push(JSON.stringify(evidence));
    return evidence;
  }

  async check({ plan, key }: Wanted, signal = AbortSignal.timeout(patience)): Promise<Presence<unknown>> {
    const presence = await this.#listened(this.counterpart().check(plan, { key, signal }));
    this.#said.push(JSON.stringify(presence));
    return presence;
  }

  async withdraw(
    { plan, key }: Wanted,
    evidence: unknown,
    signal = AbortSignal.timeout(patience),
  ): Promise<void> {
    const { people } = this.bench;
    await this.#asPeopleDo(
      () => this.counterpart().withdraw(plan, evidence, { key, signal }),
      people && { asked: people.askedToTakeBack, act: () => people.takeBack(plan) },
    );
  }

  async test(connection?: Raw, signal = AbortSignal.timeout(patience)): Promise<unknown> {
    return this.#listened(this.counterpart(connection).test(signal));
  }

  /** Present, and with this evidence, or the test fails. */
  async assertPresent(wanted: Wanted, evidence: unknown): Promise<void> {
    assert.deepEqual(await this.check(wanted), { is: 'present', evidence });
  }

  /** As in life: the call says that people are needed, they do it at the counterpart, and the call is made again. */
  async #asPeopleDo<T>(
    call: () => Promise<T>,
    people?: { asked: readonly string[]; act(): void },
  ): Promise<T> {
    try {
      return await this.#listened(call());
    } catch (error) {
      if (!people || !(error instanceof CounterpartFault) || !people.asked.includes(error.code)) throw error;
      people.act();
      return this.#listened(call());
    }
  }

  async #listened<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.#said.push(errorText(error));
      throw error;
    }
  }
}

/** All that an error would put into a log. */
function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const more = error instanceof CounterpartFault ? JSON.stringify(error.words) : '';
  return [error.stack ?? error.message, more, error.cause === undefined ? '' : errorText(error.cause)].join(
    '\n',
  );
}

export function newKey(): DeliveryKey {
  return { delivery: randomUUID(), government: 'klungkung', request: 'KLU-2026-7F3K9Q' };
}

/** Does it again as long as a fault says that it may pass, as the machine does: a server may still be busy with a line that was cut. */
export async function persist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 5 || !(error instanceof CounterpartFault) || !error.meaning.passing) throw error;
      await pause(100);
    }
  }
}

/** The fault that a call ends with; the call's success, or anything thrown that is no fault of the contract, fails the test. */
export async function faultOf(work: Promise<unknown>): Promise<CounterpartFault> {
  const outcome = await outcomeOf(work);
  assert.ok(outcome instanceof CounterpartFault, 'the call should have failed');
  return outcome;
}

/** The fault, or null when the call succeeded. */
export async function outcomeOf(work: Promise<unknown>): Promise<CounterpartFault | null> {
  try {
    await work;
    return null;
  } catch (error) {
    assert.ok(error instanceof CounterpartFault, `a fault of the contract, not: ${errorText(error)}`);
    assert.ok(error.words.id.length > 10 && error.words.en.length > 10, 'words in both languages');
    return error;
  }
}
