/** Laws that a sentence cites, and other numbers that count no time: "sesuai Permen Nomor 15 Tahun 2014", "usia 17 tahun". Pure. */

const KIND = String.raw`(?:undang[\s-]*undang|peraturan|keputusan|instruksi|surat\s+edaran|uu|pp|perpu|perpres|permen\p{L}*|kepmen\p{L}*|inpres|perda|perdes|perbup|perwal\p{L}*|pergub|perka\p{L}*|se|qanun)`;
const INTRODUCED = String.raw`(?:(?:sesuai|berdasarkan|menurut|mengacu|merujuk|sebagaimana|diatur|dimaksud|ketentuan|dengan|dalam|pada|oleh|ke)\s+)*`;
const PART = String.raw`(?:\([\dIVXa-z]{1,4}\)|[\dIVXa-z]{1,4}\b)`;
const ARTICLE = String.raw`(?:pasal|ayat|huruf)\s*${PART}(?:\s*(?:,|dan|sampai\s+dengan|s\.?d\.?)\s*(?:(?:pasal|ayat|huruf)\s*${PART}|\([\dIVXa-z]{1,4}\)))*`;
/** Without the word "Nomor" only the year behind it tells the number of a law. */
const NUMBERED = String.raw`(?:(?:nomor|nomer|no)\.?\s*:?\s*\d[\w./-]*(?:\s+tahun\s+\d{4})?|\d[\w.-]*(?:\s+tahun\s+|\s*\/\s*)\d{4}\b)`;
/** The name of the law stands behind its number: letters only, for a figure there may count something. */
const TITLED = String.raw`(?:\s+tentang(?:\s+(?!paling\b|maks|selambat|selama|dalam\b)\p{L}[\p{L}-]*)+)?`;
const LAW = String.raw`${KIND}(?:\s+(?!nomor\b|nomer\b|no\b)\p{L}[\p{L}-]*){0,8}?\s+${NUMBERED}${TITLED}`;

const CITATION = new RegExp(
  String.raw`(?<!\p{L})${INTRODUCED}(?:(?:${ARTICLE}\s*)+(?:(?:jo\.?|dari)\s+)?(?:${LAW})?|${LAW})(?!\p{L})`,
  'giu',
);
/** What is left of a number or a year that belongs to a citation without its law. */
const NUMBER_OR_YEAR =
  /(?<!\p{L})(?:nomor|nomer|no\.)\s*:?\s*\d[\w./-]*(?:\s+tahun\s+\d{4})?|(?<!\p{L})tahun\s+(?:19|20)\d{2}\b/giu;
/** Brackets in which a citation has left nothing but the words that led to it. */
const EMPTIED =
  /\(\s*(?:(?:sesuai|berdasarkan|menurut|lihat|vide|jo|dan|serta|dengan|ketentuan)\b\.?[\s,;]*)*[\s,;.]*\)/giu;

/** The text without the laws it cites; brackets that held nothing else are away. */
export const withoutCitations = (text: string): string =>
  text
    .replaceAll(CITATION, ' ')
    .replaceAll(NUMBER_OR_YEAR, ' ')
    .replaceAll(EMPTIED, ' ')
    .replaceAll(/\s+(?=[\s,;.)])|(?<=\()\s+/g, '')
    .trim();

const AGE =
  /(?<!\p{L})(?:ber)?(?:usia|umur)\b(?:\s+\p{L}+){0,3}?\s*(?:[<>≥≤]\s*)?\d{1,3}(?:\s*\([^)]*\))?(?:\s*(?:[-–]|s\.?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*\d{1,3}(?:\s*\([^)]*\))?)?\s*(?:tahun|bulan|minggu|hari)\b(?:\s+ke\s*(?:atas|bawah)|\s+atau\s+(?:lebih|kurang))?/giu;

/** The text without the ages it names: they say who may ask, and never how long it takes. */
export const withoutAges = (text: string): string => text.replaceAll(AGE, ' ').replaceAll(/\s{2,}/g, ' ');
