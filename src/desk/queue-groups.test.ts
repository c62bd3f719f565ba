import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { groupingAt, groupNames } from './queue-groups.ts';
import type { GroupName } from './queue-groups.ts';

/** Wednesday, 25 November 2026, 10.00 WIB. */
const wednesday = { now: Temporal.Instant.from('2026-11-25T03:00:00Z'), timeZone: 'Asia/Jakarta' };

type Timed = Parameters<ReturnType<typeof groupingAt>>[0];

const running = (due: string | null): Timed => ({
  due: due === null ? null : Temporal.Instant.from(due),
  overdue: false,
  status: 'in-progress',
});

test('a request stands in the group of its deadline on the wall of the office', () => {
  const cases: readonly (readonly [string | null, GroupName])[] = [
    ['2026-11-25T09:59:59+07:00', 'late'],
    ['2026-11-25T10:00:00+07:00', 'today'],
    ['2026-11-25T23:59:00+07:00', 'today'],
    // Already the 26th here, though still the 25th in UTC.
    ['2026-11-26T00:30:00+07:00', 'tomorrow'],
    ['2026-11-27T16:30:00+07:00', 'week'],
    ['2026-11-29T16:00:00+07:00', 'week'],
    ['2026-11-30T07:30:00+07:00', 'later'],
    ['2027-01-04T16:00:00+07:00', 'later'],
    [null, 'later'],
  ];
  for (const [due, group] of cases) assert.equal(groupingAt(wednesday)(running(due)), group, String(due));
});

test('waiting for the applicant comes before everything; found late stays late', () => {
  assert.equal(groupingAt(wednesday)({ ...running(null), status: 'returned' }), 'paused');
  assert.equal(groupingAt(wednesday)({ ...running('2026-12-30T09:00:00Z'), overdue: true }), 'late');
});

test('a later deadline never stands in an earlier group', () => {
  const instants = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 });
  fc.assert(
    fc.property(instants, instants, instants, (now, one, other) => {
      const moment = {
        now: Temporal.Instant.fromEpochMilliseconds(now * 1000),
        timeZone: 'Asia/Makassar',
      };
      const place = (seconds: number): number =>
        groupNames.indexOf(
          groupingAt(moment)(running(Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString())),
        );
      const [first, second] = one <= other ? [one, other] : [other, one];
      assert.ok(place(first) <= place(second));
    }),
  );
});
