import { catalogue } from '../../ui/index.ts';

/** Words of an official's account as an administrator sees it. */
export const officialAccountWords = catalogue({
  id: {
    title: 'Akun dan sesi',
    lead: 'Yang dapat Anda lakukan bila telepon hilang, peramban tertinggal terbuka, atau kata sandi mungkin diketahui orang lain.',
    own: 'Ini akun Anda sendiri. Kata sandi, verifikasi dua langkah, dan sesi Anda ada di Akun Anda.',
    ownLink: 'Buka Akun Anda',
    done: {
      session: 'Sesi itu sudah diakhiri.',
      sessions: 'Semua sesi petugas ini sudah diakhiri.',
      password: 'Petugas ini harus mengganti kata sandinya sebelum bekerja lagi.',
      factor: 'Verifikasi dua langkah petugas ini sudah dilepas, dan semua sesinya diakhiri.',
    },
    sessions: {
      title: 'Sesi',
      none: 'Petugas ini sedang tidak masuk di peramban mana pun.',
      endAll: 'Akhiri semua sesi',
    },
    password: {
      title: 'Kata sandi',
      none: (username: string) =>
        `Belum ada kata sandi. Yang mengelola server memberikannya dengan: npx pendopo password ${username}`,
      has: 'Bila petugas lupa kata sandinya, yang mengelola server memberikan yang baru.',
      demanded: 'Harus diganti saat petugas ini bekerja lagi.',
      demand: 'Minta kata sandi diganti',
    },
    factor: {
      title: 'Verifikasi dua langkah',
      off: 'Tidak aktif.',
      on: (since: string) => `Aktif sejak ${since}.`,
      left: (count: number) => `${count} dari 10 kode pemulihan belum dipakai.`,
      reset: 'Atur ulang verifikasi dua langkah',
      explained: (name: string) =>
        `Pastikan dahulu bahwa yang meminta benar-benar ${name}: setelah ini kata sandinya saja cukup untuk masuk. Semua sesinya berakhir.`,
      reason: 'Alasan',
      reasonHint: 'Misalnya: telepon hilang, dikenali langsung di kantor. Tercatat bersama nama Anda.',
      reasonNeeded: 'Sebutkan alasannya.',
    },
  },
  en: {
    title: 'Account and sessions',
    lead: 'What you can do when a phone is lost, a browser was left open, or somebody else may know the password.',
    own: 'This is your own account. Your password, two-step verification and sessions are in Your account.',
    ownLink: 'Open Your account',
    done: {
      session: 'That session has been ended.',
      sessions: 'All sessions of this official have been ended.',
      password: 'This official must change the password before working again.',
      factor: 'Two-step verification of this official is removed, and all their sessions are ended.',
    },
    sessions: {
      title: 'Sessions',
      none: 'This official is not signed in in any browser.',
      endAll: 'End all sessions',
    },
    password: {
      title: 'Password',
      none: (username: string) =>
        `There is no password yet. Whoever runs the server gives one with: npx pendopo password ${username}`,
      has: 'When the official has forgotten the password, whoever runs the server gives a new one.',
      demanded: 'Must be changed when this official works again.',
      demand: 'Demand a new password',
    },
    factor: {
      title: 'Two-step verification',
      off: 'Not on.',
      on: (since: string) => `On since ${since}.`,
      left: (count: number) => `${count} of 10 recovery codes are unused.`,
      reset: 'Reset two-step verification',
      explained: (name: string) =>
        `Make sure first that it is really ${name} who asks: from then on their password alone opens the desk. All their sessions end.`,
      reason: 'Reason',
      reasonHint:
        'Such as: phone lost, recognised in person at the office. Recorded together with your name.',
      reasonNeeded: 'Give the reason.',
    },
  },
});
