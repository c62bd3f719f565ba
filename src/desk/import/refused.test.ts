/** Files that are no decree, readings that were given up, values that no service can hold, and people who may not: each is told. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { enqueue, listFailedJobs } from '../../platform/index.ts';
import type { Worker } from '../../platform/index.ts';
import { READ_DECREE } from '../../standard/index.ts';
import { DecreeDesk, decreeText, visible } from '../../../test/support/decree-desk.ts';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { official } from '../../../test/support/officer.ts';
import type { Officer, Page } from '../../../test/support/officer.ts';

describe('what does not become a service, at the desk', () => {
  let app: TestApp;
  let worker: Worker;
  let administrator: Officer;
  let desk: DecreeDesk;
  before(async () => {
    app = await startTestApp('decree-refused');
    worker = await app.startJobs();
    administrator = await official(app, 'bulungan', 'administrator');
    desk = new DecreeDesk(administrator);
  });
  after(async () => {
    await worker.stop();
    await app.close();
  });

  /** Statements about one import, by whoever may write everything. */
  const asOwner =
    (...statements: readonly string[]) =>
    async (id: string): Promise<void> => {
      const owner = new pg.Client({ connectionString: app.addresses.ownerUrl });
      await owner.connect();
      for (const statement of statements) await owner.query(statement, [id]);
      await owner.end();
    };

  test('a decree whose reading was given up says so, and is read again', async () => {
    const { href } = await desk.upload('subdistrict-markdown/document.md');
    const id = href.split('/').at(-1) ?? '';
    const government = 'bulungan';
    /** As the queue leaves it: nothing read, and the job as told. */
    const leave = (job: string): Promise<void> =>
      asOwner(
        'delete from pendopo.decree_import_service where import = $1',
        `update pendopo.decree_import set state = 'waiting', decree = null, lines = null, read_at = null where id = $1`,
        ...(job === '' ? [] : [job]),
      )(id);
    const asks = (page: Page): boolean => page.headers['refresh'] !== undefined;

    await leave('');
    const gone = await administrator.get(href);
    assert.match(visible(gone.text), /Pembacaan terhenti dan tidak dicoba lagi/);
    assert.equal(asks(gone), false, 'nothing comes of asking again');
    assert.match(
      visible((await administrator.get(`${href}?lang=en`)).text),
      /Have it read again|have it read again/,
    );
    await administrator.get(`${href}?lang=id`);

    const later = app.clock.now().add({ hours: 1 });
    await app.context.database.transaction({ government }, (tx) =>
      enqueue(tx, {
        task: READ_DECREE,
        government,
        payload: { id },
        key: `${READ_DECREE}/${id}`,
        runAt: later,
      }),
    );
    await leave(`update graphile_worker._private_jobs set attempts = 3 where key like '%' || $1`);
    const broken = await administrator.get(href);
    assert.match(visible(broken.text), /Pembacaan terputus \(3 kali dimulai\)/);
    assert.equal(asks(broken), true);

    await leave(`update graphile_worker._private_jobs set attempts = max_attempts where key like '%' || $1`);
    const spent = await administrator.get(href);
    assert.match(visible(spent.text), /Pembacaan terhenti dan tidak dicoba lagi/);
    const failed = await app.context.database.transaction({ government }, (tx) =>
      listFailedJobs(tx, government),
    );
    assert.match(failed.at(-1)?.reason ?? '', /killed at the last attempt/);

    assert.equal((await administrator.post(`${href}/baca-lagi`)).location, href);
    assert.match(visible((await desk.untilRead(href)).text), /Rekomendasi Proposal Bantuan Keagamaan/);
  });

  test('a file that is no decree says why, in both languages, and can be dropped', async () => {
    const { href, page } = await desk.upload('../hostile/recipe.txt');
    assert.match(visible(page.text), /Keputusan ini tidak dapat dibaca/);
    assert.match(visible(page.text), /Tidak ditemukan standar pelayanan/);
    const english = await administrator.get(`${href}?lang=en`);
    assert.match(visible(english.text), /No service standard was found/);
    await administrator.get('/meja/kelola/impor?lang=id');
    assert.equal((await administrator.post(`${href}/buang`)).status, 303);
    assert.equal((await administrator.get(href)).status, 404);
  });

  test('what no service can hold is a fault at its field, read or typed, and never locks the import', async () => {
    const { components } = app.context.catalogue.service('bulungan', 'hosting-subdomain-email').value;
    const text = decreeText('Hosting', { ...components, fee: { text: 'Rp100.000.000.000.000.000.000' } });
    const { href } = await desk.uploadContent('keputusan-mahal.md', Buffer.from(text));
    const review = await administrator.get(`${href}/1`);
    assert.equal(review.status, 200);
    const typed = await desk.save(`${href}/1`, review, {
      fee: 'paid',
      tarif: '99999999999999999999',
      time: 'working',
      'waktu-days': '5000',
    });
    assert.equal(typed.status, 422);
    assert.match(visible(typed.text), /"99999999999999999999" bukan tarif/);
    assert.match(visible(typed.text), /angka bulat, paling banyak 3660/);
    assert.equal((await administrator.get(`${href}/1`)).status, 200);
  });

  test('no file is a fault of the form', async () => {
    await administrator.get('/meja/kelola/impor');
    const sent = await administrator.postFiles('/meja/kelola/impor', {}, []);
    assert.equal(sent.status, 422);
    assert.match(visible(sent.text), /Pilih berkas keputusannya/);
  });

  test('only administrators enter', async () => {
    const auditor = await official(app, 'bulungan', 'auditor');
    assert.equal((await auditor.get('/meja/kelola/impor')).status, 403);
  });
});
