/** Items of a component that are still the same in the next decree, though its words or numbers have changed. */

/** Less than this in common is another item. */
const ALIKE = 0.6;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Share of common words (Dice): 1 the same words. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return (2 * shared) / Math.max(1, one.size + other.size);
}

/** Where each item of `before` stands in `after`; null for those that are gone. The most alike are paired first, each once. */
export function matchItems(before: readonly string[], after: readonly string[]): readonly (number | null)[] {
  const [old, next] = [before.map(wordsOf), after.map(wordsOf)];
  const pairs = old
    .flatMap((words, from) => next.map((others, to) => ({ from, to, alike: likeness(words, others) })))
    .filter(({ alike }) => alike >= ALIKE)
    // Of items as alike as each other those are meant that stand at the same place.
    .toSorted((a, b) => b.alike - a.alike || Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of pairs) {
    if (matched.has(from) || taken.has(to)) continue;
    matched.set(from, to);
    taken.add(to);
  }
  return before.map((_, index) => matched.get(index) ?? null);
}
