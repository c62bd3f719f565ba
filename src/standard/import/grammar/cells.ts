/** The cells of a row, and what stands in them. Pure. */
import type { Line, Row } from '../model.ts';
import { breaksAddress } from './broken-words.ts';
import { isGroupHead } from './noise.ts';
import { tidy } from './plain.ts';

/** The lines of a cell as one text; addresses that its width has broken are whole. */
export const joinedText = (lines: readonly Line[] | undefined): string =>
  tidy(
    (lines ?? []).reduce(
      (text, line) => (breaksAddress(text, line.text) ? text : `${text} `) + line.text,
      '',
    ),
  );

/** "3.", "b)", "IV": the number of a row, and nothing else. */
export const isOrdinal = (text: string): boolean =>
  /^\(?(?:\d{1,2}|[a-z]|[ivxl]{1,5})\s*[.)]{0,2}$/i.test(text);

export const ordinalOf = (text: string | undefined): number | null => {
  const digits = /\d{1,2}/.exec(text ?? '');
  return digits ? Number(digits[0]) : null;
};

/** A row as its reader looks at it. */
export class Cells {
  /** Colons that have a column of their own are away. */
  readonly cells: readonly (readonly Line[])[];
  readonly texts: readonly string[];
  /** The first cell with words that are neither a number nor the name of a group; -1 where there is none. */
  readonly at: number;

  constructor({ cells }: Row) {
    this.cells = cells.map((lines) => lines.filter(({ text }) => !/^[:\s]*$/.test(text)));
    this.texts = this.cells.map(joinedText);
    this.at = this.texts.findIndex((text) => text !== '' && !isOrdinal(text) && !isGroupHead(text));
  }

  get first(): Line | undefined {
    return this.cells.flat()[0];
  }

  /** The lines, and the text, of the cell with the first words. */
  get named(): readonly Line[] {
    return this.cells[this.at] ?? [];
  }

  get name(): string {
    return this.texts[this.at] ?? '';
  }

  /** The lines right of it. */
  get behind(): readonly Line[] {
    return this.cells.slice(this.at + 1).flat();
  }

  /** The number left of it. */
  get number(): number | null {
    return this.at > 0 ? ordinalOf(this.texts[this.at - 1]) : null;
  }

  get filled(): readonly string[] {
    return this.texts.filter((text) => text !== '');
  }
}
