import { Fault } from '../../ground/index.ts';
import type { Words } from '../../ground/index.ts';

export const letterNotFound = (): Fault =>
  new Fault('not-found', 'letter-not-found', { id: 'Surat tidak ditemukan.', en: 'Letter not found.' });

export const letterMoved = (): Fault =>
  new Fault('conflict', 'letter-moved', {
    id: 'Surat ini sudah tidak dalam keadaan itu. Muat ulang halaman.',
    en: 'This letter is not in that state any more. Reload the page.',
  });

export const notASigner = (): Fault =>
  new Fault('forbidden', 'not-a-signer', {
    id: 'Hanya pemegang jabatan yang menandatangani yang dapat membubuhkan tanda tangan elektronik.',
    en: 'Only the holder of the post that signs can sign electronically.',
  });

export const signedByTwo = (): Fault =>
  new Fault('conflict', 'signed-by-two', {
    id: 'Berita acara ditandatangani kedua pihak. Cetak, mintakan tanda tangan penerima, lalu unggah pindaiannya.',
    en: 'A record is signed by both parties. Print it, have the receiver sign it, then upload the scan.',
  });

export const readOnly = (): Fault =>
  new Fault('forbidden', 'letters-read-only', {
    id: 'Anda hanya dapat membaca permohonan ini.',
    en: 'You can only read this request.',
  });

const field = (code: string, path: string, words: { id: string; en: string }): Fault =>
  new Fault('invalid', code, words, [{ path, words }]);

export const bodyMissing = (): Fault =>
  field('body-missing', 'body', { id: 'Tulis isi surat.', en: 'Write what the letter says.' });

export const reasonMissing = (): Fault =>
  field('reason-missing', 'reason', {
    id: 'Tulis mengapa surat ini batal.',
    en: 'Write why this letter is void.',
  });

export const bsreNotSet = (): Fault =>
  new Fault('conflict', 'bsre-not-set', {
    id: 'BSrE belum disambungkan. Minta administrator memilih BSrE pada Penyambung, Sertifikat elektronik.',
    en: 'BSrE is not connected. Ask the administrator to choose BSrE under Connectors, Electronic certificate.',
  });

export const nikWrong = (): Fault =>
  field('nik-wrong', 'nik', { id: 'NIK terdiri dari 16 angka.', en: 'A NIK has 16 digits.' });

export const passphraseMissing = (): Fault =>
  field('passphrase-missing', 'passphrase', {
    id: 'Ketik frasa sandi Anda.',
    en: 'Type your passphrase.',
  });

export const postVacant = (): Fault =>
  field('post-vacant', 'post', {
    id: 'Hari ini tidak ada pejabat pada jabatan itu. Pilih jabatan lain, atau tunggu sampai ditunjuk Plt. atau Plh.',
    en: 'Nobody holds that post today. Choose another one, or wait until somebody is appointed to act (Plt. or Plh.).',
  });

/** Names who may: those posts, whoever stands in for them included. */
export const notItsSigner = (titles: readonly Words[]): Fault =>
  field('not-its-signer', 'post', {
    id: `Menurut standar pelayanan, surat ini hanya ditandatangani ${titles.map(({ id }) => id).join(' atau ')}, termasuk Plt. atau Plh.-nya.`,
    en: `By the service standard this letter is signed only by ${titles.map(({ en }) => en).join(' or ')}, or whoever acts for them (Plt. or Plh.).`,
  });

/** Nobody is told of an outcome that may still be another. */
export const undecided = (): Fault =>
  new Fault('conflict', 'letter-undecided', {
    id: 'Permohonan ini belum diputus. Konsep ini baru dapat diberi nomor setelah diputus.',
    en: 'This request is not decided yet. The draft can be given a number once it is.',
  });

export const overtaken = (): Fault =>
  new Fault('conflict', 'letter-overtaken', {
    id: 'Hasil permohonan ini sudah lain dari isi surat. Buang konsepnya, atau nyatakan surat ini batal.',
    en: 'The request has come to another end than this letter says. Throw the draft away, or declare the letter void.',
  });

export const noClassification = (): Fault =>
  new Fault('conflict', 'letters-not-set', {
    id: 'Kode klasifikasi surat belum ada pada data pemerintah daerah (letters.classification).',
    en: 'The data of this government have no classification code for letters (letters.classification).',
  });
