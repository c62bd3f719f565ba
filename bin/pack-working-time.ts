/**
 * Packs the clock alone, for programs that are not Pendopo: `npm run pack:working-time -- [FOLDER]` puts a tarball into
 * FOLDER (default: here) and prints its path. Node strips no types below node_modules, so the package holds JavaScript
 * without types, and the types beside it. It needs no other package, and any Node from 20 on: without Temporal, instants
 * and dates are taken as text.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const room = join(root, 'src/working-time');

/** What of the repository's package.json is said of the package too. */
interface RepositoryPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** JavaScript and declarations, as the compiler gives them. */
function emit(folder: string): void {
  const config = join(folder, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    rootDir: room,
    outDir: join(folder, 'working-time'),
    types: [],
  };
  const files = [join(room, 'index.ts')];
  writeFileSync(
    config,
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] }),
  );
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', config], { stdio: 'inherit' });
  rmSync(config);
}

/** The compiler leaves ".ts" in the imports of declarations, where no such file will be. */
function pointToJavaScript(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.d.ts')) continue;
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/(from '\.\/[^']+)\.ts'/g, "$1.js'"));
  }
}

function describe(folder: string): void {
  const { name, version, license } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as RepositoryPackage;
  const entry = { types: './working-time/index.d.ts', default: './working-time/index.js' };
  const own = {
    name,
    version,
    description:
      'Promised times of Indonesian public services: read as printed, reckoned to a deadline, explained.',
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: { './working-time': entry },
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  for (const file of ['LICENSE', 'NOTICE']) copyFileSync(join(root, file), join(folder, file));
  copyFileSync(join(room, 'README.md'), join(folder, 'README.md'));
}

const target = resolve(process.argv[2] ?? '.');
const folder = mkdtempSync(join(tmpdir(), 'pendopo-pack-'));
try {
  emit(folder);
  pointToJavaScript(join(folder, 'working-time'));
  describe(folder);
  const said = execFileSync('npm', ['pack', '--json', '--pack-destination', target], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const packed: unknown = JSON.parse(said);
  const [first] = Array.isArray(packed) ? (packed as unknown[]) : Object.values(packed as object);
  console.log(join(target, (first as { readonly filename: string }).filename));
} finally {
  rmSync(folder, { recursive: true });
}
