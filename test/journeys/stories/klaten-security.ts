import { choose, day, enter, write, type Answer, type Story } from './types.ts';

const nik = write('NIK', 'NIK (national identity number)', '3310015503900001');
const screenshot = { label: { id: 'Tangkapan layar atau bukti lain', en: 'Screenshot or other evidence' } };
const reporter: readonly Answer[] = [
  write('Nomor telepon atau WhatsApp', 'Telephone or WhatsApp number', '0812 0000 0103'),
  write('Alamat surel', 'E-mail address', 'sari@warga.example'),
];

/** Rows 7 to 9: certificates and security, for officials and whoever finds a hole. */
export const klatenSecurityStories: readonly Story[] = [
  {
    row: 7,
    search: 'sertifikat elektronik',
    title: {
      id: 'Pendaftaran dan penerbitan sertifikat elektronik',
      en: 'Registration and issue of an electronic certificate',
    },
    promise: { id: '1 hari kerja 7 jam 15 menit', en: '1 working day 7 hours 15 minutes' },
    product: {
      id: 'Sertifikat elektronik yang diterbitkan BSrE',
      en: 'An electronic certificate issued by BSrE',
    },
    answers: [
      write('Nama lengkap', 'Full name', 'Hesti Contoh'),
      choose('Instansi Anda', 'Your agency', 'Kecamatan Delanggu'),
      write('Jabatan', 'Position', 'Kepala Seksi Pelayanan'),
      write('Alamat surel kedinasan', 'Official e-mail address', 'hesti@klaten.example'),
      write('Nomor telepon atau WhatsApp', 'Telephone or WhatsApp number', '0812 0000 0102'),
      choose(
        'Apa yang Anda minta?',
        'What do you ask for?',
        'Sertifikat elektronik pertama',
        'A first electronic certificate',
      ),
      write('Nomor surat', 'Letter number', '000.9/104/2026'),
      day('Tanggal surat', 'Letter date', -1),
    ],
    documents: [
      {
        label: {
          id: 'Surat rekomendasi penerbitan sertifikat elektronik',
          en: 'Letter recommending the issue of an electronic certificate',
        },
        file: 'surat-rekomendasi.pdf',
      },
    ],
    entries: {
      terima: { button: 'Berkas lengkap' },
      disposisi: { button: 'Disposisikan' },
      verifikasi: {
        button: 'Memenuhi, lanjutkan',
        answers: [enter.option('Status pemohon di BSrE', 'Belum terdaftar')],
      },
      penerbitan: {
        button: 'Catat pelaksanaan',
        answers: [
          enter.option('Hak pemohon atas sertifikat elektronik', 'Sudah diperiksa'),
          enter.option('KTP pemilik berwarna, utuh, dan cocok', 'Sudah diperiksa'),
          enter.option('Surat rekomendasi menyebut pemohon', 'Sudah diperiksa'),
          enter.text('Empat angka terakhir NIK pemilik', '0102'),
          enter.day('Diterbitkan BSrE pada', 0),
          enter.day('Berlaku sampai', 729),
          enter.text('Nomor seri sertifikat', '4B 77 10 9E'),
        ],
        evidence: 'Sertifikat atas nama Hesti Contoh diterbitkan BSrE.',
      },
    },
  },
  {
    row: 8,
    search: 'peretasan',
    title: {
      id: 'Pengelolaan insiden keamanan informasi (CSIRT)',
      en: 'Information security incidents (CSIRT)',
    },
    promise: { id: '6 hari kerja 2 jam 15 menit', en: '6 working days 2 hours 15 minutes' },
    product: { id: 'Insiden yang ditangani', en: 'An incident that is dealt with' },
    answers: [
      write(
        'Sistem, laman, atau layanan yang terdampak',
        'System, site or service affected',
        'Laman pendaftaran sekolah',
      ),
      choose('Jenis insiden', 'Kind of incident', 'Tampilan laman diubah', 'Defaced site'),
      day('Kapan Anda mengetahuinya?', 'When did you notice it?', 0),
      write(
        'Laporan insiden',
        'Incident report',
        'Halaman depan berganti gambar dan muncul tulisan yang tidak dikenal sejak pagi.',
      ),
      choose('Anda melapor sebagai', 'You report as', 'Perorangan', 'Individual'),
      write('Nama', 'Name', 'Sari Contoh'),
      ...reporter,
    ],
    documents: [screenshot],
    entries: {
      terima: { button: 'Berkas lengkap' },
      disposisi: { button: 'Disposisikan' },
      verifikasi: {
        button: 'Memenuhi, lanjutkan',
        answers: [
          enter.option('Tingkat keparahan', 'Sedang'),
          enter.option('Batas penyebaran informasi (TLP 2.0)', 'TLP:AMBER'),
          enter.option('Apakah menyangkut infrastruktur informasi vital?', 'Tidak'),
          enter.option('Apakah data pribadi bocor?', 'Tidak'),
        ],
      },
      penanganan: {
        button: 'Catat pelaksanaan',
        answers: [
          enter.text('Lini masa penanganan', 'Pukul 15.00 laman ditutup, pukul 17.00 dipulihkan.'),
          enter.text('Penyebab', 'Kata sandi pengelola yang lemah.'),
          enter.text('Tindakan yang dilakukan', 'Laman dipulihkan dari cadangan dan sandi diganti.'),
          enter.day('Pulih sejak', 0),
        ],
        evidence: 'Laman pendaftaran pulih sejak pukul 17.00.',
      },
    },
  },
  {
    row: 9,
    search: 'celah',
    title: {
      id: 'Sertifikat apresiasi temuan celah kerawanan',
      en: 'Certificate of appreciation for a vulnerability report',
    },
    promise: { id: '2 hari kerja 1 jam 5 menit', en: '2 working days 1 hour 5 minutes' },
    product: {
      id: 'Sertifikat apresiasi penghargaan atas nama Anda',
      en: 'A certificate of appreciation in your name',
    },
    answers: [
      write(
        'Sistem atau alamat yang rawan',
        'Vulnerable system or address',
        'https://pendaftaran.klaten.example',
      ),
      write(
        'Uraian celah dan dampaknya',
        'The hole and its effect',
        'Berkas pendaftar dapat dibuka tanpa masuk dengan mengganti angka pada alamat.',
      ),
      write(
        'Langkah untuk membuktikannya',
        'Steps to prove it',
        'Buka halaman pendaftaran, ganti angka terakhir pada alamat, berkas orang lain tampil.',
      ),
      write('Nama lengkap sesuai e-KTP', 'Full name as on the identity card', 'Sari Contoh'),
      nik,
      ...reporter,
      choose(
        'Tampilkan nama Anda saat orang memeriksa keaslian sertifikat?',
        'Show your name when someone verifies the certificate?',
        'Ya, tampilkan',
        'Yes, show it',
      ),
      choose(
        'Cantumkan nama Anda di daftar penghargaan?',
        'List your name in the hall of fame?',
        'Tidak',
        'No',
      ),
    ],
    documents: [screenshot, { label: { id: 'e-KTP', en: 'Identity card (e-KTP)' }, file: 'ktp.jpg' }],
    entries: {
      terima: { button: 'Berkas lengkap' },
      disposisi: { button: 'Disposisikan' },
      verifikasi: {
        button: 'Memenuhi, lanjutkan',
        answers: [enter.text('Perangkat daerah pemilik sistem', 'Dinas Pendidikan')],
      },
      pengecekan: {
        button: 'Memenuhi, lanjutkan',
        answers: [
          enter.text('Skor CVSS', '7,5'),
          enter.text('Vektor CVSS', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N'),
          enter.option('Sudah pernah dilaporkan?', 'Belum, temuan baru'),
        ],
      },
      penandatanganan: { button: 'Tandatangani' },
      penyerahan: {
        button: 'Catat pelaksanaan',
        answers: [enter.text('Nomor sertifikat', '005/CSIRT/2026'), enter.day('Tanggal sertifikat', 0)],
        evidence: 'Sertifikat apresiasi nomor 005/CSIRT/2026.',
      },
    },
  },
];
