import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';
import { writePdf } from '../index.ts';
import type { Block, Paper } from '../index.ts';

const letter: Paper = {
  title: 'Pemberitahuan hasil permohonan',
  author: 'Dinas Komunikasi dan Informatika',
  lang: 'id',
  createdAt: '2026-11-23T02:00:00Z',
  id: '000.8.3/071/2026',
  page: { size: 'A4' },
  accent: '#0f6a57',
  pageNumbers: 'halaman {n} dari {m}',
  body: [
    {
      kind: 'letterhead',
      crest: { initial: 'K' },
      government: 'Pemerintah Kabupaten Klaten',
      office: 'Dinas Komunikasi dan Informatika',
      lines: ['Jln. Pemuda No. 294 Klaten'],
    },
    {
      kind: 'side-by-side',
      left: [
        {
          kind: 'table',
          frame: 'none',
          columns: [{ share: 'fit', names: true }, { share: 'fit' }, { share: 1 }],
          rows: [['Nomor', ':', '000.8.3/071/2026']],
        },
      ],
      right: [{ kind: 'paragraph', align: 'right', text: 'Klaten, 23 November 2026' }],
    },
    { kind: 'heading', level: 1, text: 'Hasil permohonan' },
    {
      kind: 'paragraph',
      text: [
        { text: 'Ukuran ≤ 10 MB, 2 × “asli” – ½ hari; ' },
        { text: 'lihat', bold: true },
        { text: ' ' },
        { text: 'klaten.go.id', link: 'https://klaten.go.id' },
      ],
    },
    { kind: 'list', numbers: 'decimal', items: ['KTP', 'surat kuasa'] },
    {
      kind: 'table',
      summary: 'Komponen standar',
      columns: [{ share: 1, names: true }, { share: 3 }],
      head: ['Komponen', 'Uraian'],
      rows: [['Biaya/tarif', 'Gratis']],
    },
    {
      kind: 'signatures',
      blocks: [
        {
          post: ['Kepala Dinas,'],
          mark: { kind: 'qr', address: 'https://klaten.go.id/v/abc', side: 24, alt: 'Kode QR pemeriksaan' },
          name: 'Budi Santoso, S.Kom.',
          under: ['NIP 19700101 199003 1 001'],
          place: 'ttd',
        },
      ],
    },
  ],
};

const { bytes, pages, places } = await writePdf(letter);
/** Dictionaries stand in the file as they are; only the drawing of pages and the fonts are packed. */
const source = bytes.toString('latin1');
const count = (pattern: RegExp): number => source.match(pattern)?.length ?? 0;

test('equal papers give equal bytes; another number gives another identity', async () => {
  assert.ok(bytes.equals((await writePdf(letter)).bytes));
  const identity = (file: Buffer): string | undefined => /\/ID \[<(\w+)>/.exec(file.toString('latin1'))?.[1];
  const other = await writePdf({ ...letter, id: '000.8.3/072/2026' });
  assert.ok(identity(bytes));
  assert.notEqual(identity(bytes), identity(other.bytes));
});

test('every word can be searched, with the signs that decrees use', async () => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  for (const words of [
    'PEMERINTAH KABUPATEN KLATEN',
    'Klaten, 23 November 2026',
    'Ukuran ≤ 10 MB, 2 × “asli” – ½ hari; lihat klaten.go.id',
    'NIP 19700101 199003 1 001',
    'halaman 1 dari 1',
  ]) {
    assert.ok(text.replace(/\s+/g, ' ').includes(words), words);
  }
});

test('its structure tells screen readers what is what', () => {
  assert.match(source, /\/Marked true/);
  assert.match(source, /\/Lang \(id-ID\)/);
  assert.match(source, /\/DisplayDocTitle true/);
  assert.match(source, /pdfuaid:part>1</);
  const elements = { H1: 1, Table: 2, TH: 4, L: 1, LI: 2, Lbl: 2, LBody: 2, Figure: 1, Link: 1 };
  for (const [type, number] of Object.entries(elements)) {
    assert.equal(count(new RegExp(`/S /${type}\\s`, 'g')), number, type);
  }
  assert.equal(count(/\/Scope \/Column/g), 2);
  assert.equal(count(/\/Scope \/Row/g), 2);
  assert.match(source, /\/ListNumbering \/Decimal/);
  assert.match(source, /\/Alt \(Kode QR pemeriksaan\)[\s\S]{0,80}\/BBox/);
  assert.match(source, /\/Title \(Hasil permohonan\)/);
});

test('all letters are embedded, and none of the fonts that readers are only hoped to have', () => {
  assert.equal(count(/\/FontFile2 /g), 2);
  assert.equal(count(/\/Type \/Font\s[\s\S]{0,40}\/Subtype \/Type1/g), 0);
});

test('the place of a signature is told as PDF reckons, where its mark was drawn', () => {
  assert.equal(pages, 1);
  const [place] = places;
  assert.ok(place && places.length === 1 && place.name === 'ttd' && place.page === 1);
  assert.ok(place.x > 297 && place.y > 0 && place.y + place.height < 842);
});

/** A picture in grey, red, green, blue and transparency, 40 by 40, with these packed pixels. */
function png(pixels: Buffer, side = 40): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 6], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
const withPicture = (picture: Buffer): Paper => {
  const block: Block = { kind: 'image', bytes: picture, width: 20, alt: 'Lambang daerah' };
  return { ...letter, body: [block] };
};

test('a picture stands in it with its words, the same bytes each time', async () => {
  const paper = withPicture(png(deflateSync(Buffer.alloc(40 * 161))));
  const [once, twice] = [await writePdf(paper), await writePdf(paper)];
  assert.ok(once.bytes.equals(twice.bytes));
  assert.match(once.bytes.toString('latin1'), /\/Alt \(Lambang daerah\)/);
});

test('pictures that are none, broken or enormous are refused with words, and break nothing', async () => {
  const whole = deflateSync(Buffer.alloc(40 * 161));
  const wrong: readonly [Buffer, string][] = [
    [Buffer.from('GIF89a no picture at all'), 'paper-image'],
    [png(Buffer.from('these are no packed pixels')), 'paper-image'],
    [png(whole).subarray(0, 60), 'paper-image'],
    [png(whole, 30_000), 'paper-image-large'],
  ];
  for (const [picture, code] of wrong) await assert.rejects(writePdf(withPicture(picture)), { code });
});
