import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Fault } from '../../ground/index.ts';
import { errorCode, writeDurably } from '../durable.ts';
import { keysFrom } from './keys.ts';
import { createMasterKey, findMasterKey } from './master-key.ts';
import { argon2id } from './password.ts';
import type { Argon2Cost } from './password.ts';
import { unseal, seal } from './sealed.ts';

/** Costlier than a password at sign-in: this file is carried about, and guessed at offline when stolen. */
const BACKUP_COST: Argon2Cost = { memory: 131_072, passes: 4, parallelism: 1 };
const CONTEXT = 'pendopo/master-key-backup';

const Backup = z.object({
  what: z.literal('pendopo-master-key-backup'),
  version: z.literal(1),
  fingerprint: z.string(),
  memory: z.int().max(2_097_152),
  passes: z.int().max(20),
  parallelism: z.int().max(16),
  salt: z.base64(),
  sealed: z.base64(),
});

/**
 * Writes the master key to `backupFile` (new, 0600), sealed under a passphrase. Without the master key nothing
 * stored can be read, so this file belongs outside the server. Gives the key's fingerprint. Throws Faults
 * 'master-key-absent', 'passphrase-short', 'backup-exists'.
 */
export async function exportMasterKey(
  masterKeyFile: string,
  backupFile: string,
  passphrase: string,
): Promise<string> {
  const master = await findMasterKey(masterKeyFile);
  if (master === undefined) throw absent(masterKeyFile);
  if (passphrase.length < 12) throw weak();
  const salt = randomBytes(16);
  const { fingerprint } = keysFrom(master);
  const sealed = seal(master, await argon2id(passphrase, salt, BACKUP_COST), CONTEXT);
  const backup: z.infer<typeof Backup> = {
    what: 'pendopo-master-key-backup',
    version: 1,
    fingerprint,
    ...BACKUP_COST,
    salt: salt.toString('base64'),
    sealed: sealed.toString('base64'),
  };
  await writeDurably(backupFile, `${JSON.stringify(backup, null, 2)}\n`).catch((error: unknown) => {
    throw errorCode(error) === 'EEXIST' ? taken(backupFile) : error;
  });
  return fingerprint;
}

/**
 * Puts the key of a backup in place and gives its fingerprint. Throws Fault 'backup-malformed',
 * 'passphrase-wrong', or 'master-key-exists' when another key is already there: replacing a key in use would
 * make everything sealed under it unreadable.
 */
export async function importMasterKey(
  backupFile: string,
  masterKeyFile: string,
  passphrase: string,
): Promise<string> {
  const master = await readBackup(backupFile, passphrase);
  const inPlace = (await findMasterKey(masterKeyFile)) ?? (await createMasterKey(masterKeyFile, master));
  if (!inPlace.equals(master)) throw occupied(masterKeyFile);
  return keysFrom(master).fingerprint;
}

async function readBackup(backupFile: string, passphrase: string): Promise<Buffer> {
  const text = await readFile(backupFile, 'utf8').catch((error: unknown) => {
    throw errorCode(error) === 'ENOENT' ? absent(backupFile) : error;
  });
  const backup = parseBackup(text, backupFile);
  const { memory, passes, parallelism } = backup;
  const key = await argon2id(passphrase, Buffer.from(backup.salt, 'base64'), { memory, passes, parallelism });
  try {
    return unseal(Buffer.from(backup.sealed, 'base64'), key, CONTEXT);
  } catch {
    throw wrongPassphrase();
  }
}

function parseBackup(text: string, file: string): z.infer<typeof Backup> {
  try {
    return Backup.parse(JSON.parse(text));
  } catch {
    throw malformedBackup(file);
  }
}

const absent = (file: string): Fault =>
  new Fault('not-found', 'master-key-absent', {
    id: `Tidak ada kunci induk atau cadangannya di ${file}.`,
    en: `There is no master key or backup of one at ${file}.`,
  });

const taken = (file: string): Fault =>
  new Fault('conflict', 'backup-exists', {
    id: `Berkas ${file} sudah ada. Pilih nama lain.`,
    en: `The file ${file} exists already. Choose another name.`,
  });

const weak = (): Fault =>
  new Fault('invalid', 'passphrase-short', {
    id: 'Frasa sandi paling sedikit 12 karakter; pakailah beberapa kata.',
    en: 'A passphrase has at least 12 characters; use several words.',
  });

const malformedBackup = (file: string): Fault =>
  new Fault('invalid', 'backup-malformed', {
    id: `${file} bukan cadangan kunci induk Pendopo.`,
    en: `${file} is not a backup of a Pendopo master key.`,
  });

const wrongPassphrase = (): Fault =>
  new Fault('invalid', 'passphrase-wrong', {
    id: 'Frasa sandi salah, atau cadangan ini rusak.',
    en: 'The passphrase is wrong, or this backup is damaged.',
  });

const occupied = (file: string): Fault =>
  new Fault('conflict', 'master-key-exists', {
    id: `Di ${file} sudah ada kunci lain. Pindahkan dahulu; data yang disegel dengannya memerlukannya.`,
    en: `Another key is already at ${file}. Move it away first; data sealed under it needs it.`,
  });
