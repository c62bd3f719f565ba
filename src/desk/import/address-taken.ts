/** A new service wants an address of its own: nobody makes the next version of another by a like name. Pure. */
import type { FieldFault } from '../../ground/index.ts';
import { distinct } from '../../standard/index.ts';
import type { Service } from '../../standard/index.ts';
import { RUN } from './running-fields.ts';
import { versionWords } from './version-words.ts';

/** What a service goes by. */
export type NamedService = Pick<Service, 'id' | 'title'>;

/** The address asked for, or the next like it that no service has. */
export const freeAddress = (id: string, services: readonly NamedService[]): string =>
  distinct([...services.map((service) => service.id), id]).at(-1) ?? id;

/** The fault of a new service's address that another service has, with one that is free; null where it is free itself. */
export function takenAddress(
  { id, follows }: { readonly id: string; readonly follows: string | null },
  services: readonly NamedService[],
): FieldFault | null {
  const holder = follows === null ? services.find((service) => service.id === id) : undefined;
  if (!holder) return null;
  const free = freeAddress(id, services);
  return {
    path: RUN.id,
    words: {
      id: versionWords.id.taken(holder.title.id, free),
      en: versionWords.en.taken(holder.title.en, free),
    },
  };
}
