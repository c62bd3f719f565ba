import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { nobody } from '../../../test/support/officer.ts';
import type { Browsing, Page } from '../../../test/support/officer.ts';
import { demoPassword } from '../../people/index.ts';

const OFFICE = '203.0.113.7';
const STRANGER = '198.51.100.66';

let app: TestApp;
before(async () => {
  app = await startTestApp('lock-out');
});
after(() => app.close());

/** Tries to sign in so often, from one browser. */
async function tries(
  nama: string,
  sandi: string,
  times: number,
  browsing: Browsing = {},
): Promise<readonly Page[]> {
  const person = nobody(app, browsing);
  await person.get('/meja/masuk');
  const pages: Page[] = [];
  for (let at = 0; at < times; at += 1) pages.push(await person.post('/meja/masuk', { nama, sandi }));
  return pages;
}

const statuses = (pages: readonly Page[]): readonly number[] => pages.map(({ status }) => status);

describe('trying passwords without end', () => {
  test('stops strangers, wherever they come from, and says how long to wait', async () => {
    await tries('budi@klaten', 'salah', 5, { remoteAddress: STRANGER });
    const elsewhere = await tries('BUDI@klaten ', 'salah', 6, { remoteAddress: '192.0.2.1' });
    assert.deepEqual(statuses(elsewhere), [422, 422, 422, 422, 422, 429]);
    const told = elsewhere.at(-1);
    assert.match(told?.text ?? '', /Terlalu banyak percobaan[^<]*Tunggu 30 detik/);
    assert.match(told?.text ?? '', /peramban yang biasa Anda pakai/);
    assert.match(told?.text ?? '', /name="nama"[^>]*value="BUDI@klaten"/);
    assert.equal(String(told?.headers['retry-after']), '30');
    const english = nobody(app, { remoteAddress: STRANGER });
    await english.get('/meja/masuk?lang=en');
    const page = await english.post('/meja/masuk', { nama: 'budi@klaten', sandi: 'wrong' });
    assert.match(page.text, /Too many attempts[^<]*Wait 30 seconds/);
  });

  test('is no weapon: in a browser in which the official has signed in before the door stays open', async () => {
    const own = new Map<string, string>();
    const before = await tries('ratna@klaten', demoPassword, 1, { cookies: own, remoteAddress: OFFICE });
    assert.deepEqual(statuses(before), [303]);
    own.delete('sesi');
    const attack = await tries('ratna@klaten', 'salah', 11, { remoteAddress: STRANGER });
    assert.equal(attack.at(-1)?.status, 429);
    const stranger = await tries('ratna@klaten', demoPassword, 1, { remoteAddress: OFFICE });
    assert.deepEqual(
      statuses(stranger),
      [429],
      'a browser without the mark is a stranger, also with the password',
    );
    const known = await tries('ratna@klaten', demoPassword, 1, { cookies: own, remoteAddress: OFFICE });
    assert.deepEqual(statuses(known), [303]);
  });

  test('is no weapon against an office behind one address either', async () => {
    const own = new Map<string, string>();
    await tries('gita@klaten', demoPassword, 1, { cookies: own, remoteAddress: OFFICE });
    own.delete('sesi');
    // What a flood of made-up names takes, without the hashing that each of them costs.
    const { signIn } = app.context.limiters;
    while ((await signIn.take(`sign-in/address/${OFFICE}`)).allowed);
    const stranger = await tries('gita@klaten', demoPassword, 1, { remoteAddress: OFFICE });
    assert.deepEqual(statuses(stranger), [429]);
    const known = await tries('gita@klaten', demoPassword, 1, { cookies: own, remoteAddress: OFFICE });
    assert.deepEqual(statuses(known), [303]);
  });

  test('stops whoever holds the mark of a browser as well, and only that browser', async () => {
    const stolen = new Map<string, string>();
    await tries('maya@klaten', demoPassword, 1, { cookies: stolen });
    stolen.delete('sesi');
    const guesses = await tries('maya@klaten', 'salah', 11, { cookies: stolen });
    assert.equal(guesses.at(-1)?.status, 429);
    assert.match(guesses.at(-1)?.text ?? '', /Terlalu banyak percobaan\. Tunggu 30 detik/);
    const elsewhere = await tries('maya@klaten', demoPassword, 1, { remoteAddress: '192.0.2.8' });
    assert.deepEqual(statuses(elsewhere), [303]);
  });

  test('the mark of one official says nothing for another, and a half sign-in brings none', async () => {
    const cookies = new Map<string, string>();
    await tries('eko@klaten', demoPassword, 1, { cookies });
    cookies.delete('sesi');
    const guesses = await tries('fajar@klaten', 'salah', 11, { cookies, remoteAddress: '192.0.2.9' });
    assert.equal(guesses.at(-1)?.status, 429);
    assert.match(guesses.at(-1)?.text ?? '', /peramban yang biasa Anda pakai/);
    const wrong = new Map<string, string>();
    await tries('hendra@klaten', 'salah', 1, { cookies: wrong });
    assert.equal(wrong.has('perangkat'), false);
  });
});
