import { Fault } from '../../ground/index.ts';

/* Each says in one line what is the matter, and in the next what to do. */

export function otherUser(path: string, owner: string, me: string): Fault {
  return new Fault('unavailable', 'data-directory-other-user', {
    id: `DATA_DIR ${path} milik pengguna ${owner}, sedangkan Pendopo dijalankan sebagai ${me}.\nJalankan sebagai ${owner}, atau pilih DATA_DIR lain.`,
    en: `DATA_DIR ${path} belongs to the user ${owner}, but Pendopo was started as ${me}.\nStart it as ${owner}, or choose another DATA_DIR.`,
  });
}

export function notWritable(path: string, me: string): Fault {
  return new Fault('unavailable', 'data-directory-not-writable', {
    id: `DATA_DIR ${path} tidak dapat ditulisi oleh pengguna ${me}.\nBeri pengguna itu hak menulis, atau pilih DATA_DIR lain.`,
    en: `DATA_DIR ${path} cannot be written by the user ${me}.\nGive that user the right to write, or choose another DATA_DIR.`,
  });
}

export function onNetwork(path: string, type: string): Fault {
  return new Fault('unavailable', 'data-directory-on-network', {
    id: `${path} berada di sistem berkas jaringan (${type}); di sana basis data dapat rusak.\nPilih DATA_DIR di disk lokal.`,
    en: `${path} is on a network file system (${type}), where a database can be damaged.\nChoose a DATA_DIR on a local disk.`,
  });
}

export function inUse(path: string): Fault {
  return new Fault('conflict', 'data-directory-in-use', {
    id: `DATA_DIR ${path} sedang dipakai oleh Pendopo lain yang berjalan.\nHentikan yang lain dahulu, atau pilih DATA_DIR lain.`,
    en: `DATA_DIR ${path} is in use by another running Pendopo.\nStop that one first, or choose another DATA_DIR.`,
  });
}

export function foreign(path: string, found: string): Fault {
  return new Fault('unavailable', 'data-directory-foreign', {
    id: `DATA_DIR ${path} berisi hal lain (${found}), bukan data Pendopo.\nPilih folder kosong atau folder yang belum ada.`,
    en: `DATA_DIR ${path} holds something else (${found}), not data of Pendopo.\nChoose an empty folder, or one that does not exist yet.`,
  });
}

export function databaseMissing(path: string): Fault {
  return new Fault('unavailable', 'database-directory-missing', {
    id: `Basis data pemasangan ini seharusnya ada di ${path}, tetapi tidak ditemukan.\nKembalikan dari cadangan; basis data kosong tidak dibuat agar tidak ada data yang tampak hilang.`,
    en: `The database of this installation should be in ${path}, but is not there.\nRestore it from the backup; no empty one is made in its place, so that no records seem to be lost.`,
  });
}
