import { choose, day, enter, slot, write, type Answer, type Story } from './types.ts';

const contact: readonly Answer[] = [
  choose('Perangkat daerah', 'Agency', 'Dinas Pendidikan'),
  write('Nama narahubung', 'Contact person', 'Dian Contoh'),
  write('Alamat surel', 'E-mail address', 'dian@klaten.example'),
  write('Nomor telepon atau WhatsApp', 'Telephone or WhatsApp number', '0812 0000 0101'),
];

const letter = (number: string): readonly Answer[] => [
  write('Nomor surat', 'Letter number', number),
  day('Tanggal surat', 'Letter date', -2),
];

/** Rows 4, 5, 6 and 10: what agencies of Klaten ask for. */
export const klatenAgencyStories: readonly Story[] = [
  {
    row: 4,
    search: 'bandwidth',
    title: { id: 'Penambahan bandwidth internet', en: 'More internet bandwidth' },
    promise: { id: '10 hari kerja', en: '10 working days' },
    product: {
      id: 'Batas bandwidth baru pada jalur internet kantor Anda',
      en: "A new bandwidth limit on your office's internet line",
    },
    answers: [
      ...contact,
      write(
        'Untuk apa tambahan bandwidth ini?',
        'What is the extra bandwidth for?',
        'Ujian daring di tiga laboratorium',
      ),
      write('Lokasi jalur internet', 'Where the line is', 'Gedung B lantai 2'),
      write('Bandwidth yang diminta', 'Bandwidth asked for', '100'),
      ...letter('400.3/101/2026'),
    ],
    documents: [
      {
        label: { id: 'Surat permohonan penambahan bandwidth', en: 'Letter asking for more bandwidth' },
        file: 'surat-permohonan.pdf',
      },
    ],
    entries: {
      verifikasi: { button: 'Berkas lengkap' },
      peninjauan: {
        button: 'Memenuhi, lanjutkan',
        answers: [
          enter.text('Batas jalur sekarang', '50'),
          enter.text('Pemakaian tertinggi', '48,5'),
          enter.text('Sisa kapasitas uplink', '400'),
          enter.text('Batas jalur yang diusulkan', '100'),
        ],
      },
      keputusan: { button: 'Setujui' },
      pelaksanaan: {
        button: 'Catat pelaksanaan',
        answers: [enter.text('Batas jalur yang dipasang', '100'), enter.day('Berlaku sejak', 0)],
        evidence: 'Batas jalur Gedung B sekarang 100 Mbps.',
      },
    },
  },
  {
    row: 5,
    search: 'aplikasi',
    title: {
      id: 'Pembangunan dan/atau pengembangan aplikasi',
      en: 'Building or updating an application',
    },
    promise: { id: '4 bulan 21 hari kerja 16 jam', en: '4 months 21 working days 16 hours' },
    product: {
      id: 'Aplikasi baru atau pembaruan aplikasi yang berjalan',
      en: 'A running new or updated application',
    },
    answers: [
      ...contact,
      choose(
        'Apa yang Anda minta?',
        'What do you ask for?',
        'Pengembangan aplikasi yang sudah ada',
        'An update of an existing application',
      ),
      write('Nama aplikasi', 'Name of the application', 'Sistem Presensi Sekolah'),
      write(
        'Apa yang harus dapat dikerjakan aplikasi ini?',
        'What must the application be able to do?',
        'Guru mencatat kehadiran murid dari ponsel dan orang tua menerima pemberitahuan.',
      ),
      ...letter('400.3/102/2026'),
      write(
        'Alamat aplikasi sekarang',
        'Present address of the application',
        'https://presensi.klaten.example',
      ),
    ],
    documents: [
      {
        label: {
          id: 'Surat permohonan pembangunan dan/atau pengembangan aplikasi',
          en: 'Letter asking for an application or an update',
        },
        file: 'surat-permohonan.pdf',
      },
    ],
    entries: {
      verifikasi: { button: 'Berkas lengkap' },
      analisis: {
        button: 'Memenuhi, lanjutkan',
        answers: [
          enter.text('Ringkasan SRS', 'Presensi murid dari ponsel guru, pemberitahuan kepada orang tua.'),
          enter.text('Jumlah fitur', '12'),
          enter.text('Perkiraan lama pengerjaan', '60'),
          enter.option('Apakah aplikasi memproses data pribadi?', 'Ya'),
          enter.option('Rekomendasi tim', 'Layak dikerjakan'),
        ],
      },
      keputusan: { button: 'Setujui' },
      pembangunan: {
        button: 'Catat pelaksanaan',
        answers: [
          enter.day('Selesai dibangun pada', 0),
          enter.day('Selesai diuji pada', 0),
          enter.text('Alamat aplikasi yang berjalan', 'https://presensi.klaten.example/baru'),
        ],
        evidence: 'Aplikasi presensi berjalan di alamat barunya.',
      },
      'serah-terima': {
        button: 'Serahkan',
        answers: [
          enter.text('Nomor berita acara serah terima', '555/021/2026'),
          enter.day('Tanggal serah terima', 0),
        ],
      },
    },
  },
  {
    row: 6,
    search: 'server',
    title: {
      id: 'Co-location server dan hosting aplikasi di pusat data',
      en: 'Server co-location and application hosting in the data centre',
    },
    promise: { id: '3 hari kerja 1 jam 15 menit', en: '3 working days 1 hour 15 minutes' },
    product: {
      id: 'Server virtual (VPS) atau tempat server di rak pusat data',
      en: 'A virtual private server (VPS) or rack space in the data centre',
    },
    answers: [
      ...contact,
      choose(
        'Apa yang Anda minta?',
        'What do you ask for?',
        'Hosting aplikasi (server virtual dari kami)',
        'Application hosting (a virtual server of ours)',
      ),
      write('Nama aplikasi atau server', 'Name of the application or server', 'Sistem Presensi Sekolah'),
      ...letter('400.3/103/2026'),
      write('Prosesor virtual', 'Virtual processors', '4'),
      write('Memori', 'Memory', '8'),
      write('Ruang simpan', 'Storage', '100'),
      write('Sistem operasi', 'Operating system', 'Debian 12'),
    ],
    documents: [
      {
        label: {
          id: 'Surat permohonan co-location penempatan server dan hosting aplikasi',
          en: 'Letter asking for co-location and hosting',
        },
        file: 'surat-permohonan.pdf',
      },
    ],
    entries: {
      verifikasi: { button: 'Berkas lengkap' },
      disposisi: { button: 'Disposisikan' },
      kapasitas: {
        button: 'Memenuhi, lanjutkan',
        answers: [
          enter.text('Sisa prosesor virtual', '96'),
          enter.text('Sisa memori', '512'),
          enter.text('Sisa ruang simpan', '8000'),
          enter.text('Sisa ruang rak', '14'),
        ],
      },
      penyediaan: {
        button: 'Catat pelaksanaan',
        answers: [
          enter.text('Nama server', 'vps-presensi'),
          enter.text('Alamat IP', '10.20.30.40'),
          enter.day('Dapat dipakai sejak', 0),
        ],
        evidence: 'Server vps-presensi siap dipakai.',
        secret: 'sandi-server-9013',
      },
    },
  },
  {
    row: 10,
    search: 'rapat',
    title: {
      id: 'Peminjaman ruang rapat Diskominfo',
      en: 'Booking the meeting room of the Communications Office',
    },
    promise: { id: '19 menit pada jam kerja', en: '19 minutes within working hours' },
    product: {
      id: 'Ruang rapat Diskominfo pada waktu yang Anda minta',
      en: "The office's meeting room at the time you asked for",
    },
    answers: [
      ...contact,
      write('Acara', 'Event', 'Rapat koordinasi operator sekolah'),
      slot('Tanggal dan jam', 'Date and time', [7, '09.00', '11.00']),
      write('Jumlah peserta', 'Number of participants', '25'),
      write('Perlengkapan yang diperlukan', 'Equipment needed', 'Proyektor dan dua mikrofon'),
      ...letter('400.3/105/2026'),
    ],
    documents: [
      {
        label: {
          id: 'Surat peminjaman dari instansi',
          en: 'Letter of your agency asking for the room',
        },
        file: 'surat-peminjaman.pdf',
      },
    ],
    entries: {
      verifikasi: { button: 'Berkas lengkap' },
      persetujuan: { button: 'Setujui' },
      konfirmasi: {
        button: 'Catat pelaksanaan',
        answers: [enter.slot('Ruang dipesan pada', 7, '09.00', '11.00')],
        evidence: 'Ruang rapat lantai 2 dipesan untuk Anda.',
      },
    },
  },
];
