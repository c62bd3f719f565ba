import assert from 'node:assert/strict';
import { createPublicKey, sign, verify } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { exportMasterKey, importMasterKey } from './backup.ts';
import { keysFrom, loadKeys, publicPem } from './keys.ts';

let directory: string;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pendopo-keys-'));
});
after(() => rm(directory, { recursive: true }));

describe('the master key file', () => {
  it('is made on first use, for its owner only, and stays the same', async () => {
    const file = join(directory, 'first', 'master.key');
    const one = await loadKeys(file);
    const two = await loadKeys(file);
    assert.equal(one.fingerprint, two.fingerprint);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(join(directory, 'first')), ['master.key']);
  });

  it('is one and the same for processes that start at once', async () => {
    const file = join(directory, 'race', 'master.key');
    const all = await Promise.all(Array.from({ length: 8 }, () => loadKeys(file)));
    assert.equal(new Set(all.map((keys) => keys.fingerprint)).size, 1);
  });

  it('is refused when others may read it, with the way out', async () => {
    const file = join(directory, 'open.key');
    await loadKeys(file);
    await chmod(file, 0o644);
    await assert.rejects(loadKeys(file), { code: 'master-key-exposed', message: /chmod 600/ });
  });

  it('is refused when damaged, never replaced', async () => {
    const file = join(directory, 'damaged.key');
    await writeFile(file, 'pendopo-master-key-v1 short\n', { mode: 0o600 });
    await assert.rejects(loadKeys(file), { code: 'master-key-malformed' });
    assert.equal(await readFile(file, 'utf8'), 'pendopo-master-key-v1 short\n');
  });
});

describe('keys', () => {
  const keys = keysFrom(Buffer.alloc(32, 1));
  const others = keysFrom(Buffer.alloc(32, 2));

  it('wrap a data key for one place only', () => {
    const dataKey = keys.newDataKey();
    const wrapped = keys.wrap(dataKey, 'klaten/0198');
    assert.deepEqual(keys.unwrap(wrapped, 'klaten/0198'), dataKey);
    assert.equal(dataKey.length, 32);
    assert.throws(() => keys.unwrap(wrapped, 'klaten/0199'), { code: 'unreadable' });
    assert.throws(() => others.unwrap(wrapped, 'klaten/0198'), { code: 'unreadable' });
  });

  it('find a value however it was written', () => {
    const same = (kind: 'nik' | 'phone' | 'email', one: string, other: string): void =>
      assert.deepEqual(keys.lookupHash(kind, one), keys.lookupHash(kind, other));
    same('nik', '3310 0101 0101 0001', '3310010101010001');
    same('phone', '0812-3456-789', '+62 812 3456 789');
    same('email', ' Siti@Contoh.id', 'siti@contoh.id');
  });

  it('hash differently for each kind and each installation', () => {
    const hash = keys.lookupHash('nik', '3310010101010001');
    assert.notDeepEqual(keys.lookupHash('secret', '3310010101010001'), hash);
    assert.notDeepEqual(others.lookupHash('nik', '3310010101010001'), hash);
  });

  it('verify only the mac of the same purpose and bytes', () => {
    const mac = keys.mac('journal', 'entry');
    assert.equal(keys.verifyMac('journal', 'entry', mac), true);
    assert.equal(keys.verifyMac('journal', 'entrz', mac), false);
    assert.equal(keys.verifyMac('csrf', 'entry', mac), false);
    assert.equal(keys.verifyMac('journal', 'entry', mac.subarray(1)), false);
  });

  it('sign so that anyone with the public key can verify, after a restart too', () => {
    const signature = sign(null, Buffer.from('checkpoint'), keys.signingKey('checkpoint'));
    const publicKey = createPublicKey(publicPem(keysFrom(Buffer.alloc(32, 1)).signingKey('checkpoint')));
    assert.equal(verify(null, Buffer.from('checkpoint'), publicKey, signature), true);
    assert.equal(verify(null, Buffer.from('checkpoinT'), publicKey, signature), false);
  });
});

describe('a backup of the master key', () => {
  const passphrase = 'empat kata yang panjang';

  it('brings the same key back in a new place', async () => {
    const file = join(directory, 'kept.key');
    const backup = join(directory, 'kept.backup');
    const { fingerprint } = await loadKeys(file);
    assert.equal(await exportMasterKey(file, backup, passphrase), fingerprint);
    const restored = join(directory, 'restored', 'master.key');
    assert.equal(await importMasterKey(backup, restored, passphrase), fingerprint);
    assert.equal((await loadKeys(restored)).fingerprint, fingerprint);
    assert.equal(
      (await readFile(backup, 'utf8')).includes((await readFile(file, 'utf8')).slice(23, 60)),
      false,
    );
  });

  it('refuses a wrong passphrase, a short one, a foreign file, and to replace another key', async () => {
    const file = join(directory, 'own.key');
    const backup = join(directory, 'own.backup');
    await loadKeys(file);
    await exportMasterKey(file, backup, passphrase);
    const fresh = join(directory, 'fresh.key');
    await assert.rejects(importMasterKey(backup, fresh, 'kata yang lain sama sekali'), {
      code: 'passphrase-wrong',
    });
    await assert.rejects(exportMasterKey(file, `${backup}2`, 'pendek'), { code: 'passphrase-short' });
    await assert.rejects(importMasterKey(file, fresh, passphrase), { code: 'backup-malformed' });
    await assert.rejects(exportMasterKey(file, backup, passphrase), { code: 'backup-exists' });
    await assert.rejects(exportMasterKey(fresh, `${backup}3`, passphrase), { code: 'master-key-absent' });
    await assert.rejects(importMasterKey(`${backup}4`, fresh, passphrase), { code: 'master-key-absent' });
    const another = join(directory, 'another.key');
    await loadKeys(another);
    await assert.rejects(importMasterKey(backup, another, passphrase), { code: 'master-key-exists' });
  });
});
