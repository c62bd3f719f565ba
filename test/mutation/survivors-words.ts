import { FOR_TYPES, BEYOND } from './reasons.ts';
import type { Survivor } from './reasons.ts';

/** Survivors where promises are read, and promises and deadlines put into words. */
export const survivorsOfWords: readonly Survivor[] = [
  {
    file: 'describe-promise.ts',
    line: 'if (months === 0 && minutes === 0 && total > 0 && total % 24 === 0) return `${total / 24}×24 ${hourWord}`;',
    mistakes: [['0', '1']],
    why: 'Of the two noughts behind `total` the first: one hour is no multiple of 24 either.',
  },
  {
    file: 'format.ts',
    line: "return instantWords(secondsOf(instant) + offset, findZoneByOffset(offset)?.name ?? '', lang);",
    mistakes: [[" ?? ''", '']],
    why: FOR_TYPES,
  },
  {
    file: 'number-words.ts',
    line: "const scale = part === 'belas' ? 10 : SCALES[part];",
    mistakes: [['10', '11']],
    why: 'Compared with the other scales alone, none of which is 11.',
  },
  {
    file: 'number-words.ts',
    line: 'return limit > 1 ? sum + digit : Number.NaN;',
    mistakes: [['1', '2']],
    why: 'Limits are 1, 10, 100, 1,000 or none.',
  },
  {
    file: 'promise-numbers.ts',
    line: "const figures = parts.map(({ digits }) => digits ?? '');",
    mistakes: [[" ?? ''", '']],
    why: 'For the type checker alone: "null" is as little a figure as an empty text.',
  },
  {
    file: 'promise-numbers.ts',
    line: 'if (first === undefined || more.length === 0) return first ?? Number.NaN;',
    mistakes: [[' ?? Number.NaN', '']],
    why: FOR_TYPES,
  },
  {
    file: 'promise-numbers.ts',
    line: 'for (let i = next; i < tokens.length; i += 1) {',
    mistakes: [['<', '<=']],
    why: BEYOND,
  },
  {
    file: 'promise-numbers.ts',
    line: 'const [open, inner, close] = tokens.slice(next, next + 3);',
    mistakes: [['3', '4']],
    why: 'Three are looked at, however many are cut out.',
  },
  {
    file: 'promise-numbers.ts',
    line: 'if (!first || !last) return null;',
    mistakes: [['||', '&&']],
    why: 'A list that has a first has a last.',
  },
  {
    file: 'promise-numbers.ts',
    line: 'const [open, first, mark, second, close] = tokens.slice(next, next + 5);',
    mistakes: [['5', '6']],
    why: 'Five are looked at, however many are cut out.',
  },
  {
    file: 'promise-parser.ts',
    line: "const isOpen = drafts.at(-1)?.has('years', 'months', 'weeks', 'days') === true;",
    mistakes: [['-1', '1']],
    why: 'Of two times the second is the last; a range of more is refused before.',
  },
  {
    file: 'promise-parser.ts',
    line: 'if (!number) return;',
    mistakes: [['!number', 'false']],
    why: FOR_TYPES,
  },
  {
    file: 'promise-parser.ts',
    line: 'this.times.settle(this.#tokens.at(-1) ?? { at: 0, end: 0 });',
    mistakes: [['0', '1']],
    why: 'A text without a single token has announced nothing, so no place in it is named.',
  },
  {
    file: 'promise-text.ts',
    line: '(months * 30 + days) * 1440 + hours * 60 + minutes;',
    mistakes: [['1440', '1441']],
    why: 'A rough weight: only a range from a day to exactly 24 office hours could tell, and its two ends are no order of length.',
  },
  {
    file: 'promise-text.ts',
    line: 'promise: unread === null ? (entries.at(-1) ?? null) : null,',
    mistakes: [[' ?? null', '']],
    why: FOR_TYPES,
  },
  {
    file: 'promise-times.ts',
    line: '#isBroken = false;',
    mistakes: [['false', 'true']],
    why: 'The first amount begins a time in any case.',
  },
  {
    file: 'promise-tokens.ts',
    line: "return { kind: 'unknown', at, end: at + 1 };",
    mistakes: [
      ['+', '-'],
      ['1', '2'],
    ],
    why: 'Never reached: the last pattern takes any character.',
  },
  {
    file: 'sentences-en.ts',
    line: "return `${waiting}${counted} The last day moves by ${count(movedDays ?? 0, 'day', 'en')}.`;",
    mistakes: [
      [' ?? 0', ''],
      ['0', '1'],
    ],
    why: FOR_TYPES,
  },
  {
    file: 'sentences-id.ts',
    line: "return `${waiting}${counted} Hari terakhir bergeser ${count(movedDays ?? 0, 'day', 'id')}.`;",
    mistakes: [
      [' ?? 0', ''],
      ['0', '1'],
    ],
    why: FOR_TYPES,
  },
];
