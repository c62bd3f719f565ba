import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { run } from 'node:test';
import type { EventData } from 'node:test';

import { clusterVariable, startTestCluster } from './support/database.ts';

/*
 * Runs the tests: all of them, or those whose path contains one of the arguments. One PostgreSQL serves all
 * files; each test file is a process of its own. Ends with the line `N passed, N failed`.
 */

const root = new URL('..', import.meta.url).pathname;

/** A test that hangs fails after this time; the whole run is cut off well before CI does it without words. */
const longestTest = 3 * 60_000;
const longestRun = 14 * 60_000;

type Report = EventData.TestPass | EventData.TestFail;

const counts = { passed: 0, failed: 0, skipped: 0 };
const filesWithTests = new Set<string>();

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

function selectFiles(parts: readonly string[]): readonly string[] {
  return globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'], { cwd: root })
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .sort()
    .map((file) => `${root}${file}`);
}

async function runFiles(files: readonly string[]): Promise<void> {
  const signal = AbortSignal.timeout(longestRun);
  const events = run({ files: [...files], concurrency: 2, timeout: longestTest, signal, cwd: root });
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

const cluster = await startTestCluster();
process.env[clusterVariable] = cluster.superuserUrl;
await runFiles(selectFiles(process.argv.slice(2)));
await cluster.stop();
console.log(`\n${closingLine()}`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
