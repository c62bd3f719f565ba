import { dayAt } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';
import { DAY_SECONDS, writeDate } from './civil.ts';
import { writeInstant } from './iso.ts';
import type { Question } from './question.ts';
import { baseOf, leftAt, promisedSeconds } from './reckon.ts';
import type { PauseEffect, Reckoning } from './reckon.ts';
import { portionsOf, regimesIn, skippedDays } from './skipped.ts';
import type { DerivationStep, Due, OutsideHours, WorkingMinutesStep } from './types.ts';
import { closeOf, isWorked, openingOf, rollForward, workingDaysIn, workingSecondsIn } from './working.ts';

/** Tells one reckoning as steps. Counts nothing itself: every figure comes from the reckoning. */
class Storyteller {
  readonly #calendar: WorkingCalendar;
  readonly #reckoning: Reckoning;
  readonly steps: DerivationStep[] = [];

  constructor(calendar: WorkingCalendar, reckoning: Reckoning) {
    this.#calendar = calendar;
    this.#reckoning = reckoning;
  }

  #iso(wall: number): string {
    return writeInstant(wall, this.#calendar.offsetText);
  }

  /** The promise as printed, and what lawful extensions made of it (rule 7). */
  tellPromise({ received, promise, extensions, extended }: Question): void {
    this.steps.push({ kind: 'received', at: this.#iso(received) }, { kind: 'promise', promise });
    for (const { added, ground } of extensions) this.steps.push({ kind: 'extension', added, ground });
    if (extensions.length > 0) this.steps.push({ kind: 'extended', promise: extended });
    if (promise.basis === 'unspecified') this.steps.push({ kind: 'unspecified' });
  }

  tellElapsed(): void {
    const { promise, received, due, effects } = this.#reckoning;
    const to = this.#iso(effects[0]?.dueBefore ?? due);
    this.steps.push({ kind: 'elapsed', from: this.#iso(received), promise, to });
  }

  /** Rule 1: the receipt moved to the opening, and why. */
  tellStart(): void {
    const { received, start } = this.#reckoning;
    if (start === received) return;
    this.#skip(dayAt(received), dayAt(start) - 1);
    this.steps.push({ kind: 'start', at: this.#iso(start), because: this.#whyMoved(received, start) });
  }

  #whyMoved(received: number, start: number): OutsideHours {
    const day = dayAt(received);
    if (!isWorked(this.#calendar, day)) return 'closed-day';
    if (dayAt(start) !== day) return 'after-hours';
    return openingOf(this.#calendar, day * DAY_SECONDS) === start ? 'before-hours' : 'break';
  }

  tellRegimes(): void {
    const { start, due } = this.#reckoning;
    this.steps.push(...regimesIn(this.#calendar, dayAt(start), dayAt(due)));
  }

  /** Rules 2 and 3: months, then days. */
  tellDays(): void {
    const { promise, start, monthDay, countedDay } = this.#reckoning;
    if (promise.months > 0) {
      this.steps.push({
        kind: 'months',
        from: writeDate(dayAt(start)),
        months: promise.months,
        to: writeDate(monthDay),
      });
    }
    if (promise.basis !== 'working') this.#tellCalendarDays(monthDay, promise.days, countedDay);
    else if (promise.days > 0) this.#tellWorkingDays(monthDay, promise.days, countedDay);
    else this.#tellRolled(monthDay);
  }

  #tellWorkingDays(from: number, days: number, to: number): void {
    this.#skip(from + 1, to);
    this.steps.push({ kind: 'working-days', from: writeDate(from), days, to: writeDate(to) });
  }

  #tellCalendarDays(from: number, days: number, to: number): void {
    if (days > 0) this.steps.push({ kind: 'calendar-days', from: writeDate(from), days, to: writeDate(to) });
    this.#tellRolled(to);
  }

  #tellRolled(day: number): void {
    const rolled = rollForward(this.#calendar, day);
    if (rolled === day) return;
    this.#skip(day, rolled - 1);
    this.steps.push({ kind: 'rolled', from: writeDate(day), to: writeDate(rolled) });
  }

  /** Rule 4 on the last day, before it is rolled forward: the close, or the hours from their base. */
  tellTimeOfDay(lastDay: number, due: number): void {
    const { promise, start } = this.#reckoning;
    const seconds = promisedSeconds(promise);
    const day = rollForward(this.#calendar, lastDay);
    if (seconds === 0) {
      this.steps.push({ kind: 'close', at: this.#iso(closeOf(this.#calendar, day)) });
      return;
    }
    const base = baseOf(this.#calendar, start, day);
    if (base !== start) {
      const asked = day * DAY_SECONDS + (start - dayAt(start) * DAY_SECONDS);
      this.#skip(day + 1, dayAt(base) - 1);
      this.steps.push({ kind: 'time-of-day', asked: this.#iso(asked), at: this.#iso(base) });
    }
    this.#tellMinutes(base, seconds, due);
  }

  #tellMinutes(from: number, seconds: number, to: number): void {
    this.#skip(dayAt(from) + 1, dayAt(to) - 1);
    const step: WorkingMinutesStep = {
      kind: 'working-minutes',
      from: this.#iso(from),
      seconds,
      to: this.#iso(to),
      portions: portionsOf(this.#calendar, from, to),
    };
    this.steps.push(step);
  }

  #skip(first: number, last: number): void {
    this.steps.push(...skippedDays(this.#calendar, first, last));
  }

  /** Rule 6, pause by pause; what follows a pause is the next pause's "before", or the end. */
  tellPauses(): void {
    const { effects, lastDay, due } = this.#reckoning;
    for (const [i, effect] of effects.entries()) {
      const next = effects[i + 1];
      if (!effect.counts) this.#tellTooLate(effect);
      else if (Number.isNaN(effect.pause.to)) this.#tellStopped(effect);
      else this.#tellPause(effect, next?.lastDayBefore ?? lastDay, next?.dueBefore ?? due);
    }
  }

  #tellTooLate({ pause, dueBefore }: PauseEffect): void {
    this.steps.push({ kind: 'pause-too-late', from: this.#iso(pause.from), due: this.#iso(dueBefore) });
  }

  #tellStopped({ pause }: PauseEffect): void {
    const { left } = this.#reckoning;
    if (left) this.steps.push({ kind: 'stopped', from: this.#iso(pause.from), left });
  }

  #tellPause(effect: PauseEffect, lastDay: number, due: number): void {
    const { promise } = this.#reckoning;
    const byDays = promise.basis === 'calendar' || promise.basis === 'unspecified';
    this.steps.push({
      kind: 'pause',
      from: this.#iso(effect.pause.from),
      to: this.#iso(effect.pause.to),
      countedFrom: this.#iso(effect.from),
      countedTo: this.#iso(effect.to),
      left: byDays ? null : leftAt(this.#calendar, promise, effect.from, effect),
      movedDays: byDays ? dayAt(effect.to) - dayAt(effect.from) : null,
      moves: due !== effect.dueBefore,
    });
    if (due === effect.dueBefore) return;
    if (byDays) this.#tellMoved(effect.lastDayBefore, lastDay, due);
    else if (promise.basis === 'working') this.#tellResumed(effect, lastDay, due);
  }

  #tellMoved(before: number, after: number, due: number): void {
    this.#tellCalendarDays(before, after - before, after);
    this.tellTimeOfDay(after, due);
  }

  #tellResumed({ from, to, dueBefore, lastDayBefore }: PauseEffect, lastDay: number, due: number): void {
    if (promisedSeconds(this.#reckoning.promise) > 0) {
      this.#tellMinutes(to, workingSecondsIn(this.#calendar, from, dueBefore), due);
      return;
    }
    const days = workingDaysIn(this.#calendar, dayAt(from), lastDayBefore);
    if (days > 0) this.#tellWorkingDays(dayAt(to), days, lastDay);
    this.steps.push({ kind: 'close', at: this.#iso(due) });
  }
}

/** The steps by which a deadline was found, in the order of the rules (rule 10). */
export function derive(
  calendar: WorkingCalendar,
  question: Question,
  reckoning: Reckoning,
  { due, provisional }: Due,
): DerivationStep[] {
  const story = new Storyteller(calendar, reckoning);
  story.tellPromise(question);
  if (reckoning.promise.basis === 'elapsed') story.tellElapsed();
  else {
    story.tellStart();
    story.tellRegimes();
    story.tellDays();
    story.tellTimeOfDay(reckoning.countedDay, reckoning.effects[0]?.dueBefore ?? reckoning.due);
  }
  story.tellPauses();
  if (due !== null) story.steps.push({ kind: 'due', at: due });
  if (provisional) {
    const { knownUntilDay } = calendar;
    const knownUntil = Number.isFinite(knownUntilDay) ? writeDate(knownUntilDay) : null;
    story.steps.push({ kind: 'provisional', knownUntil });
  }
  return story.steps;
}
