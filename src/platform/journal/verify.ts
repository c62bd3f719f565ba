import { chainHash } from './entry.ts';
import type { ChainedEntry, JournalEntry } from './entry.ts';
import type { Finding, FindingKind } from './finding.ts';

/**
 * The end of a chain as the request's row keeps it, sealed with a key the database does not have. Only the end
 * is sealed: whoever may write to the database then holds no seal of an earlier end to go back to.
 */
export interface SealedHead {
  /** Position of the last entry. */
  readonly version: number;
  readonly hash: Buffer;
  readonly seal: Buffer;
}

/** Keyed proof that this program wrote a head: HMAC over its hash, which covers all entries. */
export interface Sealer {
  seal(hash: Buffer): Buffer;
  holds(hash: Buffer, seal: Buffer): boolean;
}

const PURPOSE = 'journal';

/** The part of the installation's keys that sealing needs. */
export interface JournalKeys {
  mac(purpose: string, bytes: Buffer): Buffer;
  verifyMac(purpose: string, bytes: Buffer, mac: Buffer): boolean;
}

/** Seals heads with the installation's keys. */
export function journalSealer(keys: JournalKeys): Sealer {
  return {
    seal: (hash) => keys.mac(PURPOSE, hash),
    holds: (hash, seal) => keys.verifyMac(PURPOSE, hash, seal),
  };
}

/** The journal of one request as it is stored: entries by position, and the head of its row. */
export interface StoredChain {
  readonly government: string;
  readonly request: string;
  readonly entries: readonly ChainedEntry[];
  readonly head: SealedHead | undefined;
}

/** Everything wrong with the journal of one request; empty when it is whole. */
export function verifyChain(chain: StoredChain, sealer: Sealer): Finding[] {
  return [...entryFindings(chain), ...headFindings(chain, sealer)].map(({ kind, position }) => ({
    kind,
    request: chain.request,
    position,
  }));
}

interface Found {
  readonly kind: FindingKind;
  readonly position: number | undefined;
}

function entryFindings(chain: StoredChain): Found[] {
  let before: ChainedEntry | undefined;
  return chain.entries.flatMap((stored) => {
    const found = [...ownFindings(stored, chain), ...placeFindings(stored, before)];
    before = stored;
    return found;
  });
}

function ownFindings({ entry, hash }: ChainedEntry, chain: StoredChain): Found[] {
  const { position } = entry;
  const found: Found[] = [];
  if (entry.government !== chain.government || entry.request !== chain.request)
    found.push({ kind: 'misplaced', position });
  if (!isAsHashed(entry, hash)) found.push({ kind: 'altered', position });
  return found;
}

function isAsHashed(entry: JournalEntry, hash: Buffer): boolean {
  try {
    return entry.v === 1 && chainHash(entry).equals(hash);
  } catch {
    // What has no canonical bytes (a number beyond all bounds) was never hashed.
    return false;
  }
}

function placeFindings({ entry }: ChainedEntry, before: ChainedEntry | undefined): Found[] {
  const { position } = entry;
  const expected = (before?.entry.position ?? 0) + 1;
  if (position < expected) return [{ kind: 'misplaced', position }];
  if (position > expected) return missingBetween(expected, position);
  const follows = entry.prev === (before?.hash.toString('hex') ?? null);
  return follows ? [] : [{ kind: 'unlinked', position }];
}

function missingBetween(from: number, until: number): Found[] {
  return Array.from({ length: until - from }, (_, at) => ({ kind: 'missing', position: from + at }));
}

function headFindings({ entries, head }: StoredChain, sealer: Sealer): Found[] {
  const last = entries.at(-1);
  if (head === undefined) return [{ kind: 'headless', position: last?.entry.position }];
  const position = last?.entry.position ?? 0;
  if (position < head.version) return [{ kind: 'truncated', position: position + 1 }];
  if (position > head.version) return [{ kind: 'surplus', position: head.version + 1 }];
  const genuine = last !== undefined && last.hash.equals(head.hash) && sealer.holds(head.hash, head.seal);
  return genuine ? [] : [{ kind: 're-chained', position }];
}
