/** A certificate from the request to signatures that other programs believe, until it is revoked: rows 2 and 7. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { systemClock } from '../../src/ground/index.ts';
import { demoPassword } from '../../src/people/index.ts';
import type { Worker } from '../../src/platform/index.ts';
import { newFolder } from '../conformance/folder.ts';
import { describeWith } from '../conformance/needs.ts';
import { letterToSign } from '../support/certificates.ts';
import { Verifier } from '../support/outside-verifier.ts';
import { usernameOf } from '../support/officer.ts';
import { track } from './people/applicant.ts';
import type { Slip } from './people/applicant.ts';
import { connect, deliver, withdraw } from './people/delivering.ts';
import { signIn } from './people/officer.ts';
import type { Person } from './people/person.ts';
import { ask, carry } from './people/road.ts';
import { Town } from './people/town.ts';
import { enter } from './stories/types.ts';

const PASSPHRASE = 'gerobak ungu menari di dermaga';

const field = (person: Person, label: string) => person.main.getByLabel(label, { exact: true });

/** Chooses a PDF and types the passphrase. */
async function fillSigning(person: Person, passphrase: string): Promise<void> {
  const file = { name: 'undangan rapat.pdf', mimeType: 'application/pdf', buffer: await letterToSign() };
  await person.hands.attach(field(person, 'PDF yang ditandatangani'), file);
  await person.hands.write(field(person, 'Frasa sandi'), passphrase);
}

/** Activates the certificate of a delivered request; the page is left open, ready to sign. */
async function activate(town: Town, government: string, slip: Slip): Promise<Person> {
  const owner = await town.person({ width: 390 });
  await track(owner, government, slip);
  await owner.sees(
    'Cara memakai',
    'Percobaan – bukan TTE tersertifikasi',
    'Menunggu Anda membuat frasa sandi',
  );
  await owner.follow('Buat frasa sandi sertifikat');
  await owner.hands.write(field(owner, 'Frasa sandi baru'), PASSPHRASE);
  await owner.hands.write(field(owner, 'Ketik frasa sandi itu sekali lagi'), `${PASSPHRASE}.`);
  await owner.press('Aktifkan sertifikat');
  await owner.sees('Kedua ketikan tidak sama', 'Menunggu Anda membuat frasa sandi');
  await owner.hands.write(field(owner, 'Frasa sandi baru'), PASSPHRASE);
  await owner.hands.write(field(owner, 'Ketik frasa sandi itu sekali lagi'), PASSPHRASE);
  await owner.press('Aktifkan sertifikat');
  await owner.sees('Sertifikat Anda aktif', 'Aktif, dapat dipakai menandatangani');
  return owner;
}

/** A PDF signed on the owner's page, first with a passphrase that is wrong. */
async function sign(owner: Person): Promise<{ readonly name: string; readonly path: string }> {
  await fillSigning(owner, 'gerobak merah menari di dermaga');
  await owner.press('Tanda tangani dan unduh');
  await owner.sees('Frasa sandi salah', 'Demi keamanan tidak ada yang disimpan');
  assert.ok(!(await owner.page.content()).includes('gerobak'));
  await fillSigning(owner, PASSPHRASE);
  const [download] = await Promise.all([
    owner.page.waitForEvent('download'),
    owner.hands.press(owner.main.getByRole('button', { name: 'Tanda tangani dan unduh' })),
  ]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** Guessing passphrases soon comes to an end. */
async function guessOn(owner: Person): Promise<void> {
  const tries = 12;
  for (let n = 0; n < tries; n += 1) {
    await fillSigning(owner, `tebakan yang ke-${n}`);
    await owner.press('Tanda tangani dan unduh');
    if ((await owner.words()).includes('Terlalu banyak percobaan')) return;
  }
  assert.fail(`${tries} passphrases were tried in a row`);
}

describeWith(
  'a certificate is checked from outside',
  { programs: ['pdfsig', 'certutil', 'crlutil', 'openssl'] },
  () => {
    let town: Town;
    let worker: Worker;
    let folder: string;

    before(async () => {
      folder = await newFolder('certificate');
      town = await Town.open('certificate');
      worker = await town.app.startJobs();
    });
    after(async () => {
      await worker.stop();
      await town.close();
      await rm(folder, { recursive: true });
    });

    const fetched = async (path: string): Promise<Buffer> => {
      const answer = await fetch(`${town.origin}${path}`);
      assert.equal(answer.status, 200, path);
      return Buffer.from(await answer.arrayBuffer());
    };

    test('row 2: activated and used by its owner, believed by others, and no more once it is revoked', async () => {
      assert.equal((await fetch(`${town.origin}/klungkung/tte-percobaan/ca.crt`)).status, 404);
      const application = await town.application(2);
      await connect(town, 'klungkung', 'certificate', {
        choose: 'Percobaan – bukan TTE tersertifikasi',
        fields: { 'kind.organisation': 'Pemerintah Kabupaten Klungkung' },
      });
      const slip = await ask(town, application, {});
      await carry(town, application, slip, { until: 'penerbitan' });
      // The programs outside go by the clock of the machine.
      town.app.clock.moveTo(systemClock.now());
      await deliver(town, application, slip, {
        position: 'analis-persandian',
        planned: ['I Nengah Mangku Contoh', '············0001'],
        done: 'Produk layanan sudah ada',
      });
      const owner = await activate(town, 'klungkung', slip);
      const signed = await sign(owner);
      assert.equal(signed.name, 'undangan rapat-bertanda-tangan-percobaan.pdf');

      const verifier = await Verifier.open(
        join(folder, 'klungkung'),
        await fetched('/klungkung/tte-percobaan/ca.crt'),
      );
      const list = (): Promise<Buffer> => fetched('/klungkung/tte-percobaan/daftar-cabut.crl');
      assert.deepEqual(await verifier.pdfsig(signed.path, await list()), {
        validation: ['Signature is Valid', 'Certificate is Trusted'],
        signer: 'I Nengah Mangku Contoh',
      });
      const base = `/klungkung/permohonan/${slip.number}/sertifikat`;
      const own = await owner.page.request.get(`${town.origin}${base}/sertifikat.crt`);
      assert.match(await verifier.openssl(await own.body(), await list()), /: OK/);

      await guessOn(owner);
      // A list of the same second would be no newer one.
      town.app.clock.moveTo(systemClock.now());
      const officer = await town.person();
      await signIn(officer, {
        username: await usernameOf(town.app, 'klungkung', 'analis-persandian'),
        password: demoPassword,
      });
      await withdraw(officer, slip.number);
      await officer.leave();
      assert.deepEqual(await verifier.pdfsig(signed.path, await list()), {
        validation: ['Signature is Valid', 'Certificate has been Revoked'],
        signer: 'I Nengah Mangku Contoh',
      });
      assert.match(await verifier.openssl(await own.body(), await list()), /certificate revoked/);
      await owner.visit(base);
      await owner.sees('Sudah dicabut', 'tidak dapat menandatangani lagi');
      await owner.leave();
    });

    test('row 7: the NIK that only the program needs is recorded by the officer, and the request ends with it', async () => {
      const application = await town.application(7);
      await connect(town, 'klaten', 'certificate', {
        choose: 'Percobaan – bukan TTE tersertifikasi',
        fields: { 'kind.organisation': 'Pemerintah Kabupaten Klaten' },
      });
      const slip = await ask(town, application, {});
      await carry(town, application, slip, { until: 'penerbitan' });
      town.app.clock.moveTo(systemClock.now());
      await deliver(town, application, slip, {
        position: 'staf-teknis',
        answers: [enter.text('NIK pemilik, bila sistem yang mendaftarkan', '3310010101800001')],
        planned: ['Hesti Contoh', '············0001'],
      });
      const owner = await activate(town, 'klaten', slip);
      const signed = await sign(owner);
      const verifier = await Verifier.open(
        join(folder, 'klaten'),
        await fetched('/klaten/tte-percobaan/ca.crt'),
      );
      assert.deepEqual(
        await verifier.pdfsig(signed.path, await fetched('/klaten/tte-percobaan/daftar-cabut.crl')),
        { validation: ['Signature is Valid', 'Certificate is Trusted'], signer: 'Hesti Contoh' },
      );
      await owner.leave();
    });
  },
);
