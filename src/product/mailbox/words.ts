/** A mailbox told to people: to the official before, to the applicant afterwards. */
import type { Words } from '../../ground/index.ts';
import type { DeliveredWords, Fact } from '../contract.ts';
import type { MailboxEvidence, MailboxPlan } from './model.ts';

const gigabytes = (value: number): Fact['value'] => ({
  id: `${value.toLocaleString('id-ID')} GB`,
  en: `${value.toLocaleString('en-GB')} GB`,
});

const server = ({ host, port }: MailboxEvidence['imap']): string => `${host}:${port} (TLS)`;

const commonFacts = (shown: MailboxEvidence): readonly Fact[] => [
  { label: { id: 'Alamat', en: 'Address' }, value: shown.address },
  { label: { id: 'Kapasitas', en: 'Capacity' }, value: gigabytes(shown.quotaGb), namesNobody: true },
];

function servers({ imap, submission, webmail }: MailboxEvidence): readonly Fact[] {
  const named = [
    { label: { id: 'Server baca (IMAP)', en: 'Reading (IMAP)' }, value: server(imap) },
    { label: { id: 'Server kirim (SMTP)', en: 'Sending (SMTP)' }, value: server(submission) },
    ...(webmail === null ? [] : [{ label: { id: 'Webmail', en: 'Webmail' }, value: webmail }]),
  ];
  return named.map((fact) => ({ ...fact, namesNobody: true }));
}

export const describeMailboxPlan = (plan: MailboxPlan): readonly Fact[] => [
  ...commonFacts(plan),
  { label: { id: 'Pemilik', en: 'Owner' }, value: plan.owner },
  {
    label: { id: 'Kata sandi pertama', en: 'First password' },
    value: {
      id: 'Dibuat otomatis; hanya pemohon yang membukanya, satu kali.',
      en: 'Made automatically; only the applicant opens it, once.',
    },
  },
];

/** How to sign in; where there is a webmail, passwords are changed there. Mail programs cannot change one. */
const byMailProgram: readonly Words[] = [
  {
    id: 'Tambahkan akun di program surat Anda dengan server di atas. Nama pengguna adalah alamat lengkap.',
    en: 'Add the account to your mail program with the servers above. The user name is the whole address.',
  },
];

const byWebmail = (webmail: string): readonly Words[] => [
  {
    id: `Masuk di ${webmail} dengan alamat lengkap sebagai nama pengguna.`,
    en: `Sign in at ${webmail} with the whole address as user name.`,
  },
  {
    id: 'Ganti kata sandi itu saat pertama kali masuk.',
    en: 'Change that password when you first sign in.',
  },
];

export function describeMailbox(shown: MailboxEvidence): DeliveredWords {
  const { webmail, keepDays } = shown;
  const signIn = webmail === null ? byMailProgram : byWebmail(webmail);
  return {
    facts: [...commonFacts(shown), ...servers(shown)],
    use: [
      {
        id: 'Buka kata sandi pertama di halaman ini. Kata sandi itu hanya tampil satu kali.',
        en: 'Open the first password on this page. It is shown only once.',
      },
      ...signIn,
    ],
    end: {
      id: `Bila akun tidak dipakai lagi, minta penutupan. Akun langsung terkunci; suratnya disimpan ${keepDays} hari, lalu dapat dihapus.`,
      en: `When the account is no longer needed, ask for it to be closed. It is locked at once; its mail is kept for ${keepDays} days and may then be deleted.`,
    },
  };
}
