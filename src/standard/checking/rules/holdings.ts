import type { Holding, Official, Organisation } from '../../model/government.ts';
import { error, warning } from '../../reading/fault.ts';
import type { Remark } from '../../reading/fault.ts';
import { duplicates } from './duplicates.ts';

/** The officials who hold a position on a day, acting ones included; both ends of a holding count. */
export function holdersOn(
  { holdings, officials }: Organisation,
  position: string,
  day: Temporal.PlainDate,
): Official[] {
  const date = day.toString();
  return holdings
    .filter(
      (held) => held.position === position && held.from <= date && (held.to === null || date <= held.to),
    )
    .flatMap(({ official }) => officials.find(({ id }) => id === official) ?? []);
}

const overlap = (left: Holding, right: Holding): boolean =>
  (right.to === null || left.from <= right.to) && (left.to === null || right.from <= left.to);

function remarksOn(holding: Holding, index: number, organisation: Organisation): Remark[] {
  const at = ['holdings', index];
  const others = organisation.holdings.filter(({ position }) => position === holding.position);
  const definitive = others.some((other) => other.as === 'definitive' && overlap(holding, other));
  const remarks: Remark[] = [];
  if (!organisation.positions.some(({ id }) => id === holding.position)) {
    remarks.push(
      error(
        [...at, 'position'],
        `Jabatan "${holding.position}" tidak ada.`,
        `There is no position "${holding.position}".`,
      ),
    );
  }
  if (!organisation.officials.some(({ id }) => id === holding.official)) {
    remarks.push(
      error(
        [...at, 'official'],
        `Petugas "${holding.official}" tidak ada.`,
        `There is no official "${holding.official}".`,
      ),
    );
  }
  if (holding.to !== null && holding.to < holding.from) {
    remarks.push(
      error([...at, 'to'], 'Tanggal akhir mendahului tanggal mulai.', 'The last day lies before the first.'),
    );
  }
  // Plt: the post is vacant. Plh: its holder is away (BKN circular on Plt and Plh).
  if (holding.as === 'plt' && definitive) {
    remarks.push(
      error(
        [...at, 'as'],
        'Plt hanya untuk jabatan yang kosong; jabatan ini masih dijabat definitif.',
        'Plt is for a vacant post; this one has a definitive holder in that time.',
      ),
    );
  }
  if (holding.as === 'plh' && !definitive) {
    remarks.push(
      warning(
        [...at, 'as'],
        'Plh menggantikan pejabat yang berhalangan, tetapi jabatan ini tidak dijabat definitif.',
        'Plh stands in for an absent holder, but nobody holds this post definitively.',
      ),
    );
  }
  return remarks;
}

/** Faults of who holds what: unknown names, reversed dates, Plt beside a definitive holder, the same post twice. */
export function holdingRemarks(organisation: Organisation): Remark[] {
  const { holdings } = organisation;
  const twice = holdings.flatMap((holding, index) =>
    holdings
      .slice(0, index)
      .some(
        (other) =>
          other.position === holding.position &&
          other.official === holding.official &&
          overlap(other, holding),
      )
      ? [
          error(
            ['holdings', index],
            `"${holding.official}" sudah memegang "${holding.position}" pada masa itu.`,
            `"${holding.official}" holds "${holding.position}" in that time already.`,
          ),
        ]
      : [],
  );
  return [...holdings.flatMap((holding, index) => remarksOn(holding, index, organisation)), ...twice];
}

/** Names that must not occur twice among officials. */
export function officialRemarks({ officials, competences }: Organisation): Remark[] {
  const known = new Set(competences.map(({ id }) => id));
  return [
    ...duplicates(
      officials,
      ({ id }) => id,
      (index) => ['officials', index, 'id'],
    ),
    ...duplicates(
      officials,
      ({ username }) => username,
      (index) => ['officials', index, 'username'],
    ),
    ...duplicates(
      officials,
      ({ nip }) => nip,
      (index) => ['officials', index, 'nip'],
    ),
    ...officials.flatMap(({ competences: held }, official) =>
      held.flatMap(({ code }, index) =>
        known.has(code)
          ? []
          : [
              error(
                ['officials', official, 'competences', index, 'code'],
                `Kompetensi "${code}" tidak ada.`,
                `There is no competence "${code}".`,
              ),
            ],
      ),
    ),
  ];
}
