/** An order that would be taken as it is: what the standard begins with, and where that will not do, what the kind of product gives. */
import { Fault } from '../ground/index.ts';
import type { Standing } from '../people/index.ts';
import { beginningOf } from '../standard/index.ts';
import type { Delivery, Step } from '../standard/index.ts';
import { todayIn } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import type { DeskView } from './desk-view.ts';
import { exampleInput } from './model/action-examples.ts';
import { previewOrder } from './preview-order.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What is sent with `deliver`. */
export interface OrderExample {
  readonly deliveries: readonly string[];
  readonly fields?: Fields;
}

/** Whether the program would take this order now. */
type WouldTake = (names: readonly string[], fields: Fields) => Promise<boolean>;

/**
 * As much of what this official may order as would be taken, with all that it is ordered with; null where nothing may be ordered, or
 * nothing would be taken. Planned as an order is, and nothing is recorded.
 */
export async function findOrderExample(
  deps: RequestDeps,
  actor: Standing,
  view: DeskView,
): Promise<OrderExample | null> {
  const offer = view.offers.find(({ action }) => action === 'deliver');
  const { step } = offer ?? {};
  if (!offer || step?.kind !== 'fulfil') return null;
  const wouldTake = planner(deps, actor, view);
  const names: string[] = [];
  let fields = beginnings(deps, step, view);
  for (const delivery of step.deliveries.filter(({ id }) => offer.deliveries?.includes(id))) {
    const own = await examplesOf(deps, view.state.government, delivery);
    const tried = [fields, { ...own, ...fields }, { ...fields, ...own }];
    const good = await findFirst(tried, (one) => wouldTake([...names, delivery.id], one));
    if (!good) continue;
    names.push(delivery.id);
    fields = good;
  }
  if (names.length === 0) return null;
  return { deliveries: names, ...(Object.keys(fields).length > 0 ? { fields } : {}) };
}

function planner(deps: RequestDeps, actor: Standing, { state }: DeskView): WouldTake {
  const { government, number, version } = state;
  return async (deliveries, fields) => {
    try {
      const input = { deliveries, fields };
      await previewOrder(deps, { government, number, version, actor, input, mode: 'api' });
      return true;
    } catch (error) {
      if (error instanceof Fault) return false;
      throw error;
    }
  };
}

/** What must be recorded, and what stands in fields before anybody changes it. */
function beginnings(deps: RequestDeps, step: Step, { state, service, answers }: DeskView): Fields {
  const { agencies } = deps.catalogue.organisation(state.government);
  const today = todayIn(deps.catalogue, state.government, deps.clock.now()).toString();
  const context = { service: service.value, step, state, today, agencies };
  const { fields = {} } = exampleInput('deliver', context) as { fields?: Fields };
  const asked = new Set(step.fields.map(({ id }) => id));
  const begun = Object.entries(step.begins ?? {}).flatMap(([field, words]): [string, string][] => {
    const beginning = asked.has(field) ? beginningOf(words, answers) : null;
    return beginning === null ? [] : [[field, beginning]];
  });
  return { ...fields, ...Object.fromEntries(begun) };
}

/** What the kind of product takes, by the fields of the step that it is ordered with. */
async function examplesOf(deps: RequestDeps, government: string, { kind, order }: Delivery): Promise<Fields> {
  const parts = await deps.database.transaction({ government }, (tx) =>
    deps.products.exampleParts(tx, government, kind),
  );
  const found = Object.entries(order).flatMap(([part, source]): [string, unknown][] => {
    const [where, field] = source.split('.', 2);
    const value = parts?.[part];
    return where === 'fields' && field !== undefined && value !== undefined ? [[field, value]] : [];
  });
  return Object.fromEntries(found);
}

async function findFirst<T>(all: readonly T[], holds: (one: T) => Promise<boolean>): Promise<T | null> {
  for (const one of all) if (await holds(one)) return one;
  return null;
}
