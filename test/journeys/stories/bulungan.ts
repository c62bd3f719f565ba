import { choose, day, enter, write, type Story } from './types.ts';

/** Row 15. */
export const bulunganStories: readonly Story[] = [
  {
    row: 15,
    search: 'hosting',
    title: { id: 'Hosting, Subdomain, dan Email', en: 'Hosting, subdomain and e-mail' },
    promise: { id: '2×24 jam', en: '2×24 hours' },
    product: { id: 'Nama di bawah bulungan.go.id', en: 'A name under bulungan.go.id' },
    answers: [
      choose('Perangkat daerah Anda', 'Your agency', 'Dinas Perpustakaan dan Kearsipan'),
      write('Nama Anda', 'Your name', 'Kornelia Contoh'),
      write(
        'Email yang sudah Anda pakai',
        'An e-mail address you already use',
        'kornelia.contoh@example.org',
      ),
      write('Nomor telepon', 'Telephone number', '0812-0000-0015'),
      choose(
        'Apa yang Anda perlukan?',
        'What do you need?',
        'Hosting, subdomain, dan email',
        'Hosting, subdomain and e-mail',
      ),
      write(
        'Nama subdomain, tanpa .bulungan.go.id',
        'Name of the subdomain, without .bulungan.go.id',
        'perpustakaan',
      ),
      write('Perkiraan kapasitas hosting', 'Estimated hosting space', '10'),
      write(
        'Nama akun email yang Anda usulkan, tanpa @bulungan.go.id',
        'The e-mail account name you would like, without @bulungan.go.id',
        'perpustakaan',
      ),
      write('Nomor surat', 'Letter number', '041/077/DISPERPUS/2026'),
      day('Tanggal surat', 'Date of the letter', 0),
    ],
    documents: [
      {
        label: {
          id: 'Surat permohonan hosting, subdomain, dan email',
          en: 'Letter of request for hosting, subdomain and e-mail',
        },
        file: 'surat-permohonan-hosting.pdf',
      },
    ],
    entries: {
      verifikasi: {
        button: 'Sesuai, teruskan ke registrasi',
        answers: [
          enter.day('Tanggal koordinasi dengan pemohon', 0),
          enter.text('Hasil koordinasi', 'Nama subdomain disepakati: perpustakaan.'),
        ],
      },
      registrasi: {
        button: 'Serahkan',
        answers: [
          enter.day('Aktif sejak', 0),
          enter.text('Subdomain yang dibuat', 'perpustakaan.bulungan.go.id'),
          enter.text('Akun hosting yang dibuat', 'perpustakaan'),
          enter.text('Alamat email yang dibuat', 'perpustakaan@bulungan.go.id'),
        ],
        evidence: 'Alamat perpustakaan.bulungan.go.id sudah dapat dibuka.',
        secret: 'sandi-hosting-5518',
      },
    },
  },
];
