/** Speaks to the portal from outside, over a line that may break: no answer is an answer to reckon with. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** It was asked before without an answer, so it may have been done before. */
  readonly repeated: boolean;
  json(): unknown;
}

export interface Question {
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Made anew for each try. */
  readonly body?: () => FormData | string;
}

/** Where the portal is at this moment, and when it is there again. */
export interface Door {
  readonly url: string;
  ready(): Promise<void>;
}

/** How often the portal kept somebody waiting, over the whole load. */
export interface Troubles {
  /** The connection broke, by a kill or by the caller; whether anything was done is not known. */
  unanswered: number;
  /** The portal said that it cannot at the moment (503). */
  unavailable: number;
  /** A repetition was answered with what had been done before. */
  replayed: number;
}

const longestAnswer = 60_000;

/** One caller with an address of its own. */
export class PortalClient {
  readonly #door: Door;
  readonly #chance: Chance;
  readonly #address: string;
  readonly troubles: Troubles;

  constructor(door: Door, chance: Chance, troubles: Troubles) {
    this.#door = door;
    this.#chance = chance;
    this.#address = `10.${chance.whole(0, 255)}.${chance.whole(0, 255)}.${chance.whole(1, 254)}`;
    this.troubles = troubles;
  }

  /**
   * Asks until the portal answers, as careful programs do: the same question with the same key. One time in eight the
   * line breaks at the first try, so that repetitions meet what was done and what was not.
   */
  async ask(path: string, question: Question = {}): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#once(path, question, attempt);
      if (answer === null) this.troubles.unanswered += 1;
      else if (answer.status === 503) this.troubles.unavailable += 1;
      else {
        if (answer.headers.has('idempotency-replayed')) this.troubles.replayed += 1;
        return answer;
      }
      await this.#door.ready();
    }
  }

  async #once(path: string, { method, headers, body }: Question, attempt: number): Promise<Answer | null> {
    const line = new AbortController();
    const late = AbortSignal.any([line.signal, AbortSignal.timeout(longestAnswer)]);
    const breaks = attempt === 1 && this.#chance.oneIn(8);
    if (breaks) void pause(this.#chance.whole(0, 80)).then(() => line.abort());
    try {
      const answer = await fetch(`${this.#door.url}${path}`, {
        method: method ?? 'GET',
        headers: { ...headers, 'x-forwarded-for': this.#address },
        signal: late,
        ...(body ? { body: body() } : {}),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return {
        status: answer.status,
        headers: answer.headers,
        bytes,
        repeated: attempt > 1,
        json: () => JSON.parse(bytes.toString()),
      };
    } catch {
      return null;
    }
  }
}
