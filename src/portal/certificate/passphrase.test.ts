import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FormFields } from '../../platform/index.ts';
import { AGAIN, PASSPHRASE, readNewPassphrase } from './passphrase.ts';

const owner = { holder: 'Siti Contoh', government: 'klaten' };
const typed = (first: string | readonly string[], again = first): FormFields => ({
  [PASSPHRASE]: first,
  [AGAIN]: again,
});
const GOOD = 'gerobak ungu menari di dermaga';

function faultIn(fields: FormFields): readonly [string, string | undefined] {
  const read = readNewPassphrase(fields, owner);
  assert.ok(!read.ok);
  const told = JSON.stringify([read.fault.message, read.fault.words, read.fault.fields]);
  const given = fields[PASSPHRASE];
  assert.ok(typeof given !== 'string' || given === '' || !told.includes(given), 'it is not told again');
  return [read.fault.code, read.fault.fields[0]?.path];
}

describe('a new passphrase', () => {
  it('is taken when it is long, no common one, and typed alike twice', () => {
    assert.deepEqual(readNewPassphrase(typed(GOOD), owner), { ok: true, value: GOOD });
  });

  it('is told at its field what is wrong with it', () => {
    assert.deepEqual(faultIn({}), ['passphrase-missing', PASSPHRASE]);
    assert.deepEqual(faultIn(typed([GOOD, GOOD])), ['passphrase-missing', PASSPHRASE]);
    assert.deepEqual(faultIn(typed('gerobak ung')), ['passphrase-short', PASSPHRASE]);
    assert.deepEqual(faultIn(typed('gerobak '.repeat(40))), ['passphrase-long', PASSPHRASE]);
    assert.deepEqual(faultIn(typed('Siti Contoh Klaten 2026')), ['passphrase-guessable', PASSPHRASE]);
    assert.deepEqual(faultIn(typed(GOOD, `${GOOD} `)), ['passphrase-differs', AGAIN]);
  });

  it('is the same on keyboards that put letters together and those that do not', () => {
    const composed = 'kédai kopi di tepi sungai';
    const read = readNewPassphrase(typed(composed.normalize('NFD'), composed.normalize('NFC')), owner);
    assert.deepEqual(read, { ok: true, value: composed.normalize('NFKC') });
  });
});
