import { createHash } from 'node:crypto';
import { canonical } from './canonical.ts';

/** The end of one request's chain as a checkpoint records it; `hash` in hex. */
export interface RecordedHead {
  readonly request: string;
  readonly version: number;
  readonly hash: string;
}

/**
 * One hash over many heads (hex), the Merkle tree hash of RFC 6962 section 2.1: leaves and nodes are hashed with
 * different first bytes, so that no node can be passed off as a leaf. Heads are put in the order of their
 * requests.
 */
export function merkleRoot(heads: readonly RecordedHead[]): string {
  const leaves = heads
    .toSorted((one, other) => (one.request < other.request ? -1 : 1))
    .map(({ request, version, hash }) => sha256(0, canonical([request, version, hash])));
  return treeHash(leaves).toString('hex');
}

function treeHash(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return only;
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(1, treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

function sha256(kind: 0 | 1, ...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256').update(Buffer.of(kind));
  for (const part of parts) hash.update(part);
  return hash.digest();
}
