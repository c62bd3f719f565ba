/** What a service is called among governments, by the words of its title and product. */
import { commonServices } from '../model/common-services.ts';

const MOST_NAMES = 3;

/** Every word of the table, the longest first: "keberatan informasi" before "informasi publik". */
const byLength = commonServices
  .flatMap(({ id, words }) => words.map((word) => ({ id, word })))
  .toSorted((one, other) => other.word.length - one.word.length);

const plain = (text: string): string => ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** Words that told of one service tell of no other one any more. */
function namesIn(text: string): readonly string[] {
  const found = new Set<string>();
  let rest = plain(text);
  for (const { id, word } of byLength) {
    const without = rest.replaceAll(` ${word} `, ' | ');
    if (without !== rest) found.add(id);
    rest = without;
  }
  return [...found].slice(0, MOST_NAMES);
}

/** Names for `sameAs`, to be confirmed by the reviewer: of the title, or, where it tells nothing, of the product. Pure. */
export function commonNamesOf(title: string, products: readonly string[]): string[] {
  const ofTitle = namesIn(title);
  return [...(ofTitle.length > 0 ? ofTitle : namesIn(products.join(' | ')))];
}
