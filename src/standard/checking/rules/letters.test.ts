import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsAfter, testPlantedFaults } from '../../../../test/support/planted-faults.ts';

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
