/** Generated data: a plausible year of requests, for trying things out and for measuring. */
import { journalNow } from '../request/index.ts';
import type { RequestDeps } from '../request/index.ts';
import { arrivalsOf } from './arrivals.ts';
import type { Arrival } from './arrivals.ts';
import { tellBatch, writeBatch } from './batch.ts';
import type { Run } from './batch.ts';
import { Posts } from './posts.ts';
import { Registers } from './registers.ts';

export interface GenerateOptions {
  readonly requests: number;
  /** Where they arrive; spread by the number of services. */
  readonly governments: readonly string[];
  /** The same seed, day and standards give the same stories; numbers, keys and ids stay random. */
  readonly seed: number;
  readonly documentFor: (fileName: string) => Buffer;
  /** Called after every batch. */
  readonly progress: (written: number) => void;
}

/** What was made, by status of the requests. */
export type Generated = Readonly<Record<string, number>>;

const BATCH = 200;

/** Makes so many requests that arrived within the year before now, each with its life up to now. */
export async function generateRequests(deps: RequestDeps, options: GenerateOptions): Promise<Generated> {
  const made: Record<string, number> = {};
  let [place, written] = [0, 0];
  for (const [government, count] of sharesOf(deps, options)) {
    const run = await runOf(deps, government, options);
    const arrivals = arrivalsOf(
      { ...run, services: servicesOf(deps, government) },
      count,
      options.seed,
      place,
    );
    place += count;
    await writeAll(run, arrivals, (statuses) => {
      for (const status of statuses) made[status] = (made[status] ?? 0) + 1;
      written += statuses.length;
      options.progress(written);
    });
  }
  return made;
}

const servicesOf = ({ catalogue }: RequestDeps, government: string) =>
  catalogue.services(government).map(({ value }) => value);

/** How many each government gets: as its services are of all services, the remainder to the first ones. */
function sharesOf(
  deps: RequestDeps,
  { requests, governments }: GenerateOptions,
): readonly [string, number][] {
  const counts = governments.map((government) => servicesOf(deps, government).length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  let [services, given] = [0, 0];
  return governments.map((government, index) => {
    services += counts[index] ?? 0;
    const upTo = Math.round((requests * services) / all);
    const share = upTo - given;
    given = upTo;
    return [government, share];
  });
}

async function runOf(deps: RequestDeps, government: string, options: GenerateOptions): Promise<Run> {
  return {
    deps,
    government,
    seed: options.seed,
    documentFor: options.documentFor,
    posts: await Posts.read(deps, government),
    calendar: deps.catalogue.calendar(government).calendar,
    organisation: deps.catalogue.organisation(government),
    until: journalNow(deps.clock),
    numbers: await numbersIn(deps, government),
    attackable: new Map(),
  };
}

async function numbersIn(deps: RequestDeps, government: string): Promise<Set<string>> {
  const rows = await deps.database.transaction({ government }, (tx) =>
    tx.selectFrom('request').select('number').where('government', '=', government).execute(),
  );
  return new Set(rows.map(({ number }) => number));
}

/** Tells the next batch while the database writes the one before. */
async function writeAll(
  run: Run,
  arrivals: readonly Arrival[],
  told: (statuses: readonly string[]) => void,
): Promise<void> {
  let registers = Registers.unknown();
  let telling = tellBatch(run, arrivals.slice(0, BATCH), registers);
  for (let at = 0; at < arrivals.length; at += BATCH) {
    let batch = await telling;
    const following = arrivals.slice(at + BATCH, at + 2 * BATCH);
    telling = tellBatch(run, following, batch.registers);
    let moved = await writeBatch(run, batch);
    while (moved) {
      await telling;
      registers = moved;
      batch = await tellBatch(run, arrivals.slice(at, at + BATCH), registers);
      telling = tellBatch(run, following, batch.registers);
      moved = await writeBatch(run, batch);
    }
    told(batch.lives.map(({ state }) => state.status));
  }
  await telling;
}
