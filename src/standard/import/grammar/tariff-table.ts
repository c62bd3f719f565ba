/**
 * A fee whose cell only points to a table ("tabel terlampir"), and the table behind the standard. Its rows are read with
 * it where every row names one amount; a table of which one row stays unread is left where it stands. Pure.
 */
import type { FeeAmount, FeeReading, Line } from '../model.ts';
import { readFee } from './fee.ts';
import type { Section } from './sections.ts';

export interface TariffTable {
  readonly heading: Line;
  /** The words of the fee, and behind them the table row by row. */
  readonly text: string;
  readonly reading: FeeReading;
}

const POINTS =
  /\b(?:terlampir|lampiran|(?:dalam|pada|sesuai|lihat|sebagaimana|seperti)\s+(?:\p{L}+\s+)?(?:tabel|daftar)|tabel|(?:sebagai\s+)?berikut|di\s?bawah)\b/iu;
const TARIFF = /\b(?:tarif|retribusi|biaya)\b/i;
/** "1", "(1) (2) (3)": the numbers of the columns. */
const COUNT = /^(?:\(?\d{1,2}\)?\s*)+$/;

/** The table that a fee points to among the parts behind the standard; null where there is none, or not wholly readable. */
export function findTariffTable(fee: string, behind: readonly Section[]): TariffTable | null {
  const own = readFee(fee);
  if (own.free || own.amounts.length > 0 || !POINTS.test(fee)) return null;
  const tables = behind.filter(({ heading, lines }) => TARIFF.test(heading.text) && lines.length > 1);
  const [table, another] = tables;
  if (table === undefined || another !== undefined) return null;
  const rows = table.lines.slice(1).map(({ text }) => text);
  const amounts = amountsOf(rows.filter((row) => /\d/.test(row) && !COUNT.test(row)));
  if (amounts === null) return null;
  const text = `${fee.replace(/[\s;:.]+$/, '')}; ${table.heading.text.replace(/[\s:]+$/, '')}: ${rows.join('; ')}`;
  return { heading: table.heading, text, reading: { free: false, amounts } };
}

/** One amount a row: of two, one may be a measure; of none, the figure was not read. */
function amountsOf(rows: readonly string[]): FeeReading['amounts'] | null {
  const amounts = rows.map(amountOf);
  const read = amounts.filter((amount) => amount !== null);
  return read.length > 0 && read.length === rows.length ? read : null;
}

/** The amount of a row, which is its last figure: "Kapasitas 1.000 penumpang 500" is charged neither. */
function amountOf(row: string): FeeAmount | null {
  const [amount, another] = readFee(row).amounts;
  const last = /(\d[\d.]*)(?:,\d{2}|,-+)?[^\d]*$/.exec(row.replaceAll(/\bm[23²³]/gi, ' '))?.[1];
  const isLast = amount !== undefined && last?.replaceAll('.', '') === String(amount.idr);
  return isLast && another === undefined && amount.times === 1 ? amount : null;
}
