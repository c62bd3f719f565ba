/** A queue number as its visitor follows it: on a phone, or for a moment at the kiosk. */
import { formatDate } from '../../working-time/index.ts';
import {
  buttonRow,
  html,
  linkButton,
  live,
  narrow,
  pageHeading,
  printButton,
  promiseBox,
  screenOnly,
  soft,
} from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import { numberLabel } from '../../visits/index.ts';
import { counterHoursLine } from '../../web/index.ts';
import { counterWords } from '../words/counters.ts';
import type { AtCounter, HeldTicket } from './at-counter.ts';
import { LOOK_AGAIN } from './take-page.ts';

/** Where a number is in its life. */
export type TicketState = 'waiting' | 'called' | 'missed' | 'over' | 'past';

export function ticketState({ day, outcome, called_at }: HeldTicket, today: Temporal.PlainDate): TicketState {
  if (outcome === 'no-show') return 'missed';
  if (outcome !== null) return 'over';
  if (!day.equals(today)) return 'past';
  return called_at === null ? 'waiting' : 'called';
}

/** "4 orang sebelum Anda, sekitar 20 menit". */
const waitingWords = (
  words: (typeof counterWords)['id'],
  { ahead, expected }: Pick<HeldTicket, 'ahead' | 'expected'>,
): string => (expected === null ? words.before(ahead) : `${words.before(ahead)}, ${words.about(expected)}`);

/** What a number says now: above it, and below it. */
function ticketWords(
  { lang, counter, today }: AtCounter,
  ticket: HeldTicket,
): { label: string; meaning: string } {
  const words = counterWords[lang];
  return {
    waiting: { label: waitingWords(words, ticket), meaning: words.wait },
    called: { label: words.calledNow, meaning: words.goTo(counter.title[lang]) },
    missed: { label: words.missed, meaning: words.missedText },
    over: { label: words.over, meaning: words.overText },
    past: { label: words.pastTitle, meaning: words.past(formatDate(ticket.day, lang)) },
  }[ticketState(ticket, today)];
}

const looks = {
  waiting: 'running',
  called: 'kept',
  missed: 'paused',
  over: 'paused',
  past: 'paused',
} as const;

/** "D-004: 2 orang sebelum Anda": also in the browser's tab. */
export const ticketTitle = (at: AtCounter, ticket: HeldTicket): string =>
  `${numberLabel(at.counter, ticket.number)}: ${ticketWords(at, ticket).label}`;

/** The number, large, with what it means now. */
export function ticketBox(at: AtCounter, ticket: HeldTicket): Html {
  const { lang, counter, queue, today } = at;
  const words = counterWords[lang];
  const { label, meaning } = ticketWords(at, ticket);
  const state = ticketState(ticket, today);
  const [called] = queue.called;
  return promiseBox({
    label: html`<strong>${label}</strong>`,
    time: numberLabel(counter, ticket.number),
    meaning: [
      meaning,
      state === 'waiting' &&
        called !== undefined &&
        html`<br>${soft(`${words.lastCalled}: ${numberLabel(counter, called)}`)}`,
      state === 'waiting' && ticket.expected !== null && html`<br>${soft(words.aboutWhy)}`,
    ],
    state: looks[state],
    large: true,
  });
}

/** The inside of `/:gov/loket/:counter/nomor/:id`. `repeats`: without a script, too, the page comes anew by itself. */
export function ticketPage(at: AtCounter, ticket: HeldTicket, repeats: boolean): Html {
  const { lang, counter, government, base, today } = at;
  const words = counterWords[lang];
  const open = ['waiting', 'called'].includes(ticketState(ticket, today));
  return narrow(
    pageHeading({ above: counter.title[lang], title: words.yours }),
    live({
      id: 'nomor',
      seconds: LOOK_AGAIN,
      state: String(open),
      away: { lang, advice: words.away },
      children: ticketBox(at, ticket),
    }),
    open && screenOnly(html`<p>${words.keep}</p>`, withoutScript(at, ticket, repeats)),
    html`<p>${counterHoursLine(government, lang)}</p>`,
    buttonRow(
      open ? printButton(words.print) : linkButton({ label: words.newNumber, href: base, kind: 'quiet' }),
    ),
  );
}

/** Whoever has no script looks again by hand, or lets the page do so: it never begins by itself (WCAG 2.2.1). */
function withoutScript({ lang, base }: AtCounter, { id }: HeldTicket, repeats: boolean): Content {
  const words = counterWords[lang];
  const here = `${base}/nomor/${id}`;
  const other = repeats
    ? { label: words.autoOff, href: here }
    : { label: words.autoOn(LOOK_AGAIN), href: `${here}?perbarui=sendiri` };
  const again = linkButton({
    label: words.again,
    href: repeats ? `${here}?perbarui=sendiri` : here,
    kind: 'quiet',
  });
  return html`<noscript>${buttonRow(again, linkButton({ ...other, kind: 'quiet' }))}</noscript>`;
}
