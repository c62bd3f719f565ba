import { statfs } from 'node:fs/promises';
import { diskFull } from './faults.ts';

/** Kept for what was promised: requests, their journal, the database on the same disk. */
const KEPT_BYTES = 5e9;
/** Of a small disk. */
const KEPT_SHARE = 0.1;

/** Throws Fault 'disk-full' where only that much room is left on the disk of this folder. */
export async function refuseScarce(directory: string): Promise<void> {
  const { bsize, blocks, bavail } = await statfs(directory);
  const all = blocks * bsize;
  if (bavail * bsize < Math.min(KEPT_BYTES, all * KEPT_SHARE)) throw diskFull();
}
