/** From standards back to paper: the annex of a decree, one standard, the pledge as a poster, and the national catalogue. */
export { annexPaper, issuerOf, standardPaper } from './annex.ts';
export type { Printing } from './annex.ts';
export { letterheadOf } from './letterhead.ts';
export { pledgePaper } from './pledge.ts';
export type { PledgePrinting } from './pledge.ts';
export { sippnCsv, sippnEntries } from './sippn.ts';
export type { SippnEntry } from './sippn.ts';
