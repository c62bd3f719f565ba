/** Cited laws that have been replaced, misnamed, or carry another law's place in the gazette. */
import { citationsIn } from './citations.ts';
import type { Citation } from './citations.ts';
import { knownLaws, lawText, replacedLaws } from './law-facts.ts';
import type { LawName } from './law-facts.ts';
import { finding } from './rule.ts';
import type { Found, Rule } from './rule.ts';

const isSame = (one: LawName, other: LawName): boolean =>
  one.kind === other.kind && one.number === other.number && one.year === other.year;

export const replacedCitations: Rule = ({ service }) => {
  const items = service.components.legalBasis.items;
  const cited = items.flatMap(({ text, place }) =>
    citationsIn(text).map((citation) => ({ citation, place })),
  );
  return cited.flatMap(({ citation, place }): readonly Found[] => {
    const found = replacedLaws.find(({ old }) => isSame(old, citation));
    if (!found || cited.some((other) => isSame(other.citation, found.by))) return [];
    return [
      finding(
        'warning',
        'legalBasis',
        place,
        `${lawText(found.old)} telah diganti dengan ${lawText(found.by)}.`,
        `${lawText(found.old)} has been replaced by ${lawText(found.by)}.`,
      ),
    ];
  });
};

export const misnamedCitations: Rule = ({ service }) =>
  service.components.legalBasis.items.flatMap(({ text, place }) =>
    citationsIn(text).flatMap((citation): readonly Found[] => {
      const known = misnamed(citation);
      if (!known) return [];
      return [
        finding(
          'warning',
          'legalBasis',
          place,
          `“${lawText(citation)}” tampaknya ${lawText(known)}: nomor, tahun, dan perihalnya sama, jenisnya lain.`,
          `“${lawText(citation)}” seems to be ${lawText(known)}: number, year and subject are the same, the kind is not.`,
        ),
      ];
    }),
  );

function misnamed(citation: Citation): LawName | null {
  const found = knownLaws.find(
    ({ kind, number, year, about }) =>
      kind !== citation.kind &&
      number === citation.number &&
      year === citation.year &&
      about.test(citation.about.toLowerCase()),
  );
  const isRight = knownLaws.some((law) => isSame(law, citation));
  return found && !isRight ? found : null;
}

/** A law stands in the gazette of its own year, or early in the next; a place belongs to one law. */
export const gazettePlaces: Rule = ({ service }) => {
  const items = service.components.legalBasis.items;
  return items.flatMap(({ text, place }): readonly Found[] => {
    const [citation] = citationsIn(text);
    const gazette =
      /(?<!Tambahan )Lembaran Negara(?: Republik Indonesia)? Tahun ((?:19|20)\d{2})\s*Nomor (\d+)/i.exec(
        text,
      );
    if (!citation || !gazette) return [];
    const [, printed = '', number = ''] = gazette;
    const year = Number(printed);
    if (year === citation.year || year === citation.year + 1) return [];
    const other = items.find(
      (item) =>
        item.text !== text && new RegExp(`Tahun ${printed}\\s*Nomor ${number}\\)`, 'i').test(item.text),
    );
    const [owner] = other ? citationsIn(other.text) : [];
    const whose = owner ? ` (${lawText(owner)})` : '';
    return [
      finding(
        'info',
        'legalBasis',
        place,
        `${lawText(citation)} memuat nomor Lembaran Negara ${printed} Nomor ${number}, milik peraturan lain${whose}.`,
        `${lawText(citation)} carries Lembaran Negara ${printed} Nomor ${number}, the gazette number of another law${whose}.`,
      ),
    ];
  });
};
