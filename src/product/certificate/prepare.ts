import { ok, refused } from '../../ground/index.ts';
import type { FieldFault, Result, Words } from '../../ground/index.ts';
import type { PlanInput } from '../contract.ts';
import { portalEvidence } from './by-hand/evidence.ts';
import type { CertificateOrder, CertificatePlan, CertificateSettings, Purpose } from './model.ts';

/** Words by which standards ask; a new standard says `first` or `again`, or its word is added here. */
const purposes: Readonly<Record<string, Purpose>> = {
  first: 'first',
  'pendaftaran-baru': 'first',
  'penerbitan-baru': 'first',
  again: 'again',
  'penerbitan-ulang': 'again',
  perpanjangan: 'again',
};

type Rule = (order: CertificateOrder) => boolean;

const rules: readonly (readonly [keyof CertificateOrder, Rule, Words])[] = [
  [
    'holder',
    ({ holder }) => (holder?.length ?? 0) >= 2 && (holder?.length ?? 0) <= 120,
    {
      id: 'Isi nama lengkap seperti pada KTP, paling banyak 120 huruf.',
      en: 'Enter the full name as on the identity card, at most 120 letters.',
    },
  ],
  [
    'nik',
    ({ nik }) => /^\d{16}$/.test(nik?.replaceAll(/[\s.-]/g, '') ?? ''),
    {
      id: 'Isi NIK, 16 angka. BSrE mengenal pemohon dengan NIK.',
      en: 'Enter the NIK, 16 digits. BSrE knows applicants by it.',
    },
  ],
  [
    'email',
    ({ email }) => !email || /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(email),
    {
      id: 'Isi alamat surel, misalnya "nama@klungkungkab.go.id".',
      en: 'Enter an e-mail address, for example "nama@klungkungkab.go.id".',
    },
  ],
  [
    'purpose',
    ({ purpose }) => !purpose || Object.hasOwn(purposes, purpose),
    {
      id: `Pilih keperluan: ${Object.keys(purposes).join(', ')}.`,
      en: `Choose a purpose: ${Object.keys(purposes).join(', ')}.`,
    },
  ],
];

/** The plan of a certificate, or what is wrong with the order, by field. Pure. */
export function prepareCertificate({
  order,
  settings,
  record,
}: PlanInput<CertificateOrder, CertificateSettings>): Result<CertificatePlan> {
  const fields = rules.flatMap(([path, holds, words]): FieldFault[] =>
    holds(order) ? [] : [{ path, words }],
  );
  if (fields.length > 0)
    return refused(
      'invalid',
      'certificate-order',
      { id: 'Perbaiki isian ini.', en: 'Put this right.' },
      fields,
    );
  const known = record && recordedSoFar(order, record);
  if (known && !known.ok) return known;
  return ok({
    holder: order.holder ?? '',
    nik: (order.nik ?? '').replaceAll(/\D/g, ''),
    email: order.email || null,
    position: order.position || null,
    organisation: settings.organisation,
    purpose: purposes[order.purpose || 'first'] ?? 'first',
    ...(known && { record: known.value }),
  });
}

/** Until the last day is filled in nobody has seen the certificate: what was checked before is no record of it yet. */
function recordedSoFar(
  order: CertificateOrder,
  record: Readonly<Record<string, unknown>>,
): Result<NonNullable<CertificatePlan['record']> | null> {
  if (!record['validUntil']) return ok(null);
  const read = portalEvidence(order, record);
  if (!read.ok) return read;
  const { serial, validFrom, validUntil, guidance } = read.value;
  return ok({ serial, validFrom, validUntil, guidance });
}
