import type { CommandIo } from './io.ts';

/** What the module of a command exports. */
export interface CommandModule {
  /** Usage, with a line for every option. */
  readonly help: string;
  /** Gives the exit code: 0 done, 1 the answer is no (faults found), 2 wrong usage or input. */
  run(args: string[], io: CommandIo): Promise<number>;
}

export interface Command {
  readonly name: string;
  readonly summary: { readonly id: string; readonly en: string };
  /** Loaded only when it is called, so that the list of commands costs nothing. */
  readonly load: () => Promise<CommandModule>;
}

/** Every command of `pendopo`; a new one is a module beside this file and an entry here. */
export const commands: readonly Command[] = [
  {
    name: 'start',
    summary: { id: 'Jalankan portal (sama dengan npm start)', en: 'Run the portal (the same as npm start)' },
    load: () => import('./start.ts'),
  },
  {
    name: 'work',
    summary: { id: 'Kerjakan tugas latar di samping portal', en: 'Do background jobs beside the portal' },
    load: () => import('./work.ts'),
  },
  {
    name: 'check',
    summary: {
      id: 'Periksa berkas standar pelayanan; semua kesalahan dengan berkas dan baris',
      en: 'Check service standards; all faults with file and line',
    },
    load: () => import('./check.ts'),
  },
  {
    name: 'schema',
    summary: {
      id: 'Tulis JSON Schema berkas standar untuk editor',
      en: 'Write the JSON Schemas of the definition files for editors',
    },
    load: () => import('./schema.ts'),
  },
  {
    name: 'standard',
    summary: {
      id: 'Impor, bandingkan, terbitkan, ekspor, cetak, dan daftar versi standar pelayanan',
      en: 'Import, compare, publish, export, print and list versions of service standards',
    },
    load: () => import('./standard.ts'),
  },
  {
    name: 'calendar',
    summary: {
      id: 'Masukkan hari libur dari CSV atau iCalendar ke kalender kerja',
      en: 'Take holidays from CSV or iCalendar into a working calendar',
    },
    load: () => import('./calendar.ts'),
  },
  {
    name: 'deadline',
    summary: { id: 'Hitung tenggat dan tunjukkan caranya', en: 'Compute a deadline and show how' },
    load: () => import('./deadline.ts'),
  },
  {
    name: 'promise',
    summary: {
      id: 'Baca jangka waktu seperti tercetak dalam keputusan',
      en: 'Read a promised time as printed in a decree',
    },
    load: () => import('./promise.ts'),
  },
  {
    name: 'fee',
    summary: {
      id: 'Baca biaya seperti tercetak dalam keputusan',
      en: 'Read a fee as printed in a decree',
    },
    load: () => import('./fee.ts'),
  },
  {
    name: 'password',
    summary: { id: 'Beri petugas kata sandi baru', en: 'Give an official a new password' },
    load: () => import('./password.ts'),
  },
  {
    name: 'token',
    summary: {
      id: 'Cetak token API satu jam bagi pemegang sebuah jabatan',
      en: 'Print an API token for one hour for the holder of a position',
    },
    load: () => import('./token.ts'),
  },
  {
    name: 'journal',
    summary: {
      id: 'Periksa keutuhan jurnal (verify), simpan titik periksa (checkpoint)',
      en: 'Verify that the journal is whole, take checkpoints',
    },
    load: () => import('./journal.ts'),
  },
  {
    name: 'erase',
    summary: {
      id: 'Hapus data pribadi sebuah permohonan; jurnalnya tetap',
      en: 'Erase the personal data of a request; its journal stays',
    },
    load: () => import('./erase.ts'),
  },
  {
    name: 'generate',
    summary: {
      id: 'Buat permohonan contoh selama setahun, untuk mencoba dan mengukur',
      en: 'Make a year of example requests, for trying out and measuring',
    },
    load: () => import('./generate.ts'),
  },
  {
    name: 'masterkey',
    summary: {
      id: 'Cadangkan dan pulihkan kunci induk',
      en: 'Back up and restore the master key',
    },
    load: () => import('./masterkey.ts'),
  },
];
