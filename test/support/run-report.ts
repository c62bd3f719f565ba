/** What a run of the tests tells: each file with its time, each fault as it is found, and in the end what was slow or skipped. */
import { relative } from 'node:path';
import type { EventData, run } from 'node:test';

type Report = EventData.TestPass | EventData.TestFail;

/** How many of the slowest files are told. */
const SLOWEST = 10;

export class RunReport {
  readonly #root: string;
  readonly #counts = { passed: 0, failed: 0 };
  readonly #skipped: string[] = [];
  readonly #took = new Map<string, number>();
  readonly #filesWithTests = new Set<string>();
  /** Files that run now, each with the names of its tests that do: a group and, in it, one of its own. */
  readonly #atWork = new Map<string, Set<string>>();
  #cutOff = false;

  constructor(root: string) {
    this.#root = root;
  }

  /** Listens to a run. Calls `started` with each file as its process starts, and `ended` as that ends. */
  listen(
    events: ReturnType<typeof run>,
    { started, ended }: { readonly started: (file: string) => void; readonly ended: (file: string) => void },
  ): void {
    // These two come as things happen; all others in the order of the files.
    events.on('test:dequeue', (report) => {
      if (this.#cutOff) return;
      this.#namesIn(report).add(report.name);
      if (isFile(report)) started(report.name);
    });
    events.on('test:complete', (report) => {
      if (this.#cutOff) return;
      this.#namesIn(report).delete(report.name);
      if (!isFile(report)) return;
      this.#atWork.delete(report.name);
      ended(report.name);
    });
    events.on('test:pass', (report) => this.#pass(report));
    events.on('test:fail', (report) => this.#fail(report));
    events.on('test:stderr', ({ message }) => process.stderr.write(message));
    events.on('test:summary', ({ file, duration_ms: took }) => {
      if (file === undefined) return;
      this.#took.set(file, took);
      console.log(`  ${this.#short(file)} (${Math.round(took)} ms)`);
    });
  }

  /** What was still at work when the time was over is at fault; all others only were not reached any more. */
  cutOff(why: string): void {
    if (this.#cutOff) return;
    this.#cutOff = true;
    this.#counts.failed += 1;
    console.log(`\n✖ cut off: ${why}. At work were:`);
    for (const [file, tests] of this.#atWork) {
      const names = [...tests].filter((name) => name !== file);
      console.log(
        `  ${this.#short(file)}: ${names.join(' › ') || 'no test; something else keeps it from ending'}`,
      );
    }
  }

  /** Fails each file that ran no test. */
  expectTestsIn(files: readonly string[]): void {
    if (this.#cutOff) return;
    for (const file of files.filter((one) => !this.#filesWithTests.has(one))) {
      this.#counts.failed += 1;
      console.log(`\n✖ ${this.#short(file)}: ran no test`);
    }
  }

  /** The slowest files, what was skipped and why, and the line `N passed, N failed`. */
  close(): void {
    const slowest = [...this.#took].toSorted(([, one], [, other]) => other - one).slice(0, SLOWEST);
    if (this.#took.size > SLOWEST) {
      console.log('\nSlowest:');
      for (const [file, took] of slowest)
        console.log(`  ${(took / 1000).toFixed(1)} s  ${this.#short(file)}`);
    }
    if (this.#skipped.length > 0) console.log(`\nSkipped:\n${this.#skipped.join('\n')}`);
    const skipped = this.#skipped.length === 0 ? '' : `, ${this.#skipped.length} skipped`;
    console.log(`\n${this.#counts.passed} passed, ${this.#counts.failed} failed${skipped}`);
  }

  get isGood(): boolean {
    return this.#counts.failed === 0 && this.#counts.passed > 0;
  }

  #pass(report: Report): void {
    if (isFile(report) || report.details.type === 'suite') return;
    this.#filesWithTests.add(report.entryFile ?? '');
    if (report.skip === undefined && report.todo === undefined) this.#counts.passed += 1;
    else this.#skip(report);
  }

  #fail(report: EventData.TestFail): void {
    this.#filesWithTests.add(report.entryFile ?? report.file ?? '');
    if (report.todo !== undefined) this.#skip(report);
    else if (!repeatsItsTests(report) && !this.#cutOff) this.#tellFault(report);
  }

  #skip({ entryFile = '', name, skip, todo }: Report): void {
    const reason =
      [skip, todo].find((one): one is string => typeof one === 'string' && one !== '') ?? 'no reason given';
    const told = name.includes(reason) ? name : `${name} (${reason})`;
    this.#skipped.push(`  ${this.#short(entryFile)}: ${told}`);
  }

  #tellFault(report: EventData.TestFail): void {
    this.#counts.failed += 1;
    const reason = report.details.error.cause ?? report.details.error;
    console.log(`\n✖ ${this.#short(report.entryFile ?? report.file ?? '')}: ${report.name}`);
    console.log(reason instanceof Error ? (reason.stack ?? reason.message) : reason);
  }

  #namesIn({ entryFile, file, name }: EventData.TestDequeue | EventData.TestComplete): Set<string> {
    return this.#atWork.getOrInsertComputed(entryFile ?? file ?? name, () => new Set());
  }

  #short(file: string): string {
    return relative(this.#root, file);
  }
}

/** Node reports each file as a test of that name. */
const isFile = ({ nesting, name, file }: Pick<Report, 'nesting' | 'name' | 'file'>): boolean =>
  nesting === 0 && name === file;

/** A suite fails with its tests, which were counted; and its hook's failure is told by the suite only. */
function repeatsItsTests({ details: { error } }: EventData.TestFail): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}
