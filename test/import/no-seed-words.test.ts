import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

// The import must know the grammar of decrees, not these decrees: no sentence of a sample may stand in its source.

const ROOT = resolve(import.meta.dirname, '../..');
const SEEDS = resolve(ROOT, '../shared/seeds');
/** So many words in a row are a sentence of somebody's. */
const RUN = 5;

/** How laws are cited in the gazette; every decree repeats it. */
const GAZETTE = 'tambahan lembaran negara republik indonesia tahun';
/** The names of the fourteen components are the grammar itself. */
const NAMES = 'component-names.ts';
/** "Daerah-Daerah Kabupaten Dalam Lingkungan Propinsi …": no region's name. */
const NO_NAMES = new Set(['dalam']);

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const runsOf = (list: readonly string[]): readonly string[] =>
  list.slice(0, Math.max(0, list.length - RUN + 1)).map((_, at) => list.slice(at, at + RUN).join(' '));

/** Names of places and offices: what is peculiar to one decree however short it is. */
const PECULIAR = /\b(?:[\w-]+\.)+go\.id\b|@\w{4,}|\b(?:Kabupaten|Kota|KABUPATEN|KOTA)\s+(\p{Lu}\p{L}{3,})/gu;

function samples(): readonly string[] {
  const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).filter((file) => file.endsWith('.txt')) : [];
  const documents = globSync('test/import/documents/*/document.{txt,md,html}', { cwd: ROOT });
  return [...seeds.map((file) => join(SEEDS, file)), ...documents.map((file) => join(ROOT, file))];
}

const sources = (): readonly string[] =>
  globSync('src/standard/import/**/*.ts', { cwd: ROOT }).filter(
    (file) => !file.endsWith('.test.ts') && !file.endsWith(NAMES),
  );

test('no sentence and no name of a sample stands in the source of the import', () => {
  const runs = new Set<string>();
  const names = new Set<string>();
  for (const path of samples()) {
    const text = readFileSync(path, 'utf8');
    for (const run of runsOf(words(text))) runs.add(run);
    for (const match of text.matchAll(PECULIAR)) names.add((match[1] ?? match[0]).toLowerCase());
  }
  for (const file of sources()) {
    const source = words(readFileSync(join(ROOT, file), 'utf8'));
    const found = runsOf(source).filter((run) => runs.has(run) && !GAZETTE.includes(run));
    assert.deepEqual(found, [], file);
    assert.deepEqual(
      source.filter((word) => names.has(word) && !NO_NAMES.has(word)),
      [],
      file,
    );
  }
});
