/** The same service of many governments, by how soon each would be done if it were asked for now. */
import { commonServices } from '../../standard/index.ts';
import type { Catalogue, Government, Service } from '../../standard/index.ts';
import type { Clock } from '../../ground/index.ts';
import { dueIfNow, momentOf } from '../moment.ts';
import type { Moment } from '../moment.ts';

/** A service in the government that has it. */
export interface Offer {
  readonly government: Government;
  readonly service: Service;
  readonly moment: Moment;
  /** When it would be done if it were received, or found complete, now; null where the calendar ends before. */
  readonly due: Temporal.Instant | null;
}

interface Offered {
  readonly government: Government;
  readonly service: Service;
}

const MINUTE_MS = 60_000;

const byCode = (left: string, right: string): number => Number(left > right) - Number(left < right);

/** The soonest first; what cannot be reckoned last. The same moment: by government and address, so that it stays. */
function sooner(left: Offer, right: Offer): number {
  if (left.due && right.due) {
    const order = Temporal.Instant.compare(left.due, right.due);
    if (order !== 0) return order;
  } else if (left.due || right.due) {
    return left.due ? -1 : 1;
  }
  return byCode(`${left.government.id} ${left.service.id}`, `${right.government.id} ${right.service.id}`);
}

/**
 * Which services can be compared, by the names of `sameAs`. What is in force is looked through once a minute and once a
 * publication, and deadlines are reckoned only for the name that is asked for: pages cost what they show.
 */
export class Comparisons {
  readonly #catalogue: Catalogue;
  readonly #clock: Clock;
  #age = '';
  #offered: ReadonlyMap<string, readonly Offered[]> = new Map();
  readonly #ranked = new Map<string, readonly Offer[]>();

  constructor({ catalogue, clock }: { readonly catalogue: Catalogue; readonly clock: Clock }) {
    this.#catalogue = catalogue;
    this.#clock = clock;
  }

  /** Everybody's service of this name, the soonest first; empty where only one government has it. */
  offers(name: string): readonly Offer[] {
    const offered = this.#current().get(name) ?? [];
    const ranked = this.#ranked.get(name) ?? offered.map((one) => this.#offer(one)).toSorted(sooner);
    this.#ranked.set(name, ranked);
    return ranked;
  }

  /** Names of which two governments or more have a service, with how many have; common ones in the order of their table. */
  names(): readonly { readonly name: string; readonly governments: number }[] {
    const offered = this.#current();
    const listed = commonServices.map(({ id }) => id);
    const others = [...offered.keys()].filter((name) => !listed.includes(name));
    return [...listed, ...others].flatMap((name) => {
      const all = offered.get(name);
      return all ? [{ name, governments: governmentsOf(all) }] : [];
    });
  }

  /** The names under which this service can be compared. */
  namesOf(service: Service): readonly string[] {
    const offered = this.#current();
    return service.sameAs.filter((name) => offered.has(name));
  }

  #offer({ government, service }: Offered): Offer {
    const moment = momentOf(this.#catalogue.calendar(government.id), this.#clock.now());
    const due = dueIfNow(service, moment)?.due;
    return { government, service, moment, due: due ? Temporal.Instant.from(due) : null };
  }

  #current(): ReadonlyMap<string, readonly Offered[]> {
    const age = `${Math.floor(this.#clock.now().epochMilliseconds / MINUTE_MS)} ${this.#catalogue.stamp}`;
    if (age !== this.#age) {
      this.#offered = offeredIn(this.#catalogue);
      this.#ranked.clear();
      this.#age = age;
    }
    return this.#offered;
  }
}

const governmentsOf = (offered: readonly Offered[]): number =>
  new Set(offered.map(({ government }) => government.id)).size;

/** Services in force by their names; names that only one government uses are left out. */
function offeredIn(catalogue: Catalogue): ReadonlyMap<string, readonly Offered[]> {
  const named = catalogue
    .governments()
    .flatMap((government) =>
      catalogue
        .services(government.id)
        .flatMap(({ value: service }) =>
          [...new Set(service.sameAs)].map((name) => ({ name, offered: { government, service } })),
        ),
    );
  const byName = [...Map.groupBy(named, ({ name }) => name)];
  const all = byName.map(([name, ofName]) => [name, ofName.map(({ offered }) => offered)] as const);
  return new Map(all.filter(([, offered]) => governmentsOf(offered) > 1));
}
