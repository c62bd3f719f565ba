import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { compileCalendar, computeDeadline, computeDue, dueSeconds, readCalendar } from '../index.ts';
import type { Left, WorkingCalendar, WorkingCalendarFile } from '../index.ts';
import { CALENDARS, calendarFile, INPUTS, promisedTime, question, scene } from './arbitraries.ts';
import type { OracleQuestion } from './oracle.ts';
import { Oracle } from './oracle.ts';

const property = <T>(name: string, arbitrary: fc.Arbitrary<T>, check: (value: T) => void): void => {
  test(name, () => fc.assert(fc.property(arbitrary, check), { numRuns: INPUTS }));
};

/** What is left as the oracle says it: days, or seconds. */
const leftAmount = ({ unit, amount, seconds = 0 }: Left): number =>
  unit === 'minutes' || unit === 'working-minutes' ? amount * 60 + seconds : amount;

const dueOf = (calendar: WorkingCalendar, asked: Parameters<typeof computeDue>[1]): number => {
  const result = computeDue(calendar, asked);
  assert.ok(result.ok, JSON.stringify(result));
  assert.ok(result.value.due !== null);
  return Temporal.Instant.from(result.value.due).epochMilliseconds / 1000;
};

/** One question, answered by the clock in both ways and by the walk. */
function compare(calendar: WorkingCalendar, oracle: Oracle, asked: OracleQuestion): void {
  const result = computeDeadline(calendar, asked);
  assert.ok(result.ok, JSON.stringify(result));
  const { due, left, provisional, derivation } = result.value;
  const walked = oracle.answer(asked);
  assert.equal(due?.slice(0, 19) ?? null, walked.due);
  assert.equal(left && leftAmount(left), walked.left);
  const told = derivation.findLast(({ kind }) => kind === 'due');
  assert.equal(told?.kind === 'due' ? told.at : null, due);
  assert.deepEqual(computeDue(calendar, asked), { ok: true, value: { due, left, provisional } });
}

test('the clock agrees with a walk over every minute', () => {
  const check = ([file, questions]: [WorkingCalendarFile, OracleQuestion[]]): void => {
    const [calendar, oracle] = [compileCalendar(file), new Oracle(file)];
    for (const asked of questions) compare(calendar, oracle, asked);
  };
  fc.assert(fc.property(scene, check), { numRuns: CALENDARS });
});

property(
  'an extension is the same as a longer promise',
  fc.tuple(calendarFile, question, promisedTime),
  ([file, asked, added]) => {
    const calendar = compileCalendar(file);
    const { months, days, hours, minutes } = added;
    const { promise } = asked;
    const longer = {
      basis: promise.basis,
      months: promise.months + months,
      days: promise.days + days,
      hours: promise.hours + hours,
      minutes: promise.minutes + minutes,
    };
    const extended = computeDue(calendar, { ...asked, extensions: [{ months, days, hours, minutes }] });
    assert.deepEqual(extended, computeDue(calendar, { ...asked, promise: longer }));
  },
);

property('a pause never shortens', fc.tuple(calendarFile, question), ([file, asked]) => {
  const calendar = compileCalendar(file);
  const pauses = asked.pauses.filter(([, to]) => to !== null);
  let before = dueOf(calendar, { ...asked, pauses: [] });
  for (let n = 1; n <= pauses.length; n += 1) {
    const after = dueOf(calendar, { ...asked, pauses: pauses.slice(0, n) });
    assert.ok(after >= before);
    before = after;
  }
});

const monotone = promisedTime.map((promise) => {
  if (promise.basis === 'working' || promise.basis === 'elapsed') return { ...promise, months: 0 };
  return { ...promise, hours: 0, minutes: 0 };
});

property(
  'a later receipt never gives an earlier deadline',
  fc.tuple(
    calendarFile,
    monotone,
    fc.integer({ min: 0, max: 31_000_000 }),
    fc.integer({ min: 0, max: 400_000 }),
  ),
  ([file, promise, second, later]) => {
    const calendar = compileCalendar(file);
    const received = 1_767_225_600 + second;
    assert.ok(dueSeconds(calendar, promise, received) <= dueSeconds(calendar, promise, received + later));
  },
);

property(
  'numbers and texts give the same deadline',
  fc.tuple(calendarFile, question),
  ([file, { received, promise }]) => {
    const calendar = compileCalendar(file);
    const seconds = Temporal.Instant.from(received).epochMilliseconds / 1000;
    assert.equal(dueSeconds(calendar, promise, seconds), dueOf(calendar, { received, promise }));
  },
);

property('every random calendar is one that can be read from a file', calendarFile, (file) => {
  const text = JSON.stringify(file);
  const read = readCalendar(JSON.parse(text));
  assert.deepEqual(read, { ok: true, value: JSON.parse(text) as unknown });
});
