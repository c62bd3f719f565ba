import type { FastifyReply, FastifyRequest } from 'fastify';
import { compress, encodingFor } from './compression.ts';

/** What an answer was made from, as far as it can change. */
export interface Made {
  /** Tells it from all others; there are no more names than there are things to tell of. */
  readonly name: string;
  /** As long as this stays the same, so does every answer. */
  readonly age: string;
}

/** Enough for what is asked for within a minute; whatever finds no room is made for each caller, as it would be without. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Answers that are the same for everybody, kept as the bytes that go over the line: making and compressing a page costs ten
 * times what sending it does. Nothing of the caller may go into one but what its name says. All are forgotten when their age
 * changes, so that what nobody asks for any more takes no room.
 */
export class SharedAnswers {
  readonly #most: number;
  #age = '';
  #bytes = 0;
  #kept = new Map<string, Promise<Buffer>>();

  constructor(mostBytes: number = MOST_BYTES) {
    this.#most = mostBytes;
  }

  /** Answers with a text that `make` gives when it is not known yet. The caller has set its type. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    made: Made,
    make: () => string,
  ): Promise<FastifyReply> {
    const encoding = encodingFor(request.headers['accept-encoding']);
    const bytes = await this.#get(made.age, `${encoding ?? ''} ${made.name}`, async () => {
      const plain = Buffer.from(make());
      return encoding === undefined ? plain : compress(plain, encoding, 'quick');
    });
    if (encoding !== undefined) reply.header('content-encoding', encoding);
    return reply.header('vary', 'accept-encoding').send(bytes);
  }

  /** Whoever asks while it is being made waits for the same. */
  async #get(age: string, key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    if (age !== this.#age) this.#forget(age);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const all = this.#kept;
    const making = make();
    all.set(key, making);
    try {
      const { length } = await making;
      if (all === this.#kept) this.#bytes += length;
      if (this.#bytes > this.#most) this.#drop(all, key, length);
    } catch {
      // Whoever waits is told; the next one tries anew.
      all.delete(key);
    }
    return making;
  }

  #forget(age: string): void {
    this.#age = age;
    this.#kept = new Map();
    this.#bytes = 0;
  }

  #drop(all: Map<string, Promise<Buffer>>, key: string, length: number): void {
    if (all !== this.#kept || !all.delete(key)) return;
    this.#bytes -= length;
  }
}
