import { catalogue } from '../../ui/index.ts';

/** The waiting room: numbers that visitors take themselves, screen, kiosk and poster. */
export const roomWords = catalogue({
  id: {
    title: 'Ruang tunggu',
    link: 'Ruang tunggu: layar, mesin nomor, poster',
    lead: 'Pengunjung dapat mengambil nomor sendiri: dengan ponsel, atau pada tablet di pintu masuk.',
    off: 'Nomor hanya diambil petugas',
    offText: 'Aktifkan bila ruang tunggu memakai layar, tablet, atau poster. Dapat dihentikan kapan saja.',
    on: 'Pengunjung mengambil nomor sendiri',
    onText:
      'Hanya dengan kode hari ini atau pada tablet di kantor, mulai 30 menit sebelum loket buka sampai tutup. Tanpa data pribadi.',
    open: 'Aktifkan',
    close: 'Hentikan',
    closeText:
      'Nomor yang sudah diambil tetap dipanggil. Layar dan tablet berhenti; alamatnya baru bila diaktifkan lagi.',
    renew: 'Ganti kode dan alamat',
    renewText:
      'Bila kode beredar di luar kantor. Kode lama langsung tidak berlaku; buka lagi layar dan tablet dengan alamat baru.',
    code: 'Kode hari ini',
    codeHint: 'Berganti sendiri setiap hari dan tampak pada layar. Sebutkan kepada pengunjung yang bertanya.',
    screen: 'Layar ruang tunggu',
    screenText: 'Untuk televisi atau monitor: nomor yang dipanggil, yang menunggu, dan cara mengambil nomor.',
    kiosk: 'Mesin nomor di pintu masuk',
    kioskText: 'Untuk tablet atau ponsel yang berdiri di pintu: satu tombol, satu nomor.',
    openThere: 'Buka di perangkat itu, atau pindai dengan kameranya:',
    openHere: 'Buka di sini',
    secret:
      'Alamat layar dan mesin nomor hanya untuk perangkat kantor: siapa yang memilikinya dapat mengambil nomor.',
    qr: 'Kode QR alamat ini',
    poster: 'Poster untuk dicetak',
    posterText: 'Ditempel di pintu. Kodenya tidak tercetak, jadi poster tidak perlu diganti.',
    posterOpen: 'Lihat poster',
    posterTitle: 'Ambil nomor antrean dengan ponsel',
    posterSteps: [
      'Pindai gambar di atas dengan kamera ponsel.',
      'Tulis kode hari ini. Kodenya ada pada layar ruang tunggu atau pada petugas loket.',
      'Tunggu di dekat loket. Nomor Anda dipanggil.',
    ],
    posterElse: 'Tanpa ponsel? Mintalah nomor pada petugas loket.',
    posterQr: 'Kode QR halaman antrean loket ini',
    own: 'diambil sendiri',
    waiting: 'Menunggu',
    people: (count: number) => `${count} orang`,
  },
  en: {
    title: 'Waiting room',
    link: 'Waiting room: screen, number machine, poster',
    lead: 'Visitors can take a number themselves: with a phone, or at a tablet by the door.',
    off: 'Only officers draw numbers',
    offText:
      'Switch it on where the waiting room has a screen, a tablet or a poster. It can be stopped at any time.',
    on: 'Visitors take numbers themselves',
    onText:
      'Only with the code of the day or at a tablet in the office, from 30 minutes before the counter opens until it closes. No personal data.',
    open: 'Switch on',
    close: 'Stop',
    closeText:
      'Numbers taken are still called. Screen and tablet stop; their addresses are new when it is switched on again.',
    renew: 'New code and addresses',
    renewText:
      'When the code goes round outside the office. The old code ends at once; open screen and tablet again at their new addresses.',
    code: 'Code of the day',
    codeHint: 'It changes by itself every day and stands on the screen. Tell it to visitors who ask.',
    screen: 'Waiting-room screen',
    screenText: 'For a television or monitor: the number called, who waits, and how to take a number.',
    kiosk: 'Number machine by the door',
    kioskText: 'For a tablet or phone that stands by the door: one button, one number.',
    openThere: 'Open it on that device, or scan it with its camera:',
    openHere: 'Open it here',
    secret:
      'The addresses of screen and machine are for devices of the office only: whoever has them can take numbers.',
    qr: 'QR code of this address',
    poster: 'Poster to print',
    posterText: 'For the door. The code is not printed on it, so the poster need not be changed.',
    posterOpen: 'See the poster',
    posterTitle: 'Take a queue number with your phone',
    posterSteps: [
      'Scan the picture above with the camera of your phone.',
      'Enter the code of the day. It stands on the screen in the waiting room; the officer at the counter knows it too.',
      'Wait near the counter. Your number is called.',
    ],
    posterElse: 'No phone? Ask the officer at the counter for a number.',
    posterQr: 'QR code of the queue page of this counter',
    own: 'taken by the visitor',
    waiting: 'Waiting',
    people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  },
});
