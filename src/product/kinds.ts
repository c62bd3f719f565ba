/** The kinds of product that the program can deliver, put together: the one place that knows them all. */
import type { Kinds } from './delivering/kinds.ts';

export const allKinds: Kinds = {};
