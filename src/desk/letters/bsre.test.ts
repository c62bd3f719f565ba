/** Letters signed through BSrE from the desk's page, against the repository's double of the Esign Client. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { BSRE_DOUBLE_MARK, BsreDouble } from '../../../test/support/bsre-double.ts';
import type { BsreTrouble } from '../../../test/support/bsre-double.ts';
import { act } from '../../../test/support/desk.ts';
import { everythingKept, writtenForms } from '../../../test/support/everything-kept.ts';
import { nobody, official } from '../../../test/support/officer.ts';
import type { Officer, Page } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { createLog, verifyPdf } from '../../platform/index.ts';
import { findStanding } from '../../people/index.ts';
import { issueThroughBsre, readLetter } from '../../product/index.ts';
import { chartFor, verifyJournal } from '../../request/index.ts';

const NIK = '3310010101800001';
const PASSPHRASE = `frasa sandi ${randomUUID()}`;
const WRONG = `bukan frasa sandi ${randomUUID()}`;
const CONNECTOR = '/meja/kelola/penyambung/certificate';
const logged: string[] = [];

let app: TestApp;
let bsre: BsreDouble;
let admin: Officer;
let signer: Officer;
let clerk: Officer;
let request: string;
/** Everything that any page said, for the search at the end. */
const pages: string[] = [];

async function connect(version: 'v1' | 'v2'): Promise<void> {
  const own = Object.entries(bsre.settings(version)).map(([name, value]) => [`own.${name}`, value]);
  await admin.get(`${CONNECTOR}?lewat=bsre`);
  const form = { penyambung: 'bsre', 'kind.organisation': 'Pemerintah Kabupaten Klaten' };
  const saved = await admin.post(CONNECTOR, { ...form, ...Object.fromEntries(own) });
  assert.equal(saved.status, 303, saved.text);
}

/** A letter with its number, to be signed by the head of the sub-division. */
async function numbered(): Promise<string> {
  await signer.get(request);
  const letter = (await signer.post(`${request}/surat`, { template: 'granted' })).location ?? '';
  const body = 'Ruang rapat disiapkan.';
  const draft = { body, nature: 'biasa', attachments: '0', copies: '', post: 'kasubbag-umum' };
  assert.equal((await signer.post(letter, { action: 'save', ...draft })).status, 303);
  assert.equal((await signer.post(letter, { action: 'number' })).status, 303);
  return letter;
}

async function sign(letter: string, typed: Readonly<Record<string, string>> = {}): Promise<Page> {
  await signer.get(letter);
  const page = await signer.post(letter, {
    action: 'bsre',
    'signer-nik': NIK,
    passphrase: PASSPHRASE,
    ...typed,
  });
  pages.push(page.text);
  return page;
}

const numberOn = async (letter: string): Promise<string> => {
  const { text } = await signer.get(letter);
  return /500\.12\/\d+\/2026/.exec(text)?.[0] ?? '';
};

before(async () => {
  bsre = await BsreDouble.start();
  bsre.people.set(NIK, { status: 'ISSUE', passphrase: PASSPHRASE });
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  app = await startTestApp('desk_letters_bsre', { log });
  const { number } = await submitExampleRequest(app, 'klaten', 'ruang-rapat');
  await act(app, 'klaten', number, 'complete');
  await act(app, 'klaten', number, 'approve');
  request = `/meja/permohonan/${number}`;
  admin = await official(app, 'klaten', 'administrator');
  signer = await official(app, 'klaten', 'kasubbag-umum');
  clerk = await official(app, 'klaten', 'pengelola-ruang-rapat');
});
after(async () => {
  await app.close();
  await bsre.close();
});

describe('a letter signed through BSrE', () => {
  it('is not offered before BSrE is connected, and not taken either', async () => {
    const letter = await numbered();
    assert.doesNotMatch((await signer.get(letter)).text, /Tandatangani lewat BSrE/);
    assert.equal((await sign(letter)).status, 409);
  });

  for (const version of ['v1', 'v2'] as const) {
    it(`is issued, found by everybody and verified from its file, ${version}`, async () => {
      await connect(version);
      const letter = await numbered();
      const page = await signer.get(letter);
      assert.match(page.text, /Tandatangani lewat BSrE[\s\S]*NIK Anda[\s\S]*Frasa sandi BSrE/);
      assert.equal((await sign(letter, { 'signer-nik': '3310 0101 0180 0001' })).status, 303);
      const signed = await signer.get(letter);
      assert.match(signed.text, /Sudah ditandatangani[\s\S]*elektronik, BSrE/);
      assert.ok(signed.text.includes(BSRE_DOUBLE_MARK), 'whose certificate signed');

      const [, code = ''] = /href="(\/verifikasi\/[0-9A-Z]{16})"/.exec(signed.text) ?? [];
      const citizen = nobody(app);
      const shown = (await citizen.get(code)).text;
      assert.match(shown, /Sah diterbitkan[\s\S]*Ditandatangani secara elektronik \(BSrE\)/);
      assert.ok(!shown.includes(BSRE_DOUBLE_MARK), 'a name is told by the file, not by the code');
      const content = await fileOf(signed.text);
      const [report] = await verifyPdf(content, [], app.clock.now());
      assert.equal(report?.intact, true);
      const file = { field: 'berkas', fileName: 'surat.pdf', content };
      const checked = (await citizen.postFiles(code, {}, [file])).text;
      assert.match(checked, /Berkas ini asli[\s\S]*Tanda tangan elektronik di dalamnya/);
      assert.ok(checked.includes(BSRE_DOUBLE_MARK));
      assert.match(checked, /utuh sejak ditandatangani/);
      const altered = { ...file, content: Buffer.from(content) };
      altered.content[1200] = (altered.content[1200] ?? 0) ^ 1;
      const other = (await citizen.postFiles(code, {}, [altered])).text;
      assert.match(other, /bukan yang diterbitkan/);
      assert.doesNotMatch(other, /utuh sejak ditandatangani/);
    });
  }

  it('is for the holder of the post alone; the others are told whom it waits for', async () => {
    const letter = await numbered();
    const page = await clerk.get(letter);
    assert.match(page.text, /Menunggu tanda tangan/);
    assert.doesNotMatch(page.text, /Frasa sandi BSrE/);
    const before = bsre.asked.length;
    const tried = await clerk.post(letter, { action: 'bsre', 'signer-nik': NIK, passphrase: PASSPHRASE });
    assert.deepEqual([tried.status, bsre.asked.length - before], [403, 0]);
  });

  it('what is mistyped is told at its field before BSrE is asked', async () => {
    const letter = await numbered();
    const before = bsre.asked.length;
    const short = await sign(letter, { 'signer-nik': '3310' });
    assert.deepEqual([short.status, short.text.includes('NIK terdiri dari 16 angka.')], [422, true]);
    const empty = await sign(letter, { passphrase: '' });
    assert.deepEqual([empty.status, empty.text.includes('Ketik frasa sandi Anda.')], [422, true]);
    assert.match(empty.text, new RegExp(`value="${NIK}"`), 'what was typed stays');
    assert.equal(bsre.asked.length, before);
  });

  it('a refusal of BSrE is told at its field; the number stays and signing again works', async () => {
    const letter = await numbered();
    const number = await numberOn(letter);
    const wrong = await sign(letter, { passphrase: WRONG });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /href="#f-passphrase"[\s\S]*Frasa sandi salah/);
    assert.match(wrong.text, new RegExp(`value="${NIK}"`));
    assert.ok(!wrong.text.includes(WRONG), 'a passphrase never comes back');
    const unknown = await sign(letter, { 'signer-nik': '3310010101809999' });
    assert.equal(unknown.status, 422);
    assert.match(unknown.text, /href="#f-signer-nik"[\s\S]*tidak terdaftar di BSrE/);
    for (const [status, words] of [
      ['EXPIRED', /habis masa berlakunya/],
      ['REVOKE', /sudah dicabut/],
      ['SUSPEND', /ditangguhkan/],
      ['LAIN', /status yang tidak dikenal/],
    ] as const) {
      bsre.people.set('3310010101800002', { status, passphrase: PASSPHRASE });
      const refused = await sign(letter, { 'signer-nik': '3310010101800002' });
      assert.equal(refused.status, 422, status);
      assert.match(refused.text, words);
    }
    assert.ok((await signer.get('/meja/surat-keluar')).text.includes('menunggu tanda tangan Anda'));
    assert.ok(!(await clerk.get('/meja/surat-keluar')).text.includes('menunggu tanda tangan Anda'));
    assert.equal((await sign(letter)).status, 303);
    assert.equal(await numberOn(letter), number);
  });

  it('trouble at BSrE issues nothing by halves; signing again issues the same number', async () => {
    const letter = await numbered();
    const number = await numberOn(letter);
    const troubles: readonly [BsreTrouble, RegExp][] = [
      ['cut-after', /terputus atau terlalu lama/],
      ['bare-500', /menjawab dengan galat \(500\)/],
      ['html', /menjawab dengan galat \(502\)/],
      ['busy', /sedang sibuk/],
      ['echo', /menolak/],
    ];
    for (const [trouble, words] of troubles) {
      bsre.trouble = trouble;
      const failed = await sign(letter);
      assert.equal(failed.status, 503, trouble);
      assert.match(failed.text, words);
      assert.match(failed.text, /Bernomor, belum ditandatangani/);
      assert.doesNotMatch(failed.text, new RegExp(PASSPHRASE));
    }
    bsre.trouble = null;
    const files = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('letter').select('file').where('number', '=', number).executeTakeFirst(),
    );
    assert.equal(files?.file, null);
    assert.equal((await sign(letter)).status, 303);
    assert.equal(await numberOn(letter), number);
  });

  it('a signing that takes too long is ended, and the letter is as it was', async () => {
    const letter = (await numbered()).split('/').at(-1) ?? '';
    const { context } = app;
    const actor = await context.database.transaction({ government: 'klaten' }, async (tx) => {
      const { signer: who } = await tx
        .selectFrom('letter')
        .select('signer')
        .where('id', '=', letter)
        .executeTakeFirstOrThrow();
      const chart = chartFor(context.catalogue, 'klaten');
      return findStanding(tx, 'klaten', who ?? '', Temporal.PlainDate.from('2026-11-23'), chart);
    });
    assert.ok(actor);
    const mine = { government: 'klaten', number: request.split('/').at(-1) ?? '', actor };
    bsre.trouble = 'hangs';
    const patience = new AbortController();
    const asked = bsre.asked.length;
    const signing = issueThroughBsre(
      context,
      mine,
      letter,
      { nik: NIK, passphrase: PASSPHRASE },
      patience.signal,
    );
    while (bsre.asked.length === asked) await pause(20);
    patience.abort();
    await assert.rejects(signing, { code: 'counterpart-interrupted' });
    bsre.trouble = null;
    assert.equal((await readLetter(context, mine, letter)).letter.state, 'numbered');
  });

  it('leaves neither NIK nor passphrase in database, files, journal, log or any page but the form', async () => {
    const kept = [await everythingKept(app), ...logged].join('\n');
    assert.ok(kept.includes('letter-issued'), 'the search finds what is there');
    assert.ok(
      logged.some((line) => line.includes('surat')),
      'the log was written',
    );
    for (const secret of [NIK, PASSPHRASE, WRONG, '3310 0101 0180 0001'])
      for (const form of writtenForms(secret)) assert.ok(!kept.includes(form), form);
    for (const page of pages) assert.ok(!page.includes(PASSPHRASE) && !page.includes(WRONG));
    const verified = await verifyJournal({ ...app.context, directory: app.dataDirectory }, 'klaten');
    assert.deepEqual(verified.findings, []);
  });
});

/** The file that the page of a letter offers. */
async function fileOf(page: string): Promise<Buffer> {
  const [, address = ''] = /href="(\/meja\/permohonan\/[^"]+\/berkas\/[^"]+)"/.exec(page) ?? [];
  return (await signer.get(address)).bytes;
}
