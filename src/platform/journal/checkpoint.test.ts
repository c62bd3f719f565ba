import assert from 'node:assert/strict';
import { createHash, createPublicKey, sign } from 'node:crypto';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { valueOf } from '../../ground/index.ts';
import { keysFrom, publicPem } from '../crypto/index.ts';
import { canonical } from './canonical.ts';
import {
  checkpointLine,
  compareWithRecord,
  makeCheckpoint,
  readCheckpoint,
  recordedHeads,
  verifyCheckpoints,
} from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import { chained } from './entry.ts';
import type { ChainedEntry } from './entry.ts';
import { merkleRoot } from './merkle.ts';
import type { RecordedHead } from './merkle.ts';

const key = keysFrom(Buffer.alloc(32, 5)).signingKey('checkpoint');
const publicKey = createPublicKey(publicPem(key));

/** A request whose journal has `length` entries; `flavour` makes it another history. */
function journalOf(request: string, length: number, flavour = 'first'): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let position = 0; position < length; position += 1) {
    const happened = {
      government: 'klaten',
      request,
      at: '2026-11-21T08:00:00.000Z',
      kind: flavour,
      actor: {},
      data: {},
    };
    const last = entries.at(-1);
    entries.push(chained(happened, last && { position: last.entry.position, hash: last.hash }));
  }
  return entries;
}

const headOf = (entries: readonly ChainedEntry[]): RecordedHead => {
  const { entry, hash } = entries.at(-1)!;
  return { request: entry.request, version: entry.position, hash: hash.toString('hex') };
};

/** A government's life: each day some requests have grown. Lengths per day, by request. */
const days = fc.array(
  fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 3 })),
  {
    minLength: 2,
    maxLength: 6,
  },
);

function checkpointsOf(growth: readonly Record<string, number>[]): {
  series: Checkpoint[];
  lengths: Map<string, number>;
} {
  const series: Checkpoint[] = [];
  const lengths = new Map<string, number>();
  for (const [day, grown] of growth.entries()) {
    for (const [request, by] of Object.entries(grown)) lengths.set(request, (lengths.get(request) ?? 0) + by);
    const moved = Object.keys(grown).map((request) => headOf(journalOf(request, lengths.get(request) ?? 0)));
    const at = `2026-11-${day + 10}T17:00:00.000Z`;
    series.push(makeCheckpoint({ government: 'klaten', at, moved }, series.at(-1) ?? null, key));
  }
  return { series, lengths };
}

/** A checkpoint as the first version of this program made them: its root is over all heads recorded up to it. */
function firstVersion(made: Checkpoint, at: number, all: readonly Checkpoint[]): Checkpoint {
  const heads = all.slice(0, at + 1).flatMap((one) => one.heads);
  const latest = new Map(heads.map((head) => [head.request, head]));
  return signed({ ...made, v: 1, root: merkleRoot([...latest.values()]) });
}

/** Signed again, whatever was changed. */
function signed(checkpoint: Checkpoint): Checkpoint {
  const { v, government, at, heads, root, previous } = checkpoint;
  const signature = sign(null, canonical({ v, government, at, heads, root, previous }), key);
  return { ...checkpoint, signature: signature.toString('base64url') };
}

/** The same series, its first checkpoints made by the first version. */
function begunBefore(made: readonly Checkpoint[], until: number): Checkpoint[] {
  const series: Checkpoint[] = [];
  for (const [at, one] of made.entries()) {
    const last = series.at(-1);
    const previous = last ? createHash('sha256').update(checkpointLine(last)).digest('hex') : null;
    const linked = { ...one, previous };
    series.push(at < until ? firstVersion(linked, at, made) : signed(linked));
  }
  return series;
}

const series = days.map(checkpointsOf);
const findings = (checkpoints: Checkpoint[]): string[] =>
  verifyCheckpoints(checkpoints, publicKey).map(({ kind }) => kind);

describe('the Merkle root', () => {
  it('does not depend on the order of heads, and changes with each of them', () => {
    const heads = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((request) => headOf(journalOf(request, 2)));
    fc.assert(
      fc.property(fc.shuffledSubarray(heads, { minLength: 1 }), fc.nat(), (some, pick) => {
        const root = merkleRoot(some);
        assert.equal(merkleRoot(some.toReversed()), root);
        const at = pick % some.length;
        assert.notEqual(merkleRoot(some.with(at, { ...some[at]!, version: 3 })), root);
        assert.notEqual(merkleRoot(some.toSpliced(at, 1)), root);
      }),
    );
  });

  it('of nothing is the hash of nothing (RFC 6962, 2.1)', () => {
    assert.equal(merkleRoot([]), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

describe('checkpoints', () => {
  it('are in order as they were made, also after they were written down and read', () => {
    fc.assert(
      fc.property(series, ({ series: made, lengths }) => {
        const read = made.map((checkpoint) => valueOf(readCheckpoint(checkpointLine(checkpoint))));
        assert.deepEqual(verifyCheckpoints(read, publicKey), []);
        for (const [request, heads] of recordedHeads(read)) {
          assert.deepEqual(compareWithRecord(heads, journalOf(request, lengths.get(request)! + 2)), []);
        }
      }),
    );
  });

  it('record each head once, when it has moved', () => {
    const { series: made } = checkpointsOf([{ a: 1, b: 1 }, { a: 1 }, {}]);
    assert.deepEqual(
      made.map(({ heads }) => heads.map(({ request, version }) => `${request}${version}`)),
      [['a1', 'b1'], ['a2'], []],
    );
  });

  it('show that one was altered, left out, exchanged, or signed by another', () => {
    fc.assert(
      fc.property(series, fc.nat(), ({ series: made }, pick) => {
        const at = pick % made.length;
        const altered = made.with(at, { ...made[at]!, at: '2026-01-01T00:00:00.000Z' });
        assert.ok(findings(altered).includes('checkpoint-altered'));
        if (at < made.length - 1) assert.ok(findings(made.toSpliced(at, 1)).includes('checkpoint-missing'));
        const stranger = keysFrom(Buffer.alloc(32, 6)).signingKey('checkpoint');
        const moment = { government: 'klaten', at: made[at]!.at, moved: made[at]!.heads };
        const forged = made.with(at, makeCheckpoint(moment, made[at - 1] ?? null, stranger));
        assert.ok(findings(forged).includes('checkpoint-altered'));
      }),
    );
  });

  it('that were badly made are seen by their root', () => {
    const { series: made } = checkpointsOf([{ a: 1 }, { b: 2 }]);
    const last = made[1]!;
    assert.deepEqual(findings([made[0]!, signed({ ...last, heads: made[0]!.heads })]), [
      'checkpoint-root-wrong',
    ]);
    assert.deepEqual(findings([made[0]!, signed({ ...last, root: made[0]!.root })]), [
      'checkpoint-root-wrong',
    ]);
  });

  it('of the first version, whose roots are over all heads before them, stand in front of later ones', () => {
    fc.assert(
      fc.property(series, fc.nat(), ({ series: made }, pick) => {
        const mixed = begunBefore(made, 1 + (pick % made.length));
        assert.deepEqual(findings(mixed), []);
        assert.deepEqual(recordedHeads(mixed), recordedHeads(made));
        const [first, ...rest] = mixed;
        const emptied = firstVersion({ ...first!, heads: [] }, 0, [{ ...first!, heads: [] }]);
        if (rest.length > 0 && first!.heads.length > 0)
          assert.ok(findings([emptied, ...rest]).includes('checkpoint-missing'));
      }),
    );
  });

  it('are refused when they cannot be read', () => {
    for (const line of ['', '{}', '{"v":3}', 'no json']) assert.equal(readCheckpoint(line).ok, false);
  });
});

describe('compared with its checkpoints, a request', () => {
  const { series: made } = checkpointsOf([{ a: 2 }, { a: 2 }]);
  const heads = recordedHeads(made).get('a') ?? [];
  const compared = (entries: readonly ChainedEntry[]): string[] =>
    compareWithRecord(heads, entries).map(({ kind, position }) => `${kind} ${position ?? ''}`.trim());

  it('is found to have vanished', () => {
    assert.deepEqual(compared([]), ['vanished']);
  });

  it('is found to be cut short', () => {
    assert.deepEqual(compared(journalOf('a', 3)), ['truncated 4']);
  });

  it('is found to be chained anew, even if every key was at hand and it has grown since', () => {
    assert.deepEqual(compared(journalOf('a', 7, 'second')), ['re-chained 2', 're-chained 4']);
    const forgedLater = makeCheckpoint(
      { government: 'klaten', at: '2026-11-20T17:00:00.000Z', moved: [headOf(journalOf('a', 7, 'second'))] },
      made.at(-1) ?? null,
      key,
    );
    const all = recordedHeads([...made, forgedLater]).get('a') ?? [];
    assert.deepEqual(
      compareWithRecord(all, journalOf('a', 7, 'second')).map(({ kind }) => kind),
      ['re-chained', 're-chained'],
    );
  });
});
