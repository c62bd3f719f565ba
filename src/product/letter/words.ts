/** Single words of letters in both languages. Pure. */
import type { Words } from '../../ground/index.ts';
import type { Nature, Slot } from './model.ts';

/** Said where a fact is not known: nothing is invented, and nobody takes a gap for a mistake of printing. */
export const NOT_RECORDED: Words = { id: '(tidak tercatat)', en: '(not recorded)' };

export const natureWords: Readonly<Record<Nature, Words>> = {
  biasa: { id: 'Biasa', en: 'Ordinary' },
  segera: { id: 'Segera', en: 'Urgent' },
  'amat-segera': { id: 'Amat segera', en: 'Most urgent' },
  terbatas: { id: 'Terbatas', en: 'Restricted' },
  rahasia: { id: 'Rahasia', en: 'Confidential' },
};

/** Labels of facts that stand in a table; the others only stand in sentences. */
export const factLabels: Readonly<Partial<Record<Slot, Words>>> = {
  request: { id: 'Nomor permohonan', en: 'Number of the request' },
  service: { id: 'Layanan', en: 'Service' },
  applicant: { id: 'Pemohon', en: 'Applicant' },
  received: { id: 'Diterima', en: 'Received' },
  product: { id: 'Produk layanan', en: 'Product' },
  promise: { id: 'Jangka waktu', en: 'Promised time' },
  due: { id: 'Paling lambat', en: 'Done by' },
  agenda: { id: 'Nomor agenda', en: 'Agenda number' },
  letterNumber: { id: 'Nomor surat', en: 'Number of the letter' },
  letterDate: { id: 'Tanggal surat', en: 'Date of the letter' },
  matter: { id: 'Perihal', en: 'Matter' },
};

/** What stands on every sheet around its parts. */
export const sheetWords = {
  number: { id: 'Nomor', en: 'Number' },
  nature: { id: 'Sifat', en: 'Nature' },
  attachments: { id: 'Lampiran', en: 'Attachments' },
  subject: { id: 'Hal', en: 'Subject' },
  to: { id: 'Yth.', en: 'To' },
  copies: { id: 'Tembusan:', en: 'Copies to:' },
  receiver: { id: 'Yang menerima,', en: 'Received by,' },
  giver: { id: 'Yang menyerahkan,', en: 'Handed over by,' },
  at: { id: 'di tempat', en: '' },
  none: { id: '-', en: '-' },
  draft: { id: 'Konsep – belum bernomor', en: 'Draft – not numbered' },
  undecided: { id: 'Konsep – belum diputus', en: 'Draft – not decided' },
  overtaken: { id: 'Konsep – tidak dipakai', en: 'Draft – not to be used' },
  translation: {
    id: 'Terjemahan',
    en: 'Translation – the letter in Indonesian is the official one',
  },
  void: { id: 'BATAL – surat ini tidak berlaku', en: 'VOID – this letter does not count' },
  check: { id: 'Periksa keaslian surat ini di', en: 'Check this letter at' },
  bsre: {
    id: 'Dokumen ini ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE, BSSN.',
    en: 'The Indonesian letter is signed electronically with a certificate issued by BSrE, BSSN.',
  },
  qr: { id: 'Kode ke halaman verifikasi', en: 'Code of the verification page' },
} as const satisfies Readonly<Record<string, Words>>;

/** What a disposition says, on the screen and on paper. */
export const dispositionWords = {
  id: {
    from: 'Dari',
    on: 'Tanggal',
    to: 'Diteruskan kepada',
    instructions: 'Isi disposisi',
    note: 'Catatan',
  },
  en: { from: 'From', on: 'Date', to: 'Handed on to', instructions: 'Instructions', note: 'Note' },
} as const;

const NUMBERS: Readonly<Record<'id' | 'en', readonly string[]>> = {
  id: ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
};

/** The most attachments that are counted in words. */
export const MOST_ATTACHMENTS = 10;

/** Attachments are counted in words (Permendagri 1/2023): "dua berkas". */
export function attachmentWords(count: number, lang: 'id' | 'en'): string {
  if (count === 0) return sheetWords.none[lang];
  const number = NUMBERS[lang][count] ?? String(count);
  const word = lang === 'id' ? 'berkas' : count === 1 ? 'document' : 'documents';
  return `${number} ${word}`.replace(/^./, (first) => first.toUpperCase());
}
