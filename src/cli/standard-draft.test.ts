import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { callCommand } from '../../test/support/command.ts';
import { run } from './standard-draft.ts';

const standard = (title: string): string => `# STANDAR PELAYANAN ${title}

## 1. Persyaratan

1. Surat permohonan

## 2. Sistem, Mekanisme dan Prosedur

1. Petugas memeriksa berkas
2. Kepala Dinas menandatangani rekomendasi

## 3. Jangka Waktu

3 hari kerja

## 4. Biaya

Gratis

## 5. Produk Pelayanan

1. Rekomendasi
`;

test('every service of a decree gets a file of its own, also where long titles begin alike', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-draft-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'keputusan.md');
  const same = 'REKOMENDASI PENERBITAN IZIN PENYELENGGARAAN PENDIDIKAN';
  await writeFile(path, [`${same} ANAK USIA DINI`, `${same} SEKOLAH DASAR`].map(standard).join('\n'));
  const to = join(folder, 'contoh');
  const { code, stdout, stderr } = await callCommand(run, [path, '--government', 'contoh', '--to', to]);
  assert.deepEqual([code, stderr], [0, '']);
  const files = await readdir(join(to, 'services'));
  const texts = await Promise.all(files.map((name) => readFile(join(to, 'services', name), 'utf8')));
  assert.equal(files.length, 2, stdout);
  assert.match(texts.join('\n'), /Anak Usia Dini/);
  assert.match(texts.join('\n'), /Sekolah Dasar/);
});

test('a service that a person must decide something about is not written, and it says where to decide it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-draft-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'keputusan.md');
  const open = standard('REKOMENDASI IZIN KERAMAIAN').replace('3 hari kerja', '3 (empat) hari kerja');
  await writeFile(path, [standard('REKOMENDASI IZIN USAHA'), open].join('\n'));
  const to = join(folder, 'contoh');
  const { code, stderr } = await callCommand(run, [path, '--government', 'contoh', '--to', to]);
  assert.equal(code, 1);
  assert.match(stderr, /belum ditulis.*Dari keputusan ke layanan/);
  assert.match(stderr, /^- Rekomendasi Izin Keramaian: Jangka waktunya tidak terbaca/m);
  assert.equal((await readdir(join(to, 'services'))).length, 1);
});
