/** At which counter an official serves today. */
import { countersAmong } from '../../visits/index.ts';
import type { Counter, CounterPlace } from '../../visits/index.ts';
import type { Desk } from '../desk-page.ts';
import { notAtCounter } from './intake-routes.ts';

/** A counter that the official holds. */
export interface ServedPlace extends CounterPlace {
  readonly at: Counter;
}

/** The counter asked for, where the official holds it today; the first of theirs where none is named. Fault: `counter-not-yours`. */
export function placeOf({ context, session }: Desk, counter: unknown): ServedPlace {
  const organisation = context.catalogue.organisation(session.government);
  const held = session.standing.held.map(({ position }) => position);
  const own = countersAmong(organisation, held);
  const at = counter === undefined ? own[0] : own.find(({ position }) => position === counter);
  if (!at) throw notAtCounter();
  const { government, standing } = session;
  return { government, counter: at.position, official: standing.official, at };
}
