import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SLOTS } from './orders.ts';
import { FileWriter } from './writer.ts';
import type { Part } from './writer.ts';

let directory: string;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pendopo-writer-'));
});
after(() => rm(directory, { recursive: true }));

const newFile = () => ({ path: join(directory, randomUUID()), dataKey: randomBytes(32), context: 'here' });
const half = (last: boolean): Part => ({ parts: [randomBytes(1000)], last });

describe('the writer of files', () => {
  it('lets nobody wait for a slow line, however many there are', async () => {
    const writer = new FileWriter();
    const { promise: line, resolve: goOn } = Promise.withResolvers<void>();
    async function* slow(): AsyncGenerator<Part> {
      yield half(false);
      await line;
      yield half(true);
    }
    const slowOnes = Array.from({ length: 2 * SLOTS }, () => writer.write(newFile(), slow()));
    async function* quick(): AsyncGenerator<Part> {
      yield half(true);
    }
    assert.equal((await writer.write(newFile(), quick())).size, 1000);
    goOn();
    for (const { size } of await Promise.all(slowOnes)) assert.equal(size, 2000);
  });

  it('tells everybody when its thread broke, and begins another for the next file', async () => {
    const breaking = new URL(
      `data:text/javascript,${encodeURIComponent(
        "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('broken'); });",
      )}`,
    );
    const writer = new FileWriter(breaking);
    const write = (): Promise<unknown> =>
      writer.write(
        newFile(),
        (async function* () {
          yield half(true);
        })(),
      );
    const ends = await Promise.allSettled([write(), write()]);
    assert.deepEqual(
      ends.map((end) => end.status === 'rejected' && String(end.reason)),
      ['Error: broken', 'Error: broken'],
    );
    await assert.rejects(write(), /broken/);
  });

  it('leaves nothing of a file that has no end', async () => {
    const writer = new FileWriter();
    const file = newFile();
    async function* endless(): AsyncGenerator<Part> {
      yield half(false);
    }
    await assert.rejects(writer.write(file, endless()), /last part/);
    assert.equal((await readdir(directory)).includes(basename(file.path)), false);
  });

  it('costs nobody else a file when what was begun cannot be removed', async () => {
    const writer = new FileWriter();
    const { promise: line, resolve: goOn } = Promise.withResolvers<void>();
    async function* slow(): AsyncGenerator<Part> {
      yield half(false);
      await line;
      yield half(true);
    }
    const other = writer.write(newFile(), slow());
    const file = newFile();
    async function* broken(): AsyncGenerator<Part> {
      yield half(false);
      await rm(file.path);
      await mkdir(file.path);
    }
    await assert.rejects(writer.write(file, broken()));
    goOn();
    assert.equal((await other).size, 2000);
  });
});
