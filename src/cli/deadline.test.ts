import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { run as runDeadline } from './deadline.ts';
import { run as runPromise } from './promise.ts';

const folder = new URL('../../test/clock/', import.meta.url);

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Runs a command over the files of test/clock; standard input arrives in pieces of an odd size. */
async function call(run: typeof runDeadline, args: string[], input = '', size = 997) {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const code = await run(args, {
    stdin: inPieces(input, size),
    stdout,
    stderr,
    readFile: (path) => readFile(new URL(path, folder), 'utf8'),
  });
  return { code, out: stdout.text, err: stderr.text };
}

const KLATEN = ['--calendar', 'klaten.calendar.json'];
const ONE = [...KLATEN, '--received', '2026-11-23T10:15:00+07:00'];

const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('the batch answers every worked example, in order', async () => {
  const examples = await readFile(new URL('examples.jsonl', folder), 'utf8');
  const { code, out } = await call(runDeadline, ['--batch'], examples);
  assert.equal(code, 0);
  assert.deepEqual(
    linesOf(out),
    linesOf(examples).map(({ id, due }) => ({ id, due })),
  );
});

test('the batch goes on after bad lines, and says what is wrong with each', async () => {
  const good = {
    calendar: 'klaten.calendar.json',
    received: '2026-08-03T08:00:00+07:00',
    promise: '5 hari kerja',
  };
  const lines = [
    '{"id":"cut',
    '[]',
    '{"promise":"1 hari"}',
    JSON.stringify({ ...good, id: 1, calendar: 'none.json' }),
    JSON.stringify({ ...good, id: 2, calendar: 'examples.jsonl' }),
    JSON.stringify({ ...good, id: 3, received: '2026-08-03T08:00:00' }),
    JSON.stringify({ ...good, id: 4, promise: 'sebentar' }),
    JSON.stringify({ ...good, id: { odd: true }, promise: { basis: 'working', days: -1 } }),
    '   ',
    JSON.stringify({ ...good, id: 'é', extensions: [{ days: 7 }] }),
    JSON.stringify({ ...good, id: 6, pauses: [['2026-08-04T08:00:00+07:00', null]] }),
  ];
  const { code, out, err } = await call(runDeadline, ['--batch', '--lang', 'en'], lines.join('\n'), 7);
  assert.equal(code, 0);
  assert.equal(err, '');
  const answers = linesOf(out).map(({ id, due, left, error }) => [
    id,
    due ?? left,
    typeof error === 'string' ? error.split(/[ :]/)[0] : '',
  ]);
  assert.deepEqual(answers, [
    [null, undefined, 'bad-line'],
    [null, undefined, 'bad-line'],
    [null, undefined, 'no-calendar'],
    [1, undefined, 'calendar-unreadable'],
    [2, undefined, 'calendar-not-json'],
    [3, undefined, 'not-an-instant'],
    [4, undefined, 'unreadable-promise'],
    [null, undefined, 'not-an-amount'],
    ['é', '2026-08-20T16:00:00+07:00', ''],
    [6, { unit: 'working-days', amount: 4 }, ''],
  ]);
});

test('one deadline is printed with its numbered steps', async () => {
  const args = [
    ...ONE,
    '--promise',
    '10 hari kerja',
    '--pause',
    '2026-11-25T08:00:00+07:00/2026-11-26T08:00:00+07:00',
  ];
  const { code, out } = await call(runDeadline, args);
  assert.equal(code, 0);
  const lines = out.trimEnd().split('\n');
  assert.equal(lines[0], '2026-12-08T16:00:00+07:00');
  assert.equal(lines[1], '1. Diterima Senin, 23 November 2026, 10.15 WIB.');
  assert.match(lines.at(-1) ?? '', /^\d+\. Tenggat: Selasa, 8 Desember 2026, 16\.00 WIB\.$/);
  const english = await call(runDeadline, [...args, '--lang', 'en']);
  assert.match(english.out, /Deadline: Tuesday, 8 December 2026, 16:00 WIB\./);
});

test('one deadline as JSON carries steps as data and words', async () => {
  const args = [...ONE, '--promise', '10 hari kerja', '--extension', '7 hari kerja', '--json'];
  const answer = JSON.parse((await call(runDeadline, args)).out) as Record<string, unknown>;
  assert.equal(answer['due'], '2026-12-16T16:00:00+07:00');
  assert.equal(answer['provisional'], false);
  const steps = answer['derivation'] as { kind: string; words: { id: string; en: string } }[];
  assert.deepEqual(steps[0], {
    kind: 'received',
    at: '2026-11-23T10:15:00+07:00',
    words: {
      id: 'Diterima Senin, 23 November 2026, 10.15 WIB.',
      en: 'Received Monday, 23 November 2026, 10:15 WIB.',
    },
  });
  assert.ok(steps.every(({ words }) => words.id !== '' && words.en !== ''));
});

test('an open pause prints what is left', async () => {
  const { code, out } = await call(runDeadline, [
    ...ONE,
    '--promise',
    '10 hari kerja',
    '--pause',
    '2026-11-25T08:00:00+07:00/',
  ]);
  assert.equal(code, 0);
  assert.match(out, /^8 hari kerja lagi\n/);
});

const BAD: readonly (readonly [string, string[], RegExp])[] = [
  ['no options', [], /^missing-option \(--calendar\)/],
  ['no receipt', KLATEN, /^missing-option \(--received\)/],
  ['no promise', ONE, /^missing-option \(--promise\)/],
  ['an unknown option', ['--kalender', 'x'], /^bad-option/],
  ['an unknown language', [...ONE, '--promise', '1 hari', '--lang', 'jv'], /^bad-option \(--lang\)/],
  ['an unreadable promise', [...ONE, '--promise', 'segera'], /^unreadable-promise \(promise\): “segera”/],
  ['an unreadable extension', [...ONE, '--promise', '1 hari', '--extension', 'lagi'], /“lagi”/],
  [
    'an extension of another basis',
    [...ONE, '--promise', '1 hari', '--extension', '7 hari kerja'],
    /^extension-basis/,
  ],
  [
    'a receipt without offset',
    [...KLATEN, '--received', '2026-11-23T10:15:00', '--promise', '1 hari'],
    /^not-an-instant \(received\)/,
  ],
  [
    'a pause that is none',
    [...ONE, '--promise', '1 hari', '--pause', 'kemarin'],
    /^not-an-instant \(pauses\[0\]\.from\)/,
  ],
  [
    'no such file',
    [...ONE, '--promise', '1 hari', '--calendar', 'none.json'],
    /^calendar-unreadable \(none\.json\)/,
  ],
];

for (const [name, args, message] of BAD) {
  test(`${name}: one line on standard error, nothing on standard output, exit code 2`, async () => {
    const { code, out, err } = await call(runDeadline, args);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, message);
    assert.equal(err.indexOf('\n'), err.length - 1);
  });
}

test('help is printed on demand', async () => {
  assert.match((await call(runDeadline, ['--help'])).out, /^pendopo deadline/);
  assert.match((await call(runPromise, ['--help'])).out, /^pendopo promise/);
});

test('a printed promise is read, in words and as JSON', async () => {
  const text = 'paling lama 10 (sepuluh) hari kerja sejak berkas lengkap';
  const words = await call(runPromise, [text]);
  assert.equal(words.out, 'paling lama 10 hari kerja, sejak berkas lengkap (hari dan jam kerja)\n');
  const json = JSON.parse((await call(runPromise, [text, '--json'])).out) as Record<string, unknown>;
  assert.deepEqual(json['promise'], { basis: 'working', months: 0, days: 10, hours: 0, minutes: 0 });
  assert.deepEqual([json['bound'], json['starts'], json['unread']], ['at-most', 'complete', null]);
});

test('a promise that begins with a dash, as decrees print it, is no option', async () => {
  const json = JSON.parse((await call(runPromise, ['- 7 menit', '--json'])).out) as Record<string, unknown>;
  assert.deepEqual(json['promise'], { basis: 'working', months: 0, days: 0, hours: 0, minutes: 7 });
  assert.equal(
    (await call(runPromise, ['--', '- 7 menit'])).out,
    '7 menit pada jam kerja (hari dan jam kerja)\n',
  );
});

test('an unread promise is null in JSON, and a complaint in words', async () => {
  const json = JSON.parse((await call(runPromise, ['segera', '--json'])).out) as Record<string, unknown>;
  assert.deepEqual([json['promise'], json['unread']], [null, 'segera']);
  const words = await call(runPromise, ['segera']);
  assert.deepEqual([words.code, words.out], [2, '']);
  assert.equal((await call(runPromise, [])).code, 2);
  assert.equal((await call(runPromise, ['1 hari', '--foo'])).code, 2);
});
