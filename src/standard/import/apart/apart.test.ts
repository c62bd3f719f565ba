import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { importDecree } from './index.ts';

const node = process.execPath;
afterEach(() => {
  process.execPath = node;
});
const file = new TextEncoder().encode('Rapat hari Senin.');

test('a process that cannot be started ends nobody else, and nothing is said against the file', async () => {
  process.execPath = join(tmpdir(), 'no-such-program');
  await assert.rejects(importDecree(file), { code: 'reader-not-started', kind: 'unavailable' });
});

test('the process knows nothing of what its parent was told', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-apart-'));
  t.after(() => rm(folder, { recursive: true }));
  process.env['DATABASE_URL'] = 'postgres://pendopo:rahasia@localhost/pendopo';
  t.after(() => delete process.env['DATABASE_URL']);
  process.execPath = join(folder, 'tells');
  await writeFile(process.execPath, '#!/bin/sh\n/usr/bin/env > "${0%/*}/told"\n');
  await chmod(process.execPath, 0o700);
  const read = await importDecree(file);
  assert.ok(!read.ok, 'it said nothing of a decree');
  assert.doesNotMatch(await readFile(join(folder, 'told'), 'utf8'), /rahasia|HOME=/);
});
