/** Each handing on of a request by itself: who, when, to whom and how. The sheet on the screen and the one in the file say the same. Pure. */
import type { TimelineItem } from '../../request/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import type { LetterCase, LetterView } from './facts.ts';
import { dayOf, townOf } from './facts.ts';
import type { PrintedPart } from './model.ts';
import { dispositionWords } from './words.ts';

type Lang = 'id' | 'en';

/** One disposition in one language. */
export interface Disposition {
  /** The post of whoever disposed, with Plt. or Plh. in front. */
  readonly post: string;
  readonly name: string | null;
  /** Day and time. */
  readonly at: string;
  /** The office's town and that day, above where it is signed. */
  readonly placeAndDate: string;
  readonly to: readonly string[];
  /** Empty: without particular ones. */
  readonly instructions: readonly string[];
  readonly note: string | null;
}

interface Given extends Pick<LetterCase, 'organisation'> {
  readonly view: Pick<LetterView, 'timeline' | 'timeZone' | 'government' | 'officials'>;
}

/** Every disposition of a request, the first one first; none: it was not handed on yet. */
export const dispositionsOf = (given: Given, lang: Lang): readonly Disposition[] =>
  given.view.timeline
    .filter(({ addressees }) => addressees.length > 0)
    .map((item) => readDisposition(given, item, lang));

const acting = { plt: 'Plt. ', plh: 'Plh. ' } as const;

function readDisposition({ view, organisation }: Given, item: TimelineItem, lang: Lang): Disposition {
  const day = Temporal.Instant.from(item.at).toZonedDateTimeISO(view.timeZone).toPlainDate();
  return {
    post: `${item.acting === null ? '' : acting[item.acting]}${item.who?.[lang] ?? ''}`,
    name: item.official === null ? null : (view.officials[item.official] ?? null),
    at: formatInstant(item.at, view.timeZone, lang),
    placeAndDate: `${townOf(view.government.name)}, ${dayOf(day, lang)}`,
    to: item.addressees.map((id) => organisation.positions.find((one) => one.id === id)?.title[lang] ?? id),
    instructions: item.instructions.flatMap((n) => organisation.instructions[n]?.[lang] ?? []),
    note: item.text,
  };
}

/** The same as parts of a sheet; boxes and dots for the pen where nothing was handed on. */
export function printedDispositions(given: Given, lang: Lang): readonly PrintedPart[] {
  const made = dispositionsOf(given, lang);
  if (made.length === 0) return [blank(given, lang)];
  const words = dispositionWords[lang];
  return made.map((one) => ({
    kind: 'signed-facts',
    rows: [
      [words.from, [one.post, one.name].filter(Boolean).join(' · ')],
      [words.on, one.at],
      [words.to, one.to.join('\n')],
      [words.instructions, one.instructions.join('\n') || '–'],
      ...(one.note === null ? [] : [[words.note, one.note] as const]),
    ],
    placeAndDate: one.placeAndDate,
    post: one.post,
    name: one.name,
  }));
}

const DOTS = '…'.repeat(30);
/** Room for a tick; blanks that paper does not draw together. */
const BOX = `(${'\u00a0'.repeat(4)})`;

function blank({ view, organisation }: Given, lang: Lang): PrintedPart {
  const words = dispositionWords[lang];
  return {
    kind: 'signed-facts',
    rows: [
      [words.to, DOTS],
      [words.instructions, organisation.instructions.map((line) => `${BOX} ${line[lang]}`).join('\n')],
      [words.note, DOTS],
    ],
    placeAndDate: `${townOf(view.government.name)}, ${'…'.repeat(10)}`,
    post: null,
    name: null,
  };
}
