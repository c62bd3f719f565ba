/** Sends what was made up, one after the other, and says which one was answered wrongly. */
import * as fc from 'fast-check';
import { faultIn } from './judge.ts';
import { ask } from './line.ts';
import type { Answer, Call } from './line.ts';

/** How much is tried, and from where chance begins: `FUZZ_RUNS` and `FUZZ_SEED` for longer runs and for repeating one. */
export interface Effort {
  readonly seed: number;
  readonly numRuns: number;
}

/** So many of each kind in an ordinary run; `FUZZ_RUNS=20` does twenty times as much. */
export const effort = (numRuns: number): Effort => ({
  seed: Number(process.env['FUZZ_SEED'] ?? 20_261_123),
  numRuns: numRuns * Number(process.env['FUZZ_RUNS'] ?? 1),
});

const MAX_SHOWN = 600;

const shown = ({ method, path, headers, body }: Call): string =>
  `${method} ${path.slice(0, MAX_SHOWN)}\n${JSON.stringify(headers).slice(0, MAX_SHOWN)}\n${JSON.stringify(body?.toString().slice(0, MAX_SHOWN) ?? null)}`;

/** The answer, when nothing is wrong with it. */
export async function askWell(origin: string, call: Call): Promise<Answer> {
  const answer = await ask(origin, call).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${shown(call)}`);
  });
  const fault = faultIn(call, answer);
  if (fault !== null) throw new Error(`${fault}\n${shown(call)}`);
  return answer;
}

/**
 * Makes calls and judges each answer; `after` sees what followed. Rejects with the first call that is answered wrongly.
 */
export async function fuzz(
  origin: string,
  calls: fc.Arbitrary<Call>,
  { seed, numRuns }: Effort,
  after: (call: Call, answer: Answer) => Promise<void> | void = () => undefined,
): Promise<void> {
  const property = fc.asyncProperty(calls, async (call) => after(call, await askWell(origin, call)));
  const { failed, errorInstance } = await fc.check(property, { seed, numRuns, endOnFailure: true });
  if (failed) throw errorInstance;
}
