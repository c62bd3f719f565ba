/** Finding a service by what an officer types of it. Pure. */
import type { Service } from '../../standard/index.ts';

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * Services of which every typed word begins some word of the name, the key words or the id, in either language; those
 * found by their name alone before those found by key words.
 */
export function matchingServices(services: readonly Service[], typed: string): readonly Service[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  const fits = (texts: readonly string[]): boolean => {
    const known = texts.flatMap(wordsOf);
    return wanted.every((word) => known.some((one) => one.startsWith(word)));
  };
  const named = services.filter(({ id, title }) => fits([id, title.id, title.en]));
  if (named.length > 0) return named;
  return services.filter(({ id, title, keywords }) => fits([id, title.id, title.en, ...keywords]));
}
