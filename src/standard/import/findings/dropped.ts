/** Parts of a decree that were read and are in no service. */
import { finding } from './rule.ts';
import type { Found, Rule } from './rule.ts';

/** Fewer than three components make no service; whose they are only the reviewer can tell. */
export const droppedParts: Rule = ({ service }) =>
  service.dropped.flatMap((headings): readonly Found[] => {
    const [first] = headings;
    if (!first) return [];
    const names = headings.map(({ text }) => `“${text}”`).join(', ');
    return [
      finding(
        'warning',
        'title',
        first.place,
        `Bagian dengan judul ${names} terlalu pendek untuk sebuah layanan dan tidak diimpor. Periksa apakah isinya milik layanan ini.`,
        `The part headed ${names} is too short to be a service and was not imported. Check whether it belongs to this one.`,
      ),
    ];
  });
