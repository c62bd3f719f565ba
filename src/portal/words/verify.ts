import type { Lang } from '../../ui/index.ts';

/** What the pages say on which everybody checks a letter. */
const id = {
  title: 'Periksa surat',
  lead: 'Ketik kode di bawah QR pada surat, atau unggah berkasnya. Berkas yang Anda unggah tidak disimpan.',
  code: 'Kode surat',
  codeHint: '16 huruf dan angka.',
  look: 'Periksa kode',
  file: 'Berkas surat',
  kinds: 'PDF, JPG, atau PNG',
  atMost: 'paling besar',
  fileHint:
    'Unggah berkas yang Anda terima, apa adanya. Untuk surat di kertas pakai kodenya: fotonya adalah berkas lain.',
  notKept: 'Berkas yang Anda unggah tidak disimpan.',
  check: 'Periksa berkas',
  unknown: 'Tidak ada surat dengan kode itu',
  unknownText: 'Periksa lagi kodenya. Bila tetap tidak ada, surat itu bukan diterbitkan lewat sistem ini.',
  number: 'Nomor',
  dated: 'Tanggal',
  office: 'Pemerintah daerah',
  state: 'Status',
  hash: 'SHA-256 berkas',
  states: {
    numbered: 'Bernomor, belum ditandatangani: belum berlaku',
    signed: 'Sah diterbitkan',
    void: 'Batal: surat ini tidak berlaku',
  },
  ways: {
    'by-hand': 'Ditandatangani dengan tangan',
    bsre: 'Ditandatangani secara elektronik (BSrE)',
    trial: 'Tanda tangan percobaan – bukan TTE tersertifikasi',
  },
  way: 'Tanda tangan',
  kind: 'Jenis',
  name: 'Kepada',
  noName: 'Nama penerima hanya ditampilkan bila ia mengizinkannya.',
  erased: 'Data pribadi di balik surat ini sudah dihapus',
  erasedText:
    'Kantor tidak lagi menyimpan isinya dan untuk siapa surat ini. Nomor, tanggal, dan SHA-256 berkasnya tetap dalam agenda surat keluar, jadi keaslian berkas yang Anda pegang masih dapat diperiksa.',
  same: 'Berkas ini asli',
  sameText: 'Isinya sama persis dengan yang diterbitkan.',
  sameVoid: 'Isinya sama persis dengan yang diterbitkan, tetapi surat itu sudah dinyatakan batal.',
  trial: 'Percobaan: bukan surat resmi',
  sameTrial:
    'Isinya sama persis dengan yang dibuat sebagai percobaan. Surat percobaan tidak berlaku di mana pun.',
  altered: 'Berkas ini bukan yang diterbitkan',
  alteredText:
    'Isinya berbeda dari berkas yang diterbitkan. Bisa jadi diubah, atau dipindai ulang: cocokkan dengan data di bawah, atau tanyakan kepada penerbitnya.',
  notFound: 'Berkas ini tidak dikenal',
  notFoundText:
    'Tidak ada surat yang diterbitkan dengan isi persis seperti ini. Foto atau pindaian baru selalu berbeda: periksa dengan kode di bawah QR.',
  signature: 'Tanda tangan elektronik di dalamnya',
  signer: 'Nama pada sertifikat',
  issuer: 'Penerbit sertifikat',
  outcome: 'Hasil',
  signatures: {
    valid: 'utuh dan berlaku',
    intact: 'utuh sejak ditandatangani; berlakunya sertifikat diperiksa pada layanan verifikasi BSrE',
    broken: 'tidak utuh atau tidak berlaku',
  },
  choose: 'Pilih berkas yang akan diperiksa.',
} as const;

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

const en: Same<typeof id> = {
  title: 'Check a letter',
  lead: 'Type the code below the QR of the letter, or upload its file. What you upload is not kept.',
  code: 'Code of the letter',
  codeHint: '16 letters and digits.',
  look: 'Check the code',
  file: 'File of the letter',
  kinds: 'PDF, JPG or PNG',
  atMost: 'at most',
  fileHint:
    'Upload the file as you received it. For a letter on paper use its code: a photograph of it is another file.',
  notKept: 'What you upload is not kept.',
  check: 'Check the file',
  unknown: 'There is no letter with that code',
  unknownText:
    'Look at the code again. If there is still none, the letter was not issued through this system.',
  number: 'Number',
  dated: 'Date',
  office: 'Government',
  state: 'State',
  hash: 'SHA-256 of the file',
  states: {
    numbered: 'Numbered, not signed: it does not count yet',
    signed: 'Issued and in force',
    void: 'Void: this letter does not count',
  },
  ways: {
    'by-hand': 'Signed by hand',
    bsre: 'Signed electronically (BSrE)',
    trial: 'Trial signature – not certified',
  },
  way: 'Signature',
  kind: 'Kind',
  name: 'To',
  noName: 'The name of the recipient is shown only with their consent.',
  erased: 'The personal data behind this letter were erased',
  erasedText:
    'The office keeps neither what it says nor whom it is for. Its number, date and the SHA-256 of its file stay in the register of outgoing letters, so a file that you hold can still be checked.',
  same: 'This file is genuine',
  sameText: 'It is exactly the same as what was issued.',
  sameVoid: 'It is the same as what was issued, but that letter was declared void.',
  trial: 'Trial: not an official letter',
  sameTrial: 'It is the same as what was made for trial. A trial letter counts nowhere.',
  altered: 'This is not the file that was issued',
  alteredText:
    'It differs from the file that was issued. It may have been altered, or scanned anew: compare it with the data below, or ask the office.',
  notFound: 'This file is not known',
  notFoundText:
    'No letter was issued with exactly this content. A photograph or a new scan always differs: check by the code below the QR.',
  signature: 'Electronic signature in it',
  signer: 'Name in the certificate',
  issuer: 'Issuer of the certificate',
  outcome: 'Outcome',
  signatures: {
    valid: 'intact and in force',
    intact:
      "intact since it was signed; BSrE's verification service says whether the certificate is in force",
    broken: 'not intact or not in force',
  },
  choose: 'Choose the file to check.',
};

export const verifyWords: { readonly [L in Lang]: Same<typeof id> } = { id, en };
