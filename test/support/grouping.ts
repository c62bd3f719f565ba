/** Which test files may share a process: what they import, and what they change, decides; nobody keeps a list. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf } from '../house/imports.ts';

/** Each of these makes processes or threads; a file that imports one may wait for them, count them, or kill them. */
const otherProcesses = ['node:child_process', 'node:cluster', 'node:worker_threads'];

/** Theirs are the run's PostgreSQL and a browser, which end with whoever opened them. */
const ownProcesses = ['test/support/app.ts', 'test/support/browser.ts', 'test/support/database.ts'];

/** What the whole process has only one of. */
const changesProcess =
  /\bprocess\.(env(\.\w+|\[[^\]]*\])\s*(\?\?|\|\|)?=[^=]|exitCode\s*=|(chdir|exit|kill|on|once|umask)\()|\bdelete (process\.env|globalThis)\b|\bglobalThis(\.\w+|\[[^\]]*\])\s*=[^=]|\bmock\.(module|timers)\b/u;

/** Each of them takes minutes: behind it a group would wait. */
const long = ['test/journeys/'];

/** A file costs less when another started the application before it in the same process; not so many that the last ones wait. */
const filesWithApp = 8;
const filesWithout = 24;

export interface Groups {
  readonly alone: readonly string[];
  /** Files that run in one process, one after the other. */
  readonly together: readonly (readonly string[])[];
}

/** Sorts test files, which are relative to `root`. */
export function groupFiles(root: string, files: readonly string[]): Groups {
  const alone: string[] = [];
  const withApp: string[] = [];
  const without: string[] = [];
  for (const file of files) {
    const parts = partsOf(root, file);
    if (long.some((folder) => file.startsWith(folder)) || changesItsProcess(parts)) alone.push(file);
    else
      (parts.some(({ imports }) => imports.includes('test/support/app.ts')) ? withApp : without).push(file);
  }
  const chunks = [...evenly(withApp, filesWithApp), ...evenly(without, filesWithout)];
  return {
    alone: [...alone, ...chunks.filter((chunk) => chunk.length === 1).flat()],
    together: chunks.filter((chunk) => chunk.length > 1),
  };
}

/** A file of the tests, as far as it says whether it can share a process. */
export interface TestPart {
  readonly text: string;
  /** Files relative to the root, or packages. */
  readonly imports: readonly string[];
}

/** Whether something of this leaves the process otherwise than it was, or works with other processes. */
export const changesItsProcess = (parts: readonly TestPart[]): boolean =>
  parts.some(
    ({ text, imports }) =>
      changesProcess.test(text) || imports.some((imported) => otherProcesses.includes(imported)),
  );

/** The test file and whatever of test/ it reaches. The program itself is written to be one of several in a process. */
function partsOf(root: string, file: string): readonly TestPart[] {
  const found = new Map<string, TestPart>();
  const open = [file];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const part = partAt(root, path);
    found.set(path, part);
    open.push(...part.imports.filter((next) => next.startsWith('test/') && !ownProcesses.includes(next)));
  }
  return [...found.values()];
}

const known = new Map<string, TestPart>();

function partAt(root: string, file: string): TestPart {
  const path = join(root, file);
  return known.getOrInsertComputed(path, () => {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const imports = importsOf(file, text).filter(({ typeOnly }) => !typeOnly);
    return { text, imports: imports.map(({ to }) => to) };
  });
}

/** Parts of about the same length, none longer than `most`, in the order of the whole. */
function evenly<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const parts = Math.ceil(all.length / most);
  return Array.from({ length: parts }, (_, at) =>
    all.slice(Math.round((at * all.length) / parts), Math.round(((at + 1) * all.length) / parts)),
  );
}
