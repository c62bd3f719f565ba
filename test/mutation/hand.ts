/** One who tries mistakes: a worker, watched for loops that never end, and replaced when it is used up. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Outcome, Trial } from './trial.ts';

/** Files loaded anew for each trial stay in memory; after so many trials they are too many. */
const MOST_TRIALS = 150;
/** How often the time of the processor is looked at (milliseconds). */
const WATCH = 500;

/** Seconds of the processor: on a busy machine a trial lasts longer, but computes no more. */
async function secondsOf(worker: Worker): Promise<number> {
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1e6;
}

/** What a worker tells of a trial; why it tells nothing where it computes beyond `end`, or dies. */
async function outcomeOf(worker: Worker, end: number): Promise<Outcome | string> {
  const { promise, resolve } = Promise.withResolvers<Outcome | string>();
  const over = new AbortController();
  const { signal } = over;
  once(worker, 'message', { signal }).then(
    ([outcome]) => resolve(outcome as Outcome),
    (error: unknown) => resolve(String(error)),
  );
  const timer = setInterval(() => {
    secondsOf(worker).then(
      (seconds) => seconds > end && resolve('computes without end'),
      () => resolve('ended by itself'),
    );
  }, WATCH);
  const outcome = await promise;
  clearInterval(timer);
  over.abort();
  return outcome;
}

export class Hand {
  #worker: Worker | null = null;
  #trials = 0;

  async #start(): Promise<Worker> {
    const worker = new Worker(new URL('trial.ts', import.meta.url), {
      env: { ...process.env, PENDOPO_CASES: '500' },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    worker.on('error', () => undefined); // who waits for an outcome listens as well; one stuck may still die afterwards
    await once(worker, 'online');
    this.#trials = 0;
    this.#worker = worker;
    return worker;
  }

  /** Ends the worker; a later trial begins with another. */
  async stop(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  /** Runs a trial for at most so many seconds of the processor; beyond them it has failed. */
  async attempt(trial: Trial, limit: number): Promise<Outcome> {
    if (this.#trials >= MOST_TRIALS) await this.stop();
    const worker = this.#worker ?? (await this.#start());
    this.#trials += 1;
    const end = (await secondsOf(worker)) + limit;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(trial);
    const outcome = await outcomeOf(worker, end);
    if (typeof outcome !== 'string') return outcome;
    await this.stop(); // stuck or dead: of no more use
    return { failure: outcome, seconds: 0, coverage: null };
  }
}
