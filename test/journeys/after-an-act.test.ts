/** Pages that no link leads to, only an act: looked at as closely as all others. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { demoPassword } from '../../src/people/index.ts';
import { createLog, enqueue, startWorker } from '../../src/platform/index.ts';
import { monday } from '../support/app.ts';
import { usernameOf } from '../support/officer.ts';
import { expectNothingCutOff } from '../support/page-sight.ts';
import { submitExampleRequest } from '../support/requests.ts';
import { findService, readSlip, send } from './people/applicant.ts';
import { takeIn } from './people/counter.ts';
import { signIn } from './people/officer.ts';
import type { Person } from './people/person.ts';
import { Town } from './people/town.ts';

let town: Town;
before(async () => {
  // The second request within the hour is a flood already, from anywhere but this machine.
  town = await Town.open('after-an-act', { requestsPerHour: 1, trustedProxies: ['127.0.0.1'] });
});
after(() => town.close());

const at = (person: Person): string => new URL(person.page.url()).pathname;

/** As they stand, and as narrow as a page can get. */
async function fits({ page }: Person): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNothingCutOff(page);
  await page.setViewportSize({ width: 1200, height: 800 });
}

async function officialAt(position: string): Promise<Person> {
  const official = await town.person();
  const username = await usernameOf(town.app, 'klaten', position);
  await signIn(official, { username, password: demoPassword });
  return official;
}

describe('only an act leads to', () => {
  test('the proof of an address in a flood', async () => {
    const applicant = await town.person({ width: 390 });
    await applicant.page.setExtraHTTPHeaders({ 'x-forwarded-for': '10.20.30.40' });
    const application = await town.application(10);
    while ((await town.app.context.limiters.calm.take('klaten')).allowed);
    await findService(applicant, application);
    await send(applicant, application);
    assert.match(at(applicant), /\/bukti$/);
    await fits(applicant);
    const code = /\b\d{6}\b/.exec(await applicant.words())?.[0];
    assert.ok(code, 'the demo shows the code');
    await applicant.hands.write(applicant.main.getByLabel('Kode enam angka'), '000000');
    await applicant.press('Kirim permohonan');
    await applicant.sees('Kode ini tidak cocok');
    await applicant.hands.write(applicant.main.getByLabel('Kode enam angka'), code);
    await applicant.press('Kirim permohonan');
    await readSlip(applicant);
    await applicant.leave();
  });

  test('the slips of a counter', async () => {
    const { number } = await takeIn(town, await town.application(14));
    const officer = await officialAt('petugas-rspd');
    await officer.visit(`/meja/loket/tanda-terima/${number}`);
    await officer.sees(number);
    await fits(officer);
    await officer.visit('/meja/loket');
    await officer.unfold('Ambil nomor antrean');
    await officer.press('Ambil nomor antrean');
    const slip = officer.main.getByRole('link', { name: /^Cetak nomor/ }).first();
    await officer.go(slip);
    assert.match(at(officer), /^\/meja\/loket\/antrean\/[^/]+\/nomor$/);
    await fits(officer);
    await officer.leave();
  });

  test('what a lost session kept', async () => {
    const { number } = await submitExampleRequest(town.app, 'klaten', 'ruang-rapat');
    const officer = await officialAt('kasubbag-umum');
    await officer.visit(`/meja/permohonan/${number}`);
    await town.app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.deleteFrom('session').execute(),
    );
    await officer.unfold('Beri catatan');
    await officer.hands.write(
      officer.main.locator('[name="comment.text"]'),
      'Ditelepon dua kali, tidak diangkat.',
    );
    await officer.press('Beri catatan');
    const { main, hands } = officer;
    await hands.write(
      main.getByLabel('Nama pengguna', { exact: true }),
      await usernameOf(town.app, 'klaten', 'kasubbag-umum'),
    );
    await hands.write(main.getByLabel('Kata sandi', { exact: true }), demoPassword);
    await officer.press('Masuk');
    assert.match(at(officer), /^\/meja\/isian\//);
    await fits(officer);
    await officer.leave();
  });

  test('giving up a job that failed', async () => {
    await town.app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      const { id } = await tx.selectFrom('message').select('id').executeTakeFirstOrThrow();
      await enqueue(tx, { task: 'send-message', government: 'klaten', payload: { id } });
    });
    const worker = await startWorker({
      url: town.app.addresses.workerUrl,
      concurrency: 1,
      log: createLog('silent'),
      tasks: {
        'send-message': async () => {
          throw new Error('connect ECONNREFUSED 127.0.0.1:25');
        },
      },
    });
    const administrator = await officialAt('administrator');
    const giveUp = administrator.main.getByRole('link', { name: /^Hentikan/ }).first();
    const jobs = '/meja/kelola/pekerjaan';
    for (let tries = 0; tries < 50 && (await giveUp.count()) === 0; tries += 1)
      await administrator.page.goto(`${town.origin}${jobs}`);
    await worker.stop();
    await administrator.go(giveUp);
    assert.match(at(administrator), /^\/meja\/kelola\/pekerjaan\/\d+\/hentikan$/);
    await fits(administrator);
    await administrator.leave();
  });

  test('what another calendar would do', async () => {
    // The applications before were of other days.
    town.app.clock.moveTo(monday);
    const { number } = await submitExampleRequest(town.app, 'klaten', 'insiden-siber');
    const administrator = await officialAt('administrator');
    const { main, hands } = administrator;
    await administrator.visit('/meja/kelola/kalender/ubah/impor');
    await hands.write(
      main.getByLabel('Tempel isinya'),
      'tanggal;nama\n25 November 2026;Cuti Bersama (contoh)',
    );
    await hands.tick(main.getByLabel('Tambahkan saja'));
    await administrator.press('Baca dan simpan dalam rancangan');
    await administrator.sees('1 hari dimasukkan ke rancangan.');
    await fits(administrator);
    await administrator.go(main.getByRole('link', { name: 'Lihat dampaknya' }));
    await administrator.sees(number);
    await administrator.sees('+1 hari');
    await fits(administrator);
    await hands.write(main.getByLabel('Alasan'), 'Cuti bersama ditambah');
    await administrator.press('Terbitkan');
    await administrator.sees('Versi 2 diterbitkan.');
    await fits(administrator);
    await administrator.leave();
  });
});
