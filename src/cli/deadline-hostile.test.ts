import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The real command, over files of its own: what comes from outside may be anything. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pendopo-deadline-'));
after(() => rmSync(folder, { recursive: true }));

const OFFICE_DAY = ['08:00-12:00', '13:00-16:00'];
const OFFICE = { timeZone: 'Asia/Jayapura', week: { mon: OFFICE_DAY, wed: OFFICE_DAY } };

function calendar(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const good = calendar('good.json', OFFICE);
const RECEIVED = '2026-08-03T08:00:00+09:00';

function run(args: readonly string[], input = '') {
  const command = ['deadline', '--lang', 'en', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/pendopo.js'), ...command], {
    cwd: folder,
    input,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 26,
  });
  return { status, stdout, stderr };
}

const line = (more: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ calendar: good, received: RECEIVED, promise: '1 hari kerja', ...more });

const WEDNESDAY = '2026-08-05T16:00:00+09:00';
const at = (day: number, hour = 9): string => `2026-08-0${day}T0${hour}:00:00+09:00`;
const working = (part: Readonly<Record<string, unknown>>) => ({ basis: 'working', ...part });

/** Lines, and the deadline or the first word of the error that each must give. */
const LINES: readonly (readonly [string, string])[] = [
  [`\ufeff${line({ note: 'a byte order mark' })}`, WEDNESDAY],
  [`${line({ note: 'carriage return' })}\r`, WEDNESDAY],
  [`{"id":"${'a'.repeat(2 << 20)}"}`, 'bad-line'],
  [line({ note: 'goes on behind it' }), WEDNESDAY],
  ['{', 'bad-line'],
  ['null', 'bad-line'],
  ['['.repeat(100_000), 'bad-line'],
  [line({ received: undefined }), 'not-an-instant'],
  [line({ received: '2026-08-03T08:00:00' }), 'not-an-instant'],
  [line({ received: '2026-02-30T08:00:00Z' }), 'not-an-instant'],
  [line({ received: 1_785_715_200 }), 'not-an-instant'],
  [line({ received: '9999-12-31T23:59:59Z' }), 'out-of-range'],
  [line({ received: '0001-01-01T00:00:00Z' }), 'out-of-range'],
  [line({ promise: null }), 'not-an-object'],
  [line({ promise: {} }), 'unknown-basis'],
  [line({ promise: '14 (tiga belas) hari' }), 'unreadable-promise'],
  [line({ promise: working({ days: -1 }) }), 'not-an-amount'],
  [line({ promise: working({ days: 1.5 }) }), 'not-an-amount'],
  [line({ promise: working({ days: '5' }) }), 'not-an-amount'],
  [line({ promise: working({ hours: 1e300 }) }), 'not-an-amount'],
  [line({ promise: working({ days: 10_000_000 }) }), 'out-of-range'],
  [line({ promise: working({ minutes: 10_000_000 }) }), 'out-of-range'],
  [line({ promise: working({ day: 3 }) }), 'unknown-field'],
  [line({ pause: [[at(4), at(5)]] }), 'unknown-field'],
  [line({ pauses: [[at(2), at(4)]] }), 'pause-before-receipt'],
  [line({ pauses: [[at(5), at(4)]] }), 'pause-reversed'],
  [
    line({
      pauses: [
        [at(3), at(6)],
        [at(5), at(7)],
      ],
    }),
    'pause-overlap',
  ],
  [
    line({
      pauses: [
        [at(3), null],
        [at(5), at(7)],
      ],
    }),
    'pause-overlap',
  ],
  [line({ pauses: [[]] }), 'not-an-instant'],
  [line({ pauses: 'none' }), 'not-a-list'],
  [line({ extensions: [{ basis: 'calendar', days: 7 }] }), 'extension-basis'],
  [line({ extensions: [{ days: 1 }] }), '2026-08-10T16:00:00+09:00'],
  [line({ calendar: 'none.json' }), 'calendar-unreadable'],
  [line({ calendar: '.' }), 'calendar-unreadable'],
  [line({ calendar: '/dev/zero' }), 'calendar-unreadable'],
  [line({ calendar: 7 }), 'no-calendar'],
  [line({ calendar: calendar('words.json', 'Senin sampai Jumat') }), 'calendar-not-json'],
  [line({ calendar: calendar('huge.json', ' '.repeat(5 << 20)) }), 'calendar-unreadable'],
  [line({ calendar: calendar('never.json', { ...OFFICE, week: {} }) }), 'no-working-time'],
  [line({ calendar: calendar('zone.json', { ...OFFICE, timeZone: 'Asia/Tokyo' }) }), 'zone.json'],
  [line({ calendar: calendar('night.json', { ...OFFICE, week: { mon: ['22:00-06:00'] } }) }), 'night.json'],
  [
    line({ calendar: calendar('twice.json', { ...OFFICE, week: { mon: ['08:00-12:00', '11:00-13:00'] } }) }),
    'twice.json',
  ],
];

test('a batch answers whatever it is given line by line, and never with a wrong date', () => {
  const { status, stdout, stderr } = run(['--batch'], LINES.map(([text]) => text).join('\n'));
  assert.deepEqual([status, stderr], [0, '']);
  const answers = stdout.trimEnd().split('\n');
  assert.equal(answers.length, LINES.length);
  for (const [i, [text, expected]] of LINES.entries()) {
    const { due, error } = JSON.parse(answers[i] ?? '') as { due?: string; error?: string };
    assert.equal(due ?? error?.split(/[ :]/)[0], expected, text.slice(0, 200));
  }
});

test('an empty batch is answered with nothing', () => {
  assert.deepEqual(run(['--batch'], ''), { status: 0, stdout: '', stderr: '' });
});

const ONE = ['--calendar', good, '--received', RECEIVED, '--promise', '1 hari kerja'];

test('a pause on the command line is two instants, or one and a slash', () => {
  assert.match(run([...ONE, '--pause', `${at(3)}/`]).stdout, /^1 working day left\n/);
  for (const pause of [at(4), `${at(4)}/${at(5)}/${at(6)}`, '/', `/${at(5)}`]) {
    const { status, stdout, stderr } = run([...ONE, '--pause', pause]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^not-an-instant \(pauses\[0\]/);
  }
});
