import { catalogue } from '../../ui/index.ts';

/** Words about what a reviewed decree makes: a new service or the next version of one, and what stays with it. */
export const versionWords = catalogue({
  id: {
    version: 'Layanan baru atau versi berikutnya',
    follows: 'Keputusan ini memuat',
    newService: 'Layanan baru',
    nextOf: (title: string) => `Versi berikutnya dari: ${title}`,
    keeps: 'Cara berjalannya',
    keepNames: {
      tetap: 'tetap seperti sekarang; hanya isi keputusannya yang baru',
      'susun-ulang': 'disusun ulang dari keputusan ini',
    },
    newRequirements: 'Persyaratan yang baru diunggah atau diperiksa menurut kata-katanya.',
    supervisors: (count: number) => `Pengawas (${count} dipilih)`,
    supervisorsLabel: 'Jabatan yang melihat semua permohonan layanan ini',
    sameAs: (count: number) => `Layanan sejenis di daerah lain (${count} dipilih)`,
    sameAsLabel: 'Termasuk layanan yang mana?',
    sameAsHint:
      'Agar warga dapat membandingkannya dengan daerah lain. Diusulkan dari judul dan produknya; kosongkan bila tidak ada yang sama.',
    settled: (title: string) => `Temuan: ${title}`,
    settledHint:
      'Centang yang sudah Anda perbaiki atau tidak benar. Selebihnya tercatat pada layanannya; masyarakat tidak melihatnya.',
  },
  en: {
    version: 'A new service or the next version',
    follows: 'This decree holds',
    newService: 'A new service',
    nextOf: (title: string) => `The next version of: ${title}`,
    keeps: 'How it runs',
    keepNames: {
      tetap: 'as it does now; only what the decree says is new',
      'susun-ulang': 'put together anew from this decree',
    },
    newRequirements: 'Requirements that are new are uploaded or looked at, as their words say.',
    supervisors: (count: number) => `Supervisors (${count} chosen)`,
    supervisorsLabel: 'Posts that see every request of this service',
    sameAs: (count: number) => `The same service in other regions (${count} chosen)`,
    sameAsLabel: 'Which of these services is it?',
    sameAsHint:
      'So that people can compare it with other regions. Proposed from title and product; leave all empty if none is the same.',
    settled: (title: string) => `Findings: ${title}`,
    settledHint:
      'Tick what you have mended or what is not so. The rest is noted with the service; the public does not see it.',
  },
});
