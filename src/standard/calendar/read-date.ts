/** Dates as people and tables write them. Pure. */

const MONTHS: Readonly<Record<string, number>> = {
  januari: 1,
  january: 1,
  jan: 1,
  februari: 2,
  february: 2,
  pebruari: 2,
  feb: 2,
  maret: 3,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  mei: 5,
  may: 5,
  juni: 6,
  june: 6,
  jun: 6,
  juli: 7,
  july: 7,
  jul: 7,
  agustus: 8,
  august: 8,
  agu: 8,
  agt: 8,
  ags: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  oktober: 10,
  october: 10,
  okt: 10,
  oct: 10,
  november: 11,
  nopember: 11,
  nov: 11,
  nop: 11,
  desember: 12,
  december: 12,
  des: 12,
  dec: 12,
};

const WEEKDAY =
  /^(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\s*,?\s+/i;

const FORMS: readonly (readonly [
  pattern: RegExp,
  order: (parts: readonly string[]) => readonly [string, string, string],
])[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([y = '', m = '', d = '']) => [y, m, d]],
  // Day first, as in Indonesia; the American order would be another date, and is never guessed.
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, ([d = '', m = '', y = '']) => [y, m, d]],
  [/^(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{4})$/i, ([d = '', m = '', y = '']) => [y, monthOf(m), d]],
];

const monthOf = (name: string): string => {
  const key = name.toLowerCase();
  return Object.hasOwn(MONTHS, key) ? String(MONTHS[key]) : '0';
};

/**
 * Reads `2026-08-17`, `17/08/2026`, `17-08-2026`, `17.08.2026`, `17 Agustus 2026`, `Senin, 17 Agustus 2026` and the same
 * in English. Gives `YYYY-MM-DD`; null for everything else, also for a day that does not exist.
 */
export function readWrittenDate(text: string): string | null {
  const plain = text.trim().replace(WEEKDAY, '');
  for (const [pattern, order] of FORMS) {
    const parts = pattern.exec(plain)?.slice(1);
    if (parts) return dateOf(order(parts));
  }
  return null;
}

function dateOf([year, month, day]: readonly [string, string, string]): string | null {
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
