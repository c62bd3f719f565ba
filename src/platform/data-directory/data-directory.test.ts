import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { openDataDirectory } from './data-directory.ts';
import { findMount, isNetworkType, parseMountInfo, parseMountList } from './file-system.ts';

describe('data directory', () => {
  let folder: string;
  let made = 0;
  const fresh = (): string => join(folder, `data-${(made += 1)}`);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pendopo-data-'));
  });

  after(() => rm(folder, { recursive: true }));

  it('is made at the first start, closed to others, and keeps its identity', async () => {
    const path = join(fresh(), 'deeper');
    const first = await openDataDirectory(path);
    for (const one of [first.path, first.keys, first.files])
      assert.equal((await stat(one)).mode & 0o777, 0o700);
    first.release();
    const second = await openDataDirectory(path);
    assert.deepEqual(second.installation, first.installation);
    second.release();
  });

  it('is closed to others even if it was made open', async () => {
    const path = fresh();
    await mkdir(path, { mode: 0o755 });
    (await openDataDirectory(path)).release();
    assert.equal((await stat(path)).mode & 0o777, 0o700);
  });

  it('keeps the right to pass through that an administrator gave to a server of theirs', async () => {
    const path = fresh();
    (await openDataDirectory(path)).release();
    await chmod(path, 0o710);
    (await openDataDirectory(path)).release();
    assert.equal((await stat(path)).mode & 0o777, 0o710);
  });

  it('is refused a second time while in use', async () => {
    const path = fresh();
    const first = await openDataDirectory(path);
    await assert.rejects(openDataDirectory(path), { code: 'data-directory-in-use' });
    first.release();
    (await openDataDirectory(path)).release();
  });

  it('is free again when the process that had it was killed', async () => {
    const path = fresh();
    const module = new URL('data-directory.ts', import.meta.url).href;
    const script = `const { openDataDirectory } = await import('${module}');
      globalThis.held = await openDataDirectory('${path}'); console.log('held'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    await once(child.stdout, 'data');
    await assert.rejects(openDataDirectory(path), { code: 'data-directory-in-use' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    (await openDataDirectory(path)).release();
  });

  it('is refused to another user than its owner, by name', async () => {
    const path = process.getuid?.() === 0 ? fresh() : '/usr';
    const [owner, uid] = process.getuid?.() === 0 ? ['nobody', 65_534] : ['root', 0];
    if (uid !== 0) {
      await mkdir(path);
      await chown(path, uid, uid);
    }
    const mode = (await stat(path)).mode;
    await assert.rejects(openDataDirectory(path), {
      code: 'data-directory-other-user',
      message: new RegExp(`belongs to the user ${owner}.*\\n.*Start it as ${owner}`, 'u'),
    });
    assert.equal((await stat(path)).mode, mode, 'and nothing is changed there');
  });

  it('is refused on a network file system', async () => {
    const path = fresh();
    const mounts = [
      { point: '/', type: 'ext4' },
      { point: folder, type: 'nfs4' },
    ];
    await assert.rejects(
      openDataDirectory(path, () => Promise.resolve(mounts)),
      { code: 'data-directory-on-network' },
    );
  });

  it('is refused when it holds something else', async () => {
    const path = fresh();
    await mkdir(path);
    await writeFile(join(path, 'thesis.doc'), '');
    await assert.rejects(openDataDirectory(path), {
      code: 'data-directory-foreign',
      message: /thesis\.doc/u,
    });
  });

  it('accepts a folder into which only the keys were restored', async () => {
    const path = fresh();
    await mkdir(join(path, 'keys'), { recursive: true });
    (await openDataDirectory(path)).release();
  });
});

describe('file system of a path', () => {
  const mountInfo = `22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:35 / /srv/big\\040disk rw shared:3 master:1 - nfs4 server:/export rw
41 22 0:36 / /home/ani/remote rw - fuse.sshfs ani@host: rw
42 22 0:37 / /srv rw - xfs /dev/vdb rw
43 22 0:38 / /srv/big\\040disk rw - ext4 /dev/vdc rw
`;
  const typeOf = (path: string): string | undefined => findMount(path, parseMountInfo(mountInfo))?.type;

  it('is that of the nearest mount, the last one on the same point', () => {
    assert.equal(typeOf('/'), 'ext4');
    assert.equal(typeOf('/srv'), 'xfs');
    assert.equal(typeOf('/srvice'), 'ext4');
    assert.equal(typeOf('/home/ani/remote/data'), 'fuse.sshfs');
    assert.equal(typeOf('/srv/big disk/data'), 'ext4');
  });

  it('is read on macOS too', () => {
    const list = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only)
//ani@server/share on /Volumes/Share (x) (smbfs, nodev, nosuid)
`;
    assert.deepEqual(parseMountList(list), [
      { point: '/', type: 'apfs' },
      { point: '/Volumes/Share (x)', type: 'smbfs' },
    ]);
  });

  it('is of the network or not', () => {
    for (const type of ['nfs', 'nfs4', 'cifs', 'smb3', '9p', 'fuse.sshfs', 'ceph', 'smbfs']) {
      assert.ok(isNetworkType(type), type);
    }
    for (const type of [
      'ext4',
      'xfs',
      'btrfs',
      'zfs',
      'overlay',
      'tmpfs',
      'apfs',
      'fuse.ntfs-3g',
      'virtiofs',
    ]) {
      assert.ok(!isNetworkType(type), type);
    }
  });
});
