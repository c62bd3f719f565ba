/** Reads files of every kind that decrees come in. The libraries that know the formats are loaded here and nowhere else. */
import { refused, ok } from '../../../ground/index.ts';
import type { Result, Words } from '../../../ground/index.ts';
import type { DecreeText } from '../model.ts';
import { decodeText, kindOf } from './kind.ts';
import type { FileKind } from './kind.ts';

/** Text beyond this is no decree: the longest with thirty services have some hundred thousand letters. */
const LONGEST_TEXT = 6_000_000;

const REFUSED: Readonly<Record<Exclude<FileKind, 'pdf' | 'zip' | 'html' | 'text'>, Words>> = {
  'old-word': {
    id: 'Ini berkas Word lama (.doc) atau Word yang dikunci kata sandi. Simpan ulang sebagai .docx tanpa kata sandi.',
    en: 'This is an old Word file (.doc), or one locked by a password. Save it as .docx without a password.',
  },
  rtf: {
    id: 'Ini berkas RTF. Simpan ulang sebagai .docx atau PDF.',
    en: 'This is an RTF file. Save it as .docx or PDF.',
  },
  image: {
    id: 'Ini gambar, tanpa lapisan teks. Jalankan OCR dahulu, atau berikan berkas Word-nya.',
    en: 'This is an image and has no text layer. Run OCR on it first, or give the Word file.',
  },
  unknown: {
    id: 'Isi berkas ini bukan PDF, Word (.docx), HTML, atau teks. Berikan salah satunya.',
    en: 'The content of this file is no PDF, Word file (.docx), HTML or text. Give one of them.',
  },
};

/** The text of a file, whatever its name says; a fault in words where it cannot be read. */
export async function readFileText(bytes: Uint8Array): Promise<Result<DecreeText>> {
  if (bytes.length === 0) {
    return refused('invalid', 'empty-file', {
      id: 'Berkasnya kosong. Unggah atau salin ulang.',
      en: 'The file is empty. Copy or upload it again.',
    });
  }
  const kind = kindOf(bytes);
  if (kind === 'pdf') return (await import('./pdf.ts')).readPdf(bytes);
  if (kind === 'zip') return (await import('./docx.ts')).readDocx(bytes);
  if (kind !== 'html' && kind !== 'text') return refused('unsupported-media', `file-${kind}`, REFUSED[kind]);
  if (bytes.length > LONGEST_TEXT) {
    return refused('too-large', 'text-too-long', {
      id: 'Teks ini terlalu panjang untuk sebuah keputusan (lebih dari 6 MB). Ambil bagian standar pelayanannya saja.',
      en: 'This text is too long for a decree (more than 6 MB). Take only the part with the standards.',
    });
  }
  const text = decodeText(bytes);
  if (text === null) return refused('unsupported-media', 'file-unknown', REFUSED.unknown);
  if (text.trim() === '') {
    return refused('invalid', 'empty-file', {
      id: 'Berkas ini tidak berisi teks. Unggah atau salin ulang.',
      en: 'The file holds no text. Copy or upload it again.',
    });
  }
  if (kind === 'html') return ok((await import('./html.ts')).readHtml(text));
  return ok((await import('./text.ts')).readPlainText(text));
}
