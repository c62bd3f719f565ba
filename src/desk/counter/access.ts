/** Who may take requests in. Pure. */
import type { Chart, Standing } from '../../people/index.ts';
import { involvedPositions, journalActor } from '../../request/index.ts';
import type { JournalActor } from '../../request/index.ts';
import type { Service } from '../../standard/index.ts';

type NamedOfficial = JournalActor & { readonly kind: 'official' };

/** Positions by which this official may take in requests for a service: counter posts, or the service's own posts. */
function intakePositions(standing: Standing, chart: Chart, service: Service): readonly string[] {
  const own = new Set(involvedPositions(service, {}));
  return standing.held
    .map(({ position }) => position)
    .filter((position) => own.has(position) || chart.position(position)?.roles.includes('counter'));
}

/** Services this official may take in, in the order given. */
export const intakeServices = (
  standing: Standing,
  chart: Chart,
  services: readonly Service[],
): readonly Service[] => services.filter((service) => intakePositions(standing, chart, service).length > 0);

/** The official as the journal names them for an intake; null when they may not take this service in. */
export function intakeActor(standing: Standing, chart: Chart, service: Service): NamedOfficial | null {
  const positions = intakePositions(standing, chart, service);
  const actor = positions.length > 0 ? journalActor(standing, positions) : undefined;
  return actor?.kind === 'official' ? actor : null;
}

/** Whether the counter is open to this official at all: to take in, or to look up for visitors. */
export const mayUseCounter = (standing: Standing, chart: Chart, services: readonly Service[]): boolean =>
  standing.roles.includes('counter') || intakeServices(standing, chart, services).length > 0;
