import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NUMBER_WORDS, readNumberWords } from './number-words.ts';

const UNITS = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ');

/** A number as it is said, by the rule every child learns; from "seribu" down. Nought says nothing behind others. */
function said(n: number): string {
  if (n < 10) return UNITS[n] ?? '';
  if (n < 20) return n === 10 ? 'sepuluh' : n === 11 ? 'sebelas' : `${said(n - 10)} belas`;
  if (n < 100) return `${said(Math.floor(n / 10))} puluh ${rest(n % 10)}`;
  if (n < 1000) return `${n < 200 ? 'seratus' : `${said(Math.floor(n / 100))} ratus`} ${rest(n % 100)}`;
  return `${n < 2000 ? 'seribu' : `${said(Math.floor(n / 1000))} ribu`} ${rest(n % 1000)}`;
}

const rest = (n: number): string => (n === 0 ? '' : said(n));

test('reads every number up to ten thousand as it is said', () => {
  for (let n = 0; n < 10_000; n += 1) {
    const words = said(n).trim();
    assert.equal(readNumberWords(words), n, words);
    assert.equal(readNumberWords(words.replaceAll(' ', '')), n, words);
  }
});

const NO_NUMBER = [
  'dua tiga',
  'puluh',
  'belas',
  'ratus dua',
  'dua puluh tiga puluh',
  'dua puluh tiga ratus',
  'tiga belas puluh',
  'tiga belas satu',
  'tiga belas belas',
  'dua puluh tiga belas belas',
  'satu ribu dua ribu',
  'dua puluh puluh',
];

for (const words of NO_NUMBER) {
  test(`“${words}” is no number`, () => {
    assert.ok(Number.isNaN(readNumberWords(words)));
  });
}

test('number words end where other words begin', () => {
  const run = new RegExp(`^${NUMBER_WORDS}`);
  assert.equal(run.exec('tiga puluh hari')?.[0], 'tiga puluh');
  for (const word of ['sejak diterima', 'selama', 'sesuai', 'tigaan', 'duaan'])
    assert.equal(run.exec(word), null, word);
});
