import type { Words } from '../../ground/index.ts';
import { catalogue } from '../../ui/index.ts';

/** Words of the failed jobs' pages. */
export const jobsWords = catalogue({
  id: {
    lead: 'Yang dikerjakan tanpa diminta: surat, pengingat, penghapusan. Yang gagal dicoba lagi sendiri beberapa kali; sesudah itu menunggu Anda.',
    noneText: 'Pekerjaan yang gagal muncul di sini dengan sebabnya.',
    cause: 'Sebab',
    next: 'Dicoba lagi',
    stopped: 'tidak dicoba lagi sendiri',
    since: 'Sejak',
    gone: 'Pekerjaan ini sudah selesai atau sedang berjalan.',
    giveUp: 'Hentikan',
    giveUpTitle: 'Hentikan pekerjaan ini untuk selamanya?',
    giveUpText:
      'Pekerjaan ini dibuang dari antrean dan tidak dicoba lagi. Bila ia surat, pemohon tidak menerimanya: hubungi dengan cara lain.',
    why: 'Alasan',
    whyHint: 'Misalnya: alamat surel salah, pemohon sudah ditelepon',
    whyNeeded: 'Isi alasannya.',
    givenUp: 'Pekerjaan dihentikan.',
    more: 'Pesan aslinya',
  },
  en: {
    lead: 'What is done without being asked for: letters, reminders, erasing. What fails is tried again by itself several times; then it waits for you.',
    noneText: 'Jobs that fail appear here with their cause.',
    cause: 'Cause',
    next: 'Next attempt',
    stopped: 'not tried again by itself',
    since: 'Since',
    gone: 'This job is done or running.',
    giveUp: 'Give up',
    giveUpTitle: 'Give up this job for good?',
    giveUpText:
      'The job leaves the queue and is not tried again. If it is a letter, the applicant does not get it: reach them in another way.',
    why: 'Reason',
    whyHint: 'For example: wrong e-mail address, the applicant was telephoned',
    whyNeeded: 'Give the reason.',
    givenUp: 'The job is given up.',
    more: 'The original message',
  },
});

const tasks: Readonly<Record<string, Words>> = {
  'send-message': { id: 'Mengirim surat kepada pemohon', en: 'Sending a letter to an applicant' },
  'watch-deadline': { id: 'Menandai tenggat yang terlewati', en: 'Marking a deadline that has passed' },
  'send-notices': { id: 'Mengingatkan pejabat tentang tenggat', en: 'Reminding officials of a deadline' },
  'erase-draft': { id: 'Menghapus isian yang tidak dikirim', en: 'Erasing a draft that was not sent' },
};

/** What a job does, in words; one without words by its own name. */
export const taskWords = (task: string): Words => tasks[task] ?? { id: task, en: task };

/** What the first line of an error means to somebody who did not write the program, the first that fits. */
const causes: readonly (readonly [sign: RegExp, words: Words])[] = [
  [
    /^mail-away|ECONNREFUSED|ETIMEDOUT|ENOTFOUND|EAI_AGAIN/,
    {
      id: 'Server surel tidak dapat dijangkau. Periksa SMTP_URL dan jaringan, lalu coba lagi.',
      en: 'The mail server cannot be reached. Check SMTP_URL and the network, then try again.',
    },
  ],
  [
    /^mail-/,
    {
      id: 'Server surel menolak surat ini. Periksa alamat pemohon.',
      en: 'The mail server refuses this letter. Check the applicant’s address.',
    },
  ],
  [
    /ENOSPC|disk full|No space left/i,
    {
      id: 'Ruang simpan penuh. Tambah ruang, lalu coba lagi.',
      en: 'The disk is full. Make room, then try again.',
    },
  ],
  [
    /^database-|ECONNRESET|terminating connection|deadlock|timeout/i,
    {
      id: 'Basis data sempat tidak terjangkau. Coba lagi.',
      en: 'The database was away for a while. Try again.',
    },
  ],
  [
    /EACCES|EPERM|EROFS/,
    {
      id: 'Program tidak boleh menulis ke folder datanya. Periksa pemiliknya.',
      en: 'The program may not write to its data directory. Check who owns it.',
    },
  ],
];

const unknownCause: Words = {
  id: 'Sebab yang tidak dikenal. Coba lagi sekali; bila tetap gagal, teruskan pesan aslinya kepada pengelola server.',
  en: 'A cause that is not known. Try once more; if it fails again, hand the original message to whoever runs the server.',
};

export const causeWords = (reason: string): Words =>
  causes.find(([sign]) => sign.test(reason))?.[1] ?? unknownCause;
