/** Plain text and Markdown: lines, and tables written with pipes or tabs. Pure. */
import { tidy } from '../grammar/plain.ts';
import { readMark } from '../grammar/marks.ts';
import type { Block, DecreeText, Line, Place } from '../model.ts';
import { blankColumns } from './blank-columns.ts';
import { listLabel } from './list-label.ts';
import { hasTags, readFragment } from './html.ts';
import { withoutPageFeet } from './page-feet.ts';

/** Lines and rows of a text. Lines that were broken by the width of the page are marked `open`. */
export function readPlainText(source: string): DecreeText {
  const raw = withoutPageFeet(source.replaceAll('\r\n', '\n').replaceAll('\f', '\n').split('\n'));
  const isWrapped = breaksLines(raw);
  const columns = blankColumns(raw);
  let readUntil = 0;
  const blocks = raw.flatMap((text, at): readonly Block[] => {
    if (text.trim() === '' || at < readUntil) return [];
    const paragraph = columns.get(at);
    if (paragraph) {
      readUntil = paragraph.end;
      return paragraph.blocks;
    }
    const place: Place = { page: null, line: at + 1 };
    const cells = pipeCells(text) ?? tabCells(text);
    if (cells) return rowOf(cells, place);
    if (hasTags(text)) return readFragment(text, place);
    const level = bulletLevel(raw, at);
    const line = lineOf(level === 0 ? text : deeperBullet(text, level), place, isBroken(raw, at, isWrapped));
    return [{ kind: 'line', line }];
  });
  return { blocks, hasLooseRows: true };
}

const BULLET_LINE = /^(\s*)[-*+•▪◦o]\s+\S/;
/** So many blanks more than the bullet above make a list within its item. */
const INDENT = 2;

/** How deep a bullet lies under the bullets right above it. */
function bulletLevel(lines: readonly string[], at: number): number {
  const own = BULLET_LINE.exec(lines[at] ?? '')?.[1]?.length;
  if (own === undefined) return 0;
  let level = 0;
  let indent = own;
  for (let above = at - 1; above >= 0 && indent > 0; above -= 1) {
    const other = BULLET_LINE.exec(lines[above] ?? '')?.[1]?.length;
    if (other === undefined) break;
    if (other <= indent - INDENT) [level, indent] = [level + 1, other];
  }
  return level;
}

const deeperBullet = (text: string, level: number): string =>
  text.replace(/^\s*\S/, listLabel('bullet', 0, level + 1));

function lineOf(text: string, place: Place, open: boolean): Line {
  const heading = /^(#{1,6})\s+/.exec(text.trim());
  const line: Line = {
    text: tidy(withoutEmphasis(text.trim().slice(heading?.[0].length ?? 0))),
    place,
    open,
  };
  if (heading) return { ...line, heading: true, look: `h${heading[1]?.length}`, open: false };
  return BOLD_LINE.test(text) ? { ...line, look: 'bold' } : line;
}

/** All of a line between stars, but for a mark before and a colon behind. */
const BOLD_LINE = /^\s*(?:[\dA-Za-z]{1,4}[.)]\s+)?(\*\*|__)[^*_]{2,120}\1\s*:?\s*$/;

/** Markdown's stars, links and angle brackets; signs that stand for themselves are left alone. */
const withoutEmphasis = (text: string): string =>
  text
    .replaceAll(/\[([^[\]]{1,300})\]\((?:https?:|mailto:|#)[^)\s]{0,300}\)/g, '$1')
    .replaceAll(/<((?:https?:|mailto:)?[^\s<>]{1,200}[@.][^\s<>]{1,200})>/g, '$1')
    .replaceAll(/(\*{1,3})(?=\S)([^*]{1,600}?)(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}_])(_{1,2})(?=\S)([^_]{1,600}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2');

/** Cells between pipes, or null where the line is no row. */
function pipeCells(text: string): readonly string[] | null {
  const bare = text.trim();
  const pipes = bare.split('|').length - 1;
  if (pipes === 0 || (pipes === 1 && !bare.startsWith('|') && !bare.endsWith('|') && !/\s\|\s/.test(bare)))
    return null;
  return bare.replace(/^\|/, '').replace(/\|$/, '').split('|');
}

/** Cells between tabs. A tab behind the mark of a list only sets the mark apart. */
function tabCells(text: string): readonly string[] | null {
  if (!text.includes('\t') || text.trim() === '') return null;
  const cells = text.split('\t');
  const [first = '', ...others] = cells;
  const filled = others.filter((cell) => cell.trim() !== '');
  const isMarked = filled.length === 1 && /^\s*(?:[\da-zA-Z]{1,2}[.)]|[•⦁●▪*-])\s*$/.test(first);
  return isMarked ? null : cells;
}

const RULE = /^\s*:?-{2,}:?\s*$/;

function rowOf(cells: readonly string[], place: Place): readonly Block[] {
  if (cells.every((cell) => RULE.test(cell) || cell.trim() === '')) return [];
  return [{ kind: 'row', cells: cells.map((cell) => cellLines(cell, place)) }];
}

function cellLines(cell: string, place: Place): readonly Line[] {
  if (cell.trim() === '') return [];
  if (!hasTags(cell)) return [{ text: tidy(withoutEmphasis(cell)), place }];
  return readFragment(cell, place).flatMap((block) =>
    block.kind === 'line' ? [block.line] : block.cells.flat(),
  );
}

/** Texts that break their lines show it: sentences begin with small letters. */
const LEAST_CONTINUED = 3;

function breaksLines(lines: readonly string[]): boolean {
  const continued = lines.filter((line) => /^\s*\p{Ll}{2,}/u.test(line) && !readMark(line.trim()));
  return continued.length >= LEAST_CONTINUED;
}

const LEAST_WIDTH = 48;
const MOST_WIDTH = 120;
const NEIGHBOURS = 5;

/** The width at which the lines around here were broken. */
function widthAround(all: readonly string[], at: number): number {
  const lengths = all
    .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
    .map((line) => line.trimEnd().length)
    .filter((length) => length >= LEAST_WIDTH && length <= MOST_WIDTH);
  return Math.max(LEAST_WIDTH, ...lengths);
}

const NEEDS_MORE =
  /(?:,|\b(?:dan|atau|dengan|di|ke|dari|yang|dalam|untuk|oleh|pada|tentang|Nomor|Tahun|Kabupaten|Kota|Dan|Atau|Dengan))$/;

/** Whether the sentence of a line goes on in the next: it was full, or its end cannot be an end. */
function isBroken(all: readonly string[], at: number, isWrapped: boolean): boolean {
  const text = (all[at] ?? '').trim();
  const next = (all[at + 1] ?? '').trim();
  const ahead = next === '' ? nextSaying(all, at) : next;
  if (ahead === '' || readMark(ahead) || /[.;:]$/.test(text)) return false;
  if (/^\p{Ll}/u.test(ahead)) return text.length >= LEAST_WIDTH / 2;
  return next !== '' && (NEEDS_MORE.test(text) || (isWrapped && isFull(all, at, next)));
}

/** The first word of the next line had no room behind this one. */
function isFull(all: readonly string[], at: number, next: string): boolean {
  const { length } = (all[at] ?? '').trim();
  const [word = ''] = next.split(/\s+/);
  return length >= LEAST_WIDTH && length + 1 + word.length > widthAround(all, at);
}

/** The next line that says something, over the empty lines and page numbers of a page's end. */
function nextSaying(all: readonly string[], at: number): string {
  const found = all
    .slice(at + 1, at + 6)
    .find((line) => line.trim() !== '' && !/^[-–\s]*\d{1,3}[-–\s]*$/.test(line));
  return found?.trim() ?? '';
}
