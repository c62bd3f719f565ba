import { Fault } from '../../ground/index.ts';
import type { FaultKind, Words } from '../../ground/index.ts';

const MIB = 1024 * 1024;

/** A fault of one file; `path` is the field it was put in, where that is known. */
function fileFault(kind: FaultKind, code: string, words: Words, path?: string): Fault {
  return new Fault(kind, code, words, path === undefined ? [] : [{ path, words }]);
}

/** The refusal of a file above `maxBytes`. */
export function fileTooLarge(maxBytes: number, path?: string): Fault {
  const mib = Math.max(1, Math.floor(maxBytes / MIB));
  return fileFault(
    'too-large',
    'file-too-large',
    {
      id: `Berkas ini terlalu besar; paling besar ${mib} MB. Perkecil, atau pindai ulang dengan mutu lebih rendah.`,
      en: `This file is too large; at most ${mib} MB. Make it smaller, or scan it again at a lower quality.`,
    },
    path,
  );
}

export const fileEmpty = (): Fault =>
  fileFault('invalid', 'file-empty', {
    id: 'Berkas ini kosong. Pilih berkasnya sekali lagi.',
    en: 'This file is empty. Choose the file once more.',
  });

/** `found` names what the file is instead, when that could be told, for example "docx". */
export const fileKindRefused = (found: string | undefined): Fault =>
  fileFault('unsupported-media', 'file-kind-refused', {
    id: `Berkas ini ${found ? `berjenis ${found}` : 'bukan PDF, JPEG, atau PNG'}. Simpan sebagai PDF, JPEG, atau PNG, lalu unggah lagi.`,
    en: `This file is ${found ? `of kind ${found}` : 'no PDF, JPEG or PNG'}. Save it as PDF, JPEG or PNG and upload it again.`,
  });

export const fileInfected = (): Fault =>
  fileFault('invalid', 'file-infected', {
    id: 'Pemindai menemukan virus di berkas ini, jadi tidak disimpan. Buat ulang berkasnya dari aslinya.',
    en: 'The scanner found a virus in this file, so it was not kept. Make the file anew from its original.',
  });

export const fileMissing = (): Fault =>
  fileFault('not-found', 'file-not-found', {
    id: 'Berkas ini tidak ada lagi.',
    en: 'This file is not there any more.',
  });

export const diskFull = (): Fault =>
  fileFault('unavailable', 'disk-full', {
    id: 'Tempat penyimpanan penuh, jadi berkas belum tersimpan. Coba lagi nanti.',
    en: 'Storage is full, so the file was not kept. Try again later.',
  });
