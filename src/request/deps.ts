import type { Clock } from '../ground/index.ts';
import type { Database, FileStore, Keys } from '../platform/index.ts';
import { chartOf } from '../people/index.ts';
import type { Chart } from '../people/index.ts';
import type { Catalogue, Organisation } from '../standard/index.ts';
import type { ProductPort } from './products.ts';

/** What commands and queries of requests work with; put together in main.ts. */
export interface RequestDeps {
  readonly database: Database;
  readonly keys: Keys;
  readonly files: FileStore;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  /** Where pages of this installation are reached, without a slash at the end; for links in messages. */
  readonly publicUrl: string;
  /** Whether messages leave by mail; without a mail server they are kept for the demo's mailbox page. */
  readonly mailLeaves: boolean;
  readonly products: ProductPort;
}

const charts = new WeakMap<Organisation, Chart>();

/** The chart of a government's current organisation, built once a version. */
export function chartFor(catalogue: Catalogue, government: string): Chart {
  const organisation = catalogue.organisation(government);
  const chart = charts.get(organisation) ?? chartOf(organisation);
  charts.set(organisation, chart);
  return chart;
}

/** Now, as precise as the journal keeps it: milliseconds survive the database and back. */
export const journalNow = (clock: Clock): Temporal.Instant => clock.now().round('millisecond');

/** The date on the office's wall clock. */
export function todayIn(catalogue: Catalogue, government: string, now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(catalogue.calendar(government).file.timeZone).toPlainDate();
}
