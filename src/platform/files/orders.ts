/** What is said between the file store and the thread that writes files (`writer.ts`, `writing-thread.ts`). */

/** A file about to be written, sealed under its request's key for its own place. */
export interface NewFile {
  readonly path: string;
  readonly dataKey: Uint8Array;
  /** See `contextOf`. */
  readonly context: string;
}

/** The next bytes of a file, which lie in a slot of the shared memory until the answer comes. */
export interface Batch {
  readonly file: number;
  /** With the first batch. */
  readonly begin?: NewFile;
  readonly slot: number;
  readonly length: number;
  /** The file is then written for good before the answer comes. */
  readonly last: boolean;
}

/** A file that will not be finished: nothing is left of it. */
export interface GivenUp {
  readonly file: number;
  readonly givenUp: true;
}

export type Order = Batch | GivenUp;

/** What is known of a file that is on disk for good. */
export interface Written {
  /** Bytes of the plain content. */
  readonly size: number;
  /** Of the plain content; 32 bytes. */
  readonly sha256: Uint8Array;
  /** Bytes on disk. */
  readonly sealedSize: number;
}

/** `written` after the last batch. After an error nothing is left of the file. */
export type Answer =
  | { readonly file: number; readonly ok: true; readonly written?: Written }
  | { readonly file: number; readonly ok: false; readonly message: string; readonly code?: string };

/** The memory that both see is cut into slots; a small file goes through in one. */
export const SLOT_BYTES = 256 * 1024;
export const SLOTS = 8;
