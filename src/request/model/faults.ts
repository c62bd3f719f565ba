import { refused } from '../../ground/index.ts';
import type { FaultKind, Words } from '../../ground/index.ts';

/** What the life of a request may answer instead of entries. */
const table = {
  'letter-closed': [
    'conflict',
    'Surat ini sudah terbit atau sudah batal.',
    'This letter was issued already, or is void.',
  ],
  ended: [
    'conflict',
    'Permohonan ini sudah selesai; tidak ada lagi yang dapat dilakukan.',
    'This request has ended; nothing more can be done to it.',
  ],
  'not-yours': [
    'forbidden',
    'Langkah ini bukan wewenang jabatan Anda hari ini.',
    'This step is not for any position you hold today.',
  ],
  'not-open': [
    'conflict',
    'Tindakan ini tidak terbuka pada langkah sekarang. Muat ulang halaman untuk melihat keadaan terakhir.',
    'This action is not open at the current step. Reload the page to see where the request stands.',
  ],
  'waiting-applicant': [
    'conflict',
    'Permohonan sedang menunggu pemohon.',
    'The request is waiting for the applicant.',
  ],
  'waiting-superior': [
    'conflict',
    'Permintaan kelengkapan kedua sedang menunggu persetujuan atasan.',
    'A second demand for documents is waiting for the superior.',
  ],
  'not-returned': [
    'conflict',
    'Permohonan ini tidak sedang menunggu kelengkapan dari Anda.',
    'This request is not waiting for anything from you.',
  ],
  'competence-missing': [
    'forbidden',
    'Standar pelayanan mensyaratkan kompetensi yang tidak Anda miliki hari ini: %.',
    'The standard requires a competence you do not hold today: %.',
  ],
  'checklist-incomplete': [
    'invalid',
    'Berkas belum dapat dinyatakan lengkap. Centang semua butir, atau kembalikan kepada pemohon: %.',
    'The file cannot be found complete yet. Tick every item, or return it to the applicant: %.',
  ],
  'unknown-checklist-item': [
    'invalid',
    'Butir daftar periksa tidak dikenal: %.',
    'Unknown checklist item: %.',
  ],
  'missing-empty': [
    'invalid',
    'Sebutkan semua yang kurang, sekaligus.',
    'Name everything that is missing, all at once.',
  ],
  'unknown-missing': [
    'invalid',
    'Butir yang kurang tidak dikenal: %.',
    'Unknown item in the list of what is missing: %.',
  ],
  'addressee-missing': [
    'invalid',
    'Pilih kepada siapa permohonan didisposisikan.',
    'Choose to whom the request is handed on.',
  ],
  'addressee-unknown': [
    'invalid',
    'Tujuan disposisi tidak diperbolehkan standar: %.',
    'The standard does not allow this addressee: %.',
  ],
  'addressee-one': ['invalid', 'Pilih satu tujuan disposisi saja.', 'Choose one addressee only.'],
  'evidence-missing': ['invalid', 'Sertakan bukti penyerahan: %.', 'Give evidence of the delivery: %.'],
  'evidence-kind': [
    'invalid',
    'Jenis bukti ini tidak berlaku pada langkah ini: %.',
    'This kind of evidence is not for this step: %.',
  ],
  'ground-unknown': [
    'invalid',
    'Pilih dasar penolakan dari daftar.',
    'Choose a ground of refusal from the list.',
  ],
  'no-extension': [
    'conflict',
    'Waktu tidak dapat diperpanjang lagi menurut standar.',
    'The standard allows no (further) extension.',
  ],
  'extension-too-late': [
    'conflict',
    'Tenggat sudah terlewati. Waktu hanya dapat diperpanjang sebelum tenggat.',
    'The deadline has passed. Time can be extended only before it has.',
  ],
  'clock-stands': [
    'conflict',
    'Waktu sedang tidak berjalan, jadi tidak ada tenggat yang dapat diperpanjang.',
    'The clock is not running, so there is no deadline to extend.',
  ],
  'class-unknown': ['invalid', 'Pilih kelas dari daftar.', 'Choose a class from the list.'],
  'class-reason-missing': [
    'invalid',
    'Tulis alasan memilih kelas ini; pemohon membacanya.',
    'Write why this class was chosen; the applicant reads it.',
  ],
  'class-too-late': [
    'conflict',
    'Tenggat kelas sekarang sudah terlewati. Kelas yang waktunya lebih lama tidak dapat dipilih lagi.',
    'The deadline of the present class has passed. A class with more time can no longer be chosen.',
  ],
  'duty-unknown': ['conflict', 'Kewajiban itu tidak terbuka.', 'That duty is not open.'],
  'not-due': ['conflict', 'Tenggat belum terlewati.', 'The deadline has not passed.'],
  'being-delivered': [
    'conflict',
    'Produk layanan ini sedang dibuat oleh sistem. Tunggu hasilnya, atau urus penyerahan yang terhenti lebih dulu.',
    'The product is being made by the program. Wait for its outcome, or settle the delivery that stopped first.',
  ],
  'order-empty': ['invalid', 'Pilih apa yang akan diserahkan.', 'Choose what is to be delivered.'],
  'order-unknown': [
    'invalid',
    'Standar tidak memuat penyerahan ini: %.',
    'The standard has no such delivery: %.',
  ],
  'order-twice': ['conflict', 'Sudah dipesan atau sudah diserahkan: %.', 'Ordered or delivered already: %.'],
  'withdrawal-asked-already': [
    'conflict',
    'Pencabutannya sudah diminta; petugas sudah diberi tahu. Untuk menambah keterangan, kirim pesan.',
    'Its withdrawal was asked for already, and the officials know. To add something, send a message.',
  ],
  'delivery-unknown': [
    'conflict',
    'Penyerahan itu tidak (lagi) dalam keadaan yang mengizinkan ini. Muat ulang halaman.',
    'That delivery is not (any more) in a state that allows this. Reload the page.',
  ],
  'withdrawal-apart': [
    'invalid',
    'Produk ini diserahkan oleh jabatan yang berbeda. Cabut satu per satu.',
    'Different posts delivered these products. Withdraw them one by one.',
  ],
  unchanged: ['conflict', 'Tidak ada yang berubah.', 'Nothing changed.'],
} as const satisfies Record<string, readonly [FaultKind, string, string]>;

export type RequestFaultCode = keyof typeof table;

/** A refusal of this room; `%` in its words stands for `about`. */
export function refuse(code: RequestFaultCode, about = ''): ReturnType<typeof refused> {
  const [kind, id, en] = table[code];
  const words: Words = { id: id.replace('%', () => about), en: en.replace('%', () => about) };
  return refused(kind, code, words);
}
