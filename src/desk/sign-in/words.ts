import { catalogue } from '../../ui/index.ts';

/** Words of signing in beyond those of the components' catalogue (`deskWords.signIn`). */
export const signInWords = catalogue({
  id: {
    out: 'Anda sudah keluar.',
    notKept:
      'Sesi Anda sudah berakhir. Formulir tadi tidak terkirim dan tidak disimpan: terlalu panjang, atau memuat sandi. Kembalilah dengan tombol peramban untuk menyalin isinya, lalu masuk.',
    kept: 'Nama yang Anda ketik masih ada. Kata sandi perlu diketik lagi.',
    provider: {
      title: 'Atau tanpa kata sandi',
      button: (name: string) => `Masuk lewat ${name}`,
      notBegun:
        'Peramban ini tidak memulai masuk lewat penyedia identitas, atau sudah lebih dari sepuluh menit. Mulai lagi.',
      stillIn: (name: string) => `Anda mungkin masih masuk di ${name}.`,
      outThere: (name: string) => `Keluar juga dari ${name}`,
    },
    demoTitle: 'Petugas contoh',
    demoText: (password: string) =>
      `Ini peragaan. Pilih petugas di bawah; kata sandi semua petugas contoh: ${password}`,
    wait: {
      time: (seconds: number) => (seconds < 120 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`),
      known: (time: string) => `Terlalu banyak percobaan. Tunggu ${time}, lalu coba lagi.`,
      unknown: (time: string) =>
        `Terlalu banyak percobaan dari peramban yang belum pernah dipakai masuk dengan nama ini. Tunggu ${time}, atau masuk dari peramban yang biasa Anda pakai: di sana Anda tidak perlu menunggu.`,
    },
    code: {
      title: 'Masukkan kode',
      lead: 'Kata sandi Anda benar. Langkah kedua: kode dari aplikasi autentikator di telepon Anda.',
      leadProvider: 'Langkah kedua: kode dari aplikasi autentikator di telepon Anda.',
      label: 'Kode enam angka',
      hint: 'Kode berganti setiap 30 detik.',
      submit: 'Lanjutkan',
      lost: 'Telepon tidak ada? Pakai kode pemulihan',
      recoveryTitle: 'Masukkan kode pemulihan',
      recoveryLead:
        'Salah satu dari sepuluh kode yang Anda simpan saat memasang verifikasi dua langkah. Setiap kode berlaku sekali.',
      recoveryLabel: 'Kode pemulihan',
      recoveryHint: 'Sepuluh huruf dan angka, misalnya k7m2p-9q4xw.',
      back: 'Pakai kode dari aplikasi',
      help: 'Keduanya hilang? Minta administrator mengatur ulang verifikasi dua langkah Anda.',
      again: 'Masuk sebagai orang lain',
      wrong: 'Kode ini tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi.',
      recoveryWrong: 'Kode pemulihan ini tidak cocok atau sudah dipakai.',
      kept: 'Anda masih di langkah kedua; kata sandi tidak perlu diketik lagi.',
      over: 'Waktu untuk memasukkan kode sudah habis. Masuk lagi dari awal.',
    },
  },
  en: {
    out: 'You are signed out.',
    notKept:
      'Your session was over. That form was not sent and is not kept: it is too long, or holds a password. Go back with the button of your browser to copy what you typed, then sign in.',
    kept: 'The name you typed is still there. The password must be typed again.',
    provider: {
      title: 'Or without a password',
      button: (name: string) => `Sign in through ${name}`,
      notBegun:
        'This browser did not begin to sign in through the identity provider, or it was more than ten minutes ago. Start again.',
      stillIn: (name: string) => `You may still be signed in at ${name}.`,
      outThere: (name: string) => `Sign out of ${name} as well`,
    },
    demoTitle: 'Example officials',
    demoText: (password: string) =>
      `This is a demonstration. Choose an official below; the password of all of them: ${password}`,
    wait: {
      time: (seconds: number) =>
        seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`,
      known: (time: string) => `Too many attempts. Wait ${time}, then try again.`,
      unknown: (time: string) =>
        `Too many attempts from browsers in which nobody has signed in with this name before. Wait ${time}, or sign in from the browser you usually use: there you need not wait.`,
    },
    code: {
      title: 'Enter the code',
      lead: 'Your password is right. The second step: the code from the authenticator app on your phone.',
      leadProvider: 'The second step: the code from the authenticator app on your phone.',
      label: 'Six-digit code',
      hint: 'The code changes every 30 seconds.',
      submit: 'Continue',
      lost: 'No phone at hand? Use a recovery code',
      recoveryTitle: 'Enter a recovery code',
      recoveryLead: 'One of the ten codes you kept when you set up two-step verification. Each works once.',
      recoveryLabel: 'Recovery code',
      recoveryHint: 'Ten letters and digits, such as k7m2p-9q4xw.',
      back: 'Use the code from the app',
      help: 'Lost both? Ask an administrator to reset your two-step verification.',
      again: 'Sign in as somebody else',
      wrong: 'This code does not match or was used already. Wait for the next one and try again.',
      recoveryWrong: 'This recovery code does not match or was used already.',
      kept: 'You are still at the second step; the password need not be typed again.',
      over: 'The time to enter the code is over. Sign in again from the start.',
    },
  },
});
