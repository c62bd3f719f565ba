import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { compileCalendar, readCalendar } from './index.ts';

const DAY = ['07:30-12:00', '13:00-16:00'];
const GOOD = {
  timeZone: 'Asia/Makassar',
  knownUntil: '2027-12-31',
  week: { mon: DAY },
  regimes: [],
  closed: [],
};

/** Codes and places of all faults. */
function faultsOf(input: unknown): string[] {
  const read = readCalendar(input);
  if (read.ok) return [];
  for (const { words } of read.faults) assert.ok(words.id.length > 10 && words.en.length > 10);
  return read.faults.map(({ code, path }) => `${code} ${path}`);
}

test('accepts a calendar, and fills in what may be missing', () => {
  assert.deepEqual(faultsOf(GOOD), []);
  assert.deepEqual(readCalendar({ timeZone: 'Asia/Jakarta', week: {} }), {
    ok: true,
    value: { timeZone: 'Asia/Jakarta', knownUntil: null, week: {}, regimes: [], closed: [] },
  });
  const day = { date: '2026-12-25', name: 'Hari Raya Natal', kind: 'national-holiday' };
  const read = readCalendar({ ...GOOD, closed: [day] });
  assert.deepEqual(read.ok && read.value.closed, [{ ...day, decree: null, confirmed: true }]);
});

test('refuses a zone that is not one of Indonesia', () => {
  assert.deepEqual(faultsOf({ ...GOOD, timeZone: 'Mars/Olympus' }), ['unknown-zone timeZone']);
  assert.deepEqual(faultsOf({ ...GOOD, timeZone: 7 }), ['not-text timeZone']);
  assert.throws(() => compileCalendar({ ...GOOD, timeZone: 'Mars/Olympus' }), RangeError);
});

const INTERVALS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['touching intervals', ['08:00-12:00', '12:00-16:00'], []],
  ['until midnight', ['08:00-24:00'], []],
  ['no form', ['8-12'], ['not-an-interval week.mon[0]']],
  ['an hour that is none', ['08:00-25:00'], ['not-an-interval week.mon[0]']],
  ['from midnight backwards', ['24:00-24:00'], ['not-an-interval week.mon[0]']],
  ['over midnight', ['22:00-06:00'], ['interval-over-midnight week.mon[0]']],
  ['empty', ['08:00-08:00'], ['interval-over-midnight week.mon[0]']],
  ['overlapping', ['08:00-12:00', '11:59-16:00'], ['interval-overlap week.mon[1]']],
  ['out of order', ['13:00-16:00', '08:00-12:00'], ['interval-overlap week.mon[1]']],
  ['a bad one before good ones', ['8-12', '08:00-12:00', '13:00-16:00'], ['not-an-interval week.mon[0]']],
  [
    'a bad one between overlapping ones',
    ['08:00-12:00', 'x', '11:00-16:00'],
    ['not-an-interval week.mon[1]', 'interval-overlap week.mon[2]'],
  ],
];

for (const [name, mon, faults] of INTERVALS) {
  test(`working hours: ${name}`, () => assert.deepEqual(faultsOf({ ...GOOD, week: { mon } }), faults));
}

test('refuses what is no list', () => {
  assert.deepEqual(faultsOf({ ...GOOD, regimes: {}, closed: 'none', week: { mon: '08:00-12:00' } }), [
    'not-a-list week.mon',
    'not-a-list regimes',
    'not-a-list closed',
  ]);
});

test('refuses regimes that overlap or end before they begin', () => {
  const regime = (from: string, to: string) => ({ name: 'Ramadan', from, to, week: { mon: DAY } });
  const [a, b] = [regime('2026-02-01', '2026-02-28'), regime('2026-02-28', '2026-03-05')];
  assert.deepEqual(faultsOf({ ...GOOD, regimes: [a, b] }), ['regime-overlap regimes[1]']);
  assert.deepEqual(faultsOf({ ...GOOD, regimes: [b, a] }), ['regime-overlap regimes[1]']);
  assert.deepEqual(faultsOf({ ...GOOD, regimes: [a, regime('2026-03-01', '2026-03-01')] }), []);
  assert.deepEqual(faultsOf({ ...GOOD, regimes: [regime('2026-03-02', '2026-03-01')] }), [
    'regime-reversed regimes[0]',
  ]);
});

test('reports all faults at once, each with its place', () => {
  const input = {
    timeZone: 'WIB',
    knownUntil: '2027-02-30',
    week: { senin: DAY, tue: ['7-8', '09:00-08:00'] },
    regime: [],
    regimes: [{ from: 'x', to: '2026-01-01', week: null }],
    closed: [{ date: '2026-1-1', name: ' ', kind: 'holiday', decree: 5, confirmed: 'no' }, 'Natal'],
  };
  assert.deepEqual(faultsOf(input).toSorted(), [
    'interval-over-midnight week.tue[1]',
    'not-a-date closed[0].date',
    'not-a-date closed[1].date',
    'not-a-date knownUntil',
    'not-a-date regimes[0].from',
    'not-an-interval week.tue[0]',
    'not-an-object closed[1]',
    'not-an-object regimes[0].week',
    'not-text closed[0].decree',
    'not-text closed[0].name',
    'not-text closed[1].kind',
    'not-text closed[1].name',
    'not-text regimes[0].name',
    'not-yes-or-no closed[0].confirmed',
    'unknown-field regime',
    'unknown-field week.senin',
    'unknown-kind closed[0].kind',
    'unknown-zone timeZone',
  ]);
});

test('never throws, whatever it is given', () => {
  const value = fc.anything();
  const calendar = fc.record(
    { timeZone: value, knownUntil: value, week: value, regimes: value, closed: fc.array(value) },
    { requiredKeys: [] },
  );
  fc.assert(fc.property(fc.oneof(value, calendar), (input) => assert.ok(faultsOf(input).length > 0)));
});
