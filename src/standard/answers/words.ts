import type { Words } from '../../ground/index.ts';

const words = (id: string, en: string): Words => ({ id, en });

/** What an applicant or official reads when an answer is not accepted: what is wrong and how to put it right. */
export const answerWords = {
  required: words('Isi bagian ini.', 'Fill in this part.'),
  choose: words('Pilih salah satu.', 'Choose one.'),
  notText: words('Isi dengan teks.', 'Write a text.'),
  lines: words('Tulis dalam satu baris.', 'Write it on one line.'),
  control: words(
    'Ada tanda yang tidak dapat dibaca. Ketik ulang isinya.',
    'There is a character that cannot be read. Type it again.',
  ),
  tooLong: (most: number): Words =>
    words(`Paling banyak ${most} huruf. Ringkas isinya.`, `At most ${most} characters. Shorten it.`),
  nikDigits: words(
    'NIK terdiri atas 16 angka. Periksa kembali pada KTP Anda.',
    'A NIK has 16 digits. Check it on your KTP.',
  ),
  nikRegion: words(
    'Enam angka pertama NIK bukan kode wilayah. Periksa kembali pada KTP Anda.',
    'The first six digits of the NIK are no region code. Check it on your KTP.',
  ),
  nikDate: words(
    'Tanggal lahir di dalam NIK (angka ke-7 sampai ke-12) tidak ada di kalender. Periksa kembali.',
    'The birth date inside the NIK (digits 7 to 12) does not exist. Check it again.',
  ),
  nikSerial: words(
    'Empat angka terakhir NIK tidak boleh 0000. Periksa kembali.',
    'The last four digits of a NIK are never 0000. Check it again.',
  ),
  phone: words(
    'Tulis nomor telepon lengkap, misalnya 0812 3456 7890.',
    'Write a full phone number, such as 0812 3456 7890.',
  ),
  email: words(
    'Tulis alamat email lengkap, misalnya nama@contoh.go.id.',
    'Write a full e-mail address, such as name@example.go.id.',
  ),
  withoutDomain: words('Tulis bagian sebelum @ saja.', 'Write only the part before the @.'),
  date: words('Isi tanggal yang ada di kalender.', 'Enter a date that exists.'),
  past: words(
    'Tanggalnya sudah lewat. Pilih hari ini atau sesudahnya.',
    'The date has passed. Choose today or later.',
  ),
  future: words(
    'Tanggalnya belum tiba. Pilih hari ini atau sebelumnya.',
    'The date has not come yet. Choose today or earlier.',
  ),
  timeRange: words('Isi tanggal, jam mulai, dan jam selesai.', 'Enter the date, the start and the end.'),
  time: words('Tulis jam seperti 09:00.', 'Write times like 09:00.'),
  order: words('Jam selesai harus sesudah jam mulai.', 'The end must be after the start.'),
  number: words('Isi dengan angka.', 'Enter a number.'),
  tooSmall: (least: string): Words => words(`Paling sedikit ${least}.`, `At least ${least}.`),
  tooLarge: (most: string): Words => words(`Paling banyak ${most}.`, `At most ${most}.`),
  whole: words('Isi dengan bilangan bulat.', 'Enter a whole number.'),
  decimals: (most: number): Words =>
    words(`Paling banyak ${most} angka di belakang koma.`, `At most ${most} decimal places.`),
  option: words('Pilih salah satu dari pilihan yang ada.', 'Choose one of the options given.'),
  agency: words(
    'Perangkat daerah ini tidak terdaftar. Pilih dari daftar.',
    'This agency is not listed. Choose one from the list.',
  ),
  unknown: words('Tidak ada pertanyaan dengan nama ini.', 'There is no question of this name.'),
  notAsked: words(
    'Pertanyaan ini tidak diajukan untuk jawaban Anda yang lain. Hapus isinya.',
    'This question is not asked with your other answers. Leave it out.',
  ),
  all: words('Ada isian yang perlu diperbaiki.', 'Some answers need correction.'),
  notObject: words('Jawaban harus berupa objek.', 'The answers must be an object.'),
} as const;
