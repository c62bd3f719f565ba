import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { compileCalendar } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';
import { dayByDay } from './day-by-day.ts';
import type { Course, CourseDay } from './day-by-day.ts';
import { computeDeadline, computeDue } from './deadline.ts';
import type { DeadlineQuestion, DerivationStep, PromisedTime, WorkingCalendarFile } from './types.ts';
import { calendarFile, INPUTS, question } from './oracle/arbitraries.ts';

const DAY = ['07:30-12:00', '13:00-16:00'];
const SHORT = ['08:00-12:00'];
const FILE: WorkingCalendarFile = {
  timeZone: 'Asia/Jakarta',
  knownUntil: '2026-12-31',
  week: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
  regimes: [
    { name: 'Ramadan', from: '2026-11-26', to: '2026-11-30', week: { thu: SHORT, fri: [], mon: SHORT } },
  ],
  closed: [
    { date: '2026-11-24', name: 'Hari Jadi', kind: 'regional-holiday', decree: 'SK 1', confirmed: true },
  ],
};
const calendar = compileCalendar(FILE);

const ask = (
  received: string,
  promise: Partial<PromisedTime>,
  pauses: DeadlineQuestion['pauses'] = [],
): DeadlineQuestion => ({
  received: `2026-${received}:00+07:00`,
  promise: { basis: 'working', months: 0, days: 0, hours: 0, minutes: 0, ...promise },
  pauses,
});

function courseOf(asked: DeadlineQuestion, until?: string): Course {
  const result = computeDeadline(calendar, asked);
  assert.ok(result.ok, JSON.stringify(result));
  return dayByDay(calendar, result.value.derivation, until);
}

/** A course in a line: numbers, `[m]` months over, `(h)` hours counted, `|` the clock stands, `-` not worked, `.` nothing. */
const drawn = ({ days }: Course): string =>
  days
    .map(({ count, months, seconds, stands, worked }) => {
      const marks = [
        count === null ? '' : String(count),
        months === null ? '' : `[${months}m]`,
        seconds === null ? '' : `(${seconds / 3600}h)`,
        stands ? '|' : '',
        worked ? '' : '-',
      ].join('');
      return marks === '' ? '.' : marks;
    })
    .join(' ');

const pause = (from: string, to: string | null): readonly [string, string | null] => [
  `2026-${from}:00+07:00`,
  to === null ? null : `2026-${to}:00+07:00`,
];

test('working days are numbered; weekends, a holiday and days a regime closes are not', () => {
  const course = courseOf(ask('11-23T10:15', { days: 5 }));
  assert.equal(drawn(course), '. - 1 2 - - - 3 4 5');
  assert.equal(course.received, '2026-11-23T10:15:00+07:00');
  assert.equal(course.start, course.received);
  assert.equal(course.due, '2026-12-02T16:00:00+07:00');
  assert.deepEqual(course.days[1]?.closed, [FILE.closed[0]]);
  assert.deepEqual(course.days[0]?.closed, []);
});

test('special hours are told on the days that have them, and only where the office works', () => {
  const special = courseOf(ask('11-25T10:15', { days: 4 })).days.map((day) => day.special);
  const ramadan = { name: 'Ramadan', hours: ['08:00-12:00'] };
  assert.deepEqual(special, [null, ramadan, null, null, null, ramadan, null, null]);
});

test('special hours are told to the minute', () => {
  const week = { thu: ['07:30-11:45', '13:05-14:00'] };
  const ramadan = { name: 'Ramadan', from: '2026-11-26', to: '2026-11-26', week };
  const short = compileCalendar({ ...FILE, regimes: [ramadan] });
  const result = computeDeadline(short, ask('11-25T10:15', { days: 1 }));
  assert.ok(result.ok);
  assert.deepEqual(dayByDay(short, result.value.derivation).days[1]?.special?.hours, week.thu);
});

test('a receipt on a day off is shown before the day on which counting starts', () => {
  const course = courseOf(ask('11-21T20:00', { days: 1 }));
  assert.equal(drawn(course), '- - . - 1');
  assert.equal(course.start, '2026-11-23T07:30:00+07:00');
});

test('a promise for the same day is one day', () => {
  assert.equal(drawn(courseOf(ask('11-23T10:00', {}))), '.');
  assert.equal(drawn(courseOf(ask('11-23T10:00', { hours: 2 }))), '(2h)');
});

test('hours stand on the days they are counted on', () => {
  assert.equal(drawn(courseOf(ask('12-01T15:00', { hours: 10 }))), '(1h) (7.5h) (1.5h)');
  assert.equal(drawn(courseOf(ask('12-01T15:00', { days: 1, hours: 3 }))), '. 1(1h) (2h)');
});

test('months are marked where they are over, then days are numbered', () => {
  const course = courseOf(ask('11-02T10:00', { months: 1, days: 2 }));
  assert.equal(drawn(course).replace(/^[^[]*/, ''), '[1m] 1 2');
  assert.equal(course.days.filter(({ count }) => count !== null).length, 2);
});

test('calendar days are numbered on holidays too, and the deadline rolls forward', () => {
  assert.equal(drawn(courseOf(ask('11-20T10:00', { basis: 'calendar', days: 4 }))), '. 1- 2- 3 4- .');
});

test('after a pause counting goes on; the day it begins on counts, those it takes do not', () => {
  const course = courseOf(
    ask('12-01T10:00', { days: 4 }, [
      pause('12-03T10:00', '12-07T14:00'),
      pause('12-08T12:10', '12-08T12:20'),
    ]),
  );
  assert.equal(drawn(course), '. 1 2 | |- |- | 3 4');
  assert.deepEqual(course.days[2]?.pauses, [
    { from: '2026-12-03T10:00:00+07:00', to: '2026-12-07T14:00:00+07:00' },
  ]);
  assert.deepEqual(
    course.days.map(({ pauses }) => pauses.length),
    [0, 0, 1, 1, 1, 1, 1, 0, 0],
  );
});

test('a pause moves calendar days, also those on which months end, and what is left of hours', () => {
  const paused = [pause('12-03T10:00', '12-05T10:00')];
  assert.equal(
    drawn(courseOf(ask('12-01T10:00', { basis: 'calendar', days: 5 }, paused))),
    '. 1 2 | |- |- | 3 4 5',
  );
  const months = courseOf(ask('12-01T10:00', { basis: 'calendar', months: 1, days: 1 }, paused));
  // from Thursday to Monday, when the office opens again: four days
  assert.equal(drawn(months).slice(-8), '. [1m] 1');
  assert.equal(months.days.at(-1)?.date, '2027-01-06');
  assert.equal(
    drawn(courseOf(ask('12-01T10:00', { hours: 14 }, [pause('12-02T10:00', '12-03T10:00')]))),
    '(5h) (2.5h) (5h) (1.5h)',
  );
});

test('elapsed time is numbered where each 24 hours are over; a pause moves those after it', () => {
  const elapsed = { basis: 'elapsed', days: 3 } as const;
  assert.equal(drawn(courseOf(ask('12-01T10:00', elapsed))), '. 1 2 3');
  const paused = [pause('12-02T12:00', '12-04T12:00')];
  assert.equal(drawn(courseOf(ask('12-01T10:00', elapsed, paused))), '. 1 | . 2- 3-');
});

test('months of elapsed time are over at an instant, which a pause moves', () => {
  const promise = { basis: 'elapsed', months: 1, days: 1 } as const;
  assert.equal(drawn(courseOf(ask('12-01T10:00', promise))).slice(-9), '. [1m] 1-');
  const paused = courseOf(ask('12-01T10:00', promise, [pause('12-02T00:00', '12-03T00:00')]));
  assert.equal(drawn(paused).slice(-10), '. [1m]- 1-');
  assert.equal(paused.days.at(-1)?.date, '2027-01-03');
});

test('a day of elapsed time is taken by a pause from its midnight to the next', () => {
  const asked = ask('12-01T10:00', { basis: 'elapsed', days: 3 }, [pause('12-02T00:00', '12-03T00:00')]);
  assert.equal(drawn(courseOf(asked)), '. | 1 2 3-');
});

test('the day of the receipt is not taken by a pause that begins on it', () => {
  const asked = ask('12-01T10:00', { days: 2 }, [pause('12-01T11:00', '12-03T10:00')]);
  assert.equal(drawn(courseOf(asked)), '. | | 1 - - 2');
});

test('a pause within one day of calendar days leaves the hours where they are', () => {
  const promise = { basis: 'calendar', days: 1, hours: 2 } as const;
  assert.equal(
    drawn(courseOf(ask('12-01T10:00', promise, [pause('12-01T11:00', '12-01T11:30')]))),
    '. 1(2h)',
  );
});

test('a pause that moves calendar days moves their hours; one that moves nothing takes nothing away', () => {
  const promise = { basis: 'calendar', days: 1, hours: 2 } as const;
  const moved = courseOf(ask('12-01T10:00', promise, [pause('12-01T11:00', '12-02T11:00')]));
  assert.equal(drawn(moved), '. | 1(2h)');
  const unmoved = courseOf(ask('12-01T10:00', { days: 4 }, [pause('12-03T10:00', '12-03T11:00')]));
  assert.equal(drawn(unmoved), '. 1 2 3 - - 4');
});

test('the clock stops when the office next works; elapsed time at once', () => {
  const stop = pause('12-02T20:00', null);
  const stoppedAt = (promise: Partial<PromisedTime>) =>
    courseOf(ask('12-01T10:00', promise, [stop])).days.at(-1)?.pauses[0]?.from;
  assert.equal(stoppedAt({ days: 3 }), '2026-12-03T07:30:00+07:00');
  assert.equal(stoppedAt({ basis: 'calendar', days: 3 }), '2026-12-03T07:30:00+07:00');
  assert.equal(stoppedAt({ basis: 'elapsed', days: 3 }), '2026-12-02T20:00:00+07:00');
});

test('while the clock stands, what was counted before it stays and what was to come goes', () => {
  const stopped = (promise: Partial<PromisedTime>, from: string, received = '12-01T10:00') =>
    drawn(courseOf(ask(received, promise, [pause(from, null)]), '2027-01-04'));
  assert.match(stopped({ basis: 'elapsed', days: 3 }, '12-03T12:00'), /^\. 1 2 \| /);
  // hours of working time stay as far as they were counted; those of calendar days begin anew on another day
  assert.match(stopped({ days: 3, hours: 2 }, '12-04T11:00'), /^\. 1 2 3\(1h\) \|- /);
  assert.match(stopped({ basis: 'calendar', days: 3, hours: 2 }, '12-04T11:00'), /^\. 1 2 3 \|- /);
});

test('months that were over when the clock stopped stay, others go', () => {
  const promise = { basis: 'calendar', months: 1, days: 5 } as const;
  const stopped = (from: string) =>
    drawn(courseOf(ask('11-02T10:00', promise, [pause(from, null)]), '2026-12-07'));
  assert.match(stopped('12-04T10:00'), / \[1m\] 1 2 \|- \|- \|$/);
  assert.match(stopped('12-02T10:00'), / \. \[1m\] \| \| \|- \|- \|$/);
  assert.doesNotMatch(stopped('12-01T10:00'), /1m/);
});

test('while the clock stands the days end there, or today', () => {
  const asked = ask('12-01T10:00', { days: 4 }, [pause('12-03T10:00', null)]);
  assert.equal(drawn(courseOf(asked)), '. 1 2');
  const course = courseOf(asked, '2026-12-07');
  assert.equal(drawn(course), '. 1 2 | |- |- |');
  assert.equal(course.due, null);
  assert.deepEqual(course.days.at(-1)?.pauses, [{ from: '2026-12-03T10:00:00+07:00', to: null }]);
  assert.equal(drawn(courseOf(asked, '2026-12-02')), '. 1 2');
});

/** Days that the derivation's words say nobody works. */
function namedAsOff(steps: readonly DerivationStep[]): readonly string[] {
  const runs = steps.flatMap((step) => (step.kind === 'days-off' ? step.runs : []));
  const holidays = steps.flatMap((step) => (step.kind === 'closed' ? [step.day.date] : []));
  return [...runs.flatMap(({ from, to }) => [from, to]), ...holidays];
}

const dateIn = (instant: string | null): string => (instant ?? '').slice(0, 10);

/** A derivation with its picture, and what was asked. */
interface Sight {
  readonly calendar: WorkingCalendar;
  readonly asked: DeadlineQuestion;
  readonly derivation: readonly DerivationStep[];
  readonly course: Course;
}

/** Pauses as the derivation moved them; those that came too late as they are. */
const pausesIn = (derivation: readonly DerivationStep[]): readonly string[] =>
  derivation.flatMap((step) => {
    if (step.kind === 'pause') return [step.countedFrom];
    return step.kind === 'pause-too-late' || step.kind === 'stopped' ? [step.from] : [];
  });

/** The date whose work ends at an instant: an office that closes at 24.00 closes on the day before 00.00. */
const closingDate = (due: string): string =>
  due.slice(11, 19) === '00:00:00'
    ? Temporal.PlainDate.from(dateIn(due)).subtract({ days: 1 }).toString()
    : dateIn(due);

/** Number k stands on the day on which a promise of k days alone would fall due, rolled forward as deadlines are. */
function followNumber({ calendar, asked, derivation, course }: Sight, { count, date }: CourseDay): void {
  const promise = { ...asked.promise, days: count ?? 0, hours: 0, minutes: 0 };
  const alone = computeDue(calendar, { ...asked, promise });
  assert.ok(alone.ok);
  const { due } = alone.value;
  // A pause that begins on this very day, or while it is rolled forward, moves a promise of k days but not day k of a longer one.
  if (due === null || pausesIn(derivation).some((from) => dateIn(from) >= date && from < due)) return;
  const rolls = asked.promise.basis !== 'elapsed';
  const shown = course.days.find((day) => day.date >= date && (day.worked || !rolls));
  if (shown) assert.equal(rolls ? closingDate(due) : dateIn(due), shown.date, `day ${count}`);
}

function followNumbers(sight: Sight): number {
  const numbered = sight.course.days.filter(({ count }) => count !== null);
  assert.deepEqual(
    numbered.map(({ count }) => count),
    numbered.map((_, i) => i + 1),
  );
  // A pause while months run turns what is left of them into working days, which are numbered from 1 (rule 6).
  const { promise, pauses = [] } = sight.asked;
  const turned = promise.basis === 'working' && promise.months > 0 && pauses.length > 0;
  if (!turned) for (const day of numbered) followNumber(sight, day);
  return numbered.length;
}

/** From the receipt to the deadline no date is left out, and none that the words call a day off is a working day. */
function followDates({ course, derivation }: Sight): void {
  const dates = course.days.map(({ date }) => date);
  const first = Temporal.PlainDate.from(dateIn(course.received));
  assert.deepEqual(
    dates,
    dates.map((_, i) => first.add({ days: i }).toString()),
  );
  if (course.due !== null) assert.equal(dates.at(-1), dateIn(course.due));
  const worked = new Set(course.days.filter((day) => day.worked).map(({ date }) => date));
  for (const date of namedAsOff(derivation)) assert.ok(!worked.has(date), date);
}

/** Hours of a day as the derivation tells them, where it does so day by day. */
function followHours(steps: readonly DerivationStep[], course: Course): void {
  const last = steps.findLast((step) => step.kind === 'working-minutes');
  if (last?.kind !== 'working-minutes' || course.due === null) return;
  const own = course.days.filter(({ date }) => date > dateIn(last.from));
  const first = course.days.find(({ date }) => date === dateIn(last.from));
  const beyond = own.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
  assert.ok(beyond <= last.seconds && beyond + (first?.seconds ?? 0) >= last.seconds);
  for (const { date, seconds } of last.portions ?? []) {
    if (date !== dateIn(last.from))
      assert.equal(course.days.find((day) => day.date === date)?.seconds, seconds);
  }
}

/** All promised days are on the picture; of a clock that stands, all but those that are left. */
function followSum({ asked: { promise }, derivation, course }: Sight, counted: number): void {
  const { basis, days, months, hours, minutes } = promise;
  const isWhole = hours === 0 && minutes === 0 && months === 0;
  if (course.due !== null && (isWhole || basis !== 'working')) assert.equal(counted, days);
  const stopped = derivation.find((step) => step.kind === 'stopped');
  if (stopped?.left.unit === 'working-days' && months === 0)
    assert.equal(counted + stopped.left.amount, days);
}

test('the picture of every derivation agrees with its words', () => {
  let numbers = 0;
  fc.assert(
    fc.property(calendarFile, question, (file, asked) => {
      const calendar = compileCalendar(file);
      const result = computeDeadline(calendar, asked);
      assert.ok(result.ok);
      const { derivation, due } = result.value;
      const course = dayByDay(calendar, derivation);
      const sight = { calendar, asked, derivation, course };
      assert.equal(course.due, due);
      followDates(sight);
      const counted = followNumbers(sight);
      followSum(sight, counted);
      followHours(derivation, course);
      numbers += counted;
    }),
    { numRuns: INPUTS },
  );
  assert.ok(numbers > INPUTS, 'too few days were numbered to say anything');
});
