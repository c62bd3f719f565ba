/** What the record of changes tells of, each act in words and in the group it is looked for. */
import type { Words } from '../../ground/index.ts';
import type { AccessLine } from '../../people/index.ts';

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

/** By what somebody was looked for; anything else that stands there is the number of a request. */
const SEARCHED_BY: Readonly<Record<string, Words>> = {
  nik: { id: 'NIK', en: 'NIK' },
  phone: { id: 'nomor telepon', en: 'telephone number' },
  email: { id: 'alamat surel', en: 'e-mail address' },
  contact: { id: 'NIK atau kontak', en: 'NIK or contact' },
};

const BY_NUMBER: Words = {
  id: 'Mencari permohonan menurut nomornya',
  en: 'Looked up a request by its number',
};

/** An act in words; one without words by its own name. */
export function actWords({ act, subject }: Pick<AccessLine, 'act' | 'subject'>): Words {
  if (act === 'look-up' && !Object.hasOwn(SEARCHED_BY, subject ?? '')) return BY_NUMBER;
  const [, id, en] = Object.hasOwn(ACTS, act) ? (ACTS[act] ?? []) : [];
  return { id: id ?? act, en: en ?? act };
}

const version = (n: string): Words => ({ id: `versi ${n}`, en: `version ${n}` });

/** Parts of a subject that the program itself writes; null: an id, or what stands there as it is. */
export function partWords(act: string, part: string): Words | null {
  if (act === 'look-up') return SEARCHED_BY[part] ?? null;
  if (act !== 'standard-published' && act !== 'calendar-published') return null;
  if (part === 'calendar') return { id: 'kalender kerja', en: 'working calendar' };
  return /^\d+$/.test(part) ? version(part) : null;
}

/** How somebody came in, as `people` writes it. */
const WAYS_IN: Readonly<Record<string, Words>> = {
  password: { id: 'dengan kata sandi', en: 'with a password' },
  'password, second factor': {
    id: 'dengan kata sandi dan faktor kedua',
    en: 'with a password and a second factor',
  },
  provider: { id: 'lewat penyedia identitas', en: 'through the identity provider' },
  'provider, second factor': {
    id: 'lewat penyedia identitas, dengan faktor kedua',
    en: 'through the identity provider, with a second factor',
  },
};

const findings = (count: string): Words =>
  count === '0'
    ? { id: 'tidak ada temuan', en: 'nothing was found' }
    : { id: `${count} temuan`, en: `${count} ${count === '1' ? 'finding' : 'findings'}` };

/** A reason as people read it: what somebody typed stands as it is. */
export function reasonWords(act: string, reason: string): Words {
  if (act === 'journal-verified' && /^\d+$/.test(reason)) return findings(reason);
  return (act === 'sign-in' ? WAYS_IN[reason] : undefined) ?? { id: reason, en: reason };
}

/** All acts of a group, for the question to the database. */
export const actsIn = (group: ActGroup): readonly string[] =>
  Object.entries(ACTS).flatMap(([act, [own]]) => (own === group ? [act] : []));
