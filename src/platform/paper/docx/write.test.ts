import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { writeDocx } from '../index.ts';
import type { Paper } from '../index.ts';

const paper: Paper = {
  title: 'Standar <Pelayanan> & "lainnya"',
  author: 'Dinas',
  lang: 'id',
  createdAt: '2026-11-23T02:00:00Z',
  id: '5 Tahun 2024',
  page: { size: 'A4' },
  footer: 'Standar',
  pageNumbers: 'halaman {n} dari {m}',
  runningHead: 'Kepala',
  body: [
    {
      kind: 'letterhead',
      crest: { initial: 'K' },
      government: 'Pemerintah Kabupaten Klaten',
      lines: ['Alamat'],
    },
    { kind: 'heading', level: 1, text: 'Judul <satu>' },
    {
      kind: 'table',
      columns: [{ share: 1 }, { share: 3 }],
      head: ['Komponen', 'Uraian'],
      summary: 'Komponen',
      rows: [
        ['Persyaratan', [{ kind: 'list', numbers: 'decimal', items: ['KTP & KK', 'surat\u0007 kuasa'] }]],
        ['Prosedur', [{ kind: 'list', numbers: 'letters', items: ['ajukan', 'terima'] }]],
        ['Kosong', []],
      ],
    },
    {
      kind: 'paragraph',
      text: [{ text: 'lihat ' }, { text: 'laman', link: 'https://klaten.go.id/?a=1&b=2' }],
    },
    { kind: 'qr', address: 'https://klaten.go.id', side: 24, alt: 'Kode "QR"' },
    { kind: 'signatures', blocks: [{ post: ['Kepala Dinas,'] }] },
  ],
};

const { bytes } = await writeDocx(paper);
const parts = new Map(Object.entries(unzipSync(bytes)));
const part = (path: string): string => {
  const found = parts.get(path);
  assert.ok(found, path);
  return strFromU8(found);
};
const text = part('word/document.xml');
const count = (pattern: RegExp, within = text): number => within.match(pattern)?.length ?? 0;

test('equal papers give equal bytes', async () => {
  assert.ok(bytes.equals((await writeDocx(paper)).bytes));
});

test('every part is well-formed, and told of in the list of parts and relations', () => {
  const types = part('[Content_Types].xml');
  const relations = part('word/_rels/document.xml.rels');
  for (const [path] of parts) {
    if (!/\.(?:xml|rels)$/.test(path)) continue;
    const open: string[] = [];
    const parser = new Parser(
      {
        onopentag: (name) => void open.push(name),
        onclosetag: (name) => assert.equal(open.pop(), name, path),
      },
      { xmlMode: true },
    );
    parser.end(part(path));
    assert.deepEqual(open, [], path);
    if (path.startsWith('word/') && path.endsWith('.xml')) assert.ok(types.includes(`/${path}"`), path);
  }
  for (const [, id = ''] of text.matchAll(/r:(?:id|embed)="(rId\d+)"/g)) {
    assert.ok(relations.includes(`Id="${id}"`), id);
  }
});

test('lists are numbered by Word, each from its own beginning', () => {
  const numbering = part('word/numbering.xml');
  assert.equal(count(/<w:numPr>/g), 4);
  assert.deepEqual(
    [...text.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id),
    ['1', '1', '2', '2'],
  );
  assert.equal(count(/<w:num w:numId=/g, numbering), 2);
  assert.match(numbering, /w:abstractNumId="2"[\s\S]*?w:val="lowerLetter"/);
});

test('headings, repeated table heads, pictures with words, language and page numbers are what Word knows them as', () => {
  assert.equal(count(/<w:pStyle w:val="Heading1"\/>/g), 1);
  assert.equal(count(/<w:tblHeader\/>/g), 1);
  assert.match(text, /descr="Kode &quot;QR&quot;"/);
  assert.match(part('word/styles.xml'), /<w:lang w:val="id-ID"/);
  assert.match(part('word/footer1.xml'), /w:instr="PAGE"[\s\S]*w:instr="NUMPAGES"/);
  assert.match(part('docProps/core.xml'), /<dc:title>Standar &lt;Pelayanan&gt; &amp; &quot;lainnya&quot;</);
});

test('signs that XML cannot hold are left out, and every cell has its paragraph', () => {
  assert.ok(text.includes('surat kuasa'));
  for (const [cell] of text.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g))
    assert.match(cell, /<\/w:p><\/w:tc>$|<w:p\/><\/w:tc>$/);
});
