import type { Words } from '../../ground/index.ts';

/** What can be wrong with a journal. */
export type FindingKind =
  | 'altered'
  | 'missing'
  | 'misplaced'
  | 'unlinked'
  | 're-chained'
  | 'truncated'
  | 'surplus'
  | 'headless'
  | 'vanished'
  | 'state-differs'
  | 'value-altered'
  | 'values-lost'
  | 'checkpoint-altered'
  | 'checkpoint-missing'
  | 'checkpoint-root-wrong'
  | 'record-differs';

/** One thing found wrong. `request` and `position` (of the entry, or of the checkpoint from 1) say where. */
export interface Finding {
  readonly kind: FindingKind;
  readonly request: string | undefined;
  readonly position: number | undefined;
}

/** What a finding means, for the person who must act on it. */
export const FINDING_WORDS: Record<FindingKind, Words> = {
  altered: { id: 'isi catatan diubah', en: 'the entry was altered' },
  missing: { id: 'catatan hilang', en: 'the entry is missing' },
  misplaced: { id: 'catatan tidak pada tempatnya', en: 'the entry is out of its place' },
  unlinked: {
    id: 'catatan tidak menyambung ke catatan sebelumnya',
    en: 'the entry does not follow the one before',
  },
  're-chained': {
    id: 'rantai disusun ulang: segelnya tidak cocok',
    en: 'the chain was made anew: its seal does not fit',
  },
  truncated: { id: 'catatan terakhir hilang', en: 'the last entries are missing' },
  surplus: { id: 'ada catatan sesudah yang disegel', en: 'there are entries after the sealed one' },
  headless: { id: 'segel rantai tidak ada', en: 'the seal of the chain is missing' },
  vanished: { id: 'seluruh permohonan hilang', en: 'the whole request has vanished' },
  'state-differs': {
    id: 'keadaan yang disimpan berbeda dari jurnalnya',
    en: 'the state that is kept differs from the journal',
  },
  'value-altered': {
    id: 'isian, teks, atau berkas berbeda dari yang dicatat jurnal',
    en: 'an answer, text or file differs from what the journal recorded',
  },
  'values-lost': {
    id: 'kunci isian hilang tanpa catatan penghapusan',
    en: 'the key of the values is gone, and no entry says that they were erased',
  },
  'checkpoint-altered': {
    id: 'tanda tangan titik periksa tidak sah',
    en: 'the signature of the checkpoint is not valid',
  },
  'checkpoint-missing': {
    id: 'titik periksa sebelumnya hilang',
    en: 'the checkpoint before this one is missing',
  },
  'checkpoint-root-wrong': {
    id: 'akar titik periksa tidak cocok dengan isinya',
    en: 'the root of the checkpoint does not fit its heads',
  },
  'record-differs': {
    id: 'daftar ujung rantai berbeda dari titik periksa',
    en: 'the list of recorded ends differs from the checkpoints',
  },
};
