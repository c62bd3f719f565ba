import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { Client } from 'pg';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import {
  continueExample,
  exampleFields,
  pdf,
  photo,
  sendExample,
} from '../../../test/support/form-example.ts';
import { Visitor } from '../../../test/support/visitor.ts';
import type { Seen, Sent } from '../../../test/support/visitor.ts';
import { openDatabase } from '../../platform/index.ts';
import { portalTasks } from '../index.ts';

const agency = { instansi: 'dinas-pendidikan', nama: 'Sari Contoh', surel: 'sari@klaten.example' };
const event = {
  acara: 'Rapat rahasia',
  'waktu-day': '30',
  'waktu-month': '11',
  'waktu-year': '2026',
  'waktu-from': '9.00',
  'waktu-to': '11.30',
  peserta: '1.000',
};

describe('applying', () => {
  let app: TestApp;
  let addresses = 0;

  before(async () => {
    app = await startTestApp('portal_apply');
  });
  after(() => app.close());

  const pass = (seconds: number): void => app.clock.moveTo(app.clock.now().add({ seconds }));

  /** A visitor with the first page of a form open, who has read it. */
  async function reader(service: string, government = 'klaten'): Promise<Visitor> {
    addresses += 1;
    const visitor = new Visitor(app.server, `10.1.0.${addresses}`);
    await visitor.open(`/${government}/layanan/${service}/ajukan`);
    pass(20);
    return visitor;
  }

  async function walk(visitor: Visitor, ...pages: readonly Sent[]): Promise<Seen> {
    for (const page of pages) await visitor.submit(page);
    return visitor.page;
  }

  const roomWithLetter = async (): Promise<Visitor> => {
    const visitor = await reader('ruang-rapat');
    await walk(visitor, agency, event, { 'surat-peminjaman': pdf('surat.pdf') });
    assert.match(visitor.page.url, /\/periksa$/);
    return visitor;
  };

  const numberIn = ({ url }: Seen): string => {
    const number = /permohonan\/([A-Z]{3}-\d{4}-\w{6})\/tanda-terima$/.exec(url)?.[1];
    assert.ok(number, url);
    return number;
  };

  async function countRequests(): Promise<number> {
    const { n } = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx
        .selectFrom('request')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('government', '=', 'klaten')
        .executeTakeFirstOrThrow(),
    );
    return n;
  }

  it('goes from the first page to a receipt', async () => {
    const visitor = await roomWithLetter();
    for (const words of [
      'Dinas Pendidikan',
      'Senin, 30 November 2026, 09.00–11.30',
      '1.000 orang',
      'surat.pdf',
    ])
      assert.ok(visitor.page.body.includes(words), words);
    const receipt = await visitor.submit({}, '/periksa');
    const number = numberIn(receipt);
    for (const words of [
      number,
      'hari ini, ',
      'surat.pdf',
      'Kunci pelacakan',
      `http://localhost:3000/klaten/permohonan/${number}`,
    ])
      assert.ok(receipt.body.includes(words), words);
    assert.match(receipt.body, /<svg class="qr"/);
    assert.equal(receipt.headers['referrer-policy'], 'no-referrer');
    const key = /Kunci pelacakan<\/p><p class="copyable-line"><code class="copyable-value">([^<]+)</.exec(
      receipt.body,
    )?.[1];
    assert.ok(key && key.length >= 22, 'a key of 128 bits');
    const elsewhere = new Visitor(app.server, '10.1.1.1');
    await elsewhere.open('/bulungan/permohonan');
    const tracked = await elsewhere.submit({
      nomor: number.toLowerCase().replaceAll('-', ' '),
      kunci: ` ${key} `,
    });
    assert.equal(tracked.url, `/klaten/permohonan/${number}`, 'a number finds its own government');
  });

  it('keeps what was typed when something is wrong, and names what is', async () => {
    const visitor = await reader('ruang-rapat');
    const page = await visitor.submit({ nama: 'Sari "X" <b>', surel: 'sari@' });
    assert.equal(page.status, 422);
    assert.match(page.body, /value="Sari &quot;X&quot; &lt;b&gt;"/);
    assert.match(page.body, /<a href="#f-surel">Alamat surel: Tulis alamat email lengkap/);
    assert.match(page.body, /<a href="#f-instansi">Perangkat daerah: Pilih salah satu/);
    assert.match(page.body, /<title>Kesalahan: /);
  });

  const wrong = [
    [
      'a day that is not in the calendar',
      { ...event, 'waktu-day': '31' },
      /Isi tanggal yang ada di kalender/,
    ],
    ['a day that has passed', { ...event, 'waktu-day': '1' }, /Tanggalnya sudah lewat/],
    ['an end before the start', { ...event, 'waktu-to': '8.00' }, /Jam selesai harus sesudah jam mulai/],
    ['words for a number', { ...event, peserta: 'banyak' }, /Isi dengan angka/],
    ['too many people', { ...event, peserta: '5000' }, /Paling banyak 1\.000 orang/],
    ['too long a name', { ...event, acara: 'a'.repeat(151) }, /Paling banyak 150 huruf/],
  ] as const;
  for (const [name, fields, words] of wrong) {
    it(`refuses ${name}`, async () => {
      const visitor = await reader('ruang-rapat');
      await walk(visitor, agency, { ...fields, peserta: fields.peserta });
      assert.equal(visitor.page.status, 422);
      assert.match(visitor.page.body, words);
    });
  }

  it('keeps good files when another is refused, replaces and removes them', async () => {
    const visitor = await reader('tanda-tangan-elektronik', 'klungkung');
    while (!visitor.page.url.endsWith('/berkas')) {
      const before = visitor.page.url;
      await visitor.submit(exampleFields(app, visitor.page));
      assert.notEqual(visitor.page.url, before, visitor.page.body);
    }
    const fields = [...visitor.page.body.matchAll(/type="file" id="f-([a-z-]+)"/g)].map(
      ([, name]) => name ?? '',
    );
    assert.equal(fields.length, 2);
    const [first = '', second = ''] = fields;
    const half = await visitor.submit({
      [first]: pdf('surat pertama.pdf'),
      [second]: { name: 'ktp.pdf', type: 'application/pdf', bytes: Buffer.from('not a PDF at all') },
    });
    assert.equal(half.status, 422);
    assert.match(half.body, /surat pertama\.pdf/);
    assert.match(half.body, /bukan PDF, JPEG, atau PNG/);
    const whole = await visitor.submit({ [second]: photo('ktp.jpg') });
    assert.match(whole.url, /\/periksa$/);
    assert.match(whole.body, /surat pertama\.pdf.*ktp\.jpg/s);
    await visitor.open(whole.url.replace('periksa', 'berkas'));
    await visitor.submit({ [first]: pdf('surat kedua.pdf') });
    assert.doesNotMatch(visitor.page.body, /surat pertama\.pdf/);
    assert.match(visitor.page.body, /surat kedua\.pdf/);
    await visitor.open(whole.url.replace('periksa', 'berkas'));
    const removed = await visitor.submit({ hapus: second });
    assert.doesNotMatch(removed.body, /ktp\.jpg/);
    assert.match((await visitor.open(whole.url)).url, /\/berkas$/, 'the check waits for what is missing');
    assert.equal(storedFiles('klungkung').length, 1, 'replaced and removed bytes are gone');
  });

  it('is one request however often "send" is pressed', async () => {
    const visitor = await roomWithLetter();
    const before = await countRequests();
    const check = visitor.page;
    const answers = await Promise.all([1, 2, 3].map(() => again(visitor, check)));
    const numbers = new Set(answers.map(numberIn));
    assert.equal(numbers.size, 1);
    assert.equal(await countRequests(), before + 1);
    const later = await again(visitor, check);
    assert.deepEqual(new Set([...numbers, numberIn(later)]), numbers);
  });

  /** Presses the button of a page once more, as a second window would. */
  async function again(visitor: Visitor, page: Seen): Promise<Seen> {
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return visitor.post(page.url, { _csrf: token });
  }

  it('leads a link whose answers were sent to the receipt, and forgets the answers', async () => {
    const visitor = await roomWithLetter();
    const link = visitor.page.url.replace(/\/periksa$/, '');
    await visitor.submit({}, '/periksa');
    const other = new Visitor(app.server, '10.1.1.2');
    for (const part of ['', '/isi/pemohon', '/berkas', '/periksa']) {
      const page = await other.open(`${link}${part}`);
      assert.equal(page.url, link);
      assert.match(page.body, /Isian ini sudah dikirim/);
      assert.doesNotMatch(page.body, /Sari Contoh/);
    }
    assert.match((await other.submit({}, '/periksa')).url, /tanda-terima$/);
    pass(3700);
    assert.equal((await other.open(link)).status, 404, 'after an hour the link is gone');
  });

  it('keeps a draft behind its secret link only, sealed, and erases it after 14 days with its files', async () => {
    const visitor = await reader('ruang-rapat');
    await walk(visitor, agency);
    await visitor.submit({ ...event, 'waktu-day': 'kapan?', nanti: '1' });
    const link = visitor.page.url;
    assert.match(visitor.page.body, new RegExp(`http://localhost:3000${link}`));
    const elsewhere = new Visitor(app.server, '10.1.1.3');
    await elsewhere.open(link);
    const href = /<a class="button" href="([^"]+)"/.exec(elsewhere.page.body)?.[1] ?? '';
    const resumed = await elsewhere.open(href);
    assert.match(resumed.body, /value="Rapat rahasia"/);
    assert.match(resumed.body, /value="kapan\?"/, 'also what is not in order yet');
    await elsewhere.submit(event);
    await elsewhere.open(`${link}/berkas`);
    await elsewhere.submit({ 'surat-peminjaman': pdf('rahasia.pdf'), nanti: '1' });

    const dump = await wholeTable('draft');
    assert.doesNotMatch(dump, /Rapat rahasia|Sari|klaten\.example/);
    assert.ok(!dump.includes(link.split('/').at(-1) ?? ''), 'the secret is stored hashed');
    const kept = storedFiles('klaten').length;

    const erase = portalTasks(app.context)['erase-draft'];
    assert.ok(erase);
    const drafts = await drafted();
    assert.ok((await queued()).includes(drafts.at(-1) ?? ''), 'its erasure waits in the queue');
    const worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 1 });
    const run = async (): Promise<void> => {
      for (const draft of drafts)
        await erase({ id: draft, what: 'draft' }, { government: 'klaten', database: worker });
    };
    pass(13 * 86_400);
    await run();
    assert.equal((await elsewhere.open(link)).status, 200, 'a job that comes early erases nothing');
    assert.equal(storedFiles('klaten').length, kept);
    pass(86_400 + 60);
    assert.equal((await elsewhere.open(link)).status, 404);
    await run();
    await run();
    assert.deepEqual(await drafted(), []);
    await worker.close();
    assert.equal(storedFiles('klaten').length, kept - 1, 'the bytes that were never handed in are gone');
    app.clock.moveTo('2026-11-23T02:00:00Z');
  });

  it('asks again where a later change uncovers questions, and drops what no longer applies', async () => {
    const visitor = await reader('informasi-publik');
    await visitor.submit({ ...exampleFields(app, visitor.page), informasi: 'Anggaran' });
    await continueExample(app, visitor);
    assert.match(visitor.page.body, /3310015503900001/);
    const change = /href="([^"]+\?dari=periksa#f-sebagai)"/.exec(visitor.page.body)?.[1] ?? '';
    await visitor.open(change.split('#')[0] ?? '');
    await visitor.submit({ ...exampleFields(app, visitor.page), sebagai: 'legal-body' });
    assert.match(visitor.page.url, /\/isi\//, 'the name of the body is asked for now');
    await visitor.submit({ ...exampleFields(app, visitor.page), 'badan-hukum': 'Yayasan Contoh' });
    await visitor.open(visitor.page.url.replace(/\/(isi\/.*|berkas|periksa)$/, '/berkas'));
    await visitor.submit({ 'legal-standing': pdf('akta.pdf') });
    assert.match(visitor.page.url, /\/periksa$/);
    assert.doesNotMatch(visitor.page.body, /3310015503900001|ktp\.jpg/);
    const receipt = await visitor.submit({}, '/periksa');
    assert.match(receipt.body, /akta\.pdf/);
    assert.doesNotMatch(receipt.body, /ktp\.jpg/);
  });

  it('ties an objection to the request it attacks, and says so when there is none', async () => {
    const number = await submitted('informasi-publik');
    const room = await submitted('ruang-rapat');
    const visitor = await reader('keberatan-informasi');
    for (const unknown of ['KLT-2026-AAAAA', room]) {
      const page = await visitor.submit({ ...exampleFields(app, visitor.page), 'nomor-permohonan': unknown });
      assert.equal(page.status, 422);
      assert.match(page.body, /bukan permohonan untuk layanan yang Anda keberatani/);
    }
    await visitor.submit({ ...exampleFields(app, visitor.page), 'nomor-permohonan': number.toLowerCase() });
    await continueExample(app, visitor);
    const { number: objection } = await sendExample(visitor);
    const row = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      sql<{ attacked: string }>`
        select a.number as attacked from request r join request a on a.government = r.government
           and a.id = (r.state->>'attacks')::uuid where r.number = ${objection}`.execute(tx),
    );
    assert.deepEqual(row.rows, [{ attacked: number }]);
  });

  it('lets nobody try numbers of requests, and right ones use up no tries', async () => {
    const number = await submitted('informasi-publik');
    const first = await reader('keberatan-informasi');
    const { page } = first;
    const answer = async (typed: string): Promise<number> => {
      first.page = page;
      const fields = { ...exampleFields(app, page), 'nomor-permohonan': typed };
      return (await first.submit(fields)).status;
    };
    for (let right = 0; right < 12; right += 1) assert.equal(await answer(number), 200);
    for (let wrong = 0; wrong < 10; wrong += 1) assert.equal(await answer('KLT-2026-AAAAA'), 422);
    assert.equal(await answer('KLT-2026-AAAAA'), 429);
    assert.equal(await answer(number), 429, 'no way to tell a right one from a wrong one now');
  });

  /** Uses up what the newest visitor's address may send. */
  async function flood(): Promise<void> {
    while ((await app.context.limiters.submit.take(`10.1.0.${addresses}`)).allowed);
  }

  async function submitted(service: string): Promise<string> {
    const visitor = await reader(service);
    await continueExample(app, visitor);
    return (await sendExample(visitor)).number;
  }

  it('slows down a flood from one address without losing what was typed', async () => {
    const visitor = await reader('ruang-rapat');
    await flood();
    const first = await visitor.submit(agency);
    assert.equal(first.status, 429);
    assert.match(first.body, /Isian Anda tetap ada di sini/);
    assert.match(first.body, /value="Sari Contoh"/);
    assert.ok(Number(first.headers['retry-after']) > 0);
    const ready = await roomWithLetter();
    await flood();
    const last = await ready.submit({}, '/periksa');
    assert.equal(last.status, 429);
    assert.match(last.body, /Sari Contoh/);
  });

  it('speaks of a draft to nobody without its own link', async () => {
    const visitor = await roomWithLetter();
    const link = visitor.page.url;
    const foreign = [
      link.replace('ruang-rapat', 'pengaduan'),
      link.replace('/klaten/', '/bulungan/'),
      link.replace(/ajukan\/[^/]+/, `ajukan/${randomUUIDv7()}`),
    ];
    for (const url of foreign) assert.equal((await visitor.open(url)).status, 404, url);
  });

  const storedFiles = (government: string): string[] =>
    globSync(join(app.dataDirectory, 'files', government, '*', '*')).filter((path) => existsSync(path));

  async function wholeTable(table: string): Promise<string> {
    const client = new Client({ connectionString: app.addresses.ownerUrl });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(`select * from pendopo.${table}`);
    await client.end();
    assert.ok(rows.length > 0);
    const shown = (value: unknown): string =>
      Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value);
    return rows.flatMap((row) => Object.values(row).map(shown)).join('\n');
  }

  /** The drafts that jobs wait to erase. */
  async function queued(): Promise<string[]> {
    const client = new Client({ connectionString: app.addresses.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ payload: { payload: { what: string; id: string } } }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'erase-draft'`,
    );
    await client.end();
    return rows.flatMap(({ payload: { payload } }) => (payload.what === 'draft' ? payload.id : []));
  }

  async function drafted(): Promise<string[]> {
    const rows = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('draft').select('id').where('government', '=', 'klaten').orderBy('id').execute(),
    );
    return rows.map(({ id }) => id);
  }
});
