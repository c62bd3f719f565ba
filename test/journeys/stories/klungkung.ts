import { choose, day, enter, write, type Story } from './types.ts';

/** Rows 1 and 2. */
export const klungkungStories: readonly Story[] = [
  {
    row: 1,
    search: 'email',
    title: { id: 'Email Resmi', en: 'Official e-mail account' },
    promise: { id: '30 menit pada jam kerja', en: '30 minutes within working hours' },
    product: { id: 'Alamat email @klungkungkab.go.id', en: 'An address at @klungkungkab.go.id' },
    answers: [
      choose('Akun ini untuk siapa?', 'Who is the account for?', 'Perangkat daerah', 'An agency'),
      write('Nama Anda', 'Your name', 'Ni Wayan Dewi Contoh'),
      choose('Perangkat daerah Anda', 'Your agency', 'Dinas Kesehatan'),
      write('Email yang sudah Anda pakai', 'An e-mail address you already use', 'dinkes.contoh@example.org'),
      write('Nomor telepon', 'Telephone number', '0812 0000 0001'),
      write('Untuk keperluan apa?', 'What is it for?', 'Surat-menyurat resmi Dinas Kesehatan'),
      write(
        'Nama akun yang Anda usulkan, tanpa @klungkungkab.go.id',
        'The account name you would like, without @klungkungkab.go.id',
        'dinkes',
      ),
      write('Nomor surat', 'Letter number', '555/012/DINKES/2026'),
      day('Tanggal surat', 'Date of the letter', 0),
    ],
    documents: [
      {
        label: {
          id: 'Surat permohonan kepada Kepala Dinas Komunikasi dan Informatika',
          en: 'Letter of request to the head of the ICT office',
        },
        file: 'surat-permohonan.pdf',
      },
    ],
    entries: {
      terima: { button: 'Lengkap, teruskan kepada Kepala Dinas' },
      'disposisi-kadis': { button: 'Teruskan kepada Kepala Bidang Telematika' },
      'disposisi-kabid': { button: 'Tugaskan Kepala Seksi Layanan Data' },
      pembuatan: {
        button: 'Serahkan akun',
        answers: [
          enter.text('Alamat email yang dibuat', 'dinkes@klungkungkab.go.id'),
          enter.text('Kapasitas kotak surat', '5'),
        ],
        evidence: 'Kotak surat dinkes@klungkungkab.go.id sudah dapat dipakai.',
        secret: 'sandi-pertama-7421',
      },
    },
  },
  {
    row: 2,
    search: 'tanda tangan',
    title: { id: 'Tanda Tangan Elektronik', en: 'Electronic signature' },
    promise: { id: '14 hari', en: '14 days' },
    product: {
      id: 'Tanda tangan elektronik yang diterbitkan BSrE BSSN',
      en: 'An electronic signature issued by BSrE BSSN',
    },
    answers: [
      choose(
        'Anda mengajukan sebagai apa?',
        'In what capacity are you asking?',
        'Pejabat struktural',
        'Structural official',
      ),
      write(
        'Nama lengkap, seperti pada KTP',
        'Full name, as on your identity card',
        'I Nengah Mangku Contoh',
      ),
      write('Jabatan Anda', 'Your post', 'Camat Nusa Penida'),
      choose('Perangkat daerah atau desa Anda', 'Your agency or village', 'Kecamatan Nusa Penida'),
      write('Email', 'E-mail', 'mangku.contoh@example.org'),
      write('Nomor telepon', 'Telephone number', '081200000002'),
      write('NIK', 'National identity number (NIK)', '5105 0309 0682 0001'),
      choose(
        'Apa yang Anda perlukan?',
        'What do you need?',
        'Tanda tangan elektronik baru',
        'A new electronic signature',
      ),
      write('Nomor surat', 'Letter number', '045/031/NP/2026'),
      day('Tanggal surat', 'Date of the letter', -1),
    ],
    documents: [
      {
        label: {
          id: 'Surat permohonan menurut formulir dari petugas',
          en: 'Letter of request, on the form given by the officer',
        },
        file: 'surat-permohonan-tte.pdf',
      },
      {
        label: { id: 'Scan KTP berwarna', en: 'Colour scan of your identity card (KTP)' },
        file: 'ktp-berwarna.jpg',
      },
    ],
    entries: {
      terima: { button: 'Lengkap, teruskan kepada verifikator' },
      verifikasi: {
        button: 'Sesuai, lanjutkan penerbitan',
        answers: [
          enter.option('Identitas pada surat dan KTP', 'Cocok'),
          enter.option('Status pemohon di BSrE', 'Belum terdaftar'),
        ],
      },
      penerbitan: {
        button: 'TTE sudah terbit',
        answers: [
          enter.option('Hak pemohon atas tanda tangan elektronik', 'Sudah diperiksa'),
          enter.option('Scan KTP berwarna, utuh, dan cocok dengan surat', 'Sudah diperiksa'),
          enter.option('Surat permohonan menyebut pemohon', 'Sudah diperiksa'),
          enter.text('Empat angka terakhir NIK pemilik', '0001'),
          enter.text('Nomor seri sertifikat dari BSrE', '61 0A 2C 55'),
          enter.day('Tanggal terbit', 0),
          enter.day('Berlaku sampai', 700),
        ],
        evidence: 'Sertifikat elektronik diterbitkan BSrE dengan nomor seri 61 0A 2C 55.',
      },
      bimbingan: {
        button: 'Bimbingan selesai',
        answers: [enter.day('Tanggal bimbingan', 0), enter.option('Cara bimbingan', 'Tatap muka')],
      },
    },
  },
];
