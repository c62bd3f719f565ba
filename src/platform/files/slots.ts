import { SLOT_BYTES, SLOTS } from './orders.ts';

/** Memory that this thread and the writing one both see, so that a file's bytes are copied once and sent nowhere. */
export class Slots {
  readonly memory = new SharedArrayBuffer(SLOTS * SLOT_BYTES);
  readonly #free = Array.from({ length: SLOTS }, (_, slot) => slot);
  readonly #waiting: ((slot: number) => void)[] = [];

  /**
   * A slot of one's own, until it is given back. Take it when the bytes are there: whoever waited for a slow line with one
   * would keep everybody waiting.
   */
  async take(): Promise<number> {
    const slot = this.#free.pop();
    return slot ?? new Promise((taken) => this.#waiting.push(taken));
  }

  /** Copies parts into a slot; gives their length, at most SLOT_BYTES. */
  fill(slot: number, parts: readonly Buffer[]): number {
    const room = new Uint8Array(this.memory, slot * SLOT_BYTES, SLOT_BYTES);
    let length = 0;
    for (const part of parts) {
      room.set(part, length);
      length += part.length;
    }
    return length;
  }

  give(slot: number): void {
    const next = this.#waiting.shift();
    if (next) next(slot);
    else this.#free.push(slot);
  }
}
