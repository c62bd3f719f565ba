/** Values that programs have stumbled over. */
import * as fc from 'fast-check';

/** Markup which must never stand in a page as markup: as an element, and out of an attribute. */
export const MARKS: readonly string[] = ['<zq-mark', '"zq-on=', "'zq-on="];

const MARKUP = "</textarea></title><zq-mark a=1>\"zq-on='1' 'zq-on='2'";

const CLASSICS: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  '99999999999999999999999999',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\ud83d',
  '\ufffe\uffff',
  '\u202e\u2066ab\u0301\u0301\u0301',
  '🏳️‍🌈'.repeat(50),
  'ﷺ'.repeat(100),
  'a'.repeat(6000),
  'a '.repeat(3000),
  '\r\nset-cookie: a=b',
  '%00%0a%ff',
  '%',
  '%%%',
  "' or 1=1--",
  "'||pg_sleep(20)||'",
  '\\',
  "\\'",
  '${7*7}{{7*7}}<%= 7 %>',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '//evil.example/',
  '/\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '2026-02-30',
  '0000-00-00',
  '+275760-09-14',
  '-271821-04-19T00:00Z',
  '24:00',
  '3310009902300001',
  'KLT-2026-000000',
  '*:*',
  '| & ! ( ) <-> :*',
  '(((((((((((((((',
  '[[[[',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'true',
  'null',
  'undefined',
  MARKUP,
];

/** A text as somebody would type or send it who wants the program to break. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...CLASSICS) },
  { weight: 2, arbitrary: fc.constant(MARKUP) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) },
);

const OWN_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'length', 'then', 'toJSON'] as const;

/** An object with keys that mean something to JavaScript, as JSON gives them. */
const trickyObject: fc.Arbitrary<unknown> = fc
  .dictionary(fc.constantFrom(...OWN_NAMES), fc.constantFrom<unknown>(null, 1, 'x', [], {}), { maxKeys: 4 })
  .map((entries) => JSON.parse(JSON.stringify(entries)) as unknown);

/** Any JSON value of a kind that is not the one expected. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(null, true, 0, -0, -1, 1.5, 1e308, 2 ** 53, -(2 ** 63), [], {}, [[]]),
  },
  { weight: 1, arbitrary: trickyObject },
  { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

const deep = (open: string, close: string, depth: number): Buffer =>
  Buffer.from(open.repeat(depth) + close.repeat(depth));

/** Bodies that are no JSON, or none that anybody should have to read. */
export const hostileBytes: fc.Arbitrary<Buffer> = fc.oneof(
  fc.constantFrom(
    Buffer.alloc(0),
    Buffer.from('{'),
    Buffer.from('{"a":1,}'),
    Buffer.from('{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}'),
    Buffer.from('{"version":1e400}'),
    Buffer.from('"' + '\\u0000'.repeat(20) + '"'),
    Buffer.from([0xff, 0xfe, 0x00, 0x80]),
    Buffer.from('\u0000'),
    deep('[', ']', 50_000),
    deep('{"a":', '}', 20_000),
    Buffer.from(`{"answers":${'['.repeat(9000)}`),
    Buffer.alloc(300_000, 'a'),
  ),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);
