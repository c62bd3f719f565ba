import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../ground/index.ts';
import { readInput, readJson } from './input.ts';
import { SubmissionBody } from './schemas/requests.ts';

const nested = (levels: number, [open, close]: readonly [string, string]): unknown =>
  readJson(`{"answers":{"isi":${open.repeat(levels)}1${close.repeat(levels)}}}`, 'answers');

test('what is nested without end is told so, and followed no further', () => {
  for (const brackets of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    for (const levels of [11, 200_000])
      assert.throws(
        () => readInput(SubmissionBody, nested(levels, brackets)),
        (error) => error instanceof Fault && error.code === 'input-too-deep' && error.kind === 'malformed',
      );
    const value = nested(10, brackets);
    assert.deepEqual(readInput(SubmissionBody, value), value);
  }
});
