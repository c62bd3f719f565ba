/** A government with nothing but a decree in PDF: read, reviewed, published at the desk, and a citizen asks for the service. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run as draft } from '../../src/cli/standard-draft.ts';
import { examplePdf } from '../../src/example-document.ts';
import { demoPassword } from '../../src/people/index.ts';
import type { Worker } from '../../src/platform/index.ts';
import { callCommand } from '../support/command.ts';
import { readSlip, track } from './people/applicant.ts';
import { signIn } from './people/officer.ts';
import type { Person } from './people/person.ts';
import { Town } from './people/town.ts';
import { said } from './people/words.ts';

const decree = fileURLToPath(
  new URL('../import/documents/dukcapil-three-columns/document.pdf', import.meta.url),
);

let governments: string;
let town: Town;
let worker: Worker;

/** As somebody at the server types it: the government out of its decree, without services. */
async function draftGovernment(directory: string): Promise<void> {
  const { code } = await callCommand(
    draft,
    [decree, '--government', 'contoh', '--to', join(directory, 'contoh'), '--without-services'],
    (path) => readFile(path, 'utf8'),
  );
  assert.equal(code, 0);
}

before(async () => {
  governments = await mkdtemp(join(tmpdir(), 'pendopo-decree-'));
  await draftGovernment(governments);
  town = await Town.open('decree', { governments });
  worker = await town.app.startJobs();
});
after(async () => {
  await worker.stop();
  await town.close();
  await rm(governments, { recursive: true });
});

/** The page of an import looks again by itself until the decree is read. */
async function untilRead({ page, main }: Person): Promise<void> {
  const found = main.getByRole('table', { name: 'Layanan yang ditemukan' });
  await found.waitFor({ timeout: 30_000 });
  await page.waitForLoadState('load');
}

async function publishFromDecree(person: Person): Promise<void> {
  const { main, hands } = person;
  await person.visit('/meja/kelola');
  await person.follow('Dari keputusan ke layanan');
  await hands.attach(main.getByLabel('Keputusan standar pelayanan'), {
    name: 'keputusan.pdf',
    mimeType: 'application/pdf',
    buffer: await readFile(decree),
  });
  await person.press('Baca keputusan');
  await untilRead(person);
  await person.follow('Penerbitan Kutipan Akta Kelahiran');
  await person.sees('Yang masih harus diputuskan', 'hari kerja atau hari kalender');
  await hands.tick(main.getByLabel('waktu kerja (hari dan jam kerja)'));
  await person.press('Simpan dan atur cara berjalan');
  await person.sees('Dari keputusan: "Petugas memeriksa berkas dan merekam data kelahiran;"');
  await person.go(main.getByRole('button', { name: 'Simpan dan lihat pratinjau' }).first());
  await person.sees('Layanan ini siap diterbitkan', 'Yang dilihat pemohon', 'Yang dikerjakan petugas');
  await person.press('Terbitkan');
  await person.sees('Penerbitan Kutipan Akta Kelahiran sudah terbit');
}

test('from a decree in PDF to a request on the service it sets', { timeout: 120_000 }, async () => {
  const administrator = await town.person();
  await signIn(administrator, { username: 'administrator@contoh', password: demoPassword });
  await publishFromDecree(administrator);
  await administrator.leave();

  const applicant = await town.person({ width: 390, height: 844, scripts: false });
  const { main, hands } = applicant;
  await applicant.visit('/contoh');
  await applicant.follow('Penerbitan Kutipan Akta Kelahiran');
  await applicant.sees('5 hari kerja');
  await applicant.follow(said('apply', 'id'));
  town.think();
  const sending = main.getByRole('button', { name: said('send', 'id'), exact: true });
  const answers = {
    'Nama lengkap': 'Dian Contoh',
    'Nomor Induk Kependudukan (NIK)': '3310015503909999',
    'Nomor telepon atau WhatsApp': '081200000199',
    'Keperluan Anda': 'Akta kelahiran anak pertama',
  };
  while ((await sending.count()) === 0) {
    for (const [label, text] of Object.entries(answers)) {
      const field = main.getByLabel(label);
      if ((await field.count()) > 0) await hands.write(field.first(), text);
    }
    for (const file of await main.locator('input[type=file]').all()) {
      const named = { name: 'berkas.pdf', mimeType: 'application/pdf', buffer: examplePdf('berkas') };
      await hands.attach(file, named);
    }
    const before = applicant.page.url();
    await applicant.press(said('goOn', 'id'));
    assert.notEqual(applicant.page.url(), before, await applicant.words());
  }
  await applicant.press(said('send', 'id'));
  const slip = await readSlip(applicant);
  await track(applicant, 'contoh', slip);
  await applicant.sees(slip.number, 'Penerbitan Kutipan Akta Kelahiran');
  await applicant.leave();
});
