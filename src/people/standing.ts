/** An official as they stand on one day: what they hold, whom they stand above, what they are competent for. */
import { sql } from 'kysely';
import type { Tx } from '../platform/index.ts';
import type { Role } from '../standard/index.ts';
import type { Chart } from './chart.ts';

export interface Held {
  readonly position: string;
  readonly as: 'definitive' | 'plt' | 'plh';
}

/** An official as they stand on one day; what the access rules judge by. */
export interface Standing {
  readonly kind: 'official';
  readonly official: string;
  readonly name: string;
  readonly held: readonly Held[];
  readonly below: readonly string[];
  readonly roles: readonly Role[];
  readonly competences: readonly string[];
}

interface StandingRow {
  name: string;
  held: readonly Held[] | null;
  competences: readonly string[] | null;
}

/**
 * The official's positions and competences on `day`, in one query; null when there is no such official or they are
 * disabled. An official without a position on that day stands with empty hands: may sign in, may do nothing.
 */
export async function findStanding(
  tx: Tx,
  government: string,
  official: string,
  day: Temporal.PlainDate,
  chart: Chart,
): Promise<Standing | null> {
  const found = await sql<StandingRow>`
    select o.name,
      (select jsonb_agg(jsonb_build_object('position', h.position, 'as', h.held_as) order by h.from_date, h.position)
         from holding h where h.government = o.government and h.official = o.id
          and h.from_date <= ${day} and (h.to_date is null or h.to_date >= ${day})) as held,
      (select jsonb_agg(distinct c.code)
         from competence c where c.government = o.government and c.official = o.id
          and c.from_date <= ${day} and (c.to_date is null or c.to_date >= ${day})) as competences
    from official o
    where o.government = ${government} and o.id = ${official} and o.disabled_at is null`.execute(tx);
  const [row] = found.rows;
  if (!row) return null;
  return standingOf(
    { official, name: row.name, held: row.held ?? [], competences: row.competences ?? [] },
    chart,
  );
}

/** Dates as they stand in JSON: `YYYY-MM-DD`, both days included, null for no end. */
interface Dated {
  readonly from: string;
  readonly to: string | null;
}

/** What an official holds around a day, with dates: what a session is found with. */
export interface DatedHands {
  readonly official: string;
  readonly name: string;
  readonly held: readonly (Held & Dated)[];
  readonly competences: readonly (Dated & { readonly code: string })[];
}

/** The standing of that very day. */
export function standingOn(day: Temporal.PlainDate, hands: DatedHands, chart: Chart): Standing {
  const today = day.toString();
  // Dates written from the year to the day stand in order as texts.
  const runs = ({ from, to }: Dated): boolean => from <= today && (to === null || to >= today);
  return standingOf(
    {
      official: hands.official,
      name: hands.name,
      held: hands.held.filter(runs).map(({ position, as }) => ({ position, as })),
      competences: [...new Set(hands.competences.filter(runs).map(({ code }) => code))],
    },
    chart,
  );
}

function standingOf(
  person: Pick<Standing, 'official' | 'name' | 'held' | 'competences'>,
  chart: Chart,
): Standing {
  const positions = person.held.map(({ position }) => position);
  return {
    kind: 'official',
    ...person,
    below: chart.below(positions),
    roles: chart.rolesOf(positions),
  };
}
