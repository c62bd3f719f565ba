/** Names made out of the words of a decree. */

const LONGEST_ID = 48;

/** All of the words as they would stand in an address, however long; empty where no letter is left. */
export const wholeId = (words: string): string =>
  words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '')
    .replace(/(?<!-)-+$/, '');

/**
 * A name for addresses out of words: "Surat Izin (SIP)" is `surat-izin-sip`. Long ones are cut, so that two of them may be
 * given the same name. `fallback` where no letter is left.
 */
export function idFrom(words: string, fallback: string): string {
  const plain = wholeId(words)
    .slice(0, LONGEST_ID)
    .replace(/-[^-]*$/, (rest) => (words.length > LONGEST_ID ? '' : rest))
    .replaceAll(/^-+|(?<!-)-+$/g, '')
    .replace(/(-(dan|atau|di|ke|dari|untuk|bagi|yang|pada|atas))+$/, '');
  return plain === '' ? fallback : plain;
}

/** Names for a list, each once: a repeated one gets a number. */
export function distinct(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let n = 2; used.has(free); n += 1) free = `${name}-${n}`;
    used.add(free);
    return free;
  });
}

const SMALL = new Set(['dan', 'atau', 'di', 'ke', 'dari', 'untuk', 'bagi', 'yang', 'pada', 'atas']);

/** "Standar Pelayanan Izin Reklame" heads the standard; what people ask for is "Izin Reklame". */
const HEADS_STANDARD =
  /^standar\s+(?:operasional\s+)?(?:pelayanan|layanan)(?:\s+publik)?(?:\s*:)?\s+(?=\p{L})/iu;

/** What a service is called, by the title of its standard. */
export const serviceName = (title: string): string => {
  const name = asTitle(title).replace(HEADS_STANDARD, '');
  return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
};

/** A title that is all capitals, as people read it: abbreviations in brackets and short ones with digits stay. */
export function asTitle(text: string): string {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  if (plain !== plain.toUpperCase()) return plain;
  return plain
    .split(' ')
    .map((word, at) => {
      if (word.startsWith('(') || /\d/.test(word) || !/[AIUEO]/.test(word)) return word;
      const lower = word.toLowerCase();
      return at > 0 && SMALL.has(lower) ? lower : lower.replace(/[a-z]/, (letter) => letter.toUpperCase());
    })
    .join(' ');
}

/** Words that say nothing without the list behind them. */
const OPENS_LIST =
  /\b(?:memuat|berisi|meliputi|berupa|yaitu|yakni|terdiri (?:dari|atas)|antara lain|berikut)\s*:\s/i;

/** A sentence's item as a title: without what stands behind a semicolon or in its end mark, unless it only opens a list. */
export const asHeading = (item: string): string => {
  const [first = item] = OPENS_LIST.test(item) ? [item] : item.split(/;|:(?=\s)/);
  const text = first.trim().replace(/(?<![.;,:])[.;,:]+$/, '');
  return text.length <= 140 ? text : `${text.slice(0, 137).replace(/(?<!\s)\s+\S*$/, '')} …`;
};

/** The same words in both languages: what a decree says is not translated by guess. */
export const inBoth = (words: string): { id: string; en: string } => ({ id: words, en: words });
