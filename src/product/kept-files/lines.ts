/** Files of one line for each name, some ours and some others', which are kept as they are. `end` is what ends a line's name. Pure. */

export const linesOf = (text: string): readonly string[] =>
  text === '' ? [] : text.replace(/\n$/, '').split('\n');

const joined = (lines: readonly string[]): string => (lines.length === 0 ? '' : `${lines.join('\n')}\n`);

/** In lower case, as servers take names; empty for comments. */
const nameOf = (line: string, end: RegExp): string =>
  line.startsWith('#') ? '' : (line.split(end)[0] ?? '').toLowerCase();

export const findLine = (text: string, name: string, end: RegExp): string | null =>
  linesOf(text).find((line) => nameOf(line, end) === name) ?? null;

/** The text with this line in place of the one of the same name, or after all others. */
export function withLine(text: string, line: string, end: RegExp): string {
  const lines = linesOf(text);
  const at = lines.findIndex((one) => nameOf(one, end) === nameOf(line, end));
  return joined(at < 0 ? [...lines, line] : lines.with(at, line));
}

export const withoutLine = (text: string, name: string, end: RegExp): string =>
  joined(linesOf(text).filter((line) => nameOf(line, end) !== name));
