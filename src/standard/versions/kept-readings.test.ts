import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { governmentDirectories, governmentFiles } from '../reading/index.ts';
import { parseText } from '../reading/yaml.ts';
import { openKeptReadings } from './kept-readings.ts';
import { versionOf } from './version.ts';

const governments = fileURLToPath(new URL('../../../governments', import.meta.url));
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('what published texts say, kept from one start to the next', () => {
  let folder: string;
  let file: string;
  let texts: readonly string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pendopo-kept-'));
    file = join(folder, 'definitions.jsonl');
    const directories = await governmentDirectories(governments);
    texts = (await Promise.all(directories.map(governmentFiles))).flat().map(({ text }) => text);
    assert.ok(texts.length > 20);
    const kept = await openKeptReadings(file);
    for (const text of texts) kept.valueOf(hashOf(text), text);
  });
  after(() => rm(folder, { recursive: true }));

  it('is what parsing would give, of every definition', async () => {
    const kept = await openKeptReadings(file);
    for (const text of texts) assert.deepEqual(kept.valueOf(hashOf(text), text), parseText(text).value);
  });

  it('is found by the hash, without the text', async () => {
    const [first = ''] = texts;
    const kept = await openKeptReadings(file);
    assert.deepEqual(kept.valueOf(hashOf(first), ''), parseText(first).value);
  });

  it('is parsed again where a line is damaged or missing, and kept then', async () => {
    const text = 'id: baru\n';
    await appendFile(file, `${hashOf(text)} {"id":"ba\n`);
    assert.deepEqual((await openKeptReadings(file)).valueOf(hashOf(text), text), { id: 'baru' });
    assert.match(await readFile(file, 'utf8'), /\{"id":"baru"\}\n$/);
    assert.deepEqual((await openKeptReadings(file)).valueOf(hashOf(text), ''), { id: 'baru' });
  });

  it('costs nobody a page when it cannot be written', async () => {
    const kept = await openKeptReadings(join(folder, 'nowhere', 'definitions.jsonl'));
    assert.deepEqual(kept.valueOf(hashOf('a: 1'), 'a: 1'), { a: 1 });
  });

  it('keeps no text that cannot be parsed; a version of it says why', async () => {
    const text = 'id: [\n';
    const kept = await openKeptReadings(file);
    assert.equal(kept.valueOf(hashOf(text), text), undefined);
    assert.ok(!(await readFile(file, 'utf8')).includes(hashOf(text)));
    const at = Temporal.Instant.from('2026-11-23T02:00:00Z');
    const row = {
      government: 'klaten',
      kind: 'service',
      name: 'rusak',
      n: 1,
      validFrom: at,
      sha256: hashOf(text),
      text,
      publishedAt: at,
      publishedBy: 'test',
    } as const;
    assert.throws(() => versionOf('service', row, kept).value, { code: 'definition-unreadable' });
  });
});
