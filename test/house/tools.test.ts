/** Types, lint, formatting and unused code are part of the tests: one command says whether all is well. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const tools: readonly (readonly [string, string, readonly string[]])[] = [
  // With several checkers each learns the large types of the packages anew, while another test needs the processor.
  ['types', 'typescript/bin/tsc', ['-p', '.', '--checkers', '1']],
  ['lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', 'src', 'test', 'bin', 'docs', 'bench']],
  [
    'formatting',
    'prettier/bin/prettier.cjs',
    ['--check', '--log-level=warn', 'src', 'test', 'bin', 'docs', 'bench'],
  ],
  ['unused code', 'knip/bin/knip.js', ['--no-progress']],
];

for (const [what, script, args] of tools) {
  test(what, () => {
    const path = fileURLToPath(new URL(`../../node_modules/${script}`, import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, `${stdout}\n${stderr}`);
  });
}
