import { globSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import type { EventData } from 'node:test';

import { prepareBroughtIn } from './support/app.ts';
import { clusterVariable, makeRunFolder, startTestCluster } from './support/database.ts';

/*
 * Runs the tests: all of them, or those whose path contains one of the arguments. One PostgreSQL serves all
 * files; each test file is a process of its own, with the run's folder for temporary files, which goes at the end.
 * Ends with the line `N passed, N failed`.
 */

const root = new URL('..', import.meta.url).pathname;

/** A test that hangs fails after this time, and the whole run is cut off; generous, so that a slow machine is no fault. */
const longestTest = 15 * 60_000;
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

type Report = EventData.TestPass | EventData.TestFail;

const counts = { passed: 0, failed: 0, skipped: 0 };
const filesWithTests = new Set<string>();
const underWay = new Set<string>();

function passed(report: Report): void {
  if (isFile(report) || report.details.type === 'suite') return;
  filesWithTests.add(report.entryFile ?? '');
  if (report.skip === undefined && report.todo === undefined) counts.passed += 1;
  else counts.skipped += 1;
}

function failed(report: EventData.TestFail): void {
  filesWithTests.add(report.entryFile ?? report.file ?? '');
  if (report.todo !== undefined) counts.skipped += 1;
  else if (!repeatsItsTests(report)) fail(report);
}

function fail(report: EventData.TestFail): void {
  counts.failed += 1;
  const reason = report.details.error.cause ?? report.details.error;
  const file = relative(root, report.entryFile ?? report.file ?? '');
  if (isFile(report) && reason instanceof Error && reason.name === 'TimeoutError') {
    console.log(`✖ ${file}: ${underWay.has(report.name) ? 'cut off' : 'not reached'}`);
    return;
  }
  console.log(`\n✖ ${file}: ${report.name}`);
  console.log(reason instanceof Error ? (reason.stack ?? reason.message) : reason);
}

/** Node reports each file without a test as a test of that name. */
function isFile(report: Report): boolean {
  return report.nesting === 0 && report.name === report.file;
}

/** A suite fails with its tests, which were counted; and its hook's failure is told by the suite only. */
function repeatsItsTests(report: EventData.TestFail): boolean {
  const error = report.details.error;
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}

function failEmptyFiles(files: readonly string[]): void {
  for (const file of files.filter((one) => !filesWithTests.has(one))) {
    counts.failed += 1;
    console.log(`\n✖ ${relative(root, file)}: ran no test`);
  }
}

/** What was still at work when the time was over is at fault; all others only were not reached any more. */
function tellCutOff(): void {
  const named = [...underWay].map((file) => relative(root, file)).join(', ');
  console.log(`\n✖ cut off after ${longestRun / 60_000} minutes, while at work: ${named}`);
}

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

async function runFiles(files: readonly string[]): Promise<void> {
  const signal = AbortSignal.timeout(longestRun);
  signal.addEventListener('abort', tellCutOff);
  const events = run({ files: [...files], concurrency: atOnce, timeout: longestTest, signal, cwd: root });
  // These two come as things happen; all others in the order of the files.
  events.on('test:dequeue', ({ name }) => !signal.aborted && files.includes(name) && underWay.add(name));
  events.on('test:complete', ({ name }) => signal.aborted || underWay.delete(name));
  events.on('test:pass', passed);
  events.on('test:fail', failed);
  events.on('test:stderr', ({ message }) => process.stderr.write(message));
  events.on('test:summary', ({ file, duration_ms: took }) => {
    if (file !== undefined) console.log(`  ${relative(root, file)} (${Math.round(took)} ms)`);
  });
  await events.resume().toArray();
  failEmptyFiles(files);
}

function closingLine(): string {
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}

/** What test files, and the programs they start, leave behind goes with the run, even what killed ones leave. */
async function shareFolder(): Promise<void> {
  // Not the cluster's: as root that one is of another user, whose folders a page of Chromium may not read.
  const folder = await makeRunFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env['TMPDIR'] = folder;
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
}

// Otherwise nothing is tidied up: 'exit' comes only for those who leave by themselves.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const cluster = await startTestCluster();
process.env[clusterVariable] = cluster.superuserUrl;
await prepareBroughtIn();
await shareFolder();
await runFiles(selectFiles(process.argv.slice(2)));
await cluster.stop();
console.log(`\n${closingLine()}`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
