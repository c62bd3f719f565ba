/** Letters as the applicant finds them: told, downloaded, void; and the name that only their consent shows to others. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { expectAccessible, openBrowser } from '../../../test/support/browser.ts';
import { openWorker } from '../../../test/support/certificate-request.ts';
import { act } from '../../../test/support/desk.ts';
import { nobody, official } from '../../../test/support/officer.ts';
import type { Officer } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { eraseRequest, nameOnLetter } from '../../request/index.ts';

const scan = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const addressIn = (text: string, shape: RegExp): string => shape.exec(text)?.[1] ?? '';

describe('letters on the tracking page', () => {
  let app: TestApp;
  let officer: Officer;
  let applicant: Officer;
  let tracking: string;
  let trackingKey: string;
  let desk: string;
  let letter: string;
  let code: string;
  let file: string;

  /** Begins a letter, numbers it, and issues it with a scan. */
  async function issue(template: string): Promise<string> {
    await officer.get(desk);
    const begun = (await officer.post(`${desk}/surat`, { template })).location ?? '';
    assert.equal((await officer.post(begun, { action: 'number' })).status, 303);
    const part = { field: 'scan', fileName: 'pindai.pdf', content: scan };
    const issued = await officer.postFiles(begun, { action: 'by-hand' }, [part]);
    assert.equal(issued.status, 303, issued.text);
    return begun;
  }

  before(async () => {
    app = await startTestApp('tracking_letters');
    const submitted = await submitExampleRequest(app, 'klaten', 'ruang-rapat');
    const { number } = submitted;
    ({ trackingKey } = submitted);
    await act(app, 'klaten', number, 'complete');
    await act(app, 'klaten', number, 'approve');
    officer = await official(app, 'klaten', 'kasubbag-umum');
    desk = `/meja/permohonan/${number}`;
    tracking = `/klaten/permohonan/${number}`;
    applicant = nobody(app);
    await applicant.get(tracking);
    const shown = await applicant.post('/klaten/permohonan', { nomor: number, kunci: trackingKey });
    assert.equal(shown.status, 303, shown.text);
  });
  after(() => app.close());

  const mail = async (): Promise<string> => (await nobody(app).get('/peragaan/kotak-surat')).text;

  it('nothing stands there, and nothing is told, before one is issued', async () => {
    assert.doesNotMatch((await applicant.get(tracking)).text, /Surat untuk Anda/);
    assert.doesNotMatch(await mail(), /Surat untuk permohonan/);
  });

  it('an issued one is told by a message, and found with its code and its file', async () => {
    letter = await issue('granted');
    assert.match(await mail(), /Surat untuk permohonan/);
    const { text } = await applicant.get(tracking);
    assert.match(text, /Surat untuk Anda[\s\S]*Pemberitahuan permohonan dikabulkan[\s\S]*500\.12\/1\/2026/);
    code = addressIn(text, /href="(\/verifikasi\/[0-9A-Z]{16})"/);
    file = addressIn(text, /href="([^"]+\/berkas\/[^"]+)">surat-500\.12-1-2026\.pdf/);
    assert.deepEqual((await applicant.get(file)).bytes, scan);
    assert.equal((await nobody(app).get(file)).status, 303, 'not without the tracking key');
    assert.match((await nobody(app).get(code)).text, /Sah diterbitkan/);
    assert.match(
      (await applicant.get(`${tracking}?lang=en`)).text,
      /Letters for you[\s\S]*Verification code/,
    );
    await applicant.get(`${tracking}?lang=id`);
  });

  it('nobody reads the name until the applicant lets them, and no more once that is taken back', async () => {
    const { text } = await applicant.get(tracking);
    const [, name = ''] = /Tampilkan nama ([^<]+) pada halaman verifikasi/.exec(text) ?? [];
    assert.ok(name.length > 3);
    const reading = async (): Promise<boolean> => (await nobody(app).get(code)).text.includes(name);
    const id = letter.split('/').at(-1) ?? '';
    const choose = (ticked: Readonly<Record<string, string>>) =>
      applicant.post(`${tracking}/surat/${id}/nama`, ticked);
    assert.equal(await reading(), false, 'not by default');
    assert.equal((await choose({ [`tampil-${id}`]: 'yes' })).location, `${tracking}?kabar=nama`);
    assert.equal(await reading(), true);
    const after = await applicant.get(tracking);
    assert.match(after.text, /Nama pada halaman verifikasi surat ditampilkan/);
    await choose({});
    assert.equal(await reading(), false, 'taken back');
    const stranger = nobody(app);
    await stranger.get(tracking);
    await stranger.post(`${tracking}/surat/${id}/nama`, { [`tampil-${id}`]: 'yes' });
    assert.equal(await reading(), false, 'only the applicant');
    await choose({ [`tampil-${id}`]: 'yes' });
    const unknown = await applicant.post(`${tracking}/surat/constructor/nama`, {});
    assert.equal(unknown.status, 409);
    const answers: number[] = [];
    for (let turn = 0; turn < 22; turn += 1) answers.push((await choose({ [`tampil-${id}`]: 'yes' })).status);
    assert.equal(answers.at(-1), 429, 'the journal is not filled by going to and fro');
  });

  it('can be used by everybody', async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(await app.server.listen({ port: 0, host: '127.0.0.1' }));
      for (const address of [tracking, code]) {
        await page.setContent((await applicant.get(address)).text);
        await expectAccessible(page);
      }
    } finally {
      await browser.close();
    }
  });

  it('a void one is told, with since when; its file is theirs no more, its name nobody’s', async () => {
    await officer.get(letter);
    const gone = await officer.post(letter, { action: 'void', reason: 'Salah tanggal rapat' });
    assert.equal(gone.status, 303);
    const { text } = await applicant.get(tracking);
    assert.match(text, /Batal sejak Senin, 23 November 2026[\s\S]*500\.12\/1\/2026/);
    assert.ok(!text.includes(file), 'no link to the file');
    assert.equal((await applicant.get(file)).status, 404);
    assert.doesNotMatch(text, /Tampilkan nama/);
    const told = await mail();
    assert.match(told, /Surat nomor 500\.12\/1\/2026 dinyatakan batal/);
    const page = (await nobody(app).get(code)).text;
    assert.match(page, /Batal: surat ini tidak berlaku[\s\S]*Nama penerima hanya ditampilkan/);
  });

  it('after erasure its number and its file are still checked; it names nobody, and says why', async () => {
    const number = desk.split('/').at(-1) ?? '';
    const again = (await issue('granted')).split('/').at(-1) ?? '';
    const { text } = await applicant.get(tracking);
    const [, name = ''] = /Tampilkan nama ([^<]+) pada halaman verifikasi/.exec(text) ?? [];
    const [, address = ''] = /500\.12\/2\/2026[^]*?href="(\/verifikasi\/[0-9A-Z]{16})"/.exec(text) ?? [];
    // The page has had enough of it; the consent is the same by its command.
    const credentials = { government: 'klaten', number, trackingKey };
    await nameOnLetter(app.context, credentials, { letter: again, shown: true });
    const citizen = nobody(app);
    assert.ok((await citizen.get(address)).text.includes(name));
    await act(app, 'klaten', number, 'fulfil');
    const worker = await openWorker(app);
    try {
      const erasure = { government: 'klaten', number, actor: 'uji', reason: 'permintaan subjek data' };
      await eraseRequest({ ...app.context, database: worker }, erasure);
    } finally {
      await worker.close();
    }
    const byCode = (await citizen.get(address)).text;
    assert.match(byCode, /Sah diterbitkan[^]*500\.12\/2\/2026[^]*SHA-256[^]*sudah dihapus/);
    assert.ok(!byCode.includes(name));
    assert.doesNotMatch(byCode, /bila ia mengizinkannya/, 'nobody can allow it any more');
    const part = { field: 'berkas', fileName: 'surat.pdf', content: scan };
    const byFile = (await citizen.postFiles('/verifikasi', {}, [part])).text;
    assert.match(byFile, /Berkas ini asli[^]*sudah dihapus/);
    assert.ok(!byFile.includes(name));
    const other = { ...part, content: Buffer.concat([scan, Buffer.from('x')]) };
    assert.match((await citizen.postFiles(address, {}, [other])).text, /bukan yang diterbitkan/);
    assert.match(
      (await citizen.get(`${address}?lang=en`)).text,
      /personal data behind this letter were erased/,
    );
  });
});
