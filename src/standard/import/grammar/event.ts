/** What a block of a file means. Pure. */
import type { Line } from '../model.ts';
import type { HeadingName } from './headings.ts';
import { isLeftover } from './noise.ts';

/** How a heading looks: components of one service look alike, so other looks are sentences that resemble them. */
export type HeadingStyle = string;

export type Event =
  | {
      readonly kind: 'heading';
      readonly name: HeadingName;
      readonly style: HeadingStyle;
      readonly value: number | null;
      readonly line: Line;
      /** What stands in the same line or row. */
      readonly behind: readonly Line[];
      readonly inTable: boolean;
    }
  | { readonly kind: 'content'; readonly line: Line; readonly inTable: boolean }
  | { readonly kind: 'title'; readonly line: Line }
  | { readonly kind: 'noise'; readonly line: Line };

export type HeadingEvent = Extract<Event, { kind: 'heading' }>;

export const ROW_STYLE = 'row';
export const FLAT_STYLE = 'flat';
/** "BAB III": whatever came before is at its end. */
export const CHAPTER_STYLE = 'chapter';
/** A table of steps that is none of the components: it may stand anywhere, and says nothing of the headings around it. */
export const STEPS_STYLE = 'steps';

const saying = (lines: readonly Line[]): readonly Line[] => lines.filter(({ text }) => !isLeftover(text));

/** Lines of a table that belong to whatever component is open. */
export const tableContents = (lines: readonly Line[]): readonly Event[] =>
  saying(lines).map((line) => ({ kind: 'content', line, inTable: true }));

/** A component that a row of a table names, with what stands beside the name. */
export const rowHeading = (
  name: HeadingName,
  value: number | null,
  line: Line,
  behind: readonly Line[],
): HeadingEvent => ({
  kind: 'heading',
  name,
  style: ROW_STYLE,
  value,
  line,
  behind: saying(behind),
  inTable: true,
});

/** What begins such a table. */
export const stepsHeading = (line: Line): HeadingEvent => ({
  ...rowHeading('other', null, line, []),
  style: STEPS_STYLE,
});
