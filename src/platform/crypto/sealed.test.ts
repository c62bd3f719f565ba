import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { unseal, seal, SEAL_OVERHEAD } from './sealed.ts';

const unreadable = { name: 'Fault', code: 'unreadable' };
const key = randomBytes(32);
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));

describe('sealed values', () => {
  it('open to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(bytes, fc.string(), (plain, context) => {
        const sealed = seal(plain, key, context);
        assert.deepEqual(unseal(sealed, key, context), plain);
        assert.equal(sealed.length, plain.length + SEAL_OVERHEAD);
      }),
    );
  });

  it('open nowhere else: not in another place, not with another key', () => {
    const sealed = seal('3310010101010001', key, 'klaten/0198/nik');
    assert.throws(() => unseal(sealed, key, 'klaten/0199/nik'), unreadable);
    assert.throws(() => unseal(sealed, randomBytes(32), 'klaten/0198/nik'), unreadable);
  });

  it('do not open when any single bit was changed', () => {
    const sealed = seal('Siti', key, 'here');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      assert.throws(() => unseal(altered, key, 'here'), unreadable, `bit ${bit}`);
    }
  });

  it('do not open when cut short', () => {
    const sealed = seal('Siti', key, 'here');
    for (let length = 0; length < sealed.length; length += 1) {
      assert.throws(() => unseal(sealed.subarray(0, length), key, 'here'), unreadable, `${length} bytes`);
    }
  });

  it('look different each time, so that equal values are not seen to be equal', () => {
    assert.notDeepEqual(seal('same', key, 'here'), seal('same', key, 'here'));
  });
});
