import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valueOf } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import { recordParts } from '../../standard/model.ts';
import type { CertificateEvidence } from './model.ts';
import { certificate } from './index.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const settings = { organisation: 'Pemerintah Kabupaten Klungkung' };
const order = { holder: 'Siti Contoh', nik: '3310 0101 0180 0001', purpose: 'penerbitan-ulang' };
const plan = valueOf(certificate.prepare({ order, settings, today }));

const record = {
  eligible: 'sudah',
  identityCard: 'sudah',
  recommendation: 'sudah',
  nikEnds: '0001',
  serial: '5a:3f 00 11 aa bb',
  validFrom: '2026-11-23',
  validUntil: '2028-11-22',
  guidanceOn: '2026-11-24',
  guidanceBy: 'I Made Contoh',
};

const byHand = (change: object = {}): Result<CertificateEvidence> => {
  const made = certificate.byHand?.(order, { ...record, ...change });
  assert.ok(made);
  return made;
};

describe('a plan', () => {
  it('is made of what the standards ask', () => {
    assert.deepEqual(plan, {
      holder: 'Siti Contoh',
      nik: '3310010101800001',
      email: null,
      position: null,
      organisation: 'Pemerintah Kabupaten Klungkung',
      purpose: 'again',
    });
    for (const purpose of ['pendaftaran-baru', 'penerbitan-baru', '', null])
      assert.equal(
        valueOf(certificate.prepare({ order: { ...order, purpose }, settings, today })).purpose,
        'first',
      );
  });

  it('takes over what was filled in of the certificate once its last day is known, by the rules of what is made by hand', () => {
    const prepared = (change: object) =>
      certificate.prepare({ order, settings, today, record: { ...record, ...change } });
    const known = valueOf(prepared({}));
    assert.deepEqual(known.record, {
      serial: '5A3F0011AABB',
      validFrom: '2026-11-23',
      validUntil: '2028-11-22',
      guidance: { on: '2026-11-24', by: 'I Made Contoh' },
    });
    assert.match(JSON.stringify(certificate.describePlan(known)), /22 November 2028/);
    assert.equal(valueOf(prepared({ validUntil: '', serial: '' })).record, null);
    const wrong = prepared({ validUntil: '2026-11-22' });
    assert.deepEqual(wrong.ok ? [] : wrong.fault.fields.map(({ path }) => path), ['validUntil']);
  });

  it('shows of the NIK only its end', () => {
    const shown = JSON.stringify(certificate.describePlan(plan));
    assert.ok(shown.includes('0001') && !shown.includes('010101800001'));
  });
});

describe('what an officer records of the work at the portal', () => {
  const wrong = (change: object): readonly string[] => {
    const made = byHand(change);
    return made.ok ? [] : made.fault.fields.map(({ path }) => path);
  };

  it('becomes evidence, without the NIK', () => {
    assert.deepEqual(certificate.evidence.parse(valueOf(byHand())), {
      issuer: 'bsre',
      holder: 'Siti Contoh',
      nikEnds: '0001',
      status: 'issued',
      serial: '5A3F0011AABB',
      validFrom: '2026-11-23',
      validUntil: '2028-11-22',
      guidance: { on: '2026-11-24', by: 'I Made Contoh' },
    } satisfies CertificateEvidence);
  });

  it('is refused while a part of the dossier was not checked', () => {
    for (const name of ['eligible', 'identityCard', 'recommendation'])
      for (const answer of ['', 'belum']) assert.deepEqual(wrong({ [name]: answer }), [name]);
  });

  it('is refused with digits, a serial number or dates that are none', () => {
    assert.deepEqual(wrong({ nikEnds: '3310010101800001' }), ['nikEnds']);
    assert.deepEqual(wrong({ serial: 'terlampir' }), ['serial']);
    assert.deepEqual(wrong({ validUntil: '2028-02-30' }), ['validUntil']);
    assert.deepEqual(wrong({ validUntil: '2026-11-22' }), ['validUntil']);
    assert.deepEqual(wrong({ guidanceOn: '', guidanceBy: '' }), []);
  });

  it('has a part for each that a standard may name, and an example that is taken', () => {
    const parts = recordParts.certificate ?? {};
    assert.deepEqual(Object.keys(parts).toSorted(), Object.keys(record).toSorted());
    const examples = Object.entries(parts).flatMap(([part, { example, types, required }]) => {
      if (example) return [[part, example(today)]];
      return required && types.includes('choice') ? [[part, 'sudah']] : [];
    });
    assert.deepEqual(certificate.byHand?.(order, Object.fromEntries(examples)).ok, true);
  });
});

describe('what the applicant is told', () => {
  const evidence = valueOf(byHand());

  it('says until when, how it is used and what comes then', () => {
    const { endsOn, use, end } = certificate.describeEvidence(evidence);
    assert.equal(endsOn?.toString(), '2028-11-22');
    assert.ok(use.some(({ id }) => id.includes('frasa sandi')));
    assert.match(end.id, /90 hari .* dicabut dan diterbitkan ulang/s);
  });

  it('names no end where the issuer told none', () => {
    assert.equal(certificate.describeEvidence({ ...evidence, validUntil: null }).endsOn, undefined);
  });
});
