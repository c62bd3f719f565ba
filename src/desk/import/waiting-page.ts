/** A decree that is not read yet: how its reading stands, and what to do where nobody reads it any more. */
import type { DecreeImport, DecreeReading } from '../../standard/index.ts';
import { button, buttonRow, form, html, linkButton, notice, pageHeading } from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { IMPORT, importHref } from './address.ts';
import { dropPart } from './list-page.ts';
import type { ImportsPage } from './list-page.ts';
import { waitingWords } from './waiting-words.ts';
import { importWords } from './words.ts';

/** Reading takes half a minute at most: what has not even begun for so long waits for a worker that is not there. */
const LONG = Temporal.Duration.from({ minutes: 2 });

export interface Waiting extends DecreeImport {
  readonly reading: DecreeReading | null;
  readonly now: Temporal.Instant;
}

/** Whether nobody reads it, and nobody will by himself. */
export const hasStopped = (reading: DecreeReading | null): boolean =>
  reading === null || (!reading.running && reading.nextAttempt === null);

/** What is the matter with the reading; null where all is well. */
function standing({ lang, timeZone }: ImportsPage, { reading, createdAt, now }: Waiting): Html | null {
  const words = waitingWords[lang];
  if (reading === null || hasStopped(reading)) {
    return notice({ lang, kind: 'error', children: html`<p>${words.stopped}</p>`, announced: true });
  }
  const { running, attempts, nextAttempt } = reading;
  if (running || nextAttempt === null) return null;
  if (attempts > 0) {
    const text = words.brokenOff(attempts, formatInstant(nextAttempt, timeZone, lang));
    return notice({ lang, kind: 'warning', children: html`<p>${text}</p>` });
  }
  const isLate = Temporal.Instant.compare(createdAt.add(LONG), now) < 0;
  return isLate ? notice({ lang, kind: 'warning', children: html`<p>${words.notBegun}</p>` }) : null;
}

/** The page asks again by itself while there is hope; else it says so, with the ways out. */
export function waitingPage(page: ImportsPage, one: Waiting): Content {
  const { lang, csrf } = page;
  const words = importWords[lang];
  const matter = standing(page, one);
  const stopped = hasStopped(one.reading);
  const again = form({
    lang,
    csrf,
    action: `${importHref(one.id)}/baca-lagi`,
    children: buttonRow(button({ label: waitingWords[lang].readAgain })),
  });
  return [
    pageHeading({ title: stopped ? waitingWords[lang].title : words.reading, above: one.fileName }),
    matter ?? notice({ lang, kind: 'info', children: html`<p>${words.readingText}</p>`, announced: true }),
    matter !== null && again,
    buttonRow(
      stopped
        ? linkButton({ label: words.other, href: IMPORT, kind: 'quiet' })
        : linkButton({ label: words.again, href: importHref(one.id), kind: 'quiet' }),
    ),
    matter !== null && dropPart(page, one),
  ];
}
