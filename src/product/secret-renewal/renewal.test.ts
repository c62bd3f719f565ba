/** A first password that nobody opened in time, or that was lost in opening, is made anew, over the real application; the mail server behind it is a double. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { openWorker } from '../../../test/support/certificate-request.ts';
import { act } from '../../../test/support/desk.ts';
import { nobody, official } from '../../../test/support/officer.ts';
import { MailDouble } from '../../../test/support/product-double.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { Visitor } from '../../../test/support/visitor.ts';
import { createLog } from '../../platform/index.ts';
import type { Database } from '../../platform/index.ts';
import { eraseRequest, openSecret, renewSecret, trackRequest, verifyJournal } from '../../request/index.ts';
import { deliverTask } from '../delivering/runner.ts';
import { saveConnector } from '../delivering/settings.ts';
import { renewSecretTask } from './job.ts';

const government = 'klungkung';
const written: string[] = [];
const log = createLog('debug', { write: (line: string) => void written.push(line) });
let app: TestApp;
let worker: Database;
let server: MailDouble;

before(async () => {
  server = new MailDouble();
  app = await startTestApp('secret_renewal', { kinds: server.kinds });
  worker = await openWorker(app);
});
after(async () => {
  await worker.close();
  await app.close();
});
beforeEach(() => {
  app.clock.moveTo('2026-11-23T02:00:00Z');
  server.calls.length = 0;
  server.trouble = [];
});

interface Given {
  readonly government: string;
  readonly number: string;
  readonly trackingKey: string;
  readonly address: string;
  readonly delivery: string;
}

const deps = () => ({ ...app.context.delivering, request: app.context, log });
const later = (days: number): void => app.clock.moveTo(app.clock.now().add({ hours: 24 * days }));
const track = (given: Given) => trackRequest(app.context, given);
const run = (delivery: string): Promise<void> =>
  renewSecretTask(deps())({ delivery }, { government, database: worker });

let n = 0;

/** A mailbox that was delivered, with its first password unopened. */
async function given(): Promise<Given> {
  n += 1;
  const { number, trackingKey } = await submitExampleRequest(app, government, 'email-resmi');
  for (const action of ['complete', 'dispose', 'dispose']) await act(app, government, number, action);
  const address = `kantor${n}@klungkungkab.go.id`;
  const state = await act(app, government, number, 'deliver', {
    deliveries: ['kotak-surat'],
    fields: { 'alamat-email': address },
  });
  const delivery = state.deliveries?.[0]?.delivery ?? '';
  await deliverTask(deps())({ delivery }, { government, database: worker });
  return { government, number, trackingKey, address, delivery };
}

const passwordOf = ({ address }: Given): string | null | undefined => server.boxes.get(address)?.secret;

test('its owner asks after fourteen days, opens the new one once, and the server knows that one alone', async () => {
  const mailbox = await given();
  const first = passwordOf(mailbox);
  await assert.rejects(renewSecret(app.context, mailbox, mailbox.delivery), { code: 'secret-not-expired' });
  later(14);
  assert.deepEqual((await track(mailbox)).openSecrets, []);
  assert.deepEqual((await track(mailbox)).renewableSecrets, [mailbox.delivery]);
  await renewSecret(app.context, mailbox, mailbox.delivery);
  assert.equal(passwordOf(mailbox), first, 'the intent alone changes nothing');
  const waiting = await track(mailbox);
  assert.deepEqual([waiting.renewableSecrets, waiting.secretRenewals.length], [[], 1]);
  await run(mailbox.delivery);
  await run(mailbox.delivery);
  assert.deepEqual(server.calls.filter((call) => call === 'renew').length, 1);
  const view = await track(mailbox);
  const [secret = ''] = view.openSecrets;
  assert.equal(view.openSecrets.length, 1);
  const opened = await openSecret(app.context, mailbox, secret);
  assert.notEqual(opened, first);
  assert.equal(opened, passwordOf(mailbox));
  await assert.rejects(openSecret(app.context, mailbox, secret), { code: 'secret-gone' });
  // What was opened is its owner's: it is not made anew by anybody.
  later(20);
  assert.deepEqual((await track(mailbox)).renewableSecrets, []);
  await assert.rejects(renewSecret(app.context, mailbox, mailbox.delivery), { code: 'secret-not-expired' });
  assert.ok(!written.join('\n').includes(opened));
});

for (const trouble of ['away', 'cut-after', 'cut-before', 'crash'] as const)
  test(`after "${trouble}" the same password is set again, and only then it can be opened`, async () => {
    const mailbox = await given();
    later(14);
    await renewSecret(app.context, mailbox, mailbox.delivery);
    server.trouble = [trouble];
    await run(mailbox.delivery);
    assert.deepEqual((await track(mailbox)).openSecrets, []);
    const halfway = passwordOf(mailbox);
    await run(mailbox.delivery);
    const [secret = ''] = (await track(mailbox)).openSecrets;
    const opened = await openSecret(app.context, mailbox, secret);
    assert.equal(opened, passwordOf(mailbox));
    if (trouble === 'cut-after') assert.equal(opened, halfway, 'every try sets the same one');
  });

test('where it cannot be set it says why, and whoever asks again goes on with the same password', async () => {
  const mailbox = await given();
  later(14);
  const box = server.boxes.get(mailbox.address);
  assert.ok(box);
  server.boxes.delete(mailbox.address);
  await renewSecret(app.context, mailbox, mailbox.delivery);
  await run(mailbox.delivery);
  const { secretRenewals, renewableSecrets } = await track(mailbox);
  assert.match(secretRenewals[0]?.cause?.id ?? '', /tidak \(lagi\) ada/);
  assert.deepEqual(renewableSecrets, [mailbox.delivery]);
  server.boxes.set(mailbox.address, box);
  await renewSecret(app.context, mailbox, mailbox.delivery);
  await run(mailbox.delivery);
  assert.equal((await track(mailbox)).openSecrets.length, 1);
});

test('one that cannot be set is told to who answers for it, listed and counted, and its owner reads so; a pause is no end', async () => {
  const mailbox = await given();
  const page = `/meja/permohonan/${mailbox.number}`;
  const [subject, inList] = [`Kata sandi baru belum dapat dibuat: ${mailbox.number}`, '/meja/penyerahan'];
  const mails = async (): Promise<number> =>
    (await nobody(app).get('/peragaan/kotak-surat')).text.split(subject).length - 1;
  later(14);
  const officer = await official(app, government, 'kasi-layanan-data');
  server.trouble = ['away'];
  await renewSecret(app.context, mailbox, mailbox.delivery);
  await run(mailbox.delivery);
  assert.equal(await mails(), 0);
  assert.match((await officer.get(inList)).text, /Tidak ada penyerahan yang terhenti/);
  const box = server.boxes.get(mailbox.address);
  assert.ok(box);
  server.boxes.delete(mailbox.address);
  await run(mailbox.delivery);
  assert.equal(await mails(), 1);
  const list = (await officer.get(inList)).text;
  assert.match(list, new RegExp(`${mailbox.number}[^]*kata sandi pertama yang baru[^]*tidak \\(lagi\\) ada`));
  assert.match((await officer.get('/meja')).text, /1 penyerahan terhenti/);
  assert.match((await officer.get(page)).text, /belum dapat dibuat, perlu Anda[^]*pemiliknya menunggu/);
  const visitor = new Visitor(app.server, '10.4.0.2');
  const base = `/${government}/permohonan/${mailbox.number}`;
  await visitor.open(base);
  await visitor.submit({ nomor: mailbox.number, kunci: mailbox.trackingKey });
  assert.match((await visitor.open(base)).body, /belum dapat dibuat\. Kantor sudah diberi tahu/);
  assert.doesNotMatch((await visitor.open(base)).body, /sedang dibuat/);
  server.boxes.set(mailbox.address, box);
  await renewSecret(app.context, mailbox, mailbox.delivery);
  assert.match((await officer.get(inList)).text, /Tidak ada penyerahan yang terhenti/, 'it is tried again');
  await run(mailbox.delivery);
  assert.equal((await track(mailbox)).openSecrets.length, 1);
  assert.equal(await mails(), 1);
});

test('what an administrator saves afterwards ends no renewal: the server itself says whether it has the mailbox', async () => {
  const mailbox = await given();
  const settings = { domain: 'klungkungkab.go.id' };
  const saved: readonly Readonly<Record<string, string>>[] = [{}, { label: 'lain' }, { place: 'moved' }];
  for (const own of saved) {
    await app.context.database.transaction({ government }, (tx) =>
      saveConnector(
        tx,
        app.context.delivering,
        government,
        { kind: 'mailbox', connector: 'double', settings, own },
        'uji',
      ),
    );
    later(14);
    await renewSecret(app.context, mailbox, mailbox.delivery);
    await run(mailbox.delivery);
    const { openSecrets, secretRenewals } = await track(mailbox);
    assert.deepEqual([openSecrets.length, secretRenewals], [1, []]);
  }
});

test('the office asks by one button, which is recorded; a post without part in it does not', async () => {
  const mailbox = await given();
  const page = `/meja/permohonan/${mailbox.number}`;
  const officer = await official(app, government, 'kasi-layanan-data');
  assert.doesNotMatch((await officer.get(page)).text, /renew-secret/);
  later(14);
  const again = await official(app, government, 'kasi-layanan-data');
  const { text } = await again.get(page);
  assert.match(text, /Buat kata sandi pertama yang baru/);
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  const answer = await again.post(page, {
    action: 'renew-secret',
    version,
    'renew-secret.delivery': mailbox.delivery,
  });
  assert.equal(answer.status, 303, answer.text);
  await run(mailbox.delivery);
  assert.match((await again.get(page)).text, /Kata sandi pertama yang baru siap dibuka/);
  const { findings } = await verifyJournal({ ...app.context, directory: app.dataDirectory }, government);
  assert.deepEqual(findings, []);
});

test('one that was opened and never read is replaced by the office, which says why; its owner is told, and the old one ends', async () => {
  const mailbox = await given();
  const page = `/meja/permohonan/${mailbox.number}`;
  const [secret = ''] = (await track(mailbox)).openSecrets;
  const lost = await openSecret(app.context, mailbox, secret);
  await assert.rejects(renewSecret(app.context, mailbox, mailbox.delivery), { code: 'secret-not-expired' });
  const officer = await official(app, government, 'kasi-layanan-data');
  const { text } = await officer.get(page);
  assert.match(text, /Kata sandi pertama sudah dibuka\. Tidak terbaca oleh pemiliknya/);
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  const form = { action: 'renew-secret', version, 'renew-secret.delivery': mailbox.delivery };
  const silent = await officer.post(page, form);
  assert.equal(silent.status, 422);
  assert.match(silent.text, /Alasan membuat yang baru/);
  const reason = 'Pemilik menelepon: sambungan terputus.';
  assert.equal((await officer.post(page, { ...form, 'renew-secret.reason': reason })).status, 303);
  assert.equal(passwordOf(mailbox), lost, 'the intent alone changes nothing');
  const mail = (await nobody(app).get('/peragaan/kotak-surat')).text;
  assert.match(mail, new RegExp(`${mailbox.number}: kata sandi Anda diganti oleh kantor[^]*${reason}`));
  assert.match((await officer.get(page)).text, new RegExp(reason), 'and the journal keeps it');
  await run(mailbox.delivery);
  const view = await track(mailbox);
  assert.deepEqual([view.openSecrets.length, view.renewableSecrets], [1, []]);
  const fresh = await openSecret(app.context, mailbox, view.openSecrets[0] ?? '');
  assert.notEqual(fresh, lost);
  assert.equal(passwordOf(mailbox), fresh, 'the server knows the new one alone');
  const { findings } = await verifyJournal({ ...app.context, directory: app.dataDirectory }, government);
  assert.deepEqual(findings, []);
});

test('one that can still be opened is replaced by nobody, whatever the reason', async () => {
  const mailbox = await given();
  const officer = await official(app, government, 'kasi-layanan-data');
  const page = `/meja/permohonan/${mailbox.number}`;
  const version = /name="version" value="(\d+)"/.exec((await officer.get(page)).text)?.[1] ?? '';
  const answer = await officer.post(page, {
    action: 'renew-secret',
    version,
    'renew-secret.delivery': mailbox.delivery,
    'renew-secret.reason': 'Tanpa sebab.',
  });
  assert.notEqual(answer.status, 303);
  await run(mailbox.delivery);
  assert.ok(!server.calls.includes('renew'));
});

test('its owner finds the button on the page of the request', async () => {
  const mailbox = await given();
  later(14);
  const visitor = new Visitor(app.server, '10.4.0.1');
  const base = `/${government}/permohonan/${mailbox.number}`;
  await visitor.open(base);
  await visitor.submit({ nomor: mailbox.number, kunci: mailbox.trackingKey });
  await visitor.submit({}, `/sandi-baru/${mailbox.delivery}`);
  assert.match(visitor.page.body, /Kata sandi pertama yang baru sudah diminta/);
  assert.match(visitor.page.body, /sedang dibuat/);
  await run(mailbox.delivery);
  const { body } = await visitor.open(base);
  assert.match(body, /Buka sandi Kotak surat percobaan, satu kali/);
  assert.doesNotMatch(body, /sandi pertama sudah dibuka/);
  const [, path = ''] = /action="([^"]+\/rahasia\/[^"]+)"/.exec(body) ?? [];
  const opened = (await visitor.submit({}, path)).body;
  assert.ok(opened.includes(passwordOf(mailbox) ?? '?'), 'the password');
  assert.ok(opened.includes(mailbox.address), 'and what it opens');
  const afterwards = (await visitor.open(base)).body;
  assert.match(afterwards, /Kata sandi pertama sudah dibuka\. Lupa, atau bukan Anda/);
  assert.match(
    afterwards,
    /Tidak diperlukan lagi\? Di sini Anda meminta penutupan/,
    'no forgotten passphrase ends a mailbox',
  );
});

test('after erasure nothing is set', async () => {
  const mailbox = await given();
  later(14);
  await renewSecret(app.context, mailbox, mailbox.delivery);
  const erasure = { government, number: mailbox.number, actor: 'uji', reason: 'permintaan subjek data' };
  await eraseRequest({ ...app.context, database: worker }, erasure);
  const before = passwordOf(mailbox);
  await run(mailbox.delivery);
  assert.equal(passwordOf(mailbox), before);
});
