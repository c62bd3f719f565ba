import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeLeft, describePromise, describeTimeLeft, formatDate, formatInstant } from './index.ts';
import type { Left, PromisedTime } from './index.ts';

test('instants are said with weekday and zone', () => {
  const instant = '2026-11-23T03:15:59Z';
  assert.equal(formatInstant(instant, 'Asia/Jakarta', 'id'), 'Senin, 23 November 2026, 10.15 WIB');
  assert.equal(formatInstant(instant, 'Asia/Pontianak', 'en'), 'Monday, 23 November 2026, 10:15 WIB');
  assert.equal(formatInstant(instant, 'Asia/Makassar', 'id'), 'Senin, 23 November 2026, 11.15 WITA');
  assert.equal(
    formatInstant(Temporal.Instant.from(instant), 'Asia/Jayapura', 'id'),
    'Senin, 23 November 2026, 12.15 WIT',
  );
  assert.equal(
    formatInstant('2026-12-31T23:30:00Z', 'Asia/Jakarta', 'id'),
    'Jumat, 1 Januari 2027, 06.30 WIB',
  );
  assert.throws(() => formatInstant('2026-12-31', 'Asia/Jakarta', 'id'), RangeError);
  assert.throws(() => formatInstant(instant, 'Europe/London', 'id'), RangeError);
});

test('dates are said with weekday', () => {
  assert.equal(formatDate('2026-08-17', 'id'), 'Senin, 17 Agustus 2026');
  assert.equal(formatDate(Temporal.PlainDate.from('2026-10-04'), 'en'), 'Sunday, 4 October 2026');
  assert.throws(() => formatDate('2026-02-30', 'id'), RangeError);
});

const PROMISES: readonly (readonly [Partial<PromisedTime>, string, string])[] = [
  [{ days: 10 }, '10 hari kerja', '10 working days'],
  [{ days: 1 }, '1 hari kerja', '1 working day'],
  [{ days: 3, hours: 1, minutes: 15 }, '3 hari kerja 1 jam 15 menit', '3 working days 1 hour 15 minutes'],
  [{ months: 4, days: 21, hours: 16 }, '4 bulan 21 hari kerja 16 jam', '4 months 21 working days 16 hours'],
  [{ minutes: 19 }, '19 menit pada jam kerja', '19 minutes within working hours'],
  [{ minutes: 1440 }, '1.440 menit pada jam kerja', '1,440 minutes within working hours'],
  [{}, 'hari itu juga', 'the same day'],
  [{ basis: 'calendar', days: 14 }, '14 hari kalender', '14 calendar days'],
  [{ basis: 'unspecified', days: 14 }, '14 hari', '14 days'],
  [{ basis: 'elapsed', hours: 48 }, '2×24 jam', '2×24 hours'],
  [{ basis: 'elapsed', days: 1, hours: 24 }, '2×24 jam', '2×24 hours'],
  [
    { basis: 'elapsed', hours: 5, minutes: 30 },
    '5 jam 30 menit, siang dan malam',
    '5 hours 30 minutes, day and night',
  ],
  [{ basis: 'elapsed', months: 1 }, '1 bulan, siang dan malam', '1 month, day and night'],
  [{ basis: 'elapsed' }, 'seketika', 'at once'],
];

for (const [promise, id, en] of PROMISES) {
  test(`a promise of “${id}”`, () => {
    const whole: PromisedTime = { basis: 'working', months: 0, days: 0, hours: 0, minutes: 0, ...promise };
    assert.equal(describePromise(whole, 'id'), id);
    assert.equal(describePromise(whole, 'en'), en);
  });
}

const LEFT: readonly (readonly [Left, string, string])[] = [
  [{ unit: 'working-days', amount: 7 }, '7 hari kerja lagi', '7 working days left'],
  [{ unit: 'working-days', amount: 0 }, 'jatuh tempo pada hari yang sama', 'due on the same day'],
  [{ unit: 'calendar-days', amount: 1 }, '1 hari kalender lagi', '1 calendar day left'],
  [
    { unit: 'working-minutes', amount: 135 },
    '2 jam 15 menit waktu kerja lagi',
    '2 hours 15 minutes of working time left',
  ],
  [{ unit: 'minutes', amount: 60, seconds: 5 }, '1 jam 5 detik lagi', '1 hour 5 seconds left'],
  [{ unit: 'minutes', amount: 0 }, '0 menit lagi', '0 minutes left'],
];

for (const [left, id, en] of LEFT) {
  test(`what is left: “${id}”`, () => {
    assert.equal(describeLeft(left, 'id'), id);
    assert.equal(describeLeft(left, 'en'), en);
  });
}

const TIME_LEFT: readonly (readonly [Left, 'ahead' | 'late', string, string])[] = [
  [{ unit: 'working-days', amount: 3 }, 'ahead', '3 hari kerja lagi', '3 working days left'],
  [
    { unit: 'working-minutes', amount: 560 },
    'ahead',
    '9 jam 20 menit waktu kerja lagi',
    '9 hours 20 minutes of working time left',
  ],
  [{ unit: 'minutes', amount: 2400 }, 'ahead', '40 jam lagi', '40 hours left'],
  [{ unit: 'calendar-days', amount: 2 }, 'ahead', '2 hari kalender lagi', '2 calendar days left'],
  [{ unit: 'minutes', amount: 0 }, 'ahead', 'jatuh tempo sekarang', 'due now'],
  [{ unit: 'minutes', amount: 0 }, 'late', 'jatuh tempo sekarang', 'due now'],
  [
    { unit: 'working-minutes', amount: 35 },
    'late',
    'terlambat 35 menit waktu kerja',
    'late by 35 minutes of working time',
  ],
  [{ unit: 'working-days', amount: 2 }, 'late', 'terlambat 2 hari kerja', 'late by 2 working days'],
];

for (const [left, when, id, en] of TIME_LEFT) {
  test(`time to a deadline: “${id}”, ${when}`, () => {
    const time = { ...left, late: when === 'late' };
    assert.equal(describeTimeLeft(time, 'id'), id);
    assert.equal(describeTimeLeft(time, 'en'), en);
  });
}
