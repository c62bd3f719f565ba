import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStaffCount } from './staffing.ts';

const counts: readonly (readonly [string, number | null])[] = [
  ['3 (tiga) orang', 3],
  ['Dua orang perangkat desa', 2],
  ['2 pekerja sosial dan 1 staf administrasi', 3],
  ['Front office 2 orang; back office 3 orang', 5],
  ['5 orang; ketua 1 orang, anggota 4 orang', 5],
  ['18 orang, terdiri dari 6 petugas loket dan 12 petugas arsip', 18],
  ['Total 9 orang (5 penguji, 4 administrasi)', 9],
  ['Satu regu terdiri atas 8 orang; 3 regu = 24 orang', 24],
  ['Regu 3 orang x 3 regu', 9],
  ['3 regu x 8 (delapan) orang', 24],
  ['2 orang x 8 jam', 2],
  ['3-5 orang', null],
  ['3 sampai dengan 5 orang', null],
  ['2 dokter umum, 5 perawat dan 1 bidan', 8],
  ['Sesuai kebutuhan', null],
  ['1 (satu) orang dokter dan 1 (satu) orang petugas administrasi', 2],
  ['2 (dua) orang verifikator, 2 (dua) orang operator', 4],
  ['3 orang petugas loket, 1 orang verifikator, 2 orang pencetak', 6],
  ['5 orang petugas; 2 orang loket, 3 orang verifikator', 5],
];

for (const [text, count] of counts) test(`staff: ${text}`, () => assert.equal(readStaffCount(text), count));
