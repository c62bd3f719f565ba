/** Letters over a real database: numbers, signing by hand and for trial, voiding, and what everybody may verify. */
import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { act as makeStep } from '../../../test/support/desk.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import type { Fault } from '../../ground/index.ts';
import { findStanding } from '../../people/index.ts';
import type { Standing } from '../../people/index.ts';
import { chartFor, readForDesk, todayIn, Vault, verifyJournal, withdraw } from '../../request/index.ts';
import {
  beginLetter,
  checkFile,
  discardDraft,
  findPublicLetter,
  issueByHand,
  issueForTrial,
  letterPdf,
  listAwaitingSignature,
  listRegister,
  numberLetter,
  readLetter,
  readLetters,
  saveDraft,
  voidLetter,
} from './index.ts';
import type { LetterAct, StoredLetter } from './index.ts';
import { openTrialAuthority } from '../certificate/index.ts';
import { placeOf } from '../delivering/connection.ts';
import { insertDraft, sealLetter } from './rows.ts';

const PASSPHRASE = 'Frasa Sandi Peragaan 2026';

describe('letters', () => {
  let app: TestApp;
  let number: string;
  let act: LetterAct;

  const actorAt = async (position: string): Promise<Standing> => {
    const { context } = app;
    const day = todayIn(context.catalogue, 'klaten', context.clock.now());
    return context.database.transaction({ government: 'klaten' }, async (tx) => {
      const holder = await tx
        .selectFrom('holding')
        .select('official')
        .where('position', '=', position)
        .executeTakeFirstOrThrow();
      const chart = chartFor(context.catalogue, 'klaten');
      const standing = await findStanding(tx, 'klaten', holder.official, day, chart);
      assert.ok(standing);
      return standing;
    });
  };

  before(async () => {
    app = await startTestApp('letters');
    ({ number } = await submitExampleRequest(app, 'klaten', 'ruang-rapat'));
    await makeStep(app, 'klaten', number, 'complete');
    await makeStep(app, 'klaten', number, 'approve');
    act = { government: 'klaten', number, actor: await actorAt('kasubbag-umum') };
  });
  after(() => app.close());

  const begun = async (): Promise<string> => beginLetter(app.context, act, 'granted');
  const own = async (id: string): Promise<void> => {
    const { letter } = await readLetter(app.context, act, id);
    await saveDraft(app.context, act, id, { ...letter.draft, post: 'kasubbag-umum' });
  };

  it('fifty numbered at once have fifty numbers without a gap', async () => {
    const ids = await fiftyDrafts(await begun());
    const numbered = await Promise.all(ids.map((id) => numberLetter(app.context, act, id)));
    const running = numbered.map((letter) => letter.running ?? 0).toSorted((one, other) => one - other);
    assert.deepEqual(
      running,
      Array.from({ length: 50 }, (_, at) => at + 1),
    );
    assert.equal(new Set(numbered.map(({ code }) => code)).size, 50);
    assert.ok(numbered.every((letter) => letter.number === `500.12/${letter.running}/2026`));
  });

  it('two who begin the same letter at once have one draft; the next letter is another', async () => {
    const colleague = { ...act, actor: await actorAt('pengelola-ruang-rapat') };
    const ids = await Promise.all(
      [act, colleague, act, colleague].map((each) => beginLetter(app.context, each, 'granted')),
    );
    assert.equal(new Set(ids).size, 1);
    const [id = ''] = ids;
    await own(id);
    assert.equal(await begun(), id, 'what was written into it is not begun anew');
    await discardDraft(app.context, act, id);
    assert.notEqual(await begun(), id);
  });

  it('a draft that is thrown away has used no number; one that has a number cannot be', async () => {
    const id = await begun();
    await discardDraft(app.context, act, id);
    await assert.rejects(readLetter(app.context, act, id), { code: 'letter-not-found' });
    const next = await numberLetter(app.context, act, await begun());
    assert.equal(next.running, 51);
    await assert.rejects(discardDraft(app.context, act, next.id), { code: 'letter-moved' });
    await assert.rejects(numberLetter(app.context, act, next.id), { code: 'letter-moved' });
  });

  it('what was written is sealed, and cannot change once it has a number', async () => {
    const id = await begun();
    const { letter } = await readLetter(app.context, act, id);
    const draft = { ...letter.draft, body: 'Ruang disiapkan pukul 08.00.', copies: ['Kepala Bagian Umum'] };
    await saveDraft(app.context, act, id, draft);
    const row = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('letter').select('sealed').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    assert.ok(!row.sealed.includes('Ruang disiapkan'));
    const { texts } = await numberLetter(app.context, act, id);
    assert.ok(JSON.stringify(texts?.id).includes('Ruang disiapkan pukul 08.00.'));
    await assert.rejects(saveDraft(app.context, act, id, draft), { code: 'letter-moved' });
    await assert.rejects(saveDraft(app.context, act, await begun(), { ...draft, body: ' ' }), {
      code: 'body-missing',
    });
  });

  it('signed by hand: the scan is the applicant’s, the journal has its hash, everybody may check it', async () => {
    const id = await begun();
    const { code } = await numberLetter(app.context, act, id);
    const scan = await letterPdf(app.context, act, id, 'id');
    await issueByHand(app.context, act, id, scan);
    const view = await readForDesk(app.context, act.actor, 'klaten', number);
    const file = view.files.find(({ requirement }) => requirement === 'letter');
    assert.ok(file?.forApplicant);
    assert.ok(view.timeline.some((item) => item.kind === 'letter-issued' && item.files.includes(file.id)));
    assert.ok(code !== null);
    const same = await checkFile(app.context, scan, code);
    assert.deepEqual([same.same, same.letter?.state], [true, 'signed']);
    assert.equal((await checkFile(app.context, scan, null)).letter?.code, code);
    const altered = Buffer.concat([scan, Buffer.from(' ')]);
    assert.equal((await checkFile(app.context, altered, code)).same, false);
    assert.equal((await checkFile(app.context, altered, null)).letter, null);
    await assert.rejects(issueByHand(app.context, act, id, scan), {
      code: 'letter-moved',
    });
  });

  it('signed for trial: only by whoever signs, with their passphrase; the signature holds until the file is altered', async () => {
    const id = await begun();
    await own(id);
    const { code } = await numberLetter(app.context, act, id);
    const other = { ...act, actor: await actorAt('pengelola-ruang-rapat') };
    await assert.rejects(issueForTrial(app.context, other, id, PASSPHRASE), { code: 'not-a-signer' });
    await issueForTrial(app.context, act, id, PASSPHRASE);
    const { letter } = await readLetter(app.context, act, id);
    assert.deepEqual([letter.state, letter.way], ['signed', 'trial']);
    assert.ok(code !== null && letter.file !== null);
    const view = await readForDesk(app.context, act.actor, 'klaten', number);
    const dataKey = await keyOf(view.id);
    const content = await app.context.files.get({ government: 'klaten', id: letter.file, dataKey });
    const signed = await wholeOf(content);
    const checked = await checkFile(app.context, signed, code);
    assert.equal(checked.same, true);
    assert.deepEqual(
      checked.signatures.map(({ is, signer }) => [is, signer]),
      [['valid', act.actor.name]],
    );
    const authority = openTrialAuthority(placeOf(app.context.delivering, 'klaten', 'certificate'));
    const certificate = await authority.findByOwner(`official/${act.actor.official}`);
    // Who signs as Plt. is named so on the sheet, and no certificate makes them the holder.
    assert.match(JSON.stringify(letter.texts?.id.signature), /Plt\./);
    assert.equal(certificate?.position, null);
    const altered = Buffer.from(signed);
    altered[1200] = (altered[1200] ?? 0) ^ 1;
    const wrong = await checkFile(app.context, altered, code);
    assert.equal(wrong.same, false);
    assert.ok(wrong.signatures.every(({ is }) => is === 'broken'));
    const next = await begun();
    await own(next);
    await numberLetter(app.context, act, next);
    await assert.rejects(issueForTrial(app.context, act, next, 'bukan frasa saya 99'), {
      code: 'passphrase-wrong',
    });
    const waiting = async (actor: Standing): Promise<boolean> =>
      (await listAwaitingSignature(app.context.database, 'klaten', actor)).some(
        ({ id: one }) => one === next,
      );
    assert.equal(await waiting(act.actor), true);
    assert.equal(await waiting({ ...act.actor, held: [] }), false, 'nor by whoever left the post');
  });

  it('is signed by whom the standard names, and who may is told', async () => {
    const id = await begun();
    const { letter, posts } = await readLetter(app.context, act, id);
    assert.ok(posts.includes('kasubbag-umum') && !posts.includes('pengelola-ruang-rapat'), posts.join());
    const draft = { ...letter.draft, post: 'pengelola-ruang-rapat' };
    await assert.rejects(saveDraft(app.context, act, id, draft), (fault: Fault) => {
      assert.equal(fault.code, 'not-its-signer');
      assert.match(fault.words.id, /hanya ditandatangani .*Kepala Subbagian Umum.* Plt\. atau Plh\./);
      return true;
    });
    const kept = await draftLike({ ...letter, draft }, 77);
    await assert.rejects(numberLetter(app.context, act, kept), { code: 'not-its-signer' });
    for (const one of [id, kept]) await discardDraft(app.context, act, one);
  });

  it('what was withdrawn since is neither numbered nor issued as granted', async () => {
    const { context } = app;
    const { number: other, trackingKey } = await submitExampleRequest(app, 'klaten', 'ruang-rapat');
    await makeStep(app, 'klaten', other, 'complete');
    await makeStep(app, 'klaten', other, 'approve');
    const on = { ...act, number: other };
    const numbered = await numberLetter(context, on, await beginLetter(context, on, 'granted'));
    const scan = await letterPdf(context, on, numbered.id, 'id');
    const draft = await draftLike(numbered, 77);
    await withdraw(context, { government: 'klaten', number: other, trackingKey }, { version: null });
    await assert.rejects(issueByHand(context, on, numbered.id, scan), { code: 'letter-overtaken' });
    await assert.rejects(numberLetter(context, on, draft), { code: 'letter-overtaken' });
    assert.equal((await readLetter(context, on, numbered.id)).footing, 'overtaken');
    await voidLetter(context, on, numbered.id, 'Permohonan ditarik.');
  });

  it('a record of what was handed over is signed by both parties, so never by one electronically', async () => {
    await makeStep(app, 'klaten', number, 'fulfil');
    const id = await beginLetter(app.context, act, 'hand-over');
    await own(id);
    await numberLetter(app.context, act, id);
    await assert.rejects(issueForTrial(app.context, act, id, PASSPHRASE), { code: 'signed-by-two' });
    // Photographed, and called whatever the telephone calls it: its name says what it is.
    await issueByHand(app.context, act, id, Buffer.from('ffd8ffe000104a46494600', 'hex'));
    const { letter } = await readLetter(app.context, act, id);
    const { files } = await readForDesk(app.context, act.actor, 'klaten', number);
    assert.match(files.find((file) => file.id === letter.file)?.name ?? '', /^surat-500\.12-\d+-2026\.jpg$/);
  });

  it('a void letter keeps its number and says so to everybody', async () => {
    const opened = await readForDesk(app.context, act.actor, 'klaten', number);
    const found = await readLetters(app.context, opened, act.actor);
    const signed = found?.letters.find(({ state }) => state === 'signed');
    assert.ok(signed?.code);
    await assert.rejects(voidLetter(app.context, act, signed.id, ' '), { code: 'reason-missing' });
    await voidLetter(app.context, act, signed.id, 'Salah tanggal');
    assert.equal((await findPublicLetter(app.context.database, { code: signed.code }))?.state, 'void');
    const view = await readForDesk(app.context, act.actor, 'klaten', number);
    assert.equal(view.timeline.at(-1)?.text, 'Salah tanggal');
    const { lines, more } = await listRegister(
      app.context.database,
      { government: 'klaten', viewer: act.actor.official },
      { year: 2026, find: signed.number ?? '', page: 1 },
    );
    assert.deepEqual([lines[0]?.number, lines[0]?.state, more], [signed.number, 'void', false]);
    const next = await numberLetter(app.context, act, await begun());
    assert.ok((next.running ?? 0) > (signed.running ?? 0));
  });

  it('nobody else’s letter is found, and the journal still proves all of it', async () => {
    assert.equal(await findPublicLetter(app.context.database, { code: 'ABCDEFGHJKMNPQRS' }), null);
    const stranger = { ...act, actor: { ...act.actor, held: [], below: [], roles: [] } };
    await assert.rejects(beginLetter(app.context, stranger, 'granted'), { code: 'request-not-found' });
    const verified = await verifyJournal({ ...app.context, directory: app.dataDirectory }, 'klaten');
    assert.deepEqual(verified.findings, []);
  });

  /** As many drafts as fifty decisions would have: one of each occasion. */
  async function fiftyDrafts(first: string): Promise<readonly string[]> {
    const { letter } = await readLetter(app.context, act, first);
    const ids = [first];
    for (let occasion = 1; occasion < 50; occasion += 1) ids.push(await draftLike(letter, occasion));
    return ids;
  }

  /** The same words as a draft about another occasion, kept without asking what could be kept at the desk. */
  function draftLike({ draft, ...letter }: StoredLetter, occasion: number): Promise<string> {
    return app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      const { government, request, template, agency, created_by: by, created_at: at } = letter;
      const vault = await Vault.find(tx, app.context.keys, government, request);
      assert.ok(vault);
      const id = randomUUIDv7();
      const sealed = sealLetter(vault, id, { draft, texts: null });
      return insertDraft(tx, { government, id, request, template, occasion, sealed, agency, by, at });
    });
  }

  async function keyOf(request: string): Promise<Buffer> {
    return app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      const vault = await Vault.find(tx, app.context.keys, 'klaten', request);
      assert.ok(vault);
      return vault.dataKey;
    });
  }
});

async function wholeOf(content: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
