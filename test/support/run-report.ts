/** What a run of the tests tells: each file with its time, each fault as it is found, and in the end what was slow or skipped. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { EventData, run } from 'node:test';

type Report = EventData.TestPass | EventData.TestFail;

/** How many of the slowest files are told. */
const SLOWEST = 10;

/** A process in which several test files run: the file it begins with, and the one that says at which of them it is. */
export interface SharedProcess {
  readonly entry: string;
  readonly atWork: string;
  /** Relative to the root. */
  readonly files: readonly string[];
}

export class RunReport {
  readonly #root: string;
  readonly #shared: ReadonlyMap<string, SharedProcess>;
  /** The test file of a shared process of which is told just now: tests are told when all before them were. */
  readonly #toldOf = new Map<string, string>();
  readonly #counts = { passed: 0, failed: 0 };
  readonly #skipped: string[] = [];
  readonly #took = new Map<string, number>();
  readonly #filesWithTests = new Set<string>();
  /** Processes that run now, by the file they begin with, each with the names of its tests that do: a group and, in it, one of its own. */
  readonly #atWork = new Map<string, Set<string>>();
  #cutOff = false;

  constructor(root: string, shared: readonly SharedProcess[]) {
    this.#root = root;
    this.#shared = new Map(shared.map((process) => [process.entry, process]));
  }

  /**
   * Listens to a run. Calls `started` with each process and the test file that begins in it, and `ended` with each as it ends.
   * A process goes by the file that it begins with.
   */
  listen(
    events: ReturnType<typeof run>,
    {
      started,
      ended,
    }: {
      readonly started: (process: string, file: string) => void;
      readonly ended: (process: string) => void;
    },
  ): void {
    // These two come as things happen; all others in the order of the files.
    events.on('test:dequeue', (report) => {
      if (this.#cutOff) return;
      this.#namesIn(report).add(report.name);
      if (isFile(report)) started(report.name, report.name);
      else if (this.#isSharing(report)) started(processOf(report), join(this.#root, report.name));
    });
    events.on('test:complete', (report) => {
      if (this.#cutOff) return;
      this.#namesIn(report).delete(report.name);
      if (!isFile(report)) return;
      this.#atWork.delete(report.name);
      ended(report.name);
    });
    events.on('test:start', (report) => {
      if (this.#isSharing(report)) this.#toldOf.set(processOf(report), join(this.#root, report.name));
    });
    events.on('test:pass', (report) => this.#pass(report));
    events.on('test:fail', (report) => this.#fail(report));
    events.on('test:stderr', ({ message }) => process.stderr.write(message));
    events.on('test:summary', ({ file, duration_ms: took }) => {
      if (file !== undefined && !this.#shared.has(file)) this.#tellTime(file, took);
    });
  }

  /** What was still at work when the time was over is at fault; all others only were not reached any more. */
  cutOff(why: string): void {
    if (this.#cutOff) return;
    this.#cutOff = true;
    this.#counts.failed += 1;
    console.log(`\n✖ cut off: ${why}. At work were:`);
    for (const [process, tests] of this.#atWork) {
      const file = this.#short(this.#at(process));
      const names = [...tests].filter((name) => name !== process && name !== file);
      console.log(`  ${file}: ${names.join(' › ') || 'no test; something else keeps it from ending'}`);
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
    if (this.#isSharing(report)) this.#tellTime(this.#fileOf(report), report.details.duration_ms);
    if (isFile(report) || report.details.type === 'suite') return;
    this.#filesWithTests.add(this.#fileOf(report));
    if (report.skip === undefined && report.todo === undefined) this.#counts.passed += 1;
    else this.#skip(report);
  }

  #fail(report: EventData.TestFail): void {
    if (this.#isSharing(report)) this.#tellTime(this.#fileOf(report), report.details.duration_ms);
    this.#filesWithTests.add(this.#fileOf(report));
    if (report.todo !== undefined) this.#skip(report);
    else if (!repeatsItsTests(report) && !this.#cutOff) this.#tellFault(report);
  }

  #skip(report: Report): void {
    const { name, skip, todo } = report;
    const reason =
      [skip, todo].find((one): one is string => typeof one === 'string' && one !== '') ?? 'no reason given';
    const told = name.includes(reason) ? name : `${name} (${reason})`;
    this.#skipped.push(`  ${this.#short(this.#fileOf(report))}: ${told}`);
  }

  #tellFault(report: EventData.TestFail): void {
    this.#counts.failed += 1;
    const reason = report.details.error.cause ?? report.details.error;
    console.log(`\n✖ ${this.#short(this.#fileOf(report))}: ${isFile(report) ? 'its process' : report.name}`);
    console.log(reason instanceof Error ? (reason.stack ?? reason.message) : reason);
  }

  #tellTime(file: string, took: number): void {
    this.#took.set(file, took);
    console.log(`  ${this.#short(file)} (${Math.round(took)} ms)`);
  }

  #namesIn(report: Named): Set<string> {
    return this.#atWork.getOrInsertComputed(processOf(report), () => new Set());
  }

  /** Whether this tells of a whole test file that shares its process: there each is a suite of its path. */
  #isSharing(report: Named): boolean {
    return report.nesting === 0 && !!this.#shared.get(processOf(report))?.files.includes(report.name);
  }

  /** The test file that is told of. */
  #fileOf(report: Report): string {
    const process = processOf(report);
    if (isFile(report)) return this.#at(process);
    return this.#toldOf.get(process) ?? process;
  }

  /** The test file at which a process is, or was when it ended. */
  #at(process: string): string {
    const atWork = this.#shared.get(process)?.atWork;
    if (atWork === undefined || !existsSync(atWork)) return process;
    return join(this.#root, readFileSync(atWork, 'utf8'));
  }

  #short(file: string): string {
    return relative(this.#root, file);
  }
}

type Named = Pick<Report, 'nesting' | 'name' | 'file' | 'entryFile'>;

/** Node reports each file as a test of that name. */
const isFile = ({ nesting, name, file }: Named): boolean => nesting === 0 && name === file;

const processOf = ({ entryFile, file, name }: Named): string => entryFile ?? file ?? name;

/** A suite fails with its tests, which were counted; and its hook's failure is told by the suite only. */
function repeatsItsTests({ details: { error } }: EventData.TestFail): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}
