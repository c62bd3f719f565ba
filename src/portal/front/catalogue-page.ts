/** The catalogue of a government: what can be asked for, how long it takes, what it costs. */
import type { ApplicantKind, Government, Service, Version } from '../../standard/index.ts';
import { runningPromise } from '../../request/index.ts';
import { describePromise, formatDate } from '../../working-time/index.ts';
import {
  cards,
  emptyState,
  formatList,
  formatMoney,
  html,
  linkButton,
  pageHeading,
  panel,
  publicWords,
  searchForm,
  section,
} from '../../ui/index.ts';
import type { Card, Content, Html, Lang } from '../../ui/index.ts';
import { dueIfNow, instantWords } from '../moment.ts';
import type { Moment } from '../moment.ts';
import { frontWords } from '../words/front.ts';
import { counterToday } from './counter.ts';

export interface CataloguePageProps {
  readonly lang: Lang;
  readonly government: Government;
  readonly services: readonly Version<'service'>[];
  readonly moment: Moment;
  /** What was searched for; null on the whole catalogue. */
  readonly text: string | null;
}

/** The inside of the catalogue page. */
export function cataloguePage(props: CataloguePageProps): Html {
  const { lang, government, moment, text } = props;
  const words = publicWords[lang].catalogue;
  const base = `/${government.id}`;
  const today = frontWords[lang].today(formatDate(moment.local.toPlainDate(), lang));
  const heading = pageHeading({
    title: words.title,
    lead: `${today} ${counterToday(government, moment, lang)}`,
  });
  const search = searchForm({
    lang,
    action: base,
    name: 'cari',
    label: words.search,
    value: text,
    placeholder: words.searchExample,
    clearHref: base,
  });
  return html`${heading}${search}${results(props)}${trackPanel(lang, `${base}/permohonan`)}<p><a href="${`${base}/maklumat`}">${frontWords[lang].pledgeLink}</a></p>`;
}

function results({ lang, government, services, moment, text }: CataloguePageProps): Html {
  const words = publicWords[lang].catalogue;
  if (services.length === 0 && text !== null) {
    return emptyState({
      title: words.noneTitle(text),
      text: words.noneText,
      action: linkButton({ label: words.all, href: `/${government.id}`, kind: 'quiet' }),
    });
  }
  return section({
    title: text === null ? words.all : words.found(services.length, text),
    children: cards({
      level: 3,
      items: services.map(({ value }) => cardOf(government.id, value, moment, lang)),
    }),
  });
}

function cardOf(government: string, service: Service, moment: Moment, lang: Lang): Card {
  return {
    title: service.title[lang],
    href: `/${government}/layanan/${service.id}`,
    text: service.summary[lang],
    fact: describePromise(runningPromise(service), lang),
    meaning: html`${dueLine(service, moment, lang)}<br>${whoShort(service.eligibility.kinds, lang)} · ${feeShort(service, lang)}`,
  };
}

function dueLine(service: Service, moment: Moment, lang: Lang): Content {
  const words = frontWords[lang].card;
  if (service.atCounter) return words.atCounter;
  const due = dueIfNow(service, moment)?.due;
  if (!due) return null;
  const when = instantWords(due, moment, lang);
  return service.clock.starts === 'complete' ? words.ifCompleteNow(when) : words.ifNow(when);
}

const WHO = {
  citizen: 'citizen',
  'legal-body': 'legalBody',
  official: 'official',
  agency: 'agency',
  'village-government': 'village',
} as const satisfies Record<ApplicantKind, keyof (typeof publicWords)['id']['who']>;

/** The kinds of applicants, each in its words. */
export const whoWords = (kinds: readonly ApplicantKind[], lang: Lang): readonly string[] =>
  kinds.map((kind) => publicWords[lang].who[WHO[kind]]);

/** "Untuk warga dan badan hukum": inside a sentence, abbreviations as they are; "untuk siapa saja" where all may ask. */
function whoShort(kinds: readonly ApplicantKind[], lang: Lang): string {
  const words = frontWords[lang].card;
  if (kinds.length === Object.keys(WHO).length) return words.forAll;
  const names = whoWords(kinds, lang).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  return words.for(formatList(names, lang));
}

/** "Gratis", or the sum of what is paid. */
export function feeShort({ fee }: Service, lang: Lang): string {
  if (fee.free) return publicWords[lang].service.free;
  return formatMoney(
    fee.amounts.reduce((sum, amount) => sum + amount.idr * amount.times, 0),
    lang,
  );
}

/** For those who have applied: the number leads to the tracking form, which asks for the key. */
export function trackPanel(lang: Lang, action: string): Html {
  const words = publicWords[lang];
  return panel({
    title: words.catalogue.haveNumber,
    children: searchForm({
      lang,
      action,
      name: 'nomor',
      label: words.catalogue.numberHint,
      placeholder: 'KLT-2026-7F3K9Q',
      button: frontWords[lang].front.track,
      kind: 'quiet',
    }),
  });
}
