import type { Lang } from '../../ui/index.ts';

/** What pages of products delivered by the program say. */
const id = {
  byProgram: 'Diserahkan oleh sistem',
  byProgramHint: 'Pilih yang dibuat sekarang. Anda melihat rencananya dulu; belum ada yang dibuat.',
  showPlan: 'Lihat rencana',
  orByHand: 'Sudah dikerjakan dengan tangan? Serahkan dengan bukti',
  planTitle: 'Rencana penyerahan',
  planLead:
    'Periksa. Setelah Anda menekan tombol di bawah, sistem mengerjakannya dan memeriksa hasilnya sendiri.',
  through: 'Lewat',
  firstSecret: 'Anda dan administrator tidak pernah melihat kata sandi pertama.',
  planChanged: 'Rencana berubah',
  planChangedText:
    'Sejak Anda melihatnya, rencananya berubah. Belum ada yang dikerjakan. Periksa lagi di bawah.',
  confirm: 'Kerjakan sekarang',
  back: 'Kembali dan ubah',
  progressTitle: 'Penyerahan oleh sistem',
  running: 'Sedang dikerjakan. Halaman ini dapat Anda tinggalkan.',
  state: {
    ordered: 'menunggu giliran',
    calling: 'sedang dikerjakan',
    doubtful: 'hasilnya sedang diperiksa',
    stopped: 'terhenti, perlu Anda',
    delivered: 'sudah ada',
    'by-hand': 'dikerjakan dengan tangan',
    cancelled: 'dibatalkan',
    withdrawing: 'sedang dicabut',
    withdrawn: 'sudah dicabut',
  } as Readonly<Record<string, string>>,
  cause: 'Sebab',
  attempts: 'Percobaan gagal',
  nextAt: 'Dicoba lagi',
  which: 'Penyerahan',
  inDoubt:
    'Belum pasti apakah sesuatu sudah dibuat. "Coba lagi" memeriksa dulu di server tujuan dan tidak membuat dua kali.',
  absent: 'Saya sudah memeriksa di server tujuan: tidak ada yang dibuat',
  tryFirst:
    'Tekan "Coba lagi" dulu: sistem memeriksa sendiri apa yang sudah ada. Isi di sini hanya bila Anda sendiri sudah memeriksanya.',
  looked: 'Saya sudah memeriksa di server tujuan: yang saya tulis di sini ada di sana, dan hanya satu',
  evidence: 'Yang Anda kerjakan, dengan kata-kata',
  evidenceHint: 'Dibaca pemohon, misalnya alamat yang dibuat.',
  stoppedTitle: 'Penyerahan yang terhenti',
  stoppedAll: 'Lihat semua penyerahan yang terhenti',
  stoppedLead:
    'Produk layanan yang tidak dapat dibuat sistem sampai seseorang bertindak. Buka permohonannya untuk mencoba lagi, mengerjakan dengan tangan, atau membatalkan.',
  stoppedNone: 'Tidak ada penyerahan yang terhenti.',
  stoppedNoneHint:
    'Bila server tujuan tidak menjawab, sistem mencoba lagi sendiri selama sehari sebelum muncul di sini.',
  request: 'Permohonan',
  product: 'Produk',
  since: 'Sejak',
} as const;

const en: { readonly [K in keyof typeof id]: K extends 'state' ? Readonly<Record<string, string>> : string } =
  {
    byProgram: 'Delivered by the program',
    byProgramHint: 'Choose what is made now. You see the plan first; nothing is made yet.',
    showPlan: 'See the plan',
    orByHand: 'Done by hand already? Hand over with evidence',
    planTitle: 'Plan of the delivery',
    planLead: 'Check it. When you press the button below, the program does it and checks the outcome itself.',
    through: 'Through',
    firstSecret: 'Neither you nor the administrator ever sees the first password.',
    planChanged: 'The plan changed',
    planChangedText: 'It changed since you saw it. Nothing was done yet. Check it again below.',
    confirm: 'Do it now',
    back: 'Back, to change it',
    progressTitle: 'Delivery by the program',
    running: 'It is being done. You may leave this page.',
    state: {
      ordered: 'waiting its turn',
      calling: 'being done',
      doubtful: 'its outcome is being looked up',
      stopped: 'stopped, needs you',
      delivered: 'there',
      'by-hand': 'done by hand',
      cancelled: 'taken back',
      withdrawing: 'being withdrawn',
      withdrawn: 'withdrawn',
    },
    cause: 'Cause',
    attempts: 'Failed tries',
    nextAt: 'Tried again',
    which: 'Delivery',
    inDoubt:
      'It is not certain whether something was made. "Try again" looks at the server first and makes nothing twice.',
    absent: 'I have looked at the server: nothing was made',
    tryFirst:
      'Press "Try again" first: the program looks up by itself what is there. Fill this in only when you have looked yourself.',
    looked: 'I have looked at the server: what I write here is there, and only once',
    evidence: 'What you did, in words',
    evidenceHint: 'Read by the applicant, for example the address that was made.',
    stoppedTitle: 'Deliveries that stopped',
    stoppedAll: 'See all deliveries that stopped',
    stoppedLead:
      'Products that the program cannot make until somebody acts. Open the request to try again, to do it by hand, or to take it back.',
    stoppedNone: 'No delivery has stopped.',
    stoppedNoneHint:
      'When a server does not answer, the program tries again by itself for a day before it shows here.',
    request: 'Request',
    product: 'Product',
    since: 'Since',
  };

export const deliveryWords: { readonly [L in Lang]: typeof en } = { id, en };
