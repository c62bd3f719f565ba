/** Lists of products: what is cut off a long one is the official's own tail, and is told. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { official } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';

const government = 'klaten';
let app: TestApp;
let owner: Client;
const numbers = { other: '', own: '' };

before(async () => {
  app = await startTestApp('lists_cut');
  owner = new Client({ connectionString: app.addresses.ownerUrl });
  await owner.connect();
  numbers.other = (await submitExampleRequest(app, government, 'server-hosting')).number;
  numbers.own = (await submitExampleRequest(app, government, 'ruang-rapat')).number;
});
after(async () => {
  await owner.end();
  await app.close();
});

type Given = 'ending' | 'stuck';

/** So many products of a request, as if made long before: `ending` on that day, or `stuck` since that hour. */
const give = (number: string, count: number, given: Given, when: string) =>
  owner.query(
    `insert into pendopo.delivery (government, id, request, number, name, kind, connector, state, plan, cause_code, cause,
       ends_on, stuck_since, ordered_at, changed_at)
     select r.government, gen_random_uuid(), r.id, r.number, 'p' || n, 'mailbox', 'double', $3, gen_random_uuid(),
       $4, $5::jsonb, $6::date, $7::timestamptz, now(), now()
       from pendopo.request r, generate_series(1, $2) n where r.number = $1`,
    given === 'ending'
      ? [number, count, 'delivered', null, null, when, null]
      : [number, count, 'stopped', 'x', { id: 'Sebab', en: 'Cause' }, null, when],
  );

const timesIn = (text: string, words: string): number => text.split(words).length - 1;

test('what others have ending sooner pushes nothing off an official’s list; what is cut off is told', async () => {
  await give(numbers.other, 301, 'ending', '2026-12-01');
  await give(numbers.own, 1, 'ending', '2026-12-20');
  const own = await official(app, government, 'pengelola-ruang-rapat');
  const list = (await own.get('/meja/segera-berakhir')).text;
  assert.equal(timesIn(list, `/meja/permohonan/${numbers.own}`), 1);
  assert.equal(timesIn(list, `/meja/permohonan/${numbers.other}`), 0);
  assert.doesNotMatch(list, /masih ada yang lain/);

  const many = await official(app, government, 'kabid-informatika');
  const cut = (await many.get('/meja/segera-berakhir')).text;
  assert.equal(timesIn(cut, `/meja/permohonan/${numbers.other}`), 300);
  assert.match(cut, /300 yang paling dahulu berakhir; masih ada yang lain/);
  assert.match((await many.get('/meja/segera-berakhir?lang=en')).text, /300 that end first; there are more/);

  const auditor = await official(app, government, 'auditor');
  assert.equal(timesIn((await auditor.get('/meja/segera-berakhir')).text, '/meja/permohonan/'), 300);
  const nobodys = await official(app, government, 'petugas-rspd');
  assert.match((await nobodys.get('/meja/segera-berakhir')).text, /Tidak ada yang berakhir/);
});

test('what others have stopped for longer hides nothing that waits for an official, and the count is of what they may open', async () => {
  await give(numbers.other, 201, 'stuck', '2026-11-20T02:00:00Z');
  await give(numbers.own, 2, 'stuck', '2026-11-22T02:00:00Z');
  const own = await official(app, government, 'pengelola-ruang-rapat');
  assert.match((await own.get('/meja')).text, /\n\s*2 penyerahan terhenti/);
  const list = (await own.get('/meja/penyerahan')).text;
  assert.equal(timesIn(list, `/meja/permohonan/${numbers.own}`), 2);
  assert.doesNotMatch(list, /masih ada yang lain/);

  const many = await official(app, government, 'kabid-informatika');
  assert.match((await many.get('/meja')).text, /200 atau lebih penyerahan terhenti/);
  const cut = (await many.get('/meja/penyerahan')).text;
  assert.equal(timesIn(cut, `/meja/permohonan/${numbers.other}`), 200);
  assert.match(cut, /200 yang paling lama terhenti; masih ada yang lain/);
});
