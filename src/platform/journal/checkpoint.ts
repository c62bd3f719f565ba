import { createHash, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { ok, refused } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import { canonical } from './canonical.ts';
import type { ChainedEntry } from './entry.ts';
import type { Finding } from './finding.ts';
import { merkleRoot } from './merkle.ts';
import type { RecordedHead } from './merkle.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const Checkpoint = z.strictObject({
  /** What the root is over: 1, all heads recorded up to here; 2, the heads of this checkpoint. */
  v: z.literal([1, 2]),
  government: z.string(),
  at: z.string(),
  /** Heads that are new or have moved since the checkpoint before. */
  heads: z.array(z.strictObject({ request: z.string(), version: z.int().positive(), hash: hex })),
  /** Merkle root over heads; by `previous` a checkpoint vouches for those of all before it as well. */
  root: hex,
  /** SHA-256 of the checkpoint before, null for the first. */
  previous: hex.nullable(),
  /** Ed25519 over the canonical bytes of all other members, in base64url. */
  signature: z.string(),
});

/**
 * What all chains of a government ended in at one moment, signed. Kept outside the database too (another
 * machine, a printed root), it shows what even someone with the database and all its keys has changed since.
 */
export type Checkpoint = z.infer<typeof Checkpoint>;

export interface Moment {
  readonly government: string;
  /** As `journalTime` writes it. */
  readonly at: string;
  /** The heads that are new or have moved since the checkpoint before. */
  readonly moved: readonly RecordedHead[];
}

/** The checkpoint that follows `last`, the one before it of this government; null for the first. */
export function makeCheckpoint(now: Moment, last: Checkpoint | null, key: KeyObject): Checkpoint {
  const unsigned = {
    v: 2 as const,
    government: now.government,
    at: now.at,
    heads: now.moved.toSorted((one, other) => (one.request < other.request ? -1 : 1)),
    root: merkleRoot(now.moved),
    previous: last === null ? null : checkpointHash(last),
  };
  return { ...unsigned, signature: sign(null, canonical(unsigned), key).toString('base64url') };
}

/**
 * All heads that a series of checkpoints has recorded, by request. Not only the latest: a chain made anew from
 * its middle and grown since has a new latest head, and only the earlier ones show what it was.
 */
export function recordedHeads(
  checkpoints: readonly Checkpoint[],
): ReadonlyMap<string, readonly RecordedHead[]> {
  return Map.groupBy(
    checkpoints.flatMap(({ heads }) => heads),
    ({ request }) => request,
  );
}

/**
 * Everything wrong with a series of checkpoints by itself: one altered, one left out or put in, a root that does
 * not fit. `position` counts checkpoints from 1.
 */
export function verifyCheckpoints(checkpoints: readonly Checkpoint[], publicKey: KeyObject): Finding[] {
  const found: Finding[] = [];
  const recorded = new Map<string, RecordedHead>();
  for (const [at, checkpoint] of checkpoints.entries()) {
    const before = checkpoints[at - 1];
    const note = (kind: Finding['kind']) => found.push({ kind, request: undefined, position: at + 1 });
    for (const head of checkpoint.heads) recorded.set(head.request, head);
    if (!isSigned(checkpoint, publicKey)) note('checkpoint-altered');
    if (checkpoint.previous !== (before ? checkpointHash(before) : null)) note('checkpoint-missing');
    if (checkpoint.root !== merkleRoot(underRoot(checkpoint, recorded))) note('checkpoint-root-wrong');
  }
  return found;
}

/** The heads that a root is over; `recorded` are the latest up to this checkpoint. */
const underRoot = (
  { v, heads }: Checkpoint,
  recorded: ReadonlyMap<string, RecordedHead>,
): readonly RecordedHead[] => (v === 1 ? [...recorded.values()] : heads);

/**
 * What one request's chain is not any more compared with its recorded heads: vanished, cut short, chained anew.
 * `entries` are all that the database holds of it; none when it is gone.
 */
export function compareWithRecord(
  heads: readonly RecordedHead[],
  entries: readonly ChainedEntry[],
): Finding[] {
  const last = entries.at(-1)?.entry.position;
  const hashAt = new Map(entries.map(({ entry, hash }) => [entry.position, hash.toString('hex')]));
  const [any] = heads;
  if (any !== undefined && last === undefined)
    return [{ kind: 'vanished', request: any.request, position: undefined }];
  return heads.flatMap(({ request, version, hash }): Finding[] => {
    const then = hashAt.get(version);
    if (then === undefined) return [{ kind: 'truncated', request, position: version }];
    return then === hash ? [] : [{ kind: 're-chained', request, position: version }];
  });
}

/** A checkpoint as one line of text. */
export function checkpointLine(checkpoint: Checkpoint): string {
  return canonical(checkpoint).toString('utf8');
}

/** A checkpoint from its line. Refuses with 'checkpoint-unreadable'. */
export function readCheckpoint(line: string): Result<Checkpoint> {
  try {
    return ok(Checkpoint.parse(JSON.parse(line)));
  } catch {
    return refused('invalid', 'checkpoint-unreadable', {
      id: 'Baris ini bukan titik periksa jurnal.',
      en: 'This line is no checkpoint of a journal.',
    });
  }
}

function isSigned({ signature, ...unsigned }: Checkpoint, publicKey: KeyObject): boolean {
  return verify(null, canonical(unsigned), publicKey, Buffer.from(signature, 'base64url'));
}

function checkpointHash(checkpoint: Checkpoint): string {
  return createHash('sha256').update(canonical(checkpoint)).digest('hex');
}
