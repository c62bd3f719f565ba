import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { glob } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { exampleDocument, examplePdf } from '../example-document.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import {
  actAs,
  apiOf,
  codeOf,
  exampleForm,
  exampleOf,
  keyOf,
  readOnDesk,
  servicePath,
  submitExample,
} from '../../test/support/api.ts';
import type { Api, OnDesk, Problem, Receipt, Tracked } from '../../test/support/api.ts';
import { submitExampleRequest } from '../../test/support/requests.ts';

let app: TestApp;
let api: Api;

before(async () => {
  app = await startTestApp('api_requests');
  api = await apiOf(app);
});

after(() => app.close());

const room = servicePath('klaten', 'ruang-rapat');
const keeper = 'pengelola-ruang-rapat';

describe('submitting', () => {
  test('answers with number, key, deadline and its derivation, and the address of the request', async () => {
    const answer = await api.postForm<Receipt>(`${room}/requests`, exampleForm(await exampleOf(api, room)));
    assert.equal(answer.status, 201);
    const { number, trackingKey, receivedAt, dueAt, derivation } = answer.body;
    assert.equal(answer.headers['location'], `/api/v1/requests/${number}`);
    assert.equal(receivedAt, '2026-11-23T09:00:00+07:00');
    assert.equal(dueAt, '2026-11-23T09:19:00+07:00');
    assert.ok(derivation.length > 1);
    // 128 bits in base64url.
    assert.match(trackingKey, /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('asks nobody in at night for what is served at the counter only', async () => {
    const path = servicePath('klaten', 'kehilangan-stnk');
    const { value } = app.context.catalogue.service('klaten', 'kehilangan-stnk');
    const refused = await api.post<Problem>(`${path}/requests`, { answers: value.example.answers });
    assert.equal(codeOf(refused), '404 only-at-counter');
    const { body } = await api.get<{ atCounter: boolean; example: object | null }>(path);
    assert.deepEqual([body.atCounter, body.example], [true, null]);
    const taken = await submitExampleRequest(app, 'klaten', 'kehilangan-stnk');
    assert.ok(taken.dueAt, 'taken in by an official');
  });

  test('takes JSON where the service needs no file', async () => {
    const path = servicePath('klaten', 'pengaduan');
    const { answers } = await exampleOf(api, path);
    const answer = await api.post<Receipt>(`${path}/requests`, { answers });
    assert.equal(answer.status, 201);
  });

  test('takes the answers as a file part as well, as curl sends them', async () => {
    const example = await exampleOf(api, room);
    const form = exampleForm(example);
    form.delete('answers');
    form.append('answers', new Blob([JSON.stringify(example.answers)]), 'answers.json');
    assert.equal((await api.postForm(`${room}/requests`, form)).status, 201);
  });

  test('tells every wrong answer and every missing file with its field', async () => {
    const wrong = await api.post<Problem>(`${room}/requests`, { answers: { surel: 'x', peserta: 'banyak' } });
    assert.equal(wrong.status, 422);
    const paths = wrong.body.errors?.map(({ path }) => path) ?? [];
    for (const path of ['instansi', 'nama', 'surel', 'acara', 'waktu', 'peserta']) {
      assert.ok(paths.includes(path), `${path} is not named among ${paths.join(', ')}`);
    }
    const bare = await api.post<Problem>(`${room}/requests`, {
      answers: (await exampleOf(api, room)).answers,
    });
    assert.equal(codeOf(bare), '422 requirements-missing');
    assert.deepEqual(
      bare.body.errors?.map(({ path }) => path),
      ['surat-peminjaman'],
    );
  });

  test('refuses files nobody asked for, stray fields and files that are not what they say', async () => {
    const example = await exampleOf(api, room);
    const submit = async (change: (form: FormData) => void): Promise<string> => {
      const form = exampleForm(example);
      change(form);
      return codeOf(await api.postForm<Problem>(`${room}/requests`, form));
    };
    assert.equal(
      await submit((form) => form.append('ktp', form.get('surat-peminjaman') as File)),
      '422 requirement-unknown',
    );
    assert.equal(
      await submit((form) => form.append('surat-peminjaman', form.get('surat-peminjaman') as File)),
      '422 file-twice',
    );
    assert.equal(await submit((form) => form.set('catatan', 'x')), '422 field-unknown');
    assert.equal(await submit((form) => form.delete('answers')), '422 answers-missing');
    assert.equal(await submit((form) => form.set('answers', '{')), '400 json-malformed');
    const script = new Blob(['<script>'], { type: 'application/pdf' });
    assert.equal(
      await submit((form) => form.set('surat-peminjaman', script, 'surat.pdf')),
      '415 file-kind-refused',
    );
    const large = new Blob([new Uint8Array(examplePdf('besar')), new Uint8Array(10 * 1024 * 1024)]);
    assert.equal(
      await submit((form) => form.set('surat-peminjaman', large, 'surat.pdf')),
      '413 file-too-large',
    );
  });

  test('leaves no file of a refused submission behind', async () => {
    const before = await storedFiles();
    const form = exampleForm(await exampleOf(api, room));
    form.set('answers', '{}');
    assert.equal((await api.postForm(`${room}/requests`, form)).status, 422);
    assert.equal(await storedFiles(), before);
  });
});

/** How many sealed files the store holds. */
async function storedFiles(): Promise<number> {
  const found = await Array.fromAsync(glob('files/**/*', { cwd: app.dataDirectory, withFileTypes: true }));
  return found.filter((entry) => entry.isFile()).length;
}

describe('an idempotency key', () => {
  test('makes a repeated submission give the first answer, and nothing is stored twice', async () => {
    const key = { 'idempotency-key': 'sekali-saja-1' };
    const first = await submitExample(api, 'klaten', 'ruang-rapat', key);
    const files = await storedFiles();
    app.clock.moveTo(app.clock.now().add({ minutes: 5 }));
    const second = await submitExample(api, 'klaten', 'ruang-rapat', key);
    assert.deepEqual(second, first);
    assert.equal(await storedFiles(), files);
    assert.equal((await api.get(`/api/v1/requests/${first.number}`, keyOf(second))).status, 200);
  });

  test('makes one request of several sent at the same moment', async () => {
    const key = { 'idempotency-key': 'serentak-1' };
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => submitExample(api, 'klaten', 'ruang-rapat', key)),
    );
    assert.equal(new Set(sent.map(({ number }) => number)).size, 1);
  });

  test('is refused with another content, and when it is malformed', async () => {
    const path = `${servicePath('klaten', 'pengaduan')}/requests`;
    const { answers } = await exampleOf(api, servicePath('klaten', 'pengaduan'));
    const headers = { 'idempotency-key': 'isi-lain-1' };
    assert.equal((await api.post(path, { answers }, headers)).status, 201);
    const changed = Object.keys(answers).find((id) => String(answers[id]).length > 30);
    assert.ok(changed);
    const answer = await api.post<Problem>(
      path,
      { answers: { ...answers, [changed]: `${String(answers[changed])} Lagi.` } },
      headers,
    );
    assert.equal(codeOf(answer), '409 idempotency-mismatch');
    const malformed = await api.post<Problem>(path, { answers }, { 'idempotency-key': 'dua kata' });
    assert.equal(codeOf(malformed), '422 idempotency-key-malformed');
  });

  test('makes a repeated action give the first answer, also after others have acted', async () => {
    const { number } = await submitExample(api, 'klaten', 'ruang-rapat');
    const desk = await readOnDesk(api, 'klaten', number, keeper);
    const headers = { 'idempotency-key': 'tindakan-1' };
    const first = await actAs(api, { ...(await api.as('klaten', keeper)), ...headers }, desk, 'complete');
    assert.equal(first.status, 200);
    const approver = await readOnDesk(api, 'klaten', number, 'kasubbag-umum');
    const refuse = approver.actions.find(({ kind }) => kind === 'refuse');
    assert.ok(refuse);
    const refused = await api.post(
      `/api/v1/desk/requests/${number}/actions`,
      { ...refuse.example, action: 'refuse', version: approver.version },
      await api.as('klaten', 'kasubbag-umum'),
    );
    assert.equal(refused.status, 200);
    assert.deepEqual(
      (await actAs(api, { ...(await api.as('klaten', keeper)), ...headers }, desk, 'complete')).body,
      first.body,
    );
  });

  test('keeps of what an official sent nothing by which the database alone could guess it, such as a password', async () => {
    const { number } = await submitExample(api, 'klaten', 'ruang-rapat');
    const desk = await readOnDesk(api, 'klaten', number, keeper);
    const headers = { ...(await api.as('klaten', keeper)), 'idempotency-key': 'ditebak-1' };
    assert.equal((await actAs(api, headers, desk, 'complete')).status, 200);
    const input = desk.actions.find(({ action }) => action === 'complete')?.example;
    const { kept, officials } = await app.context.database.transaction(
      { government: 'klaten' },
      async (tx) => ({
        kept: await tx
          .selectFrom('idempotency as i')
          .innerJoin('request as r', (join) =>
            join.onRef('r.government', '=', 'i.government').onRef('r.id', '=', 'i.request'),
          )
          .select('i.body_hash')
          .where('r.number', '=', number)
          .where('i.scope', 'like', 'action/%')
          .executeTakeFirstOrThrow(),
        officials: await tx.selectFrom('official').select('id').execute(),
      }),
    );
    for (const { id } of officials) {
      const guess = JSON.stringify([id, 'complete', desk.version, input]);
      assert.notEqual(kept.body_hash.toString('hex'), hash('sha256', guess));
    }
  });
});

describe('tracking', () => {
  test('opens with the key by header or in the address, however the number is spelled', async () => {
    const receipt = await submitExample(api, 'klaten', 'ruang-rapat');
    const spelled = receipt.number.toLowerCase().replaceAll('-', ' ');
    const url = `/api/v1/requests/${encodeURIComponent(spelled)}`;
    const byHeader = await api.get<Tracked>(url, keyOf(receipt));
    const byAddress = await api.get<Tracked>(`${url}?key=${receipt.trackingKey}`);
    assert.equal(byHeader.body.number, receipt.number);
    assert.deepEqual(byAddress.body, byHeader.body);
    assert.equal(byHeader.body.waitingFor?.position, keeper);
  });

  test('tells a wrong key and an unknown number alike, and limits trying', async () => {
    const { number } = await submitExample(api, 'klaten', 'ruang-rapat');
    const tried = await api.get<Problem>(`/api/v1/requests/${number}`, { 'tracking-key': 'salah' });
    const unknown = await api.get<Problem>('/api/v1/requests/KLT-2026-AAAAAA', { 'tracking-key': 'salah' });
    assert.equal(codeOf(tried), '404 request-not-found');
    assert.deepEqual(unknown.body, tried.body);
    assert.equal(codeOf(await api.get(`/api/v1/requests/${number}`)), '401 tracking-key-missing');
    const codes = new Set<string>();
    for (let i = 0; i < 12; i += 1) {
      codes.add(codeOf(await api.get(`/api/v1/requests/${number}`, { 'tracking-key': `salah-${i}` })));
    }
    assert.ok(codes.has('429 too-many-attempts'));
  });

  test('shows nothing that is internal to the office', async () => {
    const receipt = await submitExample(api, 'klaten', 'ruang-rapat');
    const desk = await readOnDesk(api, 'klaten', receipt.number, keeper);
    const comment = {
      action: 'comment',
      version: desk.version,
      audience: 'internal',
      text: 'RAHASIA KANTOR',
    };
    await api.post(
      `/api/v1/desk/requests/${receipt.number}/actions`,
      comment,
      await api.as('klaten', keeper),
    );
    const { body } = await api.get<Tracked>(`/api/v1/requests/${receipt.number}`, keyOf(receipt));
    assert.doesNotMatch(JSON.stringify(body), /RAHASIA KANTOR/);
    assert.match(JSON.stringify(await readOnDesk(api, 'klaten', receipt.number, keeper)), /RAHASIA KANTOR/);
  });

  test('lets an applicant write, withdraw, and get the own file back byte by byte', async () => {
    const receipt = await submitExample(api, 'klaten', 'ruang-rapat');
    const url = `/api/v1/requests/${receipt.number}`;
    const { body } = await api.get<Tracked>(url, keyOf(receipt));
    const [file] = body.files;
    assert.ok(file);
    const download = await app.server.inject({ url: `${url}/files/${file.id}`, headers: keyOf(receipt) });
    assert.equal(download.statusCode, 200);
    assert.match(String(download.headers['content-disposition']), /^attachment/);
    assert.equal(download.headers['x-content-type-options'], 'nosniff');
    assert.deepEqual(download.rawPayload, exampleDocument(file.name));
    assert.equal((await api.post(`${url}/messages`, { text: 'Mohon kabar.' }, keyOf(receipt))).status, 200);
    const withdrawn = await api.post<{ state: string }>(`${url}/withdrawal`, {}, keyOf(receipt));
    assert.equal(withdrawn.body.state, 'withdrawn');
    assert.equal(codeOf(await api.post(`${url}/withdrawal`, {}, keyOf(receipt))), '409 ended');
    const late = await api.post<Problem>(`${url}/messages`, { text: 'Masih ada?' }, keyOf(receipt));
    assert.equal(codeOf(late), '409 ended');
  });

  test('takes further files with a resubmission', async () => {
    const receipt = await submitExample(api, 'klaten', 'ruang-rapat');
    const url = `/api/v1/requests/${receipt.number}`;
    const desk = await readOnDesk(api, 'klaten', receipt.number, keeper);
    const back = desk.actions.find(({ kind }) => kind === 'return');
    assert.ok(back);
    const body = { ...back.example, action: 'return', version: desk.version };
    assert.equal(
      (
        await api.post(
          `/api/v1/desk/requests/${receipt.number}/actions`,
          body,
          await api.as('klaten', keeper),
        )
      ).status,
      200,
    );
    const resubmissions = `${url}/resubmissions`;
    assert.equal(codeOf(await api.post(resubmissions, {}, keyOf(receipt))), '422 resubmission-empty');
    assert.equal(
      codeOf(await api.post(resubmissions, { note: ' ' }, keyOf(receipt))),
      '422 resubmission-empty',
    );
    const form = exampleForm(await exampleOf(api, room));
    form.delete('answers');
    form.set('note', 'Surat bertanda tangan.');
    assert.equal((await api.postForm(resubmissions, form, keyOf(receipt))).status, 200);
    const { body: tracked } = await api.get<Tracked>(url, keyOf(receipt));
    assert.deepEqual([tracked.state, tracked.files.length], ['in-progress', 2]);
    assert.equal(codeOf(await api.post(resubmissions, {}, keyOf(receipt))), '409 not-returned');
  });

  test('opens a one-time secret once', async () => {
    const receipt = await submitExample(api, 'klungkung', 'email-resmi');
    const url = `/api/v1/requests/${receipt.number}`;
    await carryToSecret(receipt);
    const { body } = await api.get<Tracked>(url, keyOf(receipt));
    const [secret] = body.secrets;
    assert.ok(secret);
    const opened = await api.post<{ secret: string }>(`${url}/secrets/${secret}`, {}, keyOf(receipt));
    assert.deepEqual([opened.status, opened.body.secret], [200, 'sandi-awal']);
    assert.equal(codeOf(await api.post(`${url}/secrets/${secret}`, {}, keyOf(receipt))), '404 secret-gone');
  });
});

/** Lets the officers of Klungkung's official e-mail work until the password lies ready for its owner. */
async function carryToSecret({ number, trackingKey }: Receipt): Promise<void> {
  for (;;) {
    const { body } = await api.get<Tracked>(`/api/v1/requests/${number}`, { 'tracking-key': trackingKey });
    if (!body.waitingFor) return;
    const headers = await api.as('klungkung', body.waitingFor.position);
    const { body: desk } = await api.get<OnDesk>(`/api/v1/desk/requests/${number}`, headers);
    const action = desk.actions.find(({ kind }) => kind === 'forward');
    assert.ok(action);
    const secret = action.action === 'fulfil' ? { evidence: [{ type: 'secret', secret: 'sandi-awal' }] } : {};
    const input = { ...action.example, ...secret, action: action.action, version: desk.version };
    const answer = await api.post(`/api/v1/desk/requests/${number}/actions`, input, headers);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  }
}
