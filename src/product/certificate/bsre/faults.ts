/** What goes wrong at BSrE, in words. Never what BSrE wrote: that may repeat a NIK or a passphrase. */
import { CounterpartFault } from '../../contract.ts';
import type { FaultMeaning } from '../../contract.ts';
import { refusedByCounterpart, signInRefused } from '../../faults.ts';

export const BSRE = 'Esign Client BSrE';

const needsSomebody: FaultMeaning = { done: 'none', passing: false };

export const notRegistered = (): CounterpartFault =>
  new CounterpartFault(
    'bsre-not-registered',
    {
      id: 'Belum terdaftar di BSrE. Daftarkan di Portal BSrE, lalu tekan Coba lagi.',
      en: "Not registered at BSrE. Register at BSrE's portal, then press Try again.",
    },
    needsSomebody,
  );

export const passphraseWrong = (): CounterpartFault =>
  new CounterpartFault(
    'passphrase-wrong',
    {
      id: 'Frasa sandi salah. Ketik lagi; bila lupa, atur ulang hanya melalui Portal BSrE.',
      en: "The passphrase is wrong. Type it again; if you forgot it, only BSrE's portal can reset it.",
    },
    needsSomebody,
  );

export const busy = (): CounterpartFault =>
  new CounterpartFault(
    'bsre-busy',
    {
      id: `${BSRE} sedang sibuk, juga setelah tiga kali dicoba. Tunggu beberapa menit.`,
      en: `${BSRE} is busy, also after three tries. Wait some minutes.`,
    },
    { done: 'none', passing: true },
  );

/** Its TLS certificate does not show that it is the host we mean; nothing was said to it. */
export const unproven = (): CounterpartFault =>
  new CounterpartFault(
    'bsre-tls',
    {
      id: `Sertifikat TLS ${BSRE} tidak dapat dibuktikan, jadi tidak ada yang dikirim. Pasang sertifikat yang sah, atau percayai CA instansi melalui NODE_EXTRA_CA_CERTS.`,
      en: `The TLS certificate of ${BSRE} could not be proven, so nothing was sent. Install a proper certificate, or trust your own authority through NODE_EXTRA_CA_CERTS.`,
    },
    needsSomebody,
  );

/** An answer that is none: a bare 500, a page of a proxy, a broken file. What came of the call is not known. */
export const unreadableAnswer = (status: number): CounterpartFault =>
  new CounterpartFault(
    'bsre-unreadable',
    {
      id: `${BSRE} menjawab dengan galat (${status}). Coba lagi; bila terus begini, periksa log Esign Client.`,
      en: `${BSRE} answered with an error (${status}). Try again; if this goes on, look at the log of the Esign Client.`,
    },
    { done: 'unknown', passing: true },
  );

/** BSrE gives a signed document out once. */
export const documentGone = (): CounterpartFault =>
  new CounterpartFault(
    'bsre-document-gone',
    {
      id: 'Dokumen sudah ditandatangani di BSrE, tetapi tidak sampai dan tidak dapat diunduh lagi. Tandatangani ulang.',
      en: 'The document was signed at BSrE, but did not arrive and cannot be fetched again. Sign it again.',
    },
    { done: 'unknown', passing: false },
  );

/** Error codes of the Esign Client that mean something of their own. */
const known: Readonly<Record<string, () => CounterpartFault>> = {
  '2011': notRegistered,
  '2031': passphraseWrong,
};

/** Whether a code means a refusal, whatever the HTTP status it came with. */
export const isRefusal = (code: string | null): boolean => code !== null && Object.hasOwn(known, code);

/** The fault that an answer with an error status stands for. `code`: `status_code` of its JSON, when it has one. */
export function faultOf(status: number, code: string | null): CounterpartFault {
  const meant = code === null ? undefined : known[code];
  if (meant) return meant();
  if (status === 401 || status === 403) return signInRefused(BSRE);
  if (status === 429 || status === 503) return busy();
  if (status >= 300 && status < 500)
    return refusedByCounterpart(BSRE, code === null ? `HTTP ${status}` : `kode ${code}`);
  return unreadableAnswer(status);
}
