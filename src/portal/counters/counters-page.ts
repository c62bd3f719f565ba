/** All counters of a government: when they are open, and how many wait where visitors take numbers. */
import type { Government } from '../../standard/index.ts';
import { directory, emptyState, html, pageHeading, section } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import type { Counter } from '../../visits/index.ts';
import { counterHoursLine } from '../../web/index.ts';
import { counterToday } from '../front/counter.ts';
import type { Moment } from '../moment.ts';
import { counterWords } from '../words/counters.ts';

export interface CountersPageProps {
  readonly lang: Lang;
  readonly government: Government;
  readonly moment: Moment;
  readonly counters: readonly (Counter & {
    /** How many wait; null where only the officer draws numbers. */
    readonly waiting: number | null;
  })[];
}

/** The inside of `/:gov/loket`. */
export function countersPage({ lang, government, moment, counters }: CountersPageProps): Html {
  const words = counterWords[lang];
  const lines = counters.map(({ position, title, waiting }) => ({
    title: title[lang],
    href: `/${government.id}/loket/${position}`,
    ...(waiting === null
      ? { text: words.atOfficer }
      : { fact: waiting === 0 ? words.nobody : words.peopleWaiting(waiting) }),
  }));
  const list =
    lines.length === 0 ? emptyState({ title: words.none, text: words.noneText }) : directory(lines);
  return html`${pageHeading({ title: words.title, lead: counterToday(government, moment, lang) })}<p>${counterHoursLine(government, lang)}</p><p>${government.office.name}<br>${government.office.address}</p>${section({ title: words.counters, children: list })}`;
}
