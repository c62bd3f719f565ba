import { catalogue } from '../../ui/index.ts';

/** Words about what a reviewed decree makes: a new service or the next version of one, and what stays with it. */
export const versionWords = catalogue({
  id: {
    version: 'Layanan baru atau versi berikutnya',
    follows: 'Keputusan ini memuat',
    newService: 'Layanan baru',
    nextOf: (title: string) => `Versi berikutnya dari: ${title}`,
    notYet: (label: string, date: string) => `${label} (berlaku mulai ${date})`,
    taken: (title: string, free: string) =>
      `Alamat ini sudah dipakai layanan "${title}". Pakai alamat lain, misalnya ${free}, atau pilih "Versi berikutnya dari: ${title}" bila keputusan ini memperbaruinya.`,
    changes: 'Perubahan terhadap versi yang berlaku',
    changesFromLater: (n: number, date: string) =>
      `Perubahan terhadap versi ${n}, yang berlaku mulai ${date}`,
    freeOfCharge: 'Gratis',
    fee: 'Biaya',
    feeByCase: 'Biaya: salah satu, menurut jenisnya',
    keeps: 'Cara berjalannya',
    keepNames: {
      tetap: 'tetap seperti sekarang; hanya isi keputusannya yang baru',
      'susun-ulang': 'disusun ulang dari keputusan ini',
    },
    newRequirements: 'Persyaratan baru ditambahkan: diunggah atau diperiksa petugas, menurut kata-katanya.',
    supervisors: (titles: readonly string[]) => `Pengawas: ${titles.join('; ') || 'tidak ada'}`,
    supervisorsLabel: 'Jabatan yang melihat semua permohonan layanan ini',
    sameAs: (titles: readonly string[]) => `Sejenis dengan: ${titles.join('; ') || 'tidak ada'}`,
    sameAsLabel: 'Termasuk layanan yang mana?',
    sameAsHint:
      'Agar warga dapat membandingkannya dengan daerah lain. Diusulkan dari judul dan produknya; kosongkan bila tidak ada yang sama.',
    classes: 'Golongan dengan waktu sendiri',
    classesHint: 'Dibaca dari jangka waktunya. Sesudah berkas diperiksa, petugas menetapkan golongannya.',
    class: (n: number) => `Golongan ${n}`,
    classEn: (n: number) => `Golongan ${n} dalam bahasa Inggris`,
    settled: (title: string) => `Temuan: ${title}`,
    settledHint:
      'Centang yang sudah Anda perbaiki atau tidak benar. Selebihnya tercatat pada layanannya; masyarakat tidak melihatnya.',
  },
  en: {
    version: 'A new service or the next version',
    follows: 'This decree holds',
    newService: 'A new service',
    nextOf: (title: string) => `The next version of: ${title}`,
    notYet: (label: string, date: string) => `${label} (in force from ${date})`,
    taken: (title: string, free: string) =>
      `The service “${title}” has this address already. Use another one, such as ${free}, or choose “The next version of: ${title}” where this decree renews it.`,
    changes: 'Changes against the version in force',
    changesFromLater: (n: number, date: string) => `Changes against version ${n}, in force from ${date}`,
    freeOfCharge: 'Free of charge',
    fee: 'Fee',
    feeByCase: 'Fee: one of these, by case',
    keeps: 'How it runs',
    keepNames: {
      tetap: 'as it does now; only what the decree says is new',
      'susun-ulang': 'put together anew from this decree',
    },
    newRequirements: 'New requirements are added: uploaded or looked at by an officer, as their words say.',
    supervisors: (titles: readonly string[]) => `Supervisors: ${titles.join('; ') || 'none'}`,
    supervisorsLabel: 'Posts that see every request of this service',
    sameAs: (titles: readonly string[]) => `The same as: ${titles.join('; ') || 'none'}`,
    sameAsLabel: 'Which of these services is it?',
    sameAsHint:
      'So that people can compare it with other regions. Proposed from title and product; leave all empty if none is the same.',
    classes: 'Classes with a time of their own',
    classesHint: 'Read from the promised time. Once the papers are checked, an official sets the class.',
    class: (n: number) => `Class ${n}`,
    classEn: (n: number) => `Class ${n} in English`,
    settled: (title: string) => `Findings: ${title}`,
    settledHint:
      'Tick what you have mended or what is not so. The rest is noted with the service; the public does not see it.',
  },
});
