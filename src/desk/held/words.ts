import { catalogue } from '../../ui/index.ts';

/** Words of forms that officials come back to. */
export const heldWords = catalogue({
  id: {
    title: 'Lanjutkan isian Anda',
    back: 'Anda sudah masuk lagi',
    backText:
      'Sesi Anda berakhir ketika formulir ini dikirim. Isiannya tersimpan dan belum dikirim. Periksa, lalu kirim.',
    typed: 'Yang Anda tulis',
    nothingTyped: 'Formulir ini tidak memuat tulisan.',
    filesAgain:
      'Berkas tidak ikut tersimpan. Sesudah Anda mengirim, formulirnya terbuka lagi bila ada berkas yang perlu dipilih.',
    send: 'Kirim sekarang',
    leave: 'Jangan kirim, kembali ke antrean',
    gone: 'Isian ini tidak tersimpan lagi, atau disimpan oleh petugas atau di peramban lain.',
  },
  en: {
    title: 'Go on with what you typed',
    back: 'You are signed in again',
    backText:
      'Your session had ended when this form was sent. What you typed is kept and has not been sent. Look at it, then send it.',
    typed: 'What you wrote',
    nothingTyped: 'Nothing was written in this form.',
    filesAgain: 'Files were not kept. After sending, the form opens again where a file has to be chosen.',
    send: 'Send now',
    leave: 'Do not send, back to the queue',
    gone: 'This form is no longer kept, or it was kept for another official or in another browser.',
  },
});
