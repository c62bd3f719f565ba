/** What people ask for, in their words: a beginning and where it is. Pure. */
import type { Random } from './random.ts';

const listed = (words: string): readonly string[] => words.trim().split(/,\s*/);

const PLACES = listed(`
  Bayat, Bobotsari, Cawas, Ceper, Dawan, Delanggu, Gantiwarno, Jatinom, Jogonalan, Juwiring,
  Kalikotes, Karanganom, Karangdowo, Kebonarum, Kemalang, Manisrenggo, Ngawen, Nusa Penida, Pedan,
  Polanharjo, Prambanan, Tanjung Palas, Trucuk, Tulung, Wedi, Wonosari`);

/** Beginnings by service; of a service that is not here the last list. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  'ruang-rapat': [
    'Rapat koordinasi operator sekolah',
    'Sosialisasi aplikasi persuratan',
    'Bimbingan teknis pengelola laman desa',
    'Rapat persiapan musrenbang',
    'Evaluasi kinerja triwulan',
    'Pembinaan pranata komputer',
    'Rapat tim penurunan stunting',
  ],
  pengaduan: [
    'Antrean kartu keluarga terlalu lama',
    'Lampu jalan padam sejak sebulan',
    'Jalan berlubang di depan pasar',
    'Sampah menumpuk dekat sekolah',
    'Petugas loket meminta biaya',
    'Saluran air tersumbat dan banjir',
    'Bantuan sosial tidak tepat sasaran',
  ],
  'informasi-publik': [
    'Anggaran perbaikan jalan',
    'Daftar penerima hibah',
    'Dokumen rencana tata ruang',
    'Laporan realisasi belanja dinas',
    'Hasil seleksi pengadaan barang',
    'Data jumlah penduduk miskin',
  ],
  'insiden-siber': [
    'Laman pendaftaran sekolah',
    'Laman resmi kecamatan',
    'Surel dinas mengirim pesan liar',
    'Server absensi terkunci',
    'Aplikasi perizinan tidak dapat dibuka',
  ],
  'penambahan-bandwidth': [
    'Ujian daring di laboratorium',
    'Rapat daring seluruh puskesmas',
    'Siaran langsung musyawarah',
    'Layanan antrean daring',
    'Unggah data pokok pendidikan',
  ],
  'kehilangan-stnk': ['AD 1', 'AD 2', 'AD 3', 'AD 4', 'AD 5', 'AD 6'],
  'apresiasi-kerentanan': [
    'https://pendaftaran.klaten.example',
    'https://izin.klaten.example',
    'https://absensi.klaten.example',
  ],
};

const GENERAL = [
  'Presensi pegawai',
  'Pendataan usaha kecil',
  'Surat-menyurat resmi',
  'Laman layanan masyarakat',
  'Arsip kependudukan',
  'Pemantauan irigasi',
  'Perpustakaan keliling',
  'Layanan ambulans',
] as const;

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'T'] as const;

/** A subject for a request of this service. */
export function inventSubject(random: Random, service: string): string {
  const beginning = random.pick(BEGINNINGS[service] ?? GENERAL);
  if (beginning.startsWith('AD '))
    return `${beginning}${random.between(100, 999)} ${random.pick(LETTERS)}${random.pick(LETTERS)}`;
  if (beginning.startsWith('https:'))
    return `${beginning}/${random.pick(PLACES).toLowerCase().replace(' ', '-')}`;
  return `${beginning} ${random.pick(PLACES)}`;
}
