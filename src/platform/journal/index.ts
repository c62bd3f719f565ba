/** The journal's proof of wholeness: canonical bytes, hash chain, sealed heads, signed checkpoints. Pure. */
export {
  checkpointLine,
  compareWithRecord,
  makeCheckpoint,
  readCheckpoint,
  recordedHeads,
  verifyCheckpoints,
} from './checkpoint.ts';
export type { Checkpoint, Moment } from './checkpoint.ts';
export { chainHash, journalTime } from './entry.ts';
export type { ChainedEntry, JournalEntry, Json, JsonObject } from './entry.ts';
export { FINDING_WORDS } from './finding.ts';
export type { Finding, FindingKind } from './finding.ts';

export type { RecordedHead } from './merkle.ts';
export { journalSealer, verifyChain } from './verify.ts';
export type { JournalKeys, SealedHead, Sealer, StoredChain } from './verify.ts';
