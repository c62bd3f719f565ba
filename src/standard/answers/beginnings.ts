/** What stands in a field of a step before its official changes it: words with answers of the form in them. Pure. */
import type { Answers } from './answer.ts';

const place = /\{answers\.([a-z0-9-]+)\}/g;

/** The same with the words that follow it. */
const placeAndRest = /\{answers\.([a-z0-9-]+)\}([^{]*)/g;

/** The questions whose answers stand in a beginning. */
export const questionsIn = (beginning: string): readonly string[] =>
  [...beginning.matchAll(place)].flatMap(([, id]) => id ?? []);

/**
 * The words with their answers; null where one was not given, so that nobody sees half of an address. People who type the whole
 * address where only its first part was asked for do not get its end twice.
 */
export function beginningOf(beginning: string, answers: Answers): string | null {
  const given = (id: string): string => {
    const answer = answers[id];
    return typeof answer === 'string' ? answer : '';
  };
  if (questionsIn(beginning).some((id) => given(id) === '')) return null;
  return beginning.replaceAll(placeAndRest, (_, id: string, rest: string) => {
    const answer = given(id);
    return answer.toLowerCase().endsWith(rest.toLowerCase()) ? answer : `${answer}${rest}`;
  });
}
