import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposeNames } from './propose-names.ts';

const DINI = 'Rekomendasi Penerbitan Izin Penyelenggaraan Pendidikan Anak Usia Dini';
const DASAR = 'Rekomendasi Penerbitan Izin Penyelenggaraan Pendidikan Sekolah Dasar';
const CUT = 'rekomendasi-penerbitan-izin-penyelenggaraan';
const there = (id: string, title: string) => ({ id, title: { id: title, en: title } });

test('services of one decree go by names of their own, also where long titles begin alike', () => {
  assert.deepEqual(proposeNames([DINI, DASAR, 'Layanan Konsultasi', '', '']), [
    { id: CUT, follows: null },
    { id: `${CUT}-2`, follows: null },
    { id: 'konsultasi', follows: null },
    { id: 'layanan', follows: null },
    { id: 'layanan-2', follows: null },
  ]);
});

test('a service is followed by the one that goes by all of its name, and by no other', () => {
  const services = [there(CUT, DINI), there('konsultasi', 'Konsultasi dan Aduan')];
  assert.deepEqual(proposeNames([DASAR, DINI.toUpperCase(), 'Standar Pelayanan Konsultasi'], services), [
    { id: `${CUT}-2`, follows: null },
    { id: CUT, follows: CUT },
    { id: 'konsultasi', follows: 'konsultasi' },
  ]);
});

test('letters with accents stay letters', () => {
  assert.equal(proposeNames(['Izin Kafé Baru'])[0]?.id, 'izin-kafe-baru');
});
