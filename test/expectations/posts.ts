/** Posts as the standards and organisation charts call them in Indonesian; by government and the ids of `services.ts`. */
export const expectedPosts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  klungkung: {
    'petugas-surat': 'Petugas Penerima Surat Masuk',
    'kepala-dinas': 'Kepala Dinas Komunikasi dan Informatika',
    'kabid-telematika': 'Kepala Bidang Telematika',
    'kasi-layanan-data': 'Kepala Seksi Manajemen Layanan Data dan Pemberdayaan TIK',
    'kasi-persandian': 'Kepala Seksi Persandian',
    'analis-persandian': 'Analis Persandian',
  },
  purbalingga: {
    'kabid-informatika': 'Kepala Bidang Informatika',
    'teknisi-jaringan': 'Teknisi Jaringan',
  },
  klaten: {
    'kabid-informatika': 'Kepala Bidang Informatika dan Persandian',
    'staf-teknis': 'Staf Teknis',
    'tim-teknis': 'Tim Teknis Aplikasi',
    'tim-csirt': 'Tim CSIRT Kabupaten Klaten',
    'subkoordinator-persandian': 'Sub Koordinator Infrastruktur TI dan Persandian',
    'kepala-dinas': 'Kepala Dinas Komunikasi dan Informatika',
    'pengelola-ruang-rapat': 'Pengelola Ruang Rapat',
    'kasubbag-umum': 'Kepala Subbagian Umum dan Kepegawaian',
    'petugas-ppid': 'Petugas PPID',
    'ppid-utama': 'PPID Utama',
    'atasan-ppid': 'Atasan PPID',
    'petugas-pengaduan': 'Petugas Pengaduan',
    'penghubung-dinas-dukcapil': 'Penghubung Dinas Dukcapil',
    'petugas-rspd': 'Petugas Loket RSPD',
  },
  bulungan: {
    'kabid-egov': 'Kepala Bidang Penyelenggaraan E-Government',
    'staf-egov': 'Staf Bidang Penyelenggaraan E-Government',
  },
};
