/** Whether the journal is whole: every chain, every recorded head, the kept state, and the values the journal points at. */
import { createPublicKey } from 'node:crypto';
import { sql } from 'kysely';
import {
  compareWithRecord,
  journalSealer,
  recordedHeads,
  verifyChain,
  verifyCheckpoints,
} from '../platform/index.ts';
import type { Checkpoint, Database, Finding, Keys, RecordedHead } from '../platform/index.ts';
import type { Catalogue } from '../standard/index.ts';
import { readOutside } from './checkpoint-copy.ts';
import type { KeptCheckpoints } from './checkpoint-lines.ts';
import { lockCheckpoints, readRecordedHashes, readStored } from './checkpoint-store.ts';
import { CHECKPOINT_KEY } from './checkpoints.ts';
import { readStoredRequests } from './stored-request.ts';
import type { StoredRequest } from './stored-request.ts';
import { stateFindings } from './verify-state.ts';
import { valueFindings } from './verify-values.ts';

export interface VerifyDeps {
  readonly database: Database;
  readonly keys: Keys;
  readonly catalogue: Catalogue;
  /** Where checkpoints lie outside the database. */
  readonly directory: string;
}

/** What was looked at, and everything that is wrong with it. */
export interface Verification {
  readonly government: string;
  readonly requests: number;
  readonly entries: number;
  readonly checkpoints: number;
  /** Numbers of the requests whose personal data was erased as the law demands. */
  readonly erased: readonly string[];
  readonly findings: readonly NumberedFinding[];
}

/** A finding with the number of its request, where that is still known. */
export interface NumberedFinding extends Finding {
  readonly number: string | undefined;
}

/** Requests read in one transaction. */
const BATCH = 200;

/** Verifies the journal of one government. Reads only; the cost grows with the journal. */
export async function verifyJournal(deps: VerifyDeps, government: string): Promise<Verification> {
  const record = await readRecord(deps, government);
  const ids = await readIds(deps, government, record.heads);
  const counted = { requests: 0, entries: 0 };
  const erased: string[] = [];
  const findings: NumberedFinding[] = record.findings.map((one) => ({ ...one, number: undefined }));
  for (let at = 0; at < ids.length; at += BATCH) {
    const stored = await readStoredRequests(deps.database, government, ids.slice(at, at + BATCH));
    for (const one of stored) {
      counted.requests += 1;
      counted.entries += one.chain.entries.length;
      if (one.erased) erased.push(one.number ?? one.chain.request);
      const found = requestFindings(deps, one, record.heads.get(one.chain.request) ?? []);
      findings.push(...found.map((finding) => ({ ...finding, number: one.number })));
    }
  }
  return { government, ...counted, checkpoints: record.count, erased, findings };
}

/** What checkpoints say the heads were, from both places where they are kept. */
interface Recorded {
  readonly heads: ReadonlyMap<string, readonly RecordedHead[]>;
  readonly findings: readonly Finding[];
  readonly count: number;
}

async function readRecord(deps: VerifyDeps, government: string): Promise<Recorded> {
  const { inside, recorded } = await deps.database.transaction({ government }, async (tx) => {
    await lockCheckpoints(tx, government, true);
    const recorded = await readRecordedHashes(tx, government);
    return { inside: await readStored(tx, government), recorded };
  });
  const outside = await readOutside(deps.directory, government);
  const publicKey = createPublicKey(deps.keys.signingKey(CHECKPOINT_KEY));
  const series = [inside, outside].map((kept) => readable(kept));
  const own = series.flatMap((checkpoints) => verifyCheckpoints(checkpoints, publicKey));
  const genuine = series.flat().filter((one) => isGenuine(one, publicKey));
  return {
    heads: recordedHeads(genuine),
    findings: distinct([
      ...unreadable(inside),
      ...own,
      ...differences(inside, outside),
      ...listFindings(inside, recorded),
    ]),
    count: Math.max(inside.lines.length, outside.lines.length),
  };
}

const readable = ({ checkpoints }: KeptCheckpoints): Checkpoint[] =>
  checkpoints.filter((checkpoint) => checkpoint !== null);

/** A checkpoint that was tampered with says nothing about the requests. */
const isGenuine = (checkpoint: Checkpoint, publicKey: ReturnType<typeof createPublicKey>): boolean =>
  verifyCheckpoints([checkpoint], publicKey).every(({ kind }) => kind !== 'checkpoint-altered');

const atCheckpoint = (kind: Finding['kind'], at: number): Finding => ({
  kind,
  request: undefined,
  position: at + 1,
});

const unreadable = ({ checkpoints }: KeptCheckpoints): Finding[] =>
  checkpoints.flatMap((checkpoint, at) =>
    checkpoint === null ? [atCheckpoint('checkpoint-altered', at)] : [],
  );

/** The copy outside may lag behind; what it has, the database must have as well. */
function differences(inside: KeptCheckpoints, outside: KeptCheckpoints): Finding[] {
  return outside.lines.flatMap((line, at) => {
    const stored = inside.lines[at];
    if (stored === undefined) return [atCheckpoint('checkpoint-missing', at)];
    return stored === line ? [] : [atCheckpoint('checkpoint-altered', at)];
  });
}

/** Whoever made the list say that a head was recorded would keep it out of the next checkpoint. */
function listFindings(inside: KeptCheckpoints, recorded: ReadonlyMap<string, string>): Finding[] {
  const heads = readable(inside).flatMap((checkpoint) => checkpoint.heads);
  const last = new Map(heads.map(({ request, hash }) => [request, hash]));
  const same = last.size === recorded.size && last.entries().every(([id, hash]) => recorded.get(id) === hash);
  return same ? [] : [{ kind: 'record-differs', request: undefined, position: undefined }];
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [`${one.kind}/${one.position}`, one])).values()];
}

/** Every request that anything knows of: a row, a journal, a key, a recorded head. */
async function readIds(
  { database }: VerifyDeps,
  government: string,
  heads: Recorded['heads'],
): Promise<readonly string[]> {
  const found = await database.transaction({ government }, (tx) =>
    sql<{ request: string }>`
      select id as request from request where government = ${government}
      union select request from journal where government = ${government}
      union select request from request_key where government = ${government}`.execute(tx),
  );
  return [...new Set([...found.rows.map(({ request }) => request), ...heads.keys()])].sort();
}

/** Everything wrong with one request. */
function requestFindings(
  { keys, catalogue }: VerifyDeps,
  stored: StoredRequest,
  heads: readonly RecordedHead[],
): readonly Finding[] {
  const { chain } = stored;
  if (chain.head === undefined && chain.entries.length === 0)
    return [{ kind: 'vanished', request: chain.request, position: undefined }];
  const found = distinct([
    ...verifyChain(chain, journalSealer(keys)),
    ...compareWithRecord(heads, chain.entries),
  ]);
  // What a broken chain would fold to, or point at, says nothing more.
  return found.length > 0 ? found : [...stateFindings(stored, catalogue), ...valueFindings(stored, keys)];
}
