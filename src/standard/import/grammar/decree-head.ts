/** The head of the decree that sets the standards: number, date, office, title. Pure. */
import type { DecreeHead, Line } from '../model.ts';
import { readDate } from './decree-date.ts';
import { headLines } from './head-lines.ts';
import { isAllCaps, tidy } from './plain.ts';

const ISSUER =
  /^(?:keputusan|peraturan)\s+(?:kepala|bupati|wali\s?kota|gubernur|camat|lurah|direktur|sekretaris|inspektur|ketua|plt)\b/i;
const KEPUTUSAN = /^(?:surat\s+)?(?:keputusan|peraturan)$/i;
const NUMBER = /^(?:nomor|no\.?)(?:\s*\/\s*number\b)?\s*:?\s*(\S.{0,60})$/i;
const ABOUT = /^tentang\b\s*:?\s*(.*)$/i;
const END =
  /^(?:dengan rahmat|menimbang|mengingat|memutuskan|kepala|bupati|wali\s?kota|gubernur|camat|lurah|direktur|sekretaris|[-•]?\s*menimbang|standar pelayanan\s*$|bab\s+[ivx\d]+|lampiran|[ivx]+\.|[a-z]\.|\d+\.)/i;

interface Draft {
  office: string | null;
  number: string | null;
  title: string | null;
}

/** The head of the decree in these lines, or null where there is none. `all` are the lines of the whole document. */
export function readDecreeHead(preamble: readonly Line[], all: readonly Line[]): DecreeHead | null {
  const texts = headLines(preamble.map(({ text }) => tidy(text)));
  const found = headOf(texts, all) ?? sentenceHead(texts, preamble) ?? numberedTitle(texts, all);
  if (!found) return null;
  const office = found.office ?? letterhead(texts);
  return { ...found, office: office === null ? null : fullOffice(officeName(office), preamble) };
}

/** A sentence shortens what another line of the head says in full. */
const fullOffice = (office: string, lines: readonly Line[]): string =>
  lines.some(({ text }) => SENTENCE.test(text)) ? withRegion(office, wholeLines(lines)) : office;

function headOf(texts: readonly string[], all: readonly Line[]): DecreeHead | null {
  const start = texts.findIndex(
    (text) =>
      KEPUTUSAN.test(text) || ISSUER.test(text) || /^lampiran\b.*\b(?:keputusan|peraturan)\b/i.test(text),
  );
  if (start < 0) return null;
  const draft = readDraft(texts.slice(start, start + 30));
  if (draft.number === null && draft.title === null) return null;
  const title = draft.title ?? standardTitle(texts);
  return { ...draft, title, date: decreeDate(all, texts.slice(start, start + 30)) };
}

const SENTENCE =
  /\bkeputusan\s+((?:kepala|camat|lurah|direktur|bupati|wali\s?kota|gubernur|sekretaris|inspektur|ketua)\b.*?)\s+nomor\s*:?\s*([^\s,;)]+(?:\s+tahun\s+\d{4})?)(?:,?\s+(?:tanggal|tgl\.?)\s+(\d{1,2}(?:\s+\p{L}+\s+|\s?[-/.]\s?\d{1,2}\s?[-/.]\s?)\d{4}))?(?:,?\s+tentang\s+(\p{L}[^,;.]{5,160}))?/iu;

/** A decree that a sentence names: "ditetapkan dengan Keputusan Kepala … Nomor … tanggal … tentang …". */
function sentenceHead(texts: readonly string[], lines: readonly Line[]): DecreeHead | null {
  const match = texts.map((text) => SENTENCE.exec(text)).find((found) => found !== null);
  if (!match) return null;
  const [, issuer = '', number = '', date = '', title] = match;
  return {
    number,
    date: readDate(date) ?? decreeDate(lines, []),
    office: officeName(issuer),
    title: title === undefined ? standardTitle(texts) : tidy(title),
  };
}

/** The lines, and each that its width has broken together with the next. */
const wholeLines = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ text, open }, at) => {
    const next = lines[at + 1]?.text ?? '';
    const goesOn = open === true && /^\p{Lu}\p{Ll}/u.test(next) && !SENTENCE.test(next);
    return goesOn ? [tidy(`${text} ${next}`), tidy(text)] : [tidy(text)];
  });

/** "Nomor : …" under the title of the standard itself, and "Tanggal : …" there or where it was signed. */
function numberedTitle(texts: readonly string[], all: readonly Line[]): DecreeHead | null {
  const numberAt = texts.findIndex((text) => NUMBER.test(text));
  if (numberAt < 0) return null;
  const dated = texts.slice(numberAt + 1, numberAt + 3).find((text) => /^tanggal\b/i.test(text));
  const title = standardTitle(texts.slice(0, numberAt));
  const date = dated === undefined ? decreeDate(all, []) : readDate(dated);
  const number = tidy(NUMBER.exec(texts[numberAt] ?? '')?.[1] ?? '');
  if (title === null || (dated === undefined && (date === null || !/\d/.test(number)))) return null;
  const office = /\bPADA\s+(.+)$/.exec(title)?.[1] ?? null;
  return {
    number,
    date,
    office,
    title,
  };
}

/** The lines in capitals from "STANDAR PELAYANAN" on. */
function standardTitle(texts: readonly string[]): string | null {
  const from = texts.findIndex((text) => isAllCaps(text) && /^STANDAR PELAYANAN\b/.test(text));
  if (from < 0) return null;
  const end = texts
    .slice(from)
    .findIndex((text) => !isAllCaps(text) || NUMBER.test(text) || ISSUER.test(text));
  return tidy(texts.slice(from, end < 0 ? undefined : from + end).join(' '));
}

/** The office of whoever heads it. */
const officeName = (issuer: string): string =>
  issuer
    .replace(/^(?:kepala(?:\s+pelaksana)?|direktur|plt\.?|pj\.?)\s+/i, '')
    .replace(/^(c)amat\b/i, (word) => (isAllCaps(word) ? 'KECAMATAN' : 'Kecamatan'))
    .replace(/^(l)urah\b/i, (word) => (isAllCaps(word) ? 'KELURAHAN' : 'Kelurahan'))
    .replace(/,$/, '');

/** An office with its region, where another line of the head names both. */
function withRegion(office: string, texts: readonly string[]): string {
  if (
    /\b(?:kabupaten|kota|provinsi|propinsi)\b/i.test(office) ||
    /^(?:bupati|wali\s?kota|gubernur)\b/i.test(office)
  ) {
    return office;
  }
  const pattern = new RegExp(
    `${office.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}\\s+(?:kabupaten|kota|provinsi)\\s+[\\p{L} ]+$`,
    'iu',
  );
  const named = texts.map((text) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
  return named ?? office;
}

/** Reads issuer, number and title in their order; each may run over several lines. */
function readDraft(texts: readonly string[]): Draft {
  const numberAt = texts.findIndex((text) => NUMBER.test(text));
  const aboutAt = texts.findIndex((text) => ABOUT.test(text));
  const issuerEnd = Math.min(...[numberAt, aboutAt, texts.length].filter((at) => at >= 0));
  const number = numberAt < 0 ? null : (NUMBER.exec(texts[numberAt] ?? '')?.[1] ?? null);
  return {
    office: officeOf(texts.slice(0, issuerEnd)),
    number: number === null ? null : tidy(number).replace(/[,;]$/, ''),
    title: aboutAt < 0 ? null : titleOf(texts, aboutAt),
  };
}

function officeOf(texts: readonly string[]): string | null {
  const issuer = tidy(texts.join(' '))
    .replace(/^lampiran\s*(?:[ivx\d]+\s*)?:?\s*/i, '')
    .replace(/^(?:surat\s+)?(?:keputusan|peraturan)\s*/i, '')
    .replace(/^(?:plt\.?\s+|pj\.?\s+)?kepala\s+(?:pelaksana\s+)?/i, '');
  return issuer === '' || issuer.length > 160 ? null : issuer;
}

function titleOf(texts: readonly string[], aboutAt: number): string | null {
  const inLine = ABOUT.exec(texts[aboutAt] ?? '')?.[1] ?? '';
  const below = texts.slice(aboutAt + 1);
  const end = below.findIndex((text) => endsTitle(text, inLine === '' ? (below[0] ?? '') : inLine));
  const lines = [inLine, ...below.slice(0, Math.min(end < 0 ? below.length : end, MOST_TITLE_LINES))];
  return tidy(lines.join(' ')) || null;
}

const MOST_TITLE_LINES = 6;
/** The annex begins with the name of the standard, which the title has said already. */
const STANDARD = /\bstandar\s+(?:pe)?layanan\b/i;

/** A title goes on in the same kind of letters until something else begins. */
const endsTitle = (text: string, first: string): boolean =>
  text === '' || END.test(text) || text.endsWith(',') || (first !== text && isOther(text, first));

const isOther = (text: string, first: string): boolean =>
  isAllCaps(first) !== isAllCaps(text) || (STANDARD.test(text) && STANDARD.test(first));

/** Without an issuer the letterhead says whose decree it is. */
function letterhead(texts: readonly string[]): string | null {
  const at = texts.findIndex((text) =>
    /^(?:dinas|badan|kecamatan|kelurahan|sekretariat|rsud|rumah sakit|inspektorat|puskesmas)\b/i.test(text),
  );
  return at < 0 ? null : (texts[at] ?? null);
}

/** The day it was set ("Ditetapkan di …, pada tanggal …"), else the date that the annex gives. */
function decreeDate(all: readonly Line[], head: readonly string[]): string | null {
  const set = all.findIndex(({ text }) =>
    /^(?:ditetapkan|disahkan)\s+(?:di|pada|tanggal)\b/i.test(tidy(text)),
  );
  const near = set < 0 ? [] : all.slice(set, set + 3).map(({ text }) => text);
  const dated = head.filter((text) => /^(?:pada\s+)?tanggal\b/i.test(text));
  for (const text of [...near, ...dated]) {
    const date = readDate(text);
    if (date) return date;
  }
  return signedDate(all);
}

const PLACE_AND_DATE = /^\p{Lu}[\p{L} ]{2,30}\s?,\s*\d{1,2}\s+\p{L}+\s+(?:19|20)\d{2}$/u;
const POST =
  /^(?:plt\.?\s+|a\.?n\.?\s+)?(?:kepala|camat|lurah|direktur|bupati|wali\s?kota|gubernur|sekretaris|ketua)\b/i;

/** "Kota Baru, 15 Juli 2024" right above the post of whoever signs. */
function signedDate(all: readonly Line[]): string | null {
  const at = all.findLastIndex(
    ({ text }, index) => PLACE_AND_DATE.test(tidy(text)) && POST.test(tidy(all[index + 1]?.text ?? '')),
  );
  return at < 0 ? null : readDate(all[at]?.text ?? '');
}
