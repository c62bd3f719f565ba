import { hash } from 'node:crypto';
import { canonical } from './canonical.ts';

/** A value that JSON can carry without loss. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * One thing that happened to one request. Holds ids, codes, figures and salted hashes, never personal values:
 * an entry stays for ever, a value must be erasable (UU 27/2022 art. 43).
 */
export interface JournalEntry {
  /** How the entry is hashed; a later way gets a new number and old entries keep theirs. */
  readonly v: 1;
  readonly government: string;
  /** UUID of the request. */
  readonly request: string;
  /** Counted from 1 within the request, without gaps. */
  readonly position: number;
  /** When it was recorded: UTC to the millisecond, as `journalTime` writes it. */
  readonly at: string;
  readonly kind: string;
  readonly actor: JsonObject;
  readonly data: JsonObject;
  /** Hash of the entry before, in hex; null for the first. */
  readonly prev: string | null;
}

/** An entry as it is kept, with its hash (32 bytes). */
export interface ChainedEntry {
  readonly entry: JournalEntry;
  readonly hash: Buffer;
}

/** An instant as entries carry it. Milliseconds: the database keeps no nanoseconds, so these would not come back. */
export function journalTime(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}

/** The bytes an entry is hashed over: RFC 8785 of its nine members, whatever else the object carries. */
export function canonicalBytes(entry: JournalEntry): Buffer {
  const { v, government, request, position, at, kind, actor, data, prev } = entry;
  return canonical({ v, government, request, position, at, kind, actor, data, prev });
}

/** SHA-256 over the canonical bytes, and by `prev` over all entries before. 32 bytes. */
export function chainHash(entry: JournalEntry): Buffer {
  return hash('sha256', canonicalBytes(entry), 'buffer');
}

/** The entry that follows `last` (undefined: the first), with its place in the chain and its hash. */
export function chained(
  happened: Omit<JournalEntry, 'v' | 'position' | 'prev'>,
  last: { readonly position: number; readonly hash: Buffer } | undefined,
): ChainedEntry {
  const entry: JournalEntry = {
    ...happened,
    v: 1,
    position: (last?.position ?? 0) + 1,
    prev: last?.hash.toString('hex') ?? null,
  };
  return { entry, hash: chainHash(entry) };
}
