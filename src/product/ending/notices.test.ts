import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { noticesBefore, owedNotice } from './notices.ts';

const endsOn = Temporal.PlainDate.from('2028-11-22');
const long = endsOn.subtract({ years: 2 });
const owed = (daysLeft: number, sent: readonly number[] = [], since = long): number | undefined =>
  owedNotice({ endsOn, since, sent }, endsOn.subtract({ days: daysLeft }))?.daysBefore;

describe('notices that a product ends', () => {
  it('come 90, 30 and 7 days before', () => {
    const days = noticesBefore(endsOn).map(({ on }) => on.toString());
    assert.deepEqual(days, ['2028-08-24', '2028-10-23', '2028-11-15']);
  });

  it('are owed from their day on, and not a day before', () => {
    assert.deepEqual(
      [91, 90, 31, 30, 8, 7, 0, -1].map((left) => owed(left)),
      [undefined, 90, 90, 30, 30, 7, 7, undefined],
    );
  });

  it('are sent once, and of those that were missed only the newest', () => {
    assert.equal(owed(60, [90]), undefined);
    assert.equal(owed(30, [90]), 30);
    assert.equal(owed(5, []), 7);
    // A clock that is set back announces nothing again.
    assert.equal(owed(60, [7]), undefined);
  });

  it('do not come on the day of a delivery that is short from the beginning', () => {
    const since = endsOn.subtract({ days: 20 });
    assert.equal(owed(20, [], since), undefined);
    assert.equal(owed(8, [], since), undefined);
    assert.equal(owed(7, [], since), 7);
  });

  it('read on any days in order, each goes out at most once and the last one always', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -5, max: 200 })), (days) => {
        const sent: number[] = [];
        for (const left of days.toSorted((one, other) => other - one)) {
          const now = owed(left, sent);
          if (now !== undefined) sent.push(now);
        }
        assert.equal(new Set(sent).size, sent.length);
        assert.deepEqual(
          sent,
          [90, 30, 7].filter((each) => sent.includes(each)),
        );
        const last = Math.min(...days.filter((left) => left >= 0));
        const expected = [7, 30, 90].find((each) => last <= each);
        if (expected !== undefined) assert.ok(sent.includes(expected));
      }),
    );
  });
});
