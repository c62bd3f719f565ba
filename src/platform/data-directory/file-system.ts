import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One mounted file system. */
export interface Mount {
  readonly point: string;
  /** As the system calls it: ext4, nfs4, fuse.sshfs, … */
  readonly type: string;
}

/**
 * File systems over a network or from another machine. Locks and fsync mean less there than they promise, and
 * both are what keeps a database whole.
 */
const networkTypes: ReadonlySet<string> = new Set(
  `nfs nfs3 nfs4 cifs smb2 smb3 smbfs smbnetfs ncpfs afs afpfs coda 9p webdav davfs davfs2 ceph glusterfs lustre
  beegfs gpfs vboxsf vmhgfs vmhgfs-fuse prl_fs sshfs s3fs rclone gcsfuse goofys juicefs curlftpfs`.split(
    /\s+/u,
  ),
);

/** Whether a file system of this type lies on another machine. */
export function isNetworkType(type: string): boolean {
  return networkTypes.has(type.replace(/^fuse\./u, '').toLowerCase());
}

/** The mount that holds an absolute path without symbolic links; of several on one point the last counts. */
export function findMount(path: string, mounts: readonly Mount[]): Mount | undefined {
  const holds = ({ point }: Mount): boolean => path === point || path.startsWith(point.replace(/\/?$/u, '/'));
  const holding = mounts.filter(holds);
  return holding.findLast(({ point }) => holding.every((other) => other.point.length <= point.length));
}

/** The mounts of this machine. Empty on systems that tell them in another way than Linux and macOS. */
export async function readMounts(): Promise<readonly Mount[]> {
  if (process.platform === 'linux') return parseMountInfo(await readFile('/proc/self/mountinfo', 'utf8'));
  if (process.platform === 'darwin') return parseMountList((await run('/sbin/mount')).stdout);
  return [];
}

/** Reads /proc/self/mountinfo (proc_pid_mountinfo(5)): the mount point is field 5, the type follows the dash. */
export function parseMountInfo(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const point = before.split(' ')[4];
    const type = after.split(' ')[0];
    return point === undefined || type === undefined ? [] : [{ point: unescape(point), type }];
  });
}

/** Reads what `mount` prints on macOS: `//server/share on /Volumes/share (smbfs, nodev)`. */
export function parseMountList(text: string): readonly Mount[] {
  return [...text.matchAll(/ on (?<point>\/.*) \((?<type>[^,)]+)(?:,[^)]*)?\)$/gmu)].flatMap(({ groups }) =>
    groups?.['point'] === undefined || groups['type'] === undefined
      ? []
      : [{ point: groups['point'], type: groups['type'] }],
  );
}

/** The kernel writes space, tab, newline and backslash as octal numbers. */
function unescape(point: string): string {
  return point.replaceAll(/\\(\d{3})/gu, (_, octal: string) =>
    String.fromCodePoint(Number.parseInt(octal, 8)),
  );
}
