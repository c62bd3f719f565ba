import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsAfter, testPlantedFaults } from '../../../../test/support/planted-faults.ts';
import type { Plain, Sample } from '../../../../test/support/sample-government.ts';

const oneClass = (id: string, days: number): Plain => ({
  id,
  label: { id, en: id },
  text: `${days} hari kerja`,
  promise: { basis: 'working', days },
});

/** The sample with a step before its last that chooses a class, light 3 or heavy 10 working days. Gives the classes. */
function classified({ service }: Sample): Plain[] {
  const classes = [oneClass('ringan', 3), oneClass('berat', 10)];
  service.steps[2].outcomes.pass.to = 'golongkan';
  service.steps.push({
    kind: 'classify',
    id: 'golongkan',
    title: { id: 'Golongkan', en: 'Classify' },
    positions: ['petugas'],
    classes,
    outcomes: { classify: { to: 'serahkan' } },
  });
  return classes;
}

test('classes without a fault are found to have none', () => {
  assert.deepEqual(
    faultsAfter((all) => void classified(all)),
    faultsAfter(() => undefined),
  );
});

testPlantedFaults('classes', [
  {
    fault: 'two classes of one name',
    spoil: (all) => void classified(all).push(oneClass('ringan', 5)),
    path: 'steps.golongkan.classes.ringan.id',
    says: /"ringan" is used above already/,
  },
  {
    fault: 'a class whose printed time cannot be read',
    spoil: (all) => void Object.assign(classified(all)[0] ?? {}, { text: 'secepatnya' }),
    path: 'steps.golongkan.classes.ringan.text',
    says: /class "ringan" cannot be read/,
  },
  {
    fault: 'a class that promises another time than is printed',
    spoil: (all) => void Object.assign(classified(all)[0] ?? {}, { promise: { basis: 'working', days: 4 } }),
    path: 'steps.golongkan.classes.ringan.promise',
    says: /"ringan" says 4 working days .* what is printed is 3 working days/,
  },
  {
    fault: 'a class longer than what is promised before one is chosen',
    spoil: (all) => void classified(all).push(oneClass('sangat-berat', 30)),
    path: 'promise',
    says: /the longest of them is what is promised: 30 working days/,
  },
  {
    fault: 'classes counted on different bases',
    spoil: (all) =>
      void Object.assign(classified(all)[0] ?? {}, {
        text: '3 hari kalender',
        promise: { basis: 'calendar', days: 3 },
      }),
    path: 'steps.golongkan.classes',
    says: /counted on the same basis/,
  },
  {
    fault: 'a lawful time beside classes',
    spoil: (all) => {
      classified(all);
      all.service.clock = { lawful: { promise: { basis: 'working', days: 9 }, law: 'UU Contoh' } };
    },
    path: 'clock.lawful',
    says: /cannot stand beside classes/,
  },
  {
    fault: 'a way around the step that chooses the class',
    spoil: (all) => {
      classified(all);
      all.service.steps[2].outcomes.fail = { to: 'serahkan' };
    },
    path: 'steps.golongkan',
    says: /closed without passing the step that chooses its class/,
  },
  {
    fault: 'a second step that chooses a class',
    spoil: (all) => {
      classified(all);
      const again = { ...all.service.steps.at(-1), id: 'golongkan-lagi' };
      all.service.steps.at(-1).outcomes.classify.to = 'golongkan-lagi';
      all.service.steps.push(again);
    },
    path: 'steps.golongkan-lagi.kind',
    says: /Only one step may classify/,
  },
  {
    fault: 'silence that nobody would examine',
    spoil: ({ service }) => void (service.silence = 'potential-approval'),
    path: 'silence',
    says: /No position has the role legal/,
    severity: 'warning',
  },
]);
