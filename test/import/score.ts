/** `npm run import:score [-- --misses]`: how well decrees are read, component by component. */
import { documents, readSample, seeds } from './corpus.ts';
import type { Sample } from './corpus.ts';
import { mean, scoreOf, total } from './scoring.ts';
import type { Score } from './scoring.ts';

/** What the seeds must reach, and what is told of documents that the grammar was not made from. */
const WANTED = 0.97;

const showMisses = process.argv.includes('--misses');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function scored(samples: readonly Sample[]): Promise<readonly (readonly [string, Score])[]> {
  const scores: (readonly [string, Score])[] = [];
  for (const sample of samples)
    scores.push([sample.name, scoreOf(sample.name, await readSample(sample), sample.expected)]);
  return scores;
}

function sayWrong({ wrongPromises, wrongFees, surplusServices, wrongFindings }: Score): void {
  const kinds = [
    ['PROMISE', wrongPromises],
    ['FEE', wrongFees],
    ['SERVICE', surplusServices],
    ['FINDING', wrongFindings],
  ] as const;
  for (const [kind, all] of kinds) for (const one of all) say(`    WRONG ${kind}: ${one}`);
}

function report(title: string, scores: readonly (readonly [string, Score])[]): number {
  if (scores.length === 0) return 1;
  say(`\n${title}`);
  const all = new Map<string, number[]>();
  for (const [name, score] of scores) {
    const { marks } = score;
    say(`  ${name.padEnd(44)} ${total(marks).toFixed(4)}`);
    sayWrong(score);
    for (const [component, values] of marks) all.set(component, [...(all.get(component) ?? []), ...values]);
  }
  for (const [component, values] of all)
    say(`    ${component.padEnd(18)} ${mean(values).toFixed(4)}  (${values.length})`);
  const reached = total(all);
  say(`  together ${reached.toFixed(4)}`);
  if (showMisses) for (const [, { misses }] of scores) for (const miss of misses) say(`  ${miss}`);
  return reached;
}

const reached = [
  report('Seeds', await scored(seeds())),
  report('Documents of this repository', await scored(documents())),
];
process.exitCode = reached.every((mark) => mark >= WANTED) ? 0 : 1;
