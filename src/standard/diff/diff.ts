import { isDeepStrictEqual } from 'node:util';
import type { Words } from '../../ground/index.ts';
import type { Service } from '../model/service.ts';
import { areaOf, areas, pathInWords } from './names.ts';
import type { Area } from './names.ts';
import { inWords, isLeaf, isText } from './value-words.ts';

/** One difference between two versions. `before` is null for what is new, `after` for what is gone. */
export interface Change {
  readonly area: Area;
  /** Keys from the top of the file; items of a list by their id. */
  readonly path: readonly string[];
  readonly before: Words | null;
  readonly after: Words | null;
}

type Path = readonly string[];
type Fields = Readonly<Record<string, unknown>>;

const change = (path: Path, before: unknown, after: unknown): Change => ({
  area: areaOf(path),
  path,
  before: before === undefined ? null : inWords(before),
  after: after === undefined ? null : inWords(after),
});

/** A text of which only one language changed: both are shown in the language that did. */
function changeOfText(path: Path, before: Words, after: Words): Change {
  if (before.id !== after.id && before.en !== after.en) return change(path, before, after);
  const changed = before.id === after.id ? 'en' : 'id';
  return change([...path, changed], before[changed], after[changed]);
}

const idOf = (item: unknown): string | null =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' && !isLeaf(item)
    ? item.id
    : null;

function compare(before: unknown, after: unknown, path: Path): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (before === undefined || after === undefined) return [change(path, before, after)];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path);
  if (isText(before) && isText(after)) return [changeOfText(path, before, after)];
  if (isLeaf(before) || isLeaf(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [change(path, before, after)];
  }
  return compareFields(before as Fields, after as Fields, path);
}

function compareFields(before: Fields, after: Fields, path: Path): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => compare(before[key], after[key], [...path, key]));
}

/** Items with an id are the same item even when they moved or changed; others are the same only when equal. */
function compareLists(before: readonly unknown[], after: readonly unknown[], path: Path): Change[] {
  const named = [...before, ...after].every((item) => idOf(item) !== null);
  return named ? compareNamed(before, after, path) : compareUnnamed(before, after, path);
}

function compareNamed(before: readonly unknown[], after: readonly unknown[], path: Path): Change[] {
  const byId = (items: readonly unknown[]): Fields =>
    Object.fromEntries(items.map((item) => [idOf(item) ?? '', item]));
  const [old, fresh] = [byId(before), byId(after)];
  const kept = (items: Fields, others: Fields): string[] => Object.keys(items).filter((id) => id in others);
  const [oldOrder, newOrder] = [kept(old, fresh), kept(fresh, old)];
  const moved = isDeepStrictEqual(oldOrder, newOrder)
    ? []
    : [change([...path, 'order'], oldOrder.join(', '), newOrder.join(', '))];
  return [...compareFields(old, fresh, path), ...moved];
}

function compareUnnamed(before: readonly unknown[], after: readonly unknown[], path: Path): Change[] {
  const without = (items: readonly unknown[], others: readonly unknown[]): unknown[] =>
    items.filter((item) => !others.some((other) => isDeepStrictEqual(item, other)));
  const [gone, fresh] = [without(before, after), without(after, before)];
  const [one, other] = [gone[0], fresh[0]];
  // One out, one in: the item was reworded, and reads best side by side.
  if (gone.length === 1 && fresh.length === 1 && isLeaf(one) && isLeaf(other))
    return [change(path, one, other)];
  const order = gone.length === 0 && fresh.length === 0 ? [change([...path, 'order'], before, after)] : [];
  return [
    ...gone.map((item) => change(path, item, undefined)),
    ...fresh.map((item) => change(path, undefined, item)),
    ...order,
  ];
}

const order = Object.keys(areas);

/** Every difference between two values of the same kind of definition, grouped by area; empty when there is none. */
export function diffValues(before: unknown, after: unknown): Change[] {
  return compare(before, after, []).toSorted(
    (left, right) => order.indexOf(left.area) - order.indexOf(right.area),
  );
}

/** What a new version of a service would change. */
export function diffServices(before: Service, after: Service): Change[] {
  return diffValues(before, after);
}

/** A change as one line: where, and what became of what. */
export function describeChange({ path, before, after }: Change, lang: 'id' | 'en'): string {
  const where = pathInWords(path, lang);
  if (before === null) return `${where}: + ${after?.[lang] ?? ''}`;
  return after === null ? `${where}: − ${before[lang]}` : `${where}: ${before[lang]} → ${after[lang]}`;
}
