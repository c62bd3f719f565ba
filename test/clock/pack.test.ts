/** The clock alone, packed and used from a folder that knows nothing of Pendopo. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as room from '../../src/working-time/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const foreign = mkdtempSync(join(tmpdir(), 'pendopo-foreign-'));
after(() => rmSync(foreign, { recursive: true }));

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, [...args], { cwd: foreign, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** What a foreign program does with the clock; without Temporal, as in a Node that has none. */
const PROGRAM = `
delete globalThis.Temporal;
const room = await import('pendopo/working-time');
const day = ['08:00-12:00', '13:00-16:00'];
const file = room.readCalendar({ timeZone: 'Asia/Makassar', week: { mon: day, tue: day, wed: day } });
const { promise } = room.readPromisedTime('2 (dua) hari kerja');
const asked = { received: '2026-08-03T10:15:00+08:00', promise };
const { value } = room.computeDeadline(room.compileCalendar(file.value), asked);
const told = room.describeDerivation(value.derivation, 'id').at(-2);
console.log(JSON.stringify({ due: value.due, told, names: Object.keys(room).toSorted() }));
`;

const CONSUMER = `
import { compileCalendar, computeDue, readPromisedTime } from 'pendopo/working-time';
import type { PromisedTime } from 'pendopo/working-time';
const promise: PromisedTime | null = readPromisedTime('1 jam').promise;
const calendar = compileCalendar({ timeZone: 'Asia/Jakarta', knownUntil: null, week: {}, regimes: [], closed: [] });
// @ts-expect-error: a promise that may be null is none
computeDue(calendar, { received: '2026-08-03T10:15:00+08:00', promise });
`;

const expected = {
  due: '2026-08-05T16:00:00+08:00',
  told: 'Tenggat: Rabu, 5 Agustus 2026, 16.00 WITA.',
  names: Object.keys(room).toSorted(),
};

test('the packed clock runs from a foreign folder, on this Node and on the one of the machine', () => {
  const script = join(root, 'bin/pack-working-time.ts');
  const tarball = run(process.execPath, ['--no-warnings', script, foreign]).trim();
  writeFileSync(join(foreign, 'package.json'), '{"name":"foreign","type":"module","private":true}');
  writeFileSync(join(foreign, 'program.js'), PROGRAM);
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball]);
  const installed = readFileSync(join(foreign, 'node_modules/pendopo/package.json'), 'utf8');
  assert.equal((JSON.parse(installed) as { dependencies?: unknown }).dependencies, undefined);
  for (const node of [process.execPath, 'node']) {
    assert.deepEqual(JSON.parse(run(node, ['program.js'])), expected);
  }
});

test('its types stand by themselves', () => {
  writeFileSync(join(foreign, 'consumer.ts'), CONSUMER);
  const flags = '--noEmit --strict --module nodenext --target esnext --lib esnext,esnext.temporal';
  run(join(root, 'node_modules/.bin/tsc'), [...flags.split(' '), 'consumer.ts']);
});

test('inside the repository the clock has the same name', async () => {
  const self = (await import('pendopo/working-time')) as object;
  assert.deepEqual(Object.keys(self).toSorted(), expected.names);
});
