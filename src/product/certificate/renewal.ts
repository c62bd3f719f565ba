/** When the owner of a certificate is reminded that it ends. Pure. */

/** Days before the end, the first first. */
export const RENEWAL_DAYS = [90, 30, 7] as const;

export interface RenewalNotice {
  readonly daysBefore: (typeof RENEWAL_DAYS)[number];
  /** The office's date on which it is due. */
  readonly on: Temporal.PlainDate;
}

/**
 * The notices that are due up to `today` and not past the end: one who runs this every day sends each once, by what was sent
 * before; one who missed days still finds what was missed.
 */
export function dueNotices(endsOn: Temporal.PlainDate, today: Temporal.PlainDate): readonly RenewalNotice[] {
  if (Temporal.PlainDate.compare(today, endsOn) > 0) return [];
  return renewalNotices(endsOn).filter(({ on }) => Temporal.PlainDate.compare(on, today) <= 0);
}

/** All notices of a certificate that ends on this day, in order. */
export const renewalNotices = (endsOn: Temporal.PlainDate): readonly RenewalNotice[] =>
  RENEWAL_DAYS.map((daysBefore) => ({ daysBefore, on: endsOn.subtract({ days: daysBefore }) }));
