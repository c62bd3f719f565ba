/** Zone files (RFC 1035 5.1) as far as they matter here: which names stand in one, and its serial number. Pure. */

/** A line as the name server sees it: without comments, with what brackets span joined; `indented` means "the same name as before". */
export interface ZoneLine {
  readonly indented: boolean;
  readonly words: readonly string[];
}

/** A quoted text, a bracket, a comment, or a word. */
const token = /"(?:\\.|[^"\\])*"|[()]|;[^\n]*|[^\s();"]+/g;

export function zoneLines(text: string): readonly ZoneLine[] {
  const lines: { indented: boolean; words: string[] }[] = [];
  let depth = 0;
  for (const line of text.split('\n')) {
    if (depth === 0) lines.push({ indented: /^\s/.test(line), words: [] });
    for (const [word] of line.matchAll(token)) {
      if (word === '(') depth += 1;
      else if (word === ')') depth -= 1;
      else if (!word.startsWith(';')) lines.at(-1)?.words.push(word);
    }
  }
  return lines.filter(({ words }) => words.length > 0);
}

/** Whole, in lower case, without the last dot. */
export function wholeName(name: string, origin: string): string {
  const lower = name.toLowerCase();
  if (lower === '@') return origin;
  return lower.endsWith('.') ? lower.slice(0, -1) : `${lower}.${origin}`;
}

/** The names that have records in this text. `include` gives the text of a file that is included, with its origin. */
export async function namesIn(
  text: string,
  zone: string,
  include: (file: string) => Promise<string>,
): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  let origin = zone;
  for (const { indented, words } of zoneLines(text)) {
    const [first = '', second = '', third] = words;
    if (first === '$ORIGIN') origin = wholeName(second, origin);
    else if (first === '$INCLUDE') {
      const within = third === undefined ? origin : wholeName(third, origin);
      const included = await namesIn(await include(second.replaceAll('"', '')), within, include);
      included.forEach((name) => names.add(name));
    } else if (!indented && !first.startsWith('$')) names.add(wholeName(first, origin));
  }
  return names;
}

/** Letter for letter as long as the text, with blanks for comments and quoted texts: an old SOA kept there as a comment is none. */
const withoutRemarks = (text: string): string =>
  text.replaceAll(/"(?:\\.|[^"\\])*"|;[^\n]*/g, (remark) => remark.replaceAll(/[^\n]/g, ' '));

/** The serial number is the third word after SOA. Brackets may stand between. */
const soa = /\bSOA\s+[^\s(]+\s+[^\s(]+[\s(]+(\d+)/di;

/** Null: the text has no SOA record. */
export function serialOf(text: string): number | null {
  const digits = soa.exec(withoutRemarks(text))?.[1];
  return digits === undefined ? null : Number(digits);
}

export function withSerial(text: string, serial: number): string {
  const [from, to] = soa.exec(withoutRemarks(text))?.indices?.[1] ?? [0, 0];
  return to === 0 ? text : `${text.slice(0, from)}${serial}${text.slice(to)}`;
}

/**
 * The next serial number: the day with a two-digit count (RFC 1912 2.2) or, where the old one is further on already, one more, in the
 * arithmetic of RFC 1982.
 */
export function nextSerial(serial: number, today: Temporal.PlainDate): number {
  const byDay = Number(today.toString().replaceAll('-', '')) * 100 + 1;
  return serial < byDay ? byDay : (serial + 1) % 2 ** 32;
}

/** Whether a serial number is this one or a later one (RFC 1982 3.2). */
export const isNotBefore = (serial: number, other: number): boolean => (serial - other) >>> 0 < 2 ** 31;
