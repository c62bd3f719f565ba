/** Opens the archive that a Word file is. An entry that claims to be larger than any decree is not unpacked. */
import { unzipSync } from 'fflate';
import { refused, ok } from '../../../ground/index.ts';
import type { Result } from '../../../ground/index.ts';

/** Uncompressed bytes of one entry. A decree's text in Word's XML takes some hundred thousand. */
const LARGEST_ENTRY = 40_000_000;
const MOST_ENTRIES = 5000;

/** The named entries as text; entries that are not there are left out. */
export function openArchive(
  bytes: Uint8Array,
  names: readonly string[],
): Result<ReadonlyMap<string, string>> {
  let entries = 0;
  let isTrap = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        if (!names.includes(name)) return false;
        isTrap ||= originalSize > LARGEST_ENTRY || entries > MOST_ENTRIES;
        return !isTrap;
      },
    });
    if (isTrap) return tooLarge();
    const decoder = new TextDecoder();
    return ok(new Map(Object.entries(files).map(([name, content]) => [name, decoder.decode(content)])));
  } catch {
    return brokenArchive();
  }
}

/** What is said of a Word file whose archive or text is not whole. */
export const brokenArchive = (): Result<never> =>
  refused('malformed', 'broken-archive', {
    id: 'Berkas Word ini rusak atau tidak lengkap. Buka dan simpan ulang di Word atau LibreOffice.',
    en: 'This Word file is broken or incomplete. Open and save it again in Word or LibreOffice.',
  });

const tooLarge = (): Result<never> =>
  refused('too-large', 'archive-too-large', {
    id: 'Isi berkas Word ini mengembang terlalu besar untuk sebuah keputusan. Simpan ulang tanpa sisipan, atau berikan PDF-nya.',
    en: 'The content of this Word file unpacks to more than any decree needs. Save it again without attachments, or give a PDF.',
  });
