import { globSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { pathToFileURL } from 'node:url';

import { prepareBroughtIn } from './support/app.ts';
import { clusterVariable, makeRunFolder, startTestCluster } from './support/database.ts';
import { groupFiles } from './support/grouping.ts';
import { RunReport, type SharedProcess } from './support/run-report.ts';
import { sharedVariable } from './support/shared.ts';

/*
 * Runs the tests: all of them, or those whose path contains one of the arguments. One PostgreSQL serves all
 * files. Test files that leave a process as they found it share one with others, all others have one of their own
 * (`support/grouping.ts` says which); the run's folder for temporary files goes at the end.
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
const longFirst = ['test/chaos/', 'test/house/', 'test/journeys/', 'test/access/', 'test/start/', 'src/cli/'];

const rank = (file: string): number => {
  const at = longFirst.findIndex((folder) => file.startsWith(folder));
  return at === -1 ? longFirst.length : at;
};

const selectFiles = (parts: readonly string[]): readonly string[] =>
  globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'], { cwd: root })
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .sort();

/** The processes of a run by the files they begin with, longest first. */
interface Plan {
  readonly entries: readonly string[];
  readonly shared: readonly SharedProcess[];
}

/** `folder`: for the entries of those that several test files share. */
function planRun(files: readonly string[], folder: string): Plan {
  const { alone, together } = groupFiles(root, files);
  const runner = pathToFileURL(join(root, 'test/support/one-process.ts')).href;
  const shared = together.map((group, at) => {
    const entry = join(folder, `together-${at + 1}.mjs`);
    const atWork = join(folder, `together-${at + 1}.file`);
    const told = [root, group, atWork].map((part) => JSON.stringify(part)).join(', ');
    writeFileSync(entry, `import { runInOneProcess } from '${runner}';\nawait runInOneProcess(${told});\n`);
    return { entry, atWork, files: group };
  });
  const begins = [
    ...alone.map((file) => ({ entry: `${root}${file}`, rank: rank(file) })),
    ...shared.map(({ entry }) => ({ entry, rank: longFirst.length })),
  ].sort((one, other) => one.rank - other.rank);
  return { entries: begins.map(({ entry }) => entry), shared };
}

/** Runs the processes; what takes too long ends the whole run. */
async function runAll(entries: readonly string[], report: RunReport): Promise<void> {
  const end = new AbortController();
  const endAfter = (time: number, what: string): NodeJS.Timeout =>
    setTimeout(() => {
      report.cutOff(`${what} takes more than ${time / 60_000} minutes`);
      end.abort();
    }, time);
  const clocks = new Map([['', endAfter(longestRun, 'the run')]]);
  const events = run({
    files: [...entries],
    concurrency: atOnce,
    timeout: longestTest,
    signal: end.signal,
    cwd: root,
  });
  report.listen(events, {
    started: (process, file) => {
      clearTimeout(clocks.get(process));
      clocks.set(process, endAfter(longestFile, relative(root, file)));
    },
    ended: (process) => clearTimeout(clocks.get(process)),
  });
  await events.resume().toArray();
  for (const clock of clocks.values()) clearTimeout(clock);
}

/** What test files, and the programs they start, leave behind goes with the run, even what killed ones leave. */
async function shareFolder(): Promise<string> {
  // Not the cluster's: as root that one is of another user, whose folders a page of Chromium may not read.
  const folder = await makeRunFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env['TMPDIR'] = folder;
  process.env[sharedVariable] = folder;
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  return folder;
}

// Otherwise nothing is tidied up: 'exit' comes only for those who leave by themselves.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const cluster = await startTestCluster();
process.env[clusterVariable] = cluster.superuserUrl;
const folder = await shareFolder();
await prepareBroughtIn();
const files = selectFiles(process.argv.slice(2));
const { entries, shared } = planRun(files, folder);
const report = new RunReport(root, shared);
await runAll(entries, report);
report.expectTestsIn(files.map((file) => join(root, file)));
await cluster.stop();
report.close();
process.exitCode = report.isGood ? 0 : 1;
