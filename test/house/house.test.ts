/** The house stands as its plan says: checked on the real sources, and on planted violations that must be found. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { slowExpressions } from './expressions.ts';
import { importsOf, readImports, sourceFiles } from './imports.ts';
import { brokenRules, roomOf, rooms } from './rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const imports = readImports(root);

/** The rules that are broken once these files are added to the real sources, or stand in their place. */
const planted = (files: Readonly<Record<string, string>>): readonly string[] =>
  brokenRules([
    ...imports.filter(({ from }) => !(from in files)),
    ...Object.entries(files).flatMap(([file, text]) => importsOf(file, text)),
  ]);

describe('the house', () => {
  test('is looked at whole: every room, hundreds of imports', () => {
    const files = sourceFiles(root);
    assert.ok(files.length > 150, `only ${files.length} files were seen`);
    assert.ok(imports.length > 500, `only ${imports.length} imports were seen`);
    const seen = new Set(files.map(roomOf));
    seen.delete('main');
    assert.deepEqual(
      [...seen].sort(),
      Object.keys(rooms)
        .filter((room) => seen.has(room))
        .sort(),
    );
    assert.ok(imports.some((entry) => entry.typeOnly) && imports.some((entry) => !entry.typeOnly));
  });

  test('keeps its rules', () => {
    assert.deepEqual(brokenRules(imports), []);
  });

  test('has no expression that a long text can keep busy', () => {
    // Decrees are read in a process of their own, which is ended when it takes long (docs/decisions/import-apart.md).
    const files = sourceFiles(root).filter((file) => !file.startsWith('src/standard/import/'));
    const slow = files.flatMap((file) =>
      slowExpressions(file, readFileSync(join(root, file), 'utf8')).map(
        ({ line, pattern }) => `${file}:${line} /${pattern}/`,
      ),
    );
    assert.deepEqual(slow, []);
    const planted = 'const [a, b, c] = [/^(?:a+)+$/, /\\d+\\.?\\d*$/, /;+$/];';
    assert.deepEqual(
      slowExpressions('planted.ts', planted).map(({ pattern }) => pattern),
      ['^(?:a+)+$', '\\d+\\.?\\d*$', ';+$'],
    );
  });
});

const plants: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  [
    'a forbidden import',
    {
      'src/platform/planted.ts': "import { decide } from '../request/index.ts';\nexport const x = decide;\n",
    },
    /src\/platform\/planted\.ts:1 .*"platform" may not import "request"/,
  ],
  [
    'a forbidden type-only import',
    {
      'src/ui/planted.ts': "import type { Service } from '../standard/index.ts';\nexport type X = Service;\n",
    },
    /src\/ui\/planted\.ts:1 .*"ui" may not import "standard"/,
  ],
  [
    'a re-export past the door',
    { 'src/people/planted.ts': "export { readAnswers } from '../standard/answers/read.ts';\n" },
    /rooms meet only at a door/,
  ],
  [
    'a dynamic import in the wrong direction',
    { 'src/standard/planted.ts': "export const later = () => import('../desk/index.ts');\n" },
    /"standard" may not import "desk"/,
  ],
  [
    'a room nobody knows',
    { 'src/shed/planted.ts': "import { Fault } from '../ground/index.ts';\nexport const x = Fault;\n" },
    /"shed" may not import "ground"/,
  ],
  [
    'a cycle',
    {
      'src/people/one.ts': "import { two } from './two.ts';\nexport const one = () => two;\n",
      'src/people/two.ts': "import { one } from './one.ts';\nexport const two = () => one;\n",
    },
    /cycle: src\/people\/one\.ts → src\/people\/two\.ts → src\/people\/one\.ts/,
  ],
  [
    'a cycle of types only',
    {
      'src/people/one.ts': "import type { Two } from './two.ts';\nexport interface One { two: Two }\n",
      'src/people/two.ts': "import type { One } from './one.ts';\nexport interface Two { one: One }\n",
    },
    /cycle: src\/people\/one\.ts → src\/people\/two\.ts/,
  ],
  [
    'a pure file that reads files',
    {
      'src/request/model/planted.ts':
        "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n",
    },
    /src\/request\/model\/planted\.ts must be pure, but reaches node:fs/,
  ],
  [
    'a pure file that reaches the database by a detour',
    {
      'src/request/model/planted.ts':
        "import { listQueue } from '../lists.ts';\nexport const x = listQueue;\n",
    },
    /src\/request\/model\/planted\.ts must be pure, but reaches src\/request\/lists\.ts → /,
  ],
];

describe('planted violations are found', () => {
  test('in files that lie below src, tests left out', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pendopo-house-'));
    try {
      mkdirSync(join(folder, 'src/shed'), { recursive: true });
      for (const name of ['planted.ts', 'planted.test.ts'])
        writeFileSync(join(folder, 'src/shed', name), "import '../desk/index.ts';\n");
      assert.deepEqual(
        readImports(folder).map(({ from, to }) => [from, to]),
        [['src/shed/planted.ts', 'src/desk/index.ts']],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const [what, files, expected] of plants) {
    test(what, () => {
      assert.match(planted(files).join('\n'), expected);
    });
  }
});
