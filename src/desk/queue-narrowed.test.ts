import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { exampleDocument } from '../example-document.ts';
import { generateRequests } from '../generate/index.ts';
import type { Tx } from '../platform/index.ts';
import { expectAccessible, openBrowser } from '../../test/support/browser.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { official } from '../../test/support/officer.ts';
import type { Officer } from '../../test/support/officer.ts';
import { submitExampleRequest } from '../../test/support/requests.ts';

const numbersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/href="\/meja\/permohonan\/([A-Z0-9-]+)"/g)].map(([, number = '']) => number)),
];

interface Choice {
  readonly href: string;
  readonly label: string;
  readonly count: number;
}

/** The links of the filters, with the counts they tell. */
const choicesIn = (text: string): Choice[] =>
  [...text.matchAll(/<a class="filter" href="([^"]+)">([^<]+) <span class="tab-count">(\d+)<\/span>/g)].map(
    ([, href = '', label = '', count]) => ({
      href: href.replaceAll('&amp;', '&'),
      label,
      count: Number(count),
    }),
  );

/** Every number of a list, page by page. */
async function all(officer: Officer, first: string): Promise<string[]> {
  const found: string[] = [];
  let next: string | undefined = first;
  while (next !== undefined) {
    const { text, status }: { text: string; status: number } = await officer.get(next);
    assert.equal(status, 200, next);
    found.push(...numbersIn(text));
    next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
  }
  return found;
}

describe('a queue with a year behind it', () => {
  let app: TestApp;
  let head: Officer;
  before(async () => {
    app = await startTestApp('queue-narrowed');
    await generateRequests(app.context, {
      requests: 240,
      governments: ['klaten'],
      seed: 5,
      documentFor: exampleDocument,
      progress: () => undefined,
    });
    head = await official(app, 'klaten', 'kabid-informatika');
  });
  after(() => app.close());

  test('each filter leaves as many as it says, and two together no more than either', async () => {
    const { text } = await head.get('/meja?daftar=semua');
    const choices = choicesIn(text);
    assert.ok(choices.length >= 6, `${choices.length} filters`);
    const everything = new Set(await all(head, '/meja?daftar=semua'));
    for (const { href, label, count } of choices) {
      const found = await all(head, href);
      assert.equal(found.length, count, label);
      assert.ok(
        found.every((number) => everything.has(number)),
        label,
      );
      const page = await head.get(href);
      assert.match(page.text, /class="filter filter-set"/, label);
      const [second] = choicesIn(page.text);
      if (second)
        assert.equal((await all(head, second.href)).length, second.count, `${label} + ${second.label}`);
    }
  });

  test('a filter is taken away by its chip, and stays with a search', async () => {
    const narrowed = await head.get('/meja?daftar=semua&layanan=ruang-rapat&saluran=counter');
    const removing = [...narrowed.text.matchAll(/class="filter filter-set" href="([^"]+)"/g)].map(
      ([, href = '']) => href.replaceAll('&amp;', '&'),
    );
    assert.deepEqual(removing, [
      '/meja?daftar=semua&saluran=counter',
      '/meja?daftar=semua&layanan=ruang-rapat',
    ]);
    assert.match(narrowed.text, /<input type="hidden" name="layanan" value="ruang-rapat">/);
    const searched = numbersIn(
      (await head.get('/meja?daftar=semua&cari=rapat&layanan=ruang-rapat&saluran=counter')).text,
    );
    const wider = numbersIn((await head.get('/meja?daftar=semua&cari=rapat')).text);
    assert.ok(searched.length > 0 && searched.length < wider.length, `${searched.length} of ${wider.length}`);
  });

  test('what an address says wrongly narrows nothing or everything, and breaks nothing', async () => {
    for (const more of [
      'layanan=tidak-ada',
      'jabatan=bukan-bawahan',
      "langkah=x'&layanan=y",
      'saluran=x&pada=x&lewat=x',
    ]) {
      const { status } = await head.get(`/meja?daftar=semua&${more}`);
      assert.equal(status, 200, more);
    }
    // A post of another office is not one's own to look into.
    assert.deepEqual(await all(head, '/meja?daftar=semua&jabatan=penghubung-dinas-pupr'), []);
  });

  test('a superior sees each post below with what waits there', async () => {
    const chief = await official(app, 'klaten', 'kepala-dinas');
    const { text } = await chief.get('/meja?daftar=jabatan');
    const posts = [
      ...text.matchAll(
        /href="(\/meja\?daftar=semua&amp;jabatan=[^"]+)">[\s\S]*?cell-figures"[\s\S]*?<div class="cell">(\d+)</g,
      ),
    ];
    assert.ok(posts.length > 1, `${posts.length} posts`);
    for (const [, href = '', count] of posts)
      assert.equal((await all(chief, href.replaceAll('&amp;', '&'))).length, Number(count), href);
    const contact = await official(app, 'klaten', 'penghubung-dinas-pupr');
    assert.doesNotMatch((await contact.get('/meja')).text, /daftar=jabatan/);
  });

  test('open duties stand in a list of their own, for whoever owes them', async () => {
    const [owing] = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx
        .selectFrom('duty')
        .select(({ fn }) => ['position', fn.countAll<number>().as('open')])
        .where('done_at', 'is', null)
        .groupBy('position')
        .orderBy('open', 'desc')
        .execute(),
    );
    assert.ok(owing);
    const division = await official(app, 'klaten', owing.position);
    const { text } = await division.get('/meja?daftar=kewajiban');
    const [, count] = /Kewajiban <span class="tab-count">(\d+)/.exec(text) ?? [];
    const numbers = [...text.matchAll(/href="\/meja\/permohonan\/([A-Z0-9-]+)"/g)].map(
      ([, number]) => number,
    );
    assert.ok(numbers.length >= owing.open);
    assert.equal(numbers.length, Number(count));
    const request = await division.get(`/meja/permohonan/${numbers[0]}`);
    assert.match(request.text, /finish-duty|Kewajiban|kewajiban/);
    const technician = await official(app, 'klaten', 'staf-teknis');
    assert.doesNotMatch((await technician.get('/meja')).text, /daftar=kewajiban/);
  });

  test('more duties than a page holds are all reached, each once, the nearest first', async () => {
    const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      app.context.database.transaction({ government: 'klaten' }, work);
    const ids = await transaction(async (tx) => {
      const open = await tx
        .selectFrom('duty')
        .selectAll()
        .where('done_at', 'is', null)
        .executeTakeFirstOrThrow();
      // Some fall due at the same moment: the order must not depend on where the page ends.
      const planted = Array.from({ length: 120 }, (_, at) => ({
        ...open,
        id: randomUUID(),
        duty: `janji-${String(Math.floor(at / 7)).padStart(3, '0')}-${at}`,
        due_at: open.due_at.add({ minutes: 1 + Math.floor(at / 7) }),
      }));
      await tx.insertInto('duty').values(planted).execute();
      return { position: open.position, planted: planted.map(({ id }) => id) };
    });
    const owing = await official(app, 'klaten', ids.position);
    const seen: string[] = [];
    let href: string | undefined = '/meja?daftar=kewajiban';
    while (href !== undefined) {
      const { text }: { readonly text: string } = await owing.get(href);
      seen.push(...[...text.matchAll(/>(janji-[0-9-]+)</g)].map(([, duty = '']) => duty));
      href = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
      assert.ok(seen.length <= 120, 'nothing comes twice');
    }
    assert.equal(new Set(seen).size, 120);
    const moments = seen.map((duty) => duty.slice(0, 9));
    assert.deepEqual(moments, moments.toSorted());
    assert.equal((await owing.get('/meja?daftar=kewajiban&sesudah=apa-saja')).status, 200);
    await transaction((tx) =>
      tx.updateTable('duty').set({ done_at: app.clock.now() }).where('id', 'in', ids.planted).execute(),
    );
  });

  test('search forgives how numbers and names are written', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'penambahan-bandwidth', {
      answers: {
        instansi: 'dinas-pendidikan',
        nama: 'Achmad Soekarno Hidajat',
        surel: 'achmad@example.org',
        telepon: '081298765432',
        keperluan: 'Telekonferensi surat-menyurat puskesmas',
        lokasi: 'Gedung B',
        'bandwidth-diminta': 100,
        'nomor-surat': '400.3/101/2026',
        'tanggal-surat': '2026-11-20',
      },
    });
    const code = number.slice(-6);
    const ways = [
      number,
      number.toLowerCase(),
      number.replaceAll('-', ''),
      number.replaceAll('0', 'O'),
      ` ${number} `,
      code,
      code.toLowerCase(),
      `2026-${code}`,

      'ahmad sukarno',
      'Hidayat Achmad',
      'soekarno',
      'telekonfer',
      'telekonverensi puskesmas',
      'telekomferensi',
      '5432',
      '0812-9876-5432',
      '+62 812 9876 5432',
      'Achmad@Example.org',
    ];
    for (const way of ways) {
      const { text } = await head.get(`/meja?cari=${encodeURIComponent(way)}`);
      assert.ok(numbersIn(text).includes(number), `${way}: ${numbersIn(text).join(' ')}`);
    }
    for (const way of ['81298765431', 'bukan-dia', '0001234567890123']) {
      const { text } = await head.get(`/meja?cari=${encodeURIComponent(way)}`);
      assert.ok(!numbersIn(text).includes(number), way);
    }
    const stranger = await official(app, 'klaten', 'penghubung-dinas-pupr');
    for (const way of ways)
      assert.deepEqual(
        numbersIn((await stranger.get(`/meja?cari=${encodeURIComponent(way)}`)).text),
        [],
        way,
      );
  });

  test('a search finds what has ended as well, below what is still open', async () => {
    const ended = await all(head, '/meja?daftar=selesai');
    const { text } = await head.get(`/meja?cari=${ended[0] ?? ''}`);
    assert.deepEqual(numbersIn(text), ended.slice(0, 1));
    assert.match(text, /Sudah berakhir/);
  });

  test('all lists are accessible', async () => {
    const browser = await openBrowser();
    try {
      const base = await app.server.listen({ host: '127.0.0.1', port: 0 });
      const page = await browser.newPage();
      await page.goto(`${base}/meja/masuk`);
      await page.getByLabel('Nama pengguna').fill('budi@klaten');
      await page.getByLabel('Kata sandi').first().fill('peragaan');
      await page.getByRole('button', { name: 'Masuk', exact: true }).click();
      for (const list of ['semua&layanan=ruang-rapat&lewat=ya', 'jabatan', 'kewajiban', 'semua&cari=rapat']) {
        await page.goto(`${base}/meja?daftar=${list}`);
        await expectAccessible(page);
      }
    } finally {
      await browser.close();
    }
  });
});
