/** Who supervises, by the words of the supervision: posts that are there and can be meant by nothing else. */
import type { Organisation } from '../model/government.ts';

type Post = Pick<Organisation['positions'][number], 'id' | 'agency' | 'title'>;

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Beginnings of a title, the longest first; one word is enough only where it is the whole title ("Camat", "Inspektur"). */
function beginningsOf(title: string): readonly string[] {
  const words = plain(title).trim().split(' ');
  const least = Math.min(2, words.length);
  return Array.from({ length: words.length - least + 1 }, (_, at) =>
    words.slice(0, words.length - at).join(' '),
  );
}

/**
 * Posts that items of the supervision name by their title or its beginning: "Kepala Dinas" is the head of the office. Words
 * that fit several posts ("Kepala Bidang") name none of them. Posts of the office come before those outside it.
 */
export function supervisorsIn(
  items: readonly string[],
  office: string,
  posts: readonly Post[],
): readonly string[] {
  const inOffice = posts.filter(({ agency }) => agency === office);
  const outside = posts.filter(({ agency }) => agency !== office);
  const found = items.flatMap((item) => {
    const own = namedIn(item, inOffice);
    return own.length > 0 ? own : namedIn(item, outside);
  });
  return [...new Set(found)];
}

function namedIn(item: string, posts: readonly Post[]): readonly string[] {
  const text = plain(item);
  const named = posts.flatMap(({ id, title }) => {
    const words = beginningsOf(title.id).find((beginning) => text.includes(` ${beginning} `));
    return words === undefined ? [] : [{ id, words }];
  });
  return named
    .filter(({ words }) => named.filter((other) => other.words === words).length === 1)
    .filter(
      ({ words }) => !named.some((other) => other.words !== words && other.words.startsWith(`${words} `)),
    )
    .map(({ id }) => id);
}
