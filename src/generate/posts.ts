/** Who holds a post on a day, read once for each stretch of days in which nobody comes or goes. */
import { sql } from 'kysely';
import { findHolder, findStanding } from '../people/index.ts';
import type { Standing } from '../people/index.ts';
import type { Tx } from '../platform/index.ts';
import { chartFor } from '../request/index.ts';
import type { RequestDeps } from '../request/index.ts';

export class Posts {
  readonly #deps: RequestDeps;
  readonly #government: string;
  /** Days from which on somebody else may hold something, in order. */
  readonly #changes: readonly string[];
  readonly #known = new Map<string, Promise<Standing | null>>();

  private constructor(deps: RequestDeps, government: string, changes: readonly string[]) {
    this.#deps = deps;
    this.#government = government;
    this.#changes = changes;
  }

  static async read(deps: RequestDeps, government: string): Promise<Posts> {
    const { rows } = await deps.database.transaction({ government }, (tx) => changesIn(tx, government));
    return new Posts(
      deps,
      government,
      rows.map(({ day }) => day.toString()),
    );
  }

  /**
   * Whoever holds the post on that day, as they stand then. Of a vacant post whoever comes next: an invented year is not to
   * be full of requests that waited for months at an empty chair. Null where nobody ever comes.
   */
  async holder(position: string, day: Temporal.PlainDate): Promise<Standing | null> {
    const text = day.toString();
    const later = this.#changes
      .filter((change) => change > text)
      .map((change) => Temporal.PlainDate.from(change));
    for (const candidate of [day, ...later]) {
      const found = await this.#holderOn(position, candidate);
      if (found) return found;
    }
    return null;
  }

  #holderOn(position: string, day: Temporal.PlainDate): Promise<Standing | null> {
    const text = day.toString();
    const key = `${position} ${this.#changes.findLast((change) => change <= text) ?? ''}`;
    const found = this.#known.get(key) ?? this.#read(position, day);
    this.#known.set(key, found);
    return found;
  }

  #read(position: string, day: Temporal.PlainDate): Promise<Standing | null> {
    const [deps, government] = [this.#deps, this.#government];
    return deps.database.transaction({ government }, async (tx) => {
      const holder = await findHolder(tx, government, position, day);
      return (
        holder && findStanding(tx, government, holder.official, day, chartFor(deps.catalogue, government))
      );
    });
  }
}

const changesIn = (tx: Tx, government: string) =>
  sql<{ day: Temporal.PlainDate }>`
    select distinct day from (
      select from_date as day from holding where government = ${government}
      union all select to_date + 1 from holding where government = ${government} and to_date is not null
      union all select from_date from competence where government = ${government}
      union all select to_date + 1 from competence where government = ${government} and to_date is not null
    ) changes order by day`.execute(tx);
