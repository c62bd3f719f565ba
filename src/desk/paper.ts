/** What the printed sheets of a request share: letterhead, the lines on top, place and date, who signs. */
import type { Standing } from '../people/index.ts';
import type { FoundRequest, LetterFacts } from '../request/index.ts';
import type { Government, Organisation } from '../standard/index.ts';
import { buttonRow, deskWords, linkButton, printButton, screenOnly } from '../ui/index.ts';
import type { Html, Lang, Pair } from '../ui/index.ts';
import { describeLeft, formatDate, formatInstant } from '../working-time/index.ts';
import { townOf } from '../web/index.ts';
import { actingTitle, postTitle } from './request-words.ts';
import { sheetWords } from './sheet-words.ts';

/** The request as every sheet names it. */
export interface PaperFacts {
  readonly lang: Lang;
  readonly government: Government;
  readonly organisation: Organisation;
  readonly timeZone: string;
  /** Who prints and signs. */
  readonly standing: Standing;
  readonly now: Temporal.Instant;
  readonly number: string;
  readonly service: string;
  readonly applicant: string;
  readonly state: FoundRequest['state'];
  readonly letter: LetterFacts;
}

const pair = (term: string, value: string | undefined): readonly Pair[] =>
  value === undefined ? [] : [{ term, value }];

/** Number, service, applicant, receipt, letter and deadline. */
export function paperPairs(facts: PaperFacts): readonly Pair[] {
  const { lang, state, letter, timeZone } = facts;
  const [words, letterWords] = [sheetWords[lang], deskWords[lang].letter];
  const at = (instant: string): string => formatInstant(instant, timeZone, lang);
  const standing = state.left ? words.stands(describeLeft(state.left, lang)) : words.notStarted;
  const due = state.due === null ? standing : at(state.due);
  return [
    ...pair(
      letterWords.agendaNumber,
      state.agenda ? `${state.agenda.number}/${state.agenda.year}` : undefined,
    ),
    ...pair(words.service, facts.service),
    ...pair(words.applicant, facts.applicant),
    ...pair(words.received, at(state.receivedAt)),
    ...pair(letterWords.sendersNumber, letter.number),
    ...pair(letterWords.date, letter.date && formatDate(letter.date, lang)),
    ...pair(letterWords.subject, letter.subject),
    ...pair(letterWords.nature, letter.nature),
    ...pair(letterWords.srikandi, letter.srikandi),
    ...pair(words.due, state.endedAt === null ? due : undefined),
  ];
}

/** "Klaten, 23 November 2026": the office's town, and today on its wall. */
export function placeAndDate({ government, now, timeZone, lang }: PaperFacts): string {
  const date = formatDate(now.toZonedDateTimeISO(timeZone).toPlainDate(), lang);
  return `${townOf(government)}, ${date.replace(/^[^,]*, /, '')}`;
}

/** The first post of whoever signs, with Plt. or Plh. in front. */
export function signingPost({ standing, organisation, lang }: PaperFacts): string {
  const [held] = standing.held;
  if (!held) return '';
  const as = held.as === 'definitive' ? null : held.as;
  return actingTitle(postTitle(organisation, held.position, lang), as);
}

/** Buttons above a sheet, not on paper. `focused`: the page was opened to print it, so that Enter prints; `pdf`: the same paper as a file. */
export const paperTools = (
  lang: Lang,
  back: { readonly href: string; readonly label: string },
  { focused = false, pdf = null }: { readonly focused?: boolean; readonly pdf?: string | null } = {},
): Html =>
  screenOnly(
    buttonRow(
      printButton(sheetWords[lang].print, focused),
      pdf !== null && linkButton({ label: sheetWords[lang].pdf, href: pdf, kind: 'quiet', download: true }),
      linkButton({ ...back, kind: 'quiet' }),
    ),
  );
