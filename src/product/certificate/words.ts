import type { Words } from '../../ground/index.ts';
import { formatDate } from '../../working-time/index.ts';
import type { DeliveredWords, Fact } from '../contract.ts';
import type { CertificateEvidence, CertificatePlan } from './model.ts';

/** Stands on everything that the built-in authority certifies (UU 11/2008 art. 13: only a certification authority may). */
export const TRIAL_MARK = 'Percobaan – bukan TTE tersertifikasi';

const issuers: Readonly<Record<CertificateEvidence['issuer'], Words>> = {
  bsre: { id: 'Balai Sertifikasi Elektronik (BSrE), BSSN', en: 'Balai Sertifikasi Elektronik (BSrE), BSSN' },
  trial: { id: TRIAL_MARK, en: 'Trial – not a certified electronic signature' },
};

const purposes: Readonly<Record<CertificatePlan['purpose'], Words>> = {
  first: { id: 'Sertifikat pertama', en: 'A first certificate' },
  again: {
    id: 'Penerbitan ulang; sertifikat lama tetap berlaku sampai berakhir atau dicabut',
    en: 'A new issue; an old certificate stays valid until it ends or is revoked',
  },
};

const statuses: Readonly<Record<CertificateEvidence['status'], Words>> = {
  waiting: { id: 'Menunggu Anda membuat frasa sandi', en: 'Waits for you to choose a passphrase' },
  issued: { id: 'Terbit', en: 'Issued' },
};

const fact = (id: string, en: string, value: string | Words | null): readonly Fact[] =>
  value === null ? [] : [{ label: { id, en }, value }];

/**
 * A fact that overseers read too. The serial number is none of these: it stands beside its owner's name in every file they sign, so it
 * leads to them; nor is the guidance, which says who gave it.
 */
const open = (id: string, en: string, value: string | Words | null): readonly Fact[] =>
  fact(id, en, value).map((one) => ({ ...one, namesNobody: true }));

/** Last digits, as they may be shown. */
export const hiddenNik = (ends: string): string => `············${ends}`;

export const describePlan = (plan: CertificatePlan): readonly Fact[] => [
  ...fact('Atas nama', 'In the name of', plan.holder),
  ...fact('NIK', 'NIK', hiddenNik(plan.nik.slice(-4))),
  ...fact('Jabatan', 'Position', plan.position),
  ...fact('Instansi', 'Organisation', plan.organisation),
  ...fact('Undangan BSrE dikirim ke', "BSrE's invitation goes to", plan.email),
  ...fact('Keperluan', 'Purpose', purposes[plan.purpose]),
  ...(plan.record ? recorded(plan.record) : []),
];

/** For the applicant: what it is, how it is used, what to do when it ends. */
export function describeEvidence(evidence: CertificateEvidence): DeliveredWords {
  const { validUntil } = evidence;
  return {
    facts: [
      ...open('Penerbit', 'Issuer', issuers[evidence.issuer]),
      ...fact('Atas nama', 'In the name of', evidence.holder),
      ...fact('NIK', 'NIK', hiddenNik(evidence.nikEnds)),
      // A trial certificate goes on changing here, by its owner's hand: its own page says how it stands.
      ...open('Status', 'Status', evidence.issuer === 'trial' ? null : statuses[evidence.status]),
      ...recorded(evidence),
    ],
    use: uses[evidence.issuer],
    end: {
      id: 'Ajukan penerbitan ulang mulai 90 hari sebelum masa berlaku habis. Lupa frasa sandi, atau ada yang mengetahuinya? Minta sertifikat dicabut dan diterbitkan ulang; frasa sandi tidak dapat dibaca siapa pun.',
      en: 'Ask for a new one from 90 days before it ends. Forgot the passphrase, or somebody learnt it? Ask to have the certificate revoked and issued anew; nobody can read the passphrase.',
    },
    ...(validUntil !== null && { endsOn: Temporal.PlainDate.from(validUntil) }),
  };
}

type Recorded = Pick<CertificateEvidence, 'serial' | 'validFrom' | 'validUntil' | 'guidance'>;

const recorded = ({ serial, validFrom, validUntil, guidance }: Recorded): readonly Fact[] => [
  ...fact('Nomor seri', 'Serial number', serial),
  ...open('Berlaku sejak', 'Valid from', dayWords(validFrom)),
  ...open('Berlaku sampai', 'Valid until', dayWords(validUntil)),
  ...fact('Bimbingan', 'Guidance session', guidance && guided(guidance)),
];

/** A date as people write it; `2026-11-22` as it is kept. */
const dayWords = (date: string | null): Words | null =>
  date === null ? null : { id: formatDate(date, 'id'), en: formatDate(date, 'en') };

const guided = ({ on, by }: { on: string; by: string }): Words => ({
  id: `${formatDate(on, 'id')}, ${by}`,
  en: `${formatDate(on, 'en')}, ${by}`,
});

const uses: Readonly<Record<CertificateEvidence['issuer'], readonly Words[]>> = {
  bsre: [
    {
      id: 'Buka surel dari BSrE dan buat frasa sandi Anda sendiri.',
      en: 'Open the e-mail from BSrE and choose your passphrase yourself.',
    },
    {
      id: 'Ketik frasa sandi hanya saat menandatangani. Jangan berikan kepada siapa pun, juga bukan kepada petugas.',
      en: 'Type the passphrase only when you sign. Give it to nobody, not even to an officer.',
    },
    {
      id: 'Periksa dokumen yang ditandatangani di tte.komdigi.go.id atau di halaman verifikasi portal ini.',
      en: 'Verify signed documents at tte.komdigi.go.id or on the verification page of this portal.',
    },
  ],
  trial: [
    {
      id: 'Buka halaman permohonan ini dan buat frasa sandi Anda sendiri.',
      en: 'Open the page of this request and choose your passphrase yourself.',
    },
    {
      id: `Coba tanda tangani sebuah PDF. Hasilnya bertuliskan "${TRIAL_MARK}" dan tidak mengikat siapa pun.`,
      en: `Try to sign a PDF. The result says "${TRIAL_MARK}" and binds nobody.`,
    },
  ],
};
