/** Products that the program delivers, from the form to what the servers outside say: mailbox and name, and their giving back. */
import assert from 'node:assert/strict';
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { demoPassword } from '../../src/people/index.ts';
import type { Worker } from '../../src/platform/index.ts';
import { newFolder } from '../conformance/folder.ts';
import { describeWith } from '../conformance/needs.ts';
import { startDovecot } from '../conformance/servers/dovecot.ts';
import type { MailServer } from '../conformance/servers/dovecot.ts';
import { readMailbox } from '../conformance/servers/imap.ts';
import { startNamed } from '../conformance/servers/named.ts';
import type { NameServer } from '../conformance/servers/named.ts';
import { resolveAt } from '../conformance/servers/resolve.ts';
import { usernameOf } from '../support/officer.ts';
import { track } from './people/applicant.ts';
import type { Slip } from './people/applicant.ts';
import { connect, deliver, withdraw } from './people/delivering.ts';
import { signIn } from './people/officer.ts';
import { ask, carry } from './people/road.ts';
import { Town } from './people/town.ts';
import { enter } from './stories/types.ts';

/** The applicant finds what they got and opens the first password, once. */
async function takeProduct(
  town: Town,
  government: string,
  slip: Slip,
  shown: readonly string[],
): Promise<string> {
  const opening = 'Buka sandi Kotak surat, satu kali';
  const applicant = await town.person({ width: 390 });
  await track(applicant, government, slip);
  await applicant.sees('Cara memakai', 'Bila berakhir atau tidak diperlukan lagi', ...shown);
  await applicant.press(opening);
  const password = /\b[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{4}\b/.exec(await applicant.words())?.[0];
  assert.ok(password, await applicant.words());
  await track(applicant, government, slip);
  assert.equal(await applicant.main.getByRole('button', { name: opening }).count(), 0);
  await applicant.leave();
  return password;
}

describeWith('a product is checked from outside', { programs: ['dovecot', 'named', 'nsupdate'] }, () => {
  let town: Town;
  let worker: Worker;
  let folder: string;
  let mail: MailServer;
  let names: NameServer;
  const zone = 'bulungan.go.id';

  before(async () => {
    folder = await newFolder('products');
    await chmod(folder, 0o755);
    town = await Town.open('products');
    worker = await town.app.startJobs();
    mail = await startDovecot(folder, join(folder, 'passwd'));
    const file = join(folder, 'zone');
    await writeFile(
      file,
      `$TTL 300\n@ IN SOA ns1.${zone}. hostmaster.${zone}. 1 300 300 300 300\n@ IN NS ns1\nns1 IN A 127.0.0.1\n`,
    );
    names = await startNamed(folder, zone, { file, updates: true });
  });
  after(async () => {
    await worker.stop();
    await town.close();
    await mail.stop();
    await names.stop();
    await rm(folder, { recursive: true });
  });

  /** The program's file as the administrator of the mail server has it copied: see docs/products.md. */
  async function bringAccounts(government: string): Promise<void> {
    const own = join(town.app.dataDirectory, 'products', government, 'mailbox', 'passwd');
    await mkdir(folder, { recursive: true });
    await copyFile(own, join(folder, 'passwd'));
    await chmod(join(folder, 'passwd'), 0o644);
  }

  test('row 1: a mailbox, from the letter to its owner signing in, and closed again', async () => {
    await connect(town, 'klungkung', 'mailbox', { fields: { 'own.mailRoot': mail.mailRoot } });
    const application = await town.application(1);
    const slip = await ask(town, application, {});
    await carry(town, application, slip, { until: 'pembuatan' });
    const address = 'dinkes@klungkungkab.go.id';
    await deliver(town, application, slip, {
      position: 'kasi-layanan-data',
      answers: [enter.text('Alamat email yang dibuat', address), enter.text('Kapasitas kotak surat', '5')],
      planned: [address, 'Dovecot'],
    });
    const password = await takeProduct(town, 'klungkung', slip, [address]);
    await bringAccounts('klungkung');
    assert.equal(await readMailbox(mail.port, address, 'salah'), null);
    const box = await readMailbox(mail.port, address, password);
    assert.deepEqual(box, { quotaKib: 5 * 1024 * 1024, messages: [] });
    const officer = await town.person();
    const username = await usernameOf(town.app, 'klungkung', 'kasi-layanan-data');
    await signIn(officer, { username, password: demoPassword });
    await withdraw(officer, slip.number);
    await officer.leave();
    await bringAccounts('klungkung');
    assert.equal(await readMailbox(mail.port, address, password), null);
  });

  test('row 15: a name that a real server resolves, and a mailbox that lets its owner in', async () => {
    await connect(town, 'bulungan', 'mailbox', { fields: { 'own.mailRoot': mail.mailRoot } });
    await connect(town, 'bulungan', 'dns-name', {
      choose: 'Server nama dengan kunci TSIG',
      fields: {
        'kind.hosting': '203.0.113.10',
        'own.server': '127.0.0.1',
        'own.port': String(names.port),
        'own.keyName': 'pendopo',
        'own.zone': zone,
        'own.key': names.key,
      },
    });
    const application = await town.application(15);
    const slip = await ask(town, application, {});
    await carry(town, application, slip, { until: 'registrasi' });
    await deliver(town, application, slip, {
      position: 'staf-egov',
      answers: [
        enter.day('Aktif sejak', 0),
        enter.text('Subdomain yang dibuat', 'perpustakaan'),
        enter.text('Akun hosting yang dibuat', 'perpustakaan'),
        enter.text('Alamat email yang dibuat', `perpustakaan@${zone}`),
      ],
      planned: [`perpustakaan.${zone}`],
    });
    const password = await takeProduct(town, 'bulungan', slip, [`perpustakaan.${zone}`]);
    assert.deepEqual(await resolveAt(names.port, `perpustakaan.${zone}`, 'A'), ['203.0.113.10']);
    await bringAccounts('bulungan');
    assert.ok(await readMailbox(mail.port, `perpustakaan@${zone}`, password), mail.output());
  });
});
