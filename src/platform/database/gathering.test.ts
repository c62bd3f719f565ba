import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Gathering, joined } from './gathering.ts';
import type { ListStatement } from './gathering.ts';

const statement = (text: string, ...rows: readonly unknown[]): ListStatement => ({
  text,
  values: [JSON.stringify(rows)],
});

/** What was sent, how many rows at a time. */
function recording(): { readonly gathering: Gathering; readonly sent: string[] } {
  const sent: string[] = [];
  const gathering = new Gathering(async (government, { text, values }) => {
    sent.push(`${government} ${text} ${(JSON.parse(values[0] ?? '') as unknown[]).length}`);
  });
  return { gathering, sent };
}

describe('what is written together', () => {
  it('joins lists, empty ones too, and leaves a single one as it is', () => {
    const one = { text: 't', values: ['[1]', '[]', '["a,b]"]'] };
    const other = { text: 't', values: ['[2,3]', '[]', '[{"c":"]"}]'] };
    assert.equal(joined([one]), one);
    assert.deepEqual(joined([one, other]), { text: 't', values: ['[1,2,3]', '[]', '["a,b]",{"c":"]"}]'] });
  });

  it('is of one government and one text, at most so many and so long', async () => {
    const { gathering, sent } = recording();
    const long = 'x'.repeat(600_000);
    await Promise.all([
      ...Array.from({ length: 40 }, (_, n) => gathering.add('many', statement('t', n))),
      gathering.add('mixed', statement('t', 1)),
      gathering.add('mixed', statement('u', 2)),
      gathering.add('mixed', statement('t', 3)),
      ...[1, 2, 3, 4].map(() => gathering.add('long', statement('t', long))),
    ]);
    const of = (government: string): readonly string[] => sent.filter((line) => line.startsWith(government));
    assert.deepEqual(of('many'), ['many t 32', 'many t 8']);
    assert.deepEqual(of('mixed'), ['mixed t 2', 'mixed u 1']);
    // The first and one that fits beside it.
    assert.deepEqual(of('long'), ['long t 2', 'long t 2']);
  });

  it('is sent while others are under way, but not by many transactions at a time', async () => {
    const answers: (() => void)[] = [];
    const sent: number[] = [];
    const gathering = new Gathering(async (_, { values }) => {
      sent.push((JSON.parse(values[0] ?? '') as unknown[]).length);
      await new Promise<void>((answered) => answers.push(answered));
    });
    const nextTurn = async (): Promise<unknown> => new Promise((next) => setImmediate(next));
    const added: Promise<void>[] = [];
    for (const n of [1, 2, 3, 4, 5]) {
      added.push(gathering.add('slow', statement('t', n)));
      await nextTurn();
    }
    assert.deepEqual(sent, [1, 1, 1]);
    answers.shift()?.();
    await added[0];
    await nextTurn();
    assert.deepEqual(sent, [1, 1, 1, 2], 'who had to wait goes together');
    for (const answered of answers) answered();
    await Promise.all(added);
  });

  it('goes alone when it is too long for anybody beside it', async () => {
    const { gathering, sent } = recording();
    const huge = 'x'.repeat(2_000_000);
    await Promise.all([1, 2].map(() => gathering.add('huge', statement('t', huge))));
    assert.deepEqual(sent, ['huge t 1', 'huge t 1']);
  });
});
