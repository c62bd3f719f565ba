import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodingFor } from './compression.ts';

describe('what a caller accepts', () => {
  it('is the best that we can give', () => {
    assert.equal(encodingFor('gzip, deflate, br, zstd'), 'br');
    assert.equal(encodingFor('GZIP;q=0.8 , br ; q=0'), 'gzip');
    assert.equal(encodingFor('br;q=0.0, gzip;q=0'), undefined);
    assert.equal(encodingFor('identity'), undefined);
    assert.equal(encodingFor(undefined), undefined);
  });

  it('is read in one go, also from a header full of blanks', () => {
    const longest = 16 * 1024;
    const began = performance.now();
    for (const sign of ['\t', ' \t', ';', ' ;', ',', ' ,']) encodingFor(`br${sign.repeat(longest)}x`);
    const tookMs = performance.now() - began;
    assert.ok(tookMs < 500, `${tookMs} ms`);
  });
});
