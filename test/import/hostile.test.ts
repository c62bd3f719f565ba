import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createInflateRaw } from 'node:zlib';
import { madeHostile } from './made-hostile.ts';

// The hostile files are a measure for the import; here it is seen that they are as hostile as they say.

const root = join(import.meta.dirname, 'hostile');

function expectations(): Record<string, { outcome: string; about: string }> {
  return JSON.parse(readFileSync(join(root, 'expected.json'), 'utf8'));
}

function made(name: string): Buffer {
  const file = madeHostile.find((one) => one.name === name);
  assert.ok(file, name);
  return file.bytes();
}

/** How many bytes the last entry of the archive gives when it is inflated; stops counting above the limit. */
async function inflatedSize(archive: Buffer, limit: number): Promise<number> {
  const name = Buffer.from('word/document.xml');
  const inflate = createInflateRaw({ chunkSize: 1024 * 1024 });
  inflate.end(archive.subarray(archive.indexOf(name) + name.length));
  let size = 0;
  for await (const chunk of inflate) {
    size += (chunk as Buffer).length;
    if (size > limit) break;
  }
  return size;
}

test('every hostile file says what becomes of it, and every word about one has its file', () => {
  const files = readdirSync(root).filter((file) => !['README.md', 'expected.json'].includes(file));
  const expected = expectations();
  assert.deepEqual(files.toSorted(), Object.keys(expected).toSorted());
  for (const [file, { outcome, about }] of Object.entries(expected)) {
    assert.match(outcome, /^(?:read|refused)$/u, file);
    assert.notEqual(about, '', file);
  }
});

test('an archive bomb is a few megabytes that become more than memory may hold', async () => {
  const limit = 256 * 1024 * 1024;
  for (const name of ['bomb-hidden.docx', 'bomb-open.docx']) {
    const archive = made(name);
    assert.ok(archive.length < 8 * 1024 * 1024, name);
    assert.ok((await inflatedSize(archive, limit)) > limit, name);
  }
});

test('what is made is the same in every run, under names of its own', () => {
  assert.equal(new Set(madeHostile.map((file) => file.name)).size, madeHostile.length);
  assert.deepEqual(made('noise.pdf').subarray(0, 64), made('noise.pdf').subarray(0, 64));
  assert.ok(made('noise-with-a-head.pdf').length > 30_000_000);
  assert.equal(made('entities.docx').subarray(0, 2).toString(), 'PK');
});
