import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { CROCKFORD } from './crockford.ts';
import { newRequestNumber, readRequestNumber } from './request-number.ts';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const prefix = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 2, maxLength: 6 });
const number = fc
  .tuple(prefix, fc.integer({ min: 2000, max: 2099 }))
  .map(([p, year]) => newRequestNumber(p, year));
const codeOf = (text: string): string => {
  const result = readRequestNumber(text);
  return result.ok ? result.value.number : result.fault.code;
};
const replaced = (text: string, at: number, character: string): string =>
  text.slice(0, at) + character + text.slice(at + 1);

describe('request numbers', () => {
  it('read as the government, the year and six characters', () => {
    assert.match(newRequestNumber('KLT', 2026), /^KLT-2026-[0-9A-HJKMNP-TV-Z]{6}$/);
    fc.assert(fc.property(number, (text) => assert.equal(codeOf(text), text)));
    const result = readRequestNumber(newRequestNumber('KLT', 2026));
    assert.ok(result.ok);
    assert.equal(result.value.prefix, 'KLT');
    assert.equal(result.value.year, 2026);
  });

  it('are read in any case, with or without dashes and spaces', () => {
    fc.assert(
      fc.property(number, (text) => {
        assert.equal(codeOf(text.toLowerCase()), text);
        assert.equal(codeOf(` ${text.replaceAll('-', '')} `), text);
        assert.equal(codeOf(Array.from(text).join(' ')), text);
      }),
    );
  });

  it('are read with O for 0 and I or L for 1, and the other way round in the prefix', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('I', 'l'), (text, one) => {
        const tail = text.slice(text.indexOf('-'));
        const head = text.slice(0, text.indexOf('-'));
        assert.equal(codeOf(head + tail.replaceAll('0', 'o').replaceAll('1', one)), text);
        assert.equal(codeOf(head.replaceAll('O', '0') + tail), text);
      }),
    );
    const klaten = newRequestNumber('KLT', 2026);
    assert.equal(codeOf(klaten.replace('KLT', 'K1T')), klaten);
    const inhil = newRequestNumber('INH', 2026);
    assert.equal(codeOf(inhil.replace('INH', '1NH')), inhil);
  });

  it('with any one character mistyped are found out', () => {
    for (const text of ['KLT', 'BLG', 'ZZZZZZ', 'AA'].map((p) => newRequestNumber(p, 2026))) {
      const characters = Array.from(text)
        .entries()
        .filter(([, character]) => character !== '-');
      for (const [at, right] of characters) {
        const inPrefix = at < text.indexOf('-');
        for (const wrong of inPrefix ? LETTERS : CROCKFORD) {
          if (wrong !== right) assert.notEqual(codeOf(replaced(text, at, wrong)), text);
          if (wrong !== right) assert.match(codeOf(replaced(text, at, wrong)), /mistyped|malformed/);
        }
      }
    }
  });

  it('with two characters of one part swapped are found out', () => {
    fc.assert(
      fc.property(number, fc.nat(2), fc.nat(), fc.nat(), (text, which, a, b) => {
        const parts = text.split('-').map((part) => Array.from(part));
        const part = parts[which]!;
        const [i, j] = [a % part.length, b % part.length];
        fc.pre(part[i] !== part[j]);
        [part[i], part[j]] = [part[j]!, part[i]!];
        assert.match(codeOf(parts.map((characters) => characters.join('')).join('-')), /mistyped|malformed/);
      }),
      { numRuns: 500 },
    );
  });

  it('of no such shape are refused', () => {
    for (const text of [
      '',
      'KLT',
      'KLT-2026',
      '2026-7F3K9Q',
      'KLT-2026-7F3K9U',
      'KLTKLTKLT-2026-7F3K9Q',
      '💥',
    ]) {
      assert.equal(codeOf(text), 'request-number-malformed', text);
    }
  });

  it('are refused for a prefix that is no 2 to 6 capital letters', () => {
    assert.throws(() => newRequestNumber('klt', 2026), RangeError);
    assert.throws(() => newRequestNumber('K', 2026), RangeError);
    assert.throws(() => newRequestNumber('KLT', 26), RangeError);
  });
});
