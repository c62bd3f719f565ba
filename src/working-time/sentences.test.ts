import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCalendar, computeDeadline, describeDerivation } from './index.ts';
import type { PromisedTime } from './index.ts';
import { ask, FILE, told } from './oracle/told.ts';

test('the same is told in English', () => {
  assert.deepEqual(
    told(ask('2026-12-11T09:00:00+07:00', { basis: 'unspecified', days: 14 }), 'en').slice(2, 7),
    [
      'The standard names neither working nor calendar days; counted as calendar days.',
      '14 calendar days after Friday, 11 December 2026: Friday, 25 December 2026.',
      'Saturday–Sunday, 26–27 December 2026, not counted.',
      'Friday, 25 December 2026, is not counted: Hari Raya Natal (national holiday; not yet confirmed).',
      'Friday, 25 December 2026, is no working day, so it moves to the next one: Monday, 28 December 2026.',
    ],
  );
  assert.ok(
    told(ask('2026-06-01T09:00:00+07:00', { days: 30 }), 'en').includes(
      'Saturday–Sunday not counted: 6 times, from 6–7 June 2026 to 11–12 July 2026.',
    ),
  );
  const late = told(ask('2026-12-31T09:00:00+07:00', { days: 1 }), 'en');
  assert.equal(
    late.at(-1),
    'This deadline is provisional: holidays are decreed only until Thursday, 31 December 2026.',
  );
});

test('a few weekends are told one by one', () => {
  const asked = ask('2026-08-03T09:00:00+07:00', { days: 10 });
  assert.equal(told(asked)[2], 'Sabtu–Minggu tidak dihitung: 8–9 Agustus 2026, 15–16 Agustus 2026.');
  assert.equal(told(asked, 'en')[2], 'Saturday–Sunday not counted: 8–9 August 2026, 15–16 August 2026.');
});

test('pauses are told in English, with what was left and where they moved into working hours', () => {
  const english = (promise: Partial<PromisedTime>, from: string, to: string) =>
    told(
      ask('2026-12-07T09:00:00+07:00', promise, {
        pauses: [[`2026-12-${from}:00+07:00`, `2026-12-${to}:00+07:00`]],
      }),
      'en',
    ).find((words) => words.startsWith('The office waited'));
  assert.equal(
    english({ days: 5 }, '08T10:00', '09T10:00'),
    'The office waited for the applicant from Tuesday, 8 December 2026, 10:00 WIB to Wednesday, 9 December 2026, 10:00 WIB; this time does not count. The rest, 4 working days, is counted on from Wednesday, 9 December 2026, 10:00 WIB.',
  );
  assert.equal(
    english({ days: 5 }, '12T10:00', '13T10:00'),
    'The office waited for the applicant from Saturday, 12 December 2026, 10:00 WIB to Sunday, 13 December 2026, 10:00 WIB; this time does not count. In working hours: from Monday, 14 December 2026, 07:30 WIB to Monday, 14 December 2026, 07:30 WIB. The deadline does not move.',
  );
  assert.match(
    english({ basis: 'calendar', days: 8 }, '08T10:00', '09T10:00') ?? '',
    /; this time does not count\. The last day moves by 1 day\.$/,
  );
  assert.match(
    english({ days: 5 }, '08T10:00', '08T20:00') ?? '',
    /In working hours: from Tuesday, 8 December 2026, 10:00 WIB to Wednesday, 9 December 2026, 07:30 WIB\. The rest/,
  );
  assert.match(
    english({ days: 5 }, '08T06:00', '09T10:00') ?? '',
    /In working hours: from Tuesday, 8 December 2026, 07:30 WIB to Wednesday, 9 December 2026, 10:00 WIB\. The rest/,
  );
});

test('a pause of which one end lies outside working hours is told with both as they count', () => {
  const moved = (from: string, to: string) =>
    told(
      ask(
        '2026-12-07T09:00:00+07:00',
        { days: 5 },
        {
          pauses: [[`2026-12-08T${from}:00+07:00`, `2026-12-09T${to}:00+07:00`]],
        },
      ),
    ).some((words) => words.includes('Dalam jam kerja: dari Selasa, 8 Desember 2026,'));
  assert.deepEqual(
    [moved('06:00', '10:00'), moved('10:00', '06:00'), moved('06:00', '06:00'), moved('10:00', '10:00')],
    [true, true, true, false],
  );
});

test('extensions are told with their ground, where one is given', () => {
  const ground = 'UU 14/2008 Pasal 22 ayat (8)';
  const extensions = [{ days: 7, ground }, { days: 1 }];
  const asked = ask('2026-08-03T09:00:00+07:00', { days: 10 }, { extensions });
  assert.deepEqual(told(asked).slice(2, 5), [
    `Diperpanjang 7 hari kerja (${ground}).`,
    'Diperpanjang 1 hari kerja.',
    'Seluruhnya menjadi 18 hari kerja.',
  ]);
  assert.deepEqual(told(asked, 'en').slice(2, 5), [
    `Extended by 7 working days (${ground}).`,
    'Extended by 1 working day.',
    'Altogether 18 working days.',
  ]);
});

test('a calendar that does not say until when holidays are decreed is told of', () => {
  const silent = compileCalendar({ ...FILE, knownUntil: null });
  const result = computeDeadline(silent, ask('2026-08-03T09:00:00+07:00', { days: 1 }));
  assert.ok(result.ok);
  const last = (lang: 'id' | 'en') => describeDerivation(result.value.derivation, lang).at(-1) ?? '';
  assert.equal(
    last('id'),
    'Tenggat ini sementara: kalender tidak menyebut sampai kapan hari libur ditetapkan.',
  );
  assert.match(last('en'), /^This deadline is provisional: the calendar does not say until when/);
});

test('hours on another day are counted from the same time of day', () => {
  const words = told(ask('2026-08-03T10:00:00+07:00', { days: 1, hours: 1 }), 'en')[3];
  assert.equal(
    words,
    'Hours and minutes are counted from the time of day at which counting started: Tuesday, 4 August 2026, 10:00 WIB.',
  );
});

test('four runs of days off are told one by one, five by their number', () => {
  const weekends = (days: number) => told(ask('2026-08-03T09:00:00+07:00', { days }))[2] ?? '';
  assert.match(weekends(20), /^Sabtu–Minggu tidak dihitung: 8–9 Agustus 2026, .*, 29–30 Agustus 2026\.$/);
  assert.match(weekends(25), /^Sabtu–Minggu tidak dihitung: 5 kali, dari/);
});
