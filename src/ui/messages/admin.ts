import { catalogue } from '../language.ts';

/** The administrator's pages: people, posts, standards, jobs. */
export const admin = catalogue({
  id: {
    nav: {
      people: 'Petugas',
      positions: 'Jabatan',
      standards: 'Standar pelayanan',
      jobs: 'Pekerjaan gagal',
      calendar: 'Kalender kerja',
    },
    people: {
      title: 'Petugas',
      name: 'Nama',
      holds: 'Memegang',
      from: 'Sejak',
      to: 'Sampai',
      untilFurther: 'seterusnya',
      acting: { plt: 'Pelaksana tugas (jabatan kosong)', plh: 'Pelaksana harian (pejabat berhalangan)' },
      nobody: 'Jabatan ini kosong hari ini',
    },
    standards: {
      title: 'Standar pelayanan',
      version: (n: number) => `Versi ${n}`,
      validFrom: 'Berlaku sejak',
      published: 'Diterbitkan',
      changes: 'Yang berubah',
      assumptions: 'Anggapan yang perlu dipastikan',
      noAssumptions: 'Semua isi standar ini sudah dipastikan.',
    },
    jobs: {
      title: 'Pekerjaan gagal',
      none: 'Tidak ada pekerjaan yang gagal',
      task: 'Pekerjaan',
      attempts: 'Percobaan',
      lastError: 'Kesalahan terakhir',
      retry: 'Coba lagi',
      retried: 'Pekerjaan dicoba lagi.',
    },
  },
  en: {
    nav: {
      people: 'Officials',
      positions: 'Posts',
      standards: 'Service standards',
      jobs: 'Failed jobs',
      calendar: 'Working calendar',
    },
    people: {
      title: 'Officials',
      name: 'Name',
      holds: 'Holds',
      from: 'Since',
      to: 'Until',
      untilFurther: 'further notice',
      acting: { plt: 'Acting (post vacant)', plh: 'Acting (holder absent)' },
      nobody: 'Nobody holds this post today',
    },
    standards: {
      title: 'Service standards',
      version: (n: number) => `Version ${n}`,
      validFrom: 'In force since',
      published: 'Published',
      changes: 'What changed',
      assumptions: 'Assumptions to confirm',
      noAssumptions: 'Everything in this standard has been confirmed.',
    },
    jobs: {
      title: 'Failed jobs',
      none: 'No job has failed',
      task: 'Job',
      attempts: 'Attempts',
      lastError: 'Last error',
      retry: 'Try again',
      retried: 'The job is tried again.',
    },
  },
});
