import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { checkNewPassword, PASSWORD_LEAST, PASSWORD_MOST } from './password-rules.ts';

const owner = { name: 'Budi Contoh, S.Kom., M.T.', username: 'budi@klaten', government: 'klaten' };
const codeOf = (password: string): string => {
  const checked = checkNewPassword(password, owner);
  return checked.ok ? 'ok' : checked.fault.code;
};

describe('a new password', () => {
  it('may be a few unrelated words, or what a program made', () => {
    for (const password of [
      'kuda hijau naik perahu',
      'langit-retak-di-ember',
      'x7#9K2$mQ4!z8p',
      'tqg3-8mfx-k2pz-9vwh',
      'naskah budi di atas genting',
      'كلمة مرور طويلة جدا',
    ])
      assert.equal(codeOf(password), 'ok', password);
  });

  it('is not short, and not without end', () => {
    for (const password of ['', 'peragaan', 'k7#mQ2!xz8p'])
      assert.equal(codeOf(password), 'password-short', password);
    assert.equal(codeOf('kuda perahu '.repeat(17)), 'password-long');
    // Twelve letters of one's own alphabet are twelve, however many bytes they take.
    assert.equal(codeOf('𝒦ₐ'.repeat(3)), 'password-short');
  });

  it('is not what everybody would try first', () => {
    for (const password of [
      'Password12345',
      'P4ssw0rd!2026',
      'katasandi2026',
      'Indonesia1945!',
      'bismillah bismillah',
      'qwertyuiop1234',
      'QwErTy123456!!',
      'abcabcabcabcabc',
      'aaaaaaaaaaaaaa',
      '123456789012345',
      '2026-11-23-2027',
      'AdminPendopo#1',
      'bupatikabupaten1',
    ])
      assert.equal(codeOf(password), 'password-guessable', password);
  });

  it("is not made of its owner's names and place", () => {
    for (const password of [
      'budicontoh2026',
      'Budi.Contoh@Klaten',
      'klatenklaten99',
      'BUDI 12345678',
      'budi12345678klaten',
    ])
      assert.equal(codeOf(password), 'password-guessable', password);
    const other = { name: 'Siti Aminah', username: 'siti@bulungan', government: 'bulungan' };
    assert.equal(checkNewPassword('budicontoh2026', other).ok, true);
  });

  it('is never accepted below the least length, nor made of a guessed word with digits around it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: PASSWORD_LEAST - 1, unit: 'grapheme-ascii' }), (password) => {
        assert.equal(codeOf(password), 'password-short');
      }),
    );
    const digits = fc.stringMatching(/^[0-9!#. ]{5,20}$/);
    fc.assert(
      fc.property(
        fc.constantFrom('rahasia', 'Klaten', 'budi', 'QWERTY'),
        digits,
        digits,
        (word, front, end) => {
          assert.equal(codeOf(`${front}${word}${end}`), 'password-guessable');
        },
      ),
    );
  });

  it('made by chance of sixteen letters is never refused', () => {
    const letters = fc.array(fc.constantFrom(...Array.from('bcdfghjkmnpqrstvwxyz')), {
      minLength: 16,
      maxLength: PASSWORD_MOST,
    });
    fc.assert(
      fc.property(letters, (chosen) => {
        fc.pre(new Set(chosen).size >= 8);
        const password = chosen.join('');
        fc.pre(!/(.+)\1{2}/.test(password));
        assert.equal(codeOf(password), 'ok', password);
      }),
    );
  });
});
