/**
 * Words of the street for words of the office: people type the left one, standards say one of the right ones. A word
 * that only one service goes by belongs among the `keywords` of its own standard.
 */
const EVERYDAY: Readonly<Record<string, readonly string[]>> = {
  lemot: ['lambat'],
  lelet: ['lambat'],
  lola: ['lambat'],
  pelan: ['lambat'],
  rusak: ['gangguan'],
  mati: ['gangguan'],
  putus: ['gangguan'],
  error: ['gangguan'],
  bikin: ['pembuatan', 'pembangunan'],
  dinas: ['resmi'],
  kantor: ['instansi'],
  opd: ['instansi'],
  skpd: ['instansi'],
  web: ['website', 'situs'],
  laman: ['website', 'situs'],
  surel: ['email'],
  posel: ['email'],
  ttd: ['tte', 'tanda', 'tangan'],
  tekenan: ['tanda', 'tangan'],
  hack: ['peretasan'],
  dihack: ['peretasan'],
  diretas: ['peretasan'],
  dibobol: ['peretasan', 'kebocoran'],
  bocor: ['kebocoran'],
  komplain: ['keluhan', 'pengaduan'],
  protes: ['keluhan', 'keberatan'],
  banding: ['keberatan'],
  ditolak: ['keberatan'],
  lapor: ['laporan', 'pengaduan'],
  pinjam: ['peminjaman'],
  sewa: ['peminjaman'],
  meeting: ['rapat'],
  wifi: ['internet', 'jaringan'],
  sinyal: ['internet', 'jaringan'],
  kuota: ['bandwidth'],
  app: ['aplikasi'],
  program: ['aplikasi'],
  hilang: ['kehilangan'],
  ilang: ['kehilangan'],
};

/** What the office says for a word as people say it; nothing for most. */
export const officeWords = (word: string): readonly string[] =>
  Object.hasOwn(EVERYDAY, word) ? (EVERYDAY[word] ?? []) : [];
