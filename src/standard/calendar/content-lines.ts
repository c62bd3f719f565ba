/** The lines of an iCalendar file (RFC 5545, section 3.1): unfolded, taken apart, with where they stand. Pure. */

/** One property: its name and parameters in capitals, its value as written. */
export interface ContentLine {
  /** Line of the file where it begins, from 1. */
  readonly line: number;
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** The lines of a file; one that is none by the grammar comes as its number. */
export function contentLines(text: string): readonly (ContentLine | number)[] {
  return unfolded(text).map(({ line, content }) => parsed(line, content) ?? line);
}

interface Unfolded {
  readonly line: number;
  readonly content: string;
}

/** A line that begins with a blank goes on the one before. Lone line feeds are taken for the CRLF of the standard. */
function unfolded(text: string): readonly Unfolded[] {
  const lines: { line: number; content: string }[] = [];
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last) last.content += raw.slice(1);
    else if (raw.trim() !== '') lines.push({ line: at + 1, content: raw });
  }
  return lines;
}

const NAME = /^[a-z0-9-]+/i;
const PARAMETER = /;([a-z0-9-]+)=((?:"[^"]*"|[^;:,"]*)(?:,(?:"[^"]*"|[^;:,"]*))*)/iy;

function parsed(line: number, content: string): ContentLine | null {
  const name = NAME.exec(content)?.[0];
  if (name === undefined) return null;
  const parameters = new Map<string, string>();
  let at = name.length;
  for (;;) {
    PARAMETER.lastIndex = at;
    const found = PARAMETER.exec(content);
    if (!found) break;
    parameters.set((found[1] ?? '').toUpperCase(), (found[2] ?? '').replaceAll('"', ''));
    at = PARAMETER.lastIndex;
  }
  if (content.charAt(at) !== ':') return null;
  return { line, name: name.toUpperCase(), parameters, value: content.slice(at + 1) };
}

/** A value of type TEXT with its escapes undone (section 3.3.11). */
export const unescaped = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
