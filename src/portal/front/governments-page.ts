/** The front page above all governments: what can be asked for where, what it takes, and when it is done. */
import type { Government, Service } from '../../standard/index.ts';
import { runningPromise } from '../../request/index.ts';
import { describePromise } from '../../working-time/index.ts';
import { directory, html, pageHeading, panel, publicWords, searchForm, section } from '../../ui/index.ts';
import type { DirectoryLine, Html, Lang } from '../../ui/index.ts';
import type { Moment } from '../moment.ts';
import { compareWords } from '../words/compare.ts';
import { frontWords } from '../words/front.ts';
import { bringShort, feeShort, isForPeople, whoShort } from './brief.ts';
import { counterToday } from './counter.ts';
import { foundSection } from './found.ts';
import type { Found } from './found.ts';
import { trackPanel } from './track-panel.ts';

export interface ListedGovernment {
  readonly government: Government;
  readonly services: readonly Service[];
  readonly moment: Moment;
}

/** Where a government has many services, so many stand on the front page; with more governments, fewer of each. */
const MOST_LINES = 6;
const LINES_IN_ALL = 48;

export interface GovernmentsPageProps {
  readonly lang: Lang;
  readonly listed: readonly ListedGovernment[];
  /** What was searched for and found; null on the whole page. */
  readonly found: Found | null;
  /** Whether two governments have the same service. */
  readonly isComparable: boolean;
}

/** The inside of the front page. */
export function governmentsPage({ lang, listed, found, isComparable }: GovernmentsPageProps): Html {
  const words = publicWords[lang];
  const own = frontWords[lang].front;
  const search = searchForm({
    lang,
    action: '/',
    name: 'cari',
    label: own.searchAll,
    value: found?.text ?? null,
    placeholder: words.catalogue.searchExample,
    clearHref: '/',
  });
  const heading = pageHeading({
    above: words.governments.title,
    title: words.catalogue.title,
    lead: own.lead,
  });
  const shown = found ? foundSection(found, '/', lang) : places(lang, listed);
  const compare = isComparable && html`<p><a href="/bandingkan">${compareWords[lang].toAll}</a></p>`;
  const about = section({ title: own.what, children: html`<p>${own.whatText}</p><p>${own.howText}</p>` });
  return html`${heading}${search}${shown}${compare}${trackPanel(lang, '/permohonan')}${about}`;
}

function places(lang: Lang, listed: readonly ListedGovernment[]): Html {
  const lines = Math.min(MOST_LINES, Math.floor(LINES_IN_ALL / Math.max(1, listed.length)));
  return html`<h2 class="unseen">${frontWords[lang].front.choose}</h2>${listed.map((one) => place(lang, one, lines))}`;
}

/** One government: its office's day, and its services as far as there is room. */
function place(lang: Lang, { government, services, moment }: ListedGovernment, lines: number): Html {
  const words = frontWords[lang].front;
  const base = `/${government.id}`;
  const peopleFirst = services.toSorted(
    (one, other) => Number(isForPeople(other)) - Number(isForPeople(one)),
  );
  const shown = services.length <= lines + 1 ? peopleFirst : peopleFirst.slice(0, lines);
  const rest =
    shown.length < services.length &&
    html`<p><a href="${base}">${words.allOf(services.length, government.name)}</a></p>`;
  const count = publicWords[lang].governments.services(services.length);
  const counter = counterToday(government, moment, lang);
  return panel({
    title: html`<a href="${base}">${government.name}</a>`,
    level: 3,
    children: html`<p class="soft">${government.office.name}. ${count}. ${counter}</p>${directory(
      shown.map((service) => lineOf(base, service, lang)),
    )}${rest}`,
  });
}

const lineOf = (base: string, service: Service, lang: Lang): DirectoryLine => ({
  title: service.title[lang],
  href: `${base}/layanan/${service.id}`,
  fact: describePromise(runningPromise(service), lang),
  text: `${whoShort(service, lang)} · ${feeShort(service, lang)} · ${bringShort(service, lang)}`,
});
