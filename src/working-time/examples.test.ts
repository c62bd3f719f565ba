import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compileCalendar, computeDeadline, computeDue, dueSeconds, readCalendar } from './index.ts';
import type { PromisedTime, WorkingCalendar } from './index.ts';

interface Example {
  readonly id: string;
  readonly calendar: string;
  readonly received: string;
  readonly promise: PromisedTime & { readonly text: string };
  readonly pauses: readonly [string, string][];
  readonly due: string;
}

const folder = new URL('../../test/clock/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

function calendarOf(name: string): WorkingCalendar {
  const file = readCalendar(JSON.parse(read(name)));
  assert.ok(file.ok, JSON.stringify(file));
  return compileCalendar(file.value);
}

const calendars = new Map(['klaten.calendar.json', 'klungkung.calendar.json'].map((n) => [n, calendarOf(n)]));
const examples = read('examples.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Example);

test('there are worked examples', () => assert.ok(examples.length >= 24));

for (const { id, calendar: name, due, ...question } of examples) {
  const calendar = calendars.get(name)!;
  test(`${id}: ${question.promise.text}`, () => {
    const deadline = computeDeadline(calendar, question);
    assert.equal(deadline.ok && deadline.value.due, due);
    const plain = computeDue(calendar, question);
    assert.equal(plain.ok && plain.value.due, due);
    if (question.pauses.length > 0) return;
    const received = Temporal.Instant.from(question.received).epochMilliseconds / 1000;
    assert.equal(
      dueSeconds(calendar, question.promise, received),
      Temporal.Instant.from(due).epochMilliseconds / 1000,
    );
  });
}
