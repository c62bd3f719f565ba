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

/** A published definition of any age as one of today. What was never published gets no such leave. */
export const asWrittenToday = (value: unknown): unknown => withoutFileType(value);
