import { Worker } from 'node:worker_threads';
import type { Answer, NewFile, Order, Written } from './orders.ts';
import { Slots } from './slots.ts';

/** Some of a file's bytes, at most SLOT_BYTES of them. */
export interface Part {
  readonly parts: readonly Buffer[];
  readonly last: boolean;
}

const writingThread = new URL('./begin-writing.js', import.meta.url);

/**
 * Writes files in a thread of its own: hashing, sealing and waiting for the disk take nothing from whoever answers pages, and
 * one message each way costs less than the five calls of the system through Node's thread pool did. The thread begins with
 * the first file; it keeps no program from ending.
 */
export class FileWriter {
  readonly #slots = new Slots();
  readonly #asked = new Map<number, PromiseWithResolvers<Written | undefined>>();
  readonly #script: URL;
  #thread: Worker | null = null;
  #files = 0;

  constructor(script = writingThread) {
    this.#script = script;
  }

  /**
   * Writes a new file; it is on disk for good when this returns. When it throws (the error of the system, or what the parts
   * threw), nothing is left of it.
   */
  async write(file: NewFile, content: AsyncIterable<Part>): Promise<Written> {
    this.#files += 1;
    const id = this.#files;
    let begin: NewFile | undefined = file;
    try {
      for await (const { parts, last } of content) {
        const written = await this.#hand(id, begin, parts, last);
        begin = undefined;
        if (written) return written;
      }
      throw new Error('a file has a last part');
    } catch (error) {
      // The thread has given up by itself what it could not write.
      if (begin === undefined) await this.#order({ file: id, givenUp: true }).catch(() => undefined);
      throw error;
    }
  }

  async #hand(
    file: number,
    begin: NewFile | undefined,
    parts: readonly Buffer[],
    last: boolean,
  ): Promise<Written | undefined> {
    const slot = await this.#slots.take();
    try {
      const length = this.#slots.fill(slot, parts);
      return await this.#order({ file, ...(begin && { begin }), slot, length, last });
    } finally {
      this.#slots.give(slot);
    }
  }

  #order(order: Order): Promise<Written | undefined> {
    const asked = Promise.withResolvers<Written | undefined>();
    const thread = this.#running();
    if (this.#asked.size === 0) thread.ref();
    this.#asked.set(order.file, asked);
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
    thread.postMessage(order);
    return asked.promise;
  }

  #running(): Worker {
    if (this.#thread) return this.#thread;
    const thread = new Worker(this.#script, {
      workerData: this.#slots.memory,
      // Sealed bytes are thrown away when the youngest generation is full of what points to them.
      resourceLimits: { maxYoungGenerationSizeMb: 0.5, maxOldGenerationSizeMb: 32 },
    });
    thread.on('message', (answer: Answer) => this.#answered(answer));
    thread.on('error', (error) => this.#lost(error));
    thread.unref();
    this.#thread = thread;
    return thread;
  }

  #answered(answer: Answer): void {
    const asked = this.#asked.get(answer.file);
    this.#asked.delete(answer.file);
    if (this.#asked.size === 0) this.#thread?.unref();
    if (answer.ok) asked?.resolve(answer.written);
    else asked?.reject(Object.assign(new Error(answer.message), { code: answer.code }));
  }

  /** The thread broke: whoever waits is told, and the next file finds a new one. What it left half written is swept. */
  #lost(error: unknown): void {
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    this.#thread = null;
    for (const { reject } of asked) reject(error);
  }
}
