/**
 * A worker that tries mistakes one after the other: runs test files over the room with one source file replaced, up to the
 * first test that fails. For each trial all files of the room are loaded anew; what lies outside it is loaded once.
 */
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import { takeTests } from './collector.ts';
import type { ScriptCoverage } from './coverage.ts';
import { mutate } from './mutants.ts';
import type { Mutant } from './mutants.ts';

export interface Trial {
  readonly tests: readonly string[];
  /** Null for a run over the files as they are. */
  readonly mutant: Mutant | null;
  readonly withCoverage: boolean;
}

export interface Outcome {
  /** What the first failing test said; null where all held. */
  readonly failure: string | null;
  /** Seconds of the processor. */
  readonly seconds: number;
  readonly coverage: readonly ScriptCoverage[] | null;
}

const ROOM = new URL('../../src/working-time/', import.meta.url).href;
const COLLECTOR = new URL('collector.ts', import.meta.url).href;

let count = 0;
let wrong: Mutant | null = null;
const stripped = new Map<string, string>();

function sourceOf(path: string): string {
  if (path === wrong?.file) return stripTypeScriptTypes(mutate(readFileSync(path, 'utf8'), wrong));
  const known = stripped.get(path) ?? stripTypeScriptTypes(readFileSync(path, 'utf8'));
  stripped.set(path, known);
  return known;
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    const isOfRoom = context.parentURL?.startsWith(ROOM) === true;
    if (specifier === 'node:test' && isOfRoom) return { url: COLLECTOR, shortCircuit: true };
    const found = nextResolve(specifier, context);
    return found.url.startsWith(ROOM) ? { ...found, url: `${found.url}?trial=${count}` } : found;
  },
  load(url, context, nextLoad) {
    if (!url.startsWith(ROOM)) return nextLoad(url, context);
    return { format: 'module', source: sourceOf(fileURLToPath(url)), shortCircuit: true };
  },
});

/** A property that does not hold is enough: the smallest example of it is of no interest here. */
fc.configureGlobal({ endOnFailure: true });

async function startCoverage(): Promise<Session> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return session;
}

async function failureOf(tests: readonly string[]): Promise<string | null> {
  takeTests();
  try {
    for (const path of tests) {
      await import(pathToFileURL(path).href);
      for (const body of takeTests()) await body();
    }
    return null;
  } catch (error) {
    return String(error);
  }
}

async function run({ tests, mutant, withCoverage }: Trial): Promise<Outcome> {
  count += 1;
  wrong = mutant;
  const session = withCoverage ? await startCoverage() : null;
  const before = process.threadCpuUsage();
  const failure = await failureOf(tests);
  const { user, system } = process.threadCpuUsage(before);
  const taken = await session?.post('Profiler.takePreciseCoverage');
  session?.disconnect();
  return { failure, seconds: (user + system) / 1e6, coverage: taken?.result ?? null };
}

function tell(outcome: Outcome): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(outcome);
}

parentPort?.on('message', (trial: Trial) => void run(trial).then(tell));
