import { readPromisedTime } from '../working-time/index.ts';
import type { PromisedTime, Words } from '../working-time/index.ts';

/** Printed promises repeat; a batch reads each text once, up to so many different ones. */
const MOST_REMEMBERED = 10_000;

/** Reads printed promises, remembering what it has read. */
export class PromiseTexts {
  readonly #read = new Map<string, PromisedTime | null>();

  /** The promised time of a text; null where it cannot be read. */
  find(text: string): PromisedTime | null {
    const known = this.#read.get(text);
    if (known !== undefined) return known;
    const { promise } = readPromisedTime(text);
    if (this.#read.size < MOST_REMEMBERED) this.#read.set(text, promise);
    return promise;
  }
}

/** What to say of a promise that cannot be read: the words that stand in the way, and the way out. */
export function unreadablePromise(text: string): Words {
  const unread = readPromisedTime(text).unread ?? text;
  return {
    id: `unreadable-promise (promise): “${unread}” tidak terbaca sebagai janji waktu; tulis misalnya “10 hari kerja” atau “2x24 jam”.`,
    en: `unreadable-promise (promise): “${unread}” cannot be read as a promised time; write for example “10 hari kerja” or “2x24 jam”.`,
  };
}
