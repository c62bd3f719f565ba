/**
 * The fifteen services as the standards and the list of services tell them, written by hand and never from
 * the files under `governments/`: the independent statement that the journeys hold the program to.
 *
 * The deadlines were found with a wall calendar. What the offices have in common in 2026 and 2027:
 *
 *   Monday to Thursday  07:30-12:00 and 13:00-16:00, 7.5 hours
 *   Friday              07:30-11:30 and 13:00-16:30, 7.5 hours
 *   Ramadan 19 Feb to 20 Mar 2026: Mon-Thu 08:00-12:00 and 12:30-15:00, Fri 08:00-11:30 and 12:30-15:30
 *
 *   closed in 2026 (holidays and joint leave that fall on Monday to Friday):
 *   1 and 16 Jan · 16, 17 Feb · 18, 19, 20, 23, 24 Mar · 3 Apr · 1, 14, 15, 27, 28 May · 1, 16 Jun ·
 *   17, 25 Aug · 24, 25 Dec; and 1, 5 Jan 2027
 *
 *   Mondays used below: 5 and 12 Jan, 23 Feb, 18 May, 15 Jun, 6, 13, 20, 27 Jul, 3, 10, 17, 24, 31 Aug,
 *   21 and 28 Dec 2026, 4 and 11 Jan 2027
 *
 * Klaten and Purbalingga keep WIB (+07:00), Klungkung and Bulungan WITA (+08:00).
 */
import { bulungan } from './bulungan.ts';
import { klatenInformatics } from './klaten-informatics.ts';
import { klatenPublic } from './klaten-public.ts';
import { klungkung } from './klungkung.ts';
import { purbalingga, purbalinggaComplaints } from './purbalingga.ts';
import type { ExpectedService } from './types.ts';

export type * from './types.ts';

/** All fifteen, in the order of their rows. */
export const expectedServices: readonly ExpectedService[] = [
  ...klungkung,
  ...purbalingga,
  ...klatenInformatics,
  ...klatenPublic,
  ...bulungan,
];

/** The fifteen, and what stands beside their list. */
export const allServices: readonly ExpectedService[] = [...expectedServices, ...purbalinggaComplaints];

/** Looks one service up by its number in the list of services; throws when there is none. */
export function getExpectedService(row: number): ExpectedService {
  const found = expectedServices.find((service) => service.row === row);
  if (found === undefined) throw new Error(`no service expected in row ${row}`);
  return found;
}
