import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { governmentFiles, readDefinitions } from '../../standard/index.ts';
import type { Promised, Service } from '../../standard/index.ts';
import { compileCalendar } from '../../working-time/index.ts';
import type { Pause } from '../../working-time/index.ts';
import { deadlineSet } from './deadline.ts';
import { fold } from './evolve.ts';
import { nextNoticeAt, noticesOf, owedAt, stepDue } from './notices.ts';
import type { Notice } from './notices.ts';
import { firstStep } from './procedure.ts';
import type { RequestState } from './state.ts';

const directory = fileURLToPath(new URL('../../../governments/klaten', import.meta.url));
const read = readDefinitions(await governmentFiles(directory));
const roomOrNone = read.services.find(({ name }) => name === 'ruang-rapat')?.value;
assert.ok(roomOrNone && read.calendar);
const room: Service = roomOrNone;
const calendar = compileCalendar(read.calendar.value);

const promise = (days: number, hours = 0, minutes = 0): Promised => ({
  basis: 'working',
  months: 0,
  days,
  hours,
  minutes,
});

/** The meeting room's standard with another promise, and with a time for its first step. */
function standard(promised: Promised, within?: Promised): Service {
  const [first, ...rest] = room.steps;
  assert.ok(first);
  return { ...room, promise: promised, steps: [within ? { ...first, within } : first, ...rest] };
}

/** A request that waits at the first step, with its deadline. Monday 6 July 2026, 09.00 WIB, unless told otherwise. */
function waiting(
  service: Service,
  pauses: readonly Pause[] = [],
  at = '2026-07-06T02:00:00.000Z',
): RequestState {
  const ref = { value: '00000000-0000-7000-8000-000000000000', hash: 'ab'.repeat(32) };
  const begun = fold(
    [
      {
        kind: 'submitted',
        position: 1,
        at,
        actor: { kind: 'applicant' },
        data: {
          government: 'klaten',
          number: 'KLT-2026-000000',
          service: service.id,
          serviceVersion: 1,
          calendarVersion: 1,
          channel: 'portal',
          applicantKind: 'agency',
          receivedAt: at,
          answers: ref,
          files: [],
          demanded: [],
          representative: false,
        },
      },
    ],
    firstStep(service),
  );
  assert.ok(begun);
  const state = { ...begun, pauses };
  const { due, left } = deadlineSet(service, state, { version: 1, compiled: calendar }, 'submitted');
  return { ...state, due, left };
}

const wib = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO('Asia/Jakarta').toPlainDateTime().toString({ smallestUnit: 'minute' });

const told = (notices: readonly Notice[]): string[] =>
  notices.map(({ rule, at, level }) => `${rule}${level > 0 ? ` ${level}` : ''} ${wib(at)}`);

describe('reminders of a deadline', () => {
  test('ten working days: half of them used, the morning of the last, then one superior more a working day', () => {
    const service = standard(promise(10));
    const state = waiting(service);
    assert.equal(state.due, '2026-07-20T16:00:00+07:00');
    // From Monday 09.00 to the close of the tenth day lie 6 h on Monday and 10 days of 7.5 h: 81 h, half of them 40.5 h:
    // 6 h on Monday, 30 h from Tuesday to Friday, 4.5 h on the second Monday.
    assert.deepEqual(told(noticesOf(service, state, calendar)), [
      'half 2026-07-13T12:00',
      'last-day 2026-07-20T07:31',
      'escalation 2 2026-07-21T16:00',
      'escalation 3 2026-07-22T16:00',
      'escalation 4 2026-07-23T16:00',
      'escalation 5 2026-07-24T16:30',
    ]);
  });

  test('one working day: two working hours before', () => {
    const service = standard(promise(1));
    const state = waiting(service);
    assert.deepEqual(told(noticesOf(service, state, calendar)).slice(0, 2), [
      'last-hours 2026-07-07T14:00',
      'escalation 2 2026-07-08T16:00',
    ]);
  });

  test('minutes: nobody is reminded before, and superiors two working hours after each other', () => {
    const service = standard(promise(0, 0, 19));
    assert.deepEqual(told(noticesOf(service, waiting(service), calendar)).slice(0, 2), [
      'escalation 2 2026-07-06T11:19',
      'escalation 3 2026-07-06T14:19',
    ]);
  });

  test('nobody is reminded while the request waits for its applicant', () => {
    const service = standard(promise(10), promise(1));
    const open: Pause = { from: '2026-07-07T02:00:00Z', to: null };
    const state: RequestState = { ...waiting(service, [open]), status: 'returned' };
    assert.equal(state.due, null);
    assert.deepEqual(noticesOf(service, state, calendar), []);
  });

  test('they move with the deadline: a day of waiting later', () => {
    const service = standard(promise(10));
    const stood: Pause = { from: '2026-07-07T02:00:00Z', to: '2026-07-08T02:00:00Z' };
    assert.deepEqual(told(noticesOf(service, waiting(service, [stood]), calendar)).slice(0, 2), [
      'half 2026-07-14T12:00',
      'last-day 2026-07-21T07:31',
    ]);
  });

  test('waiting for what was asked after the deadline makes no superior hear of it sooner', () => {
    const service = standard(promise(3));
    const asked: Pause = { from: '2026-07-10T02:00:00Z', to: '2026-07-20T02:00:00Z' };
    const late = waiting(service, [asked]);
    assert.equal(late.due, '2026-07-09T16:00:00+07:00');
    assert.deepEqual(
      told(noticesOf(service, late, calendar)),
      told(noticesOf(service, waiting(service), calendar)),
    );
  });

  test('of what was missed only the last is owed, and the next is the first to come', () => {
    const service = standard(promise(10));
    const notices = noticesOf(service, waiting(service), calendar);
    const late = Temporal.Instant.from('2026-07-22T10:00:00+07:00');
    assert.deepEqual(told(owedAt(notices, late)), ['escalation 2 2026-07-21T16:00']);
    assert.equal(wib(nextNoticeAt(notices, late) ?? late), '2026-07-22T16:00');
    assert.deepEqual(owedAt(notices, Temporal.Instant.from('2026-07-07T10:00:00+07:00')), []);
    assert.equal(nextNoticeAt(notices, Temporal.Instant.from('2026-09-01T00:00:00Z')), null);
  });
});

describe('the time of a step', () => {
  test('runs from its beginning and stands with the clock', () => {
    const service = standard(promise(10), promise(0, 3));
    const at = (pauses: readonly Pause[]): string =>
      wib(
        stepDue(service, waiting(service, pauses), calendar) ?? Temporal.Instant.from('1970-01-01T00:00:00Z'),
      );
    assert.equal(at([]), '2026-07-06T12:00');
    // Asked at 10.00 and answered at 14.00: the two hours left run to 16.00.
    assert.equal(at([{ from: '2026-07-06T03:00:00Z', to: '2026-07-06T07:00:00Z' }]), '2026-07-06T16:00');
    assert.equal(stepDue(standard(promise(10)), waiting(standard(promise(10))), calendar), null);
  });

  test('passed, the post is told once more beside what the deadline asks for', () => {
    const service = standard(promise(10), promise(0, 3));
    const notices = noticesOf(service, waiting(service), calendar);
    assert.equal(told(notices)[0], 'step-late 2026-07-06T12:00');
    assert.deepEqual(told(owedAt(notices, Temporal.Instant.from('2026-07-14T10:00:00+07:00'))), [
      'half 2026-07-13T12:00',
      'step-late 2026-07-06T12:00',
    ]);
  });
});

test('any schedule is in order, inside its deadline before it, and the next one always lies ahead', () => {
  const anyPromise = fc.record({
    days: fc.integer({ min: 0, max: 70 }),
    hours: fc.integer({ min: 0, max: 20 }),
    minutes: fc.integer({ min: 0, max: 59 }),
    basis: fc.constantFrom('working', 'calendar', 'elapsed'),
    start: fc.integer({ min: 0, max: 60 * 24 * 300 }),
    now: fc.integer({ min: 0, max: 60 * 24 * 100 }),
  });
  fc.assert(
    fc.property(anyPromise, ({ start, now, basis, ...amounts }) => {
      const service = standard({ basis, months: 0, ...amounts });
      const begin = Temporal.Instant.from('2026-01-05T00:00:00Z').add({ minutes: start });
      const state = waiting(service, [], begin.toString({ smallestUnit: 'millisecond' }));
      const due = Temporal.Instant.from(state.due ?? '');
      const notices = noticesOf(service, state, calendar);
      for (const [index, { at, rule, level }] of notices.entries()) {
        const later = notices[index + 1];
        if (later) assert.ok(Temporal.Instant.compare(at, later.at) <= 0);
        const side = Temporal.Instant.compare(at, due);
        assert.ok(
          rule === 'escalation' ? side > 0 && level > 1 : side < 0 && level === 0,
          `${rule} ${wib(at)}`,
        );
        assert.ok(Temporal.Instant.compare(at, begin) >= 0);
      }
      const then = begin.add({ minutes: now });
      const next = nextNoticeAt(notices, then);
      assert.ok(next === null || Temporal.Instant.compare(next, then) > 0);
      const owed = owedAt(notices, then).length + notices.filter(({ at }) => at === next).length;
      assert.ok(notices.length === 0 || owed > 0, 'something was or will be said');
    }),
    { numRuns: 300 },
  );
});
