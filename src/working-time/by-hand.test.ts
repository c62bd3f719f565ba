/**
 * Each rule of the clock once by hand, with dates that anyone can check on a wall calendar. The office works Monday to
 * Friday 08.00–12.00 and 13.00–16.00 WIB; 3 August 2026 is a Monday, and no day of these months is a holiday here.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileCalendar, computeDue, dueSeconds } from './index.ts';
import type { DeadlineQuestion, PromisedTime } from './index.ts';
import { ask, dueOf, NOTHING, OFFICE, office } from './oracle/office.ts';

/** "08-03 09:00" as an instant in WIB. */
const at = (text: string): string => `2026-${text.replace(' ', 'T')}:00+07:00`;

/** The deadline in short, "08-03 16:00". */
function due(received: string, promise: Partial<PromisedTime>, more: Partial<DeadlineQuestion> = {}): string {
  const answer = dueOf(ask(promise, { received: at(received), ...more }));
  return answer === null ? 'stopped' : answer.slice(5, 16).replace('T', ' ');
}

type ShortPause = readonly [from: string, to: string];
const paused = (...pauses: readonly ShortPause[]): Partial<DeadlineQuestion> => ({
  pauses: pauses.map(([from, to]) => [at(from), at(to)] as const),
});

describe('rule 1, receipt: counting starts at the opening', () => {
  test('within hours at once, in the break after it, after closing and on days off at the next opening', () => {
    assert.equal(due('08-03 09:00', { minutes: 30 }), '08-03 09:30');
    assert.equal(due('08-03 07:59', { minutes: 30 }), '08-03 08:30');
    assert.equal(due('08-03 12:00', { minutes: 30 }), '08-03 13:30');
    assert.equal(due('08-03 16:00', { minutes: 30 }), '08-04 08:30');
    assert.equal(due('08-08 10:00', { minutes: 30 }), '08-10 08:30');
  });

  test('what comes after closing is counted from the next working day', () => {
    assert.equal(due('08-03 15:59', { days: 1 }), '08-04 16:00');
    assert.equal(due('08-03 16:00', { days: 1 }), '08-05 16:00');
  });

  test('elapsed time does not wait for the opening', () => {
    assert.equal(due('08-08 22:15', { basis: 'elapsed', hours: 48 }), '08-10 22:15');
  });
});

describe('rule 2, months: the same day, or the last of a shorter month', () => {
  test('clamped before days are counted', () => {
    assert.equal(due('08-31 09:00', { basis: 'calendar', months: 1 }), '09-30 16:00');
    assert.equal(due('08-31 09:00', { basis: 'calendar', months: 1, days: 1 }), '10-01 16:00');
    assert.equal(due('03-31 09:00', { basis: 'calendar', months: 11 }), '03-01 16:00'); // 28 February 2027 is a Sunday
  });

  test('counted from the opening, not from the receipt', () => {
    assert.equal(due('07-31 16:00', { basis: 'calendar', months: 1 }), '09-03 16:00');
  });
});

describe('rule 3, days', () => {
  test('working days are counted after the day of the start', () => {
    assert.equal(due('08-07 09:00', { days: 1 }), '08-10 16:00');
    assert.equal(due('08-03 09:00', { days: 10 }), '08-17 16:00');
  });

  test('months without days end on a working day, or on the next', () => {
    assert.equal(due('08-03 09:00', { months: 1 }), '09-03 16:00');
    assert.equal(due('08-05 09:00', { months: 1 }), '09-07 16:00'); // 5 September is a Saturday
  });

  test('working days after months are counted from the day the months are over, worked or not', () => {
    assert.equal(due('08-05 09:00', { months: 1, days: 1 }), '09-07 16:00');
  });

  test('calendar days are rolled forward to a working day, and so are unspecified ones', () => {
    assert.equal(due('08-03 09:00', { basis: 'calendar', days: 5 }), '08-10 16:00');
    assert.equal(due('08-03 09:00', { basis: 'unspecified', days: 5 }), '08-10 16:00');
    assert.equal(due('08-03 09:00', { basis: 'calendar', days: 4 }), '08-07 16:00');
  });
});

describe('rule 4, time of day', () => {
  test('landing on the end of an interval stays there, of the day too', () => {
    assert.equal(due('08-03 09:00', { hours: 3 }), '08-03 12:00');
    assert.equal(due('08-03 09:00', { hours: 6 }), '08-03 16:00');
    assert.equal(due('08-03 09:00', { hours: 6, minutes: 1 }), '08-04 08:01');
    assert.equal(due('08-07 09:00', { hours: 6, minutes: 1 }), '08-10 08:01');
  });

  test('hours after days begin at the time of day of the start', () => {
    assert.equal(due('08-03 15:30', { days: 1, hours: 1 }), '08-05 08:30');
    assert.equal(due('08-03 12:30', { days: 1, hours: 1 }), '08-04 14:00');
  });

  test('where the last day has no such hour, at the next opening', () => {
    const friday = { ...OFFICE.week, fri: ['08:00-11:00'] };
    const calendar = compileCalendar({ ...OFFICE, week: friday });
    const question = ask({ days: 1, hours: 1 }, { received: at('08-06 14:00') });
    assert.equal(dueOf(question, calendar), at('08-10 09:00'));
  });

  test('a promise of nothing is due when the office closes', () => {
    assert.equal(due('08-03 09:00', {}), '08-03 16:00');
    assert.equal(due('08-03 16:00', {}), '08-04 16:00');
    assert.equal(due('08-03 09:00', { basis: 'calendar' }), '08-03 16:00');
  });
});

describe('rule 5, elapsed time: months on the clock of the office, all else in hours', () => {
  test('months are clamped on the local date, not on that of UTC', () => {
    // 31 August 23.30 in Jakarta; in UTC it is still the 31st, 16.30
    assert.equal(due('08-31 23:30', { basis: 'elapsed', months: 1 }), '09-30 23:30');
    // 1 September 00.30 in Jakarta; in UTC it is 31 August, whose month ends on 30 September
    assert.equal(due('09-01 00:30', { basis: 'elapsed', months: 1 }), '10-01 00:30');
  });

  test('days of 24 hours follow the months', () => {
    assert.equal(due('08-31 10:00', { basis: 'elapsed', months: 1, days: 1, minutes: 5 }), '10-01 10:05');
  });
});

describe('rule 6, pauses', () => {
  test('working days: those left after the day of the stop are counted on from the day of the return', () => {
    assert.equal(due('08-03 09:00', { days: 5 }, paused(['08-05 09:00', '08-12 14:00'])), '08-17 16:00');
  });

  test('working days: none left, so the close of the day of the return', () => {
    assert.equal(due('08-03 09:00', { days: 2 }, paused(['08-05 10:00', '08-12 09:00'])), '08-12 16:00');
  });

  test('a second pause counts against the day to which the first has moved the deadline', () => {
    const two = paused(['08-04 09:00', '08-06 09:00'], ['08-10 09:00', '08-11 09:00']);
    assert.equal(due('08-03 09:00', { days: 3 }, two), '08-11 16:00');
  });

  test('working hours: what is left at the stop is added from the return', () => {
    assert.equal(due('08-03 09:00', { hours: 5 }, paused(['08-03 10:00', '08-04 15:00'])), '08-05 11:00');
  });

  test('calendar days: the last day moves, before it is rolled forward', () => {
    // 8 August (a Saturday) moves by two days to Monday, not from Monday to Wednesday
    const moved = paused(['08-04 09:00', '08-06 09:00']);
    assert.equal(due('08-03 09:00', { basis: 'calendar', days: 5 }, moved), '08-10 16:00');
    assert.equal(due('08-03 10:00', { basis: 'calendar', days: 4, hours: 1 }, moved), '08-10 11:00');
  });

  test('elapsed time: as long as the office waited, day and night', () => {
    const night = paused(['08-03 22:00', '08-04 03:30']);
    assert.equal(due('08-03 09:00', { basis: 'elapsed', hours: 24 }, night), '08-04 14:30');
  });

  test('waiting outside working hours costs nothing and gains nothing', () => {
    const outside = paused(['08-03 16:00', '08-04 07:30'], ['08-07 18:00', '08-09 12:00']);
    assert.equal(due('08-03 09:00', { days: 6 }, outside), due('08-03 09:00', { days: 6 }));
    assert.equal(due('08-03 15:00', { hours: 2 }, outside), due('08-03 15:00', { hours: 2 }));
    const before = paused(['08-01 12:00', '08-02 12:00']); // received on Saturday: nothing runs before Monday
    assert.equal(due('08-01 10:00', { days: 1 }, before), '08-04 16:00');
  });

  test('a pause at or after the deadline changes nothing', () => {
    assert.equal(due('08-03 09:00', { hours: 1 }, paused(['08-03 10:00', '08-05 10:00'])), '08-03 10:00');
    assert.equal(due('08-03 09:00', { days: 1 }, paused(['08-04 16:00', '08-06 10:00'])), '08-04 16:00');
    assert.equal(due('08-03 09:00', { hours: 1 }, paused(['08-03 09:59', '08-05 10:00'])), '08-05 10:01');
  });

  test('an open pause stops the clock; one without an end is open', () => {
    const stopped = { pauses: [{ from: at('08-04 10:00'), to: null }] };
    assert.equal(due('08-03 09:00', { days: 5 }, stopped), 'stopped');
    const endless = computeDue(office, {
      ...ask({ days: 5 }),
      pauses: [{ from: at('08-04 10:00') } as unknown as { from: string; to: string | null }],
    });
    assert.deepEqual(endless.ok && endless.value.left, { unit: 'working-days', amount: 4 });
  });
});

describe('rule 7, extensions: added before anything is computed', () => {
  test('days to days, hours to hours, also while pauses move the deadline', () => {
    const pause = paused(['08-04 09:00', '08-05 09:00']);
    const extended = due('08-03 09:00', { days: 10 }, { ...pause, extensions: [{ days: 7 }] });
    assert.equal(extended, due('08-03 09:00', { days: 17 }, pause));
    assert.equal(
      due('08-03 09:00', { hours: 2 }, { extensions: [{ hours: 1 }, { minutes: 30 }] }),
      '08-03 13:30',
    );
  });
});

describe('numbers to a number', () => {
  const second = Temporal.Instant.from(at('08-03 09:00')).epochMilliseconds / 1000;

  test('beyond the years of a calendar there is none', () => {
    assert.equal(dueSeconds(office, { ...NOTHING, days: 1 }, second), second + 86_400 + 7 * 3600);
    assert.ok(Number.isNaN(dueSeconds(office, { ...NOTHING, days: 1_000_000 }, second)));
    assert.ok(Number.isNaN(dueSeconds(office, { ...NOTHING, days: 1 }, -3e9)));
  });
});

describe('weeks without anything special', () => {
  const holiday = { name: 'libur', kind: 'regional-holiday', decree: null, confirmed: true } as const;
  const once = compileCalendar({ ...OFFICE, closed: [{ ...holiday, date: '2026-08-12' }] });

  test('are counted the same before, across and after the weeks that hold a holiday', () => {
    const days = (received: string, count: number) =>
      dueOf(ask({ days: count }, { received: at(received) }), once);
    assert.equal(days('08-03 09:00', 5), at('08-10 16:00'));
    assert.equal(days('08-03 09:00', 10), at('08-18 16:00'));
    assert.equal(days('08-18 09:00', 5), at('08-25 16:00'));
    assert.equal(days('01-05 09:00', 200), '2026-10-13T16:00:00+07:00');
  });

  test('a holiday on the Monday that begins them, or on the Sunday that ends them', () => {
    const closed = ['2026-08-10', '2026-08-23'].map((date) => ({ ...holiday, date }));
    const sunday = { ...OFFICE.week, sun: ['08:00-12:00'] };
    const calendar = compileCalendar({ ...OFFICE, week: sunday, closed });
    const from = (received: string, promise: Partial<PromisedTime>) =>
      dueOf(ask(promise, { received: at(received) }), calendar);
    assert.equal(from('08-09 09:00', { days: 1 }), at('08-11 16:00'));
    assert.equal(from('08-21 09:00', { days: 1 }), at('08-24 16:00'));
    assert.equal(from('08-09 11:00', { hours: 1, minutes: 1 }), at('08-11 08:01'));
    assert.equal(from('08-21 15:00', { hours: 1, minutes: 1 }), at('08-24 08:01'));
    assert.equal(from('08-10 09:00', {}), at('08-11 16:00'));
  });

  test('so are working hours', () => {
    const hours = (received: string, count: number) =>
      dueOf(ask({ hours: count }, { received: at(received) }), once);
    assert.equal(hours('08-03 08:00', 35), at('08-07 16:00'));
    assert.equal(hours('08-03 08:00', 70), at('08-17 16:00'));
    assert.equal(hours('08-17 08:00', 36), at('08-24 09:00'));
  });
});
