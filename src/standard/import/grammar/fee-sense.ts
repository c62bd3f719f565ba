/** What the words beside amounts of money make of them: a fee, a bound, a base, a rate, a fine. Pure. */
import { saysFree } from './fee-free.ts';
import { moneyIn, plainFiguresIn } from './fee-money.ts';
import type { Money } from './fee-money.ts';
import { isCountedBefore, unitBehind } from './fee-units.ts';

/** Why nothing is taken from a text, and what is to be compared where something is. */
export type FeeTrouble =
  | 'half-free'
  | 'formula'
  | 'base'
  | 'left-out'
  | 'only-bound'
  | 'only-fine'
  | 'languages-differ'
  | 'called-free'
  | 'range'
  | 'rate'
  | 'bound'
  | 'fine'
  | 'sum'
  | 'elsewhere';

/** No service costs more: what does is two figures run together. */
const MOST_IDR = 1e12;

const FINE = /\b(?:denda|sanksi|bunga|ganti\s+rugi|uang\s+jaminan|deposit)\b/i;
const PERCENT = /\d\s*(?:\([^)]*\)\s*)?(?:%|‰|persen\b|permil\b)/i;
const OF_ANOTHER = /\b(?:denda|sanksi|bunga|uang\s+muka|dp)\b|\b100\s*(?:%|persen)/i;
/** "Luas x indeks x Rp 15.000", "Rp 1.000/hari x 30 hari": a reckoning nobody has made. */
const FORMULA_BEFORE = /(?:[\p{L})]\s*|^)(?:x|×|\*|dikali(?:kan)?)\s*(?:tarif\s+|sebesar\s+)?$/iu;
const FORMULA_BEHIND =
  /^\s*(?:,-)?\s*(?:(?:\/|per\b)\s*\p{L}+\s*(?:x|×|\*|kali)\s*\d|(?:x|×|\*|kali)\s*\d+\s*(?:hari|bulan|tahun|jam))/iu;
/** What a rate is taken of is no fee. */
const BASE =
  /\b(?:npop\p{L}*|njop\p{L}*|nilai\s+(?:perolehan|jual|transaksi|kontrak|investasi|proyek|pasar|sewa|bangunan|pekerjaan)|omzet|modal|harga\s+(?:jual|perolehan|transaksi)|penghasilan|upah)\b[^;.]{0,60}$/iu;
const BOUND =
  /(?:\b(?:(?:paling|ter)\s*(?:banyak|tinggi|sedikit|rendah|besar|kecil)|(?:se)?tinggi[\s-]*tingginya|sebanyak[\s-]*banyaknya|maksimal|maksimum|maks\.?|minimal|minimum|min\.?|mulai(?:\s+dari)?|di\s?(?:atas|bawah)|(?:lebih|kurang)\s+dari|tidak\s+(?:lebih\s+dari|melebihi)|s\.?\s?\/?\s?d\.?|sampai(?:\s+dengan)?|hingga|sekitar|kurang\s+lebih|kira[\s-]*kira|rata[\s-]*rata|estimasi|perkiraan|semula|sebelumnya|tarif\s+lama)|[±<>≤≥~]=?)\s*(?:sebesar\s*)?$/i;
/** "Rp 20.000/25.000": two amounts, and which is for whom is not said. */
const EITHER = /\d(?:,-|,00)?\s*\/\s*(?:Rp\.?\s*)?\d{1,3}(?:\.\d{3})+(?!\d)/i;
const TO = /^\s*(?:\([^)]*\)\s*)?(?:[-–—]|s\.?\s?\/?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*$/i;
const WITHIN = /\b(?:berkisar|antara|bervariasi)\b/i;
const TOTAL = /\b(?:total|jumlah(?:\s+seluruhnya)?)(?:\s+biaya)?\s*(?:[:=]|sebesar|adalah)?\s*$/i;
const PLUS = /^[^;.]{0,60}(?:\+|\bditambah\b|\bplus\b)[^;.]{0,40}$/i;
/** Behind the amount before: "…, roda 4: 20.000", "… dan 50.000". */
const NEXT_CASE = /[,;)]\s*[\p{L}\d ()/-]{2,60}(?::|\bsebesar|=)\s*$|^[^;.]{0,60}\bdan\s+$/iu;
/** Before a bare figure: what it measures or whose number it is. */
const MEASURES =
  /\b(?:jbb|luas|berat|bobot|daya|kapasitas|isi(?:\s+silinder)?|jumlah|volume|panjang|tinggi|jarak|radius|rekening|telp\p{L}*|telepon|hp|wa|kode)\b[^;,]{0,30}$/iu;
const ELSEWHERE =
  /\b(?:sesuai|mengikuti|mengacu|menurut|berdasarkan)\b[^;]*\b(?:perda|perbup|perwal\p{L}*|peraturan|ketentuan|ketetapan|tarif|keputusan)\b/iu;
/** A clause that begins so names what all amounts rest on. */
const BASIS =
  /^\W*(?:dasar|(?:retribusi|tarif|biaya)?\s*(?:dipungut|ditetapkan)?\s*(?:berdasarkan|sesuai|menurut))\b/iu;

export interface SortedMoney {
  readonly taken: readonly Money[];
  readonly bounds: readonly Money[];
  readonly ranged: boolean;
  /** Figures that may be money as well, and were not taken. */
  readonly leftOut: boolean;
  readonly all: readonly Money[];
}

/**
 * Beside amounts that say they are money, bare figures are measures, unless they follow one at once (a row of a table), end
 * a range or are the next case; others are left out, and then nothing of the text is certain.
 */
export function sortMoney(text: string): SortedMoney {
  const all = moneyIn(text).filter(({ idr }) => idr <= MOST_IDR);
  const counted = countedOf(text, all);
  const isBound = ({ at }: { readonly at: number }): boolean => BOUND.test(text.slice(0, at));
  const bounds = counted.filter(
    (one, at) => one.idr > 0 && isBound(one) && !endsRange(text, counted[at - 1], one),
  );
  const aside = all.filter((one) => !counted.includes(one));
  const others = [...aside, ...plainFiguresIn(text, all)];
  return {
    all,
    taken: counted.filter((one) => !bounds.includes(one)),
    bounds: [...bounds, ...aside.filter(isBound)],
    ranged: counted.some((one, at) => endsRange(text, counted[at - 1], one)),
    leftOut:
      counted.length > 0 && others.some((one) => !isBound(one) && !MEASURES.test(text.slice(0, one.at))),
  };
}

function countedOf(text: string, all: readonly Money[]): readonly Money[] {
  if (!all.some(({ isMarked }) => isMarked)) return all;
  const counted: Money[] = [];
  for (const one of all) {
    const last = counted.at(-1);
    if (one.isMarked || endsRange(text, last, one) || isNext(text, last, one)) counted.push(one);
  }
  return counted;
}

const endsRange = (text: string, before: Money | undefined, { at }: Money): boolean =>
  before !== undefined && TO.test(text.slice(before.end, at));

/** Whether a bare figure is a row of the same table as the amount before it, or the next case. */
function isNext(text: string, before: Money | undefined, { at }: Money): boolean {
  if (before === undefined) return false;
  const between = text.slice(before.end, at);
  return between.trim() === '' || (NEXT_CASE.test(between) && !MEASURES.test(between));
}

const clausesOf = (text: string): readonly string[] =>
  text.split(/;|\n|(?<!\b(?:Rp|No|Nomor|s\.d))\.(?=\s)/i).filter((clause) => clause.trim() !== '');

/** The words of the clause that lead to an amount. */
const leadOf = (text: string, { at }: Money): string =>
  text
    .slice(0, at)
    .split(/[;\n]|,(?=\s)|\.(?=\s)/)
    .at(-1) ?? '';

/** What forbids to take anything from the text. */
export function refusalOf(text: string, money: SortedMoney): FeeTrouble | null {
  const { leftOut, all } = money;
  const isRate = text.split(/[;,]\s|\.\s/).some((part) => PERCENT.test(part) && !OF_ANOTHER.test(part));
  const isReckoned = all.some(
    (one) =>
      FORMULA_BEHIND.test(text.slice(one.end)) ||
      (FORMULA_BEFORE.test(text.slice(0, one.at)) && !isCountedBefore(text, one)),
  );
  if (isRate || isReckoned) return 'formula';
  if (all.some(({ idr, at }) => idr > 0 && BASE.test(text.slice(0, at)))) return 'base';
  return leftOut || (all.length > 0 && EITHER.test(text)) ? 'left-out' : lackOf(text, money);
}

/** What is left of the text when its bounds and fines are away: no fee, for all that it names amounts. */
function lackOf(text: string, { taken, bounds, ranged }: SortedMoney): FeeTrouble | null {
  if (ranged && taken.some(({ idr }) => idr === 0)) return 'only-bound';
  const charged = taken.filter(({ idr }) => idr > 0);
  if (charged.length === 0) return bounds.length > 0 ? 'only-bound' : null;
  if (saysFree(text) || !charged.every((money) => FINE.test(leadOf(text, money)))) return null;
  return 'only-fine';
}

/** What is to be compared beside the amounts that are taken. */
export function remarksOn(text: string, { taken, bounds, ranged, all }: SortedMoney): readonly FeeTrouble[] {
  const amounts = taken.filter(({ idr }) => idr > 0);
  const said: readonly (readonly [FeeTrouble, boolean])[] = [
    ['called-free', saysFree(text) || taken.some(({ idr }) => idr === 0)],
    ['range', ranged || (amounts.length > 1 && WITHIN.test(text))],
    ['rate', amounts.some(({ end }) => unitBehind(text.slice(end)) !== null)],
    ['bound', bounds.length > 0],
    ['fine', FINE.test(text)],
    [
      'sum',
      amounts.some(({ at, end }, index) =>
        index + 1 < amounts.length
          ? PLUS.test(text.slice(end, amounts[index + 1]?.at))
          : index > 0 && TOTAL.test(text.slice(0, at)),
      ),
    ],
    [
      'elsewhere',
      clausesOf(text).some(
        (clause) =>
          ELSEWHERE.test(clause) &&
          !BASIS.test(clause) &&
          !all.some(({ at, end }) => clause.includes(text.slice(at, end))),
      ),
    ],
  ];
  return said.flatMap(([trouble, isSo]) => (isSo ? [trouble] : []));
}
