import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readTrackingKey, writeTrackingKey } from './tracking-key.ts';

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 });

const read = (text: string): string | null => {
  const result = readTrackingKey(text);
  return result.ok ? result.value : null;
};

describe('a tracking key', () => {
  test('stands in seven groups of four without letters that are misread', () => {
    assert.match(writeTrackingKey(randomBytes(16)), /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.equal(writeTrackingKey(new Uint8Array(16)), '0000-0000-0000-0000-0000-0000-0000');
  });

  test('is read however it is typed', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom('', ' ', '-', '\u2013', ' - '), (secret, between) => {
        const own = Buffer.from(secret).toString('base64url');
        const typed = writeTrackingKey(secret).replaceAll('-', between).toLowerCase();
        assert.equal(read(typed), own);
        assert.equal(read(` ${typed.replaceAll('0', 'o').replaceAll('1', 'l')}\n`), own);
      }),
    );
  });

  test('tells every wrong character and every swap of neighbours', () => {
    fc.assert(
      fc.property(secrets, fc.nat(27), fc.integer({ min: 1, max: 31 }), (secret, at, by) => {
        const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const key = Array.from(writeTrackingKey(secret).replaceAll('-', ''));
        const right = key[at] ?? '';
        const wrong = letters[(letters.indexOf(right) + by) % 32] ?? '';
        assert.equal(read(key.with(at, wrong).join('')), null);
        const next = key[at + 1];
        if (next !== undefined && next !== right) {
          assert.equal(
            read(
              key
                .with(at, next)
                .with(at + 1, right)
                .join(''),
            ),
            null,
          );
        }
      }),
    );
  });

  test('of the first receipts is still one, and means the same', () => {
    const secret = randomBytes(16);
    const old = secret.toString('base64url');
    assert.equal(read(` ${old} `), old);
    assert.equal(read(writeTrackingKey(secret)), old);
  });

  test('without its shape fits nothing and is no error', () => {
    for (const text of ['', 'salah', 'x'.repeat(22), '7F3K-9Q2M']) assert.equal(read(text), text);
  });
});
