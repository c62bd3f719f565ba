/** What the record of changes tells of, each act in words and in the group it is looked for. */
import type { Words } from '../../ground/index.ts';

/** `change`: somebody changed what others rest on. `reading`: personal data was looked at. `account`: signing in and its means. */
export type ActGroup = 'change' | 'reading' | 'account';

export const ACTS: Readonly<Record<string, readonly [group: ActGroup, id: string, en: string]>> = {
  'holding-added': ['change', 'Memberi jabatan', 'Gave a post'],
  'holding-ended': ['change', 'Mengakhiri jabatan', 'Ended a post'],
  'holding-withdrawn': ['change', 'Membatalkan penempatan', 'Took back a post'],
  'official-added': ['change', 'Menambah petugas', 'Added an official'],
  'official-changed': ['change', 'Mengubah data petugas', 'Changed an official’s data'],
  'official-ended': ['change', 'Menonaktifkan petugas', 'Ended an official'],
  'official-enabled': ['change', 'Mengaktifkan petugas', 'Let an official sign in again'],
  'competence-added': ['change', 'Mencatat kompetensi', 'Recorded a competence'],
  'competence-ended': ['change', 'Mengakhiri kompetensi', 'Ended a competence'],
  'standard-published': ['change', 'Menerbitkan standar', 'Published a standard'],
  'decree-uploaded': ['change', 'Mengunggah keputusan', 'Uploaded a decree'],
  'decree-dropped': ['change', 'Membuang keputusan yang diunggah', 'Dropped an uploaded decree'],
  'calendar-published': ['change', 'Menerbitkan kalender', 'Published a calendar'],
  'assumption-confirmed': ['change', 'Memastikan anggapan', 'Confirmed an assumption'],
  'assumption-reopened': ['change', 'Membuka kembali anggapan', 'Opened an assumption again'],
  'connector-changed': ['change', 'Mengatur penyambung', 'Set a connector'],
  'job-retried': ['change', 'Mencoba lagi pekerjaan', 'Tried a job again'],
  'job-given-up': ['change', 'Menghentikan pekerjaan', 'Gave up a job'],
  'journal-verified': ['change', 'Memeriksa jurnal', 'Verified the journal'],
  erase: ['change', 'Menghapus data pribadi', 'Erased personal data'],
  'token-issued': ['change', 'Mencetak token', 'Issued a token'],
  'look-up': ['reading', 'Mencari menurut NIK atau kontak', 'Looked up by NIK or contact'],
  'read-file': ['reading', 'Membuka berkas pribadi', 'Opened a personal file'],
  'read-identity': ['reading', 'Membuka identitas terlindungi', 'Opened a protected identity'],
  'read-answer': ['reading', 'Membuka jawaban terlindungi', 'Opened a protected answer'],
  'read-visits': ['reading', 'Membuka buku tamu', 'Opened the visitor book'],
  'reprint-receipt': ['reading', 'Mencetak ulang tanda terima', 'Printed a receipt again'],
  'sign-in': ['account', 'Masuk', 'Signed in'],
  'sessions-ended': ['account', 'Mengakhiri sesi', 'Ended sessions'],
  'password-reset': ['account', 'Memberi kata sandi baru', 'Gave a new password'],
  'password-changed': ['account', 'Mengganti kata sandi', 'Changed the password'],
  'password-demanded': ['account', 'Meminta kata sandi diganti', 'Demanded a new password'],
  'second-factor-on': ['account', 'Memasang faktor kedua', 'Set up a second factor'],
  'second-factor-off': ['account', 'Melepas faktor kedua', 'Removed a second factor'],
  'second-factor-reset': ['account', 'Mengatur ulang faktor kedua', 'Reset a second factor'],
  'second-factor-refused': ['account', 'Kode faktor kedua ditolak', 'A code was refused'],
  'recovery-code-used': ['account', 'Memakai kode pemulihan', 'Used a recovery code'],
  'recovery-codes-renewed': ['account', 'Memperbarui kode pemulihan', 'Renewed recovery codes'],
};

/** An act in words; one without words by its own name. */
export function actWords(act: string): Words {
  const [, id, en] = Object.hasOwn(ACTS, act) ? (ACTS[act] ?? []) : [];
  return { id: id ?? act, en: en ?? act };
}

/** Reasons that the program itself writes, as codes. */
const REASONS: Readonly<Record<string, Words>> = {
  password: { id: 'dengan kata sandi', en: 'with a password' },
  provider: { id: 'lewat penyedia identitas', en: 'through the identity provider' },
};

/** A reason as people read it: what somebody typed stands as it is. */
export const reasonWords = (reason: string): Words => REASONS[reason] ?? { id: reason, en: reason };

/** All acts of a group, for the question to the database. */
export const actsIn = (group: ActGroup): readonly string[] =>
  Object.entries(ACTS).flatMap(([act, [own]]) => (own === group ? [act] : []));
