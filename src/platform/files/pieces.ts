/** One piece of a stream cut to size, in the parts it arrived in: nothing is copied. */
export interface Piece {
  readonly parts: readonly Buffer[];
  /** Counted from 0. */
  readonly index: number;
  readonly last: boolean;
}

/**
 * Cuts a stream into pieces of `size` bytes (the first of `firstSize`); only the last may be shorter, and an
 * empty stream gives one empty last piece. Holds back one piece, to know which is the last.
 */
export async function* pieces(
  source: AsyncIterable<Buffer>,
  size: number,
  firstSize: number = size,
): AsyncGenerator<Piece> {
  let held: Buffer[] = [];
  let room = firstSize;
  let index = 0;
  for await (const bytes of source) {
    let rest = bytes;
    while (rest.length > room) {
      yield { parts: [...held, rest.subarray(0, room)], index, last: false };
      rest = rest.subarray(room);
      held = [];
      room = size;
      index += 1;
    }
    held.push(rest);
    room -= rest.length;
  }
  yield { parts: held, index, last: true };
}
