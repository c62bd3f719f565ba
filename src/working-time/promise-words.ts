/*
 * The words that decrees put around a promised time. Data only: what is not named here is not understood, and a
 * text with such a word is not read. So a word belongs here only if it can never change the time that is promised:
 * no step of a procedure ("verifikasi"), no frequency ("sekali"), no other event ("setelah rapat"), no "tidak".
 */

const split = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));

/**
 * Words that say nothing about the amount: the heading of the component, verbs of finishing, what is asked for.
 * Between two amounts they part them: "3 hari untuk domain dan 1 jam untuk email" are two promises.
 */
export const FILLERS = split(
  'jangka waktu waktunya lama lamanya durasi kurun tempo standar target total keseluruhan seluruhnya',
  'penyelesaian penyelesaiannya diselesaikan menyelesaikan selesai terselesaikan pelayanan layanan dilayani',
  'proses diproses pemrosesan pengerjaan dikerjakan pelaksanaan dilaksanakan penanganan ditangani penerbitan',
  'diterbitkan ditindaklanjuti diperlukan dibutuhkan memerlukan membutuhkan ditetapkan ditentukan dijanjikan',
  'dalam selama adalah ialah yaitu yakni yang untuk dengan akan dapat oleh pada di antara',
  'permohonan permintaan pemohon berkas dokumen surat izin rekomendasi informasi publik data pengaduan aduan',
  'laporan keluhan konsultasi pembuatan penyediaan pemberian peminjaman fasilitasi pemasangan perbaikan gangguan',
  'dinas kominfo diskominfo opd',
  'hosting domain subdomain sub-domain email surel website situs web aplikasi jaringan internet bandwidth server',
);

/** Where a clause says only when the clock starts, it is made of these words. */
export const START_WORDS = split(
  'berkas dokumen persyaratan syarat permohonan permintaan pengajuan surat laporan pengaduan aduan keluhan data',
  'administrasi administratif formulir informasi publik keberatan pemohon pelapor petugas pejabat kantor dinas ppid opd operator',
  'admin tanggal saat waktu hari yang dan serta secara dinyatakan telah sudah di oleh dari kami kepada pada ke benar',
  'sah valid tertulis masuk resmi lengkap lengkapnya kelengkapan diterima diterimanya penerimaan diajukan',
  'diajukannya disampaikan disampaikannya didaftarkan pendaftaran terdaftar registrasi diregistrasi tercatat',
  'dicatat dilaporkan dengan loket verifikator tim front office memenuhi terpenuhi dipenuhi sesuai ketentuan kominfo',
  'diskominfo layanan',
);

/** One request, where a time is promised for each ("30 menit/berkas"). A sheet is none, nor a person: a request may name many. */
export const REQUEST_NOUNS = split(
  'permohonan permintaan pemohon pasien berkas dokumen layanan pelayanan surat laporan pengaduan aduan kasus tiket izin',
);

/** Pieces of which a request may have many: a time for each of them says nothing of the request ("30 menit per ekor"). */
export const PIECE_NOUNS = split(
  'orang ekor lembar halaman eksemplar buah biji unit item sampel contoh paket dus karung botol tabung spesimen parameter',
  'hektar hektare meter kilometer km m2 kg kilogram ton liter bidang titik lokasi rumah kendaraan alat akun perangkat',
);
