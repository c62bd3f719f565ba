import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkGovernment, readDefinitions } from '../../src/standard/index.ts';
import type { DefinitionFault } from '../../src/standard/index.ts';
import { sample, sampleFiles } from './sample-government.ts';
import type { Sample } from './sample-government.ts';

/** The day on which the sample is checked. */
export const checkDay = Temporal.PlainDate.from('2026-11-23');

/** What the check finds in the sample after it was spoilt. */
export function faultsAfter(spoil: (all: Sample) => void): DefinitionFault[] {
  const all = sample();
  spoil(all);
  return checkGovernment(readDefinitions(sampleFiles(all)), checkDay);
}

/** One fault planted in the sample, and how it must be told. */
export interface Planted {
  readonly fault: string;
  readonly spoil: (all: Sample) => void;
  /** Where it must be found. */
  readonly path: string;
  /** Part of its English words. */
  readonly says: RegExp;
  readonly severity?: 'warning';
}

const shown = (faults: readonly DefinitionFault[]): string =>
  faults.map(({ line, path, words }) => `\n${line} ${path}: ${words.en}`).join('');

/** One test a planted fault: found at its place, in both languages, with its severity. */
export function testPlantedFaults(about: string, table: readonly Planted[]): void {
  describe(`the check of ${about}`, () => {
    for (const { fault, spoil, path, says, severity } of table) {
      test(`finds ${fault}`, () => {
        const faults = faultsAfter(spoil);
        const found = faults.find((one) => one.path === path && says.test(one.words.en));
        assert.ok(found, `not among:${shown(faults)}`);
        assert.equal(found.severity, severity ?? 'error');
        assert.ok(found.words.id !== '' && found.words.id !== found.words.en, 'has Indonesian words');
        assert.ok(found.line > 1, 'stands in its line');
      });
    }
  });
}
