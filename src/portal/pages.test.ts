import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { Visitor } from '../../test/support/visitor.ts';
import { newRequestNumber } from '../platform/index.ts';
import { componentTitles } from '../standard/index.ts';

/** Well formed, but given to nobody. */
const nobodys = newRequestNumber('KLT', 2026);

/** Signs of a hole in a page. */
const holes = /undefined|\[object|NaN|about:invalid|>null</;

const textOf = (html: string): string =>
  html
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1');

describe('public pages', () => {
  let app: TestApp;
  let visitor: Visitor;

  before(async () => {
    app = await startTestApp('portal_pages');
  });
  after(() => app.close());

  const opened = async (url: string, address = '10.0.0.1'): Promise<string> => {
    visitor = new Visitor(app.server, address);
    const { status, body } = await visitor.open(url);
    assert.equal(status, 200, url);
    return body;
  };

  const pages = [
    ['/', 'Layanan pemerintah daerah', 'Local government services'],
    ['/?cari=bandwith', 'Maksud Anda “bandwidth”?', 'Did you mean “bandwidth”?'],
    ['/?cari=stnk', 'Kabupaten Klaten. STNK hilang?', 'Kabupaten Klaten. Lost your'],
    ['/permohonan', 'Lacak permohonan', 'Track a request'],
    ['/klaten', 'Apa yang Anda perlukan?', 'What do you need?'],
    ['/klaten?cari=rapat', '1 layanan untuk “rapat”', '1 service for “rapat”'],
    ['/klaten?cari=zzzz', 'Tidak ada layanan untuk “zzzz”', 'No service for “zzzz”'],
    ['/klaten/layanan/ruang-rapat', 'Waktu yang dijanjikan', 'Promised time'],
    ['/klaten/layanan/kehilangan-stnk', 'Dilayani di loket', 'Served at the counter'],
    ['/klaten/layanan/ruang-rapat/hitung', 'Pada kalender dinding', 'On a wall calendar'],
    ['/klaten/layanan/ruang-rapat/ajukan', 'Instansi Anda', 'Your agency'],
    ['/bandingkan', 'Bandingkan layanan antar daerah', 'Compare services between regions'],
    ['/bandingkan/pengaduan', '90 hari 2 jam 50 menit', 'every day counts, also holidays'],
    ['/klaten/permohonan', 'Lacak permohonan', 'Track a request'],
    ['/klaten/maklumat', 'Maklumat pelayanan', 'Service pledge'],
    ['/klaten/data-pribadi', 'Data pribadi Anda', 'Your personal data'],
    ['/peragaan/kotak-surat', 'Kotak surat peragaan', 'Mailbox of the demonstration'],
    ['/gaya', 'Gaya Pendopo', 'Gaya Pendopo'],
  ] as const;
  for (const [url, id, en] of pages) {
    it(`${url} speaks both languages`, async () => {
      for (const [lang, words] of [
        ['id', id],
        ['en', en],
      ] as const) {
        const body = await opened(`${url}${url.includes('?') ? '&' : '?'}lang=${lang}`);
        assert.match(body, new RegExp(`<html lang="${lang}">`));
        assert.ok(textOf(body).includes(words), `${url} in ${lang} lacks “${words}”`);
        assert.equal(body.match(/<h1[ >]/g)?.length, 1, 'one heading a page');
        assert.doesNotMatch(textOf(body), holes);
      }
    });
  }

  it('shows every service with its 14 components, promise, steps and fee, in both languages', async () => {
    let services = 0;
    for (const government of app.context.catalogue.governmentIds()) {
      for (const { value: service } of app.context.catalogue.services(government)) {
        services += 1;
        for (const lang of ['id', 'en'] as const) {
          const body = await opened(`/${government}/layanan/${service.id}?lang=${lang}`);
          const text = textOf(body);
          for (const title of Object.values(componentTitles))
            assert.ok(text.includes(title[lang]), service.id);
          for (const step of service.steps) assert.ok(text.includes(step.title[lang]), service.id);
          for (const remark of [...service.assumptions, ...service.findings]) {
            assert.ok(!text.includes(remark.text[lang]), `${service.id} tells the public an assumption`);
          }
          assert.ok(text.includes(service.fee.free ? { id: 'Gratis.', en: 'Free of charge.' }[lang] : 'Rp'));
          assert.doesNotMatch(text, holes);
        }
      }
    }
    assert.equal(services, 16);
  });

  it('says on the front page what can be asked for where, what to bring, and how long it takes', async () => {
    const text = textOf(await opened('/'));
    assert.match(
      text,
      /Pengaduan masyarakat 90 hari 2 jam 50 menit Untuk warga dan badan hukum atau organisasi · Gratis · Tanpa berkas/,
    );
    assert.match(text, /Internet dan Jaringan 1 hari kerja .*Siapkan surat permintaan layanan/);
    assert.match(text, /Semua 11 layanan Kabupaten Klaten/);
  });

  it('shows what people may ask for before what only offices may', async () => {
    const text = textOf(await opened('/klaten'));
    const at = [
      'Untuk warga dan organisasi',
      'Pengaduan masyarakat',
      'Untuk kantor pemerintah',
      'Penambahan bandwidth',
    ].map((words) => text.indexOf(words));
    assert.ok(!at.includes(-1), String(at));
    assert.deepEqual(
      at,
      at.toSorted((one, other) => one - other),
    );
  });

  it('says for whom a paper is', async () => {
    const text = textOf(await opened('/klaten/layanan/informasi-publik'));
    assert.match(text, /KTP \(untuk perorangan \(warga negara Indonesia\)\)/);
    assert.match(
      text,
      /Surat kuasa \(bila “Anda mengajukan untuk siapa\?”: orang lain, dengan surat kuasa\)/,
    );
  });

  it('says until when a request would be done if it came now', async () => {
    app.clock.moveTo('2026-11-23T02:00:00Z');
    assert.match(
      textOf(await opened('/klaten')),
      /19 menit pada jam kerja Diajukan sekarang: selesai paling lambat hari ini, 09\.19 WIB/,
    );
    app.clock.moveTo('2026-11-23T02:31:00Z');
    assert.match(
      textOf(await opened('/klaten/layanan/ruang-rapat')),
      /selesai paling lambat hari ini, 09\.50 WIB/,
    );
    app.clock.moveTo('2026-11-23T02:00:00Z');
  });

  it('shows the lawful clock beside the printed time where they differ', async () => {
    const text = textOf(await opened('/klaten/layanan/informasi-publik'));
    assert.match(text, /10 hari kerja Diajukan sekarang/);
    assert.match(text, /Tertulis dalam standar pelayanan 17 hari 45 menit/);
    assert.match(text, /Dapat diperpanjang satu kali, 7 hari kerja \(UU 14\/2008 Pasal 22 ayat \(8\)\)/);
  });

  it('leads whoever is asked for money to the complaint service, or to the channels of the page', async () => {
    assert.match(
      await opened('/klaten/layanan/ruang-rapat'),
      /<a href="\/klaten\/layanan\/pengaduan">Laporkan/,
    );
    assert.match(await opened('/klaten/layanan/pengaduan'), /<a href="#keluhan">Laporkan/);
    assert.match(await opened('/bulungan/layanan/hosting-subdomain-email'), /<a href="#keluhan">Laporkan/);
  });

  it('links channels a phone can follow', async () => {
    const body = await opened('/klaten/layanan/pengaduan');
    assert.match(body, /href="https:\/\/wa\.me\/6282323725145"/);
    assert.match(await opened('/klaten/layanan/ruang-rapat'), /href="tel:0272321046"/);
    assert.match(body, /href="https:\/\/maturibu\.klaten\.go\.id\/"/);
  });

  it('asks the database for nothing on the front pages', async () => {
    const own = await startTestApp('portal_no_database');
    try {
      await own.context.database.close();
      for (const url of [
        '/',
        '/klaten',
        '/klaten?cari=wifi',
        '/klaten/layanan/pengaduan',
        '/klaten/maklumat',
      ]) {
        assert.equal((await new Visitor(own.server).open(url)).status, 200, url);
      }
    } finally {
      await own.close();
    }
  });

  it('keeps the mailbox out of a real installation', async () => {
    const real = await startTestApp('portal_no_demo', { demo: false });
    try {
      assert.equal((await new Visitor(real.server).open('/peragaan/kotak-surat')).status, 404);
      assert.doesNotMatch((await new Visitor(real.server).open('/klaten')).body, /Peragaan/);
    } finally {
      await real.close();
    }
  });

  const bad = [
    ['an unknown government', '/atlantis', 404, 'tidak terdaftar'],
    ['an unknown service', '/klaten/layanan/tidak-ada', 404, 'tidak ada atau belum berlaku'],
    [
      'a form for a counter service',
      '/klaten/layanan/kehilangan-stnk/ajukan',
      404,
      'Silakan datang ke loket',
    ],
    ['a form of another government', '/bulungan/layanan/ruang-rapat/ajukan', 404, 'tidak ada'],
    [
      'an invented draft',
      '/klaten/layanan/ruang-rapat/ajukan/AAAAAAAAAAAAAAAAAAAAAA/periksa',
      404,
      'dihapus sesudah 14 hari',
    ],
    ['an address that is no text', '/%E0%A4%A', 404, ''],
    ['a search that is not one text', '/klaten?cari[]=a&cari=b', 200, 'Apa yang Anda perlukan?'],
    ['a search of markup', '/klaten?cari=%3Cscript%3Ealert(1)%3C/script%3E', 200, '&lt;script&gt;'],
    ['a very long search', `/klaten?cari=${'a'.repeat(5000)}`, 200, 'Tidak ada layanan'],
    ['a track link without a key', '/klaten/permohonan/KLT-2026-00000', 200, 'Kunci pelacakan'],
    ['a file without a key', '/klaten/permohonan/KLT-2026-7F3K9Q/berkas/x', 200, 'Kunci pelacakan'],
    ['a receipt without a key', '/klaten/permohonan/KLT-2026-7F3K9Q/tanda-terima', 200, 'Kunci pelacakan'],
  ] as const;
  for (const [name, url, status, words] of bad) {
    it(`answers ${name} with ${status}`, async () => {
      const page = await new Visitor(app.server, '10.0.0.2').open(url);
      assert.equal(page.status, status);
      assert.ok(page.body.includes(words), textOf(page.body));
      assert.doesNotMatch(page.body, /<script>alert/);
    });
  }

  const typed = [
    ['nothing', {}, 'Isi kunci pelacakan'],
    ['a malformed number', { nomor: 'abc', kunci: 'x' }, 'terdiri dari huruf, tahun'],
    ['a mistyped number', { nomor: 'KLT-2026-7F3K9Z', kunci: 'x' }, 'salah ketik'],
    [
      'a mistyped key',
      { nomor: nobodys, kunci: '0000-0000 0000 0000 0000 0000 0001' },
      'salah ketik pada kunci',
    ],
    ['a number nobody has', { nomor: nobodys, kunci: 'x'.repeat(22) }, 'Nomor atau kunci tidak cocok'],
  ] as const;
  for (const [name, fields, words] of typed) {
    it(`tracking with ${name} says what to do and keeps the number`, async () => {
      const someone = new Visitor(app.server, '10.0.0.3');
      await someone.open('/klaten/permohonan');
      const page = await someone.submit(fields);
      assert.equal(page.status, 422);
      assert.ok(textOf(page.body).includes(words), textOf(page.body));
      if ('nomor' in fields) assert.ok(page.body.includes(`value="${fields.nomor}"`));
      assert.ok(!page.body.includes('xxxxxxxx'), 'a key is never shown again');
    });
  }

  it('limits guessing of keys by address', async () => {
    const guesser = new Visitor(app.server, '10.0.0.4');
    await guesser.open('/permohonan');
    let status = 0;
    for (let tries = 0; tries < 12 && status !== 429; tries += 1) {
      await guesser.open('/permohonan');
      ({ status } = await guesser.submit({ nomor: nobodys, kunci: `key-${tries}` }));
    }
    assert.equal(status, 429);
  });

  it('takes no post without the token of its own page', async () => {
    const posts = [
      '/permohonan',
      '/klaten/permohonan',
      '/klaten/layanan/ruang-rapat/ajukan',
      '/klaten/permohonan/KLT-2026-7F3K9Q/pesan',
      '/klaten/permohonan/KLT-2026-7F3K9Q/tarik',
      '/klaten/permohonan/KLT-2026-7F3K9Q/tutup',
    ];
    for (const url of posts) assert.equal((await new Visitor(app.server).post(url, {})).status, 403, url);
  });
});
