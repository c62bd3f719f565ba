/** Chance by a seed: the same seed tells the same stories. Not for secrets. Pure. */

export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of a list that has at least one. */
  pick<T>(list: readonly T[]): T;
  /** Around 1, always above 0; `spread` 0.5 gives mostly 0.4 to 2.5. Delays of people look like this. */
  spread(spread: number): number;
}

/** The numbers of a seed and a place in the run, so that one story does not depend on how another went. */
export function randomOf(seed: number, place: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b)) >>> 0;
  // Mulberry32: one 32-bit state, passes the usual tests, and short enough to be read.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const found = list[between(0, list.length - 1)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
    spread: (spread) => Math.exp(spread * (next() + next() + next() - 1.5) * 2),
  };
}

/** Picks by weight: gives the index of a weight with the probability of its share. */
export function weighing(weights: readonly number[]): (random: Random) => number {
  let sum = 0;
  const upTo = weights.map((weight) => (sum += weight));
  if (!(sum > 0)) throw new RangeError('weights sum to nothing');
  return (random) => firstAbove(upTo, random.next() * sum);
}

/** Index of the first sum above `target`; binary search. */
function firstAbove(sums: readonly number[], target: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
