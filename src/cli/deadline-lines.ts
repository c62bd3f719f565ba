/** No question is this long (characters): a longer line is answered as a bad one, and not kept. */
export const LONGEST_LINE = 1 << 20;

/** A line; null for one too long to be read. */
export type Line = string | null;

/** Puts lines together from the pieces in which they arrive. */
class LineBuffer {
  #rest = '';
  #isTooLong = false;

  /** The lines that this piece ends. */
  take(piece: string): readonly Line[] {
    const parts = piece.split('\n');
    const last = parts.pop() ?? '';
    const lines = parts.map((part) => this.#end(part));
    this.#keep(last);
    return lines;
  }

  /** The line behind the last line feed. */
  takeRest(): Line {
    return this.#end('');
  }

  #keep(part: string): void {
    this.#isTooLong ||= this.#rest.length + part.length > LONGEST_LINE;
    this.#rest = this.#isTooLong ? '' : this.#rest + part;
  }

  #end(part: string): Line {
    this.#keep(part);
    const line = this.#isTooLong ? null : this.#rest;
    this.#rest = '';
    this.#isTooLong = false;
    return line;
  }
}

/** The lines of a stream of bytes (UTF-8, with or without a byte order mark), in the groups in which they arrive. */
export async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder();
  const buffer = new LineBuffer();
  for await (const chunk of input) yield buffer.take(decoder.decode(chunk, { stream: true }));
  yield [...buffer.take(decoder.decode()), buffer.takeRest()];
}
