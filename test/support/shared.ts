/** What the test files of one run need not each find out again; a file that is run alone shares nothing. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `test/run.ts` tells the test files which folder they share. */
export const sharedVariable = 'PENDOPO_TEST_SHARED';

/** The path of this name in the folder that the run's files share; null in a file that is run alone. */
export function findShared(name: string): string | null {
  const folder = process.env[sharedVariable];
  return folder === undefined ? null : join(folder, name);
}

/** Things that somebody of this run has found good. Whatever was found at fault is not kept, so that all find it. */
export class FoundGood {
  readonly #own = new Set<string>();
  readonly #folder: string | null;

  /** `name`: of the folder in which the run keeps them, one empty file for each. */
  constructor(name: string) {
    this.#folder = findShared(name);
    if (this.#folder !== null) mkdirSync(this.#folder, { recursive: true });
  }

  has(thing: string): boolean {
    return this.#own.has(thing) || (this.#folder !== null && existsSync(this.#fileOf(thing, this.#folder)));
  }

  add(thing: string): void {
    this.#own.add(thing);
    if (this.#folder !== null) writeFileSync(this.#fileOf(thing, this.#folder), '');
  }

  #fileOf(thing: string, folder: string): string {
    return join(folder, createHash('sha256').update(thing).digest('hex'));
  }
}
