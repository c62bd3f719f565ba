import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
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
async function called(files: Readonly<Record<string, string>>, ...args: string[]) {
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err') =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const code = await run(args, {
    stdin: (async function* () {})(),
    stdout: into('out'),
    stderr: into('err'),
    readFile: async (path) => files[path] ?? Promise.reject(new Error(path)),
  });
  return { code, ...written };
}

test('a year out of a table stands in the calendar that is printed, regional holidays stay', async () => {
  const files = { k: CALENDAR, t: 'tanggal;nama\n10/03/2027;Idul Fitri\n' };
  const { code, out } = await called(files, 'import', 't', '--calendar', 'k', '--decree', 'SKB 1');
  assert.equal(code, 0);
  const read = readCalendar(JSON.parse(out));
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
  const { out } = await called(files, 'import', 't', '--calendar', 'k', '--add');
  const read = readCalendar(JSON.parse(out));
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
  const { code, out, err } = await called(files, 'import', 't', '--calendar', 'k');
  assert.deepEqual([code, out], [2, '']);
  assert.match(err, /^t:3: Tanggal "31\/02\/2027" tidak terbaca/);
  assert.equal((await called(files, 'import', 't')).code, 2);
});
