import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { keysFrom } from '../crypto/index.ts';
import { canonicalBytes, chained, chainHash, journalTime } from './entry.ts';
import type { ChainedEntry, JournalEntry, JsonObject } from './entry.ts';
import type { Finding } from './finding.ts';
import { journalSealer, verifyChain } from './verify.ts';
import type { SealedHead, StoredChain } from './verify.ts';

const sealer = journalSealer(keysFrom(Buffer.alloc(32, 3)));
const intruder = journalSealer(keysFrom(Buffer.alloc(32, 4)));

const json = fc.jsonValue({ maxDepth: 2 });
const object = fc.dictionary(fc.string({ maxLength: 8 }), json, { maxKeys: 4 }) as fc.Arbitrary<JsonObject>;
const happening = fc.record({
  kind: fc.constantFrom('submitted', 'returned', 'approved'),
  actor: object,
  data: object,
});

function chainOf(
  happenings: readonly { kind: string; actor: JsonObject; data: JsonObject }[],
): StoredChain & { head: SealedHead } {
  const [government, request] = ['klaten', randomUUID()];
  const entries: ChainedEntry[] = [];
  for (const [minute, one] of happenings.entries()) {
    const at = journalTime(Temporal.Instant.from('2026-11-21T08:00:00Z').add({ minutes: minute }));
    const last = entries.at(-1);
    entries.push(
      chained(
        { government, request, at, ...one },
        last && { position: last.entry.position, hash: last.hash },
      ),
    );
  }
  const last = entries.at(-1)!;
  return {
    government,
    request,
    entries,
    head: { version: entries.length, hash: last.hash, seal: sealer.seal(last.hash) },
  };
}

const chain = fc.array(happening, { minLength: 1, maxLength: 8 }).map(chainOf);
const kinds = (found: Finding[]): string[] => found.map(({ kind }) => kind);
const check = (stored: StoredChain): string[] => kinds(verifyChain(stored, sealer));

/** Makes hashes and links right again from `from` on, as someone would who may write to the database. */
function rechained(entries: readonly ChainedEntry[], from: number): ChainedEntry[] {
  const made = entries.slice(0, from);
  for (const { entry } of entries.slice(from)) {
    const last = made.at(-1);
    made.push(chained(entry, last && { position: last.entry.position, hash: last.hash }));
  }
  return made;
}

describe('canonical bytes', () => {
  it('are those of RFC 8785, whatever the order of members and whatever else is there', () => {
    const entry: JournalEntry = {
      v: 1,
      government: 'klaten',
      request: 'r',
      position: 1,
      at: '2026-11-21T08:00:00.000Z',
      kind: 'submitted',
      actor: { b: 1, a: '€' },
      data: { n: 1e21, m: 0.1, z: -0 },
      prev: null,
    };
    const shuffled = Object.fromEntries(
      Object.entries({ ...entry, hash: 'x' }).reverse(),
    ) as unknown as JournalEntry;
    assert.deepEqual(canonicalBytes(shuffled), canonicalBytes(entry));
    assert.equal(
      canonicalBytes(entry).toString(),
      '{"actor":{"a":"€","b":1},"at":"2026-11-21T08:00:00.000Z","data":{"m":0.1,"n":1e+21,"z":0},"government":"klaten","kind":"submitted","position":1,"prev":null,"request":"r","v":1}',
    );
  });

  it('do not change when an entry went through JSON', () => {
    fc.assert(
      fc.property(chain, ({ entries }) => {
        for (const { entry, hash } of entries)
          assert.deepEqual(chainHash(JSON.parse(JSON.stringify(entry)) as JournalEntry), hash);
      }),
    );
  });

  it('of an instant stay the same when the database has cut its nanoseconds', () => {
    const instant = Temporal.Instant.from('2026-11-21T08:00:00.123456789Z');
    assert.equal(journalTime(instant), '2026-11-21T08:00:00.123Z');
    assert.equal(journalTime(Temporal.Instant.from(journalTime(instant))), journalTime(instant));
  });
});

describe('a whole journal', () => {
  it('has nothing wrong with it', () => {
    fc.assert(fc.property(chain, (stored) => assert.deepEqual(verifyChain(stored, sealer), [])));
  });
});

describe('a journal is found out when', () => {
  it('any member of any entry was changed', () => {
    const change = fc.constantFrom<(entry: JournalEntry) => JournalEntry>(
      (entry) => ({ ...entry, government: 'bulungan' }),
      (entry) => ({ ...entry, request: randomUUID() }),
      (entry) => ({ ...entry, position: entry.position + 1 }),
      (entry) => ({ ...entry, at: '2026-11-20T08:00:00.000Z' }),
      (entry) => ({ ...entry, kind: 'refused' }),
      (entry) => ({ ...entry, actor: { ...entry.actor, extra: 1 } }),
      (entry) => ({ ...entry, data: { ...entry.data, extra: null } }),
      (entry) => ({ ...entry, prev: 'ff'.repeat(32) }),
      (entry) => ({ ...entry, v: 2 as 1 }),
    );
    fc.assert(
      fc.property(chain, fc.nat(), change, (stored, pick, alter) => {
        const entries = stored.entries.map((one, at) =>
          at === pick % stored.entries.length ? { ...one, entry: alter(one.entry) } : one,
        );
        assert.ok(check({ ...stored, entries }).includes('altered'));
      }),
      { numRuns: 300 },
    );
  });

  it('a single bit of an entry, its hash, the head or its seal was changed', () => {
    const flip = (bytes: Buffer, bit: number): Buffer => {
      const altered = Buffer.from(bytes);
      const at = (bit >> 3) % bytes.length;
      altered.writeUInt8(altered.readUInt8(at) ^ (1 << (bit & 7)), at);
      return altered;
    };
    fc.assert(
      fc.property(chain, fc.nat(), fc.nat(), (stored, pick, bit) => {
        const at = pick % stored.entries.length;
        const entries = stored.entries.map((one, i) =>
          i === at ? { ...one, hash: flip(one.hash, bit) } : one,
        );
        assert.notDeepEqual(check({ ...stored, entries }), []);
        const { head } = stored;
        assert.deepEqual(check({ ...stored, head: { ...head, hash: flip(head.hash, bit) } }), ['re-chained']);
        assert.deepEqual(check({ ...stored, head: { ...head, seal: flip(head.seal, bit) } }), ['re-chained']);
        const { entry, hash } = stored.entries[at]!;
        const text = flip(canonicalBytes(entry), bit).toString('utf8');
        const parsed = parsedOr(text);
        // Some flips leave no JSON, or write the same number with another last digit.
        fc.pre(parsed !== undefined && !isDeepStrictEqual(parsed, JSON.parse(JSON.stringify(entry))));
        const withBit = stored.entries.map((one, i) => (i === at ? { entry: parsed, hash } : one));
        assert.notDeepEqual(check({ ...stored, entries: withBit }), []);
      }),
      { numRuns: 300 },
    );
  });

  it('an entry is missing, whichever', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (stored, pick) => {
        const at = pick % stored.entries.length;
        const found = verifyChain({ ...stored, entries: stored.entries.toSpliced(at, 1) }, sealer);
        const expected = at === stored.entries.length - 1 ? 'truncated' : 'missing';
        assert.deepEqual(found, [{ kind: expected, request: stored.request, position: at + 1 }]);
      }),
    );
  });

  it('entries were put in another order, or one was put in twice', () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.nat(), (stored, a, b) => {
        const [i, j] = [a % stored.entries.length, b % stored.entries.length];
        const entries = [...stored.entries];
        [entries[i], entries[j]] = [entries[j]!, entries[i]!];
        if (i !== j) assert.notDeepEqual(check({ ...stored, entries }), []);
        const doubled = stored.entries.toSpliced(i, 0, stored.entries[i]!);
        assert.ok(check({ ...stored, entries: doubled }).includes('misplaced'));
      }),
    );
  });

  it('its end was cut off, all of it or a part', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (stored, pick) => {
        const length = pick % stored.entries.length;
        assert.deepEqual(check({ ...stored, entries: stored.entries.slice(0, length) }), ['truncated']);
      }),
    );
  });

  it('it was altered and all hashes were made right again, the head too, but for the seal', () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.boolean(), (stored, pick, resealed) => {
        const at = pick % stored.entries.length;
        const altered = stored.entries.with(at, {
          ...stored.entries[at]!,
          entry: { ...stored.entries[at]!.entry, kind: 'refused' },
        });
        const entries = rechained(altered, at);
        const { hash } = entries.at(-1)!;
        const seal = resealed ? intruder.seal(hash) : sealer.seal(stored.entries.at(-1)!.hash);
        assert.deepEqual(check({ ...stored, entries }), ['re-chained']);
        assert.deepEqual(check({ ...stored, entries, head: { version: entries.length, hash, seal } }), [
          're-chained',
        ]);
      }),
    );
  });

  it("entries were added behind its head, its head is missing, or it is another request's", () => {
    const stored = chainOf([
      { kind: 'a', actor: {}, data: {} },
      { kind: 'b', actor: {}, data: {} },
    ]);
    const [first] = stored.entries;
    assert.deepEqual(check({ ...stored, head: undefined }), ['headless']);
    const early = { version: 1, hash: first!.hash, seal: sealer.seal(first!.hash) };
    assert.deepEqual(check({ ...stored, head: early }), ['surplus']);
    assert.deepEqual(check({ ...stored, request: randomUUID() }), ['misplaced', 'misplaced']);
  });
});

function parsedOr(text: string): JournalEntry | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as JournalEntry) : undefined;
  } catch {
    return undefined;
  }
}
