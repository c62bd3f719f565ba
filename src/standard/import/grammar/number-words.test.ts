import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberOfWords } from './number-words.ts';

test('numbers in words, and what is none', () => {
  for (const [text, number] of [
    ['tiga', 3],
    ['sebelas', 11],
    ['tiga belas', 13],
    ['dua puluh lima ribu', 25_000],
    ['seratus dua puluh', 120],
    ['dua ratus lima puluh ribu', 250_000],
    ['seribu lima ratus', 1500],
    ['seribu dua ratus tiga puluh empat', 1234],
    ['satu juta dua ratus ribu', 1_200_000],
    ['dua tiga', null],
    ['sebelas dua', null],
    ['dua orang', null],
    ['', null],
  ] as const)
    assert.equal(numberOfWords(text), number, text);
});
