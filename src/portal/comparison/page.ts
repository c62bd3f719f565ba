/** The same service of several governments, side by side: promise, fee, requirements, and the rest folded. */
import { componentTitles, findCommonService } from '../../standard/index.ts';
import type { ComponentName } from '../../standard/index.ts';
import { runningPromise } from '../../request/index.ts';
import { describePromise, formatInstant } from '../../working-time/index.ts';
import {
  bullets,
  folded,
  html,
  pageHeading,
  pagination,
  pairs,
  section,
  soft,
  table,
  tag,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { broughtFor, dueLine, feeShort, whoShort } from '../front/brief.ts';
import { componentContent } from '../service/components.ts';
import { compareWords } from '../words/compare.ts';
import { frontWords } from '../words/front.ts';
import type { Offer } from './ranking.ts';

/** What is compared, as far as one page shows it. */
export interface ComparisonPage {
  readonly lang: Lang;
  readonly title: string;
  /** On this page. */
  readonly shown: readonly Offer[];
  readonly all: readonly Offer[];
  /** How many stand on the pages before. */
  readonly before: number;
  /** The service from whose page the reader came. */
  readonly own: Offer | null;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
}

/** The name of what is compared: from the table, or as the first of the governments calls it. */
export const comparisonTitle = (name: string, offers: readonly Offer[], lang: Lang): string =>
  findCommonService(name)?.title[lang] ?? offers[0]?.service.title[lang] ?? name;

/** The inside of the page. */
export function comparisonPage(page: ComparisonPage): Html {
  const { lang, title, shown, all, before, own } = page;
  const words = compareWords[lang];
  const moment = (own ?? shown[0])?.moment;
  const say = own ? words.ownLead : words.pageLead;
  const lead = moment && say(formatInstant(moment.now.toString(), moment.timeZone, lang));
  const pages = pagination({
    lang,
    previousHref: page.previousHref,
    nextHref: page.nextHref,
    summary: words.rows(before + 1, before + shown.length, all.length),
  });
  return html`${pageHeading({ above: words.above, title, lead })}${comparisonTable(page)}${pages}${standards(page)}`;
}

const isSame = (one: Offer, other: Offer | null): boolean =>
  one.government.id === other?.government.id && one.service.id === other.service.id;

function comparisonTable(page: ComparisonPage): Html {
  const { lang, shown } = page;
  const { caption, columns } = compareWords[lang];
  return table<Offer>({
    caption,
    columns: [
      { label: columns.who, names: true, cell: (offer) => whose(offer, page) },
      { label: columns.promise, cell: (offer) => promised(offer, page) },
      { label: columns.fee, cell: (offer) => fee(offer, lang) },
      { label: columns.requirements, cell: (offer) => brought(offer, lang) },
      { label: columns.applicants, cell: ({ service }) => whoShort(service, lang) },
    ],
    groups: [{ rows: shown }],
  });
}

const addressOf = ({ government, service }: Offer): string => `/${government.id}/layanan/${service.id}`;

function whose(offer: Offer, { lang, own }: ComparisonPage): Content {
  const { government, service } = offer;
  const link = html`${government.name}<br><a href="${addressOf(offer)}">${service.title[lang]}</a>`;
  return isSame(offer, own) ? html`${link}<br>${soft(compareWords[lang].thisOne)}` : link;
}

/** The soonest is told by a word, and only where not all are as soon. */
function isSoonest({ due }: Offer, all: readonly Offer[]): boolean {
  if (due === null) return false;
  const order = all.flatMap((other) => other.due ?? []).map((other) => Temporal.Instant.compare(due, other));
  return order.every((sign) => sign <= 0) && order.some((sign) => sign < 0);
}

function promised(offer: Offer, { lang, all }: ComparisonPage): Content {
  const { service, moment } = offer;
  const words = compareWords[lang];
  const promise = runningPromise(service);
  const due = dueLine(service, moment, lang);
  const printed = service.clock.lawful && html`<br>${soft(words.printed(service.components.time.text))}`;
  return html`<strong>${describePromise(promise, lang)}</strong>${isSoonest(offer, all) && html` ${tag({ kind: 'ok', label: words.soonest })}`}<br>${soft(words.counted[promise.basis])}${due && html`<br>${due}`}${printed}`;
}

function fee({ service }: Offer, lang: Lang): Content {
  if (service.fee.free) return feeShort(service, lang);
  const { tariffBasis } = service.fee;
  return html`${feeShort(service, lang)}${tariffBasis !== undefined && html`<br>${soft(frontWords[lang].service.tariffBasis(tariffBasis))}`}`;
}

function brought({ service }: Offer, lang: Lang): Content {
  const items = broughtFor(service).map(({ label, required }) =>
    required ? label[lang] : `${label[lang]} (${frontWords[lang].service.optionalFile})`,
  );
  return items.length === 0 ? frontWords[lang].card.bringNothing : bullets(items);
}

/** The other components that reach the public first (PermenPANRB 15/2014): each folded, all governments under it. */
const FOLDED = [
  'requirements',
  'procedure',
  'product',
  'complaints',
] as const satisfies readonly ComponentName[];

function standards({ lang, shown }: ComparisonPage): Html {
  const words = compareWords[lang];
  const parts = FOLDED.map((name) =>
    folded({
      summary: componentTitles[name][lang],
      id: `komponen-${name}`,
      children: pairs(
        shown.map(({ government, service }) => ({
          term: government.name,
          value: componentContent(service.components, name, lang),
        })),
      ),
    }),
  );
  return section({ title: words.more, children: html`<p>${soft(words.moreText)}</p>${parts}` });
}
