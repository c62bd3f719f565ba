import { Time, TimeType } from 'pkijs';

/** UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5). Whole seconds. The library wants a Date. */
export function x509Time(instant: Temporal.Instant): Time {
  const type = instant.toZonedDateTimeISO('UTC').year < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime;
  const seconds = Math.floor(instant.epochMilliseconds / 1000);
  return new Time({ type, value: new Date(seconds * 1000) });
}
