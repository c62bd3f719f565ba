import { randomBytes } from 'node:crypto';
import { link, readFile, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '../../ground/index.ts';
import { errorCode, makeDirectory, syncDirectory, writeDurably } from '../durable.ts';

const MASTER_KEY_BYTES = 32;

/** First word of the key file, so that a person who finds it knows what it is and a later format can differ. */
const LABEL = 'pendopo-master-key-v1';

/**
 * The installation's master key: 32 random bytes in a file only its owner may read. Made on first use; two
 * processes that start at once agree on one key, because the file appears whole or not at all.
 * Throws Fault 'master-key-exposed' when others may read the file, 'master-key-malformed' when it is damaged.
 */
export async function loadMasterKey(file: string): Promise<Buffer> {
  return (await findMasterKey(file)) ?? (await createMasterKey(file, randomBytes(MASTER_KEY_BYTES)));
}

/** The master key in `file`, or undefined when there is no such file. Throws as `loadMasterKey` does. */
export async function findMasterKey(file: string): Promise<Buffer | undefined> {
  const facts = await stat(file).catch(missing);
  if (facts === undefined) return undefined;
  if ((facts.mode & 0o077) !== 0 && process.platform !== 'win32') throw exposed(file);
  return parseMasterKey(await readFile(file, 'utf8'), file);
}

/** Writes `key` to a new file (0600, fsynced). When another process was first, its key is given instead. */
export async function createMasterKey(file: string, key: Buffer): Promise<Buffer> {
  await makeDirectory(dirname(file));
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeDurably(draft, `${LABEL} ${key.toString('base64url')}\n`);
  try {
    // link, not rename: rename would silently replace a key that another process has begun to use.
    await link(draft, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  await syncDirectory(dirname(file));
  return (await findMasterKey(file)) ?? key;
}

function parseMasterKey(text: string, file: string): Buffer {
  const [label, encoded] = text.trim().split(' ');
  const key = Buffer.from(encoded ?? '', 'base64url');
  if (label !== LABEL || key.length !== MASTER_KEY_BYTES) throw malformed(file);
  return key;
}

function missing(error: unknown): undefined {
  if (errorCode(error) !== 'ENOENT') throw error;
  return undefined;
}

const exposed = (file: string): Fault =>
  new Fault('unavailable', 'master-key-exposed', {
    id: `Kunci induk ${file} dapat dibaca pengguna lain. Jalankan: chmod 600 ${file}`,
    en: `Others may read the master key ${file}. Run: chmod 600 ${file}`,
  });

const malformed = (file: string): Fault =>
  new Fault('unavailable', 'master-key-malformed', {
    id: `Kunci induk ${file} rusak. Pulihkan dari cadangannya.`,
    en: `The master key ${file} is damaged. Restore it from its backup.`,
  });
