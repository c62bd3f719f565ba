import { randomUUID } from 'node:crypto';
import { constants, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { errorCode, syncDirectory } from '../../platform/index.ts';

/** The server's group may read, as far as the directory lets it in; everybody else may not. */
const mode = 0o640;

/**
 * What the file holds; nothing when there is none. A link is refused: replacing it would leave what it leads to, and whoever reads that,
 * with the old text.
 */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, { encoding: 'utf8', flag: constants.O_RDONLY | constants.O_NOFOLLOW });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}

/**
 * Gives the file new content, all of it or none: whoever reads it meanwhile, also after a power failure, finds the old text or the
 * new one. Keeps the permissions of the file that was there. When this throws the file is as it was, unless only the last step
 * failed, which makes the change outlast a power failure.
 */
export async function replaceFile(file: string, content: string): Promise<void> {
  const fresh = `${draftPrefix(file)}${randomUUID()}`;
  await removeDrafts(file);
  try {
    await writeSynced(fresh, content, await modeOf(file));
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncDirectory(dirname(file));
}

/** Only under the directory's lock, so that a draft that is there was left by a process that was killed. */
async function removeDrafts(file: string): Promise<void> {
  const prefix = basename(draftPrefix(file));
  const names = await readdir(dirname(file));
  for (const name of names.filter((one) => one.startsWith(prefix))) await rm(join(dirname(file), name));
}

const draftPrefix = (file: string): string => join(dirname(file), `.${basename(file)}.new-`);

async function modeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).mode & 0o777;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return mode;
    throw error;
  }
}

async function writeSynced(file: string, content: string, permissions: number): Promise<void> {
  const handle = await open(file, 'wx', permissions);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
