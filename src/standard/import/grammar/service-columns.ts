/**
 * Tables with a column for each service ("No | Komponen | Izin A | Izin B") as one table a service, one below the other.
 * A cell that reaches over all of them says the same of each. Pure.
 */
import type { Block, Line, Row } from '../model.ts';
import { joinedText } from './cells.ts';
import { findComponentName } from './headings.ts';
import { isHeaderWord } from './noise.ts';

interface Columns {
  /** The row of the head, and the first row below it. */
  readonly head: number;
  readonly from: number;
  /** The column with the names of the components; the services stand right of it. */
  readonly name: number;
  readonly titles: readonly (readonly Line[])[];
}

/** Columns in which names of components may stand: the first, or the second beside numbers. */
const NAME_COLUMNS = [0, 1];
/** So many of so many rows below a head name a component. */
const LEAST_NAMED = 3;
const LOOKED_AT = 12;

/** The same blocks, with such tables turned into one a service. */
export function unfoldServices(blocks: readonly Block[]): readonly Block[] {
  const unfolded: Block[] = [];
  let rows: Row[] = [];
  for (const block of blocks) {
    if (block.kind === 'row') {
      rows.push(block);
      continue;
    }
    unfolded.push(...unfoldTable(rows), block);
    rows = [];
  }
  return [...unfolded, ...unfoldTable(rows)];
}

function unfoldTable(rows: readonly Row[]): readonly Block[] {
  const named = rows.map(({ cells }) =>
    NAME_COLUMNS.map((column) => findComponentName(joinedText(cells[column])) !== null),
  );
  const heads = rows
    .flatMap((_, at) => columnsAt(rows, named, at) ?? [])
    .filter((head, index, all) => index === 0 || !isRepeated(head, all[index - 1]));
  const before = rows.slice(0, heads[0]?.head ?? rows.length);
  return [
    ...before.map((row): Block => ({ kind: 'row', ...row })),
    ...heads.flatMap((head, index) => tablesOf(rows.slice(head.from, heads[index + 1]?.head), head)),
  ];
}

/** The head that a new page repeats. */
const isRepeated = ({ titles }: Columns, before: Columns | undefined): boolean =>
  titles.map(joinedText).join('|') === before?.titles.map(joinedText).join('|');

function columnsAt(rows: readonly Row[], named: readonly boolean[][], at: number): Columns | null {
  const [head, below] = [rows[at], rows[at + 1]];
  const following = named.slice(at + 1, at + 1 + LOOKED_AT);
  const name = NAME_COLUMNS.find(
    (column) =>
      named[at]?.[column] === false && following.filter((names) => names[column]).length >= LEAST_NAMED,
  );
  if (!head || !below || name === undefined) return null;
  // Below components a row without a name goes on with the last of them, and other words are the content of one.
  const isWithin = named.slice(0, at).some((names) => names[name]);
  if (isWithin && !isHeaderWord(joinedText(head.cells[name]))) return null;
  const inHead = titlesOf(head, name);
  if (inHead) return { head: at, from: at + 1, name, titles: inHead };
  const isNamed = below.cells.slice(0, name + 1).some((lines) => lines.length > 0);
  const inNext = isNamed ? null : titlesOf(below, name);
  return inNext && { head: at, from: at + 2, name, titles: inNext };
}

/** Names of services right of the names of components; null where fewer than two stand there, or other words. */
function titlesOf({ cells }: Row, name: number): readonly (readonly Line[])[] | null {
  const titles = cells.slice(name + 1);
  const texts = titles.map(joinedText);
  const areTitles = texts.every(
    (text) =>
      /\p{L}{3}/u.test(text) && !isHeaderWord(text) && findComponentName(text) === null && !isValue(text),
  );
  return titles.length >= 2 && areTitles && new Set(texts).size === texts.length ? titles : null;
}

/** "3 hari kerja", "Gratis": a time or a fee, and no service. */
const isValue = (text: string): boolean =>
  /^\W*(?:\d+\b[^\p{L}]*(?:hari|jam|menit|minggu|bulan)|rp|gratis|tidak\s+dipungut)\b/iu.test(text);

function tablesOf(rows: readonly Row[], { name, titles }: Columns): readonly Block[] {
  const repeated = titles.map(joinedText).join('|');
  const isHead = ({ cells }: Row): boolean =>
    cells
      .slice(name + 1)
      .map(joinedText)
      .join('|') === repeated && findComponentName(joinedText(cells[name])) === null;
  const body = rows.filter((row) => !isHead(row));
  return titles.flatMap((title, index) => [
    titleRow(title),
    ...body.map((row) => rowOf(row, name, titles.length, index)),
  ]);
}

function titleRow(title: readonly Line[]): Block {
  const [first] = title;
  const place = first?.place ?? { page: null, line: 0 };
  return { kind: 'row', cells: [[{ text: 'Jenis Pelayanan', place }], title] };
}

function rowOf(row: Row, name: number, services: number, index: number): Block {
  return {
    kind: 'row',
    cells: [...row.cells.slice(0, name + 1), cellOf(row, name + 1, services, index) ?? []],
  };
}

/**
 * What a row says of one of the services. A row with fewer cells has one for all of them, or cells that reach over several;
 * how far, only some files say. Where nobody knows, the component is left empty and asked.
 */
function cellOf(
  { cells, spans }: Row,
  from: number,
  services: number,
  index: number,
): Row['cells'][number] | undefined {
  const values = cells.slice(from);
  if (values.length >= services) return values[index];
  if (values.length === 1) return values[0];
  const columns =
    spans?.slice(from).flatMap((span, at) => Array.from({ length: Math.min(span, services) }, () => at)) ??
    [];
  return columns.length === services ? values[columns[index] ?? -1] : undefined;
}
