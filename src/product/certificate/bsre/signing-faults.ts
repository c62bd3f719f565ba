/** What goes wrong at BSrE, in words for whoever signs a letter: nobody tries again for them, and no letter is half issued. */
import { Fault } from '../../../ground/index.ts';
import type { Words } from '../../../ground/index.ts';
import type { CounterpartFault } from '../../contract.ts';
import type { BsreStatus } from './answers.ts';
import { BSRE } from './faults.ts';

const notYet: Words = {
  id: 'Sertifikat Anda di BSrE belum terbit. Selesaikan dahulu di Portal BSrE.',
  en: "Your certificate at BSrE is not issued yet. Finish that at BSrE's portal first.",
};

/** Why BSrE would not let this person sign; the passphrase was not sent. */
const cannotSign: Readonly<Record<Exclude<BsreStatus, 'ISSUE'>, Words>> = {
  NOT_REGISTERED: {
    id: 'NIK ini tidak terdaftar di BSrE. Periksa angkanya; bila benar, minta didaftarkan di Portal BSrE.',
    en: "This NIK is not registered at BSrE. Check its digits; if they are right, ask to be registered at BSrE's portal.",
  },
  NEW: notYet,
  WAITING_FOR_VERIFICATION: notYet,
  RENEW: {
    id: 'Pembaruan sertifikat Anda sedang berjalan di BSrE. Tandatangani setelah selesai.',
    en: 'Your certificate is being renewed at BSrE. Sign when that is done.',
  },
  EXPIRED: {
    id: 'Sertifikat Anda di BSrE habis masa berlakunya. Ajukan pembaruan di Portal BSrE.',
    en: "Your certificate at BSrE has expired. Ask for a renewal at BSrE's portal.",
  },
  REVOKE: {
    id: 'Sertifikat Anda di BSrE sudah dicabut. Ajukan penerbitan ulang di Portal BSrE.',
    en: "Your certificate at BSrE was revoked. Ask for a new one at BSrE's portal.",
  },
  SUSPEND: {
    id: 'Akun Anda di BSrE ditangguhkan. Hubungi BSrE.',
    en: 'Your account at BSrE is suspended. Contact BSrE.',
  },
  UNKNOWN: {
    id: 'BSrE menjawab dengan status yang tidak dikenal untuk NIK ini. Periksa di Portal BSrE.',
    en: "BSrE answered with an unknown state for this NIK. Look at BSrE's portal.",
  },
};

/** Fault of a state in which BSrE does not let somebody sign: `bsre-not-registered` or `certificate-not-active`. */
export const mayNotSign = (status: Exclude<BsreStatus, 'ISSUE'>): Fault =>
  new Fault(
    'invalid',
    status === 'NOT_REGISTERED' ? 'bsre-not-registered' : 'certificate-not-active',
    cannotSign[status],
  );

const again: Words = {
  id: 'Surat ini belum terbit. Tandatangani lagi: nomor dan isinya tetap.',
  en: 'This letter is not issued. Sign again: its number and words stay.',
};

const said = (what: Words): Words => ({ id: `${what.id} ${again.id}`, en: `${what.en} ${again.en}` });

/** Words that promise no further try and speak of no product. What is not here says the same to everybody. */
const toSigner: Readonly<Record<string, Words>> = {
  'bsre-not-registered': cannotSign.NOT_REGISTERED,
  'bsre-busy': {
    id: `${BSRE} sedang sibuk, juga setelah tiga kali dicoba. Tunggu beberapa menit, lalu tandatangani lagi.`,
    en: `${BSRE} is busy, also after three tries. Wait some minutes, then sign again.`,
  },
  'counterpart-unreachable': said({
    id: `${BSRE} tidak menjawab. Bila terus begini, minta administrator memeriksa servernya.`,
    en: `${BSRE} does not answer. If this goes on, ask the administrator to look at its server.`,
  }),
  'counterpart-interrupted': said({
    id: `Jawaban ${BSRE} terputus atau terlalu lama.`,
    en: `The answer of ${BSRE} broke off or took too long.`,
  }),
  'bsre-document-gone': said({
    id: `Berkas yang ditandatangani tidak sampai dari ${BSRE}.`,
    en: `The signed file did not arrive from ${BSRE}.`,
  }),
  'counterpart-sign-in': {
    id: `${BSRE} menolak akun portal ini. Minta administrator memperbaikinya di halaman Penyambung.`,
    en: `${BSRE} refuses the account of this portal. Ask the administrator to put it right on the Connectors page.`,
  },
};

const mistyped: readonly string[] = ['passphrase-wrong', 'bsre-not-registered'];

/** To whoever signs, a failure at BSrE is a Fault like any other, under the same code. */
export const faultForSigner = ({ code, words }: CounterpartFault): Fault =>
  new Fault(mistyped.includes(code) ? 'invalid' : 'unavailable', code, toSigner[code] ?? words);
