/**
 * One trial, a process of its own: runs test files with one file of the source replaced, and ends with exit code 1 at the
 * first test that fails. Its task comes as JSON in the environment.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { mutate } from './mutants.ts';
import type { Mutant } from './mutants.ts';

export interface Trial {
  readonly tests: readonly string[];
  /** Null for a run over the files as they are. */
  readonly mutant: Mutant | null;
  /** Where to write which code was run, as V8 tells it; null for not at all. */
  readonly coverage: string | null;
}

const { tests, mutant, coverage } = JSON.parse(process.env['MUTATION_TRIAL'] ?? '') as Trial;

function replaceMutated(wrong: Mutant): void {
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith('file:') || fileURLToPath(url) !== wrong.file) return nextLoad(url, context);
      const source = stripTypeScriptTypes(mutate(readFileSync(wrong.file, 'utf8'), wrong));
      return { format: 'module', source, shortCircuit: true };
    },
  });
}

async function startCoverage(): Promise<Session> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return session;
}

if (mutant) replaceMutated(mutant);
const session = coverage === null ? null : await startCoverage();
let hasFailed = false;
const stream = run({ files: [...tests], isolation: 'none', concurrency: false });
stream.on('test:fail', ({ name, details }) => {
  hasFailed = true;
  if (mutant) process.exit(1);
  process.stderr.write(`${name}: ${details.error.message}\n`);
});
for await (const _ of stream);
if (session && coverage !== null) {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  writeFileSync(coverage, JSON.stringify(result));
}
process.exit(hasFailed ? 1 : 0);
