/** A folder of one test, and all that stands in it. */
import { mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const newFolder = (name: string): Promise<string> => mkdtemp(join(tmpdir(), `pendopo-${name}-`));

/** Every file below it, with its name, as one text. */
export async function allText(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  const texts = await Promise.all(names.sort().map((name) => textOf(join(folder, name))));
  return texts.join('\n');
}

async function textOf(path: string): Promise<string> {
  const about = await stat(path);
  return about.isFile() ? `${path}\n${await readFile(path, 'latin1')}` : path;
}

/** A directory that cannot be used, also by root: a file stands where it was. */
export function breakable(directory: string): { breakIt(): Promise<void>; mend(): Promise<void> } {
  const aside = `${directory}.aside`;
  return {
    breakIt: async () => {
      await rename(directory, aside);
      await writeFile(directory, '');
    },
    mend: async () => {
      await rm(directory);
      await rename(aside, directory);
    },
  };
}
