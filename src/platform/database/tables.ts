/**
 * Row types of the tables in migrations/, as the driver gives and takes them (values.ts). Kept by hand beside the SQL;
 * tables.test.ts compares names and nullability with the real database.
 */
import type { DeskTables } from './tables/desk.ts';
import type { PeopleTables } from './tables/people.ts';
import type { ProductTables } from './tables/product.ts';
import type { RequestTables } from './tables/request.ts';
import type { BesideRequestTables } from './tables/request-beside.ts';
import type { StandardTables } from './tables/standard.ts';

export interface Tables
  extends StandardTables, PeopleTables, RequestTables, BesideRequestTables, ProductTables, DeskTables {}
