/** What a search found, or, where it found nothing, the way on. */
import type { FoundService, Government, Service } from '../../standard/index.ts';
import { runningPromise } from '../../request/index.ts';
import { describePromise } from '../../working-time/index.ts';
import { cards, emptyState, html, linkButton, publicWords, section } from '../../ui/index.ts';
import type { Card, Content, Html, Lang } from '../../ui/index.ts';
import type { Moment } from '../moment.ts';
import { frontWords } from '../words/front.ts';
import { bringShort, dueLine, feeShort, whoShort } from './brief.ts';

export interface Found {
  /** What was typed. */
  readonly text: string;
  /** The words as they were understood, where they had to be guessed. */
  readonly meant: string | null;
  readonly services: readonly FoundInPlace[];
}

/** A service that was found, with the office's day and, above all governments, whose it is. */
export interface FoundInPlace {
  readonly found: FoundService;
  readonly moment: Moment;
  readonly government: Government | null;
}

/** A service as a card: what it is, what is promised, what to bring. */
export function serviceCard(
  government: string,
  service: Service,
  moment: Moment,
  lang: Lang,
  above: Content = null,
): Card {
  const meaning = [
    dueLine(service, moment, lang),
    bringShort(service, lang),
    `${whoShort(service, lang)} · ${feeShort(service, lang)}`,
  ].filter((line) => line !== null);
  return {
    title: service.title[lang],
    href: `/${government}/layanan/${service.id}`,
    text: html`${above && html`<strong>${above}.</strong> `}${service.summary[lang]}`,
    fact: describePromise(runningPromise(service), lang),
    meaning: meaning.map((line, at) => html`${at > 0 && html`<br>`}${line}`),
  };
}

/** Results under their heading; `all` is where everything stands. */
export function foundSection({ text, meant, services }: Found, all: string, lang: Lang): Html {
  const words = publicWords[lang].catalogue;
  if (services.length === 0) {
    return emptyState({
      title: words.noneTitle(text),
      text: words.noneText,
      action: linkButton({ label: words.all, href: all, kind: 'quiet' }),
    });
  }
  const guess = meant !== null && html`<p>${frontWords[lang].meant(meant)}</p>`;
  return section({
    title: words.found(services.length, text),
    children: html`${guess}${cards({
      level: 3,
      items: services.map(({ found, moment, government }) =>
        serviceCard(found.government, found.version.value, moment, lang, government?.name ?? null),
      ),
    })}`,
  });
}
