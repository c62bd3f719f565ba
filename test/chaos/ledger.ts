/** What the portal has said that it did. All of it must still be true after any number of kills. */
import { createHash } from 'node:crypto';

/** A document as it was sent. */
export interface Sent {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export const sentAs = (name: string, bytes: Buffer): Sent => ({
  name,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** What the portal gives when it has received a request. */
export interface Receipt {
  readonly number: string;
  readonly trackingKey: string;
}

/** A request the portal has acknowledged, and every act on it since. */
export interface Kept extends Receipt {
  readonly government: string;
  readonly service: string;
  readonly files: Sent[];
  /** Versions that acknowledged acts led to, in order. Nobody may ever see another one. */
  readonly versions: number[];
  state: string;
  /** Messages that the applicant must get because of what happened. */
  messages: number;
  /** Somebody works on it: what the portal last said may be overtaken at this moment. */
  busy: boolean;
}

/** Received and clock set: the two entries of a submission. */
const submittedVersion = 2;

export class Ledger {
  readonly requests: Kept[] = [];
  /** Acknowledged submissions and acts. */
  acknowledged = 0;
  readonly #waiting: (() => void)[] = [];

  received(
    request: Pick<Kept, 'government' | 'service' | 'number' | 'trackingKey'>,
    files: readonly Sent[],
  ): void {
    const { government, service, number, trackingKey } = request;
    this.requests.push({
      government,
      service,
      number,
      trackingKey,
      files: [...files],
      versions: [submittedVersion],
      state: 'in-progress',
      messages: 1,
      busy: false,
    });
    this.#count();
  }

  acted(request: Kept, acted: { readonly version: number; readonly state: string }): void {
    request.versions.push(acted.version);
    request.state = acted.state;
    this.#count();
  }

  /** The longest waiting request that has not ended and that nobody works on; null when there is none. */
  findOpen(): Kept | null {
    return (
      this.requests.find(({ busy, state }) => !busy && ['in-progress', 'returned'].includes(state)) ?? null
    );
  }

  /** Resolves when so many more things have been acknowledged. */
  async grow(by: number): Promise<void> {
    const goal = this.acknowledged + by;
    while (this.acknowledged < goal) await new Promise<void>((resolve) => void this.#waiting.push(resolve));
  }

  #count(): void {
    this.acknowledged += 1;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
