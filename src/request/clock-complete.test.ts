/** A standard whose clock starts when the file is found complete, through the one real application. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { actAs, apiOf, readOnDesk, submitExample } from '../../test/support/api.ts';
import type { Api, Receipt, Tracked } from '../../test/support/api.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { official } from '../../test/support/officer.ts';
import { Vault, watchDeadlineTask } from './index.ts';

const own = fileURLToPath(new URL('../../governments/purbalingga', import.meta.url));

/** Purbalingga alone, with an internet service that counts from the complete file. */
async function governmentsFrom(folder: string): Promise<string> {
  const copy = join(folder, 'purbalingga');
  await cp(own, copy, { recursive: true });
  const file = join(copy, 'services/internet-jaringan.yaml');
  const text = await readFile(file, 'utf8');
  assert.match(text, /starts: received/);
  await writeFile(file, text.replace('starts: received', 'starts: complete'));
  return folder;
}

describe('a clock that starts with a complete file', () => {
  let app: TestApp;
  let api: Api;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pendopo-complete-'));
    app = await startTestApp('clock_complete', {
      governments: await governmentsFrom(folder),
      now: '2026-07-06T02:00:00Z',
    });
    api = await apiOf(app);
  });
  after(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const track = async ({ number, trackingKey }: Receipt): Promise<Tracked> =>
    (await api.get<Tracked>(`/api/v1/requests/${number}`, { 'tracking-key': trackingKey })).body;

  const lettersOf = (number: string): Promise<Readonly<Record<string, string>>> =>
    app.context.database.transaction({ government: 'purbalingga' }, async (tx) => {
      const { id } = await tx
        .selectFrom('request')
        .select('id')
        .where('number', '=', number)
        .executeTakeFirstOrThrow();
      const vault = await Vault.find(tx, app.context.keys, 'purbalingga', id);
      assert.ok(vault);
      const rows = await tx
        .selectFrom('message')
        .select(['id', 'template', 'sealed'])
        .where('request', '=', id)
        .execute();
      const opened = rows.map((row) => {
        const { text } = JSON.parse(vault.open(`message/${row.id}`, row.sealed).toString()) as {
          text: string;
        };
        return [row.template, text];
      });
      return Object.fromEntries(opened);
    });

  const act = async (number: string, action: string): Promise<void> => {
    const desk = await readOnDesk(api, 'purbalingga', number, 'kabid-informatika');
    const { status, body } = await actAs(api, await api.as('purbalingga', 'kabid-informatika'), desk, action);
    assert.equal(status, 200, JSON.stringify(body));
  };

  test('nothing is due, and so nothing late, before; from then on the promise counts', async () => {
    const receipt = await submitExample(api, 'purbalingga', 'internet-jaringan');
    const { number } = receipt;
    assert.equal(receipt.dueAt, null);
    assert.match(
      (await lettersOf(number))['received'] ?? '',
      /Waktu mulai dihitung ketika berkas dinyatakan lengkap/,
    );

    app.clock.moveTo('2026-07-15T02:00:00Z');
    await watchDeadlineTask(app.context)(
      { number },
      { government: 'purbalingga', database: app.context.database },
    );
    const head = await official(app, 'purbalingga', 'kabid-informatika');
    const page = (await head.get(`/meja/permohonan/${number}`)).text;
    assert.match(page, /waktu berjalan sejak berkas dinyatakan lengkap/);
    assert.doesNotMatch(page, /[Tt]erlambat/);
    assert.match((await head.get('/meja')).text, /waktu belum berjalan/);

    await act(number, 'return');
    const answered = await api.post(
      `/api/v1/requests/${number}/resubmissions`,
      { note: 'Sudah lengkap.' },
      { 'tracking-key': receipt.trackingKey },
    );
    assert.equal(answered.status, 200);
    assert.equal((await track(receipt)).dueAt, null);

    app.clock.moveTo('2026-07-16T01:00:00Z');
    await act(number, 'complete');
    // Found complete on Thursday at 08.00: one working day later is the close of Friday.
    const { dueAt } = await track(receipt);
    assert.equal(Temporal.Instant.from(dueAt ?? '').toString(), '2026-07-17T09:30:00Z');
    assert.match((await lettersOf(number))['clock-started'] ?? '', /Jumat, 17 Juli 2026, 16\.30 WIB/);
  });
});
