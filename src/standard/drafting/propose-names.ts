import type { Service } from '../model/service.ts';
import { asTitle, distinct, idFrom, wholeId } from './wording.ts';

/** "Standar Pelayanan …", "Layanan …": what every service is called, and none. */
const LEADING = /^(standar )?(pelayanan|layanan)\s+(?=\S)/i;

/** A service's name without what all of them are called. */
export const withoutLeading = (name: string): string => name.replace(LEADING, '');

/** What a service goes by in addresses, and which one it is the next version of. */
export interface ProposedName {
  readonly id: string;
  /** Null for a service that is not there yet. */
  readonly follows: string | null;
}

/**
 * Names for the services of a decree, by their titles and in their order. One that is there already is followed where the
 * whole title says so; all others go by names of their own, also where long titles begin alike. Pure.
 */
export function proposeNames(
  titles: readonly string[],
  services: readonly Pick<Service, 'id' | 'title'>[] = [],
): readonly ProposedName[] {
  const followed = titles.map((title) => earlierOf(title, services));
  const wanted = titles.map((title) => idFrom(nameOf(title), 'layanan'));
  const fresh = wanted.filter((_, index) => followed[index] === null);
  const free = distinct([...services.map(({ id }) => id), ...fresh]).slice(services.length);
  let next = 0;
  return followed.map((follows) => {
    if (follows !== null) return { id: follows, follows };
    const id = free[next] ?? 'layanan';
    next += 1;
    return { id, follows };
  });
}

const nameOf = (title: string): string => withoutLeading(asTitle(title));

/** The service that goes by the same name or address; of titles that only resemble each other a person decides. */
function earlierOf(title: string, services: readonly Pick<Service, 'id' | 'title'>[]): string | null {
  const whole = wholeId(nameOf(title));
  if (whole === '') return null;
  const same = services.find(
    (service) => service.id === whole || wholeId(withoutLeading(service.title.id)) === whole,
  );
  return same?.id ?? null;
}
