import type { Government, Organisation } from '../model/government.ts';
import type { Service } from '../model/service.ts';
import type { Remark } from '../reading/fault.ts';

/** What a rule about a service may look at beside the service. Null: that file could not be read. */
export interface CheckContext {
  readonly government: Government | null;
  readonly organisation: Organisation | null;
  readonly services: readonly Service[];
  /** The date on the office's wall clock. */
  readonly today: Temporal.PlainDate;
}

/** A rule about a service: what is wrong with it, each at its place. Pure. */
export type ServiceRule = (service: Service, context: CheckContext) => Remark[];

/** Whether an assumption or finding of the file owns up to what stands at a place named by one of `names`. */
export function isOwnedUp(service: Service, names: readonly string[]): boolean {
  const places = [
    ...service.assumptions.map(({ at }) => at),
    ...service.findings.map(({ component }) => component),
  ];
  return places.some(
    (place) => names.includes(place) || place.split('.').some((part) => names.includes(part)),
  );
}
