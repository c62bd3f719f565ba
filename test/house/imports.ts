/** What each source file imports, as the parser of oxc sees it. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface Import {
  /** File that imports, relative to the root, such as `src/request/act.ts`. */
  readonly from: string;
  /** The imported file relative to the root, or the name of a package. */
  readonly to: string;
  readonly package: boolean;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** Tests beside what they test, and the oracle that only tests ask. */
const isTest = (file: string): boolean => file.endsWith('.test.ts') || file.includes('/oracle/');

/** All imports, re-exports and dynamic imports of the TypeScript files below `root`/src, tests left out. */
export function readImports(root: string): readonly Import[] {
  return sourceFiles(root).flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));
}

/** The files below `root`/src that are part of the program. */
export const sourceFiles = (root: string): readonly string[] =>
  globSync('src/**/*.ts', { cwd: root })
    .filter((file) => !isTest(file))
    .sort();

interface Found {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly at: number;
}

export function importsOf(file: string, text: string): readonly Import[] {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const found: Found[] = [
    ...module.staticImports.map((item) => ({
      specifier: item.moduleRequest.value,
      typeOnly: item.entries.length > 0 && item.entries.every((entry) => entry.isType),
      at: item.start,
    })),
    ...module.staticExports.flatMap((item) => {
      const from = item.entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
      return from
        ? { specifier: from.value, typeOnly: item.entries.every((entry) => entry.isType), at: item.start }
        : [];
    }),
    ...module.dynamicImports.flatMap((item) => {
      const literal = /^(['"])(.*)\1$/.exec(text.slice(item.moduleRequest.start, item.moduleRequest.end));
      return literal?.[2] ? { specifier: literal[2], typeOnly: false, at: item.start } : [];
    }),
  ];
  return found.map(({ specifier, typeOnly, at }) => {
    const relative = specifier.startsWith('.');
    const to = relative ? normalize(join(dirname(file), specifier)) : specifier;
    return { from: file, to, package: !relative, typeOnly, line: text.slice(0, at).split('\n').length };
  });
}
