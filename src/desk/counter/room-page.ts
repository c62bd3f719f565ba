/** The waiting room of a counter: whether visitors take numbers themselves, with what, and the poster for the door. */
import type { Government } from '../../standard/index.ts';
import {
  button,
  buttonRow,
  columns,
  copyable,
  folded,
  form,
  hiddenField,
  html,
  linkButton,
  notice,
  pageHeading,
  panel,
  sheet,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { governmentLetterhead, qrCode } from '../../web/index.ts';
import type { Counter } from '../../visits/index.ts';
import { roomWords } from './room-words.ts';

export const ROOM_PATH = '/meja/loket/ruang-tunggu';

/** What an officer may do there, as it is posted. */
export const roomActs = { open: 'aktifkan', close: 'hentikan', renew: 'ganti' } as const;

/** Where screen and kiosk are, and the code that goes with them. */
export interface Room {
  readonly code: string;
  readonly screen: string;
  readonly kiosk: string;
}

export interface RoomPageProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly counter: Counter;
  /** Null: only officers draw numbers. */
  readonly room: Room | null;
}

export function roomPage(props: RoomPageProps): Content {
  const { lang, counter, room } = props;
  const words = roomWords[lang];
  const heading = pageHeading({ above: counter.title[lang], title: words.title, lead: words.lead });
  if (!room)
    return [
      heading,
      notice({ lang, kind: 'info', title: words.off, children: html`<p>${words.offText}</p>` }),
      actForm(props, 'open', words.open, 'primary'),
    ];
  return columns({
    head: [
      heading,
      notice({ lang, kind: 'success', title: words.on, children: html`<p>${words.onText}</p>` }),
    ],
    main: [
      devicePanel(lang, { title: words.screen, text: words.screenText, address: room.screen }),
      devicePanel(lang, { title: words.kiosk, text: words.kioskText, address: room.kiosk }),
      html`<p>${words.secret}</p>`,
    ],
    side: [
      copyable({ lang, label: words.code, value: room.code, hint: words.codeHint }),
      posterPanel(props),
      folded({
        summary: words.renew,
        children: [html`<p>${words.renewText}</p>`, actForm(props, 'renew', words.renew, 'quiet')],
      }),
      folded({
        summary: words.close,
        children: [html`<p>${words.closeText}</p>`, actForm(props, 'close', words.close, 'quiet')],
      }),
    ],
    sideLabel: words.code,
  });
}

const actForm = (
  { lang, csrf, counter }: RoomPageProps,
  act: keyof typeof roomActs,
  label: string,
  kind: 'primary' | 'quiet',
): Html =>
  form({
    lang,
    csrf,
    action: ROOM_PATH,
    children: [
      hiddenField('loket', counter.position),
      hiddenField('tindakan', roomActs[act]),
      buttonRow(button({ label, kind })),
    ],
  });

function devicePanel(
  lang: Lang,
  { title, text, address }: { readonly title: string; readonly text: string; readonly address: string },
): Html {
  const words = roomWords[lang];
  return panel({
    title,
    children: [
      html`<p>${text}</p>`,
      qrCode(address, words.qr),
      copyable({ lang, label: words.openThere, value: address, long: true }),
      buttonRow(
        linkButton({ label: `${words.openHere}: ${title}`, href: new URL(address).pathname, kind: 'quiet' }),
      ),
    ],
  });
}

function posterPanel({ lang, counter }: RoomPageProps): Html {
  const words = roomWords[lang];
  return panel({
    title: words.poster,
    children: [
      html`<p>${words.posterText}</p>`,
      buttonRow(
        linkButton({
          label: words.posterOpen,
          href: `${ROOM_PATH}/poster?loket=${counter.position}`,
          kind: 'quiet',
        }),
      ),
    ],
  });
}

/** What hangs at the door: the address of the counter's queue as a picture and in words, and three steps. */
export function poster(lang: Lang, government: Government, counter: Counter, address: URL): Html {
  const words = roomWords[lang];
  return sheet({
    poster: true,
    head: governmentLetterhead(government, lang),
    title: words.posterTitle,
    number: counter.title[lang],
    children: [
      html`<p>${qrCode(address.href, words.posterQr)}</p>`,
      html`<p><strong>${address.host}${address.pathname}</strong></p>`,
      html`<ol>${words.posterSteps.map((step) => html`<li>${step}</li>`)}</ol>`,
      html`<p>${words.posterElse}</p>`,
    ],
  });
}
