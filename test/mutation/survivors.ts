/**
 * Mistakes that no test of the room finds, each with the reason: they change nothing that could be seen from outside.
 * `line` is the line of the source they stand in; where that line changes, the mistake must be explained anew.
 */
export interface Survivor {
  readonly file: string;
  readonly line: string;
  /** The mistakes in this line: what stands there, and what stands there instead. */
  readonly mistakes: readonly (readonly [code: string, becomes: string])[];
  readonly why: string;
}

const SHORTCUT = 'A shortcut past work that would change nothing.';
const SEAM =
  'At the seam of table and weeks both ways of counting give the same, or the other branch has taken the case before.';
const FOR_TYPES = 'A value for the type checker alone: NaN comes of undefined in arithmetic as well.';
const ZERO_LONG = 'An instant on the border adds nothing either way.';

export const survivors: readonly Survivor[] = [
  {
    file: 'deadline.ts',
    line: 'return pauses.length === 0 ? first : reckonWithPauses(calendar, first, pauses);',
    mistakes: [['pauses.length === 0', 'false']],
    why: SHORTCUT,
  },
  {
    file: 'question.ts',
    line: 'extensions: extensions.length === 0 ? NO_EXTENSIONS : extensions,',
    mistakes: [['extensions.length === 0', 'false']],
    why: 'An empty list of its own is as good as the shared one; that one saves memory.',
  },
  {
    file: 'question.ts',
    line: 'pauses: pauses.length === 0 ? NO_PAUSES : pauses,',
    mistakes: [['pauses.length === 0', 'false']],
    why: 'An empty list of its own is as good as the shared one; that one saves memory.',
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
  {
    file: 'working.ts',
    line: 'if (day >= firstDay && day < endDay) return table.rankOfDay[day - firstDay] ?? Number.NaN;',
    mistakes: [['<', '<=']],
    why: SEAM,
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
    why: FOR_TYPES,
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
