/** Test files share a process only where that changes nothing for them; and what fails there goes by its own file. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { changesItsProcess, groupFiles } from './grouping.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const all = globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'], { cwd: root }).sort();

describe('sharing a process', () => {
  test('every test file has its place, and only one', () => {
    const { alone, together } = groupFiles(root, all);
    assert.deepEqual([...alone, ...together.flat()].toSorted(), all);
    assert.ok(together.flat().length > all.length / 2, 'most can share');
    for (const group of together) assert.ok(group.length > 1);
  });

  test('those that work with other processes, by whatever of the tests they do, are alone', () => {
    const { alone } = groupFiles(root, all);
    // The second and third only through other files of test/.
    for (const file of ['test/house/tools.test.ts', 'test/chaos/kill.test.ts', 'test/start/start.test.ts'])
      assert.ok(alone.includes(file), file);
  });

  const changing = [
    "process.env['LANG'] = 'C';",
    "process.env.LANG ??= 'C';",
    "delete process.env['LANG'];",
    "process.chdir('/');",
    "process.on('SIGTERM', stop);",
    'process.exitCode = 1;',
    'globalThis.fetch = answer;',
    "t.mock.timers.enable({ apis: ['Date'] });",
  ];
  for (const text of changing)
    test(`not with \`${text}\``, () => assert.ok(changesItsProcess([{ text, imports: [] }])));

  const harmless = ["if (process.env['LANG'] === 'C') skip();", "t.mock.method(app, 'close');"];
  for (const text of harmless)
    test(`with \`${text}\``, () => assert.ok(!changesItsProcess([{ text, imports: ['node:fs'] }])));

  const planted: Readonly<Record<string, string>> = {
    'good.test.ts': "test('stands', () => {});",
    'failing.test.ts': "test('falls', () => { throw new Error('planted'); });",
    'broken.test.ts': "throw new Error('no file at all');",
    'leaving.test.ts': "test('leaves', () => { process['env'].PLANTED = 'left'; });",
    'last.test.ts': "test('comes all the same', () => {});",
  };

  test('what fails, breaks or leaves something behind is told by its file, and the next ones run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pendopo-together-'));
    try {
      for (const [file, text] of Object.entries(planted))
        writeFileSync(join(folder, file), `import { test } from 'node:test';\n${text}\n`);
      const output = outcomeOf(folder, Object.keys(planted));
      assert.match(output, /^ok \d+ - good\.test\.ts$/mu);
      assert.match(output, /^ {4}not ok \d+ - falls$[^#]+^not ok \d+ - failing\.test\.ts$/mu);
      assert.match(output, /^not ok \d+ - broken\.test\.ts$[^#]+no file at all/mu);
      assert.match(output, /leaving\.test\.ts leaves the process otherwise than it was/u);
      assert.match(output, /^not ok \d+ - leaving\.test\.ts$/mu);
      assert.match(output, /^ok \d+ - last\.test\.ts$/mu);
      assert.equal(readFileSync(join(folder, 'at-work'), 'utf8'), 'last.test.ts');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** What a process says that runs these files, as TAP. */
function outcomeOf(folder: string, files: readonly string[]): string {
  const runner = pathToFileURL(join(root, 'test/support/one-process.ts')).href;
  const told = [folder, files, join(folder, 'at-work')].map((part) => JSON.stringify(part)).join(', ');
  const entry = join(folder, 'entry.mjs');
  writeFileSync(entry, `import { runInOneProcess } from '${runner}';\nawait runInOneProcess(${told});\n`);
  // Without the variable by which the runner knows its own children.
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, ['--test-reporter=tap', entry], {
    env,
    encoding: 'utf8',
  });
  return stdout + stderr;
}
