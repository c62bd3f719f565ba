/** The lines of the document that belong to one service, marked with what was read in them. */
import { componentTitles } from '../../standard/model.ts';
import type { ComponentName } from '../../standard/model.ts';
import type { ServiceReview } from '../../standard/index.ts';
import type { SourceLine } from '../../ui/index.ts';
import type { ReviewPage } from './review-shown.ts';
import { importWords } from './words.ts';

/** So many lines stand before the first and behind the last that something was read in. */
const AROUND = 8;

const linesOf = ({ places }: ServiceReview): number[] =>
  Object.values(places).flatMap((list) => list.flatMap((place) => (place === null ? [] : [place.line])));

/** Names of the components that were read in each line. */
function marksOf({ review, lang }: ReviewPage): ReadonlyMap<number, readonly string[]> {
  const marks = new Map<number, string[]>();
  for (const [name, places] of Object.entries(review.places)) {
    const title = name === 'title' ? importWords[lang].name : componentTitles[name as ComponentName][lang];
    for (const place of places) {
      if (place === null) continue;
      const here = marks.get(place.line) ?? [];
      if (!here.includes(title)) marks.set(place.line, [...here, title]);
    }
  }
  return marks;
}

/** Several cells of a table may stand in one line; each line is told once, in the order of the document. */
export function sourceLines(page: ReviewPage): SourceLine[] {
  const { one, review } = page;
  const own = linesOf(review);
  const [first, last] = [Math.min(...own) - AROUND, Math.max(...own) + AROUND];
  const marks = marksOf(page);
  const seen = new Set<number>();
  return one.lines
    .filter(({ place }) => own.length === 0 || (place.line >= first && place.line <= last))
    .map(({ text, place }, index) => {
      const again = seen.has(place.line);
      seen.add(place.line);
      return {
        id: again ? `baris-${place.line}-${index}` : `baris-${place.line}`,
        place: place.page === null ? String(place.line) : `${place.page} · ${place.line}`,
        text,
        marks: again ? [] : (marks.get(place.line) ?? []),
      };
    });
}
