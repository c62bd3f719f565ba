import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruledTables } from './grid.ts';

const across = (at: number, from = 0, to = 300) => ({ at, from, to });

test('lines that touch enclose rows of cells', () => {
  const [table] = ruledTables(
    [across(0), across(20), across(60)],
    [across(0, 0, 60), across(40, 0, 60), across(300, 0, 60)],
  );
  assert.deepEqual(
    table?.rows.map((cells) => cells.map((cell) => cell && [cell.left, cell.right, cell.top, cell.bottom])),
    [
      [
        [0, 40, 0, 20],
        [40, 300, 0, 20],
      ],
      [
        [0, 40, 20, 60],
        [40, 300, 20, 60],
      ],
    ],
  );
});

test('cells over several columns or rows are one', () => {
  const horizontal = [across(0), across(20), across(40, 100, 300), across(60)];
  const vertical = [across(0, 0, 60), across(100, 20, 60), across(300, 0, 60)];
  const [table] = ruledTables(horizontal, vertical);
  assert.deepEqual(
    table?.rows.map((cells) => cells.map((cell) => cell && [cell.left, cell.right, cell.top, cell.bottom])),
    [
      [[0, 300, 0, 20]],
      [
        [0, 100, 20, 60],
        [100, 300, 20, 40],
      ],
      [null, [100, 300, 40, 60]],
    ],
  );
});

test('lines that do not touch are no table', () => {
  assert.deepEqual(ruledTables([across(0)], [across(400, 50, 90)]), []);
});
