/** Dates as decrees print them. Pure. */

const MONTHS = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
];
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  pebruari: 'februari',
  nopember: 'november',
  agst: 'agustus',
};
const NAMED = /(\d{1,2})\s+(\p{L}{3,9})\s+((?:19|20)\d{2})/u;
/** Day, month, year: decrees never begin with the month. */
const IN_FIGURES = /(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?((?:19|20)\d{2})(?![\d/-])/;

/** ISO date of "24 Mei 2024" or "24-5-2024", or null where it is no date. */
export function readDate(text: string): string | null {
  const [, day = '', name = '', year = ''] = NAMED.exec(text) ?? [];
  const lower = name.toLowerCase();
  const month = MONTHS.indexOf(OTHER_SPELLINGS[lower] ?? lower) + 1;
  if (month > 0) return isoDate(day, month, year);
  const [, date = '', , number = '', its = ''] = IN_FIGURES.exec(text) ?? [];
  return isoDate(date, Number(number), its);
}

/** A day that no month has, as "31 September", is a slip that nobody can mend but whoever has the decree. */
function isoDate(day: string, month: number, year: string): string | null {
  if (month < 1 || month > 12 || Number(day) < 1) return null;
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year: Number(year), month });
  if (Number(day) > daysInMonth) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
