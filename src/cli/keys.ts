/** The keys of an installation, for commands that act with them. */
import { stat } from 'node:fs/promises';
import { Fault } from '../ground/index.ts';
import { loadKeys } from '../platform/index.ts';
import type { Config, Keys } from '../platform/index.ts';

/** The keys that are there; a command makes no new ones. Fault: `master-key-absent`. */
export async function getKeys({ masterKeyFile }: Config): Promise<Keys> {
  const found = await stat(masterKeyFile).catch(() => null);
  if (found) return loadKeys(masterKeyFile);
  throw new Fault('not-found', 'master-key-absent', {
    id: `Tidak ada kunci induk di ${masterKeyFile}. Jalankan di server portal dengan DATA_DIR dan MASTER_KEY_FILE yang sama, sebagai pengguna yang sama.`,
    en: `There is no master key at ${masterKeyFile}. Run it on the portal's server with the same DATA_DIR and MASTER_KEY_FILE, as the same user.`,
  });
}
