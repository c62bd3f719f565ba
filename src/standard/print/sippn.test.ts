import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sippnCsv } from './index.ts';
import type { SippnEntry } from './index.ts';

const entry: SippnEntry = {
  instansi: 'Dinas Kominfo',
  layanan: 'Uji',
  nomor_sk: '5 Tahun 2024',
  tanggal_sk: '2024-05-24',
  persyaratan: '1. KTP\n2. Surat "asli", bermeterai',
  prosedur: '-',
  waktu_penyelesaian: '3 hari kerja',
  biaya: '=HYPERLINK("http://x")',
  produk: '@akun',
  pengaduan: '+62 272 321046',
};

test('a line a service, in the order of the catalogue: decree, requirements, procedure, time, fee, product, complaints', () => {
  const [head, ...rest] = sippnCsv([entry]).split('\r\n');
  assert.equal(
    head,
    '\uFEFFinstansi,layanan,nomor_sk,tanggal_sk,persyaratan,prosedur,waktu_penyelesaian,biaya,produk,pengaduan',
  );
  assert.equal(rest.at(-1), '');
  assert.match(
    rest[0] ?? '',
    /^Dinas Kominfo,Uji,5 Tahun 2024,2024-05-24,"1\. KTP\n2\. Surat ""asli"", bermeterai",/,
  );
});

test('no program takes a text for a formula', () => {
  const csv = sippnCsv([entry]);
  for (const safe of [`'-,`, `"'=HYPERLINK(""http://x"")"`, `'@akun`, `'+62 272 321046`]) {
    assert.ok(csv.includes(safe), safe);
  }
});
