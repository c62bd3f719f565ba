import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileCalendar, computeDue, isWorkingDay, isWorkingInstant, workingTimeBetween } from './index.ts';

const DAY = ['08:00-12:00', '13:00-16:00'];
const closed = [
  { date: '2026-08-05', name: 'libur', kind: 'regional-holiday', decree: null, confirmed: true } as const,
];
const calendar = compileCalendar({
  timeZone: 'Asia/Jayapura',
  knownUntil: '2026-12-31',
  week: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
  regimes: [],
  closed,
});

const at = (date: number, time: string): string => `2026-08-0${date}T${time}:00+09:00`;

test('time between two instants, both ways', () => {
  const between = (a: string, b: string) => workingTimeBetween(calendar, a, b);
  assert.deepEqual(between(at(3, '09:00'), at(3, '16:00')), { days: 0, minutes: 360 });
  assert.deepEqual(between(at(3, '09:00'), at(4, '10:00')), { days: 1, minutes: 480 });
  assert.deepEqual(between(at(3, '15:30'), at(6, '08:01')), { days: 2, minutes: 451 });
  // After closing the next day is the first, as for a promise.
  assert.deepEqual(between(at(3, '16:30'), at(6, '08:01')), { days: 1, minutes: 421 });
  assert.deepEqual(between(at(4, '10:00'), at(3, '09:00')), { days: -1, minutes: -480 });
  assert.deepEqual(between(at(8, '10:00'), at(9, '10:00')), { days: 0, minutes: 0 });
  assert.deepEqual(between(at(3, '09:00'), at(3, '09:00')), { days: 0, minutes: 0 });
  assert.deepEqual(
    workingTimeBetween(calendar, Temporal.Instant.from(at(3, '09:00')), '2026-08-03T01:00:30Z'),
    {
      days: 0,
      minutes: 60,
    },
  );
  assert.deepEqual(between('2026-08-03T09:00:30+09:00', at(3, '09:02')), { days: 0, minutes: 1 });
  assert.deepEqual(between('2026-08-03T09:00:30+09:00', at(3, '09:00')), { days: 0, minutes: 0 }); // and not −0
});

test('an interval holds its start and not its end', () => {
  const works = ['07:59', '08:00', '11:59', '12:00', '12:59', '13:00', '15:59', '16:00'].filter((time) =>
    isWorkingInstant(calendar, at(3, time)),
  );
  assert.deepEqual(works, ['08:00', '11:59', '13:00', '15:59']);
  assert.equal(isWorkingInstant(calendar, at(5, '09:00')), false);
});

test('working days', () => {
  const dates = ['2026-08-04', '2026-08-05', '2026-08-07', '2026-08-08', '2026-08-09', '2026-08-10'];
  assert.deepEqual(
    dates.filter((date) => isWorkingDay(calendar, date)),
    ['2026-08-04', '2026-08-07', '2026-08-10'],
  );
  assert.equal(isWorkingDay(calendar, Temporal.PlainDate.from('2026-08-04')), true);
});

test('what is no instant, no date or no year of the calendar is thrown back', () => {
  assert.throws(() => workingTimeBetween(calendar, '2026-08-03', at(3, '09:00')), RangeError);
  assert.throws(() => workingTimeBetween(calendar, '1900-01-01T00:00:00Z', at(3, '09:00')), RangeError);
  assert.throws(() => isWorkingInstant(calendar, '09:00'), RangeError);
  assert.throws(() => isWorkingDay(calendar, '2026-02-30'), RangeError);
});

test('an office that never works has no time left, and none passes', () => {
  const never = compileCalendar({
    timeZone: 'Asia/Jakarta',
    knownUntil: null,
    week: {},
    regimes: [],
    closed: [],
  });
  assert.deepEqual(workingTimeBetween(never, at(3, '09:00'), at(7, '09:00')), { days: 0, minutes: 0 });
});

test('a request just received has as many working days left as were promised, whenever it came', () => {
  const hours = fc.integer({ min: 0, max: 24 * 60 });
  fc.assert(
    fc.property(hours, fc.integer({ min: 1, max: 60 }), (hour, days) => {
      const received = Temporal.Instant.from('2026-07-31T00:00:00Z').add({ hours: hour }).toString();
      const promise = { basis: 'working', months: 0, days, hours: 0, minutes: 0 } as const;
      const answer = computeDue(calendar, { received, promise });
      assert.ok(answer.ok && answer.value.due !== null);
      assert.equal(workingTimeBetween(calendar, received, answer.value.due).days, days);
    }),
  );
});
