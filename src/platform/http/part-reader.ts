import { bodyMalformed } from './faults.ts';

const LINE = Buffer.from('\r\n');
const HEADERS_END = Buffer.from('\r\n\r\n');
const LAST = Buffer.from('--');
const CARRIAGE_RETURN = 0x0d;
/** Of one part; names and types are short. */
const MOST_HEADER_BYTES = 16 * 1024;

/**
 * Takes a multipart body (RFC 2046, section 5.1.1) apart while it arrives: asked for one thing after the other, it reads no
 * further than it must, so that whoever stores a file slowly slows down the sender. Throws the Fault 'body-malformed'.
 */
export class PartReader {
  readonly #chunks: AsyncIterator<Buffer>;
  /** What ends a part: a new line that begins with two dashes and the boundary. */
  readonly #delimiter: Buffer;
  /** Arrived, and not given yet. Begins with a line's end, so that the first delimiter is found like all others. */
  #rest: Buffer = LINE;
  /** Before the first delimiter something may stand that nobody reads. */
  #inContent = true;

  /** The chunks are left where the caller stops reading; who made the iterator ends it. */
  constructor(chunks: AsyncIterator<Buffer>, boundary: string) {
    this.#chunks = chunks;
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  /** The header lines of the next part; what is unread of the one before is passed over. Null after the last. */
  async next(): Promise<readonly string[] | null> {
    for await (const _ of this.content());
    while (this.#rest.length < LAST.length) await this.#more();
    if (this.#rest.subarray(0, LAST.length).equals(LAST)) {
      while ((await this.#chunks.next()).done !== true);
      return null;
    }
    const [padding = '', ...lines] = (await this.#headerBlock()).split('\r\n');
    if (padding.trim() !== '') throw bodyMalformed();
    this.#inContent = true;
    return lines;
  }

  /** The content of the part whose headers were given last; nothing when it has been read to its end. */
  async *content(): AsyncGenerator<Buffer> {
    while (this.#inContent) {
      const end = this.#rest.indexOf(this.#delimiter);
      const given = this.#rest.subarray(0, end < 0 ? this.#surelyContent() : end);
      this.#rest = this.#rest.subarray(end < 0 ? given.length : end + this.#delimiter.length);
      this.#inContent = end < 0;
      if (given.length > 0) yield given;
      if (this.#inContent) await this.#more();
    }
  }

  /** How much of the rest cannot be the beginning of a delimiter that has not arrived whole. */
  #surelyContent(): number {
    const rest = this.#rest;
    let at = rest.indexOf(CARRIAGE_RETURN, Math.max(0, rest.length - this.#delimiter.length + 1));
    while (at >= 0 && !this.#delimiter.subarray(0, rest.length - at).equals(rest.subarray(at)))
      at = rest.indexOf(CARRIAGE_RETURN, at + 1);
    return at < 0 ? rest.length : at;
  }

  async #headerBlock(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf(HEADERS_END);
      if (end > MOST_HEADER_BYTES || (end < 0 && this.#rest.length > MOST_HEADER_BYTES))
        throw bodyMalformed();
      if (end >= 0) {
        const block = this.#rest.toString('utf8', 0, end);
        this.#rest = this.#rest.subarray(end + HEADERS_END.length);
        return block;
      }
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    // The body is over, and its last delimiter has not come.
    if (done === true) throw bodyMalformed();
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
  }
}
