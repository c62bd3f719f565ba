/**
 * Makes small mistakes in a room, one at a time, and sees whether the room's tests find each: `npm run mutate`. Prints what
 * no test found with its reason (survivors.ts), and the score of each file and of all (report.ts).
 * `npm run mutate -- WORD…`: only files whose names hold one of the words.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Coverage } from './coverage.ts';
import type { ScriptCoverage } from './coverage.ts';
import { mutantsOf } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { nameOf, report } from './report.ts';
import type { Trial } from './trial.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const room = join(root, 'src/working-time');
const trialFile = join(root, 'test/mutation/trial.ts');
const scratch = mkdtempSync(join(tmpdir(), 'pendopo-mutation-'));

/** Trials at the same time. */
const HANDS = 2;
/**
 * A trial that computes so many times as long as its tests did is stuck in a loop, and its mistake is found. Counted in
 * time of the processor: on a busy machine a trial lasts longer, but computes no more.
 */
const PATIENCE = 4;
/** Seconds of the processor that every trial may take, to begin and to read its files. */
const START_SECONDS = 5;

/** Files with words for people: a wrong constant in them is a matter for readers, and their tests look for sense only. */
const NOT_MUTATED = ['index.ts', 'types.ts'];

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts'));

const tests = [...filesIn(room), ...filesIn(join(room, 'oracle'))].filter((path) =>
  path.endsWith('.test.ts'),
);
const words = process.argv.slice(2);
const sources = filesIn(room).filter(
  (path) =>
    !path.endsWith('.test.ts') &&
    !NOT_MUTATED.some((name) => path.endsWith(`/${name}`)) &&
    (words.length === 0 || words.some((word) => path.includes(word))),
);

interface Ending {
  readonly code: number | null;
  readonly seconds: number;
  readonly said: string;
}

/** A command that the system ends after so many seconds of the processor. */
const within = (seconds: number | null, command: readonly string[]): readonly string[] =>
  seconds === null ? command : ['sh', '-c', `ulimit -t ${seconds} && exec "$@"`, 'sh', ...command];

const NODE = [process.execPath, '--max-old-space-size=512', '--no-warnings', trialFile];

/** Runs a trial, for at most so many seconds of the processor; null for the tests over the room as it is, whose loops end. */
function attempt(trial: Trial, limit: number | null): Promise<Ending> {
  const started = performance.now();
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const [command = '', ...parameters] = within(limit, NODE);
  const child = spawn(command, parameters, {
    cwd: root,
    env: {
      ...process.env,
      MUTATION_TRIAL: JSON.stringify(trial),
      PENDOPO_CASES: '500',
      NODE_COMPILE_CACHE: join(scratch, 'compiled'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  child.on('close', (code) => resolve({ code, seconds: (performance.now() - started) / 1000, said }));
  return promise;
}

interface TestFile {
  readonly path: string;
  readonly seconds: number;
  readonly coverage: Coverage;
}

/** Runs a test file over the room as it is. It must hold, or nothing can be said of mistakes. */
async function measure(path: string, i: number): Promise<TestFile> {
  const file = join(scratch, `${i}.json`);
  const { code, seconds, said } = await attempt({ tests: [path], mutant: null, coverage: file }, null);
  if (code !== 0) throw new Error(`${path} fails by itself: ${said}`);
  const scripts = JSON.parse(readFileSync(file, 'utf8')) as ScriptCoverage[];
  return { path, seconds, coverage: new Coverage(scripts) };
}

/** The quickest test files, and the one that stands beside the mutated: they find most mistakes by themselves. */
function firstTried({ file }: Mutant, running: readonly TestFile[]): readonly TestFile[] {
  const beside = file.replace(/\.ts$/, '.test.ts');
  return running.filter(({ path }, i) => i < 3 || path === beside);
}

/** Whether a test finds the mistake: the quick ones are tried first. */
async function isFound(mutant: Mutant, measured: readonly TestFile[]): Promise<boolean> {
  const running = measured
    .filter(({ coverage }) => coverage.runs(mutant.file, mutant.start, mutant.end))
    .toSorted((a, b) => a.seconds - b.seconds);
  const first = firstTried(mutant, running);
  for (const files of [first, running.filter((file) => !first.includes(file))]) {
    if (files.length === 0) continue;
    const limit = Math.ceil(START_SECONDS + PATIENCE * files.reduce((sum, { seconds }) => sum + seconds, 0));
    const { code } = await attempt({ tests: files.map(({ path }) => path), mutant, coverage: null }, limit);
    if (code !== 0) return true;
  }
  return false;
}

/** Tries all mutants, some at a time; gives those that no test found. */
async function tryAll(mutants: readonly Mutant[], measured: readonly TestFile[]): Promise<readonly Mutant[]> {
  const survived: Mutant[] = [];
  const waiting = mutants.values();
  const hand = async (): Promise<void> => {
    for (const mutant of waiting) {
      if (await isFound(mutant, measured)) continue;
      survived.push(mutant);
      process.stderr.write(
        `not found: ${nameOf(mutant)}:${mutant.line} ${mutant.code} → ${mutant.becomes}\n`,
      );
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  return survived.toSorted((a, b) => a.file.localeCompare(b.file) || a.start - b.start);
}

try {
  const measured: TestFile[] = [];
  for (const [i, path] of tests.entries()) measured.push(await measure(path, i));
  const mutants = sources.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
  const survived = await tryAll(mutants, measured);
  if (!report(mutants, survived)) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}
