/** Values close to a good one: the same with a few places changed, as a careless or a curious program sends them. */
import * as fc from 'fast-check';
import { hostileJson } from './values.ts';

type Path = readonly (string | number)[];

interface Change {
  readonly path: Path;
  readonly how: 'replace' | 'remove' | 'wrap';
  readonly value: unknown;
}

/** Places in a JSON value, the value itself first. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Array.isArray(value)
    ? value.map((item, at) => placesIn(item, [...path, at]))
    : Object.entries(value).map(([name, item]) => placesIn(item, [...path, name]));
  return [path, ...inside.flat()];
}

function changed(value: unknown, change: Change, path: Path = change.path): unknown {
  const [at, ...rest] = path;
  if (at === undefined) return change.how === 'wrap' ? [value] : change.value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
    if (name !== String(at)) return [[name, item]];
    if (rest.length === 0 && change.how === 'remove') return [];
    return [[name, changed(item, change, rest)]];
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

/** The good value with none, one or some of its places spoilt; and now and then something else altogether. */
export function near(good: unknown): fc.Arbitrary<unknown> {
  const change: fc.Arbitrary<Change> = fc.record({
    path: fc.constantFrom(...placesIn(good)),
    how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'wrap'),
    value: hostileJson,
  });
  const spoilt = fc
    .array(change, { maxLength: 4 })
    .map((changes) => changes.reduce<unknown>((value, one) => changed(value, one), good));
  const strange = fc.tuple(fc.constantFrom('__proto__', 'tambahan', ''), hostileJson);
  const grown = fc
    .tuple(spoilt, strange)
    .map(([value, [name, more]]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { ...value, [name]: more }
        : value,
    );
  return fc.oneof(
    { weight: 6, arbitrary: spoilt },
    { weight: 2, arbitrary: grown },
    { weight: 1, arbitrary: hostileJson },
  );
}
