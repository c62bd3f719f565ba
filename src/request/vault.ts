/**
 * The erasable side of a request: values encrypted under its data key, each pointed at from the journal by an id and a
 * salted hash. Destroying key and salt makes values and hashes meaningless, and leaves the journal as it was.
 */
import { createHmac, randomUUIDv7 } from 'node:crypto';
import { drawBytes, seal, unseal } from '../platform/index.ts';
import type { Keys, Tx } from '../platform/index.ts';
import type { Ref } from './model/entries.ts';

interface PendingValue {
  readonly id: string;
  readonly kind: string;
  readonly sealed: Buffer;
}

export class Vault {
  readonly government: string;
  readonly request: string;
  readonly dataKey: Buffer;
  readonly #salt: Buffer;
  readonly #pending: PendingValue[] = [];

  private constructor(government: string, request: string, dataKey: Buffer, salt: Buffer) {
    this.government = government;
    this.request = request;
    this.dataKey = dataKey;
    this.#salt = salt;
  }

  /** A vault for a new request; `dataKey` may come from the draft whose files it already seals. */
  static create(government: string, request: string, dataKey: Buffer): Vault {
    return new Vault(government, request, dataKey, drawBytes(32));
  }

  /** The vault of a stored request, or null when it was erased. */
  static async find(tx: Tx, keys: Keys, government: string, request: string): Promise<Vault | null> {
    const row = await tx
      .selectFrom('request_key')
      .select(['wrapped', 'salt'])
      .where('government', '=', government)
      .where('request', '=', request)
      .executeTakeFirst();
    return row ? Vault.of(keys, government, request, row) : null;
  }

  /** The vault of a request whose key row has been read. */
  static of(
    keys: Keys,
    government: string,
    request: string,
    row: { readonly wrapped: Buffer; readonly salt: Buffer },
  ): Vault {
    return new Vault(
      government,
      request,
      keys.unwrap(row.wrapped, wrapContext(government, request)),
      row.salt,
    );
  }

  /** The key row of a new request. */
  keyRow(keys: Keys): { government: string; request: string; wrapped: Buffer; salt: Buffer } {
    const wrapped = keys.wrap(this.dataKey, wrapContext(this.government, this.request));
    return { government: this.government, request: this.request, wrapped, salt: this.#salt };
  }

  /** Hash of a value for the journal: says nothing without the salt. */
  hash(value: string | Buffer): string {
    return createHmac('sha256', this.#salt).update(value).digest('hex');
  }

  /** Seals a value and gives what the journal may say of it; stored by `valueRows`. */
  put(kind: string, value: unknown): Ref {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const id = randomUUIDv7();
    this.#pending.push({ id, kind, sealed: this.seal(id, text) });
    return { value: id, hash: this.hash(text) };
  }

  /** The rows of everything put since the last call. */
  valueRows(): { government: string; request: string; id: string; kind: string; sealed: Buffer }[] {
    return this.#pending
      .splice(0)
      .map((value) => ({ government: this.government, request: this.request, ...value }));
  }

  /** The value behind a reference of the journal, as text; null where it is not there (any more). */
  async read(tx: Tx, { value }: Pick<Ref, 'value'>): Promise<string | null> {
    const row = await tx
      .selectFrom('request_value')
      .select('sealed')
      .where('government', '=', this.government)
      .where('request', '=', this.request)
      .where('id', '=', value)
      .executeTakeFirst();
    return row ? this.open(value, row.sealed).toString() : null;
  }

  /** Seals bytes for a place within this request (a column, a value's id). */
  seal(place: string, plain: string | Buffer): Buffer {
    return seal(plain, this.dataKey, this.#context(place));
  }

  /** Opens what `seal` made for that place. */
  open(place: string, sealed: Buffer): Buffer {
    return unseal(sealed, this.dataKey, this.#context(place));
  }

  #context(place: string): string {
    return `${this.government}/${this.request}/${place}`;
  }
}

const wrapContext = (government: string, request: string): string => `${government}/${request}`;
