/** The queue of a counter on its page: who is served, who waits, the next number. */
import {
  button,
  buttonRow,
  folded,
  form,
  hiddenField,
  html,
  linkButton,
  live,
  pairs,
  panel,
  selectField,
  soft,
  textField,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { numberLabel } from '../../visits/index.ts';
import { WAITING_PART } from '../../web/index.ts';
import type { Counter, Visit } from '../../visits/index.ts';
import { ROOM_PATH } from './room-page.ts';
import { roomWords } from './room-words.ts';
import { visitWords } from './visit-words.ts';

/** Everything the queue is drawn from. */
export interface QueuePart {
  readonly lang: Lang;
  readonly csrf: string;
  readonly counter: Counter;
  readonly visits: readonly Visit[];
  readonly official: string;
  readonly timeZone: string;
  /** Where the public sees this counter, if visitors take numbers there themselves; null where only officers draw them. */
  readonly publicPath: string | null;
}

/** Seconds between two looks at how many wait. */
const LOOK_AGAIN = 20;

export const QUEUE_PATH = '/meja/loket/antrean';

/** Characters of what a visitor says. */
export const LONGEST = { purpose: 200, name: 100 };

/** Outcomes that an officer chooses; a request taken in is recorded by itself. */
export const chosenOutcomes = ['answered', 'referred', 'no-show'] as const;

/** Visits called and not ended, by this official. */
export const servedBy = (visits: readonly Visit[], official: string): readonly Visit[] =>
  visits.filter(({ outcome, called_by }) => outcome === null && called_by === official);

const waitingAmong = (visits: readonly Visit[]): readonly Visit[] =>
  visits.filter(({ outcome, called_at }) => outcome === null && called_at === null);

export function queuePart(part: QueuePart): Html {
  const { lang, counter, visits, official } = part;
  const words = visitWords[lang];
  const [served, waiting] = [servedBy(visits, official), waitingAmong(visits)];
  return panel({
    title: words.queue,
    id: 'antrean',
    children: [
      html`<p>${soft(counter.title[lang])}</p>`,
      served.map((visit) => servedPart(part, visit)),
      // Above the list: on a full morning nobody should have to go past it to call.
      (waiting.length > 0 || part.publicPath !== null) && callForm(part, served.length === 0),
      waitingCount(part, waiting.length),
      waitingList(part, waiting),
      drawForm(part),
      html`<p><a href="/meja/loket/buku-tamu?loket=${counter.position}">${words.book}</a></p>`,
      html`<p><a href="${ROOM_PATH}?loket=${counter.position}">${roomWords[lang].link}</a></p>`,
    ],
  });
}

const timeOf = (at: Temporal.Instant, timeZone: string, lang: Lang): string => {
  const time = at.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  return lang === 'id' ? time.replace(':', '.') : time;
};

const purposeOf = ({ said }: Visit): string => [said?.name, said?.purpose].filter(Boolean).join(' · ');

/** Where visitors come by themselves, the count follows them; asking for this page again would keep its officer signed in. */
function waitingCount({ lang, publicPath }: QueuePart, count: number): Html {
  const words = visitWords[lang];
  if (publicPath === null) return html`<p><strong>${words.waiting(count)}</strong></p>`;
  const people = live({
    id: WAITING_PART,
    seconds: LOOK_AGAIN,
    from: publicPath,
    children: roomWords[lang].people(count),
  });
  return pairs([{ term: roomWords[lang].waiting, value: people }]);
}

function waitingList({ lang, counter, timeZone }: QueuePart, waiting: readonly Visit[]): Content {
  if (waiting.length === 0) return null;
  const words = visitWords[lang];
  const items = waiting.map((visit) => {
    const purpose = purposeOf(visit);
    const came = [
      words.waitingSince(timeOf(visit.arrived_at, timeZone, lang)),
      ...(visit.drawn_by === null ? [roomWords[lang].own] : []),
    ].join(', ');
    const label = numberLabel(counter, visit.number);
    const print = html`<a href="${QUEUE_PATH}/${visit.id}/nomor?loket=${counter.position}">${words.printNumber(label)}</a>`;
    return html`<li><strong class="figures">${label}</strong> ${soft(came)}${purpose && html`<br>${purpose}`}<br>${print}</li>`;
  });
  return html`<ol class="bullets">${items}</ol>`;
}

/** The next step while nobody is served; a lesser one while somebody is. */
const callForm = ({ lang, csrf, counter }: QueuePart, next: boolean): Html =>
  form({
    lang,
    csrf,
    action: `${QUEUE_PATH}/panggil`,
    children: [
      hiddenField('loket', counter.position),
      buttonRow(button({ label: visitWords[lang].callNext, kind: next ? 'primary' : 'quiet', wide: true })),
    ],
  });

/** Whoever is at the counter now: the way to the form, and the ends of a visit without one. */
function servedPart({ lang, csrf, counter }: QueuePart, visit: Visit): Html {
  const words = visitWords[lang];
  const label = numberLabel(counter, visit.number);
  const purpose = purposeOf(visit);
  return html`<div>
    <h3>${words.serving}: <span class="figures">${label}</span></h3>
    ${purpose && html`<p>${purpose}</p>`}${buttonRow(
      linkButton({
        label: words.takeIn,
        href: `/meja/loket?kunjungan=${visit.id}#layani`,
        kind: 'quiet',
        wide: true,
      }),
    )}${folded({
      summary: words.end(label),
      children: form({
        lang,
        csrf,
        action: `${QUEUE_PATH}/${visit.id}/selesai`,
        children: [
          hiddenField('loket', counter.position),
          selectField({
            lang,
            name: 'hasil',
            label: words.outcome,
            value: 'answered',
            options: chosenOutcomes.map((value) => ({ value, label: words.outcomes[value] })),
          }),
          buttonRow(button({ label: words.endButton, kind: 'quiet' })),
        ],
      }),
    })}
  </div>`;
}

function drawForm({ lang, csrf, counter }: QueuePart): Html {
  const words = visitWords[lang];
  const line = (name: string, label: string, maxLength: number): Html =>
    textField({ lang, name, label, optional: true, maxLength, autocomplete: 'off' });
  return folded({
    summary: words.draw,
    children: form({
      lang,
      csrf,
      action: QUEUE_PATH,
      children: [
        html`<p class="field-hint">${words.drawText}</p>`,
        hiddenField('loket', counter.position),
        line('keperluan', words.purpose, LONGEST.purpose),
        line('nama', words.name, LONGEST.name),
        buttonRow(button({ label: words.draw, kind: 'quiet' })),
      ],
    }),
  });
}
