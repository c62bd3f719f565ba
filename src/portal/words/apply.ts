import { catalogue } from '../../ui/index.ts';

/** What the message with a draft's link tells. */
export interface LinkFacts {
  readonly service: string;
  readonly office: string;
  readonly link: string;
  /** "Senin, 7 Desember 2026". */
  readonly until: string;
}

/** Applying: the form, its drafts, the privacy notice, the receipt. */
export const applyWords = catalogue({
  id: {
    apply: {
      crumb: 'Ajukan',
      filesTitle: 'Unggah berkas',
      filesLead: 'Berkas yang sudah tersimpan tidak perlu diunggah lagi.',
      filesNumberGiven: (number: string) =>
        `Anda menulis nomor surat ${number}, jadi surat itu tidak perlu diunggah.`,
      fileKinds: 'PDF, JPG atau PNG',
      trap: 'Kosongkan bagian ini',
      onceMore: 'Isian Anda sudah ada di bawah. Periksa sebentar, lalu tekan Lanjutkan sekali lagi.',
      limited: (seconds: number) =>
        `Dari jaringan Anda datang banyak permohonan sekaligus. Isian Anda tetap ada di sini; kirim lagi dalam ${seconds} detik.`,
      filesLimited: (minutes: number) =>
        `Dari jaringan Anda datang banyak berkas sekaligus, jadi berkas ini belum tersimpan. Kirim lagi dalam ${minutes} menit.`,
      resumeLink: 'Tautan untuk melanjutkan',
      resumeHint: 'Siapa pun yang memegang tautan ini dapat membuka isian Anda. Simpan untuk Anda sendiri.',
      resumeUntil: (date: string) => `Tersimpan sampai ${date}. Sesudah itu kami hapus.`,
      resumeContinue: 'Lanjutkan sekarang',
      mailTitle: 'Kirim tautan ini ke surel Anda',
      mailTo: 'Alamat surel Anda',
      mailHint: 'Hanya tautannya yang kami kirim, bukan isian Anda.',
      mailSend: 'Kirim tautan',
      mailed: (to: string) => `Tautan sedang dikirim ke ${to}. Periksa juga folder spam.`,
      mailedInDemo: (to: string) => `Dalam peragaan surel tidak keluar. Yang akan dikirim ke ${to}:`,
      mailedOften: (minutes: number) =>
        `Tautan sudah beberapa kali dikirim. Coba lagi dalam ${minutes} menit, atau salin tautannya.`,
      sentTitle: 'Isian ini sudah dikirim',
      sentText: 'Permohonannya sudah kami terima. Lihat tanda terimanya.',
      sentAction: 'Buka tanda terima',
      changed: 'Isian ini berubah sejak Anda membukanya, mungkin di jendela lain. Periksa sekali lagi.',
      filesCheckTitle: 'Berkas Anda',
      noAnswer: 'Tidak diisi',
      noFile: 'Tidak ada',
      afterSend: 'Sesudah dikirim Anda mendapat nomor, kunci pelacakan dan tenggat kami.',
      declare: 'Dengan mengirim, Anda menyatakan bahwa isian ini benar.',
      attackedUnknown:
        'Nomor ini bukan permohonan untuk layanan yang Anda keberatani. Periksa tanda terimanya.',
    },
    linkMail: {
      subject: (service: string) => `Lanjutkan isian Anda: ${service}`,
      text: ({ service, office, link, until }: LinkFacts) =>
        `Buka tautan ini untuk melanjutkan isian Anda untuk ${service}:\n\n${link}\n\nTersimpan sampai ${until}. Siapa pun yang memegang tautan ini dapat membuka isian Anda; jangan teruskan surel ini.\n\nBila Anda tidak meminta surel ini, abaikan saja.\n\n${office}`,
    },
    privacyNotice: {
      summary: 'Untuk apa NIK dan KTP Anda kami minta',
      purposeText: (service: string) =>
        `Memastikan siapa pemohon layanan ${service}. Tidak dipakai untuk hal lain.`,
      more: 'Dasar hukum, lama penyimpanan, dan hak Anda',
      basis: 'Dasar hukum',
      basisText:
        'Pelaksanaan tugas pelayanan publik, UU 27/2022 tentang Pelindungan Data Pribadi Pasal 20 ayat (2) huruf e. Pemberitahuan ini menurut Pasal 21.',
      readersText: (posts: string) => `Yang membacanya: ${posts}. Setiap pembukaan salinan KTP dicatat.`,
      retention: 'Disimpan berapa lama',
      rights: 'Hak Anda',
      rightsText:
        'Meminta salinan, perbaikan atau penghapusan data Anda, dan menarik permohonan (UU 27/2022 Pasal 5 sampai 13).',
      contact: 'Hubungi',
      controller: 'Pengendali data',
    },
    receipt: {
      crumb: 'Tanda terima',
      keyHint:
        'Hanya dengan kunci ini Anda dapat melihat perkembangan dan mengambil hasilnya. Kami tidak dapat menampilkannya lagi nanti; jangan berikan kepada orang lain.',
      received: 'Diterima',
      service: 'Layanan',
      channel: 'Melalui',
      channelPortal: 'Laman ini (daring)',
      due: 'Selesai paling lambat',
      toCounter: 'Bawa ke loket dengan nomor permohonan ini',
      dueLater: 'Dihitung sejak berkas dinyatakan lengkap',
      noFiles: 'Tidak ada berkas yang diunggah.',
      qrLabel: 'Kode QR ke halaman pelacakan',
      followAt: 'Ikuti perkembangannya di',
      print: 'Cetak tanda terima',
      paperTitle: 'Untuk dicetak',
      document: 'Berkas',
      file: 'Nama berkas',
      size: 'Ukuran',
      next: (post: string) => `Sesudah ini: ${post}.`,
      online: 'Diserahkan melalui laman, tanpa tanda tangan basah',
    },
    faults: {
      draftGone:
        'Isian ini sudah dikirim atau sudah dihapus sesudah 14 hari. Mulai lagi dari halaman layanan.',
    },
  },
  en: {
    apply: {
      crumb: 'Apply',
      filesTitle: 'Upload your documents',
      filesLead: 'Documents that are kept already need not be uploaded again.',
      filesNumberGiven: (number: string) =>
        `You gave letter number ${number}, so that letter need not be uploaded.`,
      fileKinds: 'PDF, JPG or PNG',
      trap: 'Leave this empty',
      onceMore: 'Your answers are all here. Look over them, then press Continue once more.',
      limited: (seconds: number) =>
        `Many requests came from your network at once. Your answers are still here; send again in ${seconds} seconds.`,
      filesLimited: (minutes: number) =>
        `Many files came from your network at once, so this one was not kept. Send it again in ${minutes} minutes.`,
      resumeLink: 'Link to continue',
      resumeHint: 'Whoever has this link can open your answers. Keep it to yourself.',
      resumeUntil: (date: string) => `Kept until ${date}. After that we erase it.`,
      resumeContinue: 'Continue now',
      mailTitle: 'Send this link to your e-mail',
      mailTo: 'Your e-mail address',
      mailHint: 'We send only the link, not your answers.',
      mailSend: 'Send the link',
      mailed: (to: string) => `The link is on its way to ${to}. Look into the spam folder, too.`,
      mailedInDemo: (to: string) => `No mail leaves a demonstration. This would be sent to ${to}:`,
      mailedOften: (minutes: number) =>
        `The link was sent several times. Try again in ${minutes} minutes, or copy the link.`,
      sentTitle: 'These answers have been sent',
      sentText: 'We have received the request. See its receipt.',
      sentAction: 'Open the receipt',
      changed: 'These answers changed since you opened the page, perhaps in another window. Check once more.',
      filesCheckTitle: 'Your documents',
      noAnswer: 'Not answered',
      noFile: 'None',
      afterSend: 'Once sent, you get a number, a tracking key and our deadline.',
      declare: 'By sending you declare that these answers are true.',
      attackedUnknown: 'This is not the number of a request you can object to here. Check its receipt.',
    },
    linkMail: {
      subject: (service: string) => `Continue your application: ${service}`,
      text: ({ service, office, link, until }: LinkFacts) =>
        `Open this link to continue your application for ${service}:\n\n${link}\n\nKept until ${until}. Whoever has this link can open your answers; do not forward this e-mail.\n\nIf you did not ask for this e-mail, ignore it.\n\n${office}`,
    },
    privacyNotice: {
      summary: 'What we need your NIK and KTP for',
      purposeText: (service: string) => `To make sure who applies for ${service}. Used for nothing else.`,
      more: 'Legal basis, how long it is kept, and your rights',
      basis: 'Legal basis',
      basisText:
        'Carrying out a task of public service, Law 27/2022 on Personal Data Protection art. 20(2)(e). You are told this under art. 21.',
      readersText: (posts: string) => `Read by: ${posts}. Every opening of a copy of your KTP is logged.`,
      retention: 'How long it is kept',
      rights: 'Your rights',
      rightsText:
        'To ask for a copy, a correction or the erasure of your data, and to withdraw the request (Law 27/2022 arts. 5 to 13).',
      contact: 'Contact',
      controller: 'Data controller',
    },
    receipt: {
      crumb: 'Receipt',
      keyHint:
        'Only with this key can you see the progress and collect the result. We cannot show it again later; give it to nobody.',
      received: 'Received',
      service: 'Service',
      channel: 'Through',
      channelPortal: 'This website (online)',
      due: 'Done at the latest by',
      toCounter: 'Bring to the counter, with this request number',
      dueLater: 'Counted from when your documents are found complete',
      noFiles: 'No documents were uploaded.',
      qrLabel: 'QR code of the tracking page',
      followAt: 'Follow the progress at',
      print: 'Print the receipt',
      paperTitle: 'To print',
      document: 'Document',
      file: 'File name',
      size: 'Size',
      next: (post: string) => `Next: ${post}.`,
      online: 'Handed in through the website, without a handwritten signature',
    },
    faults: {
      draftGone:
        'These answers have been sent, or were erased after 14 days. Start again from the service page.',
    },
  },
});
