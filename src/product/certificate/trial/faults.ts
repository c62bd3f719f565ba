import { Fault } from '../../../ground/index.ts';
import type { Words } from '../../../ground/index.ts';
import { CounterpartFault } from '../../contract.ts';

const refusedWords: Words = {
  id: 'Sertifikat percobaan hanya ada di peragaan. Pemerintah daerah bukan penyelenggara sertifikasi elektronik; pakailah BSrE.',
  en: 'Trial certificates exist in demonstrations only. A local government is no certification authority; use BSrE.',
};

/** UU 11/2008 art. 13, PP 71/2019: certificates that bind come from a recognised authority. */
export const trialRefused = (): Fault => new Fault('forbidden', 'trial-refused', refusedWords);

/** The same for the machine of deliveries. */
export const trialNotDelivered = (): CounterpartFault =>
  new CounterpartFault('trial-refused', refusedWords, { done: 'none', passing: false });

export const certificateMissing = (): Fault =>
  new Fault('not-found', 'certificate-missing', {
    id: 'Belum ada sertifikat untuk penanda tangan ini. Minta penerbitannya dahulu.',
    en: 'There is no certificate for this signer yet. Ask for one first.',
  });

export const notActive = (): Fault =>
  new Fault('conflict', 'certificate-not-active', {
    id: 'Sertifikat ini tidak dapat dipakai: belum diaktifkan, sudah habis masa berlakunya, atau dicabut.',
    en: 'This certificate cannot be used: it is not active yet, has ended, or was revoked.',
  });

export const alreadyActive = (): Fault =>
  new Fault('conflict', 'certificate-active', {
    id: 'Frasa sandi sertifikat ini sudah dibuat. Bila lupa, minta sertifikat dicabut dan diterbitkan ulang.',
    en: 'The passphrase of this certificate was chosen already. If you forgot it, ask to have the certificate revoked and issued anew.',
  });

export const personHasOne = (): Fault =>
  new Fault('conflict', 'certificate-exists', {
    id: 'Orang ini masih memiliki sertifikat percobaan. Cabut yang lama dahulu.',
    en: 'This person still has a trial certificate. Revoke the old one first.',
  });

export const REGISTER_DAMAGED = 'trial-register-damaged';

/** Anybody may see this: where the file lies is told to administrators only (`registerUnusable`), and to the log, by its cause. */
export function registerDamaged(file: string): Fault {
  const fault = new Fault('unavailable', REGISTER_DAMAGED, {
    id: 'Catatan sertifikat percobaan sedang tidak dapat dibaca. Beri tahu petugas; permohonan dan data Anda tidak berubah.',
    en: 'The record of trial certificates cannot be read just now. Tell the office; your request and data are unchanged.',
  });
  fault.cause = new Error(`${file} is damaged`);
  return fault;
}

/** The same for officials who deliver or test the connector. */
export const registerUnusable = (directory: string): CounterpartFault =>
  new CounterpartFault(
    REGISTER_DAMAGED,
    {
      id: `Berkas trial.json di ${directory} rusak. Pulihkan dari cadangan, atau hapus: hanya untuk percobaan. Lalu coba lagi.`,
      en: `The file trial.json in ${directory} is damaged. Restore it from a backup, or delete it: it is for trial only. Then try again.`,
    },
    { done: 'none', passing: false },
  );
