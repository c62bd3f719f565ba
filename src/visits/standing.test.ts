import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countAhead, standingOf } from './standing.ts';
import type { Ticket } from './visits.ts';

const nine = Temporal.Instant.from('2026-11-23T02:00:00Z');
const day = Temporal.PlainDate.from('2026-11-23');

const ticket = (number: number, more: Partial<Ticket> = {}): Ticket => ({
  id: `0199aaaa-0000-7000-8000-00000000000${number}`,
  day,
  number,
  arrived_at: nine,
  called_at: null,
  outcome: null,
  ...more,
});
const calledAfter = (minutes: number): Pick<Ticket, 'called_at'> => ({ called_at: nine.add({ minutes }) });

test('a queue shows who was called last first, and who comes next in order', () => {
  const tickets = [
    ticket(7),
    ticket(1, calledAfter(9)),
    ticket(2, calledAfter(3)),
    ticket(3, { ...calledAfter(4), outcome: 'answered' }),
    ticket(4, { outcome: 'no-show' }),
    ticket(5),
    ticket(6),
    ticket(8),
  ];
  assert.deepEqual(standingOf(tickets), { waiting: 4, called: [1, 2], next: [5, 6, 7] });
  assert.equal(countAhead(tickets, 7), 2, 'neither whoever was called nor whoever left');
  assert.equal(countAhead(tickets, 5), 0);
});

test('an empty queue has nobody', () => {
  assert.deepEqual(standingOf([]), { waiting: 0, called: [], next: [] });
  assert.equal(countAhead([], 1), 0);
});
