import { catalogue } from '../../ui/index.ts';

/** "If I apply on …": the public calculator of a service's deadline. */
export const reckonWords = catalogue({
  id: {
    title: 'Hitung waktu selesai',
    crumb: 'Hitung waktu selesai',
    lead: 'Pilih kapan Anda akan mengajukan, lalu lihat sampai kapan kami harus selesai dan bagaimana itu dihitung.',
    description: (service: string) =>
      `Kapan ${service} selesai paling lambat, dihitung dari hari dan jam pengajuan.`,
    due: 'Selesai paling lambat',
    ifReceived: (when: string, promise: string) =>
      `Bila kami terima lengkap ${when}. Waktu yang dijanjikan: ${promise}.`,
    ifComplete: (when: string, promise: string) =>
      `Bila berkas dinyatakan lengkap ${when}. Waktu yang dijanjikan: ${promise}.`,
    provisional: 'Sementara: hari libur sesudah tanggal itu belum ditetapkan.',
    how: 'Bagaimana dihitung',
    askTitle: 'Coba hari lain',
    stored: 'Tidak ada yang disimpan. Alamat halaman ini dapat dibagikan.',
    date: 'Diajukan pada',
    dateComplete: 'Berkas dinyatakan lengkap pada',
    time: (zone: string) => `Pukul (${zone})`,
    timeHint: 'Misalnya 09.00',
    class: 'Golongan pengaduan atau permohonan',
    ofClass: (label: string) => `Golongan: ${label}.`,
    classHint: 'Ditetapkan petugas; setiap golongan mempunyai waktu sendiri.',
    noClass: 'Belum digolongkan',
    file: 'Apakah berkas Anda lengkap?',
    complete: 'Lengkap',
    incomplete: 'Masih ada yang kurang',
    reckon: 'Hitung',
    unknownYet: 'Belum dapat disebut',
    returned: (due: string) =>
      `Semua kekurangan kami beri tahukan sekaligus. Waktu kami berhenti sejak berkas dikembalikan sampai Anda melengkapinya, lalu diteruskan. Bila lengkap sejak awal: paling lambat ${due}.`,
    notStarted: (due: string) =>
      `Waktu kami baru berjalan ketika berkas dinyatakan lengkap. Bila itu terjadi pada waktu yang Anda pilih: paling lambat ${due}.`,
    faults: {
      date: 'Isi tanggal pengajuan.',
      time: 'Tulis jam dan menit, misalnya 09.00.',
      choice: 'Pilih salah satu.',
      early: (year: number) =>
        `Kalender kami memuat hari libur sejak tahun ${year}. Pilih tanggal sesudahnya.`,
      outside: 'Tenggatnya jatuh di luar tahun yang dimuat kalender kami. Pilih tanggal lain.',
    },
    notKept: 'Perbaiki, lalu hitung lagi.',
    toService: 'Kembali ke layanan',
  },
  en: {
    title: 'Reckon when it will be done',
    crumb: 'Reckon when it will be done',
    lead: 'Choose when you will apply, and see by when we must be done and how that is found.',
    description: (service: string) =>
      `By when ${service} is done at the latest, reckoned from the day and time of applying.`,
    due: 'Done at the latest by',
    ifReceived: (when: string, promise: string) =>
      `If we receive it complete ${when}. Promised time: ${promise}.`,
    ifComplete: (when: string, promise: string) =>
      `If your documents are found complete ${when}. Promised time: ${promise}.`,
    provisional: 'Provisional: holidays after that date have not been decreed yet.',
    how: 'How it is found',
    askTitle: 'Try another day',
    stored: 'Nothing is stored. The address of this page can be shared.',
    date: 'Applied on',
    dateComplete: 'Documents found complete on',
    time: (zone: string) => `At (${zone})`,
    timeHint: 'For example 09.00',
    class: 'Class of the complaint or request',
    ofClass: (label: string) => `Class: ${label}.`,
    classHint: 'Set by an official; each class has its own time.',
    noClass: 'Not yet classified',
    file: 'Are your documents complete?',
    complete: 'Complete',
    incomplete: 'Something is still missing',
    reckon: 'Reckon',
    unknownYet: 'Cannot be said yet',
    returned: (due: string) =>
      `We tell you everything that is missing at once. Our clock stands from when the documents are returned until you complete them, then it goes on. If complete from the start: by ${due}.`,
    notStarted: (due: string) =>
      `Our clock only starts when the documents are found complete. If that happens at the time you chose: by ${due}.`,
    faults: {
      date: 'Enter the date of applying.',
      time: 'Enter hours and minutes, for example 09.00.',
      choice: 'Choose one of them.',
      early: (year: number) => `Our calendar holds the holidays from ${year} on. Choose a later date.`,
      outside: 'The deadline lies outside the years that our calendar holds. Choose another date.',
    },
    notKept: 'Correct it, then reckon again.',
    toService: 'Back to the service',
  },
});
