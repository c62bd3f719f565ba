import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashPassword, verifyPassword } from './password.ts';

describe('passwords', () => {
  it('are verified, and only the right one', async () => {
    const stored = await hashPassword('rahasia sekali');
    assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.equal(await verifyPassword('rahasia sekali', stored), true);
    assert.equal(await verifyPassword('rahasia sekalI', stored), false);
    assert.equal(await verifyPassword('', stored), false);
  });

  it('verify however the keyboard composes an accent', async () => {
    assert.equal(await verifyPassword('cafe\u0301', await hashPassword('caf\u00e9')), true);
  });

  it('of nobody are refused after the same work', async () => {
    assert.equal(await verifyPassword('rahasia', undefined), false);
  });

  it('verify a hash of the reference implementation, at the cost it names', async () => {
    // From the test suite of the Password Hashing Competition's winner: password "password", salt "somesalt".
    const stored = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
    assert.equal(await verifyPassword('password', stored), true);
    assert.equal(await verifyPassword('passwore', stored), false);
  });

  it('throw when what is stored is no such hash', async () => {
    await assert.rejects(verifyPassword('x', '$2b$10$bcrypt'), /not an argon2id hash/);
  });
});
