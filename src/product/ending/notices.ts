/** When the owner of a product that ends by itself is told so. Pure. */

/** Days before the end, the first first (issue 6: 90, 30 and 7). The table `ending_notice` keeps them. */
export const NOTICE_DAYS = [90, 30, 7] as const;

/** From so many days before its end a product stands on the office's list. */
export const ENDING_WITHIN = Math.max(...NOTICE_DAYS);

export interface EndingNotice {
  readonly daysBefore: (typeof NOTICE_DAYS)[number];
  /** The office's date on which it is due. */
  readonly on: Temporal.PlainDate;
}

/** All notices of a product that ends on this day, in order. */
export const noticesBefore = (endsOn: Temporal.PlainDate): readonly EndingNotice[] =>
  NOTICE_DAYS.map((daysBefore) => ({ daysBefore, on: endsOn.subtract({ days: daysBefore }) }));

export interface Ending {
  readonly endsOn: Temporal.PlainDate;
  /** The office's date on which it was ordered: whoever just got something for a month is not told on that day. */
  readonly since: Temporal.PlainDate;
  /** Days before the end of the notices that were sent of this end. */
  readonly sent: readonly number[];
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0;

/**
 * The notice that is to be sent today, or null. Of those that were missed only the newest is owed, and never one that a nearer
 * one has overtaken; after the end there is none.
 */
export function owedNotice({ endsOn, since, sent }: Ending, today: Temporal.PlainDate): EndingNotice | null {
  if (isAfter(today, endsOn)) return null;
  const due = noticesBefore(endsOn).findLast(({ on }) => !isAfter(on, today) && isAfter(on, since));
  return due && !sent.some((days) => days <= due.daysBefore) ? due : null;
}
