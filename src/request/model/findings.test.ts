/** Which findings speak against going on: a denial, where the step could have refused. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allHomes } from '../../../test/support/letter-case.ts';
import { findingsAgainst } from './findings.ts';

const homes = await allHomes();
const against = (
  service: string,
  step: string,
  answers: Readonly<Record<string, string>>,
): readonly string[] => {
  const found = homes
    .find((home) => home.service.id === service)
    ?.service.steps.find(({ id }) => id === step);
  assert.ok(found, `${service} ${step}`);
  return findingsAgainst(found, answers).map(({ field }) => field);
};

describe('a finding against going on', () => {
  it('is an identity that does not agree, or information that the office does not hold', () => {
    const identity = 'kecocokan-identitas';
    assert.deepEqual(against('tanda-tangan-elektronik', 'verifikasi', { [identity]: 'tidak-cocok' }), [
      identity,
    ]);
    assert.deepEqual(against('tanda-tangan-elektronik', 'verifikasi', { [identity]: 'cocok' }), []);
    assert.deepEqual(against('tanda-tangan-elektronik', 'verifikasi', {}), []);
    assert.deepEqual(against('informasi-publik', 'keputusan', { penguasaan: 'tidak-dikuasai' }), [
      'penguasaan',
    ]);
  });

  it('is none where the next one decides by it, nor a plain "no" to a question', () => {
    assert.deepEqual(against('aplikasi', 'analisis', { rekomendasi: 'tidak-setuju' }), []);
    assert.deepEqual(against('pengaduan-layanan', 'penanganan', { terbukti: 'tidak-terbukti' }), []);
    assert.deepEqual(against('insiden-siber', 'verifikasi', { 'data-pribadi': 'tidak' }), []);
  });
});
