/** The chart of a government's positions: who stands above and below whom. Pure. */
import type { Organisation, Position, Role } from '../standard/model.ts';

export interface Chart {
  readonly position: (id: string) => Position | undefined;
  /** The direct superior of a position, or null at the top and for a position that is not there. */
  readonly superiorOf: (position: string) => string | null;
  /** All positions below these, at any depth, without themselves. */
  readonly below: (positions: readonly string[]) => readonly string[];
  readonly rolesOf: (positions: readonly string[]) => readonly Role[];
  /** Positions that carry a role, in the order of the file. */
  readonly postsWith: (role: Role) => readonly string[];
  /** Contact positions of all agencies that have one. */
  readonly agencyContacts: readonly string[];
}

/** Reads an organisation into a chart; built once a version and kept. */
export function chartOf(organisation: Organisation): Chart {
  const byId = new Map(organisation.positions.map((position) => [position.id, position]));
  const directlyBelow = Map.groupBy(organisation.positions, (position) => position.superior);
  return {
    position: (id) => byId.get(id),
    superiorOf: (id) => byId.get(id)?.superior ?? null,
    below: (positions) => below(positions, directlyBelow),
    rolesOf: (positions) => [...new Set(positions.flatMap((id) => byId.get(id)?.roles ?? []))],
    postsWith: (role) =>
      organisation.positions.filter(({ roles }) => roles.includes(role)).map(({ id }) => id),
    agencyContacts: organisation.agencies.flatMap((agency) => agency.contact ?? []),
  };
}

function below(
  positions: readonly string[],
  directlyBelow: ReadonlyMap<string | null, readonly Position[]>,
): readonly string[] {
  const found = new Set<string>();
  const open = [...positions];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { id } of directlyBelow.get(next) ?? []) {
      if (found.has(id)) continue;
      found.add(id);
      open.push(id);
    }
  }
  return [...found].filter((id) => !positions.includes(id));
}
