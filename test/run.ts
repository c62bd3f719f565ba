import { globSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { run } from 'node:test';

import { prepareBroughtIn } from './support/app.ts';
import { clusterVariable, makeRunFolder, startTestCluster } from './support/database.ts';
import { RunReport } from './support/run-report.ts';
import { sharedVariable } from './support/shared.ts';

/*
 * Runs the tests: all of them, or those whose path contains one of the arguments. One PostgreSQL serves all
 * files; each test file is a process of its own, with the run's folder for temporary files, which goes at the end.
 * Ends with the line `N passed, N failed`.
 */

const root = new URL('..', import.meta.url).pathname;

/**
 * A test that hangs fails after this time, by its name. A file that does not end, though its tests did, cuts off the run, and so
 * does a run that does not. Three to four times what the longest takes on two processors that do nothing else.
 */
const longestTest = 5 * 60_000;
const longestFile = 10 * 60_000;
const longestRun = 40 * 60_000;

/**
 * One more than a small machine has processors: some files mostly wait (for a program to be killed, a database to come back).
 * The pages' browsers and PostgreSQL work beside each file; with more at once such a machine only waits longer.
 */
const atOnce = Math.min(4, availableParallelism() + 1);

/** What takes longest, longest first, so that the run does not end with one processor waiting for the other. */
const longFirst = [
  'test/chaos/',
  'test/house/',
  'test/journeys/',
  'test/access/',
  'test/start/',
  'src/cli/',
  'src/portal/',
];

const rank = (file: string): number => {
  const at = longFirst.findIndex((folder) => file.startsWith(folder));
  return at === -1 ? longFirst.length : at;
};

function selectFiles(parts: readonly string[]): readonly string[] {
  return globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'], { cwd: root })
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .sort()
    .sort((one, other) => rank(one) - rank(other))
    .map((file) => `${root}${file}`);
}

/** Runs the files; what takes too long ends the whole run. */
async function runFiles(files: readonly string[], report: RunReport): Promise<void> {
  const end = new AbortController();
  const endAfter = (time: number, what: string): NodeJS.Timeout =>
    setTimeout(() => {
      report.cutOff(`${what} takes more than ${time / 60_000} minutes`);
      end.abort();
    }, time);
  const clocks = new Map([['', endAfter(longestRun, 'the run')]]);
  const events = run({
    files: [...files],
    concurrency: atOnce,
    timeout: longestTest,
    signal: end.signal,
    cwd: root,
  });
  report.listen(events, {
    started: (file) => void clocks.set(file, endAfter(longestFile, relative(root, file))),
    ended: (file) => clearTimeout(clocks.get(file)),
  });
  await events.resume().toArray();
  for (const clock of clocks.values()) clearTimeout(clock);
  report.expectTestsIn(files);
}

/** What test files, and the programs they start, leave behind goes with the run, even what killed ones leave. */
async function shareFolder(): Promise<void> {
  // Not the cluster's: as root that one is of another user, whose folders a page of Chromium may not read.
  const folder = await makeRunFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env['TMPDIR'] = folder;
  process.env[sharedVariable] = folder;
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
}

// Otherwise nothing is tidied up: 'exit' comes only for those who leave by themselves.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const cluster = await startTestCluster();
process.env[clusterVariable] = cluster.superuserUrl;
await shareFolder();
await prepareBroughtIn();
const report = new RunReport(root);
await runFiles(selectFiles(process.argv.slice(2)), report);
await cluster.stop();
report.close();
process.exitCode = report.isGood ? 0 : 1;
