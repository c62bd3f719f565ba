import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { setUpSecondFactor } from '../../../test/support/authenticator.ts';
import { CLIENT_ID, CLIENT_SECRET, startProvider } from '../../../test/support/oidc-provider.ts';
import type { TestProvider } from '../../../test/support/oidc-provider.ts';
import { nobody, signedIn } from '../../../test/support/officer.ts';
import type { Officer, Page } from '../../../test/support/officer.ts';
import { demoPassword } from '../../people/index.ts';
import { providerReturns } from './index.ts';

const NAME = 'SSO Klaten';
const budi = { sub: 'b-1', email: 'budi@klaten.example', email_verified: true };

let provider: TestProvider;
let app: TestApp;

const settingsFor = (
  issuer: string,
  claim = 'email',
): NonNullable<Parameters<typeof startTestApp>[1]>['provider'] => ({
  issuer,
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  name: NAME,
  claim,
});

before(async () => {
  provider = await startProvider(providerReturns('http://localhost:3000'));
  app = await startTestApp('provider', { provider: settingsFor(provider.issuer) });
});
after(async () => {
  await app.close();
  await provider.close();
});
beforeEach(() => {
  provider.person = budi;
  provider.amr = undefined;
  provider.tamper = undefined;
});

const pathOf = (address: string): string => {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
};

/** From our button to the provider and back to our door; gives the address that the browser is sent back to. */
async function throughProvider(person: Officer, ke = '/meja'): Promise<string> {
  const begun = await person.get(`/meja/masuk/penyedia?ke=${encodeURIComponent(ke)}`);
  assert.equal(begun.status, 303, begun.text);
  assert.ok(begun.location?.startsWith(`${provider.issuer}/auth?`), begun.location ?? '');
  return pathOf(await provider.walk(begun.location ?? ''));
}

function assertRefused(page: Page, words: RegExp, status = 403): void {
  assert.equal(page.status, status);
  assert.match(page.text, words);
  assert.match(page.text, /name="sandi"/, 'the password form is still there');
}

describe('signing in through a provider', () => {
  test('leads back to where one wanted to go, as the official with the verified address', async () => {
    const person = nobody(app);
    const page = await person.get('/meja/masuk?ke=%2Fmeja%2Floket');
    assert.match(
      page.text,
      /href="\/meja\/masuk\/penyedia\?ke=%2Fmeja%2Floket"[^>]*>Masuk lewat SSO Klaten</,
    );
    const back = await throughProvider(person, '/meja/loket');
    assert.equal((await person.get(back)).location, '/meja/loket');
    const { text } = await person.get('/meja/akun');
    assert.match(text, /Budi Contoh/);
    assert.match(text, /lewat penyedia identitas/);
  });

  test('sends the browser with PKCE, state and nonce, all new each time', async () => {
    const asked = async (): Promise<URLSearchParams> =>
      new URL((await nobody(app).get('/meja/masuk/penyedia')).location ?? '').searchParams;
    const [one, other] = [await asked(), await asked()];
    assert.equal(one.get('response_type'), 'code');
    assert.equal(one.get('code_challenge_method'), 'S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      assert.ok((one.get(name)?.length ?? 0) >= 43, name);
      assert.notEqual(one.get(name), other.get(name));
    }
  });

  test('asks for our second factor too, unless the provider says that it asked for more than one', async () => {
    await setUpSecondFactor(app, await signedIn(app, 'ratna@klaten'));
    provider.person = { sub: 'r-1', email: 'ratna@klaten.example', email_verified: true };
    const person = nobody(app);
    const page = await person.get(await throughProvider(person));
    assert.equal(page.location, '/meja/masuk/kode?ke=%2Fmeja');
    assert.equal((await person.get('/meja')).status, 303);
    provider.amr = ['pwd', 'mfa'];
    const proven = nobody(app);
    assert.equal((await proven.get(await throughProvider(proven))).location, '/meja');
    assert.equal((await proven.get('/meja')).status, 200);
  });

  test('out again: our session ends, and the provider offers the same', async () => {
    const person = nobody(app);
    await person.get(await throughProvider(person));
    await person.get('/meja');
    const out = await person.post('/meja/keluar');
    assert.equal(out.location, '/meja/masuk?keluar=penyedia');
    assert.equal((await person.get('/meja')).status, 303);
    assert.match((await person.get(out.location ?? '')).text, /Keluar juga dari SSO Klaten/);
    const there = new URL((await person.get('/meja/masuk/penyedia/keluar')).location ?? '');
    assert.equal(there.origin, provider.issuer);
    assert.equal(there.searchParams.get('post_logout_redirect_uri'), 'http://localhost:3000/meja/masuk');
    assert.equal((await fetch(there)).status, 200);
  });
});

describe('whom the provider does not vouch for', () => {
  test('nobody is created: who is no official is told so', async () => {
    provider.person = { sub: 'x', email: 'orang@lain.example', email_verified: true };
    const person = nobody(app);
    const page = await person.get(await throughProvider(person));
    assertRefused(page, /orang@lain\.example bukan petugas di sini/);
    assert.equal((await person.get('/meja')).status, 303);
  });

  test('an address that nobody verified opens no account', async () => {
    for (const email_verified of [false, undefined]) {
      const { email, sub } = budi;
      provider.person = { sub, email, ...(email_verified === undefined ? {} : { email_verified }) };
      const person = nobody(app);
      assertRefused(await person.get(await throughProvider(person)), /yang sudah diperiksa/);
    }
  });

  test('an address that two officials share, or a disabled one, opens no account', async () => {
    const change = (
      username: string,
      values: { email?: string; disabled_at?: Temporal.Instant },
    ): Promise<unknown> =>
      app.context.database.transaction({ government: 'klaten' }, (tx) =>
        tx.updateTable('official').set(values).where('username', '=', username).execute(),
      );
    await change('eko@klaten', { email: 'bersama@klaten.example' });
    await change('fajar@klaten', { email: 'Bersama@klaten.example' });
    await change('gita@klaten', { disabled_at: app.clock.now() });
    for (const email of ['bersama@klaten.example', 'gita@klaten.example']) {
      provider.person = { sub: email, email, email_verified: true };
      const person = nobody(app);
      assertRefused(await person.get(await throughProvider(person)), /bukan petugas di sini/);
    }
  });
});

describe('attacks on signing in through a provider', () => {
  test('an answer to another browser, with another state, or without one is refused', async () => {
    const attacker = nobody(app);
    const answer = await throughProvider(attacker);
    assertRefused(await nobody(app).get(answer), /tidak memulai masuk/);
    const victim = nobody(app);
    await victim.get('/meja/masuk/penyedia');
    assertRefused(await victim.get(answer), /tidak berhasil/);
    const person = nobody(app);
    const own = new URL(await throughProvider(person), 'http://localhost');
    own.searchParams.delete('state');
    assertRefused(await person.get(`${own.pathname}${own.search}`), /tidak berhasil/);
    for (const one of [attacker, victim, person]) assert.equal((await one.get('/meja')).status, 303);
  });

  test('a code counts once, also with the cookie kept', async () => {
    const cookies = new Map<string, string>();
    const person = nobody(app, { cookies });
    const answer = await throughProvider(person);
    const kept = new Map(cookies);
    assert.equal((await person.get(answer)).location, '/meja');
    assertRefused(await person.get(answer), /tidak memulai masuk/);
    assertRefused(await nobody(app, { cookies: kept }).get(answer), /tidak berhasil/);
  });

  test('what the browser was given is good for ten minutes, and cannot be made up', async () => {
    const person = nobody(app);
    const answer = await throughProvider(person);
    const { clock } = app;
    const now = clock.now();
    clock.moveTo(now.add({ minutes: 10 }));
    assertRefused(await person.get(answer), /lebih dari sepuluh menit/);
    clock.moveTo(now);
    const made = nobody(app, {
      cookies: new Map([['penyedia', Buffer.from('{"state":"a"}').toString('base64url')]]),
    });
    assertRefused(await made.get(answer), /tidak memulai masuk/);
  });

  test('a token that is forged, expired, for another audience, of another nonce or unsigned is refused', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const parts = (token: string): readonly [Record<string, unknown>, Record<string, unknown>] => {
      const [head = '', body = ''] = token
        .split('.')
        .map((part) => Buffer.from(part, 'base64url').toString());
      return [JSON.parse(head) as Record<string, unknown>, JSON.parse(body) as Record<string, unknown>];
    };
    const packed = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signedBy = (head: unknown, body: unknown): string => {
      const text = `${packed(head)}.${packed(body)}`;
      return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
    };
    const keepSignature = (token: string, change: Record<string, unknown>): string => {
      const [head, body] = parts(token);
      return `${packed(head)}.${packed({ ...body, ...change })}.${token.split('.')[2]}`;
    };
    const tampered: Readonly<Record<string, (token: string) => string>> = {
      'signed by somebody else': (token) => signedBy(...parts(token)),
      'another person': (token) => keepSignature(token, { sub: 'r-1' }),
      expired: (token) => keepSignature(token, { exp: 1_000_000 }),
      'another audience': (token) => keepSignature(token, { aud: 'portal-lain' }),
      'another nonce': (token) => keepSignature(token, { nonce: 'lain' }),
      'another issuer': (token) => keepSignature(token, { iss: 'https://jahat.example' }),
      unsigned: (token) => `${packed({ alg: 'none' })}.${token.split('.')[1]}.`,
      garbage: () => 'x.y.z',
    };
    for (const [what, tamper] of Object.entries(tampered)) {
      provider.tamper = tamper;
      const person = nobody(app);
      const page = await person.get(await throughProvider(person));
      assert.equal(page.status, 403, what);
      assert.match(page.text, /tidak berhasil/, what);
      assert.equal((await person.get('/meja')).status, 303, what);
    }
  });

  test('no other site is led to afterwards', async () => {
    const person = nobody(app);
    const back = await throughProvider(person, 'https://jahat.example/');
    assert.equal((await person.get(back)).location, '/meja');
  });
});

describe('a provider that is away', () => {
  test('holds up neither the start nor the password, and is asked again when it is back', async () => {
    const away = await startProvider(providerReturns('http://localhost:3000'));
    const { issuer } = away;
    await away.close();
    const lonely = await startTestApp('provider-away', { provider: settingsFor(issuer) });
    try {
      const person = nobody(lonely);
      const page = await person.get('/meja/masuk/penyedia');
      assertRefused(page, /SSO Klaten tidak dapat dihubungi/, 503);
      const answer = await person.post('/meja/masuk', { nama: 'budi@klaten', sandi: demoPassword });
      assert.equal(answer.status, 303);
      assert.equal((await person.get('/meja')).status, 200);
      const back = await startProvider(
        providerReturns('http://localhost:3000'),
        Number(new URL(issuer).port),
      );
      assert.equal((await nobody(lonely).get('/meja/masuk/penyedia')).status, 303);
      await back.close();
    } finally {
      await lonely.close();
    }
  });

  test('that goes away between the two steps is told as what it is', async () => {
    const passing = await startProvider(providerReturns('http://localhost:3000'));
    passing.person = budi;
    const other = await startTestApp('provider-passing', {
      provider: settingsFor(passing.issuer, 'preferred_username'),
    });
    try {
      passing.person = { sub: 'b-1', preferred_username: 'Budi@klaten' };
      const first = nobody(other);
      const begun = await first.get('/meja/masuk/penyedia');
      assert.equal(
        (await first.get(pathOf(await passing.walk(begun.location ?? '')))).location,
        '/meja',
        'by user name',
      );
      const second = nobody(other);
      const again = await second.get('/meja/masuk/penyedia');
      const back = pathOf(await passing.walk(again.location ?? ''));
      await passing.close();
      assertRefused(await second.get(back), /tidak dapat dihubungi/, 503);
    } finally {
      await other.close();
    }
  });
});
