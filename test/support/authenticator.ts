/** An official's telephone in tests: reads the address from the page that sets the second factor up, and shows codes. */
import assert from 'node:assert/strict';
import { URI } from 'otpauth';
import type { TestApp } from './app.ts';
import type { Officer } from './officer.ts';

export interface Authenticator {
  /** The code of now, or of so many steps of 30 seconds later. */
  code(stepsLater?: number): string;
  /** As it stands in the address, base 32. */
  readonly secret: string;
}

/** Reads the page as an app reads its picture: only the address counts. */
export function authenticatorFor({ clock }: TestApp, page: string): Authenticator {
  const address = /otpauth:\/\/[^"<\s]+/.exec(page)?.[0].replaceAll('&amp;', '&');
  assert.ok(address, 'no address for an authenticator on the page');
  const totp = URI.parse(address);
  assert.ok('period' in totp);
  return {
    code: (stepsLater = 0) =>
      totp.generate({ timestamp: clock.now().epochMilliseconds + stepsLater * 30_000 }),
    secret: totp.secret.base32,
  };
}

/** Sets the second factor up as people do; gives telephone and recovery codes. The clock stands a step later afterwards. */
export async function setUpSecondFactor(
  app: TestApp,
  person: Officer,
): Promise<{ readonly phone: Authenticator; readonly recoveryCodes: readonly string[] }> {
  await person.get('/meja/akun/dua-langkah');
  assert.equal((await person.post('/meja/akun/dua-langkah/siapkan', { ke: '/meja' })).status, 303);
  const phone = authenticatorFor(app, (await person.get('/meja/akun/dua-langkah')).text);
  const answer = await person.post('/meja/akun/dua-langkah', { kode: phone.code(), ke: '/meja' });
  assert.equal(answer.status, 200);
  nextCode(app);
  return { phone, recoveryCodes: recoveryCodesOn(answer.text) };
}

export const recoveryCodesOn = (page: string): readonly string[] =>
  [...page.matchAll(/<code>([0-9a-z]{5}-[0-9a-z]{5})<\/code>/g)].map(([, code = '']) => code);

/** Waits until the telephone shows another code. */
export function nextCode({ clock }: TestApp): void {
  clock.moveTo(clock.now().add({ seconds: 30 }));
}
