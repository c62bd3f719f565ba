import type { Channel, Government } from '../standard/index.ts';
import { html, letterhead } from '../ui/index.ts';
import type { Html, Lang } from '../ui/index.ts';

const onLetters = new Set<Channel['kind']>(['phone', 'fax', 'email']);

/** The head of a government's papers: crest placeholder, office, street, telephone, fax and e-mail as far as it has them. */
export function governmentLetterhead(government: Government, lang: Lang): Html {
  const reached = government.contacts
    .filter(({ kind, value }) => onLetters.has(kind) && value !== undefined)
    .map(({ label, value }) => `${label[lang]}: ${value ?? ''}`);
  return letterhead({
    initial: initialOf(government),
    government: `Pemerintah ${government.name}`,
    office: government.office.name,
    contact: html`${government.office.address}${reached.map((line) => html`<br>${line}`)}`,
  });
}

/** The name proper, without what kind of government it is: "Klaten". */
export const townOf = ({ name }: Government): string => name.replace(/^(Kabupaten|Kota|Provinsi) /, '');

/** The letter on the crest. */
export const initialOf = (government: Government): string => townOf(government).charAt(0);
