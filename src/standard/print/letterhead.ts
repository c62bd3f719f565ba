import type { Letterhead } from '../../platform/index.ts';
import type { Channel, Government } from '../model.ts';

/** Ways to reach an office that belong on its letterhead, line by line, with the names of Permendagri 1/2023. */
const REACHED: readonly (readonly (readonly [Channel['kind'], string])[])[] = [
  [
    ['phone', 'Telepon'],
    ['fax', 'Faksimile'],
  ],
  [
    ['website', 'Laman'],
    ['email', 'Pos-el'],
  ],
];

/** Keeps a name with its value on one line. */
const NO_BREAK = '\u00A0';

/** The name proper, without what kind of government it is: "Klaten". */
const townOf = ({ name }: Government): string => name.replace(/^(Kabupaten|Kota|Provinsi) /, '');

/** The office's own name: that of the government stands above it. */
export const officeAlone = ({ name, office }: Government): string =>
  office.name.endsWith(` ${name}`) ? office.name.slice(0, -name.length - 1) : office.name;

/** The head of a government's papers: names, address, and the first of each way to reach its office. */
export function letterheadOf(government: Government): Letterhead {
  const reached = REACHED.map((line) =>
    line
      .flatMap(([kind, label]) => {
        const channel = government.contacts.find((contact) => contact.kind === kind && contact.value);
        const value = channel?.value?.replace(/^https?:\/\//, '').replace(/\/$/, '');
        return value === undefined ? [] : [`${label}${NO_BREAK}${value.replaceAll(' ', NO_BREAK)}`];
      })
      .join(' · '),
  );
  return {
    kind: 'letterhead',
    crest: { initial: townOf(government).charAt(0) },
    government: `Pemerintah ${government.name}`,
    office: officeAlone(government),
    lines: [government.office.address, ...reached].filter((line) => line !== ''),
  };
}
