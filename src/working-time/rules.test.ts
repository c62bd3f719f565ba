import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileCalendar, computeDeadline, computeDue, dueSeconds, isWorkingDay } from './index.ts';
import type { PromisedTime, WorkingCalendar } from './index.ts';
import { ask, dueOf, faultOf, MONDAY_NINE, NOTHING, OFFICE, office } from './oracle/office.ts';

describe('time of day', () => {
  test('seconds of the receipt are carried where the time of day is kept', () => {
    const received = '2026-08-03T09:00:17+07:00';
    assert.equal(dueOf(ask({ minutes: 30 }, { received })), '2026-08-03T09:30:17+07:00');
    assert.equal(dueOf(ask({ days: 1, hours: 2 }, { received })), '2026-08-04T11:00:17+07:00');
    assert.equal(dueOf(ask({ days: 1 }, { received })), '2026-08-04T16:00:00+07:00');
  });

  test('a fraction of a second is read over', () => {
    assert.equal(
      dueOf(ask({ minutes: 1 }, { received: '2026-08-03T02:00:00.999Z' })),
      '2026-08-03T09:01:00+07:00',
    );
  });

  test('a promise of nothing is due at the close of the day; elapsed, at once', () => {
    assert.equal(dueOf(ask({})), '2026-08-03T16:00:00+07:00');
    assert.equal(dueOf(ask({}, { received: '2026-08-08T09:00:00+07:00' })), '2026-08-10T16:00:00+07:00');
    assert.equal(dueOf(ask({ basis: 'elapsed' })), MONDAY_NINE);
  });

  test('an office that works through the night has no opening between its days', () => {
    const always = ['00:00-24:00'];
    const week = {
      mon: always,
      tue: always,
      wed: always,
      thu: always,
      fri: always,
      sat: always,
      sun: always,
    };
    const calendar = compileCalendar({ ...OFFICE, week });
    assert.equal(dueOf(ask({ hours: 40 }), calendar), '2026-08-05T01:00:00+07:00');
    assert.equal(dueOf(ask({ days: 1 }), calendar), '2026-08-05T00:00:00+07:00');
  });
});

describe('extensions', () => {
  test('add to the promised days: PPID 10, then 7 once', () => {
    const ground = 'UU 14/2008 Pasal 22 ayat (8)';
    const question = ask({ days: 10 }, { extensions: [{ days: 7, ground }] });
    assert.equal(dueOf(question), dueOf(ask({ days: 17 })));
    const told = computeDeadline(office, question);
    assert.ok(told.ok);
    const steps = told.value.derivation.filter(({ kind }) => kind.startsWith('exten'));
    assert.deepEqual(steps, [
      { kind: 'extension', added: { ...NOTHING, days: 7 }, ground },
      { kind: 'extended', promise: { ...NOTHING, days: 17 } },
    ]);
  });

  test('of another basis are refused; an unspecified promise is counted in calendar days', () => {
    assert.equal(
      faultOf(ask({ days: 10 }, { extensions: [{ days: 1 }, { basis: 'calendar', days: 7 }] })),
      'extension-basis extensions[1].basis',
    );
    assert.equal(
      dueOf(ask({ basis: 'unspecified', days: 3 }, { extensions: [{ basis: 'calendar', days: 1 }] })),
      '2026-08-07T16:00:00+07:00',
    );
  });
});

describe('open pauses', () => {
  const open = [{ from: '2026-08-04T10:00:30+07:00', to: null }];
  const leftOf = (promise: Partial<PromisedTime>) => {
    const result = computeDue(office, ask(promise, { pauses: open }));
    assert.ok(result.ok);
    assert.equal(result.value.due, null);
    return result.value.left;
  };

  test('leave what is left in the unit of the promise', () => {
    assert.deepEqual(leftOf({ days: 5 }), { unit: 'working-days', amount: 4 });
    assert.deepEqual(leftOf({ days: 1, hours: 3 }), { unit: 'working-minutes', amount: 119, seconds: 30 });
    assert.deepEqual(leftOf({ basis: 'calendar', days: 14 }), { unit: 'calendar-days', amount: 13 });
    assert.deepEqual(leftOf({ basis: 'elapsed', hours: 48 }), { unit: 'minutes', amount: 1379, seconds: 30 });
    const whole = computeDue(office, ask({ hours: 9 }, { pauses: [['2026-08-04T10:00:00+07:00', null]] }));
    assert.deepEqual(whole.ok && whole.value.left, { unit: 'working-minutes', amount: 60 });
  });

  test('that start on the last day leave no days, never fewer', () => {
    assert.deepEqual(leftOf({ days: 1 }), { unit: 'working-days', amount: 0 });
    // promised until Saturday, rolled to Monday; the pause starts on Monday
    const rolled = ask({ basis: 'calendar', days: 5 }, { pauses: [['2026-08-10T09:00:00+07:00', null]] });
    const result = computeDue(office, rolled);
    assert.deepEqual(result.ok && result.value.left, { unit: 'calendar-days', amount: 0 });
  });

  test('that start at or after the deadline change nothing', () => {
    assert.equal(dueOf(ask({ minutes: 30 }, { pauses: open })), '2026-08-03T09:30:00+07:00');
  });
});

describe('calendars without time ahead', () => {
  const empty = compileCalendar({ ...OFFICE, week: {} });

  test('are a fault, not an endless loop', () => {
    assert.equal(faultOf(ask({ days: 1 }), empty), 'no-working-time calendar');
    assert.ok(Number.isNaN(dueSeconds(empty, NOTHING, 1_770_000_000)));
  });

  test('also where a last working day exists', () => {
    const last = { name: 'terakhir', from: '2026-08-01', to: '2026-08-05', week: OFFICE.week };
    const calendar = compileCalendar({ ...OFFICE, week: {}, regimes: [last] });
    assert.equal(dueOf(ask({ days: 2 }), calendar), '2026-08-05T16:00:00+07:00');
    assert.equal(faultOf(ask({ days: 3 }), calendar), 'no-working-time calendar');
    assert.equal(faultOf(ask({ hours: 50 }), calendar), 'no-working-time calendar');
  });

  test('still give elapsed time', () => {
    assert.equal(dueOf(ask({ basis: 'elapsed', hours: 24 }), empty), '2026-08-04T09:00:00+07:00');
  });

  test('the years of a calendar are 1990 to 2149', () => {
    const first = ask({ days: 1 }, { received: '1990-01-01T00:00:00+07:00' });
    assert.equal(dueOf(first), '1990-01-02T16:00:00+07:00');
    const last = ask({ basis: 'elapsed', minutes: 1 }, { received: '2149-12-31T23:58:59+07:00' });
    assert.equal(dueOf(last), '2149-12-31T23:59:59+07:00');
    assert.equal(faultOf({ ...last, received: '2149-12-31T23:59:00+07:00' }), 'out-of-range calendar');
    assert.equal(faultOf({ ...first, received: '2149-12-31T12:00:00+07:00' }), 'out-of-range calendar');
  });

  test('years that no calendar covers are refused', () => {
    assert.equal(faultOf(ask({ days: 10_000_000 })), 'out-of-range calendar');
    assert.equal(faultOf(ask({ basis: 'elapsed', days: 1_000_000 })), 'out-of-range calendar');
    assert.equal(faultOf(ask({ days: 1 }, { received: '1989-12-31T00:00:00Z' })), 'out-of-range calendar');
    assert.equal(
      faultOf(ask({ basis: 'elapsed', days: 1 }, { received: '0900-01-01T00:00:00Z' })),
      'out-of-range calendar',
    );
  });
});

describe('provisional deadlines', () => {
  const provisionalOf = (calendar: WorkingCalendar, received: string) => {
    const result = computeDeadline(calendar, ask({ days: 1 }, { received }));
    assert.ok(result.ok);
    const told = result.value.derivation.find(({ kind }) => kind === 'provisional');
    assert.equal(told !== undefined, result.value.provisional);
    return told;
  };

  test('lie beyond the last date for which holidays are decreed', () => {
    assert.equal(provisionalOf(office, '2026-12-30T09:00:00+07:00'), undefined);
    assert.deepEqual(provisionalOf(office, '2026-12-31T09:00:00+07:00'), {
      kind: 'provisional',
      knownUntil: '2026-12-31',
    });
  });

  test('are all that a calendar gives which does not say', () => {
    const silent = compileCalendar({ ...OFFICE, knownUntil: null });
    assert.deepEqual(provisionalOf(silent, MONDAY_NINE), { kind: 'provisional', knownUntil: null });
  });
});

describe('regimes and closed days', () => {
  const saturday = {
    name: 'enam hari',
    from: '2026-08-08',
    to: '2026-08-08',
    week: { sat: ['08:00-10:00'] },
  };
  const closedDay = { name: 'libur', kind: 'regional-holiday', decree: null, confirmed: true } as const;

  test('a regime replaces the week on both its ends', () => {
    const calendar = compileCalendar({ ...OFFICE, regimes: [saturday] });
    assert.equal(dueOf(ask({ days: 5 }), calendar), '2026-08-08T10:00:00+07:00');
    assert.equal(dueOf(ask({ days: 6 }), calendar), '2026-08-10T16:00:00+07:00');
  });

  test('a regime that ends on a Sunday is in force on that Sunday', () => {
    const sunday = { name: 'minggu', from: '2026-08-09', to: '2026-08-09', week: { sun: ['08:00-10:00'] } };
    const calendar = compileCalendar({ ...OFFICE, regimes: [sunday] });
    assert.equal(dueOf(ask({ days: 5 }), calendar), '2026-08-09T10:00:00+07:00');
  });

  test('a closed Monday is closed, though nothing else is special in its week', () => {
    const closed = [{ ...closedDay, date: '2026-08-10' }];
    const calendar = compileCalendar({ ...OFFICE, closed });
    assert.equal(isWorkingDay(calendar, '2026-08-10'), false);
    assert.equal(dueOf(ask({ days: 5 }), calendar), '2026-08-11T16:00:00+07:00');
  });

  test('a closed day beats a regime', () => {
    const closed = [{ ...closedDay, date: '2026-08-08' }];
    const calendar = compileCalendar({ ...OFFICE, regimes: [saturday], closed });
    assert.equal(dueOf(ask({ days: 5 }), calendar), '2026-08-10T16:00:00+07:00');
  });

  test('are told in the order of their dates, every name of a day', () => {
    const later = { ...saturday, name: 'nanti', from: '2026-08-15', to: '2026-08-15' };
    const closed = ['satu', 'dua', 'tiga'].map((name) => ({ ...closedDay, name, date: '2026-08-10' }));
    const calendar = compileCalendar({ ...OFFICE, regimes: [later, saturday], closed });
    const told = computeDeadline(calendar, ask({ days: 12 }));
    assert.ok(told.ok);
    const names = told.value.derivation.map((step) =>
      step.kind === 'regime' ? step.name : step.kind === 'closed' ? step.day.name : '',
    );
    assert.deepEqual(
      names.filter((name) => name !== ''),
      ['enam hari', 'nanti', 'satu', 'dua', 'tiga'],
    );
  });

  test('what lies outside the years of a calendar does not disturb it', () => {
    const regimes = [{ ...saturday, from: '1980-01-01', to: '1980-12-31' }];
    const closed = [
      { ...closedDay, date: '1980-01-01' },
      { ...closedDay, date: '2200-01-01' },
    ];
    assert.equal(
      dueOf(ask({ days: 5 }), compileCalendar({ ...OFFICE, regimes, closed })),
      dueOf(ask({ days: 5 })),
    );
  });
});
