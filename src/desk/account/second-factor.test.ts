import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  authenticatorFor,
  nextCode,
  recoveryCodesOn,
  setUpSecondFactor,
} from '../../../test/support/authenticator.ts';
import type { Authenticator } from '../../../test/support/authenticator.ts';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { nobody, official, signedIn } from '../../../test/support/officer.ts';
import type { Officer } from '../../../test/support/officer.ts';
import { demoPassword } from '../../people/index.ts';
import { sweepRound } from '../../request/index.ts';
import { openDatabase } from '../../platform/index.ts';

let app: TestApp;
before(async () => {
  app = await startTestApp('second-factor');
});
after(() => app.close());

/** Somebody who has shown the password and owes the code. */
async function atSecondStep(username: string, cookies = new Map<string, string>()): Promise<Officer> {
  const person = nobody(app, { cookies });
  await person.get('/meja/masuk');
  const answer = await person.post('/meja/masuk', { nama: username, sandi: demoPassword, ke: '/meja/loket' });
  assert.equal(answer.location, '/meja/masuk/kode?ke=%2Fmeja%2Floket');
  assert.equal((await person.get(answer.location ?? '')).status, 200);
  return person;
}

const proves = async (person: Officer, kode: string): Promise<number> =>
  (await person.post('/meja/masuk/kode', { kode, ke: '/meja/loket' })).status;

describe('setting the second factor up', () => {
  test('counts only once a code has confirmed it', async () => {
    const person = await signedIn(app, 'hendra@klaten');
    await person.get('/meja/akun/dua-langkah');
    await person.post('/meja/akun/dua-langkah/siapkan');
    const { text } = await person.get('/meja/akun/dua-langkah');
    const phone = authenticatorFor(app, text);
    assert.match(text, /<svg class="qr" role="img"/);
    assert.ok(text.includes(phone.secret.match(/.{4}/g)?.join(' ') ?? '-'), 'the key in groups of four');
    assert.equal((await signedIn(app, 'hendra@klaten').then((other) => other.get('/meja'))).status, 200);
    const wrong = await person.post('/meja/akun/dua-langkah', { kode: phone.code(5) });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Kode ini tidak cocok/);
    assert.equal(
      authenticatorFor(app, wrong.text).secret,
      phone.secret,
      'a mistyped code does not change the picture',
    );
    const on = await person.post('/meja/akun/dua-langkah', { kode: phone.code() });
    assert.equal(on.status, 200);
    assert.equal(new Set(recoveryCodesOn(on.text)).size, 10);
    nextCode(app);
    await atSecondStep('hendra@klaten');
    const { text: account } = await person.get('/meja/akun');
    assert.match(account, /10 dari 10 kode pemulihan/);
    for (const code of recoveryCodesOn(on.text)) assert.ok(!account.includes(code));
  });

  test('ends every session that was opened without it', async () => {
    const here = await signedIn(app, 'indah@klaten');
    const there = await signedIn(app, 'indah@klaten');
    await setUpSecondFactor(app, here);
    assert.equal((await here.get('/meja')).status, 200);
    assert.equal((await there.get('/meja')).status, 303);
  });

  test('leaves no session without it, also one that was opened at the same moment', async () => {
    const person = await signedIn(app, 'citra@klaten');
    await app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      const { id } = await tx
        .selectFrom('official')
        .select('id')
        .where('username', '=', 'citra@klaten')
        .executeTakeFirstOrThrow();
      const [sealed, at] = [Buffer.alloc(1), app.clock.now()];
      const factor = { sealed, created_at: at, confirmed_at: at, last_step: null };
      await tx
        .insertInto('second_factor')
        .values({ government: 'klaten', official: id, ...factor })
        .execute();
    });
    assert.equal((await person.get('/meja')).status, 303);
  });

  test('asks for the password where the session is not fresh, and the picture is good for a quarter of an hour', async () => {
    const person = await signedIn(app, 'joko@klaten');
    app.clock.moveTo(app.clock.now().add({ minutes: 11 }));
    await person.get('/meja/akun/dua-langkah');
    const refused = await person.post('/meja/akun/dua-langkah/siapkan', { sandi: 'salah' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Kata sandi ini tidak cocok/);
    assert.equal((await person.post('/meja/akun/dua-langkah/siapkan', { sandi: demoPassword })).status, 303);
    const phone = authenticatorFor(app, (await person.get('/meja/akun/dua-langkah')).text);
    app.clock.moveTo(app.clock.now().add({ minutes: 15 }));
    assert.equal((await person.post('/meja/akun/dua-langkah', { kode: phone.code() })).status, 422);
    assert.doesNotMatch((await person.get('/meja/akun/dua-langkah')).text, /otpauth:/);
  });

  test('leaves neither secret nor codes readable in the database', async () => {
    const person = await signedIn(app, 'kartika@klaten');
    const { phone, recoveryCodes } = await setUpSecondFactor(app, person);
    const rows = await app.context.database.transaction({ government: 'klaten' }, async (tx) => ({
      factors: await tx.selectFrom('second_factor').selectAll().execute(),
      codes: await tx.selectFrom('recovery_code').selectAll().execute(),
    }));
    const stored = [
      ...rows.factors.map(({ sealed }) => sealed),
      ...rows.codes.map(({ code_hash }) => code_hash),
    ];
    const bytes = Buffer.concat(stored);
    assert.equal(rows.codes.length % 10, 0);
    const secret = Buffer.from(base32(phone.secret));
    assert.equal(secret.length, 20);
    for (const clear of [
      secret,
      Buffer.from(phone.secret),
      ...recoveryCodes.map((code) => Buffer.from(code)),
    ])
      assert.equal(bytes.includes(clear), false);
  });
});

function base32(text: string): number[] {
  const bits = Array.from(text, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}

describe('signing in with a second factor', () => {
  let phone: Authenticator;
  before(async () => {
    ({ phone } = await setUpSecondFactor(app, await signedIn(app, 'lukman@klaten')));
  });

  test('opens the desk after the code, where one wanted to go', async () => {
    const cookies = new Map<string, string>();
    const person = await atSecondStep('lukman@klaten', cookies);
    assert.equal((await person.get('/meja')).status, 303);
    const answer = await person.post('/meja/masuk/kode', {
      kode: ` ${phone.code().replace(/(...)/, '$1 ')}`,
      ke: '/meja/loket',
    });
    assert.equal(answer.location, '/meja/loket');
    assert.equal((await person.get('/meja/loket')).status, 200);
    assert.equal(cookies.has('langkah'), false);
  });

  test('takes no code twice, also not in another browser or at the same moment', async () => {
    nextCode(app);
    const people = await Promise.all([atSecondStep('lukman@klaten'), atSecondStep('lukman@klaten')]);
    const code = phone.code();
    const statuses = await Promise.all(people.map((person) => proves(person, code)));
    assert.deepEqual(
      statuses.toSorted((one, other) => one - other),
      [303, 422],
    );
    const third = await atSecondStep('lukman@klaten');
    assert.equal(await proves(third, code), 422);
  });

  test('forgives a clock one step off, and no more', async () => {
    nextCode(app);
    nextCode(app);
    nextCode(app);
    const early = await atSecondStep('lukman@klaten');
    assert.equal(await proves(early, phone.code(2)), 422);
    assert.equal(await proves(early, phone.code(-2)), 422);
    assert.equal(await proves(early, phone.code(1)), 303);
    const back = await atSecondStep('lukman@klaten');
    assert.equal(await proves(back, phone.code(-1)), 422, 'older than the one taken last');
  });
});

describe('a recovery code', () => {
  test('stands in for the telephone, each once, however it is typed', async () => {
    const { recoveryCodes } = await setUpSecondFactor(app, await signedIn(app, 'nur@klaten'));
    const [first = '', second = ''] = recoveryCodes;
    const person = await atSecondStep('nur@klaten');
    assert.equal(await proves(person, first.toUpperCase().replace('-', ' ')), 303);
    const again = await atSecondStep('nur@klaten');
    assert.equal(await proves(again, first), 422);
    assert.equal(await proves(again, second), 303);
    assert.match((await again.get('/meja/akun')).text, /8 dari 10 kode pemulihan/);
  });

  test('of one official opens nothing for another', async () => {
    const { recoveryCodes } = await setUpSecondFactor(app, await signedIn(app, 'oki@klaten'));
    await setUpSecondFactor(app, await signedIn(app, 'putri@klaten'));
    assert.equal(await proves(await atSecondStep('putri@klaten'), recoveryCodes[0] ?? ''), 422);
  });

  test('is made anew against password and code, and the old ones are void', async () => {
    const person = await signedIn(app, 'dewi@klaten');
    const { phone, recoveryCodes } = await setUpSecondFactor(app, person);
    const path = '/meja/akun/dua-langkah/kode-pemulihan';
    await person.get(path);
    assert.equal((await person.post(path, { sandi: 'salah', kode: phone.code() })).status, 422);
    const renewed = await person.post(path, { sandi: demoPassword, kode: phone.code() });
    const fresh = recoveryCodesOn(renewed.text);
    assert.equal(fresh.length, 10);
    assert.equal(await proves(await atSecondStep('dewi@klaten'), recoveryCodes[3] ?? ''), 422);
    assert.equal(await proves(await atSecondStep('dewi@klaten'), fresh[3] ?? ''), 303);
  });
});

describe('switching the second factor off', () => {
  test('asks for password and code', async () => {
    const person = await signedIn(app, 'rini@klaten');
    const { phone } = await setUpSecondFactor(app, person);
    const path = '/meja/akun/dua-langkah/matikan';
    await person.get(path);
    assert.equal((await person.post(path, { sandi: demoPassword, kode: '000000' })).status, 422);
    assert.equal((await person.post(path, { sandi: 'salah', kode: phone.code() })).status, 422);
    assert.equal((await person.post(path, { kode: phone.code() })).status, 422);
    await atSecondStep('rini@klaten');
    const off = await person.post(path, { sandi: demoPassword, kode: phone.code() });
    assert.equal(off.location, '/meja/akun?tersimpan=second-factor-off');
    assert.equal((await signedIn(app, 'rini@klaten').then((again) => again.get('/meja'))).status, 200);
  });
});

describe('attacks on the second step', () => {
  test('codes cannot be tried without end, and how long to wait is said', async () => {
    await setUpSecondFactor(app, await signedIn(app, 'umar@klaten'));
    const person = await atSecondStep('umar@klaten');
    const statuses: number[] = [];
    // One attempt was the code that confirmed the authenticator.
    for (let at = 0; at < 10; at += 1) statuses.push(await proves(person, String(at).padStart(6, '0')));
    assert.deepEqual(statuses, [...Array.from({ length: 9 }, () => 422), 429]);
    const told = await person.post('/meja/masuk/kode', { kode: '000000' });
    assert.match(told.text, /Terlalu banyak percobaan\. Tunggu 5 menit/);
    assert.equal(String(told.headers['retry-after']), '300');
    const other = await atSecondStep('umar@klaten');
    assert.equal(await proves(other, '123456'), 429, 'a new half sign-in brings no new attempts');
  });

  test('the cookie of the step is no session, and a session is no step', async () => {
    await setUpSecondFactor(app, await signedIn(app, 'slamet@klaten'));
    const cookies = new Map<string, string>();
    await atSecondStep('slamet@klaten', cookies);
    const step = cookies.get('langkah') ?? '';
    assert.notEqual(step, '');
    const thief = nobody(app, { cookies: new Map([['sesi', step]]) });
    for (const path of ['/meja', '/meja/akun', '/meja/akun/dua-langkah', '/meja/akun/kata-sandi'])
      assert.equal((await thief.get(path)).status, 303, path);
    const own = new Map<string, string>();
    const someone = nobody(app, { cookies: own });
    await someone.get('/meja/masuk');
    await someone.post('/meja/masuk', { nama: 'tono@klaten', sandi: demoPassword });
    const crossed = nobody(app, { cookies: new Map([['langkah', own.get('sesi') ?? '']]) });
    assert.match((await crossed.get('/meja/masuk/kode')).location ?? '', /^\/meja\/masuk\?habis/);
  });

  test('without the cookie of the step no code opens anything', async () => {
    const { phone } = await setUpSecondFactor(app, await signedIn(app, 'vera@klaten'));
    await atSecondStep('vera@klaten');
    const stranger = nobody(app);
    await stranger.get('/meja/masuk');
    const answer = await stranger.post('/meja/masuk/kode', { kode: phone.code() });
    assert.equal(answer.location, '/meja/masuk?habis&ke=%2Fmeja');
    assert.equal((await stranger.get('/meja')).status, 303);
  });

  test('a step is over after five minutes, after use, and when the password changes', async () => {
    const person = await signedIn(app, 'wahyu@klaten');
    const { phone } = await setUpSecondFactor(app, person);
    const late = await atSecondStep('wahyu@klaten');
    app.clock.moveTo(app.clock.now().add({ minutes: 5 }));
    assert.match((await late.post('/meja/masuk/kode', { kode: phone.code() })).location ?? '', /\?habis/);
    assert.match((await late.get('/meja/masuk?habis')).text, /sudah habis/);

    const cookies = new Map<string, string>();
    const quick = await atSecondStep('wahyu@klaten', cookies);
    const step = cookies.get('langkah') ?? '';
    assert.equal(await proves(quick, phone.code()), 303);
    nextCode(app);
    const again = nobody(app, { cookies: new Map([['langkah', step]]) });
    await again.get('/meja/masuk');
    assert.match((await again.post('/meja/masuk/kode', { kode: phone.code() })).location ?? '', /\?habis/);

    const waiting = await atSecondStep('wahyu@klaten');
    await person.get('/meja/akun/kata-sandi');
    const fresh = 'kuda hijau naik perahu';
    const change = { lama: demoPassword, baru: fresh, ulang: fresh };
    assert.equal((await person.post('/meja/akun/kata-sandi', change)).status, 303);
    assert.match((await waiting.post('/meja/masuk/kode', { kode: phone.code() })).location ?? '', /\?habis/);
  });

  test('what was begun and left is swept away at night', async () => {
    const person = await signedIn(app, 'agus@klaten');
    await setUpSecondFactor(app, await signedIn(app, 'bayu@klaten'));
    await person.get('/meja/akun/dua-langkah');
    await person.post('/meja/akun/dua-langkah/siapkan');
    await atSecondStep('bayu@klaten');
    const count = (): Promise<readonly number[]> =>
      app.context.database.transaction({ government: 'klaten' }, async (tx) => [
        (await tx.selectFrom('second_factor').select('official').where('confirmed_at', 'is', null).execute())
          .length,
        (await tx.selectFrom('sign_in_step').select('official').execute()).length,
        (await tx.selectFrom('session').select('official').execute()).length,
      ]);
    assert.ok((await count()).every((rows) => rows > 0));
    app.clock.moveTo(app.clock.now().add({ hours: 25 }));
    const worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 1 });
    await sweepRound(app.context).run(worker);
    await worker.close();
    assert.deepEqual(await count(), [0, 0, 0]);
  });
});

describe('where the second factor is demanded', () => {
  test('whoever it is demanded of sets it up before anything else; all others go on as before', async () => {
    const strict = await startTestApp('second-factor-demanded', { secondFactor: 'administrators' });
    try {
      const administrator = await official(strict, 'klaten', 'administrator');
      assert.equal((await administrator.get('/meja/kelola')).location, '/meja/masuk?ke=%2Fmeja%2Fkelola');
      const led = await administrator.get('/meja/masuk?ke=%2Fmeja%2Fkelola');
      assert.equal(led.location, '/meja/akun/dua-langkah?ke=%2Fmeja%2Fkelola');
      assert.match((await administrator.get(led.location ?? '')).text, /mewajibkan verifikasi dua langkah/);
      assert.equal((await administrator.get('/meja/akun')).status, 303);
      await setUpSecondFactor(strict, administrator);
      assert.equal((await administrator.get('/meja/kelola')).status, 200);
      assert.equal((await signedIn(strict, 'maya@klaten').then((other) => other.get('/meja'))).status, 200);
    } finally {
      await strict.close();
    }
  });
});
