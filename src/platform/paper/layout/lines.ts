import type { Fonts } from './fonts.ts';
import { wordOf } from './words.ts';
import type { Look, Segment, Word } from './words.ts';

/** After these an address may be torn, as readers expect it. */
const TEARABLE = /[/.\-_@?&=,;:)]/;

export interface Line {
  readonly words: readonly Word[];
  readonly width: number;
  /** Ends where its text does, not where the paper does. */
  readonly last: boolean;
}

const blank = (look: Look, fonts: Fonts): number => fonts.width(' ', 'regular', look.size);

/** Number of characters of a segment that fit into a width, at least one; at a good place to tear where there is one. */
function fitting(segment: Segment, width: number, look: Look, fonts: Fonts): number {
  const characters = Array.from(segment.text);
  let fit = 1;
  while (
    fit < characters.length &&
    fonts.width(characters.slice(0, fit + 1).join(''), segment.face, look.size) <= width
  ) {
    fit += 1;
  }
  for (let at = fit; at > fit / 2; at -= 1) {
    if (TEARABLE.test(characters[at - 1] ?? '')) return at;
  }
  return fit;
}

/** A word too long for any line, as an address may be, in pieces that fit. */
function torn(word: Word, width: number, look: Look, fonts: Fonts): Word[] {
  const pieces: Word[] = [];
  for (const segment of word.segments) {
    let rest = segment;
    while (rest.width > width && Array.from(rest.text).length > 1) {
      const characters = Array.from(rest.text);
      const at = fitting(rest, width, look, fonts);
      const part = (from: number, to?: number): Segment => {
        const text = characters.slice(from, to).join('');
        return { ...rest, text, width: fonts.width(text, rest.face, look.size) };
      };
      pieces.push(wordOf([part(0, at)]));
      rest = part(at);
    }
    pieces.push(wordOf([rest]));
  }
  return pieces;
}

/** Steps in which lines are made narrower, in points. */
const STEP = 6;

/**
 * Words on as few lines as a width allows, and these of much the same length: for titles, whose last line must not be one
 * lonely word.
 */
export function balancedLines(words: readonly Word[], width: number, look: Look, fonts: Fonts): Line[] {
  let lines = linesOf(words, width, 0, look, fonts);
  if (lines.length < 2) return lines;
  for (let narrower = width - STEP; narrower > width / 3; narrower -= STEP) {
    const tried = linesOf(words, narrower, 0, look, fonts);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

/** Words on lines of a width, the first line shorter by `firstLine`. One empty line for an empty text. */
export function linesOf(
  words: readonly Word[],
  width: number,
  firstLine: number,
  look: Look,
  fonts: Fonts,
): Line[] {
  const space = blank(look, fonts);
  const lines: Line[] = [];
  let current: Word[] = [];
  let used = 0;
  const room = (): number => (lines.length === 0 ? width - firstLine : width);
  const close = (last: boolean): void => {
    lines.push({ words: current, width: used, last });
    current = [];
    used = 0;
  };
  for (const whole of words) {
    for (const word of whole.width > width ? torn(whole, width, look, fonts) : [whole]) {
      if (current.length > 0 && used + space + word.width > room()) close(false);
      used += (current.length > 0 ? space : 0) + word.width;
      current.push(word);
    }
  }
  close(true);
  return lines;
}
