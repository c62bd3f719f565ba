import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDefinition } from '../../reading/index.ts';
import { faultsAfter, testPlantedFaults } from '../../../../test/support/planted-faults.ts';
import { sample, yaml } from '../../../../test/support/sample-government.ts';

testPlantedFaults('counter hours', [
  {
    fault: 'hours that no clock has',
    spoil: ({ government }) => (government.counter.week.mon = ['08:00-12:00', '99:99-99:99']),
    path: 'counter.week.mon.1',
    says: /hours that a clock has/,
  },
  {
    fault: 'a minute that no hour has',
    spoil: ({ government }) => (government.counter.week.fri = ['08:00-11:60']),
    path: 'counter.week.fri.0',
    says: /hours that a clock has/,
  },
  {
    fault: 'hours that end before they begin',
    spoil: ({ government }) => (government.counter.week.tue = ['15:00-08:00']),
    path: 'counter.week.tue.0',
    says: /end before or when they start/,
  },
  {
    fault: 'hours over each other',
    spoil: ({ government }) => (government.counter.week.wed = ['08:00-12:00', '11:00-15:00']),
    path: 'counter.week.wed.1',
    says: /come before or overlap/,
  },
]);

test('a counter open to midnight, and a day without hours, are in order', () => {
  const faults = faultsAfter(
    ({ government }) => (government.counter.week = { mon: ['13:00-24:00'], tue: [] }),
  );
  assert.deepEqual(
    faults.filter(({ path }) => path.startsWith('counter')),
    [],
  );
});

test('a version published with such hours stays readable, without them', () => {
  const { government } = sample();
  government.counter.week = { mon: ['08:00-12:00', '99:99-99:99'] };
  const reading = readDefinition('government', { path: 'g', text: yaml(government), published: true });
  assert.ok(reading.ok);
  assert.deepEqual(reading.definition.value.counter.week, { mon: ['08:00-12:00'] });
});
