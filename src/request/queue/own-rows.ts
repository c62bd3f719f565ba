/** Rows of other tables that belong to requests, narrowed to those which an official's lists show. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { positionsFor, servicesOverseen } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/**
 * Whether a row `d` (with `government` and `request`) is of a request that concerns the viewer: asked inside the statement, so that a
 * list is cut after it is narrowed. What may be opened is still decided by the rules, on what was found (`numbersOpenTo`).
 */
export function concernsViewer(viewer: Viewer): RawBuilder<boolean> {
  const services = servicesOverseen(viewer);
  const overseen =
    services === null ? sql`true` : sql`(v.position <> '*' or v.service = any (${[...services]}::text[]))`;
  return sql<boolean>`exists (
    select from request_viewer v
     where v.government = d.government and v.request = d.request
       and v.position = any (${[...positionsFor(viewer, 'below')]}::text[]) and ${overseen})`;
}
