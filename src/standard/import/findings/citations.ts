/** Laws as standards cite them. Pure. */
import type { LawKind, LawName } from './law-facts.ts';

export interface Citation extends LawName {
  /** The words that follow its number. */
  readonly about: string;
}

const KINDS: readonly (readonly [LawKind, RegExp])[] = [
  ['Perki', /peraturan komisi informasi|\bperki\b/],
  [
    'Permen PANRB',
    /(?:peraturan menteri|permen)\s*(?:pendayagunaan aparatur negara|pan)[a-z ]*?(?:rb|birokrasi)?\b|permenpan/,
  ],
  ['KepmenPAN', /keputusan menteri (?:negara )?pendayagunaan|kepmenpan/],
  ['Permenkominfo', /peraturan menteri komunikasi|permenkominfo/],
  ['Perpres', /peraturan presiden|\bperpres\b/],
  ['PP', /peraturan pemerintah(?! pengganti| daerah)|\bpp\b/],
  ['UU', /undang\s*[-–]?\s*undang|\buu\b/],
];

const NUMBERED =
  /(?:nomor|no\.?)\s*:?\s*(\d{1,3})\s*(?:tahun|\/)\s*((?:19|20)\d{2})|\b(?:uu|pp|perpres)\s+(\d{1,3})\s*\/\s*((?:19|20)\d{2})/gi;

/** Every law of national rank that a text cites with number and year. */
export function citationsIn(text: string): readonly Citation[] {
  const plain = text.replaceAll(/\s+/g, ' ');
  const found = [...plain.matchAll(NUMBERED)];
  return found.flatMap((match, at) => {
    const previous = found[at - 1];
    const from = previous ? previous.index + previous[0].length : 0;
    const before = plain.slice(from, match.index).toLowerCase();
    const kind = lastKind(before) ?? lastKind(match[0].toLowerCase());
    const number = Number(match[1] ?? match[3]);
    const year = Number(match[2] ?? match[4]);
    const about = plain.slice(match.index + match[0].length, found[at + 1]?.index).trim();
    return kind ? [{ kind, number, year, about }] : [];
  });
}

/** The kind that is named last before a number: amendments name several. */
function lastKind(text: string): LawKind | null {
  let best: LawKind | null = null;
  let place = -1;
  for (const [kind, pattern] of KINDS) {
    for (const { index } of text.matchAll(new RegExp(pattern, 'g'))) {
      if (index > place) [best, place] = [kind, index];
    }
  }
  return best;
}
