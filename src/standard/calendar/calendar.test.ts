import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { valueOf } from '../../ground/index.ts';
import { readCalendar } from '../../working-time/index.ts';
import type { ClosedDay, WorkingCalendarFile } from '../../working-time/index.ts';
import { calendarText, diffCalendars, editCalendar, isSameCalendar, readHolidays } from './index.ts';
import type { CalendarEdit, ImportDefaults, ImportedDays } from './index.ts';

const defaults: ImportDefaults = { kind: 'national-holiday', decree: 'SKB 1/2026', confirmed: true };
const week = { mon: ['08:00-16:00'], tue: ['08:00-16:00'] };
const feast: ClosedDay = {
  date: '2027-03-10',
  name: 'Hari Raya Idul Fitri',
  kind: 'national-holiday',
  decree: 'SKB 1/2026',
  confirmed: true,
};
const calendar: WorkingCalendarFile = {
  timeZone: 'Asia/Jakarta',
  knownUntil: '2027-12-31',
  week,
  regimes: [{ name: 'Ramadan', from: '2027-02-08', to: '2027-03-09', week: { mon: ['08:00-15:00'] } }],
  closed: [feast],
};

/** `YYYY-MM-DD kind name` of each day, or `line: words` of each fault. */
function told(read: ImportedDays): readonly string[] {
  return read.ok
    ? read.days.map(({ date, kind, name }) => `${date} ${kind} ${name}`)
    : read.faults.map(({ line, words }) => `${line}: ${words.en}`);
}

const daysOf = (text: string): readonly ClosedDay[] => {
  const read = readHolidays(text, defaults);
  assert.ok(read.ok, told(read).join('\n'));
  return read.days;
};

const year = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const dates = fc.uniqueArray(
  year.map((date) => date.toISOString().slice(0, 10)),
  { minLength: 1, maxLength: 30 },
);
const name = fc
  .string({
    unit: fc.constantFrom('a', 'X', 'é', ' ', ',', ';', '"', '\\', ':', "'", '(', '/', '-'),
    minLength: 1,
    maxLength: 80,
  })
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const days = dates.chain((list) =>
  fc.tuple(...list.map((date) => name.map((text) => ({ ...feast, date, name: text })))),
);
const sorted = (list: readonly ClosedDay[]): readonly ClosedDay[] =>
  list.toSorted((one, other) => one.date.localeCompare(other.date));

describe('holidays from a table', () => {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  test('what is written as a table is read as it was, whatever separates it and ends its lines', () => {
    const table = fc.record({
      days,
      separator: fc.constantFrom(',', ';', '\t'),
      end: fc.constantFrom('\n', '\r\n'),
      mark: fc.boolean(),
    });
    fc.assert(
      fc.property(table, ({ days: list, separator, end, mark }) => {
        const rows = list.map(({ date, name: own }) => [date, quoted(own)].join(separator));
        const text = `${mark ? '\uFEFF' : ''}${[`tanggal${separator}nama`, ...rows].join(end)}${end}`;
        const expected = list.map((day) =>
          /cuti bersama/i.test(day.name) ? { ...day, kind: 'joint-leave' } : day,
        );
        assert.deepEqual(daysOf(text), sorted(expected as ClosedDay[]));
      }),
    );
  });

  test('nothing makes it throw, and what is refused names its lines', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', ' ', '1'), maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (body, header) => {
        const read = readHolidays(header ? `tanggal,nama\n${body}` : body, defaults);
        if (!read.ok) assert.ok(read.faults.length > 0 && read.faults.every(({ line }) => line >= 1));
      }),
    );
  });

  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      'Tanggal;Nama;Jenis;Keputusan\n17/08/2026;HUT RI;Libur Nasional;SKB 2\n17 Agustus 2027;HUT RI;;\n',
      ['2026-08-17 national-holiday HUT RI', '2027-08-17 national-holiday HUT RI'],
    ],
    [
      'date,holiday,type\nFriday, 5 March 2027,x,national',
      [
        '2: The date "Friday" cannot be read. Write 2027-03-10, 10/03/2027 or 10 March 2027.',
        '2: The kind "x" is not known. Write national holiday, joint leave or regional holiday.',
      ],
    ],
    [
      'tgl\tketerangan\nSenin, 8 Maret 2027\tCuti Bersama Nyepi',
      ['2027-03-08 joint-leave Cuti Bersama Nyepi'],
    ],
    [
      'tanggal,nama\n2027-02-29,Kabisat\n\n31/04/2027,Tidak ada\n08/03/27,Dua angka\n2027-01-01,',
      [
        '2: The date "2027-02-29" cannot be read. Write 2027-03-10, 10/03/2027 or 10 March 2027.',
        '4: The date "31/04/2027" cannot be read. Write 2027-03-10, 10/03/2027 or 10 March 2027.',
        '5: The date "08/03/27" cannot be read. Write 2027-03-10, 10/03/2027 or 10 March 2027.',
        '6: The name of the day is empty or longer than 200 letters. Write its name.',
      ],
    ],
    [
      'tanggal,nama\n2027-01-01,A\n2027-01-01,A\n1027-01-01,B',
      [
        '3: 2027-01-01 "A" stands in line 2 already. Remove one of them.',
        '4: The date 1027-01-01 is too far away. Check its year (2000–2100).',
      ],
    ],
    [
      'tanggal,nama\n2027-01-01,"A',
      ['2: A quotation mark is opened here and never closed. Close it, or remove it.'],
    ],
    [
      '',
      [
        '1: The first line must name the columns "date" and "name" ("kind" and "decree" if you like), separated by commas or semicolons.',
      ],
    ],
    ['tanggal,nama\n', ['1: There is not a single day in it. Check whether it is the right file.']],
    [
      'tanggal,nama\n2027-01-01,"Baris\nkedua, ""dalam"""\n2027-01-02,B',
      ['2027-01-01 national-holiday Baris kedua, "dalam"', '2027-01-02 national-holiday B'],
    ],
  ];
  for (const [text, expected] of cases)
    test(JSON.stringify(text).slice(0, 60), () => {
      assert.deepEqual(told(readHolidays(text, defaults)), expected);
    });
});

describe('holidays from an iCalendar file', () => {
  const escape = (text: string): string =>
    text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
  /** Folds at 60 characters, as the standard does at 75 octets. */
  const fold = (line: string): string => line.match(/.{1,60}/gsu)?.join('\r\n ') ?? '';
  const file = (...lines: readonly string[]): string =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].map(fold).join('\r\n');
  const event = (...lines: readonly string[]): readonly string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

  test('what is written, escaped and folded by the standard is read as it was', () => {
    fc.assert(
      fc.property(days, (list) => {
        const events = list.flatMap((day) =>
          event(`DTSTART;VALUE=DATE:${day.date.replaceAll('-', '')}`, `SUMMARY:${escape(day.name)}`),
        );
        const expected = list.map((day) =>
          /cuti bersama/i.test(day.name) ? { ...day, kind: 'joint-leave' } : day,
        );
        assert.deepEqual(daysOf(file(...events)), sorted(expected as ClosedDay[]));
      }),
    );
  });

  test('nothing makes it throw', () => {
    const piece = fc.constantFrom(
      'BEGIN:',
      'END:',
      'VEVENT',
      'VCALENDAR',
      '\r\n',
      '\n ',
      'DTSTART',
      ';VALUE=DATE',
      ':',
      '20270101',
      ';',
      '"',
      'SUMMARY:a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        readHolidays(`BEGIN:VCALENDAR\r\n${pieces.join('')}`, defaults);
      }),
    );
  });

  test('days of several, zones, alarms, what was cancelled and what is only kept', () => {
    const text = file(
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Jakarta',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'END:STANDARD',
      'END:VTIMEZONE',
      ...event(
        'DTSTART;VALUE=DATE:20270310',
        'DTEND;VALUE=DATE:20270312',
        'SUMMARY;LANGUAGE=id:Hari Raya Idul Fitri 1448 Hijriah yang namanya cukup panjang untuk dilipat',
      ),
      ...event(
        'DTSTART:20270312',
        'DURATION:P1D',
        'SUMMARY:Cuti Bersama Idul Fitri',
        'BEGIN:VALARM',
        'SUMMARY:bunyi',
        'END:VALARM',
      ),
      ...event(
        'DTSTART;VALUE=DATE:20270421',
        'SUMMARY:Hari Kartini',
        'DESCRIPTION:Perayaan\\nUntuk menyembunyikan',
      ),
      ...event('DTSTART;VALUE=DATE:20270422', 'SUMMARY:Batal', 'STATUS:CANCELLED', 'RRULE:FREQ=DAILY'),
    );
    const read = readHolidays(text, defaults);
    assert.ok(read.ok, told(read).join('\n'));
    const long = 'Hari Raya Idul Fitri 1448 Hijriah yang namanya cukup panjang untuk dilipat';
    assert.deepEqual(told(read), [
      `2027-03-10 national-holiday ${long}`,
      `2027-03-11 national-holiday ${long}`,
      '2027-03-12 joint-leave Cuti Bersama Idul Fitri',
    ]);
    assert.deepEqual(
      read.leftOut.map(({ words }) => words.en),
      ['"Hari Kartini" is an observance, not a day off.', 'Cancelled in the file.'],
    );
  });

  const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      'yearly',
      event('DTSTART;VALUE=DATE:20270817', 'SUMMARY:HUT RI', 'RRULE:FREQ=YEARLY'),
      /^6: "HUT RI" repeats/,
    ],
    [
      'with hours',
      event('DTSTART:20270817T080000Z', 'SUMMARY:Rapat'),
      /^4: "Rapat" is not a whole-day event/,
    ],
    ['no such date', event('DTSTART;VALUE=DATE:20270230', 'SUMMARY:x'), /^4: "x" is not a whole-day event/],
    ['no date', event('SUMMARY:x'), /^3: "x" has no beginning/],
    ['no name', event('DTSTART;VALUE=DATE:20270817'), /^3: This event has no name/],
    [
      'backwards',
      event('DTSTART;VALUE=DATE:20270817', 'DTEND;VALUE=DATE:20270817', 'SUMMARY:x'),
      /^5: The end of "x"/,
    ],
    [
      'endless',
      event('DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20280101', 'SUMMARY:x'),
      /^5: "x" is longer than 31 days/,
    ],
    ['not nested', ['BEGIN:VEVENT', 'END:VTODO'], /^4: END:VTODO does not end/],
    ['no line', ['BEGIN:VEVENT', 'just words'], /^4: This line cannot be read/],
  ];
  for (const [title, lines, expected] of refusals)
    test(`refused: ${title}`, () => {
      assert.match(told(readHolidays(file(...lines), defaults)).join('\n'), expected);
    });

  test('a file that is cut off gives no day at all', () => {
    const whole = file(...event('DTSTART;VALUE=DATE:20270817', 'SUMMARY:HUT RI'));
    const read = readHolidays(whole.slice(0, whole.indexOf('END:VCALENDAR')), defaults);
    assert.match(told(read).join('\n'), /cut off/);
  });
});

describe('a calendar edited', () => {
  const edit = (...edits: readonly CalendarEdit[]): WorkingCalendarFile =>
    edits.reduce<WorkingCalendarFile>((file, one) => valueOf(editCalendar(file, one)), calendar);

  test('is written as it is read', () => {
    const texts = [
      calendar,
      edit({ type: 'put-day', day: { ...feast, date: '2027-01-01', confirmed: false } }),
    ];
    for (const file of texts)
      assert.deepEqual(readCalendar(JSON.parse(calendarText(file))), { ok: true, value: file });
  });

  test('differs by what was done, and by nothing once it is undone', () => {
    const arbitrary = fc.uniqueArray(
      dates.map((list) => list[0] ?? '2027-01-01'),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(arbitrary, (list) => {
        const added = list.map((date) => ({ ...feast, date, name: 'Baru' }));
        const next = edit({ type: 'add-days', days: added });
        const diff = diffCalendars(calendar, next);
        // A day on the date of another is a day more, not another name of it.
        assert.deepEqual([...diff.added], [...sorted(added)]);
        assert.equal(diff.removed.length + diff.changed.length, 0);
        const back = added.reduce<WorkingCalendarFile>(
          (file, day) => valueOf(editCalendar(file, { type: 'remove-day', day })),
          next,
        );
        assert.ok(isSameCalendar(diffCalendars(calendar, back)));
      }),
    );
  });

  test('every kind of change is told', () => {
    const renamed = { ...feast, decree: 'SKB 2/2026' };
    const regime = {
      name: 'Enam hari',
      from: '2027-05-01',
      to: '2027-05-31',
      week: { sat: ['08:00-12:00'] },
    };
    const next = edit(
      { type: 'put-day', day: renamed, instead: feast },
      { type: 'put-regime', regime },
      { type: 'remove-regime', name: 'Ramadan' },
      { type: 'put-week', week: { mon: ['08:00-12:00'] } },
      { type: 'put-known-until', knownUntil: null },
    );
    const diff = diffCalendars(calendar, next);
    assert.deepEqual(diff.changed, [{ was: feast, is: renamed }]);
    assert.deepEqual(diff.regimesAdded, [regime]);
    assert.deepEqual(diff.regimesRemoved, calendar.regimes);
    assert.deepEqual(diff.week, { was: week, is: { mon: ['08:00-12:00'] } });
    assert.deepEqual(diff.knownUntil, { was: '2027-12-31', is: null });
  });

  test('a year put anew leaves other years and other kinds', () => {
    const regional = { ...feast, date: '2027-07-28', name: 'Hari jadi', kind: 'regional-holiday' as const };
    const next = edit(
      { type: 'put-day', day: regional },
      { type: 'put-day', day: { ...feast, date: '2026-12-25' } },
      {
        type: 'put-year',
        year: 2027,
        kinds: ['national-holiday', 'joint-leave'],
        days: [{ ...feast, date: '2027-03-11' }],
      },
    );
    assert.deepEqual(
      next.closed.map(({ date }) => date),
      ['2026-12-25', '2027-03-11', '2027-07-28'],
    );
  });

  const refusals: readonly (readonly [string, CalendarEdit, string])[] = [
    ['a week without hours', { type: 'put-week', week: { mon: [] } }, 'week'],
    [
      'hours over each other',
      { type: 'put-week', week: { mon: ['08:00-12:00', '11:00-16:00'] } },
      'week.mon[1]',
    ],
    ['hours over midnight', { type: 'put-week', week: { mon: ['22:00-06:00'] } }, 'week.mon[0]'],
    [
      'regimes over each other',
      { type: 'put-regime', regime: { name: 'Lain', from: '2027-03-01', to: '2027-04-01', week } },
      'regimes[1]',
    ],
    ['a date that is none', { type: 'put-day', day: { ...feast, date: '2027-02-29' } }, 'closed[0].date'],
  ];
  for (const [title, change, path] of refusals)
    test(`refused: ${title}`, () => {
      const result = editCalendar(calendar, change);
      assert.ok(!result.ok);
      assert.ok(
        result.fault.fields.some((field) => field.path === path),
        JSON.stringify(result.fault.fields),
      );
    });
});
