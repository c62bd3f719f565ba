/** What somebody would try who wants more than is theirs: each through the front door, with the application running. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { examplePdf } from '../../src/example-document.ts';
import { watchDeadlineTask } from '../../src/request/index.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { actAs, apiOf, codeOf, keyOf, readOnDesk, submitExample } from '../support/api.ts';
import type { Api, Problem, Receipt, Tracked } from '../support/api.ts';
import { nobody, signedIn, usernameOf } from '../support/officer.ts';

let app: TestApp;
let api: Api;

before(async () => {
  app = await startTestApp('attacks');
  api = await apiOf(app);
});

after(() => app.close());

const act = async (number: string, position: string, input: object): Promise<string> =>
  codeOf(
    await api.post<Problem>(
      `/api/v1/desk/requests/${number}/actions`,
      input,
      await api.as('klaten', position),
    ),
  );

describe('an overseer', () => {
  test('reads a request and adds no word to it', async () => {
    const { number } = await submitExample(api, 'klaten', 'pengaduan');
    const { version, actions } = await readOnDesk(api, 'klaten', number, 'auditor');
    assert.deepEqual(actions, []);
    for (const audience of ['internal', 'applicant']) {
      const input = { action: 'comment', version, audience, text: 'Segera batalkan.' };
      assert.equal(await act(number, 'auditor', input), '403 not-yours');
    }
  });
});

describe('names that every JavaScript object knows', () => {
  test('are no action', async () => {
    const { number } = await submitExample(api, 'klaten', 'ruang-rapat');
    for (const action of ['constructor', 'toString', '__proto__'])
      assert.equal(await act(number, 'pengelola-ruang-rapat', { action, version: 2 }), '422 unknown-action');
  });
});

describe('files in answer to a return', () => {
  test('carry no name of the sender’s own into the journal', async () => {
    const receipt = await returnedRequest();
    const form = new FormData();
    const name = 'KTP Budi 3310012345678901';
    form.append(name, new Blob([new Uint8Array(examplePdf('x'))]), 'x.pdf');
    const url = `/api/v1/requests/${receipt.number}/resubmissions`;
    const answer = await api.postForm<Problem>(url, form, keyOf(receipt));
    assert.equal(codeOf(answer), '422 requirement-unknown');
  });
});

describe('a protected reporter', () => {
  test('shows an identity card that was asked for in words to nobody but the receiving office', async () => {
    const receipt = await submitExample(api, 'klaten', 'pengaduan');
    const asOfficer = await api.as('klaten', FIRST);
    const desk = await readOnDesk(api, 'klaten', receipt.number, FIRST);
    const returned = { action: 'return', version: desk.version, missing: ['other'], message: 'Unggah KTP.' };
    assert.equal(await act(receipt.number, FIRST, returned), '200 undefined');
    const form = new FormData();
    form.append('other', new Blob([new Uint8Array(examplePdf('KTP'))]), 'ktp.pdf');
    const url = `/api/v1/requests/${receipt.number}/resubmissions`;
    assert.equal((await api.postForm(url, form, keyOf(receipt))).status, 200);
    const [file] = (await readOnDesk(api, 'klaten', receipt.number, FIRST)).files;
    assert.ok(file, 'the receiving office sees it');
    const path = `/api/v1/desk/requests/${receipt.number}/files/${file.id}`;
    assert.equal((await app.server.inject({ url: path, headers: asOfficer })).statusCode, 200);
    assert.deepEqual((await readOnDesk(api, 'klaten', receipt.number, 'auditor')).files, []);
    const read = await app.server.inject({ url: path, headers: await api.as('klaten', 'auditor') });
    assert.equal(read.statusCode, 404);
  });
});

/** Who checks complaints first. */
const FIRST = 'petugas-pengaduan';

async function returnedRequest(): Promise<Receipt> {
  const receipt = await submitExample(api, 'klaten', 'ruang-rapat');
  const desk = await readOnDesk(api, 'klaten', receipt.number, 'pengelola-ruang-rapat');
  const answer = await actAs(api, await api.as('klaten', 'pengelola-ruang-rapat'), desk, 'return');
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return receipt;
}

describe('addresses', () => {
  test('lead nobody to another site by the link to the other language', async () => {
    for (const url of ['//x//evil.example', '/.//evil.example', '//evil.example/a', '//']) {
      const { payload } = await app.server.inject({ url: { pathname: url } });
      const [, href = ''] = /class="language" href="([^"]*)"/.exec(payload) ?? [];
      assert.ok(!href.startsWith('//') && !href.includes('://'), `${url} → ${href}`);
    }
  });
  test('with news nobody knows show the page as it is', async () => {
    for (const url of ['/klaten/permohonan?kabar=constructor', '/klaten?kabar=toString'])
      assert.equal((await app.server.inject(url)).statusCode, 200);
  });
});

describe('garbage', () => {
  test('is told as garbage, not as our fault', async () => {
    const headers = await api.as('klaten', 'auditor');
    const cursor = (text: string): string => Buffer.from(text).toString('base64url');
    for (const after of [
      cursor('999|00000000-0000-0000-0000-000000000000'),
      cursor(`infinity|${'-'.repeat(36)}`),
      'x',
    ]) {
      const { statusCode } = await app.server.inject({
        url: `/api/v1/desk/requests?after=${after}`,
        headers,
      });
      assert.ok(statusCode < 500, `${after}: ${statusCode}`);
    }
    const q = await app.server.inject({ url: '/api/v1/desk/requests?q=%00%27%3A%2A%26', headers });
    assert.equal(q.statusCode, 200);
    const guest = nobody(app);
    await guest.get('/meja/masuk');
    const answer = await guest.post('/meja/masuk', { nama: 'a\u0000b', sandi: 'x' });
    assert.equal(answer.status, 422);
  });

  test('typed at the counter is told at its field', async () => {
    const counter = await signedIn(app, await usernameOf(app, 'klaten', 'pengelola-ruang-rapat'));
    await counter.get('/meja/loket/ruang-rapat?jalur=surat');
    const answer = await counter.postFiles(
      '/meja/loket/ruang-rapat?jalur=surat',
      {
        'terima-day': '1',
        'terima-month': '1',
        'terima-year': '1901',
        'terima-pukul': '08.00',
        alasan: 'x',
        'surat-sifat': 'constructor',
      },
      [],
    );
    assert.ok(answer.status < 500, `${answer.status}`);
  });
});

describe('the duty that a broken promise opens', () => {
  test('is offered to the post it was opened for, and taken from nobody else', async () => {
    const { number } = await submitExample(api, 'klaten', 'pengaduan');
    app.clock.moveTo('2027-03-01T02:00:00Z');
    const at = { government: 'klaten', database: app.context.database };
    await watchDeadlineTask(app.context)({ number }, at);
    const { version, actions } = await readOnDesk(api, 'klaten', number, FIRST);
    assert.ok(!actions.some(({ action }) => action === 'finish-duty'));
    const input = { action: 'finish-duty', version, duty: 'kode-etik' };
    for (const position of [FIRST, 'auditor', 'kepala-dinas'])
      assert.equal(await act(number, position, input), '403 not-yours', position);
    const superior = await readOnDesk(api, 'klaten', number, 'kabid-komunikasi');
    const done = await actAs(api, await api.as('klaten', 'kabid-komunikasi'), superior, 'finish-duty');
    assert.equal(done.status, 200, JSON.stringify(done.body));
  });
});

describe('a file that a program hands over', () => {
  test('has a name that says what it is', async () => {
    const receipt = await submitExample(api, 'klaten', 'ruang-rapat');
    const { number } = receipt;
    for (const [position, action] of [
      ['pengelola-ruang-rapat', 'complete'],
      ['kasubbag-umum', 'approve'],
    ] as const) {
      const desk = await readOnDesk(api, 'klaten', number, position);
      assert.equal((await actAs(api, await api.as('klaten', position), desk, action)).status, 200);
    }
    const desk = await readOnDesk(api, 'klaten', number, 'pengelola-ruang-rapat');
    const { example } = desk.actions.find(({ action }) => action === 'fulfil') ?? {};
    const content = examplePdf('x').toString('base64');
    const evidence = [{ type: 'file', fileName: '../surat\u202Efdp.exe\n.pdf', content }];
    const input = { ...example, evidence, action: 'fulfil', version: desk.version };
    assert.equal(await act(number, 'pengelola-ruang-rapat', input), '200 undefined');
    const tracked = await api.get<Tracked>(`/api/v1/requests/${number}`, keyOf(receipt));
    assert.ok(tracked.body.files.some(({ name }) => name === 'suratfdp.exe.pdf'));
  });
});
