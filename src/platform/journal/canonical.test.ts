import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { canonical } from './canonical.ts';

describe('canonical bytes of a value', () => {
  it('are those that the package by an author of RFC 8785 gives', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        assert.equal(canonical(value).toString(), canonicalize(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('have the order of the RFC: by UTF-16 units, numerals as text', () => {
    // Section 3.2.3 of the RFC; and names that a JavaScript object would put first, in the order of numbers.
    const value = { '\u20ac': 5, '\r': 1, '\ufb33': 7, '1': 2, '\ud83d\ude00': 6, '\u0080': 3, ö: 4 };
    const written = canonical(value).toString();
    assert.deepEqual(written.match(/(?<=":)\d/g), ['1', '2', '3', '4', '5', '6', '7']);
    assert.equal(canonical({ 9: 'a', 10: 'b', 2: 'c' }).toString(), '{"10":"b","2":"c","9":"a"}');
  });

  it('write numbers and texts as ECMAScript does', () => {
    const numbers = [1 / 3e-9, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0];
    assert.equal(canonical(numbers).toString(), '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]');
    assert.equal(canonical('\u20ac$\u000f\nA\'B"\\"/').toString(), '"€$\\u000f\\nA\'B\\"\\\\\\"/"');
  });

  it('leave out what JSON leaves out', () => {
    assert.equal(canonical({ b: undefined, a: [undefined, null] }).toString(), '{"a":[null,null]}');
  });

  it('are refused to what JSON cannot carry, and to what would write itself', () => {
    const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
    for (const value of [
      NaN,
      Infinity,
      undefined,
      () => 1,
      1n,
      Symbol('a'),
      '\ud800',
      { '\udc00': 1 },
      { now },
    ])
      assert.throws(() => canonical(value), TypeError);
  });
});
