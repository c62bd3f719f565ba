import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { findLine, withLine, withoutLine } from '../../kept-files/index.ts';
import { colon, findAccount, findMapped } from './lines.ts';

const name = fc.stringMatching(/^[a-z]{1,3}$/);
const line = fc.tuple(name, fc.stringMatching(/^[ -9;-~]*$/)).map(([user, rest]) => `${user}:${rest}`);
const text = fc
  .array(fc.oneof(line, fc.constant(''), fc.stringMatching(/^#[ -~]*$/)))
  .map((lines) => lines.map((one) => `${one}\n`).join(''));

test('a line put in and taken out again leaves the text of others byte for byte', () => {
  fc.assert(
    fc.property(text, (before) => {
      const ours = 'kami@contoh.test:x';
      const there = withLine(before, ours, colon);
      assert.equal(findLine(there, 'kami@contoh.test', colon), ours);
      assert.equal(withoutLine(there, 'kami@contoh.test', colon), before);
    }),
  );
});

test('a line of the same name is replaced where it stands', () => {
  assert.equal(withLine('# satu\nA:1\nb:2', 'a:3', colon), '# satu\na:3\nb:2\n');
});

test('an account is read with extra fields that hold colons', () => {
  const found = findAccount(
    'A@b.go.id:{X}y:1:2::/home/a::userdb_quota_rule=*:storage=1G nologin\n',
    'a@b.go.id',
  );
  assert.deepEqual(found, {
    address: 'a@b.go.id',
    hash: '{X}y',
    home: '/home/a',
    extra: ['userdb_quota_rule=*:storage=1G', 'nologin'],
  });
});

test('a comment is no account, and a map takes any blanks', () => {
  assert.equal(findAccount('#a@b.go.id:x\n', '#a@b.go.id'), null);
  assert.equal(findMapped('a@b.go.id\t  b.go.id/a/ \n', 'a@b.go.id'), 'b.go.id/a/');
  assert.equal(findMapped('', 'a@b.go.id'), null);
});
