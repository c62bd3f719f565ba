import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { describePromise, readPromisedTime } from './index.ts';
import type { Basis, PromisedTime } from './index.ts';
import { EXACT, EXTENDED, SAID_MORE, RANGES, UNREAD } from './oracle/promise-table.ts';

/** A promised time as the table writes it: "working 10d", "unspecified 4mo 21d 16h". */
function short({ basis, months, days, hours, minutes }: PromisedTime): string {
  const amounts = [`${months}mo`, `${days}d`, `${hours}h`, `${minutes}m`];
  const said = amounts.filter((amount) => Number.parseInt(amount, 10) !== 0);
  return [basis, ...(said.length === 0 ? ['0d'] : said)].join(' ');
}

const shortOrNull = (promise: PromisedTime | null): string | null => promise && short(promise);

for (const [text, promise] of EXACT) {
  test(`reads “${text}”`, () => {
    const reading = readPromisedTime(text);
    assert.equal(shortOrNull(reading.promise), promise);
    const rest = { bound: 'exact', starts: null, extension: null, unread: null, reason: null };
    assert.deepEqual(reading, { ...rest, promise: reading.promise, entries: [reading.promise] });
  });
}

for (const [text, promise, bound, starts] of SAID_MORE) {
  test(`reads “${text}” with what it says besides`, () => {
    const reading = readPromisedTime(text);
    assert.deepEqual(
      [shortOrNull(reading.promise), reading.bound, reading.starts, reading.unread],
      [promise, bound, starts, null],
    );
  });
}

for (const [text, first, second] of RANGES) {
  test(`reads the range “${text}”`, () => {
    const { promise, bound, entries, unread } = readPromisedTime(text);
    assert.deepEqual(
      [shortOrNull(promise), bound, entries.map(short), unread],
      [second, 'range', [first, second], null],
    );
  });
}

for (const [text, promise, extension] of EXTENDED) {
  test(`reads “${text}”: the extension is no part of the promise`, () => {
    const reading = readPromisedTime(text);
    assert.deepEqual([shortOrNull(reading.promise), shortOrNull(reading.extension)], [promise, extension]);
  });
}

for (const [text, reason, unread] of UNREAD) {
  test(`does not guess what “${text}” means`, () => {
    const reading = readPromisedTime(text);
    assert.equal(shortOrNull(reading.promise), null);
    assert.equal(reading.reason, reason);
    if (unread !== undefined) assert.equal(reading.unread, unread);
  });
}

test('keeps what could be read of a text that as a whole could not', () => {
  const cases =
    'Jangka Waktu Penyelesaian Pengaduan : Pengaduan ringan, Selambat-lambatnya 5 hari kerja; Pengaduan tidak ' +
    'berkadar pengawasan, Selambat-lambatnya 14 hari kerja.; Pengaduan berkadar pengawasan, selambat-lambatnya 60 hari kerja.';
  const { promise, entries } = readPromisedTime(cases);
  assert.equal(promise, null);
  assert.deepEqual(entries.map(short), ['working 5d', 'working 14d', 'working 60d']);
});

const amount = fc.integer({ min: 0, max: 9999 });
const described: fc.Arbitrary<PromisedTime> = fc.record(
  {
    basis: fc.constantFrom<Basis>('working', 'calendar', 'unspecified'),
    months: amount,
    days: fc.integer({ min: 1, max: 9999 }),
    hours: fc.integer({ min: 0, max: 23 }),
    minutes: amount,
  },
  { noNullPrototype: true },
);

test('reads again every promise that it has put into words', () => {
  fc.assert(
    fc.property(described, (promise) => {
      assert.deepEqual(readPromisedTime(describePromise(promise, 'id')).promise, promise);
    }),
  );
  const time = (basis: Basis, hours: number, minutes: number) => ({
    basis,
    months: 0,
    days: 0,
    hours,
    minutes,
  });
  for (const promise of [time('working', 0, 0), time('working', 40, 30), time('elapsed', 72, 0)]) {
    assert.deepEqual(readPromisedTime(describePromise(promise, 'id')).promise, promise);
  }
});

const WORDS =
  'hari jam menit minggu bulan tahun kerja kalender paling lama maksimal minimal sampai dengan s.d. atau dan x 24 1 3 0 ½ ' +
  '( ) - / . ; : , sejak berkas lengkap diterima dapat diperpanjang itu juga tiga belas se puluh layanan sehari ± < \n';
const nearPromises = fc
  .array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 40 })
  .chain((words) => fc.constantFrom('', ' ').map((space) => words.join(space)));

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary' }),
  nearPromises,
);

test('gives an answer to any text at all: a promise, or what could not be read and why', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { promise, bound, entries, unread, reason } = readPromisedTime(text);
      assert.equal(promise === null, unread !== null);
      assert.equal(promise === null, reason !== null);
      if (!promise) return;
      assert.ok(Object.values(promise).every((part) => typeof part === 'string' || Number.isInteger(part)));
      assert.equal(entries.length, bound === 'range' ? 2 : 1);
    }),
    { numRuns: 2000 },
  );
});

/** Texts made to send a careless pattern back and forth. */
const HOSTILE = [
  '1 ',
  '(',
  ' ',
  '\n',
  ' \n',
  'h a r i ',
  '1.',
  'berkas ',
  'sejak berkas ',
  'se',
  'sepuluh',
  's.d. ',
  '1/',
  '- ',
  '\u00ad',
];

test('reads the longest and worst texts at once', () => {
  const started = process.threadCpuUsage();
  for (const piece of HOSTILE) {
    readPromisedTime(piece.repeat(2000 / piece.length));
    assert.equal(readPromisedTime(piece.repeat(1_000_000)).promise, null);
  }
  const { user, system } = process.threadCpuUsage(started); // of the processor: the machine may be busy with others
  assert.ok(user + system < 5e6);
});

test('a text longer than any promise is not searched for one', () => {
  assert.equal(shortOrNull(readPromisedTime(`${' '.repeat(1994)}3 hari`).promise), 'unspecified 3d');
  const { promise, reason, unread } = readPromisedTime(`${' '.repeat(1995)}3 hari`);
  assert.deepEqual([promise, reason], [null, 'nothing']);
  assert.ok(unread !== null && unread.length < 100);
  assert.equal(readPromisedTime(`12${'x'.repeat(1999)}`).unread, `12${'x'.repeat(58)}…`);
});
