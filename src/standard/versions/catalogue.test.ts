import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StandingClock } from '../../ground/index.ts';
import { Catalogue } from './catalogue.ts';

/** A source whose answers are let go by hand, with what was published when it was asked. */
function heldSource(): { asked: () => number; publish: (stamp: string) => void; answer: () => void } & {
  readonly source: ConstructorParameters<typeof Catalogue>[0];
} {
  let published = 'first';
  const waiting: (() => void)[] = [];
  let asked = 0;
  return {
    asked: () => asked,
    publish: (stamp) => {
      published = stamp;
    },
    answer: () => waiting.shift()?.(),
    source: {
      stamp: async () => {
        asked += 1;
        const seen = published;
        await new Promise<void>((done) => waiting.push(done));
        return seen;
      },
      load: async () => [],
    },
  };
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

test('whoever refreshes after a publication sees it, though a refresh that looked before is still under way', async () => {
  const { source, asked, publish, answer } = heldSource();
  const catalogue = new Catalogue(source, new StandingClock('2026-11-23T02:00:00Z'));
  const before = catalogue.refresh();
  await settled();
  publish('second');
  const [after, together] = [catalogue.refresh(), catalogue.refresh()];
  answer();
  await before;
  assert.equal(catalogue.stamp, 'first');
  await settled();
  assert.equal(asked(), 2, 'those who ask meanwhile share the next');
  answer();
  await Promise.all([after, together]);
  assert.equal(catalogue.stamp, 'second');
  assert.equal(asked(), 2);
});

test('a refresh that fails takes none of those that follow with it', async () => {
  let asked = 0;
  const source = {
    stamp: async () => {
      asked += 1;
      if (asked === 1) throw new Error('away');
      return 'there';
    },
    load: async () => [],
  };
  const catalogue = new Catalogue(source, new StandingClock('2026-11-23T02:00:00Z'));
  const first = catalogue.refresh();
  const second = catalogue.refresh();
  await assert.rejects(first, /away/);
  await second;
  assert.equal(catalogue.stamp, 'there');
});
