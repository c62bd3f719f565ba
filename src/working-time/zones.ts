/** A zone of Indonesia: seconds east of UTC, and its short name on the screen (Keppres 41/1987). */
export interface Zone {
  readonly offset: number;
  readonly name: 'WIB' | 'WITA' | 'WIT';
}

const WIB: Zone = { offset: 7 * 3600, name: 'WIB' };
const WITA: Zone = { offset: 8 * 3600, name: 'WITA' };
const WIT: Zone = { offset: 9 * 3600, name: 'WIT' };

/**
 * The zones an Indonesian office can have. None of them has changed its offset since 1988 or knows summer
 * time, so wall clock and instant differ by a constant and the clock can be plain arithmetic.
 */
const ZONES: ReadonlyMap<string, Zone> = new Map([
  ['Asia/Jakarta', WIB],
  ['Asia/Pontianak', WIB],
  ['Asia/Makassar', WITA],
  ['Asia/Ujung_Pandang', WITA],
  ['Asia/Jayapura', WIT],
]);

/** The zone of an IANA name, if it is one of Indonesia. */
export const findZone = (timeZone: string): Zone | undefined => ZONES.get(timeZone);

/** The zone with this offset in seconds, if it is one of Indonesia. */
export const findZoneByOffset = (offset: number): Zone | undefined =>
  [WIB, WITA, WIT].find((zone) => zone.offset === offset);
