import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sample } from '../../../../test/support/sample-government.ts';
import { faultsAfter, testPlantedFaults } from '../../../../test/support/planted-faults.ts';
import type { Government } from '../../model/government.ts';
import { letterRemarks } from './letters.ts';

testPlantedFaults('codes of letters', [
  {
    fault: 'a code for a service that is not there',
    spoil: ({ government, service }) => {
      const misspelt = `${service.id}x`;
      government.letters = { classification: '500.12', byService: { [misspelt]: '500.12.1' } };
    },
    path: 'letters.byService.suratx',
    says: /no service "suratx".*never used.*Did you mean "surat"/,
  },
  {
    fault: 'a unit of an agency that provides nothing',
    spoil: ({ government, service }) => {
      government.letters = { classification: '500.12', units: { [`${service.office}x`]: 'KOMINFO' } };
    },
    path: `letters.units.${sample().service.office}x`,
    says: /No service is of .*never used.*Did you mean/,
  },
]);

test('a code for a service that is there is in order', () => {
  const faults = faultsAfter(({ government, service }) => {
    government.letters = { classification: '500.12', byService: { [service.id]: '500.12.1' } };
  });
  assert.deepEqual(
    faults.filter(({ path }) => path.startsWith('letters')),
    [],
  );
});

test('agencies whose letters would get the same numbers are found, whatever makes them the same', () => {
  const services = ['satu', 'dua', 'tiga'].map((id, at) => ({
    id,
    office: at === 2 ? 'dukcapil' : 'kominfo',
  }));
  const found = (letters: object): readonly string[] =>
    letterRemarks(
      {
        letters: { classification: '500.12', byService: {}, units: {}, ...letters },
      } as unknown as Government,
      services,
    ).map(({ words }) => words.en);
  assert.deepEqual(found({}), [
    'Letters of "dukcapil" and "kominfo" would get the same numbers. Give each a unit of its own in letters.units.',
  ]);
  assert.equal(found({ unit: 'SETDA' }).length, 1);
  assert.equal(found({ units: { kominfo: 'K', dukcapil: 'K' } }).length, 1);
  assert.deepEqual(found({ units: { kominfo: 'K', dukcapil: 'D' } }), []);
  assert.deepEqual(found({ unit: 'SETDA', units: { dukcapil: 'D' } }), []);
});
