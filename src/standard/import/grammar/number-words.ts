/** Indonesian numbers in words, up to billions: "dua puluh lima ribu", "seribu lima ratus". Pure. */

const UNITS: Readonly<Record<string, number>> = {
  nol: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
  seratus: 100,
  seribu: 1000,
};
const SCALES: Readonly<Record<string, number>> = { ribu: 1000, juta: 1_000_000, miliar: 1_000_000_000 };

/** The number that these words make, or null where one of them is no number or two stand in one place ("dua tiga"). */
export function numberOfWords(text: string): number | null {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  let [total, part] = [0, 0];
  for (const word of words) {
    const scale = SCALES[word];
    const unit = UNITS[word];
    if (scale !== undefined) [total, part] = [total + Math.max(part, 1) * scale, 0];
    else if (word === 'belas') part += 10;
    else if (word === 'puluh') part = scaled(part, 10);
    else if (word === 'ratus') part = scaled(part, 100);
    else if (unit === undefined || part % 10 !== 0) return null;
    else part += unit;
  }
  return total + part;
}

/** The last unit alone is meant: in "seribu dua ratus" the two, and not the thousand. */
const scaled = (part: number, by: number): number => part - (part % 10) + (part % 10) * by;

/** Every word that a number may consist of, for patterns. */
export const NUMBER_WORD = [...Object.keys(UNITS), ...Object.keys(SCALES), 'belas', 'puluh', 'ratus'].join(
  '|',
);
