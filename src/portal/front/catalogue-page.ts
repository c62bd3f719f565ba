/** The catalogue of a government: what can be asked for, what to bring, how long it takes, what it costs. */
import type { Government, Version } from '../../standard/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { cards, html, pageHeading, publicWords, searchForm, section } from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import type { Moment } from '../moment.ts';
import { compareWords } from '../words/compare.ts';
import { counterWords } from '../words/counters.ts';
import { frontWords } from '../words/front.ts';
import { isForPeople } from './brief.ts';
import { counterToday } from './counter.ts';
import { foundSection, serviceCard } from './found.ts';
import type { Found } from './found.ts';
import { trackPanel } from './track-panel.ts';

export interface CataloguePageProps {
  readonly lang: Lang;
  readonly government: Government;
  readonly services: readonly Version<'service'>[];
  readonly moment: Moment;
  /** Whether any of them can be compared with the same service of another government. */
  readonly isComparable: boolean;
  /** What was searched for and found; null on the whole catalogue. */
  readonly found: Found | null;
}

/** The inside of the catalogue page. */
export function cataloguePage(props: CataloguePageProps): Html {
  const { lang, government, moment, found, isComparable } = props;
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
    value: found?.text ?? null,
    placeholder: words.searchExample,
    clearHref: base,
  });
  const shown = found ? foundSection(found, base, lang) : everything(props);
  const counters = html`<p><a href="${base}/loket">${counterWords[lang].link}</a></p>`;
  const pledge = html`<p><a href="${base}/maklumat">${frontWords[lang].pledgeLink}</a></p>`;
  const compare = isComparable && html`<p><a href="/bandingkan">${compareWords[lang].toAllOfOurs}</a></p>`;
  return html`${heading}${search}${shown}${trackPanel(lang, `${base}/permohonan`)}${counters}${pledge}${compare}`;
}

const OFFICES = 'untuk-kantor';

/** The whole catalogue: what everybody may ask for first, then what only offices may. */
function everything(props: CataloguePageProps): Html {
  const { lang, services } = props;
  const forPeople = services.filter(({ value }) => isForPeople(value));
  const forOffices = services.filter(({ value }) => !isForPeople(value));
  if (forPeople.length === 0 || forOffices.length === 0) {
    return part(props, services, { title: publicWords[lang].catalogue.all });
  }
  const words = frontWords[lang].groups;
  const jump = html`<p><a href="#${OFFICES}">${words.toOffices(forOffices.length)}</a></p>`;
  return html`${part(props, forPeople, { title: words.people, lead: jump })}${part(props, forOffices, { title: words.offices, id: OFFICES })}`;
}

interface PartHeading {
  readonly title: string;
  readonly lead?: Content;
  readonly id?: string;
}

function part(
  { lang, government, moment }: CataloguePageProps,
  services: readonly Version<'service'>[],
  { title, lead, id }: PartHeading,
): Html {
  const items = services.map(({ value }) => serviceCard(government.id, value, moment, lang));
  return section({
    title,
    ...(id === undefined ? {} : { id }),
    children: html`${lead}${cards({ level: 3, items })}`,
  });
}
