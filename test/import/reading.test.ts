import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readDecree, readFileText } from '../../src/standard/import/index.ts';
import { documents, readSample, seeds } from './corpus.ts';
import type { Sample } from './corpus.ts';
import { scoreOf, total } from './scoring.ts';

/** What each sample must reach; a promise or fee that is read as another one, or a service that is none, is never acceptable. */
async function reaches(sample: Sample, least: number): Promise<void> {
  const { marks, misses, ...wrong } = scoreOf(sample.name, await readSample(sample), sample.expected);
  assert.deepEqual(wrong, { wrongPromises: [], wrongFees: [], surplusServices: [], wrongFindings: [] });
  assert.ok(total(marks) >= least, `${total(marks).toFixed(4)}\n${misses.join('\n')}`);
}

describe('decrees are read as a careful clerk reads them', () => {
  for (const sample of seeds()) test(sample.name, () => reaches(sample, 0.97));
  for (const sample of documents()) test(sample.name, () => reaches(sample, 0.95));
});

test('hostile files are refused in words or read, and never throw', async () => {
  const root = join(import.meta.dirname, 'hostile');
  const expected = JSON.parse(readFileSync(join(root, 'expected.json'), 'utf8')) as Record<
    string,
    { outcome: string }
  >;
  for (const file of readdirSync(root).filter((name) => name in expected)) {
    const text = await readFileText(new Uint8Array(readFileSync(join(root, file))));
    const decree = text.ok ? readDecree(text.value) : text;
    assert.equal(decree.ok ? 'read' : 'refused', expected[file]?.outcome, file);
  }
});
