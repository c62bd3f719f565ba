/** A hosting account told to people: to the official before, to the applicant afterwards. */
import type { DeliveredWords, Fact } from '../contract.ts';
import type { HostingPlan } from './model.ts';

const reach = ({ server, protocol, port }: HostingPlan): string =>
  `${server}, ${protocol === 'sftp' ? 'SFTP' : 'FTPS'}, port ${port}`;

const facts = (plan: HostingPlan): readonly Fact[] => [
  { label: { id: 'Situs', en: 'Site' }, value: `https://${plan.domain}/`, namesNobody: true },
  { label: { id: 'Nama akun', en: 'Account name' }, value: plan.account },
  {
    label: { id: 'Kapasitas', en: 'Capacity' },
    value: {
      id: `${plan.quotaGb.toLocaleString('id-ID')} GB`,
      en: `${plan.quotaGb.toLocaleString('en-GB')} GB`,
    },
    namesNobody: true,
  },
  { label: { id: 'Server berkas', en: 'File server' }, value: reach(plan), namesNobody: true },
];

export const describeHostingPlan = (plan: HostingPlan): readonly Fact[] => [
  ...facts(plan),
  {
    label: { id: 'Kata sandi pertama', en: 'First password' },
    value: {
      id: 'Dibuat otomatis; hanya pemohon yang membukanya, satu kali.',
      en: 'Made automatically; only the applicant opens it, once.',
    },
  },
];

export const describeHosting = (shown: HostingPlan): DeliveredWords => ({
  facts: facts(shown),
  use: [
    {
      id: 'Buka kata sandi pertama di halaman ini. Kata sandi itu hanya tampil satu kali.',
      en: 'Open the first password on this page. It is shown only once.',
    },
    {
      id: `Kirim berkas situs dengan program seperti FileZilla atau WinSCP: ${reach(shown)}, dengan nama akun dan kata sandi itu.`,
      en: `Send the site's files with a program such as FileZilla or WinSCP: ${reach(shown)}, with the account name and that password.`,
    },
    {
      id: 'Ganti halaman awal index.html dengan halaman Anda.',
      en: 'Replace the first page, index.html, with your own.',
    },
  ],
  end: {
    id: `Bila situs tidak dipakai lagi, minta penutupan. Akun langsung terkunci dan situs tidak tampil; berkasnya disimpan ${shown.keepDays} hari, lalu dapat dihapus.`,
    en: `When the site is no longer used, ask for it to be closed. The account is locked at once and the site no longer shown; its files are kept for ${shown.keepDays} days and may then be deleted.`,
  },
});
