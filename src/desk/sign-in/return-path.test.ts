import assert from 'node:assert/strict';
import { test } from 'node:test';
import { returnPath } from './return-path.ts';

test('the page that was asked for is gone back to', () => {
  for (const path of [
    '/meja',
    '/meja?daftar=semua&cari=rapat',
    '/meja/permohonan/KLT-2026-7F3K9Q',
    '/meja/kelola/petugas',
  ])
    assert.equal(returnPath(path), path);
});

test('anything else leads to the queue, above all another site', () => {
  const refused = [
    'https://contoh.example/meja',
    '//contoh.example/meja',
    '/meja//contoh.example',
    '/meja/\\contoh.example',
    '/meja\n/x',
    '/mejalain',
    '/klaten',
    '/meja/masuk?ke=/meja/masuk',
    '/meja/keluar',
    '',
    undefined,
    ['/meja'],
    `/meja?${'x'.repeat(600)}`,
  ];
  for (const path of refused) assert.equal(returnPath(path), '/meja', String(path));
});
