import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCalendar, computeDeadline, describeDerivation } from './index.ts';
import type { PromisedTime } from './index.ts';
import { ask, calendar, DAY, FILE, told } from './oracle/told.ts';

test('a receipt outside hours, days off, closed days and a regime are told in order', () => {
  const asked = ask('2026-11-20T20:00:00+07:00', { days: 5 });
  assert.deepEqual(told(asked), [
    'Diterima Jumat, 20 November 2026, 20.00 WIB.',
    'Waktu yang dijanjikan: 5 hari kerja.',
    'Sabtu–Minggu, 21–22 November 2026, tidak dihitung.',
    'Jam kerja hari itu sudah selesai, jadi hitungan mulai saat kantor buka lagi: Senin, 23 November 2026, 07.30 WIB.',
    'Selama 30 November–4 Desember 2026 berlaku jam kerja khusus: Ramadan.',
    'Sabtu–Minggu, 28–29 November 2026, tidak dihitung.',
    'Selasa, 24 November 2026, tidak dihitung: Hari Jadi (libur daerah; SK Bupati 1/2026).',
    'Hari kerja ke-5 sesudah Senin, 23 November 2026: Selasa, 1 Desember 2026.',
    'Tenggat jatuh saat kantor tutup hari itu: Selasa, 1 Desember 2026, 12.00 WIB.',
    'Tenggat: Selasa, 1 Desember 2026, 12.00 WIB.',
  ]);
  assert.deepEqual(told(asked, 'en').slice(2, 7), [
    'Saturday–Sunday, 21–22 November 2026, not counted.',
    'Working hours are over that day, so counting starts when the office opens again: Monday, 23 November 2026, 07:30 WIB.',
    'Special working hours on 30 November–4 December 2026: Ramadan.',
    'Saturday–Sunday, 28–29 November 2026, not counted.',
    'Tuesday, 24 November 2026, is not counted: Hari Jadi (regional holiday; SK Bupati 1/2026).',
  ]);
});

test('every reason to move a receipt is named', () => {
  const start = (received: string) =>
    told(ask(received, { minutes: 10 })).find((words) => /hitungan mulai/.test(words));
  assert.match(start('2026-11-23T06:00:00+07:00') ?? '', /^Kantor belum buka/);
  assert.match(start('2026-11-23T12:30:00+07:00') ?? '', /^Saat itu jam istirahat/);
  assert.match(start('2026-11-23T16:00:00+07:00') ?? '', /^Jam kerja hari itu sudah selesai/);
  assert.match(start('2026-11-24T09:00:00+07:00') ?? '', /^Hari itu kantor tutup/);
  assert.equal(start('2026-11-23T09:00:00+07:00'), undefined);
});

test('an unspecified basis, rolling forward and a provisional deadline are told', () => {
  assert.deepEqual(told(ask('2026-12-11T09:00:00+07:00', { basis: 'unspecified', days: 14 })).slice(2), [
    'Standar tidak menyebut hari kerja atau hari kalender; dihitung sebagai hari kalender.',
    '14 hari kalender sesudah Jumat, 11 Desember 2026: Jumat, 25 Desember 2026.',
    'Sabtu–Minggu, 26–27 Desember 2026, tidak dihitung.',
    'Jumat, 25 Desember 2026, tidak dihitung: Hari Raya Natal (libur nasional; belum dipastikan).',
    'Jumat, 25 Desember 2026 bukan hari kerja, jadi digeser ke hari kerja berikutnya: Senin, 28 Desember 2026.',
    'Tenggat jatuh saat kantor tutup hari itu: Senin, 28 Desember 2026, 16.00 WIB.',
    'Tenggat: Senin, 28 Desember 2026, 16.00 WIB.',
  ]);
  const late = told(ask('2026-12-31T09:00:00+07:00', { days: 1 }));
  assert.equal(
    late.at(-1),
    'Tenggat ini sementara: hari libur baru ditetapkan sampai Kamis, 31 Desember 2026.',
  );
});

test('months, the time of day and the hours of each day are told', () => {
  const asked = ask('2026-08-31T15:00:00+07:00', { months: 1, hours: 2 });
  assert.deepEqual(told(asked).slice(2, 5), [
    '1 bulan sejak Senin, 31 Agustus 2026 jatuh pada Rabu, 30 September 2026.',
    'Jam dan menit dihitung mulai jam yang sama dengan awal hitungan: Rabu, 30 September 2026, 15.00 WIB.',
    '2 jam waktu kerja dihitung dari Rabu, 30 September 2026, 15.00 WIB sampai Kamis, 1 Oktober 2026, 08.30 WIB' +
      ' (Rabu, 30 September 2026: 1 jam; Kamis, 1 Oktober 2026: 1 jam).',
  ]);
  // 15.00 is after the close of a day of the regime
  const moved = told(ask('2026-11-27T15:00:00+07:00', { days: 1, hours: 1 }));
  assert.ok(moved.some((words) => words.startsWith('Jam awal hitungan, 15.00, di luar jam kerja hari itu')));
});

test('pauses are told with what was left, and whether they move the deadline', () => {
  const pauses = [
    ['2026-12-08T10:00:00+07:00', '2026-12-09T10:00:00+07:00'],
    ['2026-12-12T10:00:00+07:00', '2026-12-13T10:00:00+07:00'],
    ['2026-12-28T10:00:00+07:00', '2026-12-29T10:00:00+07:00'],
  ] as const;
  const words = told(ask('2026-12-07T09:00:00+07:00', { days: 5 }, { pauses })).slice(5);
  assert.deepEqual(words, [
    'Kantor menunggu pemohon dari Selasa, 8 Desember 2026, 10.00 WIB sampai Rabu, 9 Desember 2026, 10.00 WIB; waktu ini tidak dihitung. Sisanya, 4 hari kerja, dihitung lagi sejak Rabu, 9 Desember 2026, 10.00 WIB.',
    'Sabtu–Minggu, 12–13 Desember 2026, tidak dihitung.',
    'Hari kerja ke-4 sesudah Rabu, 9 Desember 2026: Selasa, 15 Desember 2026.',
    'Tenggat jatuh saat kantor tutup hari itu: Selasa, 15 Desember 2026, 16.00 WIB.',
    'Kantor menunggu pemohon dari Sabtu, 12 Desember 2026, 10.00 WIB sampai Minggu, 13 Desember 2026, 10.00 WIB; waktu ini tidak dihitung. Dalam jam kerja: dari Senin, 14 Desember 2026, 07.30 WIB sampai Senin, 14 Desember 2026, 07.30 WIB. Tenggat tidak bergeser.',
    'Jeda yang mulai Senin, 28 Desember 2026, 10.00 WIB tidak mengubah apa pun, karena mulai pada atau sesudah tenggat (Selasa, 15 Desember 2026, 16.00 WIB).',
    'Tenggat: Selasa, 15 Desember 2026, 16.00 WIB.',
  ]);
  const open = told(
    ask('2026-12-07T09:00:00+07:00', { days: 5 }, { pauses: [['2026-12-08T10:00:00+07:00', null]] }),
  );
  assert.equal(
    open.at(-1),
    'Sejak Selasa, 8 Desember 2026, 10.00 WIB kantor menunggu pemohon dan hitungan berhenti; tersisa 4 hari kerja.',
  );
});

test('each pause is counted on from the deadline that the one before it left', () => {
  const pauses = [
    ['2026-12-08T10:00:00+07:00', '2026-12-09T10:00:00+07:00'],
    ['2026-12-10T10:00:00+07:00', '2026-12-11T10:00:00+07:00'],
    ['2026-12-14T10:00:00+07:00', '2026-12-15T10:00:00+07:00'],
  ] as const;
  const closes = (promise: Partial<PromisedTime>): string[] => {
    const result = computeDeadline(calendar, ask('2026-12-07T09:00:00+07:00', promise, { pauses }));
    assert.ok(result.ok);
    return result.value.derivation.flatMap((step) => {
      if (step.kind === 'close') return [step.at.slice(8, 16)];
      return step.kind === 'working-minutes' ? [step.to.slice(8, 16)] : [];
    });
  };
  assert.deepEqual(closes({ days: 5 }), ['14T16:00', '15T16:00', '16T16:00', '17T16:00']);
  assert.deepEqual(closes({ days: 5, hours: 1 }), ['14T10:00', '15T10:00', '16T10:00', '17T10:00']);
  assert.deepEqual(closes({ basis: 'calendar', days: 8 }), ['15T16:00', '16T16:00', '17T16:00', '18T16:00']);
});

test('a regime is told where it touches the days from start to deadline, and only there', () => {
  const regimeTold = (received: string): boolean =>
    told(ask(received, { days: 1 })).some((words) => words.includes('Ramadan'));
  assert.equal(regimeTold('2026-11-26T08:00:00+07:00'), false);
  assert.equal(regimeTold('2026-11-27T08:00:00+07:00'), true);
  assert.equal(regimeTold('2026-12-02T09:00:00+07:00'), true);
  assert.equal(regimeTold('2026-12-04T09:00:00+07:00'), true);
  assert.equal(regimeTold('2026-12-04T13:00:00+07:00'), false);
});

test('hours are told day by day up to seven days, then as a sum', () => {
  const days = (hours: number, date = '2026-08-31'): number | undefined => {
    const result = computeDeadline(calendar, ask(`${date}T07:30:00+07:00`, { hours }));
    assert.ok(result.ok);
    const step = result.value.derivation.find(({ kind }) => kind === 'working-minutes');
    return step?.kind === 'working-minutes' ? step.portions?.length : undefined;
  };
  assert.equal(days(7), 1);
  assert.equal(days(52), 7);
  assert.equal(days(53), undefined);
  assert.equal(days(52, '2026-09-01'), 7);
});

test('an office that works through the night has its hours on the day they lie on, to the second', () => {
  const always = ['00:00-24:00'];
  const open = compileCalendar({ ...FILE, regimes: [], closed: [], week: { mon: always, tue: always } });
  const portions = (received: string) => {
    const result = computeDeadline(open, ask(received, { hours: 2 }));
    assert.ok(result.ok);
    const step = result.value.derivation.find(({ kind }) => kind === 'working-minutes');
    return step?.kind === 'working-minutes' ? step.portions?.map(({ seconds }) => seconds) : undefined;
  };
  assert.deepEqual(portions('2026-08-03T22:00:00+07:00'), [7200]);
  assert.deepEqual(portions('2026-08-03T22:00:01+07:00'), [7199, 1]);
});

test('many weekends are told by their number', () => {
  const words = told(ask('2026-06-01T09:00:00+07:00', { days: 30 }));
  assert.ok(
    words.includes('Sabtu–Minggu tidak dihitung: 6 kali, dari 6–7 Juni 2026 sampai 11–12 Juli 2026.'),
    words.join('\n'),
  );
});

test('elapsed time is told up to the deadline it has before any pause', () => {
  const promise = { basis: 'elapsed', hours: 48 } as const;
  const received = '2026-12-07T09:00:00+07:00';
  assert.deepEqual(told(ask(received, promise)).slice(2), [
    'Dihitung terus, juga di luar jam kerja: dari Senin, 7 Desember 2026, 09.00 WIB sampai Rabu, 9 Desember 2026, 09.00 WIB.',
    'Tenggat: Rabu, 9 Desember 2026, 09.00 WIB.',
  ]);
  const pauses = [
    ['2026-12-08T10:00:00+07:00', '2026-12-08T22:00:00+07:00'],
    ['2026-12-09T10:00:00+07:00', '2026-12-09T11:00:00+07:00'],
  ] as const;
  const paused = told(ask(received, promise, { pauses }));
  assert.match(paused[2] ?? '', /sampai Rabu, 9 Desember 2026, 09\.00 WIB\.$/);
  assert.match(
    paused[3] ?? '',
    /Sisanya, 23 jam, dihitung lagi sejak Selasa, 8 Desember 2026, 22\.00 WIB\.$/,
  );
  assert.equal(paused.at(-1), 'Tenggat: Rabu, 9 Desember 2026, 22.00 WIB.');
});

test('months alone that end on a day off are rolled forward, and no days are told', () => {
  for (const basis of ['working', 'calendar'] as const) {
    assert.deepEqual(told(ask('2026-08-05T09:00:00+07:00', { basis, months: 1 })).slice(2), [
      '1 bulan sejak Rabu, 5 Agustus 2026 jatuh pada Sabtu, 5 September 2026.',
      'Sabtu–Minggu, 5–6 September 2026, tidak dihitung.',
      'Sabtu, 5 September 2026 bukan hari kerja, jadi digeser ke hari kerja berikutnya: Senin, 7 September 2026.',
      'Tenggat jatuh saat kantor tutup hari itu: Senin, 7 September 2026, 16.00 WIB.',
      'Tenggat: Senin, 7 September 2026, 16.00 WIB.',
    ]);
  }
});

test('a day that is rolled forward names the days off before it, not those behind', () => {
  assert.deepEqual(told(ask('2026-12-02T09:00:00+07:00', { basis: 'calendar', days: 1 })).slice(3, 7), [
    '1 hari kalender sesudah Rabu, 2 Desember 2026: Kamis, 3 Desember 2026.',
    'Kamis, 3 Desember 2026, tidak dihitung.',
    'Kamis, 3 Desember 2026 bukan hari kerja, jadi digeser ke hari kerja berikutnya: Jumat, 4 Desember 2026.',
    'Tenggat jatuh saat kantor tutup hari itu: Jumat, 4 Desember 2026, 12.00 WIB.',
  ]);
});

test('hours alone are told from the start, with the days off between', () => {
  assert.deepEqual(told(ask('2026-08-07T09:00:00+07:00', { minutes: 30 })).slice(2), [
    '30 menit waktu kerja dihitung dari Jumat, 7 Agustus 2026, 09.00 WIB sampai Jumat, 7 Agustus 2026, 09.30 WIB.',
    'Tenggat: Jumat, 7 Agustus 2026, 09.30 WIB.',
  ]);
  const twoHours = (received: string) => told(ask(received, { hours: 2 }))[2];
  assert.equal(twoHours('2026-08-07T15:00:00+07:00'), 'Sabtu–Minggu, 8–9 Agustus 2026, tidak dihitung.');
  assert.match(twoHours('2026-08-10T15:00:00+07:00') ?? '', /^2 jam waktu kerja dihitung dari Senin/);
  assert.match(twoHours('2026-08-06T15:00:00+07:00') ?? '', /^2 jam waktu kerja dihitung dari Kamis/);
});

test('hours that begin after a short last day begin on the next, with the days off between', () => {
  const asked = ask('2026-11-27T15:00:00+07:00', { days: 4, hours: 1 });
  assert.deepEqual(told(asked).slice(2), [
    'Selama 30 November–4 Desember 2026 berlaku jam kerja khusus: Ramadan.',
    'Sabtu–Minggu, 28–29 November 2026, tidak dihitung. Kamis, 3 Desember 2026, tidak dihitung.',
    'Hari kerja ke-4 sesudah Jumat, 27 November 2026: Jumat, 4 Desember 2026.',
    'Sabtu–Minggu, 5–6 Desember 2026, tidak dihitung.',
    'Jam awal hitungan, 15.00, di luar jam kerja hari itu, jadi jam dan menit dihitung mulai Senin, 7 Desember 2026, 07.30 WIB.',
    '1 jam waktu kerja dihitung dari Senin, 7 Desember 2026, 07.30 WIB sampai Senin, 7 Desember 2026, 08.30 WIB.',
    'Tenggat: Senin, 7 Desember 2026, 08.30 WIB.',
  ]);
  assert.match(told(asked, 'en')[6] ?? '', /^The time of day at which counting started, 15:00, is outside/);
});

test('a pause of calendar days moves the last day by so many days', () => {
  const pauses = [['2026-12-08T10:00:00+07:00', '2026-12-09T10:00:00+07:00']] as const;
  const asked = ask('2026-12-07T09:00:00+07:00', { basis: 'calendar', days: 8 }, { pauses });
  assert.deepEqual(told(asked).slice(4), [
    'Kantor menunggu pemohon dari Selasa, 8 Desember 2026, 10.00 WIB sampai Rabu, 9 Desember 2026, 10.00 WIB; waktu ini tidak dihitung. Hari terakhir bergeser 1 hari.',
    '1 hari kalender sesudah Selasa, 15 Desember 2026: Rabu, 16 Desember 2026.',
    'Tenggat jatuh saat kantor tutup hari itu: Rabu, 16 Desember 2026, 16.00 WIB.',
    'Tenggat: Rabu, 16 Desember 2026, 16.00 WIB.',
  ]);
});

test('a pause of working hours leaves hours, which are counted on from its end', () => {
  const pauses = [['2026-12-07T10:00:00+07:00', '2026-12-07T10:30:00+07:00']] as const;
  assert.deepEqual(told(ask('2026-12-07T09:00:00+07:00', { hours: 3 }, { pauses })).slice(3), [
    'Kantor menunggu pemohon dari Senin, 7 Desember 2026, 10.00 WIB sampai Senin, 7 Desember 2026, 10.30 WIB; waktu ini tidak dihitung. Sisanya, 2 jam waktu kerja, dihitung lagi sejak Senin, 7 Desember 2026, 10.30 WIB.',
    '2 jam waktu kerja dihitung dari Senin, 7 Desember 2026, 10.30 WIB sampai Senin, 7 Desember 2026, 13.30 WIB.',
    'Tenggat: Senin, 7 Desember 2026, 13.30 WIB.',
  ]);
});

test('a pause that begins on the last day leaves no day, and it is due on the day the pause ends', () => {
  const pauses = [['2026-12-08T10:00:00+07:00', '2026-12-09T10:00:00+07:00']] as const;
  const after = (days: number, lang: 'id' | 'en' = 'id') =>
    told(ask('2026-12-07T09:00:00+07:00', { days }, { pauses }), lang).slice(4);
  const [pause, ...more] = after(1);
  assert.match(pause ?? '', /Jeda mulai pada hari terakhir, jadi tenggat jatuh pada hari jeda berakhir\.$/);
  assert.deepEqual(more, [
    'Tenggat jatuh saat kantor tutup hari itu: Rabu, 9 Desember 2026, 16.00 WIB.',
    'Tenggat: Rabu, 9 Desember 2026, 16.00 WIB.',
  ]);
  assert.match(
    after(1, 'en')[0] ?? '',
    /The pause began on the last day, so it is due on the day the pause ends\.$/,
  );
  assert.equal(after(2)[1], 'Hari kerja ke-1 sesudah Rabu, 9 Desember 2026: Kamis, 10 Desember 2026.');
});

test('days off over the turn of a year are told with both years', () => {
  const half = compileCalendar({ ...FILE, regimes: [], closed: [], week: { mon: DAY, tue: DAY, wed: DAY } });
  const result = computeDeadline(half, ask('2026-12-30T09:00:00+07:00', { days: 1 }));
  assert.ok(result.ok);
  assert.equal(
    describeDerivation(result.value.derivation, 'id')[2],
    'Kamis–Minggu, 31 Desember 2026–3 Januari 2027, tidak dihitung.',
  );
});
