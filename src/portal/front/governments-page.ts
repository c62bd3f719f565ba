/** The front page above all governments. */
import type { Government } from '../../standard/index.ts';
import { cards, html, pageHeading, publicWords, section } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import type { Moment } from '../moment.ts';
import { frontWords } from '../words/front.ts';
import { trackPanel } from './catalogue-page.ts';
import { counterToday } from './counter.ts';

export interface ListedGovernment {
  readonly government: Government;
  /** How many services it offers. */
  readonly services: number;
  readonly moment: Moment;
}

/** The inside of the list of governments. */
export function governmentsPage(lang: Lang, listed: readonly ListedGovernment[]): Html {
  const words = publicWords[lang].governments;
  const own = frontWords[lang].front;
  const items = listed.map(({ government, services, moment }) => ({
    title: government.name,
    href: `/${government.id}`,
    text: government.office.name,
    fact: words.services(services),
    meaning: counterToday(government, moment, lang),
  }));
  const about = section({ title: own.what, children: html`<p>${own.whatText}</p><p>${own.howText}</p>` });
  return html`${pageHeading({ title: words.title, lead: words.lead })}${cards({ items })}${trackPanel(lang, '/permohonan')}${about}`;
}
