import { SHORTCUT, SEAM, FOR_TYPES, ZERO_LONG, BEYOND, ONE_LIST } from './reasons.ts';
import type { Survivor } from './reasons.ts';

/** Survivors where dates, calendars and deadlines are reckoned. */
export const survivorsOfClock: readonly Survivor[] = [
  {
    file: 'between.ts',
    line: 'const begins = end > start ? (opening < end ? opening : end) : start;',
    mistakes: [
      ['>', '>='],
      ['<', '<='],
    ],
    why: 'Where the two are the same instant it does not matter which is taken: no opening lies before its instant.',
  },
  {
    file: 'calendar-file.ts',
    line: "if (interval.slice(0, 5) < free) this.refuse(`${path}[${i}]`, 'interval-overlap', interval);",
    mistakes: [['5', '6']],
    why: 'The dash behind the time decides nothing: the other text ends before it, so the longer stays the greater.',
  },
  {
    file: 'calendar-file.ts',
    line: "else if (value.slice(6) <= value.slice(0, 5)) this.refuse(path, 'interval-over-midnight', value);",
    mistakes: [['5', '6']],
    why: 'The dash behind the time decides nothing: of two same times the one without it is not the greater.',
  },
  {
    file: 'calendar.ts',
    line: 'const NOT_WORKED: DayPlan = { starts: [], ends: [], seconds: 0 };',
    mistakes: [['0', '1']],
    why: 'The days of this plan are left out of every sum before their seconds are asked for.',
  },
  {
    file: 'calendar.ts',
    line: 'const seconds = ends.reduce((sum, end, i) => sum + end - (starts[i] ?? end), 0);',
    mistakes: [[' ?? end', '']],
    why: FOR_TYPES,
  },
  {
    file: 'calendar.ts',
    line: 'seconds += plans[plan]?.seconds ?? 0;',
    mistakes: [
      [' ?? 0', ''],
      ['0', '1'],
    ],
    why: FOR_TYPES,
  },
  {
    file: 'calendar.ts',
    line: 'const within = days.map((day) => Math.min(Math.max(day, FIRST_DAY), END_DAY - 1));',
    mistakes: [
      ['1', '2'],
      ['-', '+'],
    ],
    why: 'The table is made of whole weeks, and the last day of the years, a Wednesday, shares its week with these neighbours.',
  },
  {
    file: 'calendar.ts',
    line: 'const last = Math.min(regime.lastDay, endDay - 1);',
    mistakes: [['-', '+']],
    why: 'A typed array takes nothing beyond its end, so days behind the table are set nowhere.',
  },
  {
    file: 'civil.ts',
    line: 'if (months === 0) return dayNumber;',
    mistakes: [['months === 0', 'false']],
    why: SHORTCUT,
  },
  {
    file: 'day-by-day.ts',
    line: '`${twoDigits(Math.floor(second / 3600))}:${twoDigits(Math.floor(second / 60) % 60)}`;',
    mistakes: [['Math.floor', 'Math.ceil']],
    why: 'Hours of a calendar are whole minutes, so the second of these has nothing to round.',
  },
  {
    file: 'day-by-day.ts',
    line: 'const hours = plan.starts.map((start, i) => `${clock(start)}-${clock(plan.ends[i] ?? start)}`);',
    mistakes: [[' ?? start', '']],
    why: FOR_TYPES,
  },
  {
    file: 'day-by-day.ts',
    line: 'if (start < end) sum += workingSecondsIn(calendar, start, end);',
    mistakes: [['<', '<=']],
    why: ZERO_LONG,
  },
  {
    file: 'day-by-day.ts',
    line: 'const stopped = dayAt(pauses.at(-1)?.from ?? start);',
    mistakes: [[' ?? start', '']],
    why: 'Asked for only while the clock stands, and then there is a pause.',
  },
  {
    file: 'day-by-day.ts',
    line: "const last = due === null ? Math.max(stopped, readDate(until ?? '') || stopped) : dayAt(due);",
    mistakes: [[" ?? ''", '']],
    why: 'For the type checker alone: "undefined" is as little a date as an empty text.',
  },
  {
    file: 'deadline.ts',
    line: 'return pauses.length === 0 ? first : reckonWithPauses(calendar, first, pauses);',
    mistakes: [['pauses.length === 0', 'false']],
    why: SHORTCUT,
  },
  {
    file: 'derivation.ts',
    line: "if (left) this.steps.push({ kind: 'stopped', from: this.#iso(pause.from), left });",
    mistakes: [['left', 'true']],
    why: FOR_TYPES,
  },
  {
    file: 'derivation.ts',
    line: 'if (promisedSeconds(this.#reckoning.promise) > 0) {',
    mistakes: [['0', '1']],
    why: 'Promised hours are whole minutes: none of them is one second.',
  },
  {
    file: 'iso.ts',
    line: 'while (end < text.length && text.charCodeAt(end) >= ZERO && text.charCodeAt(end) <= ZERO + 9) end += 1;',
    mistakes: [['<', '<=']],
    why: BEYOND,
  },
  {
    file: 'pencil.ts',
    line: 'return isOver ? (this.#promise?.months ?? null) : null;',
    mistakes: [[' ?? null', '']],
    why: FOR_TYPES,
  },
  {
    file: 'pencil.ts',
    line: 'if (this.#monthEnd !== null) this.#monthEnd = later(this.#monthEnd);',
    mistakes: [['this.#monthEnd !== null', 'true']],
    why: 'For the type checker alone: nothing is no later than any day, so it stays nothing.',
  },
  {
    file: 'pencil.ts',
    line: '.filter((span) => span.from < span.to);',
    mistakes: [['<', '<=']],
    why: ZERO_LONG,
  },
  {
    file: 'question.ts',
    line: 'extensions: extensions.length === 0 ? NO_EXTENSIONS : extensions,',
    mistakes: [['extensions.length === 0', 'false']],
    why: ONE_LIST,
  },
  {
    file: 'question.ts',
    line: 'pauses: pauses.length === 0 ? NO_PAUSES : pauses,',
    mistakes: [['pauses.length === 0', 'false']],
    why: ONE_LIST,
  },
  {
    file: 'question.ts',
    line: 'if (error instanceof Refusal) return { ok: false, fault: error.fault };',
    mistakes: [['error instanceof Refusal', 'true']],
    why: 'Nothing but a Refusal is thrown there; any other error would be a mistake of ours, and must not be hidden.',
  },
  {
    file: 'working.ts',
    line: 'return plans[index ?? Number.NaN];',
    mistakes: [[' ?? Number.NaN', '']],
    why: FOR_TYPES,
  },
  { file: 'working.ts', line: 'const isBefore = day < firstDay;', mistakes: [['<', '<=']], why: SEAM },
  {
    file: 'working.ts',
    line: 'const isBefore = rank < 0;',
    mistakes: [
      ['<', '<='],
      ['0', '1'],
    ],
    why: SEAM,
  },
  {
    file: 'working.ts',
    line: '(planAt(calendar, day)?.starts.length ?? 0) > 0;',
    mistakes: [
      [' ?? 0', ''],
      ['0', '1'],
    ],
    why: 'Of a day that is NaN, which no caller asks for: "undefined > 0" is false as well, and so is "1 > 0" never asked.',
  },
  {
    file: 'working.ts',
    line: 'day * DAY_SECONDS + (planAt(calendar, day)?.ends.at(-1) ?? Number.NaN);',
    mistakes: [[' ?? Number.NaN', '']],
    why: 'For the type checker alone: NaN comes of undefined in arithmetic as well.',
  },
  {
    file: 'working.ts',
    line: 'for (let i = 0; i < plan.ends.length; i += 1) {',
    mistakes: [['<', '<=']],
    why: 'Behind the last interval stands undefined, which no comparison holds for.',
  },
  {
    file: 'working.ts',
    line: 'for (let i = 0; i < plan.starts.length; i += 1) {',
    mistakes: [['<', '<=']],
    why: 'Behind the last interval start and end are nought, which adds nothing.',
  },
  {
    file: 'working.ts',
    line: 'return next * DAY_SECONDS + (planAt(calendar, next)?.starts[0] ?? Number.NaN);',
    mistakes: [[' ?? Number.NaN', '']],
    why: 'For the type checker alone: NaN comes of undefined in arithmetic as well.',
  },
  {
    file: 'working.ts',
    line: 'if (plan) {',
    mistakes: [['plan', 'true']],
    why: 'A plan is missing only for a day that is NaN, which is not asked for here.',
  },
  {
    file: 'working.ts',
    line: 'if (second > start) sum += Math.min(second, plan.ends[i] ?? 0) - start;',
    mistakes: [['>', '>=']],
    why: ZERO_LONG,
  },
  {
    file: 'working.ts',
    line: 'if (target > 0 && target <= table.seconds) return ranksUntil(table, target);',
    mistakes: [
      ['>', '>='],
      ['0', '1'],
      ['<=', '<'],
    ],
    why: SEAM,
  },
  {
    file: 'working.ts',
    line: 'const isBefore = target <= 0;',
    mistakes: [
      ['<=', '<'],
      ['0', '1'],
    ],
    why: SEAM,
  },
];
