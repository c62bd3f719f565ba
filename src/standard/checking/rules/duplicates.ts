import { error } from '../../reading/fault.ts';
import type { PropertyPath, Remark } from '../../reading/fault.ts';

/** One remark for every item whose name an earlier item has already. */
export function duplicates<T>(
  items: readonly T[],
  nameOf: (item: T) => string | null,
  at: (index: number) => PropertyPath,
): Remark[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const name = nameOf(item);
    if (name === null) return [];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [error(at(index), `"${name}" sudah dipakai di atas.`, `"${name}" is used above already.`)];
  });
}
