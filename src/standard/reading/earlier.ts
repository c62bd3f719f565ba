/** Ways of writing that earlier programs took and this one no longer does. A published version stays readable for ever. */

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Questions and fields could say `type: file`; what was answered was read and kept as a short text. */
function withoutFileType(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFileType);
  if (!isGroup(value)) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, withoutFileType(part)]);
  const isFileQuestion = value['type'] === 'file' && 'id' in value && 'label' in value;
  return { ...Object.fromEntries(parts), ...(isFileQuestion && { type: 'text' }) };
}

const IS_HOURS = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** A counter could be open from 99:99: hours that no clock has were never kept, and go. */
function withoutImpossibleHours(value: unknown): unknown {
  if (!isGroup(value) || !isGroup(value['counter']) || !isGroup(value['counter']['week'])) return value;
  const days = Object.entries(value['counter']['week']).map(([day, hours]) => [
    day,
    Array.isArray(hours) ? hours.filter((one) => IS_HOURS.test(String(one))) : hours,
  ]);
  return { ...value, counter: { ...value['counter'], week: Object.fromEntries(days) } };
}

/** A published definition of any age as one of today. What was never published gets no such leave. */
export const asWrittenToday = (value: unknown): unknown => withoutImpossibleHours(withoutFileType(value));
