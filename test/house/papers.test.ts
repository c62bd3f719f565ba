/** The papers say what is true: links lead somewhere, every package and decision has its line, every picture is small. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { commands } from '../../src/cli/commands.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const papers = globSync(['*.md', 'docs/**/*.md', 'src/**/*.md'], { cwd: root }).sort();

/** Anchor of a heading, as readers of Markdown make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-');

const anchorsIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) => anchorOf(heading));

/** Links of a paper that lead nowhere in this repository. */
function deadLinks(file: string): readonly string[] {
  const targets = [...read(file).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^[a-z]+:/u.test(target))
    .filter((target) => {
      const [path = '', anchor] = target.split('#');
      const to = path === '' ? file : join(dirname(file), path);
      return !existsSync(join(root, to)) || (anchor !== undefined && !anchorsIn(to).includes(anchor));
    });
}

describe('papers', () => {
  test('are found', () => {
    for (const paper of ['README.md', 'docs/architecture.md', 'docs/decisions/README.md'])
      assert.ok(papers.includes(paper), paper);
  });

  for (const paper of papers) {
    test(`${paper}: links lead somewhere`, () => assert.deepEqual(deadLinks(paper), []));
  }

  test('every decision has its line in the index', () => {
    const files = globSync('docs/decisions/*.md', { cwd: root }).map((file) => file.split('/').at(-1) ?? '');
    const index = read('docs/decisions/README.md');
    const missing = files.filter((file) => file !== 'README.md' && !index.includes(`(${file})`));
    assert.deepEqual(missing, []);
  });

  test('every package has its reason, and none that is gone', () => {
    const groups = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const wanted = ['dependencies', 'devDependencies', 'optionalDependencies']
      .flatMap((group) => Object.keys(groups[group] ?? {}))
      .sort();
    const rows = read('docs/decisions/dependencies.md').matchAll(/^\| (`.*?) \|/gmu);
    const told = [...rows]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name))
      .sort();
    assert.deepEqual(told, wanted);
  });

  test('commands that papers call exist', () => {
    const known = new Set(commands.map(({ name }) => name));
    const called = papers.flatMap((paper) =>
      [...read(paper).matchAll(/npx pendopo ([a-z]+)/gu)].map(([, name = '']) => `${paper}: ${name}`),
    );
    assert.ok(called.length > 5);
    assert.deepEqual(
      called.filter((call) => !known.has(call.split(': ')[1] ?? '')),
      [],
    );
  });

  test('pictures are small', () => {
    const pictures = globSync('docs/images/*.png', { cwd: root });
    assert.ok(pictures.length > 0);
    assert.deepEqual(
      pictures.filter((picture) => statSync(join(root, picture)).size > 150 * 1024),
      [],
    );
  });

  test('publiccode.yml carries what its standard demands', () => {
    const code = parse(read('publiccode.yml')) as {
      readonly [key: string]: unknown;
      readonly softwareVersion: string;
      readonly description: Readonly<Record<string, Record<string, string>>>;
    };
    for (const key of ['publiccodeYmlVersion', 'name', 'url', 'platforms', 'categories', 'developmentStatus'])
      assert.ok(code[key], key);
    for (const key of ['softwareType', 'description', 'legal', 'maintenance', 'localisation'])
      assert.ok(code[key], key);
    for (const { shortDescription = '', longDescription = '' } of Object.values(code.description)) {
      assert.ok(shortDescription.length > 0 && shortDescription.length <= 150);
      assert.ok(longDescription.length >= 150 && longDescription.length <= 10_000);
    }
    const { version } = JSON.parse(read('package.json')) as { version: string };
    assert.equal(code.softwareVersion, version);
  });
});
