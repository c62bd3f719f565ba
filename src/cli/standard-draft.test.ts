import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { test } from 'node:test';
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
  const said = { out: '', err: '' };
  const into = (name: keyof typeof said): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += String(chunk);
        done();
      },
    });
  const to = join(folder, 'contoh');
  const code = await run([path, '--government', 'contoh', '--to', to], {
    stdin: (async function* () {})(),
    stdout: into('out'),
    stderr: into('err'),
    readFile: () => Promise.reject(new Error('not asked for')),
  });
  assert.deepEqual([code, said.err], [0, '']);
  const files = await readdir(join(to, 'services'));
  const texts = await Promise.all(files.map((name) => readFile(join(to, 'services', name), 'utf8')));
  assert.equal(files.length, 2, said.out);
  assert.match(texts.join('\n'), /Anak Usia Dini/);
  assert.match(texts.join('\n'), /Sekolah Dasar/);
});
