import type { Inline, Run } from '../model.ts';
import { drawableText } from './fonts.ts';
import type { Fonts } from './fonts.ts';
import type { Face } from './marks.ts';

/** Letters of one look, never torn apart by a blank. */
export interface Segment {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
  readonly underline: boolean;
  readonly link?: string;
}

/** What stands between two blanks; several segments where its look changes inside. */
export interface Word {
  readonly segments: readonly Segment[];
  readonly width: number;
}

/** Whether a text is bold by itself, as headings are. */
export interface Look {
  readonly size: number;
  readonly bold: boolean;
}

const runsOf = (text: Inline): readonly Run[] => (typeof text === 'string' ? [{ text }] : text);

/** The text without its looks, for bookmarks and descriptions. */
export const plainText = (text: Inline): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

function faceOf({ bold, italic }: Run, look: Look): Face {
  const heavy = bold ?? look.bold;
  if (heavy) return italic ? 'bold-italic' : 'bold';
  return italic ? 'italic' : 'regular';
}

/** Words of every line that the text itself asks for (by a line break), in order. */
export function wordsOf(text: Inline, look: Look, fonts: Fonts): Word[][] {
  const lines: Segment[][][] = [[[]]];
  for (const run of runsOf(text)) {
    const face = faceOf(run, look);
    run.text.split('\n').forEach((part, lineAt) => {
      if (lineAt > 0) lines.push([[]]);
      const words = lines.at(-1) ?? [];
      // Only plain blanks part words: a no-break space keeps a number with its unit.
      drawableText(part, fonts)
        .split(/ +/)
        .forEach((letters, at) => {
          if (at > 0) words.push([]);
          if (letters === '') return;
          const { underline = false, link } = run;
          const width = fonts.width(letters, face, look.size);
          words.at(-1)?.push({ text: letters, face, width, underline, link });
        });
    });
  }
  return lines.map((words) => words.filter((segments) => segments.length > 0).map(wordOf));
}

export function wordOf(segments: readonly Segment[]): Word {
  return { segments, width: segments.reduce((sum, { width }) => sum + width, 0) };
}
