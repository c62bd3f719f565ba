/** Documents with what a person read in them: the seeds where they lie beside the repository, and the repository's own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDecree, readFileText, jsonOf } from '../../src/standard/import/index.ts';
import type { JsonDecree } from '../../src/standard/import/index.ts';
import type { Expected } from './expected.ts';

const SEEDS = resolve(import.meta.dirname, '../../../shared/seeds');
const OWN = join(import.meta.dirname, 'documents');

export interface Sample {
  readonly name: string;
  readonly path: string;
  readonly expected: Expected;
}

const expectedIn = (path: string): Expected => JSON.parse(readFileSync(path, 'utf8')) as Expected;

/** The seeds; none where they are not there. */
export function seeds(): readonly Sample[] {
  if (!existsSync(join(SEEDS, 'gold'))) return [];
  return readdirSync(SEEDS)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => ({
      name: `seed ${file.slice(0, 3)}`,
      path: join(SEEDS, file),
      expected: expectedIn(join(SEEDS, 'gold', `${file.slice(0, 3)}.json`)),
    }));
}

/** The documents of this repository. */
export function documents(): readonly Sample[] {
  if (!existsSync(OWN)) return [];
  return readdirSync(OWN, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(OWN, entry.name, 'expected.json')))
    .map(({ name }) => name)
    .toSorted()
    .flatMap((name) => {
      const file = readdirSync(join(OWN, name)).find((entry) => entry.startsWith('document.'));
      if (file === undefined) return [];
      const expected = expectedIn(join(OWN, name, 'expected.json'));
      return [{ name, path: join(OWN, name, file), expected }];
    });
}

/** Reads a sample as the command does, without a process of its own; a file that is refused has no services. */
export async function readSample({ path }: Sample): Promise<JsonDecree> {
  const text = await readFileText(new Uint8Array(readFileSync(path)));
  if (!text.ok) return { services: [], decree: null };
  const decree = readDecree(text.value);
  if (!decree.ok) return { services: [], decree: null };
  return jsonOf(decree.value, 'en');
}
