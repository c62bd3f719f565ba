import assert from 'node:assert/strict';
import { test } from 'node:test';

import { describeMailbox } from './words.ts';

const saidWith = (webmail: string | null): string =>
  JSON.stringify(
    describeMailbox({
      address: 'dinkes@klungkungkab.go.id',
      quotaGb: 2,
      imap: { host: 'mail.klungkungkab.go.id', port: 993 },
      submission: { host: 'mail.klungkungkab.go.id', port: 465 },
      webmail,
      keepDays: 90,
    }).use,
  );

test('nobody is told to change a password where no page can change it', () => {
  assert.doesNotMatch(saidWith(null), /Ganti kata sandi|Change that password/);
  assert.match(saidWith('https://surat.klungkungkab.go.id'), /Masuk di https:.*Ganti kata sandi/);
});
