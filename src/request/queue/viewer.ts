/** Whose lists these are: the positions whose queue rows an official reads. Pure. */
import type { Standing } from '../../people/index.ts';
import type { Service } from '../../standard/model.ts';
import { EVERYTHING } from '../everything.ts';
import { overseenServices } from '../model/access.ts';
import type { QueueName } from './query.ts';

export interface Viewer {
  readonly government: string;
  readonly official: string;
  readonly held: readonly string[];
  /** Held and below. */
  readonly all: readonly string[];
  /** Services overseen, of which everything may be seen. */
  readonly overseen: readonly string[] | 'all';
}

export function viewerOf(actor: Standing, government: string, services: readonly Service[]): Viewer {
  const held = actor.held.map(({ position }) => position);
  return {
    government,
    official: actor.official,
    held,
    all: [...held, ...actor.below],
    overseen: overseenServices(actor, services),
  };
}

/** Positions whose rows belong in this part; `position` narrows them, as far as it is one the viewer may ask for. */
export function positionsFor(viewer: Viewer, queue: QueueName, position?: string): readonly string[] {
  const { overseen } = viewer;
  if (position !== undefined) return viewer.all.includes(position) || overseen === 'all' ? [position] : [];
  if (queue === 'mine') return viewer.held;
  if (overseen === 'all') return [EVERYTHING];
  return overseen.length > 0 ? [...viewer.all, EVERYTHING] : viewer.all;
}

/** Services that the row of everything is read for; null: all of them, or it is not read at all. */
export const servicesOverseen = ({ overseen }: Viewer): readonly string[] | null =>
  overseen === 'all' || overseen.length === 0 ? null : overseen;
