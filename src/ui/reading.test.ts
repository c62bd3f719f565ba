import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readDate, readDateParts, readNumber, readTime, readTimeRange } from './reading.ts';

const parts = (day: unknown, month: unknown, year: unknown) => ({
  'd-day': day,
  'd-month': month,
  'd-year': year,
});

test('a date from its parts', () => {
  const cases: [Record<string, unknown>, string | null][] = [
    [{}, null],
    [parts('', ' ', ''), null],
    [parts('24', '11', '2026'), '2026-11-24'],
    [parts(' 1 ', '2', '2028'), '2028-02-01'],
    [parts('29', '2', '2028'), '2028-02-29'],
    [{ d: '2026-11-24' }, '2026-11-24'],
  ];
  for (const [posted, expected] of cases)
    assert.deepEqual(readDate(posted, 'd'), { ok: true, value: expected });
});

test('a date that is none says so, at its field', () => {
  const cases: [Record<string, unknown>, string][] = [
    [parts('24', '', '2026'), 'date-incomplete'],
    [parts('31', '2', '2026'), 'date-impossible'],
    [parts('29', '2', '2026'), 'date-impossible'],
    [parts('24', '11', '26'), 'date-impossible'],
    [parts('24', 'x', '2026'), 'date-impossible'],
    [parts(['24'], '11', '2026'), 'date-incomplete'],
    [{ d: 'besok' }, 'date-impossible'],
    [{ d: '2026-02-30' }, 'date-impossible'],
    [{ d: '0000-01-01' }, 'date-impossible'],
    [parts('1', '1', '0000'), 'date-impossible'],
  ];
  for (const [posted, code] of cases) {
    const result = readDate(posted, 'd');
    assert.ok(!result.ok, JSON.stringify(posted));
    assert.equal(result.fault.code, code);
    assert.equal(result.fault.fields[0]?.path, 'd');
  }
});

test('every date survives being taken apart and put together', () => {
  const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const { day, month, year } = readDateParts({ d: iso }, 'd');
      assert.deepEqual(readDate(parts(day, month, year), 'd'), { ok: true, value: iso });
    }),
  );
});

test('times as people write them', () => {
  const good = {
    '9': '09:00',
    '9.00': '09:00',
    '09:30': '09:30',
    '0930': '09:30',
    '930': '09:30',
    'pukul 13.05 WIB': '13:05',
    '23.59': '23:59',
    '00:00': '00:00',
  };
  for (const [text, expected] of Object.entries(good)) assert.equal(readTime(text), expected, text);
  for (const bad of ['', '24.00', '9.60', '9.5', 'pagi', '12:30:00', '-1'])
    assert.equal(readTime(bad), null, bad);
});

test('a time range', () => {
  const day = { 'd-day': '24', 'd-month': '11', 'd-year': '2026' };
  const value = { date: '2026-11-24', from: '09:00', to: '11:30' };
  assert.deepEqual(readTimeRange({ ...day, 'd-from': '9', 'd-to': '11.30' }, 'd'), { ok: true, value });
  assert.deepEqual(readTimeRange({}, 'd'), { ok: true, value: null });
  const bad: [Record<string, unknown>, string][] = [
    [{ 'd-from': '9', 'd-to': '10' }, 'date-incomplete'],
    [{ ...day, 'd-from': '9' }, 'time-unreadable'],
    [{ ...day, 'd-from': '11', 'd-to': '9' }, 'time-reversed'],
    [{ ...day, 'd-from': '9', 'd-to': '09.00' }, 'time-reversed'],
  ];
  for (const [posted, code] of bad) {
    const result = readTimeRange(posted, 'd');
    assert.equal(result.ok ? 'ok' : result.fault.code, code);
  }
});

test('numbers as Indonesians write them', () => {
  const good = {
    '8': 8,
    '2,5': 2.5,
    '2.5': 2.5,
    '1.500': 1500,
    '1.500,25': 1500.25,
    ' 12 000 ': 12_000,
    '-3': -3,
    '1.234.567': 1_234_567,
  };
  for (const [text, expected] of Object.entries(good)) assert.equal(readNumber(text), expected, text);
  for (const bad of ['', 'delapan', '1,2,3', '1.23.456', '1e9', '0x10', '8 GB', '.'])
    assert.equal(readNumber(bad), null, bad);
});
