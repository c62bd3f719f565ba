/** Holidays from a table: CSV with a header in Indonesian or English, separated by comma, semicolon or tab. Pure. */
import type { Words } from '../../ground/index.ts';
import type { ClosedDay, ClosedKind } from '../../working-time/index.ts';
import { importedFrom, kindInName, MOST_NAME, tidyName } from './imported.ts';
import type { FoundDay, ImportDefaults, ImportedDays, LineFault } from './imported.ts';
import { readWrittenDate } from './read-date.ts';

type ColumnName = 'date' | 'name' | 'kind' | 'decree';

const HEADERS: Readonly<Record<ColumnName, readonly string[]>> = {
  date: ['tanggal', 'tgl', 'date', 'hari/tanggal'],
  name: [
    'nama',
    'nama hari libur',
    'hari libur',
    'keterangan',
    'uraian',
    'name',
    'holiday',
    'description',
    'summary',
  ],
  kind: ['jenis', 'kategori', 'kind', 'type', 'category'],
  decree: ['keputusan', 'dasar', 'dasar hukum', 'skb', 'decree', 'basis'],
};

const KINDS: Readonly<Record<ClosedKind, readonly string[]>> = {
  'national-holiday': ['libur nasional', 'nasional', 'national holiday', 'national', 'national-holiday', 'n'],
  'joint-leave': ['cuti bersama', 'cuti', 'joint leave', 'joint-leave', 'collective leave', 'b'],
  'regional-holiday': ['libur daerah', 'daerah', 'regional holiday', 'regional', 'regional-holiday', 'd'],
};

/** One line of the table: its cells, and the line of the text where it begins. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const SEPARATORS = [';', ',', '\t'] as const;

/** Reads a table of holidays. `text` is what was pasted or the file as UTF-8, with or without a byte order mark. */
export function readHolidayTable(text: string, defaults: ImportDefaults): ImportedDays {
  const plain = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(plain);
  const split = splitRows(plain, separator);
  if (split.open !== null) return importedFrom([], [{ line: split.open, words: UNCLOSED }]);
  const [header, ...rows] = split.rows;
  const columns = header && columnsOf(header);
  if (!header || !columns) return importedFrom([], [{ line: header?.line ?? 1, words: NO_HEADER }]);
  const read = rows.map((row) => readRow(row, columns, defaults));
  return importedFrom(
    read.flatMap(({ day }) => day ?? []),
    read.flatMap(({ faults }) => faults),
  );
}

/** The separator that the first line has most of; it holds names without any of them. */
function separatorOf(text: string): string {
  const [first = ''] = text.trimStart().split(/\r?\n/, 1);
  const counts = SEPARATORS.map((one) => ({ one, count: first.split(one).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.one ?? ',';
}

interface Cell {
  readonly text: string;
  /** Where the next sign stands: a separator, a line end, or the end of all. */
  readonly end: number;
  readonly closed: boolean;
}

/** The cell at a place by RFC 4180: a quoted one may hold separators, line ends and doubled quotes. */
function cellAt(text: string, at: number, separator: string): Cell {
  const quoted = /[ ]*"((?:[^"]|"")*)("?)/y;
  quoted.lastIndex = at;
  const found = quoted.exec(text);
  const bare = new RegExp(`[^${separator}\\n]*`, 'y');
  bare.lastIndex = found ? quoted.lastIndex : at;
  const rest = bare.exec(text)?.[0] ?? '';
  const own = found?.[1]?.replaceAll('""', '"') ?? '';
  return { text: own + rest, end: bare.lastIndex, closed: found?.[2] !== '' };
}

const lineEndsIn = (text: string): number => text.split('\n').length - 1;

/** The rows of a table; empty lines are passed over. `open` is the line with a quote that is never closed. */
function splitRows(
  text: string,
  separator: string,
): { readonly rows: readonly Row[]; readonly open: number | null } {
  const rows: Row[] = [];
  let [at, line, begun] = [0, 1, 1];
  let cells: string[] = [];
  while (at <= text.length) {
    const cell = cellAt(text, at, separator);
    if (!cell.closed) return { rows, open: line };
    cells.push(cell.text);
    line += lineEndsIn(text.slice(at, cell.end + 1));
    const rowEnds = text.charAt(cell.end) !== separator;
    at = cell.end + 1;
    if (!rowEnds) continue;
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: begun, cells });
    [cells, begun] = [[], line];
  }
  return { rows, open: null };
}

type Columns = Readonly<Partial<Record<ColumnName, number>>> & {
  readonly date: number;
  readonly name: number;
};

const plainText = (cell: string): string => tidyName(cell).toLowerCase();

/** Where each column stands; null where there is no date or no name. */
function columnsOf({ cells }: Row): Columns | null {
  const names = cells.map(plainText);
  const at = (column: ColumnName): number => names.findIndex((name) => HEADERS[column].includes(name));
  const [date, name, kind, decree] = [at('date'), at('name'), at('kind'), at('decree')];
  if (date === -1 || name === -1) return null;
  return { date, name, ...(kind === -1 ? {} : { kind }), ...(decree === -1 ? {} : { decree }) };
}

interface ReadRow {
  readonly day: FoundDay | null;
  readonly faults: readonly LineFault[];
}

function readRow({ line, cells }: Row, columns: Columns, defaults: ImportDefaults): ReadRow {
  const cell = (at: number | undefined): string => tidyName(at === undefined ? '' : (cells[at] ?? ''));
  const [written, name, kindText] = [cell(columns.date), cell(columns.name), cell(columns.kind)];
  const date = readWrittenDate(written);
  const kind = kindText === '' ? (kindInName(name) ?? defaults.kind) : kindOf(kindText);
  const faults = [
    ...(date === null ? [{ line, words: noDate(written) }] : []),
    ...(name === '' || name.length > MOST_NAME ? [{ line, words: NO_NAME }] : []),
    ...(kind === null ? [{ line, words: noKind(kindText) }] : []),
  ];
  if (date === null || kind === null || faults.length > 0) return { day: null, faults };
  const decree = cell(columns.decree) || defaults.decree;
  const day: ClosedDay = { date, name, kind, decree, confirmed: defaults.confirmed && decree !== null };
  return { day: { line, day }, faults: [] };
}

function kindOf(text: string): ClosedKind | null {
  const plain = plainText(text);
  const found = Object.entries(KINDS).find(([, names]) => names.includes(plain));
  return found ? (found[0] as ClosedKind) : null;
}

const UNCLOSED: Words = {
  id: 'Tanda kutip dibuka di sini dan tidak ditutup. Tutup, atau hapus tanda kutipnya.',
  en: 'A quotation mark is opened here and never closed. Close it, or remove it.',
};
const NO_HEADER: Words = {
  id: 'Baris pertama harus menyebut kolom "tanggal" dan "nama" (boleh juga "jenis" dan "keputusan"), dipisah koma atau titik koma.',
  en: 'The first line must name the columns "date" and "name" ("kind" and "decree" if you like), separated by commas or semicolons.',
};
const NO_NAME: Words = {
  id: `Nama hari kosong atau lebih dari ${MOST_NAME} huruf. Tulis namanya.`,
  en: `The name of the day is empty or longer than ${MOST_NAME} letters. Write its name.`,
};
const noDate = (text: string): Words => ({
  id: `Tanggal "${text}" tidak terbaca. Tulis 2027-03-10, 10/03/2027 atau 10 Maret 2027.`,
  en: `The date "${text}" cannot be read. Write 2027-03-10, 10/03/2027 or 10 March 2027.`,
});
const noKind = (text: string): Words => ({
  id: `Jenis "${text}" tidak dikenal. Tulis libur nasional, cuti bersama, atau libur daerah.`,
  en: `The kind "${text}" is not known. Write national holiday, joint leave or regional holiday.`,
});
