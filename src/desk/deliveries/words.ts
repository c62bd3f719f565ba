import { catalogue } from '../../ui/index.ts';

/** What pages of products delivered by the program say. */
export const deliveryWords = catalogue({
  id: {
    byProgram: 'Diserahkan oleh sistem',
    byProgramHint: 'Pilih yang dibuat sekarang. Anda melihat rencananya dulu; belum ada yang dibuat.',
    showPlan: 'Lihat rencana',
    orByHand: 'Sudah dikerjakan dengan tangan? Serahkan dengan bukti',
    planTitle: 'Rencana penyerahan',
    planLead:
      'Periksa. Setelah Anda menekan tombol di bawah, sistem mengerjakannya dan memeriksa hasilnya sendiri.',
    through: 'Lewat',
    secretExpired:
      'Kata sandi pertama tidak dibuka pemohon dalam 14 hari, jadi tidak dapat dibuka lagi. Anda dapat meminta yang baru; hanya pemohon yang dapat membukanya.',
    secretOpened:
      'Kata sandi pertama sudah dibuka. Tidak terbaca oleh pemiliknya, misalnya karena sambungan terputus? Buat yang baru: yang lama berhenti berlaku, juga bila sudah diganti pemiliknya. Pastikan dahulu bahwa yang meminta adalah pemiliknya.',
    secretOnItsWay: 'Kata sandi pertama yang baru sedang dibuat',
    secretStopped: 'Kata sandi pertama yang baru belum dapat dibuat, perlu Anda',
    secretStoppedText:
      'Sistem tidak mencoba lagi sendiri. Perbaiki sebabnya, lalu minta lagi di bawah; pemiliknya menunggu.',
    firstSecret: 'Anda dan administrator tidak pernah melihat kata sandi pertama.',
    planChanged: 'Rencana berubah',
    planChangedText:
      'Sejak Anda melihatnya, rencananya berubah. Belum ada yang dikerjakan. Periksa lagi di bawah.',
    confirm: 'Kerjakan sekarang',
    back: 'Kembali dan ubah',
    restTitle: (titles: string) => `Tidak dipilih: ${titles}`,
    restLater: 'Dibuat nanti; tahapan ini tetap terbuka untuk itu',
    restNot: 'Tidak dibuat; tahapan selesai tanpa itu',
    progressTitle: 'Penyerahan oleh sistem',
    running:
      'Sedang dikerjakan. Bila terhenti, sistem memeriksa dan melanjutkan sendiri. Halaman ini dapat Anda tinggalkan.',
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
    },
    stuck: 'belum dapat dicabut, perlu Anda',
    stillThere: 'Produk ini belum dapat dicabut dan mungkin masih dapat dipakai. Baca sebabnya di atas.',
    stillTried: 'Sistem tetap mencoba setiap jam.',
    withdrawnHint: 'Apa yang Anda cabut, di mana, dan kapan. Dibaca petugas.',
    keptText: 'Produk tetap berlaku, dan pemohon diberi tahu.',
    whole: 'Saya sudah memeriksa di server tujuan: produknya masih utuh',
    cause: 'Sebab',
    attempts: 'Percobaan gagal',
    nextAt: 'Dicoba lagi',
    which: 'Penyerahan',
    several: 'Yang dicabut',
    severalHint: 'Alasannya satu untuk semua yang dipilih. Masing-masing dicabut dan dicatat sendiri.',
    inDoubt:
      'Belum pasti apakah sesuatu sudah dibuat. "Coba lagi" memeriksa dulu di server tujuan dan tidak membuat dua kali.',
    absent: 'Saya sudah memeriksa di server tujuan: tidak ada yang dibuat',
    tryFirst:
      'Tekan "Coba lagi" dulu: sistem memeriksa sendiri apa yang sudah ada. Isi di sini hanya bila Anda sendiri sudah memeriksanya.',
    looked: 'Saya sudah memeriksa di server tujuan: yang saya tulis di sini ada di sana, dan hanya satu',
    evidence: 'Yang Anda kerjakan, dengan kata-kata',
    evidenceHint: 'Dibaca pemohon, misalnya alamat yang dibuat.',
    recordLead:
      'Isian di bawah menjadi catatan produk layanan: pemohon melihatnya, dan masa berlakunya diingatkan.',
    stoppedTitle: 'Penyerahan yang terhenti',
    stoppedAll: 'Lihat semua penyerahan yang terhenti',
    stoppedLead:
      'Produk layanan yang tidak dapat dibuat atau dicabut sistem, dan kata sandi pertama yang tidak dapat dibuat ulang, sampai seseorang bertindak. Buka permohonannya untuk mencoba lagi, mengerjakan dengan tangan, atau membatalkan.',
    stoppedCount: (count: number, most: boolean) =>
      `${count}${most ? ' atau lebih' : ''} penyerahan terhenti dan perlu seseorang bertindak.`,
    stoppedMore: (count: number) => `Yang tampil ${count} yang paling lama terhenti; masih ada yang lain.`,
    stoppedShow: 'Lihat yang terhenti',
    what: 'Yang terhenti',
    stoppedWhat: {
      making: 'penyerahan',
      withdrawing: 'pencabutan',
      secret: 'kata sandi pertama yang baru',
    },
    stoppedNone: 'Tidak ada penyerahan yang terhenti.',
    stoppedNoneHint:
      'Bila server tujuan tidak menjawab, sistem mencoba lagi sendiri selama sehari sebelum muncul di sini.',
    request: 'Permohonan',
    product: 'Produk',
    since: 'Sejak',
  },
  en: {
    byProgram: 'Delivered by the program',
    byProgramHint: 'Choose what is made now. You see the plan first; nothing is made yet.',
    showPlan: 'See the plan',
    orByHand: 'Done by hand already? Hand over with evidence',
    planTitle: 'Plan of the delivery',
    planLead: 'Check it. When you press the button below, the program does it and checks the outcome itself.',
    through: 'Through',
    secretExpired:
      'The applicant did not open the first password within 14 days, so it cannot be opened any more. You can ask for a new one; only the applicant can open it.',
    secretOpened:
      'The first password was opened. Did its owner not get to read it, as when the line broke? Make a new one: the old one stops working, also if the owner has changed it since. First make sure that it is the owner who asks.',
    secretOnItsWay: 'A new first password is being made',
    secretStopped: 'The new first password could not be made, needs you',
    secretStoppedText:
      'The program does not try again by itself. Put the cause right, then ask again below; the owner is waiting.',
    firstSecret: 'Neither you nor the administrator ever sees the first password.',
    planChanged: 'The plan changed',
    planChangedText: 'It changed since you saw it. Nothing was done yet. Check it again below.',
    confirm: 'Do it now',
    back: 'Back, to change it',
    restTitle: (titles: string) => `Not chosen: ${titles}`,
    restLater: 'Made later; this step stays open for it',
    restNot: 'Not made; the step ends without it',
    progressTitle: 'Delivery by the program',
    running:
      'It is being done. If it is interrupted, the program checks and goes on by itself. You may leave this page.',
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
    stuck: 'not withdrawn yet, needs you',
    stillThere: 'This product could not be withdrawn yet and may still be in use. Read the cause above.',
    stillTried: 'The program tries on every hour.',
    withdrawnHint: 'What you withdrew, where and when. Read by officials.',
    keptText: 'The product stays, and the applicant is told.',
    whole: 'I have looked at the server: the product is still whole',
    cause: 'Cause',
    attempts: 'Failed tries',
    nextAt: 'Tried again',
    which: 'Delivery',
    several: 'What is withdrawn',
    severalHint: 'One reason for all that are chosen. Each is withdrawn and recorded by itself.',
    inDoubt:
      'It is not certain whether something was made. "Try again" looks at the server first and makes nothing twice.',
    absent: 'I have looked at the server: nothing was made',
    tryFirst:
      'Press "Try again" first: the program looks up by itself what is there. Fill this in only when you have looked yourself.',
    looked: 'I have looked at the server: what I write here is there, and only once',
    evidence: 'What you did, in words',
    evidenceHint: 'Read by the applicant, for example the address that was made.',
    recordLead:
      'The fields below become the record of the product: the applicant sees it, and is reminded before it ends.',
    stoppedTitle: 'Deliveries that stopped',
    stoppedAll: 'See all deliveries that stopped',
    stoppedLead:
      'Products that the program cannot make or withdraw, and first passwords that it cannot make anew, until somebody acts. Open the request to try again, to do it by hand, or to take it back.',
    stoppedCount: (count: number, most: boolean) =>
      `${count}${most ? ' or more' : ''} ${count === 1 ? 'delivery has stopped and needs' : 'deliveries have stopped and need'} somebody to act.`,
    stoppedMore: (count: number) => `Shown are the ${count} that stopped first; there are more.`,
    stoppedShow: 'See what stopped',
    what: 'What stopped',
    stoppedWhat: {
      making: 'delivery',
      withdrawing: 'withdrawal',
      secret: 'new first password',
    },
    stoppedNone: 'No delivery has stopped.',
    stoppedNoneHint:
      'When a server does not answer, the program tries again by itself for a day before it shows here.',
    request: 'Request',
    product: 'Product',
    since: 'Since',
  },
});
