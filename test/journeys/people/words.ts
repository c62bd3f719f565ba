/** Words of the pages that belong to no service, as people look for them; by hand, so that a lost translation is seen. */
import type { Words } from '../stories/types.ts';

export type Lang = keyof Words;

const both = {
  skip: { id: 'Langsung ke isi halaman', en: 'Skip to the content' },
  search: { id: 'Cari layanan', en: 'Search for a service' },
  find: { id: 'Cari', en: 'Search' },
  apply: { id: 'Ajukan permohonan', en: 'Apply now' },
  goOn: { id: 'Lanjutkan', en: 'Continue' },
  send: { id: 'Kirim permohonan', en: 'Send the request' },
  follow: { id: 'Lihat perkembangannya', en: 'Follow its progress' },
  optional: { id: '(tidak wajib)', en: '(optional)' },
  day: { id: 'Tanggal', en: 'Day' },
  month: { id: 'Bulan', en: 'Month' },
  year: { id: 'Tahun', en: 'Year' },
  from: { id: 'Dari pukul', en: 'From' },
  to: { id: 'Sampai pukul', en: 'Until' },
  number: { id: 'Nomor permohonan', en: 'Request number' },
  key: { id: 'Kunci pelacakan', en: 'Tracking key' },
  track: { id: 'Lihat permohonan', en: 'See the request' },
  timeLeft: { id: 'Sisa waktu kami', en: 'Time we have left' },
  delivered: { id: 'Yang Anda terima', en: 'What you receive' },
  inTime: { id: 'dalam waktu yang dijanjikan', en: 'within the promised time' },
  promise: { id: 'Waktu yang dijanjikan', en: 'Promised time' },
  bring: { id: 'Yang perlu disiapkan', en: 'What to have ready' },
  procedure: { id: 'Jalannya permohonan', en: 'How it goes' },
  youApply: { id: 'Anda mengajukan', en: 'You apply' },
  product: { id: 'Yang Anda dapat', en: 'What you get' },
  fee: { id: 'Biaya', en: 'Fee' },
  free: { id: 'Gratis.', en: 'Free of charge.' },
  who: { id: 'Siapa yang boleh mengajukan', en: 'Who may apply' },
  today: { id: 'hari ini', en: 'today' },
  secret: { id: 'Buka sekarang, satu kali', en: 'Open it now, once' },
  secretIs: { id: 'Ini rahasia Anda', en: 'This is your secret' },
} as const satisfies Readonly<Record<string, Words>>;

/** What stands on the page for a thing, in the language of whoever reads. */
export const said = (thing: keyof typeof both, lang: Lang): string => both[thing][lang];

/** Kinds of applicants, as the service page lists them. */
export const applicants = {
  citizen: { id: 'Warga', en: 'Citizens' },
  'legal-body': { id: 'Badan hukum atau organisasi', en: 'Legal bodies and organisations' },
  official: { id: 'Pegawai pemerintah (ASN)', en: 'Government officials (ASN)' },
  agency: { id: 'Perangkat daerah', en: 'Government agencies' },
  'village-government': { id: 'Pemerintah desa', en: 'Village governments' },
} as const satisfies Readonly<Record<string, Words>>;
