/** The failures that every connector meets, said alike. */
import type { Words } from '../ground/index.ts';
import { CounterpartFault } from './contract.ts';

/** Nobody answered the call, so nothing was done. `name` is the server as the settings have it. */
export const unreachable = (name: string): CounterpartFault =>
  new CounterpartFault(
    'counterpart-unreachable',
    {
      id: `${name} tidak menjawab. Bila terus begini, periksa server dan jaringannya.`,
      en: `${name} does not answer. If this goes on, check the server and its network.`,
    },
    { done: 'none', passing: true },
  );

/** The answer did not come in time or broke off: the call may have done its work. */
export const interrupted = (name: string): CounterpartFault =>
  new CounterpartFault(
    'counterpart-interrupted',
    {
      id: `Jawaban ${name} terputus. Hasilnya diperiksa dulu sebelum dicoba lagi.`,
      en: `The answer of ${name} broke off. What came of it is looked up before it is tried again.`,
    },
    { done: 'unknown', passing: true },
  );

/** The counterpart does not accept our credentials. */
export const signInRefused = (name: string): CounterpartFault =>
  new CounterpartFault(
    'counterpart-sign-in',
    {
      id: `${name} menolak akun atau kunci kami. Perbaiki di halaman Penyambung, lalu coba lagi.`,
      en: `${name} refuses our account or key. Put it right on the Connectors page, then try again.`,
    },
    { done: 'none', passing: false },
  );

/** The counterpart understood and said no; `reason` is its own short answer, without personal data. */
export const refusedByCounterpart = (name: string, reason: string): CounterpartFault =>
  new CounterpartFault(
    'counterpart-refused',
    {
      id: `${name} menolak: ${reason}. Ubah rencananya, perbaiki pengaturan, atau kerjakan dengan tangan.`,
      en: `${name} refused: ${reason}. Change the plan, put the settings right, or do it by hand.`,
    },
    { done: 'none', passing: false },
  );

/**
 * What a fault is about names nobody: a name that may be a person's is called by what it is, since these words are kept in clear.
 */
const called = (what: string | Words): Words => (typeof what === 'string' ? { id: what, en: what } : what);

/** The name is there already and is not ours; it is never touched. */
export const takenByOther = (what: string | Words): CounterpartFault =>
  new CounterpartFault(
    'name-taken',
    {
      id: `${called(what).id} sudah ada dan bukan milik permohonan ini. Pilih nama lain.`,
      en: `${called(what).en} exists already and does not belong to this request. Choose another name.`,
    },
    { done: 'none', passing: false },
  );

/** Nothing of this delivery is there (any more); what may be there of others is never touched. */
export const notThere = (what: string | Words): CounterpartFault =>
  new CounterpartFault(
    'not-there',
    {
      id: `${called(what).id} tidak (lagi) ada sebagai milik permohonan ini. Periksa di server tujuan; bila sudah hilang, ajukan yang baru.`,
      en: `${called(what).en} is not there (any more) as this request's. Look at the server; if it is gone, ask for a new one.`,
    },
    { done: 'none', passing: false },
  );
