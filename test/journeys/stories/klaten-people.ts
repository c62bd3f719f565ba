import { choose, day, earlier, enter, write, type Answer, type Story } from './types.ts';

const askingAs: readonly Answer[] = [
  choose(
    'Anda mengajukan sebagai',
    'You ask as',
    'Perorangan (warga negara Indonesia)',
    'Individual (Indonesian citizen)',
  ),
  choose('Anda mengajukan untuk siapa?', 'Who do you ask for?', 'Diri saya sendiri', 'Myself'),
  write('Nama lengkap', 'Full name', 'Sari Contoh'),
  write('Alamat', 'Address', 'Jalan Contoh 1, Delanggu, Klaten'),
];
const phone = write('Nomor telepon atau WhatsApp', 'Telephone or WhatsApp number', '0812 0000 0103');
const email = write('Alamat surel', 'E-mail address', 'sari@warga.example');
const nik = write('NIK', 'NIK (national identity number)', '3310015503900001');
const card = { label: { id: 'KTP', en: 'Identity card (KTP)' }, file: 'ktp.jpg' };
const power = { label: { id: 'Surat kuasa', en: 'Power of attorney' } };
const legalBody = {
  label: {
    id: 'Bukti badan hukum: pengesahan atau AD/ART',
    en: 'Proof of legal standing: approval or articles of association',
  },
};

/** Rows 11 to 14: what citizens of Klaten ask for. */
export const klatenPeopleStories: readonly Story[] = [
  {
    row: 11,
    search: 'informasi',
    title: { id: 'Permohonan informasi publik', en: 'Request for public information' },
    promise: { id: '10 hari kerja', en: '10 working days' },
    product: { id: 'Informasi yang Anda minta', en: 'The information you asked for' },
    answers: [
      write(
        'Informasi apa yang Anda minta?',
        'What information do you ask for?',
        'Anggaran perbaikan jalan Kecamatan Delanggu 2025',
      ),
      write('Rincian', 'Details', 'Rincian per ruas jalan dalam bentuk tabel.'),
      choose('Dalam bentuk apa?', 'In what form?', 'Salinan digital', 'Digital copy'),
      choose(
        'Bagaimana kami menyampaikannya?',
        'How shall we deliver it?',
        'Unduh di laman ini',
        'Download here',
      ),
      ...askingAs,
      phone,
      email,
      nik,
    ],
    documents: [card, power, legalBody],
    entries: {
      kelengkapan: { button: 'Berkas lengkap' },
      keputusan: {
        button: 'Berikan informasi',
        answers: [
          enter.option('Apakah informasi ini dikuasai?', 'Dikuasai'),
          enter.option('Sifat informasi', 'Terbuka seluruhnya'),
          enter.text('Pertimbangan uji konsekuensi', 'Tidak ada bagian yang dikecualikan.'),
        ],
      },
      penyerahan: {
        button: 'Catat pelaksanaan',
        answers: [enter.option('Cara penyerahan', 'Unduhan')],
        evidence: 'Anggaran 2025 Kecamatan Delanggu: Rp4,2 miliar untuk tujuh ruas jalan.',
      },
    },
  },
  {
    row: 12,
    search: 'keberatan',
    title: { id: 'Pengajuan keberatan informasi publik', en: 'Objection about public information' },
    promise: { id: '20 hari kerja 1 jam', en: '20 working days 1 hour' },
    product: { id: 'Keputusan tertulis atas keberatan Anda', en: 'A written decision on your objection' },
    answers: [
      earlier('Nomor permohonan informasi', 'Number of the information request', 11),
      choose(
        'Alasan keberatan',
        'Ground of the objection',
        'Permintaan tidak ditanggapi',
        'The request was not answered',
      ),
      write(
        'Apa yang terjadi?',
        'What happened?',
        'Saya meminta anggaran perbaikan jalan dan sampai batas waktu tidak ada jawaban.',
      ),
      ...askingAs,
      phone,
      email,
      nik,
    ],
    documents: [card, power, legalBody],
    entries: {
      kelengkapan: { button: 'Berkas lengkap' },
      telaah: {
        button: 'Memenuhi, lanjutkan',
        answers: [
          enter.text('Pertimbangan hukum', 'Permohonan tidak dijawab dalam sepuluh hari kerja.'),
          enter.option('Rekomendasi', 'Kabulkan'),
        ],
      },
      keputusan: {
        button: 'Terbitkan keputusan',
        answers: [
          enter.option('Amar keputusan', 'Keberatan dikabulkan'),
          enter.text('Pertimbangan keputusan', 'Informasi yang diminta terbuka.'),
        ],
      },
      'tanda-tangan': { button: 'Tandatangani' },
      penyerahan: {
        button: 'Catat pelaksanaan',
        answers: [enter.option('Apakah informasi ikut diserahkan?', 'Ya, seluruhnya')],
        evidence: 'Keputusan nomor 12/PPID/2026 beserta anggaran yang diminta.',
      },
    },
  },
  {
    row: 13,
    search: 'keluhan',
    title: { id: 'Pengaduan masyarakat', en: 'Public complaints' },
    promise: { id: '90 hari 2 jam 50 menit', en: '90 days 2 hours 50 minutes' },
    product: { id: 'Jawaban instansi atas laporan Anda', en: "The agency's answer to your report" },
    answers: [
      write(
        'Apa yang Anda keluhkan?',
        'What is your complaint about?',
        'Antrean kartu keluarga terlalu lama',
      ),
      write(
        'Ceritakan kejadiannya',
        'Tell what happened',
        'Saya menunggu empat jam di loket dan tidak ada nomor antrean.',
      ),
      write('Tempat kejadian', 'Where it happened', 'Kantor Dukcapil Klaten'),
      day('Tanggal kejadian', 'When it happened', -3),
      choose(
        'Instansi yang Anda laporkan, bila tahu',
        'Agency you complain about, if known',
        'Dinas Kependudukan dan Pencatatan Sipil',
      ),
      choose('Anda melapor sebagai', 'You report as', 'Perorangan', 'Individual'),
      choose(
        'Sembunyikan identitas Anda dari instansi yang menjawab?',
        'Hide your identity from the answering agency?',
        'Ya, sembunyikan',
        'Yes, hide it',
      ),
      write('Nama', 'Name', 'Sari Contoh'),
      phone,
      email,
    ],
    documents: [{ label: { id: 'Bukti', en: 'Evidence' } }],
    entries: {
      catat: { button: 'Berkas lengkap' },
      penerusan: { button: 'Disposisikan' },
      'jawaban-opd': {
        button: 'Memenuhi, lanjutkan',
        answers: [
          enter.text('Jawaban untuk pelapor', 'Nomor antrean dibagikan mulai Senin depan.'),
          enter.option('Tindak lanjut', 'Selesai ditindaklanjuti'),
        ],
      },
      penyampaian: {
        button: 'Catat pelaksanaan',
        answers: [enter.option('Jawaban disampaikan melalui', 'Web')],
        evidence: 'Nomor antrean dibagikan mulai Senin depan, dua loket ditambah.',
      },
    },
  },
  {
    row: 14,
    search: 'stnk',
    title: {
      id: 'Surat berita kehilangan STNK',
      en: 'Announcement of a lost vehicle registration (STNK)',
    },
    promise: { id: '7 menit pada jam kerja', en: '7 minutes within working hours' },
    product: {
      id: 'Surat berita kehilangan STNK yang ditandatangani',
      en: 'The signed announcement letter, a receipt and two broadcasts',
    },
    answers: [
      write('Nama lengkap sesuai KTP', 'Full name as on the identity card', 'Sari Contoh'),
      nik,
      phone,
      write('Nomor polisi', 'Licence plate', 'AD 1234 XX'),
      write('Nama pemilik dalam STNK', 'Owner named in the registration', 'Sari Contoh'),
      write('Merek dan jenis kendaraan', 'Make and kind of vehicle', 'Sepeda motor'),
      choose('Surat yang dibawa', 'Paper brought', 'Surat laporan dari Polsek', 'Police report'),
      day('Tanggal hilang', 'Date of the loss', -1),
    ],
    documents: [
      {
        label: {
          id: 'Surat laporan dari Polsek atau fotokopi BPKB',
          en: 'Police report, or a copy of the ownership book (BPKB)',
        },
      },
      { label: card.label },
    ],
    entries: {
      proses: { button: 'Berkas lengkap' },
      surat: {
        button: 'Catat pelaksanaan',
        answers: [
          enter.text('Nomor surat berita kehilangan', '483/017/RSPD/2026'),
          enter.text('Jumlah dibayar', '40000'),
          enter.text('Nomor kuitansi', 'K-0217'),
          enter.slot('Jadwal siaran pertama', 1, '06.00', '06.05'),
          enter.slot('Jadwal siaran kedua', 2, '06.00', '06.05'),
        ],
        evidence: 'Surat berita kehilangan 483/017/RSPD/2026.',
      },
      'tanda-tangan-pelapor': { button: 'Serahkan' },
    },
  },
];
