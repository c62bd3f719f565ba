/** What is told when all mistakes have been tried: the survivors with their reasons, and the scores. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Mutant } from './mutants.ts';
import type { Survivor } from './reasons.ts';
import { survivors } from './survivors.ts';

/** The part of the mistakes that the tests must find. */
const GOAL = 0.9;

export const nameOf = ({ file }: Mutant): string => basename(file);

const lineOf = ({ file, line }: Mutant): string =>
  readFileSync(file, 'utf8').split('\n')[line - 1]?.trim() ?? '';

function findExplanation(mutant: Mutant): Survivor | undefined {
  const text = lineOf(mutant);
  return survivors.find(
    ({ file, line, mistakes }) =>
      file === nameOf(mutant) &&
      line === text &&
      mistakes.some(([code, becomes]) => code === mutant.code && becomes === mutant.becomes),
  );
}

function printSurvivor(mutant: Mutant): void {
  console.log(`${nameOf(mutant)}:${mutant.line}  ${mutant.code} → ${mutant.becomes}`);
  console.log(`    ${lineOf(mutant)}`);
  console.log(`    ${findExplanation(mutant)?.why ?? 'NOT EXPLAINED'}`);
}

const scoreOf = (all: readonly Mutant[], survived: readonly Mutant[]): number =>
  all.length === 0 ? 1 : 1 - survived.length / all.length;

function printScore(name: string, all: readonly Mutant[], survived: readonly Mutant[]): void {
  const percent = (scoreOf(all, survived) * 100).toFixed(1).padStart(5);
  console.log(`${percent} %  ${String(all.length - survived.length).padStart(5)} of ${all.length}  ${name}`);
}

/**
 * Prints what no test found and the score of each file and of all. False where the score of all is below the goal, where
 * a survivor has no reason, or where a reason explains no survivor any more.
 */
export function report(mutants: readonly Mutant[], survived: readonly Mutant[]): boolean {
  for (const mutant of survived) printSurvivor(mutant);
  console.log('');
  const files = Map.groupBy(mutants, nameOf);
  for (const [name, own] of files)
    printScore(
      name,
      own,
      survived.filter((mutant) => nameOf(mutant) === name),
    );
  printScore(`all (goal: ${GOAL * 100} %)`, mutants, survived);
  const used = new Set(survived.map(findExplanation));
  const stale = survivors.filter((survivor) => files.has(survivor.file) && !used.has(survivor));
  for (const { file, line } of stale) console.log(`A reason without a survivor: ${file}: ${line}`);
  const unexplained = survived.filter((mutant) => !findExplanation(mutant)).length;
  console.log(`${unexplained} survivors without a reason`);
  return scoreOf(mutants, survived) >= GOAL && unexplained === 0 && stale.length === 0;
}
