import assert from 'node:assert/strict';
import { argon2Sync } from 'node:crypto';
import { describe, test } from 'node:test';

import { argon2idHash } from './argon2id.ts';
import { sha512Crypt, sha512CryptHash } from './sha512-crypt.ts';

/** Test vectors of the paper itself ("Unix crypt using SHA-256 and SHA-512"). */
const vectors = [
  [
    'Hello world!',
    'saltstring',
    undefined,
    '$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1',
  ],
  [
    'Hello world!',
    'saltstringsaltstring',
    10_000,
    '$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.',
  ],
  [
    'we have a short salt string but not a short password',
    'short',
    77_777,
    '$6$rounds=77777$short$WuQyW2YR.hBNpjjRhpYD/ifIw05xdfeEyQoMxIXbkvr0gge1a1x3yRULJ5CCaUeOxFmtlcGZelFl5CxtgfiAc0',
  ],
] as const;

describe('first passwords as servers keep them', () => {
  for (const [password, salt, rounds, expected] of vectors)
    test(`SHA-512 crypt of "${password.slice(0, 12)}…", ${rounds ?? 'usual'} rounds`, () => {
      assert.equal(sha512Crypt(password, salt, rounds), expected);
    });

  test('the same password never has the same hash twice', async () => {
    assert.notEqual(sha512CryptHash('rahasia'), sha512CryptHash('rahasia'));
    assert.notEqual(await argon2idHash('rahasia'), await argon2idHash('rahasia'));
  });

  test('Argon2id: a PHC string by whose parameters the hash is found again', async () => {
    const hash = await argon2idHash('rahasia');
    const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
      hash,
    );
    assert.ok(parts, hash);
    const [, memory, passes, parallelism, salt = '', tag = ''] = parts;
    const again = argon2Sync('argon2id', {
      message: 'rahasia',
      nonce: Buffer.from(salt, 'base64'),
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
      tagLength: 32,
    });
    assert.equal(again.toString('base64').replaceAll('=', ''), tag);
  });
});
