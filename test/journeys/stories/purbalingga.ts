import { choose, day, enter, slot, write, type Story } from './types.ts';

/** Row 3. */
export const purbalinggaStories: readonly Story[] = [
  {
    row: 3,
    search: 'wifi',
    title: { id: 'Internet dan Jaringan', en: 'Internet and network' },
    promise: { id: '1 hari kerja', en: '1 working day' },
    product: {
      id: 'Internet atau jaringan yang terpasang atau pulih',
      en: 'Internet or network installed or restored',
    },
    answers: [
      choose('OPD atau UPT Anda', 'Your agency or technical unit', 'Kecamatan Bobotsari'),
      write('Nama Anda', 'Your name', 'Rini Contoh'),
      write('Jabatan Anda', 'Your post', 'Camat Bobotsari'),
      write('Email', 'E-mail', 'rini.contoh@example.org'),
      write(
        'Nomor telepon yang dapat dihubungi teknisi',
        'A telephone number the technician can call',
        '081200000003',
      ),
      choose(
        'Apa yang Anda perlukan?',
        'What do you need?',
        'Internet atau Wi-Fi untuk acara',
        'Internet or Wi-Fi for an event',
      ),
      write('Acara atau keperluan', 'Event or purpose', 'Rapat koordinasi kecamatan'),
      slot('Kapan diperlukan?', 'When is it needed?', [7, '09.00', '11.00']),
      write('Lokasi', 'Place', 'Aula Kecamatan Bobotsari'),
      write(
        'Informasi lain untuk teknisi',
        'Anything else the technician should know',
        'Sekitar 60 peserta.',
      ),
      write('Nomor surat', 'Letter number', '005/118/2026'),
      day('Tanggal surat', 'Date of the letter', 0),
    ],
    documents: [
      {
        label: {
          id: 'Surat permintaan layanan internet dan jaringan',
          en: 'Letter of request for internet and network',
        },
        file: 'surat-permintaan.pdf',
      },
    ],
    entries: {
      periksa: { button: 'Lengkap, lanjutkan ke penugasan' },
      penugasan: { button: 'Tugaskan', answers: [enter.slot('Rencana kunjungan', 1, '08.00', '10.00')] },
      kunjungan: {
        button: 'Pekerjaan selesai',
        answers: [
          enter.day('Pemohon dihubungi tanggal', 0),
          enter.option('Dihubungi melalui', 'Telepon atau pesan'),
          enter.slot('Waktu kunjungan', 0, '09.00', '10.30'),
          enter.option('Jenis pekerjaan', 'Pemasangan internet atau jaringan'),
          enter.text('Yang dikerjakan', 'Dua titik akses dipasang di aula dan diuji dengan 60 gawai.'),
        ],
        evidence: 'Jaringan Aula-Bobotsari aktif di aula kecamatan.',
      },
      'serah-terima': {
        button: 'Sudah diserahterimakan',
        answers: [
          enter.text('Nama penerima yang menandatangani', 'Rini Contoh'),
          enter.day('Tanggal serah terima', 0),
        ],
      },
    },
  },
];
