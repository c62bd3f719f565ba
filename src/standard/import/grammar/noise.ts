/** What stands in a decree and belongs to no component: page numbers, heads of tables, names of the two groups. Pure. */
import { plainName } from './plain.ts';

const PAGE_NUMBER =
  /^[-–—~\s]*(?:(?:halaman|hal|hlm|page)\.?\s*)?\d{1,3}(?:\s*(?:dari|of|\/)\s*\d{1,3})?[-–—~\s]*$/i;
/** A year or a house number on a line of its own is no page. */
const DECORATED = /[-–—~]|hal|hlm|page|dari|of/i;

/** A page's foot that names the document before it counts: "Standar Pelayanan … 1 dari 2". */
const FOOT = /^\p{L}[^.;:|]{0,80}\s(?:halaman\s|hal\.\s)?\d{1,3}\s+(?:dari|of)\s+\d{1,3}$/iu;

/** "- 3 -", "Halaman 2 dari 9", or a bare number on a line of its own. */
export const isPageNumber = (text: string): boolean =>
  FOOT.test(text) || (PAGE_NUMBER.test(text) && (DECORATED.test(text) || /^\s*\d{1,3}\s*$/.test(text)));

const HEADER_WORDS = new Set([
  'no',
  'nomor',
  'nomer',
  'komponen',
  'komponen standar',
  'komponen standar pelayanan',
  'komponen pelayanan',
  'komponen sp',
  'uraian',
  'uraian komponen',
  'uraian standar pelayanan',
  'keterangan',
  'penjelasan',
  'deskripsi',
  'unsur',
  'unsur standar pelayanan',
  'substansi',
  'isi',
  'isi standar',
  'standar pelayanan',
  'rincian',
  'aspek',
  'bagian',
  'proses',
  'kelompok',
  'indikator',
  'component',
  'components',
  'service component',
  'description',
  'details',
  'remarks',
  'english',
  'english version',
  'bahasa inggris',
  'bahasa indonesia',
]);

const ENGLISH_HEADS = new Set(
  'component,components,service component,description,details,remarks,english,english version,bahasa inggris'.split(
    ',',
  ),
);

/**
 * The columns of a table's head that say in English what others say in Indonesian: the decree is the Indonesian (UU 24/2009
 * art. 26), and of both in one cell nobody could tell the items.
 */
export function englishColumns(heads: readonly string[]): ReadonlySet<number> {
  const isEnglish = heads.map((head) => ENGLISH_HEADS.has(plainName(head)));
  const own = heads.filter((head, at) => isEnglish[at] === false && OWN_HEAD.test(plainName(head)));
  if (own.length === 0) return new Set();
  return new Set(isEnglish.flatMap((is, at) => (is ? [at] : [])));
}

const OWN_HEAD = /^(?:uraian|keterangan|penjelasan|deskripsi|isi|rincian|bahasa indonesia)\b/;

/** Names in two languages: "Komponen / Component", "Uraian (Description)". */
const BETWEEN_LANGUAGES = /[/|()]/;

/** "Komponen", "Uraian", "Komponen / Component": what only heads a column. */
export function isHeaderWord(text: string): boolean {
  if (HEADER_WORDS.has(plainName(text))) return true;
  const names = text
    .split(BETWEEN_LANGUAGES)
    .map(plainName)
    .filter((name) => name !== '');
  return names.length > 1 && names.every((name) => HEADER_WORDS.has(name));
}

/** "No | Komponen | Uraian". A row of numbers under it ("1 | 2 | 3") is part of it. */
export function isTableHead(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => plainName(cell) !== '');
  const [only = '', another] = filled;
  if (another === undefined) return HEADER_WORDS.has(plainName(only)) && plainName(only) !== 'keterangan';
  const isCount = filled.every((cell, at) => plainName(cell) === String(at + 1));
  return isCount || filled.every(isHeaderWord);
}

const CHANNEL_HEAD = new Set(
  'no nomor kanal media saluran sarana jenis alamat kontak tautan link jam hari waktu layanan pelayanan pengaduan operasional keterangan uraian'.split(
    ' ',
  ),
);

/** "Kanal Alamat Jam Layanan": the head of a table within the cell for complaints, and no way to complain. */
export function isChannelHead(text: string): boolean {
  const words = plainName(text).split(' ');
  return words.length > 1 && words.every((word) => CHANNEL_HEAD.has(word));
}

const GROUP =
  /service\s*deliver|manufactur|^(?:komponen\s+)?(?:proses\s+)?(?:penyampaian|pengelolaan)\s+(?:pelayanan|layanan)(?:\s+(?:publik|di internal organisasi|internal|internal organisasi))?$|^komponen (?:standar pelayanan )?(?:yang )?(?:terkait|terkait dengan|dalam|proses)\b|^(?:standar pelayanan )?komponen (?:service|penyampaian|pengelolaan)/;

/** The names of the two groups of components (PermenPANRB 15/2014), with whatever mark and sentence around them. */
export function isGroupHead(text: string): boolean {
  const plain = plainName(text).replace(/^(?:[a-z]|[ivx]{1,4}|\d{1,2}|bagian \w+)\s+(?=\w{4})/, '');
  return plain.length <= 140 && GROUP.test(plain);
}

const OF_OFFICE = /manufactur|\bpengelolaan\b|\binternal\b/;

/** Whether the name of a group is that of what the office does (manufacturing), and not of what the public sees. */
export const isOfficeGroup = (text: string): boolean =>
  isGroupHead(text) && OF_OFFICE.test(plainName(text)) && !/service\s*deliver/.test(plainName(text));

/** "Gambar 1", "Bagan alur", a picture's place: they say nothing that a list could hold. */
export const isLeftover = (text: string): boolean => /^[|:;.,_~=*\-–—\s]*$/.test(text);
