import type { ErrorCode } from 'yaml';
import type { Words } from '../../ground/index.ts';

const known: Partial<Record<ErrorCode, Words>> = {
  TAB_AS_INDENT: {
    id: 'Jorokan memakai tab. Pakai spasi (dua setiap tingkat).',
    en: 'A tab is used for indentation. Use spaces (two a level).',
  },
  BAD_INDENT: {
    id: 'Jorokan baris ini tidak cocok dengan baris sebelumnya.',
    en: 'The indentation of this line does not fit the lines before it.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    id: 'Ada titik dua di tengah nilai. Apit nilainya dengan tanda kutip.',
    en: 'There is a colon inside a value. Put the value in quotes.',
  },
  MULTILINE_IMPLICIT_KEY: {
    id: 'Nama kunci harus satu baris dan diikuti titik dua.',
    en: 'A key must stand on one line and be followed by a colon.',
  },
  MISSING_CHAR: {
    id: 'Ada tanda yang kurang, misalnya kutip penutup, kurung, atau titik dua.',
    en: 'A character is missing, such as a closing quote, a bracket or a colon.',
  },
  MULTIPLE_DOCS: {
    id: 'Satu berkas hanya boleh memuat satu dokumen YAML (tanpa "---" di tengah).',
    en: 'A file holds only one YAML document (no "---" in the middle).',
  },
  TAG_RESOLVE_FAILED: {
    id: 'Tag YAML (!…) tidak dipakai di sini.',
    en: 'YAML tags (!…) are not used here.',
  },
  BAD_SCALAR_START: {
    id: 'Nilai tidak boleh mulai dengan tanda ini. Apit dengan tanda kutip.',
    en: 'A value cannot start with this character. Put it in quotes.',
  },
};

/** The parser's fault in both languages; its own English where the code is not in the table. */
export function yamlWords(code: ErrorCode, message: string): Words {
  return known[code] ?? { id: `YAML tidak terbaca: ${message}`, en: `YAML cannot be read: ${message}` };
}
