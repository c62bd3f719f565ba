/** One piece of a stream cut to size. */
export interface Piece {
  readonly bytes: Buffer;
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
  const sizeOf = (index: number): number => (index === 0 ? firstSize : size);
  let held: Buffer[] = [];
  let heldBytes = 0;
  let index = 0;
  for await (const bytes of source) {
    held.push(bytes);
    heldBytes += bytes.length;
    if (heldBytes <= sizeOf(index)) continue;
    let rest = Buffer.concat(held, heldBytes);
    while (rest.length > sizeOf(index)) {
      const piece = rest.subarray(0, sizeOf(index));
      rest = rest.subarray(piece.length);
      yield { bytes: piece, index, last: false };
      index += 1;
    }
    held = [rest];
    heldBytes = rest.length;
  }
  yield { bytes: Buffer.concat(held, heldBytes), index, last: true };
}
