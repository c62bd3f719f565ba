import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Html, html } from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import { compileCalendar, computeDeadline } from '../../working-time/index.ts';
import type { DeadlineQuestion, PromisedTime, WorkingCalendarFile } from '../../working-time/index.ts';
import { coursePicture, deadlineTold } from './picture.ts';
import type { Told } from './picture.ts';

const DAY = ['07:30-12:00', '13:00-16:00'];
const SHORT = ['08:00-12:00'];
const FILE: WorkingCalendarFile = {
  timeZone: 'Asia/Makassar',
  knownUntil: '2026-12-31',
  week: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
  regimes: [{ name: 'Ramadan', from: '2026-12-07', to: '2026-12-08', week: { mon: SHORT, tue: SHORT } }],
  closed: [
    {
      date: '2026-12-24',
      name: 'Cuti Bersama Natal',
      kind: 'joint-leave',
      decree: 'SKB 1',
      confirmed: false,
    },
    {
      date: '2026-12-25',
      name: 'Hari Raya <Natal>',
      kind: 'national-holiday',
      decree: null,
      confirmed: true,
    },
  ],
};
const calendar = compileCalendar(FILE);

interface Asked {
  readonly received: string;
  readonly promise: Partial<PromisedTime>;
  readonly pauses?: DeadlineQuestion['pauses'];
  readonly today?: string;
}

function shown(
  { received, promise, pauses, today }: Asked,
  lang: Lang = 'id',
  tell: (told: Told) => Content = coursePicture,
): string {
  const result = computeDeadline(calendar, {
    received: `2026-${received}:00+08:00`,
    promise: { basis: 'working', months: 0, days: 0, hours: 0, minutes: 0, ...promise },
    pauses: pauses ?? [],
  });
  assert.ok(result.ok, JSON.stringify(result));
  const { derivation } = result.value;
  const told = { lang, derivation, calendar, ...(today ? { today: Temporal.PlainDate.from(today) } : {}) };
  return String(html`${tell(told)}`);
}

/** What is heard of each day, in order. */
const heard = (picture: string): readonly string[] =>
  [...picture.matchAll(/<span class="unseen">(.*?)<\/span>/g)].map(([, words]) => words ?? '');

const keyOf = (picture: string): string =>
  (/<ul class="course-key">.*$/s.exec(picture)?.[0] ?? '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

const tablesIn = (picture: string): readonly string[] => picture.match(/<table.*?<\/table>/gs) ?? [];

test('every day is said in words, with its weekday, what it is and its number', () => {
  const days = heard(shown({ received: '12-23T10:15', promise: { days: 2 }, today: '2026-12-28' }));
  assert.equal(days.length, 31);
  assert.deepEqual(days.slice(21, 30), [
    'Selasa, 22 Desember',
    'Rabu, 23 Desember: permohonan diterima 10.15 WITA',
    'Kamis, 24 Desember: cuti bersama: Cuti Bersama Natal',
    'Jumat, 25 Desember: libur nasional: Hari Raya &lt;Natal&gt;',
    'Sabtu, 26 Desember: bukan hari kerja',
    'Minggu, 27 Desember: bukan hari kerja',
    'Senin, 28 Desember: hari kerja ke-1; hari ini',
    'Selasa, 29 Desember: tenggat 16.00 WITA; hari kerja ke-2',
    'Rabu, 30 Desember',
  ]);
  const english = heard(shown({ received: '12-07T17:00', promise: { hours: 5 } }, 'en'));
  assert.deepEqual(english.slice(6, 9), [
    'Monday, 7 December: special working hours Ramadan, 08:00–12:00; request received 17:00 WITA',
    'Tuesday, 8 December: special working hours Ramadan, 08:00–12:00; counting starts 08:00 WITA; 4h of working time counted',
    'Wednesday, 9 December: deadline 08:30 WITA; 1h of working time counted',
  ]);
});

test('the sum of a month has the hours of a promise beside its days', () => {
  const captions = (promise: Partial<PromisedTime>, lang: 'id' | 'en') =>
    [...shown({ received: '12-01T15:00', promise }, lang).matchAll(/month-sum">([^<]*)</g)].map(
      ([, sum]) => sum,
    );
  assert.deepEqual(captions({ days: 2, hours: 3 }, 'id'), ['hari ke-1 sampai ke-2, 3j waktu kerja dihitung']);
  assert.deepEqual(captions({ minutes: 90 }, 'en'), ['1h 30m of working time counted']);
});

test('a month is a table with caption and weekdays, and the drawn part is not read twice', () => {
  const [table = ''] = tablesIn(shown({ received: '12-01T10:00', promise: { days: 1 } }));
  assert.match(table, /<caption>Desember 2026 <span class="month-sum">hari ke-1<\/span><\/caption>/);
  assert.equal(table.match(/<th scope="col" abbr="/g)?.length, 7);
  assert.equal(table.match(/<td/g)?.length, 35);
  assert.equal(table.match(/aria-hidden="true"/g)?.length, 31);
});

test('receipt and deadline have a shape and a word each, counted days their number', () => {
  const picture = shown({ received: '12-01T10:00', promise: { days: 2 } });
  const cell = (day: number): string =>
    new RegExp(`<span class="([^"]*)" aria-hidden="true"><span class="course-number">${day}<.*?</td>`).exec(
      picture,
    )?.[0] ?? '';
  assert.match(cell(1), /course-plain course-received.*>terima</s);
  assert.match(cell(2), /course-counted".*>ke-1</s);
  assert.match(cell(3), /course-counted course-due.*>ke-2<.*>batas</s);
  assert.match(cell(4), /course-outside/);
  assert.doesNotMatch(cell(4), /course-label/);
});

test('the key names only what is there, holidays with their decree and what is not confirmed', () => {
  const plain = keyOf(shown({ received: '12-01T10:00', promise: { days: 2 } }));
  assert.match(plain, /Diterima: Selasa, 1 Desember 2026, 10\.00 WITA/);
  assert.match(plain, /Tenggat \(batas waktu\): Kamis, 3 Desember 2026, 16\.00 WITA/);
  assert.doesNotMatch(plain, /libur|Jam kerja khusus|berhenti|Bukan hari kerja|sementara|Hari ini/);
  const full = keyOf(shown({ received: '12-04T10:00', promise: { days: 20 }, today: '2026-12-09' }));
  assert.match(full, /Jam kerja khusus Ramadan: 08\.00–12\.00/);
  assert.match(full, /Kamis, 24 Desember 2026: Cuti Bersama Natal \(cuti bersama; SKB 1; belum dipastikan\)/);
  assert.match(full, /Jumat, 25 Desember 2026: Hari Raya &lt;Natal&gt; \(libur nasional\)/);
  assert.match(full, /Bukan hari kerja/);
  assert.match(full, /Hari ini/);
  assert.match(full, /Tenggat ini sementara: hari libur baru ditetapkan sampai Kamis, 31 Desember 2026\./);
});

test('a clock that stands shows the pause up to today and says what is left', () => {
  const pauses = [['2026-12-03T10:00:00+08:00', null]] as const;
  const asked = { received: '12-01T10:00', promise: { days: 4 }, pauses, today: '2026-12-07' };
  const picture = shown(asked);
  const days = heard(picture);
  assert.equal(days[2], 'Kamis, 3 Desember: waktu berhenti mulai 10.00 WITA; hari kerja ke-2');
  assert.equal(days[3], 'Jumat, 4 Desember: waktu berhenti, tidak dihitung');
  assert.match(days[6] ?? '', /^Senin, 7 Desember: .*waktu berhenti, tidak dihitung; hari ini$/);
  assert.equal(days[7], 'Selasa, 8 Desember');
  assert.match(keyOf(picture), /tenggat belum dapat disebut\. Tersisa 2 hari kerja\./);
  assert.doesNotMatch(picture, /course-due/);
});

test('a pause that is over shows where counting goes on', () => {
  const pauses = [['2026-12-02T10:00:00+08:00', '2026-12-03T11:00:00+08:00']] as const;
  const days = heard(shown({ received: '12-01T10:00', promise: { days: 2 }, pauses }, 'en'));
  assert.deepEqual(days.slice(1, 4), [
    'Wednesday, 2 December: the clock stands from 10:00 WITA; working day 1',
    'Thursday, 3 December: the clock stands, not counted; the clock runs again from 11:00 WITA',
    'Friday, 4 December: deadline 16:00 WITA; working day 2',
  ]);
});

test('time that elapses minds no days off', () => {
  const picture = shown({ received: '12-25T10:00', promise: { basis: 'elapsed', days: 2 } });
  assert.doesNotMatch(picture, /course-off|libur/);
  assert.equal(heard(picture)[26], 'Minggu, 27 Desember: tenggat 10.00 WITA; 24 jam ke-2 genap');
});

test('up to three months stand open; of more, those between are folded behind their sum', () => {
  const three = shown({ received: '10-20T10:00', promise: { days: 35 } });
  assert.equal(tablesIn(three).length, 3);
  assert.doesNotMatch(three, /<details/);
  const long = shown({ received: '09-21T10:00', promise: { months: 1, days: 40 } });
  assert.equal(tablesIn(long).length, 4);
  assert.match(
    long,
    /<summary>Oktober 2026 sampai November 2026: 1 bulan genap, hari ke-1 sampai ke-28<\/summary>/,
  );
  assert.equal(tablesIn(long.replace(/<details.*<\/details>/s, '')).length, 2);
  const years = shown({ received: '09-21T10:00', promise: { months: 60 } }, 'en');
  assert.equal(tablesIn(years).length, 2);
  assert.match(years, /<p class="course-between">October 2026 to August 2031<\/p>/);
});

test('the steps come first, many of them folded where the page asks for it; without a clock there is nothing', () => {
  const asked = { received: '12-01T10:00', promise: { days: 2 } };
  const told = shown(asked, 'id', deadlineTold);
  assert.match(told, /^<ol class="course-steps"><li>Diterima .*Pada kalender dinding.*<table/s);
  const nothing = deadlineTold({ lang: 'id', derivation: [], calendar });
  assert.equal(String(html`${nothing}`), '');
  assert.ok(!(nothing instanceof Html));
  const folding = (one: Told): Content => deadlineTold({ ...one, foldsSteps: true });
  assert.match(shown(asked, 'id', folding), /^<ol/, 'few steps stay open');
  const pauses = ['02', '04'].map(
    (day) => [`2026-12-${day}T10:00:00+08:00`, `2026-12-${day}T11:00:00+08:00`] as const,
  );
  const many = { received: '12-01T17:00', promise: { days: 3, hours: 1 }, pauses };
  assert.match(shown(many, 'en', folding), /^<details class="folded"><summary>Step by step \(\d\d\)</);
  assert.match(shown(many, 'en', deadlineTold), /^<ol/);
});
