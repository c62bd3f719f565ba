/** Who signs which letter: whom the standard names, else whose step it is about and those above them in the office. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allHomes } from '../../../test/support/letter-case.ts';
import type { Home } from '../../../test/support/letter-case.ts';
import { chartOf } from '../../people/index.ts';
import { letterKinds } from '../../standard/index.ts';
import type { LetterKind, Service } from '../../standard/index.ts';
import { postsSigning } from './may-sign.ts';

const homes = await allHomes();

const homeOf = (service: string): Home => {
  const found = homes.find((one) => one.service.id === service);
  assert.ok(found, service);
  return found;
};

const signing = (
  service: string,
  kind: LetterKind,
  { addressees = {}, signers }: { addressees?: Record<string, string[]>; signers?: Service['signers'] } = {},
): readonly string[] => {
  const home = homeOf(service);
  return postsSigning(kind, { ...home.service, signers }, addressees, chartOf(home.organisation));
};

describe('posts that sign', () => {
  it('the decision: who decides and those above them, nobody who only carries it out', () => {
    const posts = signing('ruang-rapat', 'granted');
    assert.ok(posts.includes('kasubbag-umum'), posts.join());
    assert.ok(posts.includes('kepala-dinas'), posts.join());
    assert.equal(posts[0], 'kepala-dinas', 'the head is proposed');
    assert.ok(!posts.includes('pengelola-ruang-rapat'), posts.join());
  });

  it('where the standard has a step that signs, its post and nobody below', () => {
    assert.deepEqual(signing('apresiasi-kerentanan', 'granted'), ['kepala-dinas']);
    // Of another office: the superior of the information officer decides on an objection (UU 14/2008 art. 36).
    assert.deepEqual(signing('keberatan-informasi', 'granted'), ['atasan-ppid']);
    const refusing = signing('keberatan-informasi', 'refused');
    assert.deepEqual([...refusing].toSorted(), ['atasan-ppid', 'ppid-utama']);
  });

  it('a demand for what is missing: who may demand it', () => {
    const posts = signing('informasi-publik', 'returned');
    assert.ok(posts.includes('petugas-ppid'), posts.join());
    assert.ok(signing('informasi-publik', 'granted').every((post) => post !== 'petugas-ppid'));
  });

  it('another office that a complaint was handed to signs none of this one’s letters', () => {
    const handed = { addressees: { penerusan: ['penghubung-dinas-kesehatan'] } };
    for (const kind of letterKinds)
      assert.ok(!signing('pengaduan', kind, handed).includes('penghubung-dinas-kesehatan'), kind);
  });

  it('whom the standard names signs that kind, and only they', () => {
    const signers = { granted: ['sekretaris-dinas'] };
    assert.deepEqual(signing('ruang-rapat', 'granted', { signers }), ['sekretaris-dinas']);
    assert.notDeepEqual(signing('ruang-rapat', 'refused', { signers }), ['sekretaris-dinas']);
  });

  it('every letter of every service has somebody to sign it, each once', () => {
    for (const { service } of homes)
      for (const kind of letterKinds) {
        const posts = signing(service.id, kind);
        assert.ok(posts.length > 0, `${service.id} ${kind}`);
        assert.equal(new Set(posts).size, posts.length);
      }
  });
});
