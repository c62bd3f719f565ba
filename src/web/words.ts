import { catalogue } from '../ui/index.ts';

/** Words of the frame that name our own pages. */
export const frameWords = catalogue({
  id: {
    portal: 'Pendopo',
    portalAbout: 'Layanan pemerintah daerah menurut Standar Pelayanan, dengan waktu selesai yang dijanjikan.',
    services: 'Layanan',
    track: 'Lacak permohonan',
    pledge: 'Maklumat pelayanan',
    privacy: 'Data pribadi Anda',
    verify: 'Periksa surat',
    api: 'API',
    staff: 'Masuk petugas',
    queue: 'Antrean',
    counter: 'Loket',
    administration: 'Kelola',
    noPost: 'Tanpa jabatan hari ini',
    signIn: 'Masuk',
    toQueue: 'Ke antrean',
    again: 'Coba lagi',
    formAgain: 'Buka lagi formulirnya',
    sendAgain: 'Kirim sekali lagi',
    kept: {
      here: 'Yang Anda ketik masih tersimpan di halaman ini. Biarkan halaman ini terbuka, lalu kirim sekali lagi.',
      not: 'Kiriman terakhir ini belum tersimpan. Yang sudah tersimpan sebelumnya tetap ada.',
      perhaps:
        'Kiriman terakhir ini mungkin belum tersimpan; tidak ada yang tersimpan setengah jalan. Periksa dahulu sebelum mengirim lagi.',
    },
  },
  en: {
    portal: 'Pendopo',
    portalAbout: 'Services of local governments by their service standards, each with a promised time.',
    services: 'Services',
    track: 'Track a request',
    pledge: 'Service pledge',
    privacy: 'Your personal data',
    verify: 'Check a letter',
    api: 'API',
    staff: 'Staff sign-in',
    queue: 'Queue',
    counter: 'Counter',
    administration: 'Administration',
    noPost: 'No post today',
    signIn: 'Sign in',
    toQueue: 'To the queue',
    again: 'Try again',
    formAgain: 'Open the form again',
    sendAgain: 'Send it again',
    kept: {
      here: 'What you typed is still kept on this page. Leave the page open, then send it again.',
      not: 'What you sent just now was not stored. What was stored before is still there.',
      perhaps:
        'What you sent just now may not have been stored; nothing was stored half-way. Check before you send it again.',
    },
  },
});

/** Groups in which agencies are offered. */
export const agencyKinds = catalogue({
  id: {
    agency: 'Perangkat daerah',
    'technical-unit': 'Unit pelaksana teknis',
    district: 'Kecamatan',
    'village-government': 'Pemerintah desa',
  },
  en: {
    agency: 'Agencies',
    'technical-unit': 'Technical units',
    district: 'Districts',
    'village-government': 'Village governments',
  },
});

/** Counter hours. */
export const counterHoursWords = catalogue({
  id: {
    days: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
    open: (hours: string) => `Loket buka ${hours}.`,
  },
  en: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    open: (hours: string) => `The counter is open ${hours}.`,
  },
});
