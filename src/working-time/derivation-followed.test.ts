import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { compileCalendar, computeDeadline, describeDerivation } from './index.ts';
import type { DayRun, DerivationStep } from './index.ts';
import { calendarFile, INPUTS, question } from './oracle/arbitraries.ts';

/** The days that a step names as not counted. */
function runsOf(step: DerivationStep): readonly DayRun[] {
  if (step.kind === 'days-off') return step.runs;
  return step.kind === 'closed' ? [{ from: step.day.date, to: step.day.date }] : [];
}

function datesOf({ from, to }: DayRun): string[] {
  const dates: string[] = [];
  for (let date = Temporal.PlainDate.from(from); date.toString() <= to; date = date.add({ days: 1 })) {
    dates.push(date.toString());
  }
  return dates;
}

/** What a step counts, counted by hand on a wall calendar from the days named before it. */
function followCount(steps: readonly DerivationStep[], at: number): void {
  const step = steps[at];
  if (step?.kind === 'working-days') {
    const skipped = new Set(steps.slice(0, at).flatMap(runsOf).flatMap(datesOf));
    const [, ...dates] = datesOf(step);
    assert.equal(dates.filter((date) => !skipped.has(date)).length, step.days);
  }
  if (step?.kind === 'calendar-days') {
    assert.equal(Temporal.PlainDate.from(step.from).add({ days: step.days }).toString(), step.to);
  }
  if (step?.kind === 'months') {
    assert.equal(Temporal.PlainDate.from(step.from).add({ months: step.months }).toString(), step.to);
  }
}

/** Hours told day by day add up to the hours counted. */
function followPortions(step: DerivationStep): void {
  if (step.kind !== 'working-minutes' || !step.portions) return;
  const seconds = step.portions.map((portion) => portion.seconds);
  assert.equal(
    seconds.reduce((sum, more) => sum + more, 0),
    step.seconds,
  );
  assert.ok(seconds.every((more) => more > 0));
}

/** Every day that is named as not counted lies between the receipt and the last time that was found. */
function followDates(steps: readonly DerivationStep[]): void {
  const [first] = steps;
  const received = first?.kind === 'received' ? first.at.slice(0, 10) : '';
  const found = steps.flatMap((step) => ('at' in step ? [step.at] : 'to' in step ? [step.to] : []));
  const latest = (found.toSorted().at(-1) ?? '').slice(0, 10);
  for (const { from, to } of steps.flatMap(runsOf)) assert.ok(received <= from && to <= latest);
}

test('every derivation can be followed: counts fit the days named, portions the hours, words all of it', () => {
  fc.assert(
    fc.property(calendarFile, question, (file, asked) => {
      const result = computeDeadline(compileCalendar(file), asked);
      assert.ok(result.ok);
      const { derivation } = result.value;
      followDates(derivation);
      derivation.forEach((step, at) => {
        followCount(derivation, at);
        followPortions(step);
      });
      for (const words of [
        ...describeDerivation(derivation, 'id'),
        ...describeDerivation(derivation, 'en'),
      ]) {
        assert.doesNotMatch(words, /undefined|NaN|null|\[object| {2}|^\W/);
      }
      assert.deepEqual(JSON.parse(JSON.stringify(derivation)), derivation);
    }),
    { numRuns: INPUTS },
  );
});
