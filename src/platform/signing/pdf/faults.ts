import { Fault } from '../../../ground/index.ts';

/** The file is no PDF, is damaged, or uses what signing does not handle; `detail` is for the log of whoever asks, in English. */
export class PdfUnreadable extends Fault {
  readonly detail: string;

  constructor(detail: string) {
    super('invalid', 'pdf-unreadable', {
      id: 'Berkas ini bukan PDF yang utuh. Simpan ulang sebagai PDF, lalu coba lagi.',
      en: 'This file is not a whole PDF. Save it as PDF again, then try once more.',
    });
    this.name = 'PdfUnreadable';
    this.detail = detail;
  }
}

export const pdfEncrypted = (): Fault =>
  new Fault('invalid', 'pdf-encrypted', {
    id: 'PDF ini dilindungi kata sandi. Simpan tanpa perlindungan, lalu coba lagi.',
    en: 'This PDF is protected by a password. Save it without protection, then try again.',
  });

export const pdfCertified = (): Fault =>
  new Fault('conflict', 'pdf-certified', {
    id: 'Penanda tangan pertama PDF ini melarang perubahan apa pun, juga tanda tangan tambahan.',
    en: 'The first signer of this PDF forbids every change, further signatures too.',
  });

export const pageMissing = (): Fault =>
  new Fault('invalid', 'pdf-page-missing', {
    id: 'Halaman untuk tanda tangan tidak ada dalam PDF ini.',
    en: 'The page for the signature is not in this PDF.',
  });

export const boxTooSmall = (): Fault =>
  new Fault('invalid', 'signature-box-small', {
    id: 'Tempat tanda tangan terlalu kecil untuk dibaca. Beri paling sedikit 3 cm × 1 cm.',
    en: 'The place of the signature is too small to be read. Give it at least 3 cm × 1 cm.',
  });
