import type { Government, Organisation, Position } from '../../model/government.ts';
import { error, warning } from '../../reading/fault.ts';
import type { Remark } from '../../reading/fault.ts';
import { duplicates } from './duplicates.ts';
import { holdersOn, holdingRemarks, officialRemarks } from './holdings.ts';

/** A rule about an organisation. `government` is null when its file could not be read. */
export type OrganisationRule = (
  organisation: Organisation,
  context: { readonly government: Government | null; readonly today: Temporal.PlainDate },
) => Remark[];

const names: OrganisationRule = ({ agencies, positions, competences }) => [
  ...duplicates(
    agencies,
    ({ id }) => id,
    (index) => ['agencies', index, 'id'],
  ),
  ...duplicates(
    positions,
    ({ id }) => id,
    (index) => ['positions', index, 'id'],
  ),
  ...duplicates(
    competences,
    ({ id }) => id,
    (index) => ['competences', index, 'id'],
  ),
];

const placesExist: OrganisationRule = ({ agencies, positions }) => {
  const agencyIds = new Set(agencies.map(({ id }) => id));
  const positionIds = new Set(positions.map(({ id }) => id));
  return [
    ...agencies.flatMap(({ contact }, index) =>
      contact === undefined || positionIds.has(contact)
        ? []
        : [
            error(
              ['agencies', index, 'contact'],
              `Jabatan "${contact}" tidak ada.`,
              `There is no position "${contact}".`,
            ),
          ],
    ),
    ...positions.flatMap(({ agency, superior }, index) => [
      ...(agencyIds.has(agency)
        ? []
        : [
            error(
              ['positions', index, 'agency'],
              `Perangkat daerah "${agency}" tidak ada.`,
              `There is no agency "${agency}".`,
            ),
          ]),
      ...(superior === null || positionIds.has(superior)
        ? []
        : [
            error(
              ['positions', index, 'superior'],
              `Jabatan "${superior}" tidak ada.`,
              `There is no position "${superior}".`,
            ),
          ]),
    ]),
  ];
};

function isOwnSuperior(start: Position, positions: ReadonlyMap<string, Position>): boolean {
  const seen = new Set<string>();
  for (let id = start.superior; id !== null && !seen.has(id); id = positions.get(id)?.superior ?? null) {
    if (id === start.id) return true;
    seen.add(id);
  }
  return false;
}

/** A duty goes to the direct superior, and from there upwards: that way must have an end. */
const superiorsEnd: OrganisationRule = ({ positions }) => {
  const byId = new Map(positions.map((position) => [position.id, position]));
  return positions.flatMap((position, index) =>
    isOwnSuperior(position, byId)
      ? [
          error(
            ['positions', index, 'superior'],
            `"${position.id}" menjadi atasan dirinya sendiri.`,
            `"${position.id}" is its own superior.`,
          ),
        ]
      : [],
  );
};

const everyPostIsHeld: OrganisationRule = (organisation, { today }) =>
  organisation.positions.flatMap(({ id, title }, index) =>
    holdersOn(organisation, id, today).length > 0
      ? []
      : [
          warning(
            ['positions', index],
            `Hari ini tidak ada yang menjabat "${title.id}".`,
            `Nobody holds the position “${title.en}” today.`,
          ),
        ],
  );

const userNamesBelong: OrganisationRule = ({ officials }, { government }) =>
  government === null
    ? []
    : officials.flatMap(({ username }, index) =>
        username.endsWith(`@${government.id}`)
          ? []
          : [
              error(
                ['officials', index, 'username'],
                `Nama pengguna harus berakhiran @${government.id}.`,
                `The user name must end in @${government.id}.`,
              ),
            ],
      );

export const organisationRules: readonly OrganisationRule[] = [
  names,
  placesExist,
  superiorsEnd,
  everyPostIsHeld,
  userNamesBelong,
  officialRemarks,
  holdingRemarks,
];

/** Faults of `government.yaml` against the organisation. */
export function governmentRemarks({ office }: Government, { agencies }: Organisation): Remark[] {
  return agencies.some(({ id }) => id === office.agency)
    ? []
    : [
        error(
          ['office', 'agency'],
          `Perangkat daerah "${office.agency}" tidak ada.`,
          `There is no agency "${office.agency}".`,
        ),
      ];
}
