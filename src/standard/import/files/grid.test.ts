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

test('a table within a cell is a table of its own, also where its lines touch the cell', () => {
  // Two columns; in the second row the right cell holds four boxes whose outer lines end at the cell's.
  const horizontal = [
    across(0),
    across(20),
    across(30, 110, 300),
    across(50, 110, 300),
    across(70, 110, 300),
    across(90),
  ];
  const vertical = [
    across(0, 0, 90),
    across(100, 0, 90),
    across(110, 30, 70),
    across(200, 30, 70),
    across(300, 0, 90),
  ];
  const [outer, inner, another] = ruledTables(horizontal, vertical);
  const boxesOf = (table: typeof outer) =>
    table?.rows.map((cells) =>
      cells.flatMap((cell) => (cell ? [[cell.left, cell.right, cell.top, cell.bottom]] : [])),
    );
  assert.deepEqual(boxesOf(outer), [
    [
      [0, 100, 0, 20],
      [100, 300, 0, 20],
    ],
    [
      [0, 100, 20, 90],
      [100, 300, 20, 90],
    ],
  ]);
  assert.deepEqual(boxesOf(inner), [
    [
      [110, 200, 30, 50],
      [200, 300, 30, 50],
    ],
    [
      [110, 200, 50, 70],
      [200, 300, 50, 70],
    ],
  ]);
  assert.equal(another, undefined);
});
