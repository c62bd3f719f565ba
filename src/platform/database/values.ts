import { types, type CustomTypesConfig } from 'pg';

/** The driver's own readers; its types name only the numbers it knows, yet it answers to every one. */
const driverReader = types.getTypeParser as (
  oid: number,
  format?: 'text' | 'binary',
) => (text: never) => unknown;

const textArray = 1009;

/**
 * How values cross between PostgreSQL and the program. Set per connection pool, because the job worker's own
 * tables expect the driver's defaults.
 *
 * | PostgreSQL | here |
 * |---|---|
 * | `int8` | number; an error beyond 2^53, rather than a wrong figure |
 * | `numeric` | string, exact; cast sums of rupiah to `bigint` |
 * | `timestamptz` | Temporal.Instant (the session's zone is UTC) |
 * | `date` | Temporal.PlainDate |
 * | `time` | Temporal.PlainTime |
 * | `bytea` | Buffer |
 */
const readers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [20, wholeNumber],
  [1700, String],
  [1184, (text) => Temporal.Instant.from(text)],
  [1082, (text) => Temporal.PlainDate.from(text)],
  [1083, (text) => Temporal.PlainTime.from(text)],
  [1016, arrayOf(wholeNumber)],
  [1231, arrayOf(String)],
  [1185, arrayOf((text) => Temporal.Instant.from(text))],
  [1182, arrayOf((text) => Temporal.PlainDate.from(text))],
]);

/** For the `types` option of a pg pool. */
export const valueReaders: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : readers.get(oid);
    return own ?? driverReader(oid, format);
  },
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit in a number`);
  return value;
}

/** Reads an array through the driver's reader of `text[]`, then each element. */
function arrayOf<T>(element: (text: string) => T): (text: string) => (T | null)[] {
  return (text) => {
    const texts = driverReader(textArray)(text as never) as readonly (string | null)[];
    return texts.map((one) => (one === null ? null : element(one)));
  };
}

/**
 * A parameter as the driver takes it: Temporal values as text (also inside arrays), texts without the NUL that PostgreSQL
 * cannot hold and nobody types, all else unchanged.
 */
export function writeValue(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (Array.isArray(value)) return value.map(writeValue);
  return isTemporal(value) ? value.toString() : value;
}

const temporalTypes = [
  Temporal.Instant,
  Temporal.PlainDate,
  Temporal.PlainTime,
  Temporal.PlainDateTime,
  Temporal.Duration,
] as const;

function isTemporal(value: unknown): value is Temporal.Instant {
  return typeof value === 'object' && temporalTypes.some((type) => value instanceof type);
}
