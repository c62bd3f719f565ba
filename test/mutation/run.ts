/**
 * Makes small mistakes in a room, one at a time, and sees whether the room's tests find each: `npm run mutate`. Prints what
 * no test found with its reason (survivors.ts), and the score of each file and of all (report.ts).
 * `npm run mutate -- WORD…`: only files whose names hold one of the words.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Coverage } from './coverage.ts';
import { Hand } from './hand.ts';
import { mutantsOf } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { nameOf, report } from './report.ts';

const room = fileURLToPath(new URL('../../src/working-time', import.meta.url));

/** Trials at the same time. */
const HANDS = 2;
/** A trial that computes so many times as long as its tests did is stuck in a loop, and its mistake is found. */
const PATIENCE = 2;
/** Seconds of the processor that every trial may take besides, to load its files. */
const START_SECONDS = 3;

/** Lists of what others hold: nothing in them could be wrong by itself. */
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

interface TestFile {
  readonly path: string;
  readonly seconds: number;
  readonly coverage: Coverage;
}

/** Runs a test file over the room as it is. It must hold, or nothing can be said of mistakes. */
async function measure(path: string): Promise<TestFile> {
  const hand = new Hand();
  const trial = { tests: [path], mutant: null, withCoverage: true };
  const { failure, seconds, coverage } = await hand.attempt(trial, Number.POSITIVE_INFINITY);
  await hand.stop();
  if (failure !== null) throw new Error(`${path} fails by itself: ${failure}`);
  return { path, seconds, coverage: new Coverage(coverage ?? []) };
}

/** The tests that run what is wrong: the one that stands beside it, then the quickest first. */
function testsFor({ file, start, end }: Mutant, measured: readonly TestFile[]): readonly TestFile[] {
  const beside = file.replace(/\.ts$/, '.test.ts');
  const order = ({ path, seconds }: TestFile): number => (path === beside ? 0 : seconds);
  return measured
    .filter(({ coverage }) => coverage.runs(file, start, end))
    .toSorted((a, b) => order(a) - order(b));
}

async function isFound(hand: Hand, mutant: Mutant, measured: readonly TestFile[]): Promise<boolean> {
  const running = testsFor(mutant, measured);
  if (running.length === 0) return false;
  const limit = START_SECONDS + PATIENCE * running.reduce((sum, { seconds }) => sum + seconds, 0);
  const trial = { tests: running.map(({ path }) => path), mutant, withCoverage: false };
  const { failure } = await hand.attempt(trial, limit);
  return failure !== null;
}

/** Tries all mutants, some at a time; gives those that no test found. */
async function tryAll(mutants: readonly Mutant[], measured: readonly TestFile[]): Promise<readonly Mutant[]> {
  const survived: Mutant[] = [];
  const waiting = mutants.values();
  const work = async (): Promise<void> => {
    const hand = new Hand();
    for (const mutant of waiting) {
      if (await isFound(hand, mutant, measured)) continue;
      survived.push(mutant);
      process.stderr.write(
        `not found: ${nameOf(mutant)}:${mutant.line} ${mutant.code} → ${mutant.becomes}\n`,
      );
    }
    await hand.stop();
  };
  await Promise.all(Array.from({ length: HANDS }, work));
  return survived.toSorted((a, b) => a.file.localeCompare(b.file) || a.start - b.start);
}

const measured: TestFile[] = [];
for (const path of tests) measured.push(await measure(path));
const mutants = sources.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
const survived = await tryAll(mutants, measured);
if (!report(mutants, survived)) process.exitCode = 1;
