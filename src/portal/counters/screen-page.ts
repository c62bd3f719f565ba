/** What stands in the room: the screen on the wall, and the kiosk at the door. */
import {
  button,
  buttonRow,
  columns,
  form,
  formatList,
  hiddenField,
  html,
  linkButton,
  live,
  notice,
  pageHeading,
  panel,
  printButton,
  promiseBox,
  returnLink,
  soft,
} from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import { codeOfDay, numberLabel } from '../../visits/index.ts';
import type { SelfService } from '../../visits/index.ts';
import { counterHoursLine, qrCode } from '../../web/index.ts';
import { instantWords } from '../moment.ts';
import { counterToday } from '../front/counter.ts';
import { counterWords } from '../words/counters.ts';
import { ticketPath } from './at-counter.ts';
import type { AtCounter, HeldTicket } from './at-counter.ts';
import { MINUTES_BEFORE } from './hours.ts';
import type { Excess } from './take-page.ts';
import { excessNotice, standingPart, TAKE } from './take-page.ts';
import { ticketBox } from './ticket-page.ts';

/** Seconds between two looks of a screen that a room looks at. */
export const SCREEN_LOOKS_AGAIN = 8;

/** How long a number stays at the kiosk before the next visitor finds it free. */
export const KIOSK_SHOWS = 60;

const QR_SIDE = 260;

/** The inside of the waiting-room screen. */
export const screenPage = (at: AtCounter, selfService: SelfService): Html =>
  html`${screenPart(at, selfService)}${asOf(at)}`;

/** Where no script says that the server is away, the screen says of when it is: a clock on the wall tells the rest. */
function asOf({ lang, moment }: AtCounter): Html {
  const time = instantWords(moment.now.toString(), moment, lang);
  return html`<noscript><p>${soft(counterWords[lang].asOf(time, SCREEN_LOOKS_AGAIN))}</p></noscript>`;
}

function screenPart(at: AtCounter, selfService: SelfService): Html {
  const { lang, counter } = at;
  return live({
    id: 'layar',
    seconds: SCREEN_LOOKS_AGAIN,
    away: { lang, advice: counterWords[lang].away },
    children: columns({
      head: pageHeading({ title: counter.title[lang] }),
      main: calledPart(at),
      side: at.isTaking ? byPhone(at, selfService) : html`<p>${counterHoursLine(at.government, lang)}</p>`,
      sideLabel: counterWords[lang].byPhone,
    }),
  });
}

function calledPart({ lang, counter, queue }: AtCounter): Content {
  const words = counterWords[lang];
  const labels = (numbers: readonly number[]): string =>
    formatList(
      numbers.map((number) => numberLabel(counter, number)),
      lang,
    );
  const [now, ...earlier] = queue.called;
  return [
    promiseBox({
      label: words.called,
      time: now === undefined ? words.calledNobody : numberLabel(counter, now),
      ...(earlier.length > 0 ? { meaning: words.earlier(labels(earlier)) } : {}),
      state: now === undefined ? 'running' : 'kept',
      large: true,
    }),
    queue.next.length > 0 && html`<p><strong>${words.next(labels(queue.next))}</strong></p>`,
    html`<p>${queue.waiting === 0 ? words.nobody : words.peopleWaiting(queue.waiting)}</p>`,
  ];
}

/** An address to be typed: broken into lines after its slashes, not within a word. */
const addressLines = ({ host, pathname }: URL): Content =>
  `${host}${pathname}`.split('/').map((part, at) => [at > 0 && html`/<wbr>`, part]);

/** How to take a number with one's own phone: by its camera, or by typing address and code. */
function byPhone({ lang, context, base, today }: AtCounter, selfService: SelfService): Html {
  const words = counterWords[lang];
  const code = codeOfDay(context.keys, selfService, today);
  const address = new URL(base, context.publicUrl);
  return panel({
    title: words.byPhone,
    children: [
      qrCode(`${address.href}?${TAKE.code}=${code}`, words.qr, QR_SIDE),
      html`<p>${words.scan}<br><strong>${addressLines(address)}</strong></p>`,
      html`<p>${words.withCode} <strong class="figures">${code}</strong></p>`,
    ],
  });
}

/** The inside of the kiosk before somebody presses its one button. */
export function kioskPage(at: AtCounter, action: string, id: string, excess: Excess | null): Html {
  const { lang, counter, government, moment, request, isTaking } = at;
  const words = counterWords[lang];
  const take = form({
    lang,
    action,
    csrf: request.csrfToken(),
    children: [hiddenField(TAKE.id, id), buttonRow(button({ label: words.takeButton, wide: true }))],
  });
  const closed = notice({
    lang,
    kind: 'info',
    title: words.notNow,
    children: html`<p>${words.notNowText(MINUTES_BEFORE)}</p>`,
  });
  return html`${pageHeading({
    above: counter.title[lang],
    title: words.kioskTitle,
    lead: counterToday(government, moment, lang),
  })}${excess !== null && excessNotice(lang, excess)}${live({
    id: 'antrean',
    seconds: SCREEN_LOOKS_AGAIN,
    state: String(isTaking),
    away: { lang, advice: words.awayKiosk, holdsForms: true },
    children: standingPart(at),
  })}${isTaking ? take : closed}<p>${soft(words.takeLead)}</p><p>${counterHoursLine(government, lang)}</p>`;
}

/** The number just taken at the kiosk, with the way to follow it on a phone. `back`: the kiosk's beginning. */
export function kioskTicketPage(
  at: AtCounter,
  ticket: HeldTicket,
  { back, held }: { readonly back: string; readonly held: boolean },
): Html {
  const { lang, context, counter } = at;
  const words = counterWords[lang];
  const own = new URL(ticketPath(at, ticket.id), context.publicUrl).href;
  return columns({
    head: pageHeading({ above: counter.title[lang], title: words.yours }),
    main: [
      ticketBox(at, ticket),
      buttonRow(
        returnLink({ label: words.done, href: back, ...(held ? {} : { seconds: KIOSK_SHOWS }) }),
        printButton(words.print),
        !held && linkButton({ label: words.hold, href: '?tahan=ya', kind: 'quiet' }),
      ),
      !held && html`<p>${soft(words.holdText(KIOSK_SHOWS))}</p>`,
    ],
    side: panel({ children: [qrCode(own, words.qrMine, QR_SIDE), html`<p>${words.followMine}</p>`] }),
  });
}
