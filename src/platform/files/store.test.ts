import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Fault } from '../../ground/index.ts';
import { pathOf } from './places.ts';
import { openFileStore, storageFault } from './store.ts';
import type { FileStore, SealedFile } from './store.ts';

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex');
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082',
  'hex',
);
const DOCX_LIKE = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(200)]);
const CHUNK = 64 * 1024;

let directory: string;
let store: FileStore;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pendopo-files-'));
  store = await openFileStore({ directory, maxBytes: 4 * CHUNK });
});
after(() => rm(directory, { recursive: true }));

const newFile = (): SealedFile => ({ government: 'klaten', id: randomUUID(), dataKey: randomBytes(32) });

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const put = async (file: SealedFile, bytes: Buffer, partSize = 1000) =>
  store.put({ ...file, source: inParts(bytes, partSize) });
const get = async (file: SealedFile): Promise<Buffer> => buffer(await store.get(file));
/** Whether anything lies where a file would. */
const isStored = async (file: SealedFile): Promise<boolean> => existsSync(pathOf(directory, file));
const pdfOf = (size: number): Buffer =>
  Buffer.concat([PDF, randomBytes(Math.max(0, size - PDF.length))]).subarray(0, size);

describe('the file store', () => {
  it('gives back what was put in, whatever its size and however it arrived', async () => {
    const sizes = fc.oneof(
      fc.integer({ min: 10, max: 4 * CHUNK }),
      fc.constantFrom(CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK, 4 * CHUNK),
    );
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 100, max: 3 * CHUNK }), async (size, partSize) => {
        const file = newFile();
        const bytes = pdfOf(size);
        const stored = await put(file, bytes, partSize);
        assert.deepEqual(await get(file), bytes);
        assert.equal(stored.size, size);
        assert.deepEqual(stored.sha256, createHash('sha256').update(bytes).digest());
        assert.equal(stored.sealedSize, (await readFile(pathOf(directory, file))).length);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves nothing readable on disk', async () => {
    const file = newFile();
    await put(file, Buffer.concat([PDF, Buffer.from('NIK 3310010101010001')]));
    const onDisk = await readFile(pathOf(directory, file));
    assert.equal(onDisk.includes('3310010101010001'), false);
    assert.equal(onDisk.includes('%PDF'), false);
  });

  it('tells the kind by content alone', async () => {
    assert.equal((await put(newFile(), PDF)).type, 'application/pdf');
    assert.equal((await put(newFile(), JPEG)).type, 'image/jpeg');
    assert.equal((await put(newFile(), PNG)).type, 'image/png');
    assert.equal(
      (await put(newFile(), Buffer.concat([Buffer.from('\ufeff\r\n'), PDF]))).type,
      'application/pdf',
    );
  });

  it('refuses other kinds and says what they are', async () => {
    const refused = async (bytes: Buffer, pattern: RegExp): Promise<void> => {
      const file = newFile();
      await assert.rejects(put(file, bytes), { code: 'file-kind-refused', message: pattern });
      assert.equal(await isStored(file), false);
    };
    await refused(DOCX_LIKE, /of kind zip/);
    await refused(Buffer.from('GIF89a......................'), /of kind gif/);
    await refused(Buffer.from('just text'), /no PDF, JPEG or PNG/);
    await refused(Buffer.from('<html>%PDF-1.7</html>'), /no PDF/);
    await refused(Buffer.concat([PDF, Buffer.from('<script>alert(1)</script>')]), /no PDF/);
    await refused(Buffer.concat([Buffer.alloc(2000, ' '), PDF]), /no PDF/);
  });

  it('refuses an empty file, and one byte too many', async () => {
    const file = newFile();
    await assert.rejects(put(file, Buffer.alloc(0)), { code: 'file-empty' });
    await assert.rejects(put(file, pdfOf(4 * CHUNK + 1)), { code: 'file-too-large', kind: 'too-large' });
    assert.equal(await isStored(file), false);
  });

  it('keeps nothing of an upload that broke off, before and after the first bytes were written', async () => {
    const wide = await openFileStore({ directory });
    for (const arrived of [2 * CHUNK, 40 * CHUNK]) {
      const file = newFile();
      const source = (async function* () {
        yield pdfOf(arrived);
        throw new Error('connection lost');
      })();
      await assert.rejects(wide.put({ ...file, source }), /connection lost/);
      assert.equal(await isStored(file), false);
    }
  });

  it('writes a file larger than what it holds in memory', async () => {
    const [wide, file, bytes] = [await openFileStore({ directory }), newFile(), pdfOf(50 * CHUNK + 7)];
    const { sealedSize } = await wide.put({ ...file, source: inParts(bytes, CHUNK) });
    assert.deepEqual(await buffer(await wide.get(file)), bytes);
    assert.equal(sealedSize, (await readFile(pathOf(directory, file))).length);
  });

  it('never writes over a file that is there', async () => {
    const file = newFile();
    await put(file, PDF);
    await assert.rejects(put(file, JPEG), { code: 'EEXIST' });
    assert.deepEqual(await get(file), PDF);
  });

  it('closes the source when it refuses early', async () => {
    let closed = false;
    const source = (async function* () {
      try {
        for (;;) yield Buffer.from('just text '.repeat(1000));
      } finally {
        closed = true;
      }
    })();
    await assert.rejects(store.put({ ...newFile(), source }), { code: 'file-kind-refused' });
    assert.equal(closed, true);
  });

  it('says when the disk is full', { skip: process.platform !== 'linux' }, async () => {
    const leavesOthers = new Error('something else');
    // A real "no space left", from the device made for it.
    const full = await writeFile('/dev/full', 'x').then(
      () => undefined,
      (error: unknown) => error,
    );
    assert.ok(full instanceof Error);
    assert.equal((storageFault(full) as Fault).code, 'disk-full');
    assert.equal(storageFault(leavesOthers), leavesOthers);
  });

  it('lets no name choose a path', async () => {
    const file = newFile();
    await assert.rejects(put({ ...file, government: '../klaten' }, PDF), RangeError);
    await assert.rejects(put({ ...file, id: '../../etc/passwd' }, PDF), RangeError);
    await assert.rejects(store.get({ ...file, government: '..' }), RangeError);
  });

  it('asks the scanner, which sees the plain content, and keeps nothing it objects to', async () => {
    const scanned: Buffer[] = [];
    const scanner = {
      scan: async (content: AsyncIterable<Buffer>) => {
        const bytes = Buffer.concat(await Array.fromAsync(content));
        scanned.push(bytes);
        return bytes.includes('EICAR')
          ? ({ clean: false, name: 'Eicar' } as const)
          : ({ clean: true } as const);
      },
    };
    const guarded = await openFileStore({ directory, scanner });
    const infected = Buffer.concat([PDF, Buffer.from('EICAR')]);
    const file = newFile();
    await assert.rejects(guarded.put({ ...file, source: inParts(infected, 10) }), { code: 'file-infected' });
    await assert.rejects(guarded.get(file), { code: 'file-not-found' });
    assert.deepEqual(scanned, [infected]);
    assert.equal(await isStored(file), false);
  });

  it('opens nothing for a scanner that reads nothing: no error may come when nobody waits for it any more', async () => {
    let offered: AsyncIterable<Buffer> | undefined;
    const incurious = {
      scan: async (content: AsyncIterable<Buffer>) => {
        offered = content;
        return { clean: true } as const;
      },
    };
    const own = await openFileStore({ directory, scanner: incurious });
    const file = newFile();
    await own.put({ ...file, source: inParts(PDF, 10) });
    await own.remove(file);
    assert.ok(offered);
    // Opened only now, when the file is gone.
    await assert.rejects(Array.fromAsync(offered), { code: 'ENOENT' });
  });

  it('removes files, also one that is gone already', async () => {
    const file = newFile();
    await put(file, PDF);
    await store.remove(file);
    await store.remove(file);
    await assert.rejects(store.get(file), { code: 'file-not-found' });
  });
});

describe('a stored file', () => {
  const unreadable = { code: 'unreadable' };
  const stored = async (size: number): Promise<{ file: SealedFile; path: string; sealed: Buffer }> => {
    const file = newFile();
    await put(file, pdfOf(size));
    const path = pathOf(directory, file);
    return { file, path, sealed: await readFile(path) };
  };

  it('does not open with another key, nor in the place of another file', async () => {
    const { file, path } = await stored(1000);
    await assert.rejects(store.get({ ...file, dataKey: randomBytes(32) }), unreadable);
    const other = { ...file, id: randomUUID() };
    await mkdir(dirname(pathOf(directory, other)), { recursive: true });
    await copyFile(path, pathOf(directory, other));
    await assert.rejects(store.get(other), unreadable);
    const elsewhere = { ...file, government: 'bulungan' };
    await mkdir(dirname(pathOf(directory, elsewhere)), { recursive: true });
    await copyFile(path, pathOf(directory, elsewhere));
    await assert.rejects(store.get(elsewhere), unreadable);
  });

  it('does not open when a bit anywhere was changed', async () => {
    const { file, path, sealed } = await stored(2 * CHUNK + 100);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        const altered = Buffer.from(sealed);
        altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        await writeFile(path, altered);
        await assert.rejects(get(file), unreadable);
      }),
      { numRuns: 60 },
    );
  });

  it('does not open when cut off, even between two chunks', async () => {
    const { file, path, sealed } = await stored(3 * CHUNK);
    const whole = 17 + CHUNK + 16;
    for (const length of [
      0,
      1,
      16,
      17,
      20,
      17 + 16,
      whole - 1,
      whole,
      whole + CHUNK + 16,
      sealed.length - 1,
    ]) {
      await writeFile(path, sealed);
      await truncate(path, length);
      await assert.rejects(get(file), unreadable, `cut to ${length}`);
    }
  });

  it('does not open when its chunks were exchanged or repeated', async () => {
    const { file, path, sealed } = await stored(3 * CHUNK);
    const [header, a, b, c] = [
      sealed.subarray(0, 17),
      ...[0, 1, 2].map((i) => sealed.subarray(17 + i * (CHUNK + 16), 17 + (i + 1) * (CHUNK + 16))),
    ];
    for (const order of [
      [header, b, a, c],
      [header, a, a, b, c],
      [header, a, c],
      [header, a, b, c, c],
    ]) {
      await writeFile(path, Buffer.concat(order as Buffer[]));
      await assert.rejects(get(file), unreadable);
    }
  });
});

describe('the sweep', () => {
  it('removes old files without a row, and nothing else', async () => {
    const own = await openFileStore({ directory: join(directory, 'swept') });
    const [known, orphan, young] = [newFile(), newFile(), { ...newFile(), government: 'bulungan' }];
    for (const file of [known, orphan, young]) await own.put({ ...file, source: inParts(PDF, 10) });
    const yesterday = Temporal.Now.instant().subtract({ hours: 24 });
    for (const old of [known, orphan]) {
      const seconds = yesterday.epochMilliseconds / 1000;
      await utimes(pathOf(join(directory, 'swept'), old), seconds, seconds);
    }
    const asked: string[] = [];
    const isKnown = async (government: string, ids: readonly string[]): Promise<Set<string>> => {
      asked.push(...ids.map((id) => `${government} ${id}`));
      return new Set([known.id]);
    };
    const swept = await own.sweepOrphans(isKnown, yesterday.add({ hours: 1 }));
    assert.equal(swept, 1);
    assert.deepEqual(asked.toSorted(), [`klaten ${known.id}`, `klaten ${orphan.id}`].toSorted());
    await own.get(known);
    await own.get(young);
    await assert.rejects(own.get(orphan), { code: 'file-not-found' });
  });
});
