import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { foreign, inUse, notWritable, onNetwork, otherUser } from './faults.ts';
import { findMount, isNetworkType, readMounts, type Mount } from './file-system.ts';
import { findInstallation, newInstallation, writeInstallation, type Installation } from './installation.ts';
import { tryLock } from './lock.ts';

const run = promisify(execFile);

/** The folder with everything an installation keeps outside of a database server, locked for this process. */
export interface DataDirectory {
  /** Absolute, without symbolic links. */
  readonly path: string;
  readonly keys: string;
  readonly files: string;
  readonly installation: Installation;
  /** Lets others use the folder; also happens by itself when the process ends, in whatever way. */
  readonly release: () => void;
}

/** What may lie in a folder that no Pendopo has used yet: a restored key, what systems put there themselves. */
const allowedBefore: ReadonlySet<string> = new Set(['keys', 'lock', 'lost+found', '.gitkeep', '.DS_Store']);
const ownUnfinished = /\.unfinished$/u;

/** Read by others, changed by others, or passable for everybody: all but what `closeToOthers` leaves. */
const openToOthers = 0o067;

/**
 * Opens the data directory, made at the first start and closed to other users (`closeToOthers`). Refuses with a reason a
 * folder of another user, on a network file system, in use by a running Pendopo, or with other things in it:
 * faults `data-directory-other-user`, `-not-writable`, `-on-network`, `-in-use`, `-foreign`.
 */
export async function openDataDirectory(
  wanted: string,
  mounts: () => Promise<readonly Mount[]> = readMounts,
): Promise<DataDirectory> {
  const path = await makeFolder(wanted);
  await checkOwner(path);
  await checkLocal(path, mounts);
  await closeToOthers(path);
  const lock = tryLock(join(path, 'lock'));
  if (lock === undefined) throw inUse(path);
  try {
    const installation = (await findInstallation(path)) ?? (await begin(path));
    const [keys, files] = await Promise.all([
      makeFolder(join(path, 'keys')),
      makeFolder(join(path, 'files')),
    ]);
    return { path, keys, files, installation, release: lock.release };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Throws `data-directory-on-network` when the path (without symbolic links) is not on a disk of this machine. */
export async function checkLocal(
  path: string,
  mounts: () => Promise<readonly Mount[]> = readMounts,
): Promise<void> {
  const mount = findMount(path, await mounts());
  if (mount !== undefined && isNetworkType(mount.type)) throw onNetwork(path, mount.type);
}

async function makeFolder(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return await realpath(path);
  } catch (error) {
    throw Object.assign(notWritable(path, currentUser()), { cause: error });
  }
}

async function checkOwner(path: string): Promise<void> {
  const { uid } = await stat(path);
  const me = process.getuid?.();
  if (me !== undefined && uid !== me) throw otherUser(path, await nameOf(uid), currentUser());
}

/**
 * Others may at most pass through, to a folder below that an administrator opened to a server of theirs (docs/products.md): with an
 * ACL the bits of the group are its mask, and taking them away would take that server's right away at every start.
 */
async function closeToOthers(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o700) !== 0o700 || (mode & openToOthers) !== 0) await chmod(path, 0o700);
}

async function begin(path: string): Promise<Installation> {
  const foreigner = (await readdir(path)).find(
    (name) => !allowedBefore.has(name) && !ownUnfinished.test(name),
  );
  if (foreigner !== undefined) throw foreign(path, foreigner);
  const installation = newInstallation();
  await writeInstallation(path, installation);
  return installation;
}

function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.());
  }
}

async function nameOf(uid: number): Promise<string> {
  return run('id', ['-nu', String(uid)]).then(
    ({ stdout }) => stdout.trim(),
    () => String(uid),
  );
}
