/** One counter as a visitor meets it: how many wait, when it is open, and a number to take. */
import type { FieldFault } from '../../ground/index.ts';
import {
  button,
  buttonRow,
  errorOf,
  errorSummary,
  figures,
  form,
  hiddenField,
  html,
  linkButton,
  live,
  livePart,
  narrow,
  notice,
  numberField,
  pageHeading,
  pairs,
  soft,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { codeOfDay, numberLabel } from '../../visits/index.ts';
import { counterHoursLine, WAITING_PART } from '../../web/index.ts';
import { counterToday } from '../front/counter.ts';
import { counterWords } from '../words/counters.ts';
import { ticketPath } from './at-counter.ts';
import type { AtCounter } from './at-counter.ts';
import { MINUTES_BEFORE } from './hours.ts';

/** Names of the form's fields. */
export const TAKE = { code: 'kode', id: 'nomor' } as const;

/** Seconds between two looks at a queue that somebody follows. */
export const LOOK_AGAIN = 20;

const DIGITS_TYPED = 9;

/**
 * Why there is no number for now: the code was tried too often from this address, so many were taken from it that others at this
 * counter would wait for nobody, or more were taken at the counter than it could serve.
 */
export type Excess = 'guesses' | 'address' | 'counter';

export interface Taking {
  /** What the code field holds: typed, or from the address that a camera read. */
  readonly code: string;
  /** The id that the number will have, so that pressing twice takes one. */
  readonly id: string;
  readonly faults: readonly FieldFault[];
  /** Why there is none for now. */
  readonly excess?: Excess | null;
}

/** The inside of `/:gov/loket/:counter`. */
export function takePage(at: AtCounter, taking: Taking): Html {
  const { lang, counter, government, moment } = at;
  const words = counterWords[lang];
  const { faults, excess = null } = taking;
  return narrow(
    errorSummary({ lang, faults, kept: null }),
    excess !== null && excessNotice(lang, excess),
    pageHeading({
      above: counter.title[lang],
      title: words.take,
      lead: counterToday(government, moment, lang),
    }),
    // Where an office has not let visitors in, how many wait there is no news for the world.
    at.selfService &&
      live({
        id: 'antrean',
        seconds: LOOK_AGAIN,
        state: String(at.isTaking),
        away: { lang, advice: words.away },
        children: standingPart(at),
      }),
    wayToNumber(at, taking),
    html`<p>${counterHoursLine(government, lang)}</p>`,
  );
}

/** Why there is no number for now, and what to do: the officer always gives one. */
export function excessNotice(lang: Lang, excess: Excess): Html {
  const { title, text } = counterWords[lang].excess[excess];
  return notice({ lang, kind: 'warning', title, children: html`<p>${text}</p>`, announced: true });
}

/** How many wait, how long whoever comes now would, and who was called last. */
export function standingPart({ lang, queue, counter, expected }: AtCounter): Html {
  const words = counterWords[lang];
  const [last] = queue.called;
  return pairs([
    { term: words.waiting, value: livePart(WAITING_PART, words.people(queue.waiting)) },
    ...(expected === null
      ? []
      : [{ term: words.expected, value: [words.about(expected), html`<br>${soft(words.aboutWhy)}`] }]),
    {
      term: words.lastCalled,
      value: last === undefined ? words.notCalled : figures(numberLabel(counter, last)),
    },
  ]);
}

/** The number that this browser holds already, the form for one, or why there is none now. */
function wayToNumber(at: AtCounter, taking: Taking): Content {
  const { lang, ticket, counter, selfService, isTaking } = at;
  const words = counterWords[lang];
  if (ticket?.outcome === null)
    return notice({
      lang,
      kind: 'success',
      title: words.mine(numberLabel(counter, ticket.number)),
      children: linkButton({ label: words.toMine, href: ticketPath(at, ticket.id) }),
    });
  if (!selfService) return notice({ lang, kind: 'info', title: words.atOfficer });
  if (!isTaking)
    return notice({
      lang,
      kind: 'info',
      title: words.notNow,
      children: html`<p>${words.notNowText(MINUTES_BEFORE)}</p>`,
    });
  return takeForm(at, taking);
}

function takeForm(at: AtCounter, { code, id, faults }: Taking): Html {
  const { lang, context, request, selfService, today, base } = at;
  const words = counterWords[lang];
  const shown =
    context.demo && selfService ? words.demoCode(codeOfDay(context.keys, selfService, today)) : null;
  return form({
    lang,
    action: base,
    csrf: request.csrfToken(),
    children: [
      hiddenField(TAKE.id, id),
      numberField({
        lang,
        name: TAKE.code,
        label: words.code,
        hint: shown === null ? words.codeHint : `${words.codeHint} ${shown}`,
        value: code,
        maxLength: DIGITS_TYPED,
        error: errorOf(faults, TAKE.code, lang),
      }),
      buttonRow(button({ label: words.takeButton })),
      html`<p>${soft(words.takeLead)}</p>`,
    ],
  });
}
