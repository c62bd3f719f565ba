/** Accounts in a directory as a mail server finds them: by their address, with their password, over an encrypted line. */
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { mailbox } from '../../src/product/mailbox/index.ts';
import { newFolder } from './folder.ts';
import { mailOrders, mailSettings } from './mailbox.ts';
import { describeWith } from './needs.ts';
import { runCommand } from './servers/process.ts';
import { admin, base, startSlapd } from './servers/slapd.ts';
import type { DirectoryServer } from './servers/slapd.ts';
import type { Bench, Raw } from './specimen.ts';
import { Trial, faultOf } from './trial.ts';

/** A certificate for the loopback address, signed by itself. */
async function newCertificate(folder: string, name: string): Promise<{ certificate: string; key: string }> {
  const [certificate, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1'];
  await runCommand('openssl', ['req', '-x509', ...kind, ...names, '-keyout', key, '-out', certificate]);
  return { certificate, key };
}

describeWith('mail accounts in OpenLDAP over StartTLS', { programs: ['slapd', 'ldapsearch'] }, () => {
  let folder: string;
  let server: DirectoryServer;
  let connection: Raw;
  let trial: Trial;

  before(async () => {
    folder = await newFolder('ldap-tls');
    const tls = await newCertificate(folder, 'direktori');
    server = await startSlapd(folder, tls);
    connection = {
      host: '127.0.0.1',
      port: String(server.port),
      security: 'starttls',
      authority: await readFile(tls.certificate, 'utf8'),
      bindDn: admin,
      password: server.password,
      base,
    };
    const bench: Bench = {
      ...mailOrders,
      settings: mailSettings,
      connection,
      directory: join(folder, 'place'),
      total: () => Promise.resolve(0),
      written: () => Promise.resolve(''),
      close: () => Promise.resolve(),
    };
    const start = (): Promise<Bench> => Promise.resolve(bench);
    trial = new Trial({ kind: mailbox, folder: 'mailbox', connector: 'ldap', programs: [], start }, bench);
  });
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  test('the owner is let in with the first password, and no more once the account is closed', async () => {
    const wanted = trial.wanted();
    const { address } = mailbox.plan.parse(wanted.plan);
    const dn = `uid=${address.split('@')[0]},${base}`;
    const evidence = await trial.deliver(wanted);
    assert.equal(await server.letsIn(dn, trial.secret), true);
    assert.equal(await server.letsIn(dn, 'salah'), false);
    assert.match(await server.list(), new RegExp(`^mail: ${address}$`, 'm'));
    await trial.withdraw(wanted, evidence);
    assert.equal(await server.letsIn(dn, trial.secret), false);
    const left = await server.list();
    assert.doesNotMatch(left, new RegExp(`^mail: ${address}$`, 'm'));
    assert.match(left, new RegExp(`^description: pendopo-closed=${wanted.key.delivery} 2026-11-23$`, 'm'));
  });

  test("somebody else's entry of the same name or address is left alone", async () => {
    const wanted = { ...trial.wanted(), plan: trial.planOf({ address: 'warga' }) };
    assert.equal((await trial.check(wanted)).is, 'other');
    assert.equal((await faultOf(trial.deliver(wanted))).code, 'name-taken');
  });

  test('a certificate of nobody we know is refused before anything is said', async () => {
    const { certificate } = await newCertificate(folder, 'lain');
    const stranger = { ...connection, authority: await readFile(certificate, 'utf8') };
    const wanted = trial.wanted();
    const fault = await faultOf(trial.deliver(wanted, { connection: stranger }));
    assert.deepEqual(
      [fault.code, fault.meaning],
      ['counterpart-certificate', { done: 'none', passing: false }],
    );
    assert.equal((await trial.check(wanted)).is, 'absent');
  });

  test('without encryption only a server on the same machine is spoken to', () => {
    const read = trial.connector.form.schema.safeParse({
      ...connection,
      host: 'ldap.contoh.test',
      security: 'none',
    });
    assert.equal(read.success, false);
  });
});
