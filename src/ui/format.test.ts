import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFileSize, formatList, formatMoney, formatNumber } from './format.ts';

test('rupiah as decrees print it', () => {
  assert.equal(formatMoney(40_000, 'id'), 'Rp40.000');
  assert.equal(formatMoney(40_000, 'en'), 'Rp40,000');
  assert.equal(formatMoney(0, 'id'), 'Rp0');
  assert.equal(formatMoney(-1_500, 'id'), '-Rp1.500');
  assert.equal(formatMoney(12_345_678_901_234_567_890n, 'id'), 'Rp12.345.678.901.234.567.890');
});

test('numbers', () => {
  assert.equal(formatNumber(1234.5, 'id'), '1.234,5');
  assert.equal(formatNumber(1234.5, 'en'), '1,234.5');
  assert.equal(formatNumber(2.12345, 'id'), '2,123');
});

test('file sizes', () => {
  const cases: [number, string, string][] = [
    [0, '0 B', '0 B'],
    [1023, '1.023 B', '1,023 B'],
    [1024, '1 KB', '1 KB'],
    [217_342, '212 KB', '212 KB'],
    [1_048_575, '1 MB', '1 MB'],
    [2_202_010, '2,1 MB', '2.1 MB'],
    [10 * 1024 * 1024, '10 MB', '10 MB'],
    [1024 ** 5, '1.024 TB', '1,024 TB'],
  ];
  for (const [bytes, id, en] of cases)
    assert.deepEqual([formatFileSize(bytes, 'id'), formatFileSize(bytes, 'en')], [id, en]);
});

test('lists', () => {
  assert.equal(formatList(['a'], 'id'), 'a');
  assert.equal(formatList(['a', 'b', 'c'], 'id'), 'a, b, dan c');
  assert.equal(formatList(['a', 'b'], 'en'), 'a and b');
});
