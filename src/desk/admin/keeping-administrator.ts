/** An office without an administrator has nobody who could name one: no act of this page may leave it so. */
import { Fault } from '../../ground/index.ts';
import { chartOf, listOfficials, lockHoldings } from '../../people/index.ts';
import type { Tx } from '../../platform/index.ts';
import { todayIn } from '../../request/index.ts';
import type { Desk } from '../desk-page.ts';
import { dayWords } from './day-words.ts';
import { peopleWords } from './people-words.ts';
import { termsOf, vacanciesFrom, within } from './post-terms.ts';
import type { Span } from './post-terms.ts';

export const NO_ADMINISTRATOR = 'administrator-missing';

/**
 * Does an act that ends or takes back somebody's post, one such act of a government after the other. Where days from today on are
 * without an administrator afterwards that had one before, nothing of it stays. Fault: `administrator-missing`.
 */
export async function keepingAdministrator<T>(
  desk: Desk,
  tx: Tx,
  government: string,
  act: () => Promise<T>,
): Promise<T> {
  await lockHoldings(tx, government);
  const before = await daysWithout(desk, tx, government);
  const done = await act();
  const after = await daysWithout(desk, tx, government);
  const lost = after.find((span) => !before.some((other) => within(span, other)));
  if (lost) throw missing(lost);
  return done;
}

async function daysWithout(
  { context: { catalogue, clock } }: Desk,
  tx: Tx,
  government: string,
): Promise<readonly Span[]> {
  const officials = (await listOfficials(tx, government)).filter(({ disabled }) => !disabled);
  const posts = chartOf(catalogue.organisation(government)).postsWith('administrator');
  const today = todayIn(catalogue, government, clock.now());
  return vacanciesFrom(
    today,
    posts.flatMap((post) => termsOf(post, officials)),
  );
}

function missing({ from, to }: Span): Fault {
  const said = (lang: 'id' | 'en'): string => {
    const words = peopleWords[lang];
    const first = dayWords(from, lang);
    return words.noAdministrator(
      to === null ? words.fromDay(first) : words.betweenDays(first, dayWords(to, lang)),
    );
  };
  return new Fault('conflict', NO_ADMINISTRATOR, { id: said('id'), en: said('en') });
}
