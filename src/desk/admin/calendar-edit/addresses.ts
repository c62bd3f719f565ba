/** Where the pages are on which the calendar is changed. */
import { CALENDAR } from '../calendar-address.ts';

export const EDIT = `${CALENDAR}/ubah`;
export const EDIT_DAY = `${EDIT}/hari`;
export const EDIT_REGIME = `${EDIT}/masa`;
export const EDIT_HOURS = `${EDIT}/jam`;
export const IMPORT = `${EDIT}/impor`;
export const IMPACT = `${EDIT}/dampak`;

export const versionHref = (n: number): string => `${CALENDAR}/versi/${n}`;

/** A form about one day or one regime, named by what it is called now. */
export const dayHref = ({ date, name }: { readonly date: string; readonly name: string }): string =>
  `${EDIT_DAY}?${new URLSearchParams({ hari: date, bernama: name }).toString()}`;
export const regimeHref = (name: string): string =>
  `${EDIT_REGIME}?${new URLSearchParams({ bernama: name }).toString()}`;
