/** A DNS name told to people: to the official before, to the applicant afterwards. */
import type { DeliveredWords, Fact } from '../contract.ts';
import type { DnsNamePlan } from './model.ts';

const facts = ({ name, records }: DnsNamePlan): readonly Fact[] => [
  { label: { id: 'Nama', en: 'Name' }, value: name, namesNobody: true },
  ...records.map(({ type, value }): Fact => ({
    label: { id: `Menunjuk ke (${type})`, en: `Points at (${type})` },
    value,
    // A text may say anything.
    ...(type === 'TXT' ? {} : { namesNobody: true }),
  })),
];

export const describeDnsNamePlan = (plan: DnsNamePlan): readonly Fact[] => [
  ...facts(plan),
  {
    label: { id: 'Jawaban disimpan', en: 'Answers are kept' },
    value: { id: `${plan.ttl} detik`, en: `${plan.ttl} seconds` },
    namesNobody: true,
  },
];

export const describeDnsName = (shown: DnsNamePlan): DeliveredWords => ({
  facts: facts(shown),
  use: shown.records.every(({ type }) => type === 'TXT') ? useText(shown) : useSite(shown),
  end: {
    id: 'Bila tidak dipakai lagi, minta penghapusan nama ini. Nama yang menunjuk ke server yang sudah tidak ada dapat dibajak orang lain.',
    en: 'When it is no longer used, ask for this name to be removed. A name that points at a server that is gone can be taken over by others.',
  },
});

const useSite = ({ name, ttl }: DnsNamePlan): DeliveredWords['use'] => [
  {
    id: `Buka https://${name} di peramban. Perubahan dapat memerlukan ${hours(ttl).id} untuk terlihat di semua tempat.`,
    en: `Open https://${name} in a browser. It may take ${hours(ttl).en} until a change is seen everywhere.`,
  },
  {
    id: 'Pastikan server yang dituju melayani nama ini dan punya sertifikat TLS untuknya.',
    en: 'See that the server it points at serves this name and has a TLS certificate for it.',
  },
];

const useText = ({ name, ttl }: DnsNamePlan): DeliveredWords['use'] => [
  {
    id: `Minta layanan yang memerlukan teks ini memeriksa ${name}. Perubahan dapat memerlukan ${hours(ttl).id} untuk terlihat di semua tempat.`,
    en: `Let the service that needs this text look at ${name}. It may take ${hours(ttl).en} until a change is seen everywhere.`,
  },
];

function hours(seconds: number): { id: string; en: string } {
  const count = Math.max(1, Math.ceil(seconds / 3600));
  return { id: `sampai ${count} jam`, en: count === 1 ? 'up to one hour' : `up to ${count} hours` };
}
