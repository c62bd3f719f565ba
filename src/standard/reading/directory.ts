import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kindOfFile } from './definitions.ts';
import type { DefinitionFile } from './definitions.ts';

async function namesIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fault;
  }
}

/** The definition files of one government's directory, in a steady order. Paths start with `directory`. */
export async function governmentFiles(directory: string): Promise<DefinitionFile[]> {
  const top = (await namesIn(directory)).map((name) => join(directory, name));
  const services = (await namesIn(join(directory, 'services'))).map((name) =>
    join(directory, 'services', name),
  );
  const paths = [...top, ...services].filter((path) => kindOfFile(path) !== null);
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}

/** The directories below `root` that hold a `government.yaml`, in alphabetical order. */
export async function governmentDirectories(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await namesIn(root)) {
    const directory = join(root, name);
    const inside = await readdir(directory).catch((): string[] => []);
    if (inside.includes('government.yaml')) found.push(directory);
  }
  return found;
}
