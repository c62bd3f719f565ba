import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callCommand } from '../../test/support/command.ts';
import type { CommandEnding } from '../../test/support/command.ts';
import { readCalendar } from '../working-time/index.ts';
import { run } from './calendar.ts';

const CALENDAR = JSON.stringify({
  timeZone: 'Asia/Jakarta',
  week: { mon: ['08:00-16:00'] },
  closed: [
    { date: '2027-01-01', name: 'Lama', kind: 'national-holiday' },
    { date: '2027-07-28', name: 'Hari jadi', kind: 'regional-holiday' },
  ],
});

/** What the command wrote, over files that are only texts. */
const called = (files: Readonly<Record<string, string>>, ...args: string[]): Promise<CommandEnding> =>
  callCommand(run, args, async (path) => files[path] ?? Promise.reject(new Error(path)));

test('a year out of a table stands in the calendar that is printed, regional holidays stay', async () => {
  const files = { k: CALENDAR, t: 'tanggal;nama\n10/03/2027;Idul Fitri\n' };
  const { code, stdout } = await called(files, 'import', 't', '--calendar', 'k', '--decree', 'SKB 1');
  assert.equal(code, 0);
  const read = readCalendar(JSON.parse(stdout));
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.closed.map(({ date, decree, confirmed }) => [date, decree, confirmed]),
    [
      ['2027-03-10', 'SKB 1', true],
      ['2027-07-28', null, true],
    ],
  );
});

test('without a decree days are not confirmed; --add leaves the others', async () => {
  const files = { k: CALENDAR, t: 'tanggal;nama\n10/03/2027;Idul Fitri\n' };
  const { stdout } = await called(files, 'import', 't', '--calendar', 'k', '--add');
  const read = readCalendar(JSON.parse(stdout));
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.closed.map(({ date, confirmed }) => [date, confirmed]),
    [
      ['2027-01-01', true],
      ['2027-03-10', false],
      ['2027-07-28', true],
    ],
  );
});

test('one bad line, and nothing is printed', async () => {
  const files = { k: CALENDAR, t: 'tanggal;nama\n10/03/2027;Idul Fitri\n31/02/2027;Salah\n' };
  const { code, stdout, stderr } = await called(files, 'import', 't', '--calendar', 'k');
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /^t:3: Tanggal "31\/02\/2027" tidak terbaca/);
  assert.equal((await called(files, 'import', 't')).code, 2);
});
